"""LinkedIn: recognised, never asked; a saved page of a posting is read.

Pure; called through `boards.registry`. A posting has a number: at the end of its slug, alone, or as `currentJobId` of a
search that shows it. Companies and searches are boards without a listing. Country hosts and the application's links
(`/comm/`) name the same things.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import jobsite, refs, walled
from jobfinder.boards.parts.jobsite import ALL
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import urls

NAME = "linkedin"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("linkedin.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

SITE = "https://www.linkedin.com"
ID = re.compile(r"\d{6,14}")
IN_SLUG = re.compile(r"(?:.{0,300}-)?(\d{6,14})")
ASKED = frozenset({"keywords", "location", "geoId", "f_C", "f_WT", "f_JT", "f_E", "f_TPR", "distance"})
SEARCHES = frozenset({"search", "search-results", "collections"})
LIST = re.compile(r"[^/]{1,120}-jobs(?:-[^/]{1,120})?")
ELEMENTS = walled.Elements(
    title="h1.top-card-layout__title, h2.top-card-layout__title, h1.topcard__title, "
    ".job-details-jobs-unified-top-card__job-title",
    company="a.topcard__org-name-link, .topcard__flavor a, .job-details-jobs-unified-top-card__company-name",
    place="span.topcard__flavor--bullet, .job-details-jobs-unified-top-card__primary-description-container span",
    description=".show-more-less-html__markup, .description__text, #job-details, .jobs-description__content",
    facts=".description__job-criteria-text, .compensation__salary, .job-details-preferences-and-skills__pill",
)


def match(url: str) -> Ref | None:
    """Postings, companies, searches. People, posts and groups are nobody's."""
    parts = urls.parts(url)
    if parts is None or not f".{parts.host}".endswith(".linkedin.com"):
        return None
    path = parts.segments[1:] if parts.segments[:1] == ("comm",) else parts.segments
    if path[:4] == ("jobs-guest", "jobs", "api", "jobPosting") and len(path) == 5:
        return refer(ALL, path[4])
    if path[:1] == ("company",) and len(path) > 1:
        return refer(path[1])
    if path[:1] != ("jobs",):
        return None
    if path[1:2] == ("view",) and len(path) > 2:
        found = IN_SLUG.fullmatch(path[2])
        return refer(ALL, found[1]) if found else None
    if shown := jobsite.value(parts, "currentJobId"):
        return refer(ALL, shown)
    return _searched(parts, path)


def _searched(parts: urls.Parts, path: tuple[str, ...]) -> Ref | None:
    """A search. One for the number of a company and nothing else is that company's board."""
    words = path[1:2] if path[1:] and LIST.fullmatch(path[1].lower()) else ()
    if path[1:] and not words and path[1] not in SEARCHES:
        return None
    asked = {name: values[-1] for name, values in parts.query.items() if name in ASKED and values[-1]}
    if set(asked) == {"f_C"} and asked["f_C"].isdecimal():
        return refer(asked["f_C"])
    token = jobsite.search(("search", *words), parts.query, ASKED)
    return refer(token) if token else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The posting of that number, a company by slug or number, a search ("search;…")."""
    if external_id is not None:
        found = ID.fullmatch(external_id)
        return refs.posting(NAME, ALL, external_id, f"{SITE}/jobs/view/{external_id}/") if found else None
    if token == "search" or token.startswith(("search;", "search,")):
        words, query = jobsite.asked(token)
        path = f"{words[1]}/" if len(words) == 2 else "search/"
        return refs.board(NAME, token, jobsite.address(f"{SITE}/jobs/{path}", query)) if len(words) < 3 else None
    name = refs.token_of(token.lower())
    if name is not None and name.isdecimal():
        return refs.board(NAME, name, f"{SITE}/jobs/search/?f_C={name}")
    return refs.board(NAME, name, f"{SITE}/company/{quote(name)}/jobs/") if name and name != ALL else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """None: raises `Refused`, with what to do instead."""
    walled.refuse("LinkedIn", ref)


def parse(ref: Ref, response: Response) -> Page:
    """The posting on a saved page."""
    return walled.saved(ref, response, match, "LinkedIn", ELEMENTS)


marks = unmarked


EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://de.linkedin.com/jobs/view/glazier-at-fernbrook-4000000001?trackingId=x",
        ref=refs.posting(NAME, ALL, "4000000001", f"{SITE}/jobs/view/4000000001/"),
        spellings=(
            "https://www.linkedin.com/jobs/view/4000000001/",
            "https://www.linkedin.com/comm/jobs/view/4000000001",
            "https://www.linkedin.com/jobs/search/?currentJobId=4000000001&keywords=glazier",
            "https://www.linkedin.com/jobs/collections/recommended/?currentJobId=4000000001",
            "https://www.linkedin.com/jobs-guest/jobs/api/jobPosting/4000000001",
        ),
        body="""<h1 class="top-card-layout__title">Senior Glazier</h1><a class="topcard__org-name-link"> Fernbrook </a>
            <span class="topcard__flavor--bullet">Berlin, Germany</span>
            <div class="show-more-less-html__markup"><p>You glaze our windows.</p></div>
            <span class="description__job-criteria-text">Full-time</span>""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            complete=False,
            postings=(
                Posting(
                    title="Senior Glazier",
                    company="Fernbrook",
                    url=f"{SITE}/jobs/view/4000000001/",
                    board=NAME,
                    token=ALL,
                    external_id="4000000001",
                    locations=(Place(text="Berlin, Germany", city="Berlin", country="DE"),),
                    employment_type="full_time",
                    seniority="senior",
                    description_html="<p>You glaze our windows.</p>",
                    description_text="You glaze our windows.",
                ),
            ),
        ),
    ),
    Example(
        url="https://www.linkedin.com/company/Fernbrook/jobs/",
        ref=refs.board(NAME, "fernbrook", f"{SITE}/company/fernbrook/jobs/"),
        spellings=("https://uk.linkedin.com/company/fernbrook", "https://www.linkedin.com/company/fernbrook/life/"),
    ),
    Example(
        url="https://www.linkedin.com/jobs/search/?f_C=900001&position=1",
        ref=refs.board(NAME, "900001", f"{SITE}/jobs/search/?f_C=900001"),
        spellings=("https://www.linkedin.com/jobs/fernbrook-jobs-worldwide?f_C=900001&trk=x",),
    ),
    Example(
        url="https://www.linkedin.com/jobs/search/?keywords=glazier&location=Berlin&refresh=true",
        ref=refs.board(
            NAME,
            "search;keywords=glazier&location=Berlin",
            f"{SITE}/jobs/search/?keywords=glazier&location=Berlin",
        ),
    ),
    Example(
        url="https://www.linkedin.com/jobs/glazier-jobs-berlin/",
        ref=refs.board(NAME, "search,glazier-jobs-berlin", f"{SITE}/jobs/glazier-jobs-berlin/"),
    ),
)
