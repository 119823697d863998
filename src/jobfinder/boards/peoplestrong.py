"""PeopleStrong: candidate portals `{token}.peoplestrong.com`; a list by POST, and one answer for each posting.

Pure; called through `boards.registry`. A posting's code has slashes ("LNT/AM-SS/1713015"), its address and its id have
"_" in their place. The list has no texts. What a browser has rendered of a posting is read too. Places are paths from
the country down.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import cards, counted, exchange, fill, hosted, jobsite, refs, tenants
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import dates, fields, places, urls
from jobfinder.read.dom import Document

NAME = "peoplestrong"
ALIASES: tuple[str, ...] = ("altone",)
HOSTS: tuple[str, ...] = ("peoplestrong.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

DOMAIN = "peoplestrong.com"
NOT_BOARDS = frozenset({"static", "hrms", "login", "blog", "auth"})
API = "api/cp/rest/altone/cp"
PARTS = "basic,organisational,descriprion,workflow,skill,qualification,certification,language,applied"
"""What is asked of a posting; the third word is spelt as the API has it."""
PORTAL = frozenset({"home", "job", "jobs", "joblist", "api"})
LIMIT = 99
CODE = re.compile(r"(?=[A-Za-z0-9_.-]{0,100}\d)[A-Za-z0-9][A-Za-z0-9_.-]{1,100}")


def match(url: str) -> Ref | None:
    """Portals, postings and the API. Other paths of the vendor's hosts are its other products."""
    parts = urls.parts(url)
    name = tenants.of_host(parts.host, DOMAIN) if parts else None
    if parts is None or name is None or (parts.segments and parts.segments[0].lower() not in PORTAL):
        return None
    path = parts.segments
    at = 5 if path[:5] == tuple(API.split("/")) else 0
    code = path[at + 1 : at + 2] if path[at : at + 1] == ("job",) else ()
    if code[:1] == ("detail",):
        code = path[at + 2 : at + 3]
    return refer(name, code[0] if code and CODE.fullmatch(code[0]) else None)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board, or the posting of that code."""
    name, code = tenants.label(token), (external_id or "").replace("/", "_")
    if name is None or name in NOT_BOARDS or (code and not CODE.fullmatch(code)):
        return None
    home = f"https://{name}.{DOMAIN}"
    return (
        refs.posting(NAME, name, code, f"{home}/job/detail/{code}") if code else refs.board(NAME, name, f"{home}/home")
    )


def requests(ref: Ref) -> tuple[Request, ...]:
    """The API."""
    if ref.token is None:
        return (Request(url=ref.url),)
    api = f"https://{ref.token}.{DOMAIN}/{API}"
    if ref.kind is RefKind.POSTING:
        url = f"{api}/job/{quote(ref.external_id or '')}/v2?part={PARTS}&isReqId=false"
        return (Request(url=url, headers=(("accept", "application/json"),)),)
    return (exchange.post(f"{api}/jobs/v1?offset=0&limit={LIMIT}", {}),)


def parse(ref: Ref, response: Response) -> Page:
    """A page of the list, one posting, or a rendered page."""
    if exchange.is_markup(response):
        return _rendered(ref, response)
    answer = Node(decode(response))
    if isinstance(answer.value("response"), list):
        return _list(ref, response, answer)
    posting = _posting(ref, answer.at("response"))
    if posting is not None:
        return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))
    if ref.kind is RefKind.POSTING and (isinstance(answer.value("response"), dict) or answer.value("messageCode")):
        raise Gone(f"PeopleStrong states no posting {ref.external_id}")
    raise Broken("PeopleStrong's answer holds no list of postings")


marks = unmarked


# ---------------------------------------------------------------- the API


def _list(ref: Ref, response: Response, answer: Node) -> Page:
    rows, total = answer.rows("response"), answer.number("totalRecords")
    before = jobsite.page_of(response, "offset", 0)
    more = bool(rows) and total is not None and before + len(rows) < total
    following = jobsite.turned(response, "offset", before + len(rows)) if more and response.request else None
    read = (_posting(ref, row) for row in rows)
    return counted.page(NAME, len(rows), read, total=total, before=before, following=following)


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, code = row.text("jobTitle"), row.text("jobCode")
    id_ = (code or ref.external_id or "").replace("/", "_")
    if not title or not CODE.fullmatch(id_):
        return None
    named = refer(ref.token, id_) if ref.token else None
    said = fill.description(row.markup("jobDescription"))
    where = _places(row.text("locationHierarchyComplete", "locationHierarchy", "location"))
    return Posting(
        title=title,
        url=named.url if named else row.url("jobDetailUrl"),
        board=NAME,
        token=ref.token,
        external_id=id_,
        locations=where,
        remote=fill.remote(title),
        employment_type=fields.employment(row.text("employmentType", "employmentTenureType")),
        department=row.text("organizationUnit"),
        salary=fill.pay(None, said, where),
        posted_at=row.date("jobPostedDate", "CandidatePortalStartDate"),
        closes_at=row.date("jobClosureDate", "CandidatePortalEndDate"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
        requisition_id=code,
    )


def _places(stated: str | None) -> tuple[Place, ...]:
    """ "India>Tamil Nadu>Chennai" is Chennai, Tamil Nadu, India."""
    paths = (stated or "").split(",") if ">" in (stated or "") else [stated or ""]
    texts = (", ".join(part for step in reversed(path.split(">")) if (part := step.strip())) for path in paths)
    return fill.unique(places.place(text) for text in texts if text)


# ---------------------------------------------------------------- rendered pages


def _rendered(ref: Ref, response: Response) -> Page:
    document = hosted.document(response)
    title = cards.text(document, "app-job-detail-top h2.title")
    if title is None:
        return hosted.parse(ref, response, match)
    code, own = cards.text(document, ".job-code"), match(document.meta("og:url") or response.url)
    named = ref if ref.kind is RefKind.POSTING else own
    facts = cards.texts(document, "ul.listing-inline li")
    stated = _facts(document)
    said = fill.description(_text(document))
    posting = Posting(
        title=title,
        url=document.meta("og:url") or (named.url if named else None),
        board=NAME,
        token=named.token if named else None,
        external_id=(named.external_id if named else None) or (code or "").replace("/", "_") or None,
        locations=_places(facts[-1]) if len(facts) > 1 else (),
        remote=fill.remote(title),
        department=facts[0] if facts else None,
        posted_at=dates.iso(stated.get("posted on", "")),
        closes_at=dates.iso(stated.get("end date", "")),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
        requisition_id=code,
    )
    return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,), complete=False)


def _facts(document: Document) -> dict[str, str]:
    rows = document.select(".table-data-ul li")
    return cards.labelled(tuple((cards.text(row, ".text-cell"), cards.text(row, ".text-bold-cell")) for row in rows))


def _text(document: Document) -> str:
    """The panel of that name; the others are lists of skills and grades."""
    for panel in document.select(".panel-full"):
        if (cards.text(panel, ".panel-title") or "").lower() == "job description":
            return cards.html(panel, ".panel-body")
    return ""


# ---------------------------------------------------------------- examples

HOME = f"https://tideglasscareers.{DOMAIN}"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{HOME}/job/detail/TGL_GB-AS_1700123?utm_source=x",
        ref=refs.posting(NAME, "tideglasscareers", "TGL_GB-AS_1700123", f"{HOME}/job/detail/TGL_GB-AS_1700123"),
        spellings=(
            f"http://TideglassCareers.{DOMAIN}/job/detail/TGL_GB-AS_1700123/#apply",
            f"{HOME}/{API}/job/TGL_GB-AS_1700123/v2?isReqId=false",
        ),
        body="""{"response": {"jobTitle": "Glass Blower", "jobCode": "TGL/GB-AS/1700123",
            "jobDescription": "<p>You blow glass.</p>", "employmentType": "Full Time",
            "CandidatePortalStartDate": "2026-03-02"}, "messageCode": {"code": 200}}""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Glass Blower",
                    url=f"{HOME}/job/detail/TGL_GB-AS_1700123",
                    board=NAME,
                    token="tideglasscareers",
                    external_id="TGL_GB-AS_1700123",
                    employment_type="full_time",
                    posted_at="2026-03-02",
                    description_html="<p>You blow glass.</p>",
                    description_text="You blow glass.",
                    requisition_id="TGL/GB-AS/1700123",
                ),
            ),
        ),
    ),
    Example(
        url=f"{HOME}/job/joblist",
        ref=refs.board(NAME, "tideglasscareers", f"{HOME}/home"),
        spellings=(f"http://TideGlassCareers.{DOMAIN}", f"{HOME}/home?x=1#top", f"{HOME}/{API}/jobs/v1?offset=99"),
        body="""{"totalRecords": 1, "response": [{"jobTitle": "Glass Blower", "jobCode": "TGL/GB-AS/1700123",
            "jobDetailUrl": null, "requisitionId": 88, "jobPostedDate": "2026-03-02", "jobClosureDate": "2026-04-30",
            "locationHierarchyComplete": "India>Tamil Nadu>Chennai", "locationHierarchy": "Chennai",
            "organizationUnit": "Works", "organizationUnitComplete": "Tideglass>Works", "expRange": "3 - 5 Years",
            "employmentTenureType": null}], "messageCode": {"code": 200}}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Glass Blower",
                    url=f"{HOME}/job/detail/TGL_GB-AS_1700123",
                    board=NAME,
                    token="tideglasscareers",
                    external_id="TGL_GB-AS_1700123",
                    locations=(
                        Place(text="Chennai, Tamil Nadu, India", city="Chennai", region="Tamil Nadu", country="IN"),
                    ),
                    department="Works",
                    posted_at="2026-03-02",
                    closes_at="2026-04-30",
                    requisition_id="TGL/GB-AS/1700123",
                ),
            ),
        ),
    ),
)
