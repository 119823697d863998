"""Arbeitnow: a JSON list of jobs in Germany and beyond, a hundred a page, newest first.

Pure; called through `boards.registry`. A posting is named by its slug; the address has the employer's before it. Times
are epoch seconds.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import exchange, fill, jobsite, refs
from jobfinder.boards.parts.jobsite import ALL
from jobfinder.boards.parts.node import Node, decode
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import fields, urls

NAME = "arbeitnow"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("arbeitnow.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

SITE = "https://www.arbeitnow.com"
API = f"{SITE}/api/job-board-api"
SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{2,240}")
LISTS = frozenset({"", "jobs", "api/job-board-api"})


def match(url: str) -> Ref | None:
    """The front page, the API, postings: `/jobs/companies/COMPANY/SLUG`, `/view/SLUG`."""
    parts = urls.parts(url)
    if parts is None or parts.host.removeprefix("www.") not in HOSTS:
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    if "/".join(path) in LISTS:
        return refer(ALL)
    if path[:2] == ("jobs", "companies") and len(path) == 4:
        found = refer(ALL, path[3])
        return replace(found, url=f"{SITE}/{'/'.join(path)}") if found and SLUG.fullmatch(path[2]) else None
    return refer(ALL, path[1]) if path[0] == "view" and len(path) == 2 else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or the posting of that slug."""
    if token != ALL:
        return None
    if external_id is None:
        return refs.board(NAME, ALL, f"{SITE}/jobs")
    return refs.posting(NAME, ALL, external_id, f"{SITE}/view/{external_id}") if SLUG.fullmatch(external_id) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The API's list, the page of a posting."""
    return (Request(url=ref.url if ref.token is None or ref.kind is RefKind.POSTING else API),)


def parse(ref: Ref, response: Response) -> Page:
    """A page of the list; the page of a posting by its structured data."""
    if exchange.is_markup(response):
        return jobsite.markup(ref, response, match)
    page = jobsite.listed(ref, response, "data", _posting, NAME)
    if page.kind is RefKind.POSTING:
        return page
    link = Node(decode(response)).at("links").url("next")
    following = Request(url=link) if link and page.postings and link != response.url and _is_list(link) else None
    return replace(page, next=following, total=None, complete=page.complete and following is None)


marks = unmarked


def _is_list(url: str) -> bool:
    found = match(url)
    return found is not None and found.kind is RefKind.BOARD


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, external_id = row.text("title"), row.text("slug")
    if not title or not external_id:
        return None
    said = fill.description(row.markup("description"))
    where = fill.locations([row.text("location")])
    workplace = Remote.REMOTE if row.flag("remote") else fill.remote(title)
    return Posting(
        title=title,
        company=row.text("company_name"),
        url=row.url("url"),
        board=NAME,
        token=ALL,
        external_id=external_id,
        locations=where,
        remote=workplace,
        employment_type=fields.employment(row.texts("job_types")),
        salary=fill.pay(None, said, where),
        posted_at=row.date("created_at"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://www.arbeitnow.com/",
        ref=refs.board(NAME, ALL, f"{SITE}/jobs"),
        spellings=("https://arbeitnow.com/jobs", "https://www.arbeitnow.com/api/job-board-api?page=3"),
        body="""{"data": [{"slug": "glaserin-cologne-332001", "company_name": "Farnbach GmbH",
            "title": "Glaser (m/w/d)", "description": "<p>Du setzt unsere Fenster ein.</p>", "remote": false,
            "tags": ["Handwerk"], "url": "https://www.arbeitnow.com/jobs/companies/farnbach-gmbh/glaserin-cologne-332001",
            "job_types": ["full time"], "location": "Cologne", "created_at": 1772442000}],
            "links": {"first": "x", "last": null, "prev": null,
                      "next": "https://www.arbeitnow.com/api/job-board-api?page=2"}, "meta": {"per_page": 100}}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            next=Request(url=f"{API}?page=2"),
            complete=False,
            postings=(
                Posting(
                    title="Glaser (m/w/d)",
                    company="Farnbach GmbH",
                    url=f"{SITE}/jobs/companies/farnbach-gmbh/glaserin-cologne-332001",
                    board=NAME,
                    token=ALL,
                    external_id="glaserin-cologne-332001",
                    locations=(Place(text="Cologne", city="Cologne", country="DE"),),
                    employment_type="full_time",
                    posted_at="2026-03-02T09:00:00+00:00",
                    description_html="<p>Du setzt unsere Fenster ein.</p>",
                    description_text="Du setzt unsere Fenster ein.",
                ),
            ),
        ),
    ),
    Example(
        url="https://www.arbeitnow.com/jobs/companies/farnbach-gmbh/glaserin-cologne-332001?utm_source=x",
        ref=refs.posting(
            NAME,
            ALL,
            "glaserin-cologne-332001",
            f"{SITE}/jobs/companies/farnbach-gmbh/glaserin-cologne-332001",
        ),
        spellings=(
            "https://arbeitnow.com/view/glaserin-cologne-332001",
            "http://www.arbeitnow.com/jobs/companies/Farnbach-GmbH/glaserin-cologne-332001/#apply",
        ),
        body="""<script type="application/ld+json">{"@type": "JobPosting", "title": "Glaser (m/w/d)",
            "hiringOrganization": {"name": "Farnbach GmbH"}}</script>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Glaser (m/w/d)",
                    company="Farnbach GmbH",
                    url=f"{SITE}/jobs/companies/farnbach-gmbh/glaserin-cologne-332001",
                    board=NAME,
                    token=ALL,
                    external_id="glaserin-cologne-332001",
                ),
            ),
        ),
    ),
)
