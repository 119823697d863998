"""Wellfound (AngelList Talent): recognised, never asked; a saved page of a posting is read.

Pure; called through `boards.registry`. A posting's number begins its slug, below `/jobs` or its company. Companies and
searches by role or place are boards without a listing.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import jobsite, refs, walled
from jobfinder.boards.parts.jobsite import ALL
from jobfinder.model import Page, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import urls

NAME = "wellfound"
ALIASES: tuple[str, ...] = ("angellist", "angel")
HOSTS: tuple[str, ...] = ("wellfound.com", "angel.co")
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

SITE = "https://wellfound.com"
ID = re.compile(r"\d{4,10}")
NUMBERED = re.compile(r"(\d{4,10})(?:-[^/]{0,200})?")
COMPANIES = frozenset({"company", "startups"})
SEARCHES = frozenset({"role", "location", "remote"})
ELEMENTS = walled.Elements(
    title="h1[class*='jobTitle'], main h1, h1",
    company="[class*='companyName'], a[href*='/company/'] h2, a[href*='/company/']",
    place="[class*='location'], ul li a[href*='/location/']",
    description="[class*='description'], #job-description",
)


def match(url: str) -> Ref | None:
    """Postings, companies, searches."""
    parts = urls.parts(url)
    if parts is None or parts.host.removeprefix("www.") not in HOSTS:
        return None
    path = parts.segments
    shown = jobsite.value(parts, "job_listing_slug")
    slug = shown if shown and path[:1] == ("jobs",) else _slug(path)
    if slug is not None and (found := NUMBERED.fullmatch(slug)):
        return refer(ALL, found[1])
    if path[:1] == ("jobs",) and len(path) == 1:
        return refer("search")
    if path and path[0] in COMPANIES and len(path) in (2, 3) and path[2:] in ((), ("jobs",)):
        return refer(path[1])
    return refer("search," + ",".join(path).lower()) if path and path[0] in SEARCHES and len(path) < 5 else None


def _slug(path: tuple[str, ...]) -> str | None:
    """The part of the path in which a posting's number stands."""
    if path[:1] == ("jobs",) and len(path) == 2:
        return path[1]
    return path[3] if len(path) == 4 and path[0] in COMPANIES and path[2] == "jobs" else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The posting of that number, a company by its slug, a search ("search,role,…")."""
    if external_id is not None:
        return refs.posting(NAME, ALL, external_id, f"{SITE}/jobs/{external_id}") if ID.fullmatch(external_id) else None
    if token == "search" or token.startswith("search,"):
        path = "/".join(map(quote, token.split(",")[1:])) or "jobs"
        return refs.board(NAME, token, f"{SITE}/{path}") if len(token) <= refs.LONGEST else None
    name = refs.token_of(token.lower())
    return refs.board(NAME, name, f"{SITE}/company/{quote(name)}/jobs") if name and name != ALL else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """None: raises `Refused`, with what to do instead."""
    walled.refuse("Wellfound", ref)


def parse(ref: Ref, response: Response) -> Page:
    """The posting on a saved page."""
    return walled.saved(ref, response, match, "Wellfound", ELEMENTS)


marks = unmarked


EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://wellfound.com/jobs/2700001-glazier?utm_source=x",
        ref=refs.posting(NAME, ALL, "2700001", f"{SITE}/jobs/2700001"),
        spellings=(
            "https://angel.co/company/fernbrook/jobs/2700001-glazier",
            "https://wellfound.com/jobs?job_listing_slug=2700001-glazier",
        ),
        body="""<script type="application/ld+json">{"@type": "JobPosting", "title": "Glazier",
            "hiringOrganization": {"name": "Fernbrook"}, "description": "<p>You glaze.</p>"}</script>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Glazier",
                    company="Fernbrook",
                    url=f"{SITE}/jobs/2700001",
                    board=NAME,
                    token=ALL,
                    external_id="2700001",
                    description_html="<p>You glaze.</p>",
                    description_text="You glaze.",
                ),
            ),
        ),
    ),
    Example(
        url="https://wellfound.com/company/Fernbrook/jobs",
        ref=refs.board(NAME, "fernbrook", f"{SITE}/company/fernbrook/jobs"),
        spellings=("https://angel.co/company/fernbrook",),
    ),
    Example(
        url="https://wellfound.com/role/l/glazier/berlin",
        ref=refs.board(NAME, "search,role,l,glazier,berlin", f"{SITE}/role/l/glazier/berlin"),
    ),
)
