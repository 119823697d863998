"""Oracle Recruiting Cloud (Fusion HCM, Candidate Experience): sites of a pod, by the REST resources behind them.

Pure; called through `boards.registry`. A board is a host and a site (`CX_1001`, or a name); sites also lie on
employers' own hosts, whose page names the pod that answers. Site names keep case. The list has no text, its total
is in its one item. A posting that is gone is an empty list of items.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import quote

from jobfinder.boards.interface import Example, Mark
from jobfinder.boards.parts import exchange, fill, refs
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response, Salary
from jobfinder.read import fields, places, urls
from jobfinder.read.salary import parse_salary

NAME = "oracle_hcm"
ALIASES: tuple[str, ...] = ("oracle-orc", "oracle", "oracle recruiting", "oracle cloud")
HOSTS: tuple[str, ...] = ("oraclecloud.com",)
ANYWHERE = True
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

POD = ".oraclecloud.com"
LIST, DETAIL = "recruitingCEJobRequisitions", "recruitingCEJobRequisitionDetails"
LIMIT = 100
LANGUAGE = re.compile(r"[a-z]{2}(?:-[A-Za-z]{2,4})?")
SITE = re.compile(r"[A-Za-z0-9_-]{1,60}")
NUMBERED = re.compile(r"CX(?:_\d{1,9})?")
ID = re.compile(r"[A-Za-z0-9_-]{1,40}")
FINDER = re.compile(r"siteNumber=([A-Za-z0-9_-]{1,60})(?:,|$)")
FOUND = re.compile(r'[;,]Id="?([A-Za-z0-9_-]{1,40})"?(?:,|$)')
OFFSET = re.compile(r"offset=(\d{1,7})")
BASE = re.compile(
    r"""apiBaseUrl["']?\s{0,3}[:=]\s{0,3}["']https://([a-z0-9.-]{1,100}\.oraclecloud\.com)(?::443)?/?["']"""
)
NUMBER = re.compile(r"""siteNumber["']?\s{0,3}[:=]\s{0,3}["']([A-Za-z0-9_-]{1,60})["']""")
PAGES = frozenset({"jobs", "requisitions", "job"})
WORKPLACES = {
    "ORA_REMOTE": Remote.REMOTE,
    "ORA_HYBRID": Remote.HYBRID,
    "ORA_ON_SITE": Remote.ONSITE,
    "ORA_ONSITE": Remote.ONSITE,
}
PAY = re.compile(r"\b(?:salary|pay|compensation|wage)\b", re.IGNORECASE)


def match(url: str) -> Ref | None:
    """Sites and postings on pods and on own hosts, and the REST resources."""
    parts = urls.parts(url)
    if parts is None:
        return None
    path = parts.segments
    if path[:2] == ("hcmRestApi", "resources"):
        return _resource(parts)
    vendor = path[:2] == ("hcmUI", "CandidateExperience")
    path = path[2:] if vendor else path
    if len(path) < 3 or path[1] != "sites" or not LANGUAGE.fullmatch(path[0]):
        return None
    site, rest = path[2], path[3:]
    if not vendor and not (rest[:1] and rest[0] in PAGES) and not NUMBERED.fullmatch(site):
        return None
    shown = next((after for word, after in pairwise(rest) if word in ("job", "preview")), None)
    return refer(f"{parts.host}~{site}", shown)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The site or posting; null where host or site can be none."""
    host, _, site = token.partition("~")
    host = exchange.own_host(host) or ""
    if not host or not SITE.fullmatch(site):
        return None
    start = f"https://{host}/hcmUI/CandidateExperience" if host.endswith(POD) else f"https://{host}"
    home = f"{start}/en/sites/{site}"
    if external_id is None:
        return refs.board(NAME, f"{host}~{site}", f"{home}/jobs")
    if not ID.fullmatch(external_id):
        return None
    return refs.posting(NAME, f"{host}~{site}", external_id, f"{home}/job/{external_id}")


def requests(ref: Ref) -> tuple[Request, ...]:
    """The resources; on an own host first the page of a board, which tells the pod."""
    if ref.token is None:
        return (Request(url=ref.url),)
    host, _, site = ref.token.partition("~")
    if ref.kind is RefKind.POSTING:
        found = quote(f'ById;Id="{ref.external_id}",siteNumber={site}', safe=";,=")
        return (Request(url=f"{_api(host)}/{DETAIL}?expand=all&onlyData=true&finder={found}"), Request(url=ref.url))
    return (_list(host, site, 0),) if host.endswith(POD) else (Request(url=ref.url), _list(host, site, 0))


