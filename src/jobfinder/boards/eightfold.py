"""Eightfold: career sites on the vendor's or employers' own hosts, by the older "apply" API or the newer "PCSX" one.

Pure; called through `boards.registry`. Both APIs want the employer's domain, which only a site's page tells (and some
addresses: it is then the region). A board is read by its page first; which API it uses shows there too. A token is the
vendor's word for the tenant, or the site's own host. Times are epoch seconds.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from jobfinder.boards.interface import Example, Mark
from jobfinder.boards.parts import exchange, fill, hosted, refs
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import places, urls

NAME = "eightfold"
ALIASES: tuple[str, ...] = ("eightfold ai",)
HOSTS: tuple[str, ...] = ("eightfold.ai",)
ANYWHERE = True
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

TENANT = re.compile(r"([a-z0-9-]{1,60})\.eightfold\.ai")
POSITION = re.compile(r"(\d{4,18})(?:-.{0,300})?")
LONG_POSITION = re.compile(r"(\d{9,18})(?:-.{0,300})?")
"""On other hosts a short number may be anybody's."""
DOMAIN = re.compile(
    r"""["']?(?:domain|_EF_GROUP_ID)["']?\s{0,3}[:=]\s{0,3}["']((?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24})["']"""
)
DOMAIN_NAME = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}")
START = re.compile(r"(?<=[?&]start=)\d{1,6}")
PROOF = ("static.vscdn.net", 'id="smartApplyData"', "window._EF_GROUP_ID", 'id="pcsx-data"')
WORKPLACES = {"onsite": Remote.ONSITE, "hybrid": Remote.HYBRID, "remote": Remote.REMOTE, "remotelocal": Remote.REMOTE}


def match(url: str) -> Ref | None:
    """Sites, positions and both APIs; on other hosts positions only."""
    parts = urls.parts(url)
    if parts is None:
        return None
    query = {name: values[-1] for name, values in parts.query.items()}
    tenant = TENANT.fullmatch(parts.host)
    position = _position(parts.segments, query, POSITION if tenant else LONG_POSITION)
    careers = parts.segments[:1] == ("careers",)
    domain = query.get("domain", "").lower()
    region = domain if DOMAIN_NAME.fullmatch(domain) else None
    if tenant and (careers or parts.segments[:1] == ("api",) or not parts.segments):
        return refer(tenant[1], position, region)
    if not tenant and ((careers and (position or (region and len(parts.segments) == 1))) or _is_api(parts.segments)):
        return refer(parts.host, position, region)
    return None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The site or position; null where the position is no number."""
    host = exchange.own_host(token)
    vendor = TENANT.fullmatch(host) if host else None
    name = vendor[1] if vendor else host or refs.token_of(token.lower())
    if name is None or (host is None and not re.fullmatch(r"[a-z0-9-]{1,60}", name)) or refs.token_of(name) is None:
        return None
    home = f"https://{name if '.' in name else f'{name}.eightfold.ai'}/careers"
    query = f"?domain={region}" if region else ""
    if external_id is None:
        return refs.board(NAME, name, f"{home}{query}", region)
    found = POSITION.fullmatch(external_id)
    return refs.posting(NAME, name, found[1], f"{home}/job/{found[1]}{query}", region) if found else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """A board's page. A position by the API if the employer's domain is known, else by its page."""
    if ref.kind is not RefKind.POSTING or ref.token is None or ref.region is None:
        return (Request(url=ref.url),)
    return (Request(url=f"{_host(ref)}/api/apply/v2/jobs/{ref.external_id}?domain={ref.region}"), Request(url=ref.url))


def parse(ref: Ref, response: Response) -> Page:
    """A page of either API, a position, or a site's page, after which its API is asked."""
    if exchange.is_markup(response):
        return _site(ref, response) if ref.kind is not RefKind.POSTING else hosted.posting(ref, response, match)
    answer = Node(decode(response))
    inner = answer.at("data") if isinstance(answer.value("data"), dict) else answer
    if isinstance(inner.value("positions"), list):
        return _listing(ref, inner, response)
    posting = _posting(ref, inner)
    if posting is not None:
        return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))
    said = answer.text("message") or answer.at("error").text("message") or "no reason given"
    if "pcsx" in said.lower() and "/api/pcsx/search" in response.url:
        older = response.url.replace("/api/pcsx/search", "/api/apply/v2/jobs")
        return Page(kind=RefKind.BOARD, reader=NAME, next=Request(url=older), complete=False)
    raise Broken(f"Eightfold's answer holds neither positions nor one of them: {said}")


