"""ADP Workforce Now: career centres of a client, by an API that pages from wherever the last page ended.

Pure; called through `boards.registry`. A board is a client's GUID and, if it is not the first one, its career centre
(`ccId`). Postings are named by their number in addresses (a custom field of the answer), else by `itemID`. The list has
no text. Of a posting that is gone, a skeleton without `itemID` is left.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import exchange, fill, refs
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response, Salary
from jobfinder.read import fields, places, urls
from jobfinder.read.salary import parse_salary

NAME = "adp"
ALIASES: tuple[str, ...] = ("adp workforce now", "workforcenow")
HOSTS: tuple[str, ...] = ("adp.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

HOST = "workforcenow.adp.com"
BOARD_HOSTS = (HOST, "workforcenow.cloud.adp.com")
HOSTED = f"https://{HOST}/mascsr/default/mdf/recruitment/recruitment.html"
API = f"https://{HOST}/mascsr/default/careercenter/public/events/staffing/v1/job-requisitions"
FIRST_CENTRE = "19000101_000001"
GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
CENTRE = re.compile(r"[0-9A-Za-z_-]{1,60}")
ID = re.compile(r"[0-9A-Za-z_-]{1,60}")
TOP = 100
SKELETON = ("requisitionLocations", "customFieldGroup", "requisitionDescription", "links")
PERIODS = {"an": "year", "annual": "year", "hr": "hour", "wk": "week", "mo": "month", "da": "day"}


def match(url: str) -> Ref | None:
    """Career centres, their postings, and the API."""
    parts = urls.parts(url)
    if parts is None or parts.host not in BOARD_HOSTS:
        return None
    query = {name.lower(): values[-1] for name, values in parts.query.items()}
    path = "/".join(parts.segments).lower()
    called = path.partition("/job-requisitions/")[2]
    if not (path.endswith(("recruitment.html", "/job-requisitions")) or called) or "cid" not in query:
        return None
    centre = query.get("ccid") or FIRST_CENTRE
    token = query["cid"] if centre == FIRST_CENTRE else f"{query['cid']}~{centre}"
    return refer(token, parts.segments[-1] if called else query.get("jobid") or None)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The career centre or posting; null where the client is no GUID."""
    client, _, centre = token.partition("~")
    client, centre = client.lower(), centre or FIRST_CENTRE
    if not (GUID.fullmatch(client) and CENTRE.fullmatch(centre)):
        return None
    name = client if centre == FIRST_CENTRE else f"{client}~{centre}"
    home = f"{HOSTED}?cid={client}&ccId={centre}"
    if external_id is None:
        return refs.board(NAME, name, home)
    return refs.posting(NAME, name, external_id, f"{home}&jobId={external_id}") if ID.fullmatch(external_id) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The API: the first page of a list, or a posting."""
    if ref.token is None:
        return (Request(url=ref.url),)
    if ref.kind is RefKind.POSTING:
        return (_request(f"{API}/{quote(ref.external_id or '')}?{_query(ref)}"),)
    return (_request(f"{API}?{_query(ref)}&$top={TOP}"),)


def parse(ref: Ref, response: Response) -> Page:
    """A page of the list, or a posting."""
    answer = Node(decode(response))
    if isinstance(answer.value("jobRequisitions"), list):
        return _listing(ref, answer, response)
    posting = _posting(ref, answer)
    if posting is not None:
        return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))
    if ref.kind is RefKind.POSTING and any(answer.value(name) is not None for name in SKELETON):
        raise Gone(f"ADP has nothing left of requisition {ref.external_id}")
    raise Broken("ADP's answer holds neither requisitions nor one of them")


marks = unmarked


# ---------------------------------------------------------------- reading


def _query(ref: Ref) -> str:
    client, _, centre = (ref.token or "").partition("~")
    return f"cid={client}&ccId={centre or FIRST_CENTRE}&lang=en_US&locale=en_US"


def _request(url: str) -> Request:
    # The page's own script names the host that it was opened on.
    return Request(url=url, headers=(("accept", "application/json"), ("x-forwarded-host", HOST)))


def _listing(ref: Ref, answer: Node, response: Response) -> Page:
    rows = answer.rows("jobRequisitions")
    postings = tuple(posting for row in rows if (posting := _posting(ref, row)))
    if rows and not postings:
        raise Broken("none of the requisitions in ADP's answer could be read")
    total = exchange.count(answer.at("meta"), "totalNumber")
    following = _next(ref, answer, response, len(rows))
    whole = following is None and len(postings) == len(rows) and (total or 0) <= _start(answer, response) + len(rows)
    return Page(
        kind=RefKind.BOARD,
        reader=NAME,
        postings=postings,
        next=following,
        complete=whole,
        total=total,
    )


def _start(answer: Node, response: Response) -> int:
    """Where this page begins. It is counted from 0 or from 1, as the answer says or the request did."""
    parts = urls.parts(response.url)
    sent = parts.query.get("$skip", [""])[-1] if parts else ""
    stated = exchange.count(answer.at("meta"), "startSequence")
    return stated if stated is not None else int(sent[:9]) if sent.isdecimal() else 0


def _next(ref: Ref, answer: Node, response: Response, count: int) -> Request | None:
    """The request for the rest. Counted from 1, a page that reaches the total is one short of it."""
    start, total = _start(answer, response), exchange.count(answer.at("meta"), "totalNumber")
    reached = start + count
    if ref.token is None or not count or total is None or reached > total or (reached == total and start == 0):
        return None
    return _request(f"{API}?{_query(ref)}&$top={TOP}&$skip={reached}")


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, item = row.text("requisitionTitle"), row.text("itemID")
    if not title or not item:
        return None
    external_id = ref.external_id or _custom(row, "ExternalJobID") or item
    own = refer(ref.token, external_id) if ref.token else None
    said = fill.description(row.markup("requisitionDescription"))
    where = fill.unique(place for at in row.rows("requisitionLocations") if (place := _place(at)))
    return Posting(
        title=title,
        url=own.url if own else None,
        board=NAME,
        token=ref.token,
        external_id=external_id,
        locations=where,
        remote=fill.remote(*(place.text for place in where), title),
        employment_type=fields.employment(row.at("workLevelCode").text("shortName") or ""),
        department=_custom(row, "HomeDepartment"),
        salary=fill.pay(_pay(row), said, where),
        posted_at=row.date("postDate"),
        closes_at=row.date("expirationDate"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
        requisition_id=row.text("clientRequisitionID"),
    )


def _custom(row: Node, name: str) -> str | None:
    """A field of the client's own, by its code."""
    group = row.at("customFieldGroup")
    for field in (*group.rows("stringFields"), *group.rows("codeFields")):
        if field.at("nameCode").text("codeValue") == name:
            return field.text("stringValue", "shortName", "codeValue")
    return None


