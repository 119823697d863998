"""The aggregator: its feed, its front page, and a page for each posting that it carries. Called by `router`."""

from __future__ import annotations

from datetime import UTC, datetime, time

from jobfinder.demo.addresses import AGGREGATOR, aggregated_url
from jobfinder.demo.aggregate import carried, entries
from jobfinder.demo.answer import RSS, Answer, html, missing, redirect, text
from jobfinder.demo.incoming import Incoming
from jobfinder.demo.listing import posting_page
from jobfinder.demo.live import Live
from jobfinder.demo.records import Company, Role
from jobfinder.demo.wire import aggregator, rss


def aggregator_site(live: Live, asked: Incoming) -> Answer:
    """Any page of the aggregator."""
    if asked.host != AGGREGATOR:
        return redirect(f"https://{AGGREGATOR}{asked.target}", 301)
    match asked.segments:
        case ():
            return html(aggregator.front(_carried(live)))
        case ("remote-jobs.rss",):
            return _feed(live)
        case ("remote-jobs", name):
            return _posting(live, name)
    return missing()


def _carried(live: Live) -> list[tuple[Company, Role]]:
    return [
        (company, role) for company, roles in entries(live) for role in roles if live.closing(company, role) is None
    ]


def _feed(live: Live) -> Answer:
    carried = _carried(live)
    built = max((role.updated for _, role in carried), default=datetime.combine(live.world.today, time(), UTC))
    return text(rss.aggregator_feed(carried, built), RSS)


def _posting(live: Live, name: str) -> Answer:
    found = live.world.by_slug(name.rsplit("-", 2)[0])
    company = live.company(found.index) if found else None
    role = _named(live, company, name) if company else None
    if company is None or role is None:
        return missing()
    return posting_page(
        live.closing(company, role),
        lambda closed: aggregator.posting(company, role, closed=closed),
        f"https://{AGGREGATOR}/",
    )


def _named(live: Live, company: Company, name: str) -> Role | None:
    """The role of that company whose page here has that name."""
    roles = carried(live, company)
    return next((role for role in roles if aggregated_url(company, role).endswith(f"/{name}")), None)
