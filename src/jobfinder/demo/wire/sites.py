"""A company's own website: home, about, engineering and careers pages, sitemap. Rich enough to learn the company from.

What a page says depends on the company's `nav` (wording, paths) and `board.reach` (how a visitor gets to the roles).
"""

from __future__ import annotations

import json

from jobfinder.demo.addresses import ASHBY_HOSTED, GREENHOUSE_HOSTED, board_url, feed_url, nav_of, posting_url, site_url
from jobfinder.demo.records import BoardKind, Company, Reach, Role
from jobfinder.demo.wire.jsonld import organization
from jobfinder.demo.wire.markup import bullets, document, esc, link, linked_data, meta

PER_PAGE = 10
NOISE = ("https://www.linkedin.com/company/{slug}", "https://x.com/{slug}", "https://github.com/{slug}")


def header(company: Company) -> str:
    """The navigation, on every page. Links are relative, as most sites have them."""
    nav = nav_of(company)
    board = company.board
    careers = board_url(company) if board.reach is Reach.HOME else nav.careers_path
    links = [link("/", company.name), link(nav.about_path, nav.about), link("/engineering", nav.engineering)]
    if board.reach is not Reach.TWO_CLICKS:
        links.append(link(careers, nav.careers))
    return f"<header><nav>{' '.join(links)}</nav></header>"


def footer(company: Company) -> str:
    """Social links and legal lines: what a reader must not take for a board."""
    social = " ".join(link(address.format(slug=company.slug), address.split("/")[2]) for address in NOISE)
    imprint = link("/impressum", "Impressum") if company.nav == "de" else link("/privacy", "Privacy")
    return f"<footer><p>© {esc(company.legal_name)}, {esc(company.headquarters.text)}</p>{social} {imprint}</footer>"


def page(company: Company, title: str, main: str, *, head: str = "") -> str:
    """Any page of the site."""
    top = meta("og:site_name", company.name) + meta("og:title", title) + head
    lang = company.nav if len(company.nav) == 2 else "en"
    return document(title, f"{header(company)}<main>{main}</main>{footer(company)}", head=top, lang=lang)


def home(company: Company) -> str:
    """The front page."""
    head = meta("description", company.about.split(". ")[0] + ".")
    head += linked_data(organization(company)) if company.organization_markup else ""
    if company.board.kind is BoardKind.RSS:
        head += f'<link rel="alternate" type="application/rss+xml" title="Jobs" href="{feed_url(company)}">'
    main = f"<h1>{esc(company.name)}</h1><p>{esc(company.about)}</p><p>{link(nav_of(company).about_path, '→')}</p>"
    return page(company, f"{company.name} | {company.industry}", main, head=head)


def about(company: Company) -> str:
    """Facts in prose and in a list; for two-click sites also the way to the careers page."""
    nav = nav_of(company)
    facts = (
        f"Founded: {company.founded}",
        f"Headquarters: {company.headquarters.text}",
        f"Employees: {company.size}",
        f"Industry: {company.industry}",
    )
    more = f"<p>{link(nav.careers_path, nav.careers)}</p>" if company.board.reach is Reach.TWO_CLICKS else ""
    main = f"<h1>{esc(nav.about)}</h1><p>{esc(company.about)}</p><ul>{bullets(facts)}</ul>{more}"
    return page(company, f"{nav.about} – {company.name}", main)


def engineering(company: Company) -> str:
    """What the company builds with."""
    stack = ", ".join(company.stack[:-1]) + f" and {company.stack[-1]}"
    main = (
        f"<h1>{esc(nav_of(company).engineering)}</h1><p>Our stack: {esc(stack)}.</p>"
        f"<ul>{bullets(company.stack)}</ul><p>We deploy on most weekdays and write up what we learn.</p>"
    )
    return page(company, f"Engineering at {company.name}", main)


def plain(company: Company, title: str) -> str:
    """A page without news: privacy, imprint."""
    return page(company, f"{title} – {company.name}", f"<h1>{title}</h1><p>{esc(company.legal_name)}</p>")


