"""Taleo, Enterprise (`careersection`) and Business Edition (`tbe.taleo.net`, in `boards.taleo_business`).

Pure; called through `boards.registry`. An Enterprise board is a tenant (or an own host) and a career section: its page
tells the number of its portal, then a search by POST lists 25 at a time. The search wants the header `tz`, or it fails.
Rows are columns without names. A posting is written into a script of its page; pages never answer 404, they say that
the job is no longer available. Postings go by their contest number.
"""

from __future__ import annotations

import json
import re
from urllib.parse import quote

from jobfinder.boards import taleo_business, taleo_pages
from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import exchange, fill, refs
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import dates, urls
from jobfinder.read.text import clean

NAME = "taleo"
ALIASES: tuple[str, ...] = ("oracle taleo", "taleo business", "tbe")
HOSTS: tuple[str, ...] = ("taleo.net",)
ANYWHERE = True
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

TENANT = re.compile(r"([a-z0-9-]{2,63})\.taleo\.net")
SECTION = re.compile(r"[A-Za-z0-9_+-]{1,60}")
NO_SECTIONS = frozenset({"rest", "theme", "iam", "accountmanagement", "sitemap.jss", "js", "application.jss"})
CONTEST = re.compile(r"[A-Za-z0-9_.-]{1,40}")
PORTAL = re.compile(r"""portal(?:No)?["']?\s{0,3}[=:]\s{0,3}["']?(\d{6,12})""")
GONE = re.compile(r"[^<>.']{0,120}no longer available[^<>.']{0,120}", re.IGNORECASE)
SEARCH = {
    "multilineEnabled": True,
    "sortingSelection": {"sortBySelectionParam": "3", "ascendingSortingOrder": "false"},
    "fieldData": {"fields": {}, "valid": True},
    "filterSelectionParam": {"searchFilterSelections": []},
    "advancedSearchFiltersSelectionParam": {"searchFilterSelections": []},
}
ZONE = ("tz", "GMT-05:00")