def _place(at: Node) -> Place | None:
    name, address = at.at("nameCode").text("shortName"), at.at("address")
    city, region = address.text("cityName"), address.at("countrySubdivisionLevel1").text("codeValue")
    country = address.text("countryCode") or address.at("countryCode").text("codeValue")
    if city:
        return places.place_of(city, region, country, name)
    return places.place(name) if name else None


def _pay(row: Node) -> Salary | None:
    offer, words = row.at("payGradeRange"), _custom(row, "SalaryRange")
    least, most = offer.at("minimumRate"), offer.at("maximumRate")
    low, high = fill.amount(least.number("amountValue")), fill.amount(most.number("amountValue"))
    if low is None and high is None:
        return parse_salary(words) if words else None
    kind = (_custom(row, "SalaryType") or "").lower()
    return Salary(
        min=low,
        max=high,
        currency=least.text("currencyCode") or most.text("currencyCode"),
        period=PERIODS.get(kind) or fields.period(kind),
        text=words,
    )


# ---------------------------------------------------------------- examples

CLIENT = "cbabd1ae-0000-4000-8000-3f462f76c1b5"
ROW = """{"itemID": "9200334567890_1", "requisitionTitle": "Kiln Operator", "clientRequisitionID": "1042",
    "postDate": "2026-03-02T09:00:00.000-05:00", "workLevelCode": {"shortName": "Regular Full Time"},
    "requisitionLocations": [{"nameCode": {"shortName": "Reno, NV, US"}, "address": {"cityName": "Reno",
    "countrySubdivisionLevel1": {"codeValue": "NV"}, "countryCode": "US", "postalCode": "89501"}}],
    "payGradeRange": {"minimumRate": {"amountValue": 24.5, "currencyCode": "USD"}, "maximumRate": {"amountValue": 31}},
    "customFieldGroup": {"stringFields": [{"nameCode": {"codeValue": "ExternalJobID"}, "stringValue": "512345"}],
    "codeFields": [{"nameCode": {"codeValue": "SalaryType"}, "shortName": "Hourly"}]}"""
