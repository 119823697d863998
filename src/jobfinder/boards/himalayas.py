"""Himalayas: a JSON list of remote jobs, twenty a page whatever is asked for, newest first.

Pure; called through `boards.registry`. There are more than a hundred thousand postings and the host tires of being
asked after some hundred pages: a listing ends at the newest thousand and says that it is not complete. A posting is
named by its company's slug and its own. Times are epoch seconds; without restrictions a role is open to all the world.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import exchange, fill, jobsite, refs
from jobfinder.boards.parts.jobsite import ALL
from jobfinder.boards.parts.node import Node, decode
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import fields, urls

NAME = "himalayas"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("himalayas.app",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

SITE = "https://himalayas.app"
API = f"{SITE}/jobs/api"
NEWEST = 1_000
ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,120}/[a-z0-9][a-z0-9_-]{0,180}")
LISTS = frozenset({"", "jobs", "jobs/api", "jobs/rss"})


def match(url: str) -> Ref | None:
    """The front page, the API, postings: `/companies/COMPANY/jobs/SLUG`."""
    parts = urls.parts(url)
    if parts is None or parts.host.removeprefix("www.") not in HOSTS:
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    if "/".join(path) in LISTS:
        return refer(ALL)
    if len(path) in (4, 5) and path[0] == "companies" and path[2] == "jobs" and path[4:] in ((), ("apply",)):
        return refer(ALL, f"{path[1]}/{path[3]}")
    return None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or the posting named by the slugs of company and role."""
    if token != ALL:
        return None
    if external_id is None:
        return refs.board(NAME, ALL, f"{SITE}/jobs")
    company, _, slug = external_id.partition("/")
    address = f"{SITE}/companies/{company}/jobs/{slug}"
    return refs.posting(NAME, ALL, external_id, address) if ID.fullmatch(external_id) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The API's list, the page of a posting."""
    return (Request(url=ref.url if ref.token is None or ref.kind is RefKind.POSTING else f"{API}?limit=20&offset=0"),)


def parse(ref: Ref, response: Response) -> Page:
    """A page of the list; the page of a posting by its structured data."""
    if exchange.is_markup(response):
        return jobsite.markup(ref, response, match)
    page = jobsite.listed(ref, response, "jobs", _posting, NAME)
    if page.kind is RefKind.POSTING:
        return page
    total = Node(decode(response)).number("totalCount")
    begun = jobsite.page_of(response, "offset", 0)
    offset = exchange.following(begun, page.total or 0, total)
    following = None if offset is None or offset >= NEWEST else jobsite.turned(response, "offset", offset)
    whole = page.complete and offset is None
    return replace(page, next=following, total=None if total is None else int(total), complete=whole)


marks = unmarked


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, link = row.text("title"), row.url("guid") or row.url("applicationLink")
    own = match(link) if link else None
    named = own is not None and own.kind is RefKind.POSTING
    if not title or not link:
        return None
    said = fill.description(row.markup("description") or row.markup("excerpt"))
    areas = row.texts("locationRestrictions")
    levels = row.texts("seniority")
    return Posting(
        title=title,
        company=row.text("companyName"),
        url=link,
        apply_url=row.url("applicationLink"),
        board=NAME if named else None,
        token=ALL if named else None,
        external_id=own.external_id if own and named else None,
        locations=jobsite.areas(areas),
        remote=Remote.REMOTE,
        remote_scope=", ".join(areas) or ("Worldwide" if row.value("locationRestrictions") == [] else None),
        employment_type=fields.employment(row.text("employmentType")),
        seniority=fill.level(levels[0]) if len(levels) == 1 else None,
        salary=fill.pay(_pay(row), said, ()),
        posted_at=row.date("pubDate"),
        closes_at=row.date("expiryDate"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _pay(row: Node) -> Salary | None:
    low, high = row.number("minSalary"), row.number("maxSalary")
    return fill.offer(low, high, row.text("currency"), row.text("salaryPeriod"))


EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://himalayas.app/jobs",
        ref=refs.board(NAME, ALL, f"{SITE}/jobs"),
        spellings=("https://himalayas.app/", "https://himalayas.app/jobs/api?limit=20&offset=40"),
        body="""{"updatedAt": 1772442000, "offset": 0, "limit": 20, "totalCount": 21, "nextCursor": "MjA", "jobs": [{
            "title": "Glass Designer", "companyName": "Fernbrook", "companySlug": "fernbrook",
            "employmentType": "Full Time", "minSalary": 90000, "maxSalary": 105000, "salaryPeriod": "annual",
            "currency": "USD", "seniority": ["Mid-level"], "locationRestrictions": ["Canada"],
            "timezoneRestrictions": [-8, -5], "description": "<p>You design our windows.</p>",
            "pubDate": 1772442000, "expiryDate": 1775034000,
            "applicationLink": "https://himalayas.app/companies/fernbrook/jobs/glass-designer",
            "guid": "https://himalayas.app/companies/fernbrook/jobs/glass-designer"}]}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            next=Request(url=f"{API}?limit=20&offset=1"),
            complete=False,
            total=21,
            postings=(
                Posting(
                    title="Glass Designer",
                    company="Fernbrook",
                    url=f"{SITE}/companies/fernbrook/jobs/glass-designer",
                    apply_url=f"{SITE}/companies/fernbrook/jobs/glass-designer",
                    board=NAME,
                    token=ALL,
                    external_id="fernbrook/glass-designer",
                    locations=(Place(text="Canada", country="CA"),),
                    remote=Remote.REMOTE,
                    remote_scope="Canada",
                    employment_type="full_time",
                    seniority="mid",
                    salary=Salary(min=90_000, max=105_000, currency="USD", period="year"),
                    posted_at="2026-03-02T09:00:00+00:00",
                    closes_at="2026-04-01T09:00:00+00:00",
                    description_html="<p>You design our windows.</p>",
                    description_text="You design our windows.",
                ),
            ),
        ),
    ),
    Example(
        url="https://himalayas.app/companies/fernbrook/jobs/glass-designer?ref=x",
        ref=refs.posting(NAME, ALL, "fernbrook/glass-designer", f"{SITE}/companies/fernbrook/jobs/glass-designer"),
        spellings=(
            "https://www.himalayas.app/companies/Fernbrook/jobs/glass-designer/",
            "https://himalayas.app/companies/fernbrook/jobs/glass-designer/apply",
        ),
        body="""<script type="application/ld+json">{"@type": "JobPosting", "title": "Glass Designer",
            "hiringOrganization": {"name": "Fernbrook"}}</script>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Glass Designer",
                    company="Fernbrook",
                    url=f"{SITE}/companies/fernbrook/jobs/glass-designer",
                    board=NAME,
                    token=ALL,
                    external_id="fernbrook/glass-designer",
                ),
            ),
        ),
    ),
)