def marks(markup: str, url: str) -> Iterator[Mark]:
    """What only a site's own page carries: the site is then the host of the page."""
    found, host = next((mark for mark in PROOF if mark in markup), None), urls.host(url)
    ref = refer(host) if found and exchange.own_host(host) and not TENANT.fullmatch(host) else None
    if ref and found:
        yield Mark(ref=ref, how="parts of a career site", quote=found, confidence=0.92)


# ---------------------------------------------------------------- addresses


def _position(path: tuple[str, ...], query: dict[str, str], number: re.Pattern[str]) -> str | None:
    """The position that an address shows: in its path, or in a parameter."""
    stated = path[path.index("job") + 1 :][:1] if "job" in path else path[4:5] if _is_api(path) else ()
    for text in (*stated, query.get("pid", ""), query.get("position_id", "")):
        if found := number.fullmatch(text):
            return found[1]
    return None


def _is_api(path: tuple[str, ...]) -> bool:
    return path[:4] == ("api", "apply", "v2", "jobs") or path[:2] == ("api", "pcsx")


def _host(ref: Ref) -> str:
    token = ref.token or ""
    return f"https://{token if '.' in token else f'{token}.eightfold.ai'}"


# ---------------------------------------------------------------- reading


def _site(ref: Ref, response: Response) -> Page:
    """A site's page is an application: it tells the employer's domain and which API it uses."""
    text = html.unescape(exchange.text(response))
    stated = DOMAIN.search(text)
    domain = ref.region or (stated[1] if stated else None)
    if ref.token is None or domain is None or not any(mark in text for mark in (*PROOF, "eightfold")):
        raise Broken("the page does not tell where its positions are")
    api = "pcsx/search" if "pcsx" in text.lower() else "apply/v2/jobs"
    following = Request(url=f"{_host(ref)}/api/{api}?domain={domain}&query=&location=&start=0&sort_by=timestamp")
    return Page(kind=RefKind.BOARD, reader=NAME, next=following, complete=False)