def careers(company: Company, roles: tuple[Role, ...], number: int = 1, *, more: str = "") -> str:
    """The careers page: the roles themselves on a company's own board, else the way to the board.

    `number` counts pages from 1; `more` is further HTML of list items.
    """
    nav = nav_of(company)
    own = company.board.kind in (BoardKind.PAGE, BoardKind.RSS)
    main = _own_list(company, roles, number, more) if own else _way(company)
    intro = f"<h1>{esc(nav.careers)}</h1><p>{esc(company.about.split('. ')[-1])}</p>"
    return page(company, f"{nav.careers} | {company.name}", intro + main)


def _own_list(company: Company, roles: tuple[Role, ...], number: int, more: str) -> str:
    path = nav_of(company).careers_path
    shown = roles[(number - 1) * PER_PAGE : number * PER_PAGE]
    rows = "".join(
        f'<li class="job"><h3>{link(posting_url(company, role), role.title)}</h3>'
        f"<span>{esc(role.places[0].text)}</span> <span>{esc(role.department)}</span></li>"
        for role in shown
    )
    following = link(f"{path}?page={number + 1}", "Next", rel="next") if len(roles) > number * PER_PAGE else ""
    feed = link(feed_url(company), "RSS") if company.board.kind is BoardKind.RSS else ""
    return f"<ul class='jobs'>{rows}{more}</ul>{following} {feed}"


def _way(company: Company) -> str:
    if company.board.reach is Reach.SCRIPT:
        return _script(company)
    if company.board.reach is Reach.IFRAME:
        return _iframe(company)
    return f"<p>{link(board_url(company), nav_of(company).openings)}</p>"


def _script(company: Company) -> str:
    token = company.board.token
    if company.board.kind is BoardKind.GREENHOUSE:
        source = f"https://{GREENHOUSE_HOSTED[0]}/embed/job_board/js?for={token}"
        return f'<div id="grnhse_app"></div><script src="{source}"></script>'
    if company.board.kind is BoardKind.ASHBY:
        return f'<div id="ashby_embed"></div><script src="{board_url(company)}/embed?version=2"></script>'
    options = json.dumps({"includeCss": True})
    return (
        f"<div id='lever-jobs-container'></div><script>"
        f"window.leverJobsOptions = {{accountName: '{token}', options: {options}}};</script>"
        "<script src='https://andreasmb.github.io/lever-jobs-embed/index.js'></script>"
    )


def _iframe(company: Company) -> str:
    source = board_url(company)
    if company.board.kind is BoardKind.GREENHOUSE:
        source = f"https://{GREENHOUSE_HOSTED[0]}/embed/job_board?for={company.board.token}"
    if company.board.kind is BoardKind.ASHBY:
        source = f"https://{ASHBY_HOSTED}/{board_url(company).rsplit('/', 1)[1]}?embed=js"
    return f'<iframe id="jobs" src="{source}" width="100%"></iframe>'


def opening(company: Company, external_id: str) -> str:
    """A posting of a foreign board on the company's own site (`?gh_jid=`): a frame around the provider's page."""
    token = company.board.token
    source = f"https://{GREENHOUSE_HOSTED[0]}/embed/job_app?for={token}&token={esc(external_id)}"
    script = f"https://{GREENHOUSE_HOSTED[0]}/embed/job_board/js?for={token}"
    main = f'<div id="grnhse_app"><iframe src="{esc(source)}"></iframe></div><script src="{esc(script)}"></script>'
    return page(company, f"{nav_of(company).careers} | {company.name}", main)


def sitemap(company: Company, roles: tuple[Role, ...]) -> str:
    """Every page of the site that a crawler should know."""
    nav = nav_of(company)
    paths = [site_url(company, path) for path in ("/", nav.about_path, "/engineering", nav.careers_path)]
    if company.board.kind is BoardKind.PAGE:
        paths += [posting_url(company, role) for role in roles]
    rows = "".join(f"<url><loc>{esc(path)}</loc></url>" for path in paths)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>\n'
    )


def robots(company: Company) -> str:
    """robots.txt: one company keeps everybody out of its careers page."""
    rule = f"Disallow: {nav_of(company).careers_path}" if company.part == "robots" else "Allow: /"
    return f"User-agent: *\n{rule}\nSitemap: {site_url(company, '/sitemap.xml')}\n"