def parse(ref: Ref, response: Response) -> Page:
    """A page of the list, a posting, or a site's page, after which the list is asked for."""
    if exchange.is_markup(response):
        return _site(ref, response)
    answer = Node(decode(response))
    if not isinstance(answer.value("items"), list):
        raise Broken("Oracle's answer holds no items")
    first = next(iter(answer.rows("items")), None)
    if first is not None and isinstance(first.value("requisitionList"), list):
        return _listing(ref, answer, first, response)
    posting = _posting(ref, first) if first else None
    if posting is not None:
        return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))
    if ref.kind is RefKind.POSTING and first is None:
        raise Gone(f"requisition {ref.external_id} is not on the site {ref.token} any more")
    raise Broken("Oracle's answer holds neither a list of requisitions nor one of them")


def marks(markup: str, url: str) -> Iterator[Mark]:
    """The settings of a site's page on an own host."""
    base, number, host = BASE.search(markup), NUMBER.search(markup), urls.host(url)
    ref = refer(f"{host}~{number[1]}") if base and number and not host.endswith(POD) else None
    if ref and base:
        yield Mark(ref=ref, how="site settings", quote=base[0], confidence=0.95)


# ---------------------------------------------------------------- reading


def _resource(parts: urls.Parts) -> Ref | None:
    finder = parts.query.get("finder", [""])[-1]
    site, id_ = FINDER.search(finder), FOUND.search(finder)
    if parts.segments[-1] not in (LIST, DETAIL) or site is None:
        return None
    return refer(f"{parts.host}~{site[1]}", id_[1] if id_ and parts.segments[-1] == DETAIL else None)


def _api(host: str) -> str:
    return f"https://{host}/hcmRestApi/resources/latest"


def _list(host: str, site: str, offset: int) -> Request:
    found = f"findReqs;siteNumber={site},limit={LIMIT},offset={offset},sortBy=POSTING_DATES_DESC"
    return Request(url=f"{_api(host)}/{LIST}?onlyData=true&expand=requisitionList.secondaryLocations&finder={found}")


def _site(ref: Ref, response: Response) -> Page:
    """A site's page is an application: it tells where its list is."""
    text = exchange.text(response)
    base, number = BASE.search(text), NUMBER.search(text)
    if ref.kind is RefKind.POSTING or ref.token is None or base is None:
        raise Broken("the page of the site does not tell where its requisitions are")
    following = _list(base[1], number[1] if number else ref.token.partition("~")[2], 0)
    return Page(kind=RefKind.BOARD, reader=NAME, next=following, complete=False)


