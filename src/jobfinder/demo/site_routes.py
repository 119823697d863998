"""A company's own site: its pages, its own board or the way to the foreign one, and the hostile company's traps.

Called by `router`. The company's other host (`www.` or bare) redirects to the one that answers.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time

from jobfinder.demo.addresses import nav_of, site_url
from jobfinder.demo.answer import RSS, XML, Answer, html, missing, redirect, text
from jobfinder.demo.hostile_pages import trap, trap_links
from jobfinder.demo.incoming import Incoming
from jobfinder.demo.listing import CUT_SHORT, posting_page
from jobfinder.demo.live import Live
from jobfinder.demo.records import BoardKind, Company, Role
from jobfinder.demo.wire import hosted, rss, sites

Page = Callable[[Live, Company, Incoming], Answer]


def company_site(live: Live, company: Company, asked: Incoming) -> Answer:
    """Any page of the site."""
    if asked.host != company.host:
        return redirect(site_url(company, asked.target), 301)
    path = "/" + "/".join(asked.segments)
    nav = nav_of(company)
    if path == nav.careers_path:
        return _careers(live, company, asked)
    if path == nav.about_path:
        return html(sites.about(company))
    if path.startswith(f"{nav.careers_path}/"):
        return _below_careers(live, company, path.removeprefix(f"{nav.careers_path}/"), asked)
    page = PAGES.get(path)
    return page(live, company, asked) if page else missing()


def _careers(live: Live, company: Company, asked: Incoming) -> Answer:
    number = max(asked.number("page", 1), 1)
    if live.is_cut(company, number):
        return CUT_SHORT
    more = trap_links(company) if company.part == "hostile" else ""
    return html(sites.careers(company, live.listed(company), number, more=more))


def _below_careers(live: Live, company: Company, name: str, asked: Incoming) -> Answer:
    if name == "opening":
        return _opening(live, company, asked.params.get("gh_jid", ""))
    if company.part == "hostile" and (set_trap := trap(company, name, asked.query)):
        return set_trap
    own = company.board.kind in (BoardKind.PAGE, BoardKind.RSS)
    family, _, external_id = name.rpartition("-")
    role = live.posted(company, external_id) if own else None
    return _posting(live, company, role) if role and role.family == family else missing()


def _posting(live: Live, company: Company, role: Role) -> Answer:
    title = f"{role.title} | {company.name}"
    return posting_page(
        live.closing(company, role),
        lambda closed: hosted.posting_page(company, role, title=title, closed=closed, around=sites.header(company)),
        site_url(company, nav_of(company).careers_path),
    )


def _opening(live: Live, company: Company, external_id: str) -> Answer:
    """A Greenhouse posting in a frame; whether it is closed is said by the page in the frame."""
    board = company.board
    role = live.posted(company, external_id) if board.kind is BoardKind.GREENHOUSE and board.own_links else None
    if role is None:
        return missing()
    careers = site_url(company, nav_of(company).careers_path)
    return posting_page(live.closing(company, role), lambda closed: sites.opening(company, role.external_id), careers)


def _home(live: Live, company: Company, asked: Incoming) -> Answer:
    return html(sites.home(company))


def _engineering(live: Live, company: Company, asked: Incoming) -> Answer:
    return html(sites.engineering(company))


def _legal(live: Live, company: Company, asked: Incoming) -> Answer:
    return html(sites.plain(company, "Impressum" if asked.path.startswith("/i") else "Privacy"))


def _robots(live: Live, company: Company, asked: Incoming) -> Answer:
    return text(sites.robots(company))


def _sitemap(live: Live, company: Company, asked: Incoming) -> Answer:
    return text(sites.sitemap(company, live.listed(company)), XML)


def _feed(live: Live, company: Company, asked: Incoming) -> Answer:
    if company.board.kind is not BoardKind.RSS:
        return missing()
    if live.is_cut(company, 1):
        return CUT_SHORT
    roles = live.listed(company)
    built = max((role.updated for role in roles), default=datetime.combine(live.world.today, time(), UTC))
    return text(rss.company_feed(company, roles, built), RSS)


PAGES: dict[str, Page] = {
    "/": _home,
    "/engineering": _engineering,
    "/privacy": _legal,
    "/impressum": _legal,
    "/robots.txt": _robots,
    "/sitemap.xml": _sitemap,
    "/jobs.rss": _feed,
}
