"""USAJobs: the search over all openings of the United States' government, with the seeker's own key.

Pure; called through `boards.registry`. Key and mail address go into headers as `{usajobs.key}` and `{usajobs.email}`:
the door puts them in when it sends (see `outside.keys`). Numbers and flags are text, duties a text or a list. A search
is a board of its own, by the names that the site gives its parts: `k` what, `l` where, `d` department, `j` series.
"""

from __future__ import annotations

import html
import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import exchange, fill, jobsite, refs
from jobfinder.boards.parts.jobsite import ALL
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import fields, places, urls
from jobfinder.read.feed_item import level_of

NAME = "usajobs"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("usajobs.gov",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

SITE = "https://www.usajobs.gov"
API = "https://data.usajobs.gov/api/search"
KEYS = (("authorization-key", "{usajobs.key}"), ("user-agent", "{usajobs.email}"))
PER_PAGE = 500
ID = re.compile(r"\d{6,12}")
IN_API = {"k": "Keyword", "l": "LocationName", "d": "Organization", "j": "JobCategoryCode"}
ON_SITE = {name.lower(): short for short, name in IN_API.items()} | {short: short for short in IN_API}
PERIODS = {"PA": "year", "PH": "hour", "PD": "day", "PM": "month", "Per Year": "year", "Per Hour": "hour"}
PARTS = (
    ("JobSummary", "Summary"),
    ("MajorDuties", "Duties"),
    ("Requirements", "Requirements"),
    ("Education", "Education"),
    ("RequiredDocuments", "Required documents"),
    ("HowToApply", "How to apply"),
)


def match(url: str) -> Ref | None:
    """Searches of site and API, postings."""
    parts = urls.parts(url)
    if parts is None or parts.host not in ("usajobs.gov", "www.usajobs.gov", "data.usajobs.gov"):
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    if path[:1] == ("job",) and len(path) > 1:
        return refer(ALL, path[1])
    if path[:2] in (("getjob", "viewdetails"), ("getjob", "printpreview")) and len(path) > 2:
        return refer(ALL, path[2])
    if path not in ((), ("search",), ("search", "results"), ("api", "search")):
        return None
    query = {ON_SITE[name.lower()]: values for name, values in parts.query.items() if name.lower() in ON_SITE}
    token = jobsite.search((), query, frozenset(IN_API))
    return refer(token) if token else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """Everything or a search, or the posting of that number."""
    if external_id is not None:
        found = ID.fullmatch(external_id)
        return refs.posting(NAME, ALL, external_id, f"{SITE}/job/{external_id}") if found else None
    name = refs.token_of(token)
    words, query = jobsite.asked(name or "")
    if name is None or words or not {key for key, _ in query} <= set(IN_API):
        return None
    return refs.board(NAME, name, jobsite.address(f"{SITE}/search/results/", query))


def requests(ref: Ref) -> tuple[Request, ...]:
    """The API with the seeker's key, the page of a posting."""
    if ref.token is None or ref.kind is RefKind.POSTING:
        return (Request(url=ref.url),)
    _, query = jobsite.asked(ref.token)
    asked = [(IN_API[name], value) for name, value in query]
    return (Request(url=jobsite.address(API, (*asked, ("ResultsPerPage", PER_PAGE), ("Page", 1))), headers=KEYS),)


def parse(ref: Ref, response: Response) -> Page:
    """A page of the search; the page of a posting by its structured data."""
    if exchange.is_markup(response):
        return jobsite.markup(ref, response, match)
    result = Node(decode(response)).at("SearchResult")
    if not isinstance(result.value("SearchResultItems"), list):
        raise Broken("the answer of USAJobs holds no results")
    rows = result.rows("SearchResultItems")
    postings = tuple(posting for row in rows if (posting := _posting(row)))
    if rows and not postings:
        raise Broken("none of the results of USAJobs could be read")
    if ref.kind is RefKind.POSTING:
        return _one(ref, postings)
    total, number = result.number("SearchResultCountAll"), jobsite.page_of(response, "Page", 1)
    offset = exchange.following((number - 1) * PER_PAGE, len(rows), total)
    onward = None if offset is None else jobsite.turned(response, "Page", number + 1)
    following = Request(url=onward.url, headers=KEYS) if onward else None
    return Page(
        kind=RefKind.BOARD,
        reader=NAME,
        postings=postings,
        next=following,
        complete=len(postings) == len(rows) and offset is None,
        total=len(rows) if total is None else int(total),
    )


marks = unmarked


# ---------------------------------------------------------------- reading


def _one(ref: Ref, postings: tuple[Posting, ...]) -> Page:
    found = tuple(posting for posting in postings if posting.external_id == ref.external_id)
    if not found:
        raise Gone(f"posting {ref.external_id} is not among the results of USAJobs")
    return Page(kind=RefKind.POSTING, reader=NAME, postings=found[:1])


def _posting(result: Node) -> Posting | None:
    row, external_id = result.at("MatchedObjectDescriptor"), result.text("MatchedObjectId")
    title = row.text("PositionTitle")
    if not title or not external_id:
        return None
    details = row.at("UserArea", "Details")
    said = fill.description(_markup(row, details))
    kinds = [kind.text("Name") or "" for kind in (*row.rows("PositionSchedule"), *row.rows("PositionOfferingType"))]
    own = refer(ALL, external_id)
    return Posting(
        title=title,
        company=row.text("OrganizationName"),
        url=own.url if own else row.url("PositionURI"),
        apply_url=next((link for link in row.texts("ApplyURI") if link.startswith("https://")), None),
        board=NAME,
        token=ALL,
        external_id=external_id,
        locations=fill.unique(map(_place, row.rows("PositionLocation"))),
        remote=Remote.REMOTE if _says(details, "RemoteIndicator") else None,
        employment_type=fields.employment(kinds),
        department=row.text("DepartmentName"),
        seniority=level_of(title),
        salary=next((pay for offer in row.rows("PositionRemuneration") if (pay := _pay(offer))), None),
        posted_at=row.date("PublicationStartDate"),
        closes_at=row.date("ApplicationCloseDate"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
        requisition_id=row.text("PositionID"),
    )


def _says(details: Node, name: str) -> bool:
    return details.value(name) is True or (details.text(name) or "").lower() == "true"


def _markup(row: Node, details: Node) -> str:
    """The announcement under its headings. Its parts are plain text, some of them lists of paragraphs."""
    found = [(head, details.texts(name)) for name, head in PARTS] + [
        ("Qualifications", row.texts("QualificationSummary"))
    ]
    return "\n".join(
        f"<h3>{head}</h3>\n" + "\n".join(f"<p>{html.escape(part)}</p>" for part in parts)
        for head, parts in found
        if parts
    )


def _place(row: Node) -> Place:
    stated = row.text("LocationName", "CityName")
    read = places.place(stated or "")
    region = row.text("CountrySubDivisionCode") or read.region
    return places.place_of(read.city, region, row.text("CountryCode"), stated)


def _pay(row: Node) -> Salary | None:
    period = PERIODS.get(row.text("RateIntervalCode") or "") or PERIODS.get(row.text("Description") or "")
    return fill.offer(row.number("MinimumRange"), row.number("MaximumRange"), "USD", period)


EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://www.usajobs.gov/Search/Results?k=glazier&l=Dallas&p=2",
        ref=refs.board(NAME, "all;k=glazier&l=Dallas", f"{SITE}/search/results/?k=glazier&l=Dallas"),
        spellings=(f"{API}?LocationName=Dallas&Keyword=glazier&ResultsPerPage=25",),
        body="""{"LanguageCode": "EN", "SearchResult": {"SearchResultCount": 1, "SearchResultCountAll": 501,
            "SearchResultItems": [{"MatchedObjectId": "830000001", "MatchedObjectDescriptor": {
            "PositionID": "26-GLASS-001", "PositionTitle": "Glazier", "OrganizationName": "Office of Windows",
            "PositionURI": "https://www.usajobs.gov:443/job/830000001", "DepartmentName": "Department of Buildings",
            "ApplyURI": ["https://www.usajobs.gov/job/830000001/apply"], "PositionLocation": [
            {"LocationName": "Dallas, Texas", "CountryCode": "United States", "CountrySubDivisionCode": "Texas",
             "CityName": "Dallas, Texas"}], "PositionSchedule": [{"Name": "Full-Time", "Code": "1"}],
            "PositionRemuneration": [{"MinimumRange": "22.5", "MaximumRange": "31", "RateIntervalCode": "PH"}],
            "PublicationStartDate": "2026-03-02T00:00:00.0000", "ApplicationCloseDate": "2026-03-31T23:59:59.9970",
            "UserArea": {"Details": {"JobSummary": "You glaze.", "MajorDuties": ["Cut glass.", "Set glass."],
            "RemoteIndicator": false, "TeleworkEligible": "true"}}}}]}}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            next=Request(url=f"{API}?Keyword=glazier&LocationName=Dallas&ResultsPerPage=500&Page=2", headers=KEYS),
            complete=False,
            total=501,
            postings=(
                Posting(
                    title="Glazier",
                    company="Office of Windows",
                    url=f"{SITE}/job/830000001",
                    apply_url=f"{SITE}/job/830000001/apply",
                    board=NAME,
                    token=ALL,
                    external_id="830000001",
                    locations=(Place(text="Dallas, Texas", city="Dallas", region="Texas", country="US"),),
                    employment_type="full_time",
                    department="Department of Buildings",
                    salary=Salary(min=22.5, max=31, currency="USD", period="hour"),
                    posted_at="2026-03-02T00:00:00",
                    closes_at="2026-03-31T23:59:59.997000",
                    description_html="<h3>Summary</h3>\n<p>You glaze.</p>\n<h3>Duties</h3>\n<p>Cut glass.</p>\n"
                    "<p>Set glass.</p>",
                    description_text="Summary\n\nYou glaze.\n\nDuties\n\nCut glass.\n\nSet glass.",
                    requisition_id="26-GLASS-001",
                ),
            ),
        ),
    ),
    Example(
        url="https://www.usajobs.gov/GetJob/ViewDetails/830000001?PostingChannelID=x",
        ref=refs.posting(NAME, ALL, "830000001", f"{SITE}/job/830000001"),
        spellings=("https://usajobs.gov/job/830000001/print", "https://www.usajobs.gov:443/Job/830000001"),
        body="""<script type="application/ld+json">{"@type": "JobPosting", "title": "Glazier",
            "hiringOrganization": {"name": "Office of Windows"}}</script>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Glazier",
                    company="Office of Windows",
                    url=f"{SITE}/job/830000001",
                    board=NAME,
                    token=ALL,
                    external_id="830000001",
                ),
            ),
        ),
    ),
    Example(url="https://www.usajobs.gov/", ref=refs.board(NAME, ALL, f"{SITE}/search/results/")),
)
