"""The Muse: a JSON list of jobs at its customers, twenty a page, whole or by category.

Pure; called through `boards.registry`. Pages are counted from 1 to `page_count`, of which only the first hundred are
answered. A posting is named by its company's slug and its own; the API's number is in no address.
"""

from __future__ import annotations

import re
from urllib.parse import quote_plus

from msgspec.structs import replace

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import exchange, fill, jobsite, refs
from jobfinder.boards.parts.jobsite import ALL
from jobfinder.boards.parts.node import Node, decode
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import urls

NAME = "themuse"
ALIASES: tuple[str, ...] = ("muse",)
HOSTS: tuple[str, ...] = ("themuse.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

SITE = "https://www.themuse.com"
API = f"{SITE}/api/public/jobs"
LAST_PAGE = 99
ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,120}/[a-z0-9][a-z0-9_-]{0,180}")
CATEGORY = re.compile(r"[\w &+,-]{2,60}")
LISTS = frozenset({"", "jobs", "search", "api/public/jobs"})


def match(url: str) -> Ref | None:
    """The front page, the list, the API (by category), postings: `/jobs/COMPANY/SLUG`."""
    parts = urls.parts(url)
    if parts is None or parts.host.removeprefix("www.") not in HOSTS:
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    if "/".join(path) in LISTS:
        return refer(jobsite.value(parts, "category") or ALL)
    return refer(ALL, f"{path[1]}/{path[2]}") if len(path) == 3 and path[0] == "jobs" else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """Everything, a category, or the posting named by the slugs of company and role."""
    if external_id is not None:
        fits = ID.fullmatch(external_id)
        return refs.posting(NAME, ALL, external_id, f"{SITE}/jobs/{external_id}") if fits else None
    name = refs.token_of(token)
    if name is None or not CATEGORY.fullmatch(name):
        return None
    return refs.board(NAME, name, f"{SITE}/jobs" + ("" if name == ALL else f"?category={quote_plus(name)}"))


def requests(ref: Ref) -> tuple[Request, ...]:
    """The API's list, the page of a posting."""
    if ref.token is None or ref.kind is RefKind.POSTING:
        return (Request(url=ref.url),)
    asked = () if ref.token == ALL else (("category", ref.token),)
    return (Request(url=jobsite.address(API, (*asked, ("page", 1)))),)


def parse(ref: Ref, response: Response) -> Page:
    """A page of the list, or one posting of the API; the page of a posting by its structured data."""
    if exchange.is_markup(response):
        return jobsite.markup(ref, response, match)
    answer = Node(decode(response))
    single = _posting(ref, answer) if answer.value("results") is None else None
    if single is not None:
        return Page(kind=RefKind.POSTING, reader=NAME, postings=(single,))
    page = jobsite.listed(ref, response, "results", _posting, NAME)
    if page.kind is RefKind.POSTING:
        return page
    number, count, total = jobsite.page_of(response, "page", 1), answer.number("page_count"), answer.number("total")
    more = bool(page.postings) and count is not None and number < count
    following = jobsite.turned(response, "page", number + 1) if more and number < LAST_PAGE else None
    return replace(
        page, next=following, total=None if total is None else int(total), complete=page.complete and not more
    )


marks = unmarked


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, link = row.text("name"), row.at("refs").url("landing_page")
    if not title or not link:
        return None
    own = match(link)
    named = own is not None and own.kind is RefKind.POSTING
    said = fill.description(row.markup("contents"))
    stated = [place.text("name") for place in row.rows("locations")]
    where = fill.locations(stated)
    levels = [level for entry in row.rows("levels") if (level := fill.level(entry.text("name")))]
    categories = [name for entry in row.rows("categories") if (name := entry.text("name"))]
    return Posting(
        title=title,
        company=row.at("company").text("name"),
        url=link,
        board=NAME if named else None,
        token=ALL if named else None,
        external_id=own.external_id if own and named else None,
        locations=where,
        remote=fill.remote(*stated, title),
        department=categories[0] if len(categories) == 1 else None,
        seniority=levels[0] if len(levels) == 1 else None,
        salary=fill.pay(None, said, where),
        posted_at=row.date("publication_date"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://www.themuse.com/jobs?category=Design+and+UX",
        ref=refs.board(NAME, "Design and UX", f"{SITE}/jobs?category=Design+and+UX"),
        spellings=("https://themuse.com/api/public/jobs?category=Design%20and%20UX&page=3",),
        body="""{"page": 1, "page_count": 2, "items_per_page": 20, "took": 3, "total": 21, "results": [{
            "contents": "<p>You design our windows.</p>", "name": "Glass Designer", "type": "external",
            "publication_date": "2026-03-02T09:00:00Z", "short_name": "glass-designer-1f3c", "model_type": "jobs",
            "id": 17000001, "locations": [{"name": "Berlin, Germany"}], "categories": [{"name": "Design and UX"}],
            "levels": [{"name": "Mid Level", "short_name": "mid"}], "tags": [],
            "refs": {"landing_page": "https://www.themuse.com/jobs/fernbrook/glass-designer-1f3c"},
            "company": {"id": 9001, "short_name": "fernbrook", "name": "Fernbrook"}}]}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            next=Request(url=f"{API}?category=Design+and+UX&page=2"),
            complete=False,
            total=21,
            postings=(
                Posting(
                    title="Glass Designer",
                    company="Fernbrook",
                    url=f"{SITE}/jobs/fernbrook/glass-designer-1f3c",
                    board=NAME,
                    token=ALL,
                    external_id="fernbrook/glass-designer-1f3c",
                    locations=(Place(text="Berlin, Germany", city="Berlin", country="DE"),),
                    department="Design and UX",
                    seniority="mid",
                    posted_at="2026-03-02T09:00:00+00:00",
                    description_html="<p>You design our windows.</p>",
                    description_text="You design our windows.",
                ),
            ),
        ),
    ),
    Example(
        url="https://www.themuse.com/jobs/fernbrook/glass-designer-1f3c?utm_source=x",
        ref=refs.posting(NAME, ALL, "fernbrook/glass-designer-1f3c", f"{SITE}/jobs/fernbrook/glass-designer-1f3c"),
        spellings=("http://themuse.com/jobs/Fernbrook/glass-designer-1f3c/#apply",),
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
                    url=f"{SITE}/jobs/fernbrook/glass-designer-1f3c",
                    board=NAME,
                    token=ALL,
                    external_id="fernbrook/glass-designer-1f3c",
                ),
            ),
        ),
    ),
    Example(url="https://www.themuse.com/", ref=refs.board(NAME, ALL, f"{SITE}/jobs"), spellings=(f"{API}?page=1",)),
)