def _listing(ref: Ref, answer: Node, response: Response) -> Page:
    rows = answer.rows("positions")
    postings = tuple(posting for row in rows if (posting := _posting(ref, row)))
    if rows and not postings:
        raise Broken("none of the positions in Eightfold's answer could be read")
    total = exchange.count(answer, "count")
    asked = START.search(response.url)
    start = int(asked[0]) if asked else 0
    more = exchange.following(start, len(rows), total)
    return Page(
        kind=RefKind.BOARD,
        reader=NAME,
        postings=postings,
        next=Request(url=START.sub(str(more), response.url, count=1)) if more and asked else None,
        complete=total is not None and start + len(rows) >= total and len(postings) == len(rows),
        total=total,
    )


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, external_id = row.text("name"), row.text("id")
    if not title or not external_id:
        return None
    own = refer(ref.token, external_id, ref.region) if ref.token else None
    link = row.url("canonicalPositionUrl") or row.url("publicUrl") or (own.url if own else None)
    linked = match(link) if link else None
    said = fill.description(row.markup("job_description") or row.markup("jobDescription"))
    where = _places(row)
    stated = (row.text("work_location_option", "workLocationOption") or "").lower().replace("_", "")
    requisition = row.text("ats_job_id", "atsJobId", "display_job_id", "displayJobId")
    workplace = WORKPLACES.get(stated) or fill.remote(*(place.text for place in where), title)
    return Posting(
        title=title,
        url=link,
        board=NAME,
        token=ref.token or (linked.token if linked else None),
        external_id=external_id,
        locations=where,
        remote=workplace,
        remote_scope=fill.scope(workplace, where[0].text) if where else None,
        department=row.text("department"),
        salary=fill.pay(None, said, where),
        posted_at=row.date("t_create", "postedTs", "creationTs"),
        updated_at=row.date("t_update", "updatedTs"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
        requisition_id=requisition if requisition != external_id else None,
    )


def _places(row: Node) -> tuple[Place, ...]:
    """The locations, with the country that their standardized names end in."""
    stated, standard = row.texts("locations") or row.texts("location"), row.texts("standardizedLocations")
    if len(stated) != len(standard):
        return fill.locations(stated or standard)
    codes = (name.rpartition(",")[2].strip() for name in standard)
    return fill.unique(places.place_of(None, None, code, name) for name, code in zip(stated, codes, strict=True))


# ---------------------------------------------------------------- examples

FERN = "https://fernbrook.eightfold.ai/careers"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{FERN}/job/1099555326551-supply-planner-austin?domain=fernbrook.example&utm_source=x",
        ref=refs.posting(
            NAME,
            "fernbrook",
            "1099555326551",
            f"{FERN}/job/1099555326551?domain=fernbrook.example",
            "fernbrook.example",
        ),
        spellings=(
            f"{FERN}/job/1099555326551/",
            f"{FERN}?pid=1099555326551&location=Austin#jobs",
            "https://fernbrook.eightfold.ai/careers/apply?pid=1099555326551&domain=fernbrook.example",
            "https://fernbrook.eightfold.ai/api/apply/v2/jobs/1099555326551?domain=fernbrook.example",
            "https://fernbrook.eightfold.ai/api/pcsx/position_details?position_id=1099555326551&domain=fernbrook.example",
        ),
        body="""{"id": 1099555326551, "name": "Supply Planner, Ferns", "ats_job_id": "R-1042",
            "canonicalPositionUrl": "https://fernbrook.eightfold.ai/careers/job/1099555326551",
            "location": "Austin, Texas, United States", "locations": ["Austin, Texas, United States"],
            "work_location_option": "hybrid", "job_description": "<p>You plan where ferns go.</p>",
            "t_create": 1772442000, "t_update": 1772528400, "department": "Supply Chain"}""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                Posting(
                    title="Supply Planner, Ferns",
                    url=f"{FERN}/job/1099555326551",
                    board=NAME,
                    token="fernbrook",
                    external_id="1099555326551",
                    locations=(
                        Place(text="Austin, Texas, United States", city="Austin", region="Texas", country="US"),
                    ),
                    remote=Remote.HYBRID,
                    department="Supply Chain",
                    posted_at="2026-03-02T09:00:00+00:00",
                    updated_at="2026-03-03T09:00:00+00:00",
                    description_html="<p>You plan where ferns go.</p>",
                    description_text="You plan where ferns go.",
                    requisition_id="R-1042",
                ),
            ),
        ),
    ),
    Example(
        url=FERN,
        ref=refs.board(NAME, "fernbrook", FERN),
        spellings=(
            f"{FERN}/?domain=fernbrook.example&start=10#list",
            f"{FERN}/sitemap.xml",
            "https://fernbrook.eightfold.ai/api/pcsx/search?domain=fernbrook.example&query=&start=0",
        ),
        body="""{"status": 200, "error": {"message": ""}, "data": {"count": 1, "positions": [{"id": 68761290831,
            "displayJobId": "68761290831", "name": "Treasurer", "locations": ["Bonn, Germany"], "department": "Money",
            "standardizedLocations": ["Bonn, NW, DE"], "postedTs": 1772442000, "workLocationOption": "remote_local",
            "atsJobId": "R-7", "positionUrl": "/careers/job/68761290831"}]}}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            postings=(
                Posting(
                    title="Treasurer",
                    url=f"{FERN}/job/68761290831",
                    board=NAME,
                    token="fernbrook",
                    external_id="68761290831",
                    locations=(Place(text="Bonn, Germany", city="Bonn", country="DE"),),
                    remote=Remote.REMOTE,
                    department="Money",
                    posted_at="2026-03-02T09:00:00+00:00",
                    requisition_id="R-7",
                ),
            ),
            total=1,
        ),
    ),
    Example(
        url="https://careers.brightkiln.example/careers/job/563705876642261-kiln-operator?domain=brightkiln.example",
        ref=refs.posting(
            NAME,
            "careers.brightkiln.example",
            "563705876642261",
            "https://careers.brightkiln.example/careers/job/563705876642261?domain=brightkiln.example",
            "brightkiln.example",
        ),
    ),
)