def _listing(ref: Ref, answer: Node, first: Node, response: Response) -> Page:
    rows = first.rows("requisitionList")
    postings = tuple(posting for row in rows if (posting := _posting(ref, row)))
    if rows and not postings:
        raise Broken("none of the requisitions in Oracle's answer could be read")
    total = exchange.count(first, "TotalJobsCount")
    asked = OFFSET.search(response.url)
    offset = int(asked[1]) if asked else 0
    more = exchange.following(offset, len(rows), total)
    whole = offset + len(rows) >= total if total is not None else answer.flag("hasMore") is False
    return Page(
        kind=RefKind.BOARD,
        reader=NAME,
        postings=postings,
        next=Request(url=OFFSET.sub(f"offset={more}", response.url, count=1)) if more and asked else None,
        complete=whole and len(postings) == len(rows),
        total=total,
    )


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, external_id = row.text("Title"), row.text("Id")
    if not title or not external_id:
        return None
    said = fill.description(_markup(row))
    where = _places(row)
    own = refer(ref.token, external_id) if ref.token else None
    workplace = WORKPLACES.get(row.text("WorkplaceTypeCode") or "") or fill.remote(
        row.text("WorkplaceType"), row.text("PrimaryLocation"), title
    )
    return Posting(
        title=title,
        company=row.text("LegalEmployer"),
        url=own.url if own else None,
        board=NAME,
        token=ref.token,
        external_id=external_id,
        locations=where,
        remote=workplace,
        remote_scope=fill.scope(workplace, row.text("PrimaryLocation")),
        employment_type=fields.employment(filter(None, (row.text("JobSchedule"), row.text("ContractType")))),
        department=row.text("Department", "Category", "JobFamily", "JobFunction"),
        salary=fill.pay(_pay(row), said, where),
        posted_at=row.date("ExternalPostedStartDate", "PostedDate"),
        closes_at=row.date("ExternalPostedEndDate", "PostingEndDate"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
        requisition_id=row.text("RequisitionNumber"),
    )


def _markup(row: Node) -> str:
    return fill.sections(
        (
            (None, row.markup("ExternalDescriptionStr")),
            ("Responsibilities", row.markup("ExternalResponsibilitiesStr")),
            ("Qualifications", row.markup("ExternalQualificationsStr")),
            (None, row.markup("OrganizationDescriptionStr")),
        )
    )


def _places(row: Node) -> tuple[Place, ...]:
    main = (row.text("PrimaryLocation"), row.text("PrimaryLocationCountry"))
    others = ((other.text("Name"), other.text("CountryCode")) for other in row.rows("secondaryLocations"))
    return fill.unique(places.place_of(None, None, country, name) for name, country in (main, *others) if name)


def _pay(row: Node) -> Salary | None:
    """Pay in a field of the employer's own."""
    for field in row.rows("requisitionFlexFields"):
        prompt, value = field.text("Prompt"), field.text("Value")
        if prompt and value and PAY.search(prompt) and (read := parse_salary(f"{prompt}: {value}")):
            return read
    return None


# ---------------------------------------------------------------- examples

FERN = "https://fern.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1001"
TOKEN = "fern.fa.us2.oraclecloud.com~CX_1001"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{FERN}/job/25587/?utm_medium=jobshare",
        ref=refs.posting(NAME, TOKEN, "25587", f"{FERN}/job/25587"),
        spellings=(
            f"{FERN.replace('/en/', '/fr-CA/')}/requisitions/preview/25587?location=x#y",
            f"{FERN}/jobs/preview/25587/?keyword=kiln",
            f"{FERN}/job/25587/apply/email",
            f"https://fern.fa.us2.oraclecloud.com/hcmRestApi/resources/latest/{DETAIL}?expand=all&onlyData=true"
            "&finder=ById;Id=%2225587%22,siteNumber=CX_1001",
        ),
        body="""{"items": [{"Id": "25587", "Title": "Bridge Inspector", "Category": "Structures",
            "RequisitionId": 300000, "JobSchedule": "Full time", "ContractType": null,
            "ExternalPostedStartDate": "2026-03-02T09:00:00+00:00", "ExternalPostedEndDate": null,
            "PrimaryLocation": "PERTH, WESTERN AUSTRALIA, Australia", "PrimaryLocationCountry": "AU",
            "WorkplaceTypeCode": "ORA_HYBRID", "WorkplaceType": "Hybrid", "secondaryLocations": [],
            "ExternalDescriptionStr": "<p>You look at bridges.</p>",
            "ExternalQualificationsStr": "<ul><li>A head for heights</li></ul>", "ExternalResponsibilitiesStr": "",
            "requisitionFlexFields": [{"Prompt": "Base Pay", "Value": "$90,000 - $110,000 per year"}]}],
            "count": 1, "hasMore": false}""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Bridge Inspector",
                    url=f"{FERN}/job/25587",
                    board=NAME,
                    token=TOKEN,
                    external_id="25587",
                    locations=(
                        Place(
                            text="PERTH, WESTERN AUSTRALIA, Australia",
                            city="PERTH",
                            region="WESTERN AUSTRALIA",
                            country="AU",
                        ),
                    ),
                    remote=Remote.HYBRID,
                    employment_type="full_time",
                    department="Structures",
                    salary=parse_salary("Base Pay: $90,000 - $110,000 per year"),
                    posted_at="2026-03-02T09:00:00+00:00",
                    description_html="<p>You look at bridges.</p>\n<h3>Qualifications</h3>\n"
                    "<ul><li>A head for heights</li></ul>",
                    description_text="You look at bridges.\n\nQualifications\n\n- A head for heights",
                ),
            ),
        ),
    ),
    Example(
        url=f"{FERN}/requisitions",
        ref=refs.board(NAME, TOKEN, f"{FERN}/jobs"),
        spellings=(FERN, f"{FERN}/jobs?mode=location", f"{FERN.replace('/en/', '/de/')}/my-profile/sign-in"),
        body="""{"items": [{"TotalJobsCount": 1, "Limit": 100, "Offset": 0, "requisitionList": [{"Id": "25587",
            "Title": "Bridge Inspector", "PostedDate": "2026-03-02", "PrimaryLocation": "Houston, TX, United States",
            "PrimaryLocationCountry": "US", "ShortDescriptionStr": "", "WorkplaceTypeCode": null,
            "secondaryLocations": [{"Name": "Atlanta, GA, United States", "CountryCode": "US"}]}]}],
            "count": 1, "hasMore": false}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            postings=(
                Posting(
                    title="Bridge Inspector",
                    url=f"{FERN}/job/25587",
                    board=NAME,
                    token=TOKEN,
                    external_id="25587",
                    locations=(
                        Place(text="Houston, TX, United States", city="Houston", region="TX", country="US"),
                        Place(text="Atlanta, GA, United States", city="Atlanta", region="GA", country="US"),
                    ),
                    posted_at="2026-03-02",
                ),
            ),
            total=1,
        ),
    ),
    Example(
        url="https://talents.fernbrook.example/en/sites/CX/jobs",
        ref=refs.board(NAME, "talents.fernbrook.example~CX", "https://talents.fernbrook.example/en/sites/CX/jobs"),
        spellings=(
            "https://talents.fernbrook.example/fr/sites/CX",
            "talents.fernbrook.example/en/sites/CX/requisitions",
        ),
    ),
)