KILN = Posting(
    title="Kiln Operator",
    url=f"{HOSTED}?cid={CLIENT}&ccId={FIRST_CENTRE}&jobId=512345",
    board=NAME,
    token=CLIENT,
    external_id="512345",
    locations=(Place(text="Reno, NV, US", city="Reno", region="NV", country="US"),),
    employment_type="full_time",
    salary=Salary(min=24.5, max=31, currency="USD", period="hour"),
    posted_at="2026-03-02T09:00:00-05:00",
    requisition_id="1042",
)
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{HOSTED}?cid={CLIENT}&ccId={FIRST_CENTRE}&jobId=512345&lang=en_US&source=CC2",
        ref=refs.posting(NAME, CLIENT, "512345", f"{HOSTED}?cid={CLIENT}&ccId={FIRST_CENTRE}&jobId=512345"),
        spellings=(
            f"https://workforcenow.cloud.adp.com/mascsr/default/mdf/recruitment/recruitment.html?jobId=512345&"
            f"cid={CLIENT.upper()}&utm_source=x#top",
            f"http://{HOST}/mascsr/default/mdf/recruitment/recruitment.html?cid={CLIENT}&type=JS&jobId=512345",
            f"{API}/512345?cid={CLIENT}&ccId={FIRST_CENTRE}",
        ),
        body=ROW + """, "requisitionDescription": "<p>You fire the kilns.</p>"}""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title=KILN.title,
                    url=KILN.url,
                    board=NAME,
                    token=CLIENT,
                    external_id="512345",
                    locations=KILN.locations,
                    employment_type=KILN.employment_type,
                    salary=KILN.salary,
                    posted_at=KILN.posted_at,
                    description_html="<p>You fire the kilns.</p>",
                    description_text="You fire the kilns.",
                    requisition_id="1042",
                ),
            ),
        ),
    ),
    Example(
        url=f"{HOSTED}?cid={CLIENT}&ccId={FIRST_CENTRE}&lang=en_US&selectedMenuKey=CurrentOpenings",
        ref=refs.board(NAME, CLIENT, f"{HOSTED}?cid={CLIENT}&ccId={FIRST_CENTRE}"),
        spellings=(f"{HOSTED}?cid={CLIENT}", f"{API}?cid={CLIENT}&$top=20&$skip=21"),
        body=f"""{{"jobRequisitions": [{ROW}}}], "meta": {{"startSequence": 1, "totalNumber": 1}}}}""",
        page=Page(kind=RefKind.BOARD, reader=NAME, postings=(KILN,), total=1),
    ),
    Example(
        url=f"{HOSTED}?ccId=9200_2&cid={CLIENT}",
        ref=refs.board(NAME, f"{CLIENT}~9200_2", f"{HOSTED}?cid={CLIENT}&ccId=9200_2"),
    ),
)