def match(url: str) -> Ref | None:
    """Career sections and postings of both editions; career sections also on own hosts."""
    parts = urls.parts(url)
    if parts is None:
        return None
    if taleo_business.HOST.fullmatch(parts.host):
        return taleo_business.match(parts, NAME)
    path = parts.segments
    if len(path) < 2 or path[0].lower() != "careersection" or path[1].lower() in NO_SECTIONS:
        return None
    tenant = TENANT.fullmatch(parts.host)
    if not tenant and exchange.own_host(parts.host) is None:
        return None
    job = parts.query.get("job", [""])[-1] or None
    return refer(f"{tenant[1] if tenant else parts.host}~{path[1]}", job)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The career section or site, or a posting on it; null where there can be no such thing."""
    if token.startswith("tbe~"):
        return taleo_business.refer(NAME, token, external_id, region)
    tenant, _, section = token.partition("~")
    name = exchange.own_host(tenant) if "." in tenant else tenant.lower()
    if not name or refs.token_of(name) is None or not SECTION.fullmatch(section):
        return None
    home = f"https://{name if '.' in name else f'{name}.taleo.net'}/careersection/{quote(section)}"
    if external_id is None:
        return refs.board(NAME, f"{name}~{section}", f"{home}/jobsearch.ftl")
    if not CONTEST.fullmatch(external_id):
        return None
    return refs.posting(NAME, f"{name}~{section}", external_id, f"{home}/jobdetail.ftl?job={external_id}")


def requests(ref: Ref) -> tuple[Request, ...]:
    """The page: it begins a search, lists ten, or is that of a posting."""
    return (Request(url=ref.url),)


def parse(ref: Ref, response: Response) -> Page:
    """A page of the search, the page that begins it, or a posting."""
    if not exchange.is_markup(response):
        return _listing(ref, response)
    text = exchange.text(response)
    if (ref.token or "").startswith("tbe~") or taleo_business.PART in text:
        return taleo_business.parse(ref, response, match)
    posting = taleo_pages.posting(ref, response, text)
    if posting is not None:
        return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))
    if ref.kind is not RefKind.POSTING and ref.token and (portal := PORTAL.search(text)):
        return Page(kind=RefKind.BOARD, reader=NAME, next=_search(response, portal[1]), complete=False)
    said = GONE.search(text)
    if said:
        raise Gone(f"the page says: {clean(said[0])}", certain=True)
    raise Broken("the page holds neither a search nor a requisition")


marks = unmarked


# ---------------------------------------------------------------- lists


def _search(response: Response, portal: str) -> Request:
    host = urls.host(response.url)
    url = f"https://{host}/careersection/rest/jobboard/searchjobs?lang=en&portal={portal}"
    return exchange.post(url, {**SEARCH, "pageNo": 1}, (ZONE, *exchange.cookies(response)))


def _listing(ref: Ref, response: Response) -> Page:
    answer = Node(decode(response))
    if answer.flag("careerSectionUnAvailable"):
        raise Gone(f"Taleo says that the career section {ref.token} is not available")
    if not isinstance(answer.value("requisitionList"), list):
        raise Broken("Taleo's answer holds no list of requisitions")
    rows, paging = answer.rows("requisitionList"), answer.at("pagingData")
    postings = tuple(posting for row in rows if (posting := _listed(ref, row)))
    if rows and not postings:
        raise Broken("none of the requisitions in Taleo's answer could be read")
    number, size, total = (exchange.count(paging, name) for name in ("currentPageNo", "pageSize", "totalCount"))
    before = max((number or 1) - 1, 0) * (size or len(rows))
    more = exchange.following(before, len(rows), total)
    return Page(
        kind=RefKind.BOARD,
        reader=NAME,
        postings=postings,
        next=exchange.again(response, {**SEARCH, "pageNo": (number or 1) + 1}) if more else None,
        complete=total is not None and before + len(rows) >= total and len(postings) == len(rows),
        total=total,
    )


def _listed(ref: Ref, row: Node) -> Posting | None:
    value = row.value("column")
    cells = [cell if isinstance(cell, str) else "" for cell in value] if isinstance(value, list) else []
    linked = exchange.count(row, "linkedColumn") or 0
    title = clean(cells[linked]) if 0 <= linked < len(cells) else None
    external_id = row.text("contestNo", "jobId")
    own = refer(ref.token, external_id) if ref.token and external_id else None
    if not title or not external_id:
        return None
    where = fill.unique(taleo_pages.place(name) for cell in cells for name in _names(cell))
    return Posting(
        title=title,
        url=own.url if own else None,
        board=NAME,
        token=ref.token,
        external_id=external_id,
        locations=where,
        remote=fill.remote(*(place.text for place in where), title),
        posted_at=dates.iso(cells[-1]),
        requisition_id=row.text("contestNo"),
    )


def _names(cell: str) -> list[str]:
    """The places of a cell: a list, written as JSON."""
    try:
        value = json.loads(cell) if cell.startswith("[") else []
    except (ValueError, RecursionError):
        return []
    return [name for one in value if isinstance(one, str) and (name := clean(one))] if isinstance(value, list) else []


# ---------------------------------------------------------------- examples

FERN = "https://fernbrook.taleo.net/careersection/2"
BUSINESS = "https://phh.tbe.taleo.net/phh01/ats/careers/v2"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{FERN}/jobdetail.ftl?job=192315&lang=en&src=JB-10021",
        ref=refs.posting(NAME, "fernbrook~2", "192315", f"{FERN}/jobdetail.ftl?job=192315"),
        spellings=(
            f"{FERN}/jobapply.ftl?lang=fr&job=192315#top",
            "http://fernbrook.taleo.net/careersection/2/jobdetail.ftl?tz=GMT-05%3A00&job=192315",
        ),
        body="""<html><head><title>Job Description - Transport Planner (192315)</title></head><body><script>
            api.fillList('requisitionDescriptionInterface', 'descRequisition', ['false','780327','Transport Planner',
            '192315','!*!%3Cp%3EYou plan where ferns&#39; carts go.%3C%2Fp%3E','!*!%3Cp%3EA map%3C%2Fp%3E',
            'Las Vegas-Nevada-United States','Full-time','Sep 18, 2026','it\\'s'],'x');</script></body></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Transport Planner",
                    url=f"{FERN}/jobdetail.ftl?job=192315",
                    board=NAME,
                    token="fernbrook~2",
                    external_id="192315",
                    locations=(
                        Place(text="Las Vegas-Nevada-United States", city="Las Vegas", region="Nevada", country="US"),
                    ),
                    description_html="<p>You plan where ferns' carts go.</p>\n<p>A map</p>",
                    description_text="You plan where ferns' carts go.\n\nA map",
                    requisition_id="192315",
                ),
            ),
        ),
    ),
    Example(
        url=f"{FERN}/jobsearch.ftl?lang=en",
        ref=refs.board(NAME, "fernbrook~2", f"{FERN}/jobsearch.ftl"),
        spellings=(f"{FERN}/moresearch.ftl", f"{FERN}/joblist.ftl?lang=de#x"),
        body="""{"requisitionList": [{"jobId": "780327", "contestNo": "192315", "linkedColumn": 0,
            "locationsColumns": [1], "column": ["Transport Planner", "[\\"Las Vegas-Nevada-United States\\"]",
            "Sep 18, 2026"]}], "pagingData": {"currentPageNo": 1, "pageSize": 25, "totalCount": 1}}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            postings=(
                Posting(
                    title="Transport Planner",
                    url=f"{FERN}/jobdetail.ftl?job=192315",
                    board=NAME,
                    token="fernbrook~2",
                    external_id="192315",
                    locations=(
                        Place(text="Las Vegas-Nevada-United States", city="Las Vegas", region="Nevada", country="US"),
                    ),
                    posted_at="2026-09-18",
                    requisition_id="192315",
                ),
            ),
            total=1,
        ),
    ),
    Example(
        url="https://jobs.brightkiln.example/careersection/ex/jobdetail.ftl?job=17000GYL",
        ref=refs.posting(
            NAME,
            "jobs.brightkiln.example~ex",
            "17000GYL",
            "https://jobs.brightkiln.example/careersection/ex/jobdetail.ftl?job=17000GYL",
        ),
    ),
    Example(
        url=f"{BUSINESS}/searchResults?org=BRIGHTKILN&cws=66",
        ref=refs.board(NAME, "tbe~BRIGHTKILN~66", f"{BUSINESS}/searchResults?org=BRIGHTKILN&cws=66", "phh01"),
        spellings=(
            f"{BUSINESS}/jobSearch?act=redirectCwsV2&cws=66&org=brightkiln",
            "https://tbe.taleo.net/dispatcher/servlet/DispatcherServlet?org=BRIGHTKILN&act=redirectCws&cws=66",
        ),
        body=f"""<html><body><span class="oracletaleocwsv2-panel-number">1</span>
            <div class="oracletaleocwsv2-accordion-head-info"><h4 class="oracletaleocwsv2-head-title">
            <a href="{BUSINESS}/viewRequisition?org=BRIGHTKILN&amp;cws=66&amp;rid=7770" class="viewJobLink">Kiln
            Operator</a></h4><div tabindex="0">Glazing</div><div tabindex="0">Pasadena, CA</div></div>
            <a class="viewJobLink" href="{BUSINESS}/viewRequisition?org=BRIGHTKILN&amp;cws=66&amp;rid=7770">View</a>
            </body></html>""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            postings=(
                Posting(
                    title="Kiln Operator",
                    url=f"{BUSINESS}/viewRequisition?org=BRIGHTKILN&cws=66&rid=7770",
                    board=NAME,
                    token="tbe~BRIGHTKILN~66",
                    external_id="7770",
                    locations=(Place(text="Pasadena, CA", city="Pasadena", region="CA", country="US"),),
                ),
            ),
            total=1,
        ),
    ),
    Example(
        url=f"{BUSINESS}/viewRequisition?org=BRIGHTKILN&cws=66&rid=7770&source=x",
        ref=refs.posting(
            NAME,
            "tbe~BRIGHTKILN~66",
            "7770",
            f"{BUSINESS}/viewRequisition?org=BRIGHTKILN&cws=66&rid=7770",
            "phh01",
        ),
        spellings=(
            "https://phh.tbe.taleo.net/phh01/ats/careers/requisition.jsp?org=brightkiln&cws=66&rid=7770",
            "https://pha.tbe.taleo.net/pha02/ats/careers/v2/applyRequisition?org=BRIGHTKILN&cws=66&rid=7770",
        ),
    ),
)
