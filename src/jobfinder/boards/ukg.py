"""UKG Pro (UltiPro): boards of a tenant, each with a GUID; the list by POST, the posting inside a script of its page.

Pure; called through `boards.registry`. Codes and GUIDs ignore case. Tenants live on numbered and regional hosts, which
the region names. The list has a teaser only. A posting that is gone answers 200 with a page that holds none.
"""

from __future__ import annotations

import re

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import exchange, fill, refs
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import places, urls

NAME = "ukg"
ALIASES: tuple[str, ...] = ("ultipro",)
HOSTS: tuple[str, ...] = ("ultipro.com", "ultipro.ca", "ukg.com", "ukg.net")
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

HOST = "recruiting.ultipro.com"
BOARD_HOST = re.compile(r"recruiting\d?\.ultipro\.(?:com|ca)|(?:[a-z0-9-]{1,60}\.){1,3}ukg\.net")
CODE = re.compile(r"[A-Z0-9]{3,40}")
GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
DETAIL = ("CandidateOpportunityDetail",)
TOP = 50
CRITERIA = {
    "PreferredJobs": [],
    "Educations": [],
    "LicenseAndCertifications": [],
    "Skills": [],
    "hasNoLicenses": False,
    "SkippedSkills": [],
}
WORKPLACES = {"0": Remote.HYBRID, "1": Remote.ONSITE, "2": Remote.REMOTE}
"""The numbers of `JobLocationType`."""


def match(url: str) -> Ref | None:
    """Boards, postings, forms and the search behind them."""
    parts = urls.parts(url)
    if parts is None or not BOARD_HOST.fullmatch(parts.host) or len(parts.segments) < 3:
        return None
    code, word, guid = parts.segments[:3]
    if word.lower() != "jobboard":
        return None
    query = {name.lower(): values[-1] for name, values in parts.query.items()}
    region = None if parts.host == HOST else parts.host
    return refer(f"{code}~{guid}", query.get("opportunityid"), region)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board or posting; null where code or GUIDs are none."""
    code, _, guid = token.partition("~")
    code, guid = code.upper(), guid.lower()
    host = region or HOST
    if not (CODE.fullmatch(code) and GUID.fullmatch(guid) and BOARD_HOST.fullmatch(host)):
        return None
    home = f"https://{host}/{code}/JobBoard/{guid}"
    if external_id is None:
        return refs.board(NAME, f"{code}~{guid}", home, region)
    id_ = external_id.lower()
    url = f"{home}/OpportunityDetail?opportunityId={id_}"
    return refs.posting(NAME, f"{code}~{guid}", id_, url, region) if GUID.fullmatch(id_) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The page of a posting; the search of a board."""
    if ref.kind is RefKind.POSTING or ref.token is None:
        return (Request(url=ref.url),)
    return (exchange.post(f"{ref.url}/JobBoardView/LoadSearchResults", _search(0)),)


def parse(ref: Ref, response: Response) -> Page:
    """A page of the search, or the posting in a page's script."""
    if exchange.is_markup(response):
        return _page(ref, response)
    answer = Node(decode(response))
    rows = answer.rows("opportunities")
    if not isinstance(answer.value("opportunities"), list):
        raise Broken("UKG's answer holds no list of opportunities")
    postings = tuple(posting for row in rows if (posting := _posting(ref, row)))
    if rows and not postings:
        raise Broken("none of the opportunities in UKG's answer could be read")
    total = exchange.count(answer, "totalCount")
    skip = exchange.count(exchange.asked(response).at("opportunitySearch"), "Skip") or 0
    more = exchange.following(skip, len(rows), total)
    return Page(
        kind=RefKind.BOARD,
        reader=NAME,
        postings=postings,
        next=exchange.again(response, _search(more)) if more else None,
        complete=more is None and len(postings) == len(rows) and skip + len(rows) >= (total or 0),
        total=total,
    )


marks = unmarked


# ---------------------------------------------------------------- reading


def _search(skip: int) -> dict[str, object]:
    search = {"Top": TOP, "Skip": skip, "QueryString": "", "OrderBy": [], "Filters": []}
    return {"opportunitySearch": search, "matchCriteria": CRITERIA}


