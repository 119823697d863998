"""Jobvite: the whole list of a company on one page; a posting is read from its page, which has structured data.

Pure; called through `boards.registry`. Addresses come with and without `careers/` before the token. A posting that is
closed leads to the list. Lists are tables or rows of links; a job at several places shows only their number. Tokens
ignore case, ids do not.
"""

from __future__ import annotations

import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import elements, hosted, refs
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import urls
from jobfinder.read.dom import Document
from jobfinder.read.text import label

NAME = "jobvite"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("jobvite.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = True

HOSTED = "https://jobs.jobvite.com"
TOKEN = re.compile(r"[a-z0-9][a-z0-9_.-]{0,99}")
ID = re.compile(r"o[A-Za-z0-9]{7,10}")
ROWS = ".jv-job-list li, .jv-job-list tr, li.row, .jv-search-list li, tr:has(.jv-job-list-name)"
EMPTY = ".jv-page-jobs, .jv-job-list, .jv-page-message, .jv-job-list-empty, .jv-search-no-results"
NONE_OPEN = re.compile(
    r"\bno (?:open |current |available |matching )?(?:positions|jobs|openings|results)\b", re.IGNORECASE
)
META = re.compile(r"<span[^<>]{0,80}jv-inline-separator[^<>]{0,80}>")
"""Between the department and the places."""
COUNT = re.compile(r"\d{1,4} locations?", re.IGNORECASE)
OTHERS = frozenset({"support", "careers", "info", "about"})


def match(url: str) -> Ref | None:
    """Boards, postings and their forms."""
    parts = urls.parts(url)
    if parts is None or parts.host != "jobs.jobvite.com":
        return None
    path = parts.segments
    if path[:1] == ("careers",) and len(path) > 1 and path[1] not in ("job", "jobs"):
        path = path[1:]
    if not path or path[0].lower() in OTHERS or (len(path) > 1 and path[1] not in ("job", "jobs", "search")):
        return None
    return refer(path[0], path[2] if len(path) > 2 and path[1] == "job" else None)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board or posting; null for what can be no id."""
    name = refs.token_of(token.lower())
    if name is None or not TOKEN.fullmatch(name):
        return None
    home = f"{HOSTED}/{name}"
    if external_id is None:
        return refs.board(NAME, name, f"{home}/jobs")
    return refs.posting(NAME, name, external_id, f"{home}/job/{external_id}") if ID.fullmatch(external_id) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The page with all jobs, or that of a posting."""
    if ref.token is None or ref.kind is RefKind.POSTING:
        return (Request(url=ref.url),)
    return (Request(url=f"{HOSTED}/{ref.token}/jobs/viewall"), Request(url=ref.url))


def parse(ref: Ref, response: Response) -> Page:
    """The list, or a posting."""
    document = elements.document(response, f"{HOSTED}/")
    if ref.kind is RefKind.POSTING:
        return _posting_page(ref, response, document)
    found = tuple(posting for row in elements.rows(document, ROWS, match) if (posting := _of_row(ref, row)))
    if found:
        return Page(kind=RefKind.BOARD, reader=NAME, postings=found, total=len(found))
    if _says_none(document):
        return Page(kind=RefKind.BOARD, reader=NAME, total=0)
    shown = hosted.shown(ref, response, match)
    if shown is None:
        raise Broken("the page holds no list of jobs of Jobvite's")
    return shown


marks = unmarked


# ---------------------------------------------------------------- reading


def _posting_page(ref: Ref, response: Response, document: Document) -> Page:
    """By its structured data; else as the page shows it."""
    try:
        return hosted.posting(ref, response, match)
    except Broken:
        title, body = (
            elements.text(document, "h2.jv-header, h1.jv-header"),
            document.first(".jv-job-detail-description"),
        )
        if title is None or body is None:
            raise
    meta = document.first(".jv-job-detail-meta")
    parts = [label(part) for part in META.split(meta.html)] if meta else []
    return elements.alone(elements.posting(ref, title, body.html, parts[-1] if len(parts) > 1 else None))


def _says_none(document: Document) -> bool:
    """Does the page of a list say that there is nothing on it?"""
    return any(NONE_OPEN.search(part.text[:2000]) for part in document.select(EMPTY))


def _of_row(ref: Ref, row: elements.Row) -> Posting | None:
    title = elements.text(row.element, ".jv-job-list-name") or row.link.text
    where, department = _place(row)
    return (
        elements.listed(row, title, where, department=department)
        if title and ref.token in (None, row.to.token)
        else None
    )


def _place(row: elements.Row) -> tuple[str | None, str | None]:
    """Where a job is, and its department, which stands before the place in rows of links."""
    cell = row.element.first(".jv-job-list-location")
    parts = [part.text for part in cell.select("span")] if cell else []
    department, text = (parts[0], parts[-1]) if len(parts) > 1 else (None, cell.text if cell else "")
    return (text if text and not COUNT.fullmatch(text) else None), department or None


# ---------------------------------------------------------------- examples

EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://jobs.jobvite.com/careers/Owlstead/job/oK4tYfwZ?nl=1&nl=1&jvst=LinkedIn&__jvsd=x#apply",
        ref=refs.posting(NAME, "owlstead", "oK4tYfwZ", "https://jobs.jobvite.com/owlstead/job/oK4tYfwZ"),
        spellings=(
            "https://jobs.jobvite.com/owlstead/job/oK4tYfwZ",
            "http://jobs.jobvite.com/owlstead/job/oK4tYfwZ/apply/",
        ),
        body="""<html><body class="jv-page-job"><script type="application/ld+json">{"@type": "JobPosting",
            "title": "Night Ranger", "datePosted": "2026-03-02", "hiringOrganization": {"name": "Owlstead"},
            "employmentType": "Full-Time", "jobLocation": {"address": {"addressLocality": "Halifax",
            "addressRegion": "Nova Scotia", "addressCountry": "Canada"}},
            "description": "<p>You watch the woods.</p>"}</script></body></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Night Ranger",
                    company="Owlstead",
                    url="https://jobs.jobvite.com/owlstead/job/oK4tYfwZ",
                    board=NAME,
                    token="owlstead",
                    external_id="oK4tYfwZ",
                    locations=(
                        Place(text="Halifax, Nova Scotia, Canada", city="Halifax", region="Nova Scotia", country="CA"),
                    ),
                    employment_type="full_time",
                    posted_at="2026-03-02",
                    description_html="<p>You watch the woods.</p>",
                    description_text="You watch the woods.",
                ),
            ),
        ),
    ),
    Example(
        url="https://jobs.jobvite.com/careers/owlstead/jobs?ref=x",
        ref=refs.board(NAME, "owlstead", "https://jobs.jobvite.com/owlstead/jobs"),
        spellings=(
            "https://jobs.jobvite.com/Owlstead",
            "https://jobs.jobvite.com/owlstead/jobs/viewall",
            "https://jobs.jobvite.com/owlstead/search/?p=1&c=Field",
        ),
        body="""<html><body class="jv-page-jobs"><article><h3>Field</h3><div class="jv-job-list"><ul><li class="row">
            <a href="/owlstead/job/oK4tYfwZ?nl=1"><div class="job-item"><div class="jv-job-list-name">
            Night Ranger &amp; Guide</div><div class="ml-auto jv-job-list-location"><span>Field</span>
            <span> Remote, Canada </span></div></div></a></li></ul></div>
            <table class="jv-job-list"><tr><td class="jv-job-list-name"><a href="/owlstead/job/oB7hQ2sL">Bookkeeper</a>
            </td><td class="jv-job-list-location">2 Locations</td></tr></table></article></body></html>""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=2,
            postings=(
                Posting(
                    title="Night Ranger & Guide",
                    url="https://jobs.jobvite.com/owlstead/job/oK4tYfwZ",
                    board=NAME,
                    token="owlstead",
                    external_id="oK4tYfwZ",
                    locations=(Place(text="Remote, Canada", country="CA"),),
                    remote=Remote.REMOTE,
                    remote_scope="Canada",
                    department="Field",
                ),
                Posting(
                    title="Bookkeeper",
                    url="https://jobs.jobvite.com/owlstead/job/oB7hQ2sL",
                    board=NAME,
                    token="owlstead",
                    external_id="oB7hQ2sL",
                ),
            ),
        ),
    ),
)
