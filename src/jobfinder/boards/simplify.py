"""Simplify: the lists for graduates and interns that a community keeps on GitHub, as one JSON file each.

Pure; called through `boards.registry`. A row leads to the employer's own board, and is known by that address alone: a
posting there has its name from there. Rows that are not active or not visible are no openings. The file holds years of
rows and is read in windows. The site's own postings (`simplify.jobs/p/ID`) are read by their pages.
"""

from __future__ import annotations

import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import exchange, fill, jobsite, refs
from jobfinder.boards.parts.jobsite import ALL
from jobfinder.boards.parts.node import Node
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import urls
from jobfinder.read.feed_item import level_of

NAME = "simplify"
ALIASES: tuple[str, ...] = ("simplify-listings", "simplifyjobs")
HOSTS: tuple[str, ...] = ("simplify.jobs",)
ANYWHERE = True
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

OWNER = "SimplifyJobs"
GITHUB = "https://github.com"
RAW = "https://raw.githubusercontent.com"
FILE = (".github", "scripts", "listings.json")
REPOSITORY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{2,80}")
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def match(url: str) -> Ref | None:
    """The lists, as people and as programs see them on GitHub; postings of the site."""
    parts = urls.parts(url)
    path = parts.segments if parts else ()
    if parts is None or len(path) < 2:
        return None
    if parts.host.removeprefix("www.") == "simplify.jobs":
        return refer(ALL, path[1].lower()) if path[0] == "p" else None
    if path[0].lower() != OWNER.lower():
        return None
    listed = parts.host == "raw.githubusercontent.com" and path[-3:] == FILE
    seen = parts.host == "github.com" and (len(path) == 2 or path[2] in ("blob", "tree"))
    return refer(path[1]) if listed or seen else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The list in that repository, or the site's posting of that id."""
    if external_id is not None:
        found = ID.fullmatch(external_id)
        return refs.posting(NAME, ALL, external_id, f"https://simplify.jobs/p/{external_id}") if found else None
    name = refs.token_of(token)
    if name is None or name == ALL or not REPOSITORY.fullmatch(name):
        return None
    return refs.board(NAME, name, f"{GITHUB}/{OWNER}/{name}")


def requests(ref: Ref) -> tuple[Request, ...]:
    """The list, the page of a posting."""
    if ref.token is None or ref.kind is RefKind.POSTING:
        return (Request(url=ref.url),)
    return (Request(url=f"{RAW}/{OWNER}/{ref.token}/dev/{'/'.join(FILE)}"),)


def parse(ref: Ref, response: Response) -> Page:
    """The open rows of the list; the page of a posting by its structured data."""
    if exchange.is_markup(response):
        return jobsite.markup(ref, response, match)
    return jobsite.listed(ref, response, None, _posting, NAME, skip=_is_closed)


marks = unmarked


def _is_closed(row: Node) -> bool:
    return row.flag("active") is False or row.flag("is_visible") is False


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, link = row.text("title"), row.url("url")
    if not title or not link:
        return None
    stated = row.texts("locations")
    workplace = fill.remote(*stated, title) if len(stated) == 1 else None
    return Posting(
        title=title,
        company=row.text("company_name"),
        url=link,
        locations=fill.locations(stated),
        remote=workplace,
        remote_scope=fill.scope(workplace, stated[0]) if stated else None,
        department=row.text("category"),
        seniority=level_of(title),
        posted_at=row.date("date_posted"),
        updated_at=row.date("date_updated"),
    )


EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://github.com/SimplifyJobs/New-Grad-Positions",
        ref=refs.board(NAME, "New-Grad-Positions", f"{GITHUB}/{OWNER}/New-Grad-Positions"),
        spellings=(
            f"{RAW}/SimplifyJobs/New-Grad-Positions/dev/.github/scripts/listings.json",
            "https://github.com/simplifyjobs/New-Grad-Positions/blob/dev/README.md",
        ),
        body="""[{"source": "Simplify", "category": "Software", "company_name": "Fernbrook", "active": true,
            "id": "aa42f4fa-9a75-46d4-b15c-9edf66780001", "title": "Junior Glazier", "date_updated": 1772442000,
            "date_posted": 1772442000, "url": "https://jobs.fernbrook.example/7/apply", "locations": ["Remote in USA"],
            "company_url": "https://simplify.jobs/c/Fernbrook", "is_visible": true, "sponsorship": "Other"},
            {"company_name": "Fernbrook", "active": false, "title": "Gone", "url": "https://jobs.fernbrook.example/6",
            "is_visible": true}]""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Junior Glazier",
                    company="Fernbrook",
                    url="https://jobs.fernbrook.example/7/apply",
                    locations=(Place(text="Remote in USA", country="US"),),
                    remote=Remote.REMOTE,
                    remote_scope="USA",
                    department="Software",
                    seniority="entry",
                    posted_at="2026-03-02T09:00:00+00:00",
                    updated_at="2026-03-02T09:00:00+00:00",
                ),
            ),
        ),
    ),
    Example(
        url="https://simplify.jobs/p/aa42f4fa-9a75-46d4-b15c-9edf66780001/Junior-Glazier?utm_source=x",
        ref=refs.posting(
            NAME,
            ALL,
            "aa42f4fa-9a75-46d4-b15c-9edf66780001",
            "https://simplify.jobs/p/aa42f4fa-9a75-46d4-b15c-9edf66780001",
        ),
        spellings=("https://www.simplify.jobs/p/AA42F4FA-9a75-46d4-b15c-9edf66780001",),
        body="""<script type="application/ld+json">{"@type": "JobPosting", "title": "Junior Glazier",
            "hiringOrganization": {"name": "Fernbrook"}}</script>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Junior Glazier",
                    company="Fernbrook",
                    url="https://simplify.jobs/p/aa42f4fa-9a75-46d4-b15c-9edf66780001",
                    board=NAME,
                    token=ALL,
                    external_id="aa42f4fa-9a75-46d4-b15c-9edf66780001",
                    seniority="entry",
                ),
            ),
        ),
    ),
)
