"""iCIMS' classic portals: lists and postings as HTML, of which the inner frame is asked for.

Pure; called through `boards.registry`. The token is the host: one customer has several portals ("careers-acme",
"university-acme"), each with its own list. Without `in_iframe=1` a page is a shell around itself. Lists tell how many
pages there are, want the cookies of the first page, and hold no texts; dates in them are American. A posting has
structured data; one that is gone says so. Sites of the newer kind are those of `jibe`.
"""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec.structs import replace

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import asked, elements, exchange, hosted, refs
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import urls
from jobfinder.read.dom import Document, Element

NAME = "icims"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("icims.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

HOST = re.compile(r"([a-z0-9][a-z0-9_-]{0,62})\.icims\.com")
OTHERS = frozenset({"login", "careers", "community", "marketplace", "media", "images", "cdn02", "cdn31"})
"""Hosts of iCIMS itself."""
ID = re.compile(r"\d{2,9}")
PAGES = re.compile(r"\bPage\s{1,9}(\d{1,5})\s{1,9}of\s{1,9}(\d{1,5})\b", re.IGNORECASE)
AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\b")
GONE = re.compile(r"requested job could not be found|job is no longer (?:available|posted|open)", re.IGNORECASE)
ROWS = ".iCIMS_JobCardItem, .iCIMS_JobsTable > .row, .iCIMS_JobsTable > tbody > tr"
LIST = ".iCIMS_JobsTable, .iCIMS_SearchResultsHeader, .iCIMS_ListingsPage"


def match(url: str) -> Ref | None:
    """Portals, their lists, postings and forms."""
    parts = urls.parts(url)
    if parts is None:
        return None
    path = parts.segments
    if not path or path[0] != "jobs":
        return refer(parts.host) if not path and "-" in parts.host.split(".")[0] else None
    return refer(parts.host, path[1]) if len(path) > 1 and ID.fullmatch(path[1]) else refer(parts.host)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board or posting; null where the token is no host of a portal."""
    host = token.strip().lower()
    found = HOST.fullmatch(host)
    if found is None or refs.token_of(found[1]) is None or found[1] in OTHERS:
        return None
    home = f"https://{host}/jobs"
    if external_id is None:
        return refs.board(NAME, host, f"{home}/search?ss=1")
    return refs.posting(NAME, host, external_id, f"{home}/{external_id}/job") if ID.fullmatch(external_id) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The inner frame of the first list, or of the posting."""
    if ref.token is None:
        return (Request(url=ref.url),)
    if ref.kind is RefKind.POSTING:
        return (Request(url=f"{ref.url}?in_iframe=1"),)
    return (Request(url=_page_of(ref.token, 0)),)


def parse(ref: Ref, response: Response) -> Page:
    """A page of the list, or a posting, or the notice that it is gone."""
    document = elements.document(response, "")
    heading = document.first("h1.iCIMS_Header, #iCIMS_Header, .iCIMS_ErrorMessage, .iCIMS_MainWrapper h1")
    said = heading.text if heading else ""
    if GONE.search(said):
        return Page(kind=RefKind.POSTING, reader=NAME, closed=said, complete=False)
    listed = document.first(ROWS)
    if ref.kind is RefKind.POSTING or (not listed and document.first(".iCIMS_JobContent")):
        return _posting_page(ref, response, document)
    if not listed and not document.first(LIST):
        raise Broken("the page holds no list of an iCIMS portal")
    return _listing(ref, response, document)


marks = unmarked


# ---------------------------------------------------------------- lists


def _page_of(host: str, number: int) -> str:
    return f"https://{host}/jobs/search?ss=1&pr={number}&in_iframe=1"


def _listing(ref: Ref, response: Response, document: Document) -> Page:
    found = tuple(posting for row in elements.rows(document, ROWS, match) if (posting := _of_row(row)))
    if document.first(ROWS) and not found:
        raise Broken("none of the jobs on the page of the iCIMS portal could be read")
    stated = PAGES.search(" ".join(part.text for part in document.select(LIST)[:3])) or PAGES.search(document.text())
    at, pages = (int(stated[1]), int(stated[2])) if stated else (1, 1)
    more, expected = at < pages, asked.number(response.url, "pr", 0) == at - 1
    following = _next(ref, response, at) if more and found and expected else None
    whole = not (more and following is None) and stated is not None
    return Page(kind=RefKind.BOARD, reader=NAME, postings=found, next=following, complete=whole)


def _next(ref: Ref, response: Response, number: int) -> Request | None:
    """The list's next page, in the session that the first one began."""
    arrived = match(response.url)
    host = ref.token or (arrived.token if arrived else None)
    sent = response.request.headers if response.request else ()
    return Request(url=_page_of(host, number), headers=exchange.cookies(response) or sent) if host else None


def _of_row(row: elements.Row) -> Posting | None:
    heading = row.link.first("h1, h2, h3, h4") or row.element.first("h2, h3")
    title = heading.text if heading else row.link.text.removeprefix("Title").strip()
    if not title:
        return None
    stated = _labelled(row.element)
    found = elements.listed(row, title, stated.get("location"), stated.get("type"), stated.get("category"))
    return replace(found, posted_at=_american(stated.get("date")), requisition_id=stated.get("id"))


def _labelled(row: Element) -> dict[str, str]:
    """What a row says behind its labels. Each is a hidden word before a value, or a term before its definition."""
    found: dict[str, str] = {}
    for label, value in pairwise(row.select("span, dt, dd")):
        named = "field-label" in (label.attr("class") or "") or label.tag == "dt"
        name = _name(label.text) if named else None
        if name and value.text and not value.first(".field-label"):
            found.setdefault(name, (value.attr("title") if name == "date" else None) or value.text)
    return found


def _name(label: str) -> str | None:
    """Which field of ours a label names."""
    said = label.lower().strip(" :")
    if "location" in said:
        return "location"
    if said in ("id", "job id", "requisition id", "req id"):
        return "id"
    if said.startswith(("posted", "date posted", "job posted")) or said == "date":
        return "date"
    if said in ("category", "department", "job category"):
        return "category"
    return "type" if said in ("type", "position type", "employment type", "job type") else None


def _american(stated: str | None) -> str | None:
    """ "5/6/2026 10:23 AM" is the sixth of May: portals write dates in the American way only."""
    found = AMERICAN.search(stated or "")
    if found is None or not (1 <= int(found[1]) <= 12 and 1 <= int(found[2]) <= 31):
        return None
    return f"{found[3]}-{int(found[1]):02}-{int(found[2]):02}"


# ---------------------------------------------------------------- postings


def _posting_page(ref: Ref, response: Response, document: Document) -> Page:
    """By its structured data; else as the page shows it, or what it says of the role's end."""
    try:
        page = hosted.posting(ref, response, match) if ref.kind is RefKind.POSTING else None
        if page is not None:
            return replace(page, postings=tuple(replace(one, url=ref.url) for one in page.postings))
    except Broken:
        pass
    return hosted.shown(ref, response, match) or _seen(ref, document)


def _seen(ref: Ref, document: Document) -> Page:
    title, content = elements.text(document, "h1.iCIMS_Header, h1"), document.first(".iCIMS_JobContent")
    if title is None or content is None:
        raise Broken("the page of the iCIMS portal holds no posting")
    stated = _labelled(content)
    body = "\n".join(part.html for part in content.select(".iCIMS_Expandable_Text")) or content.html
    seen = elements.posting(ref, title, body, stated.get("location"), stated.get("type"))
    dated = replace(seen, posted_at=_american(stated.get("date")), requisition_id=stated.get("id"))
    return elements.alone(replace(dated, department=stated.get("category")))


# ---------------------------------------------------------------- examples

HOSTED = "careers-larkrise.icims.com"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"https://{HOSTED}/jobs/4127/hedge-layer/job?mobile=false&width=980&needsRedirect=false&utm_source=x#a",
        ref=refs.posting(NAME, HOSTED, "4127", f"https://{HOSTED}/jobs/4127/job"),
        spellings=(
            "https://Careers-Larkrise.icims.com/jobs/4127/hedge-layer/job?in_iframe=1",
            f"https://{HOSTED}/jobs/4127/job",
            f"http://{HOSTED}/jobs/4127/hedge-layer/login",
            f"https://{HOSTED}/jobs/4127/hedge-layer/job?mode=apply&apply=yes&in_iframe=1&hashed=-1834356000",
        ),
        body="""<html><body class="iCIMS_MainWrapper iCIMS_JobPage"><script type="application/ld+json">{
            "@type": "JobPosting", "title": "Hedge Layer", "datePosted": "2026-03-02T04:00:00.000Z",
            "hiringOrganization": {"name": "Larkrise"}, "employmentType": "FULL_TIME", "jobLocation": [{"address": {
            "addressLocality": "Bicester", "addressRegion": "Oxfordshire", "addressCountry": "GB"}}],
            "description": "<p>You lay hedges.</p>"}</script></body></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Hedge Layer",
                    company="Larkrise",
                    url=f"https://{HOSTED}/jobs/4127/job",
                    board=NAME,
                    token=HOSTED,
                    external_id="4127",
                    locations=(
                        Place(text="Bicester, Oxfordshire, GB", city="Bicester", region="Oxfordshire", country="GB"),
                    ),
                    employment_type="full_time",
                    posted_at="2026-03-02T04:00:00+00:00",
                    description_html="<p>You lay hedges.</p>",
                    description_text="You lay hedges.",
                ),
            ),
        ),
    ),
    Example(
        url=f"https://{HOSTED}/jobs/search?ss=1&hashed=-625920382&in_iframe=1",
        ref=refs.board(NAME, HOSTED, f"https://{HOSTED}/jobs/search?ss=1"),
        spellings=(
            f"https://{HOSTED}/",
            f"https://{HOSTED}/jobs/intro?mobile=false",
            f"https://{HOSTED}/jobs/search?pr=3&schemaId=&o=",
            f"https://{HOSTED.upper()}/jobs",
        ),
        body=f"""<html><body><div class="iCIMS_SearchResultsHeader"><h2>Search Results Page 1 of 2</h2></div>
            <ul class="container-fluid iCIMS_JobsTable"><li class="iCIMS_JobCardItem"><div class="row">
            <div class="header left"><span class="sr-only field-label">Job Locations</span>
            <span >UK-Bicester | UK-Remote</span></div>
            <div class="header right"><span class="sr-only field-label">ID</span><span >2026-4127</span></div>
            <div class="title"><a href="https://{HOSTED}/jobs/4127/hedge-layer/job?in_iframe=1" class="iCIMS_Anchor">
            <span class="sr-only field-label">Title</span><h3 >Hedge Layer</h3></a></div>
            <div class="additionalFields"><span class="field-label">Posted Date</span>
            <span title="3/2/2026 10:23 AM">3 days ago</span></div></div></li></ul></body></html>""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            next=Request(url=f"https://{HOSTED}/jobs/search?ss=1&pr=1&in_iframe=1"),
            postings=(
                Posting(
                    title="Hedge Layer",
                    url=f"https://{HOSTED}/jobs/4127/job",
                    board=NAME,
                    token=HOSTED,
                    external_id="4127",
                    locations=(
                        Place(text="UK-Bicester", city="Bicester", country="GB"),
                        Place(text="UK-Remote", country="GB"),
                    ),
                    remote=Remote.REMOTE,
                    remote_scope="UK",
                    posted_at="2026-03-02",
                    requisition_id="2026-4127",
                ),
            ),
        ),
    ),
)