def _page(ref: Ref, response: Response) -> Page:
    """The posting of a page. An application's empty frame is what is left of one that is gone."""
    row = exchange.in_script(exchange.text(response), DETAIL)
    if row.flag("OpportunityIsClosed"):
        raise Gone(f"UKG states that opportunity {ref.external_id} is closed", certain=True)
    posting = _posting(ref, row)
    if posting is not None:
        return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))
    if ref.kind is RefKind.POSTING and b"US.Opportunity" in response.body:
        raise Gone(f"the page of opportunity {ref.external_id} holds none")
    raise Broken("the page holds no opportunity")


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, external_id = row.text("Title"), row.text("Id")
    if not title or not external_id:
        return None
    said = fill.description(row.markup("Description"))
    where = fill.unique(place for at in row.rows("Locations") if (place := _place(at)))
    own = refer(ref.token, external_id, ref.region) if ref.token else None
    full = row.flag("FullTime")
    workplace = WORKPLACES.get(row.text("JobLocationType") or "") or fill.remote(title, *(at.text for at in where))
    return Posting(
        title=title,
        url=own.url if own else None,
        board=NAME,
        token=ref.token,
        external_id=external_id.lower(),
        locations=where,
        remote=workplace,
        employment_type=None if full is None else "full_time" if full else "part_time",
        department=row.text("JobCategoryName"),
        salary=fill.pay(_pay(row), said, where),
        posted_at=row.date("PostedDate"),
        updated_at=row.date("UpdatedDate"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
        requisition_id=row.text("RequisitionNumber"),
    )


def _place(at: Node) -> Place | None:
    address = at.at("Address")
    city, state, land = address.text("City"), address.at("State"), address.at("Country")
    region, country = state.text("Name", "Code"), land.text("Name", "Code")
    if city or region or country:
        return places.place_of(city, region, country)
    name = at.text("LocalizedName", "LocalizedDescription")
    return places.place(name) if name else None


def _pay(row: Node) -> Salary | None:
    low, high = fill.amount(row.number("PayRangeMinimum")), fill.amount(row.number("PayRangeMaximum"))
    if row.flag("PayRangeVisible") is not True or (low is None and high is None):
        return None
    return Salary(min=low, max=high, currency=row.text("PayRangeCurrencyCode"))


# ---------------------------------------------------------------- examples

BOARD = "6c1f0c7e-3a44-4c1d-8f0e-6a2d9b7c4e15"
ROLE = "0f9c1a52-7d1e-4a57-9c3e-2b6f5a1d8e90"
HOME = f"https://{HOST}/FER1001FERN/JobBoard/{BOARD}"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{HOME}/OpportunityDetail?opportunityId={ROLE}",
        ref=refs.posting(NAME, f"FER1001FERN~{BOARD}", ROLE, f"{HOME}/OpportunityDetail?opportunityId={ROLE}"),
        spellings=(
            f"https://recruiting.ultipro.com/fer1001fern/JobBoard/{BOARD.upper()}/Opportunity/OpportunityDetail"
            f"?opportunityId={ROLE.upper()}&utm_source=x",
            f"http://recruiting2.ultipro.com/FER1001FERN/jobboard/{BOARD}/OpportunityDetail/?opportunityId={ROLE}#a",
            f"{HOME}/OpportunityApply?opportunityId={ROLE}",
        ),
        body=f"""<!DOCTYPE html><html><body><script>
            var opportunity = new US.Opportunity.CandidateOpportunityDetail({{"Id": "{ROLE}", "Title": "Kiln Operator",
            "RequisitionNumber": "KILN01", "FullTime": false, "JobLocationType": 1, "OpportunityIsClosed": false,
            "JobCategoryName": "Glazing", "PostedDate": "2026-03-02T09:00:00.123Z",
            "Description": "<p>You fire the kilns.</p>", "PayRangeVisible": true, "PayRangeMinimum": 24.5,
            "PayRangeMaximum": 31.0, "PayRangeCurrencyCode": "CAD", "Locations": [{{"LocalizedName": "Works",
            "Address": {{"City": "Toronto", "State": {{"Code": "ON", "Name": "Ontario"}},
            "Country": {{"Code": "CAN", "Name": "Canada"}}}}}}]}});</script></body></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Kiln Operator",
                    url=f"{HOME}/OpportunityDetail?opportunityId={ROLE}",
                    board=NAME,
                    token=f"FER1001FERN~{BOARD}",
                    external_id=ROLE,
                    locations=(Place(text="Toronto, Ontario, Canada", city="Toronto", region="Ontario", country="CA"),),
                    remote=Remote.ONSITE,
                    employment_type="part_time",
                    department="Glazing",
                    salary=Salary(min=24.5, max=31, currency="CAD"),
                    posted_at="2026-03-02T09:00:00.123000+00:00",
                    description_html="<p>You fire the kilns.</p>",
                    description_text="You fire the kilns.",
                    requisition_id="KILN01",
                ),
            ),
        ),
    ),
    Example(
        url=f"https://recruiting.ultipro.ca/FER1001FERN/JobBoard/{BOARD}/?q=&o=postedDateDesc",
        ref=refs.board(
            NAME,
            f"FER1001FERN~{BOARD}",
            f"https://recruiting.ultipro.ca/FER1001FERN/JobBoard/{BOARD}",
            "recruiting.ultipro.ca",
        ),
        spellings=(HOME, f"{HOME}/JobBoardView/LoadSearchResults", f"{HOME}/SearchJobs"),
        body=f"""{{"totalCount": 1, "opportunities": [{{"Id": "{ROLE}", "Title": "Kiln Operator", "FullTime": true,
            "PostedDate": "2026-03-02T00:00:00Z", "BriefDescription": "Fire.", "JobCategoryName": "Glazing",
            "Locations": [{{"Address": {{"City": "Reno", "State": {{"Code": "NV"}}}}}}]}}]}}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            postings=(
                Posting(
                    title="Kiln Operator",
                    url=f"https://recruiting.ultipro.ca/FER1001FERN/JobBoard/{BOARD}"
                    f"/OpportunityDetail?opportunityId={ROLE}",
                    board=NAME,
                    token=f"FER1001FERN~{BOARD}",
                    external_id=ROLE,
                    locations=(Place(text="Reno, NV", city="Reno", region="NV", country="US"),),
                    employment_type="full_time",
                    department="Glazing",
                    posted_at="2026-03-02T00:00:00+00:00",
                ),
            ),
            total=1,
        ),
    ),
)
