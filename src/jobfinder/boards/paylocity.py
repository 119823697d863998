"""Paylocity Recruiting: a JSON feed of a whole board, the same list inside the board's page, postings with JSON-LD.

Pure; called through `boards.registry`. A board is a GUID. The address of a posting does not tell its board, so its key
has the posting's number only; the page links the board. Paths ignore case. In the feed, names begin in lower case
(version 2) or in capitals (version 1, and the page).
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import exchange, fill, hosted, listing, refs
from jobfinder.boards.parts.node import Node
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import fields, places, urls
from jobfinder.read.salary import parse_salary

NAME = "paylocity"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("paylocity.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

HOST = "recruiting.paylocity.com"
HOSTED = f"https://{HOST}/Recruiting/Jobs"
FEED = f"https://{HOST}/recruiting/v2/api/feed/jobs"
GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
ID = re.compile(r"\d{1,12}")
FORM_LINK = re.compile(r"/recruiting/jobs/apply/(\d{1,12})", re.IGNORECASE)
NUMBERED = re.compile(r"(?:(?<!\s)\s+)?\[\d{1,12}\]$")
BOARD_LINK = re.compile(r"/recruiting/jobs/all/([0-9a-f-]{36})", re.IGNORECASE)
OF_POSTING = ("details", "apply")


def match(url: str) -> Ref | None:
    """Boards with or without the company's name, postings, forms and the feeds."""
    parts = urls.parts(url)
    if parts is None or parts.host != HOST:
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    if path[:1] != ("recruiting",):
        return None
    if path[1:2] == ("jobs",) and len(path) > 3 and path[2] in OF_POSTING:
        return _posting_ref(path[3])
    if len(path) > 3 and path[1:3] == ("jobs", "all"):
        return refer(path[3])
    feed = path[2:] if path[1:2] == ("v2",) else path[1:]
    return refer(feed[3]) if len(feed) > 3 and feed[:3] == ("api", "feed", "jobs") else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or the posting, which has no token; null where the board is no GUID."""
    guid = token.lower()
    if not GUID.fullmatch(guid):
        return None
    return refs.board(NAME, guid, f"{HOSTED}/All/{guid}") if external_id is None else _posting_ref(external_id)


def requests(ref: Ref) -> tuple[Request, ...]:
    """The feed, and where there is none the page; the page of a posting."""
    if ref.token is None:
        return (Request(url=ref.url),)
    return (Request(url=f"{FEED}/{ref.token}"), Request(url=ref.url))


def parse(ref: Ref, response: Response) -> Page:
    """The feed, the board's page, or the page of a posting."""
    if not exchange.is_markup(response):
        found = listing.rows(response, "jobs") or listing.rows(response, "Jobs")
        if found is None:
            raise Broken("Paylocity's answer holds no list of jobs")
        return _board(ref, found)
    text = exchange.text(response)
    data = exchange.in_script(text, ("window.pageData",))
    if isinstance(data.value("Jobs"), list):
        linked, rows = BOARD_LINK.search(text), data.rows("Jobs")
        own = replace(ref, token=ref.token or (linked[1].lower() if linked else None))
        return _board(own, listing.Rows(head=data, rows=rows, total=len(rows), next=None))
    page = hosted.posting(ref, response, match)
    return replace(page, postings=tuple(_of_page(posting, ref, text) for posting in page.postings))


marks = unmarked


# ---------------------------------------------------------------- reading


def _posting_ref(external_id: str) -> Ref | None:
    if not ID.fullmatch(external_id):
        return None
    url = f"{HOSTED}/Details/{external_id}"
    key = f"job:{NAME}:details:{external_id}"
    return Ref(board=NAME, kind=RefKind.POSTING, key=key, url=url, external_id=external_id)


def _of_page(posting: Posting, ref: Ref, text: str) -> Posting:
    """The posting with its board and number, as the page links them."""
    board, form = BOARD_LINK.search(text), FORM_LINK.search(text)
    number = ref.external_id or (form[1] if form else None)
    return replace(
        posting,
        board=NAME,
        token=board[1].lower() if board else None,
        external_id=number,
        url=f"{HOSTED}/Details/{number}" if number else posting.url,
        apply_url=posting.apply_url or (f"{HOSTED}/Apply/{number}" if number else None),
    )


def _board(ref: Ref, found: listing.Rows) -> Page:
    named = found.head.text("displayName", "DisplayName", "ModuleTitle")
    company = NUMBERED.sub("", named) if named else None
    return listing.page(ref, found, lambda board, row: _posting(board, row, company), NAME)


def _posting(ref: Ref, row: Node, company: str | None) -> Posting | None:
    title, number = row.text("title", "JobTitle", "Title", "jobTitle"), row.text("jobId", "JobId")
    own = _posting_ref(number) if number else None
    if not title or own is None:
        return None
    said = fill.description(_markup(row))
    where = _places(row)
    pay = row.text("salaryDescription", "SalaryDescription")
    kinds = row.texts("jobTypesArray") or row.texts("jobTypes") or row.texts("employmentType")
    return Posting(
        title=title,
        company=row.text("companyName", "CompanyName") or company,
        url=own.url,
        apply_url=row.url("applyUrl") or f"{HOSTED}/Apply/{number}",
        board=NAME,
        token=ref.token,
        external_id=number,
        locations=where,
        remote=_remote(row, title),
        employment_type=fields.employment(kinds),
        department=row.text("hiringDepartment", "HiringDepartment", "department"),
        salary=fill.pay(parse_salary(pay) if pay else None, said, where),
        posted_at=row.date("publishedDate", "PublishedDate"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
        requisition_id=row.text("requisitionNumber"),
    )


def _markup(row: Node) -> str:
    parts = (row.markup(name) for name in ("description", "Description", "requirements", "Requirements"))
    return "\n".join(part for part in parts if part.strip())


def _places(row: Node) -> tuple[Place, ...]:
    at = row.at("jobLocation" if isinstance(row.value("jobLocation"), dict) else "JobLocation")
    name = row.text("LocationName", "locationName") or at.text("Name", "name", "locationDisplayName")
    city, region, country = at.text("city", "City"), at.text("state", "State"), at.text("country", "Country")
    if city or region or country:
        return (places.place_of(city, region, country, name),)
    return fill.locations([name])


def _remote(row: Node, title: str) -> Remote | None:
    """The flag says only yes: not remote may be hybrid."""
    flag = row.flag("IsRemote") if row.flag("IsRemote") is not None else row.flag("isRemote")
    return Remote.REMOTE if flag else fill.remote(row.text("LocationName", "locationName"), title)


# ---------------------------------------------------------------- examples

BOARD = "665e2832-0000-4000-8000-0d36c8c0c64d"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://recruiting.paylocity.com/Recruiting/Jobs/Details/2210301",
        ref=Ref(
            board=NAME,
            kind=RefKind.POSTING,
            key="job:paylocity:details:2210301",
            url=f"{HOSTED}/Details/2210301",
            external_id="2210301",
        ),
        spellings=(
            "https://recruiting.paylocity.com/recruiting/jobs/Details/2210301/Fernbrook-LLC/Gardener?source=x",
            "http://recruiting.paylocity.com/Recruiting/jobs/Apply/2210301/#form",
        ),
        body=f"""<!DOCTYPE html><html><body><a href="/Recruiting/Jobs/All/{BOARD}">All jobs</a>
            <script type="application/ld+json">{{"@context": "https://schema.org", "@type": "JobPosting",
            "title": "Gardener", "datePosted": "2026-03-02T09:00:00-06:00",
            "hiringOrganization": {{"@type": "Organization", "name": "Fernbrook LLC"}},
            "description": "<p>You look after the ferns and the moss in our houses.</p>",
            "jobLocation": {{"@type": "Place", "address": {{"@type": "PostalAddress", "addressLocality": "Austin",
            "addressRegion": "TX", "addressCountry": "USA"}}}}}}</script></body></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            postings=(
                Posting(
                    title="Gardener",
                    company="Fernbrook LLC",
                    url=f"{HOSTED}/Details/2210301",
                    apply_url=f"{HOSTED}/Apply/2210301",
                    board=NAME,
                    token=BOARD,
                    external_id="2210301",
                    locations=(Place(text="Austin, TX, USA", city="Austin", region="TX", country="US"),),
                    posted_at="2026-03-02T09:00:00-06:00",
                    description_html="<p>You look after the ferns and the moss in our houses.</p>",
                    description_text="You look after the ferns and the moss in our houses.",
                ),
            ),
            complete=False,
        ),
    ),
    Example(
        url=f"https://recruiting.paylocity.com/recruiting/jobs/All/{BOARD}/Fernbrook-LLC",
        ref=refs.board(NAME, BOARD, f"{HOSTED}/All/{BOARD}"),
        spellings=(
            f"https://recruiting.paylocity.com/Recruiting/Jobs/All/{BOARD.upper()}/?utm_source=x#jobs",
            f"{FEED}/{BOARD}",
            f"https://{HOST}/recruiting/api/feed/jobs/{BOARD}",
        ),
        body="""{"displayName": "Fernbrook LLC", "jobs": [{"jobId": 2210301, "title": "Gardener",
            "companyName": "Fernbrook LLC", "applyUrl": "https://recruiting.paylocity.com/Recruiting/Jobs/Apply/2210301",
            "publishedDate": "2026-03-02T09:00:00-06:00", "description": "<p>Ferns.</p>", "jobTypes": "Full-Time",
            "hiringDepartment": "Beds", "salaryDescription": "$20.00 - $25.00 per hour", "isRemote": false,
            "jobLocation": {"city": "Austin", "state": "TX", "country": "USA", "postalCode": "78701"}}]}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            postings=(
                Posting(
                    title="Gardener",
                    company="Fernbrook LLC",
                    url=f"{HOSTED}/Details/2210301",
                    apply_url=f"{HOSTED}/Apply/2210301",
                    board=NAME,
                    token=BOARD,
                    external_id="2210301",
                    locations=(Place(text="Austin, TX, USA", city="Austin", region="TX", country="US"),),
                    employment_type="full_time",
                    department="Beds",
                    salary=parse_salary("$20.00 - $25.00 per hour"),
                    posted_at="2026-03-02T09:00:00-06:00",
                    description_html="<p>Ferns.</p>",
                    description_text="Ferns.",
                ),
            ),
            total=1,
        ),
    ),
)
