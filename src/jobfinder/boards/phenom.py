"""Phenom: career sites on employers' own hosts, by the state inside their pages and by the search behind them.

Pure; called through `boards.registry`. A board is a host; the region is the path of a country and language ("us/en"),
below a brand if there is one. A page of results holds the first ten and begins the session for the search by POST,
which gives a hundred. Newer sites name postings by 32 hexadecimal digits. Lists have a teaser, no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from jobfinder.boards.interface import Example, Mark
from jobfinder.boards.parts import exchange, fill, hosted, refs
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import fields, places, urls

NAME = "phenom"
ALIASES: tuple[str, ...] = ("phenompeople", "phenom people")
HOSTS: tuple[str, ...] = ("phenompeople.com",)
ANYWHERE = True
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

COUNTRY = re.compile(r"[a-z]{2}|global|emea|apac|latam|amer|europe|asia|americas")
LANGUAGE = re.compile(r"[a-z]{2}(?:-[a-z]{2})?")
SEQUENCE = re.compile(r"(?=[A-Z0-9_.-]{0,80}\d)[A-Z0-9][A-Z0-9_.-]{2,80}")
HEXADECIMAL = re.compile(r"([0-9A-F]{32})(?:__[a-z-]{2,8})?")
REGION = re.compile(r"(?:[a-z0-9-]{1,60}/)?(?:[a-z]{2,8})/[a-z]{2}(?:-[a-z]{2})?")
RESULTS_LINK = re.compile(r"/((?:[a-z]{2}|global)/[a-z]{2})/search-results\b")
TOKEN = re.compile(r'"csrfToken"\s{0,3}:\s{0,3}"([^"]{8,200})"')
STATE = ("phApp.ddo",)
PROOF = ("phApp.ddo", "cdn.phenompeople.com", "phApp.refNum")
RESULTS = "search-results"
FIRST = f"{RESULTS}?from=0&s=1"
OF_RESULTS = frozenset({"from", "s", "qcategory", "qcountry", "qstate", "qcity"})
SIZE = 100


def match(url: str) -> Ref | None:
    """Postings below a country and a language, or by hexadecimal digits; results with the parameters of their pages.

    Without these, such an address may lead to a site that another board stands behind.
    """
    parts = urls.parts(url)
    if parts is None or exchange.own_host(parts.host) is None:
        return None
    path = parts.segments
    if parts.host.endswith("phenompeople.com"):
        return None
    start = next((at for at in (0, 1) if _is_region(path[at : at + 2])), None)
    rest = path[start + 2 :] if start is not None else ()
    region = "/".join(path[: start + 2]) if start is not None else None
    if rest == (RESULTS,) and not OF_RESULTS.isdisjoint(parts.query):
        return refer(parts.host, None, region)
    if rest[:1] == ("job",) and len(rest) in (2, 3) and SEQUENCE.fullmatch(rest[1]):
        return refs.posting(NAME, parts.host, rest[1], exchange.address(parts), region)
    found = HEXADECIMAL.fullmatch(path[-1]) if len(path) in (3, 4) and path[-2] == "job" else None
    return refs.posting(NAME, parts.host, found[1], exchange.address(parts)) if found else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The site, or a posting on it; null where the token is no host."""
    host = exchange.own_host(token)
    if host is None or (region and not REGION.fullmatch(region)):
        return None
    if external_id is None:
        return refs.board(NAME, host, f"https://{host}/{f'{region}/{FIRST}' if region else ''}", region)
    if not SEQUENCE.fullmatch(external_id):
        return None
    return refs.posting(NAME, host, external_id, f"https://{host}/{region or 'global/en'}/job/{external_id}", region)


def requests(ref: Ref) -> tuple[Request, ...]:
    """The page: of a posting, of results, or the site's first, which links these."""
    return (Request(url=ref.url),)


def parse(ref: Ref, response: Response) -> Page:
    """A page of the search, the results inside a page, or a posting."""
    if not exchange.is_markup(response):
        return _answer(ref, response)
    text = exchange.text(response)
    state = exchange.in_script(text, STATE)
    posting = _posting(ref, state.at("jobDetail", "data", "job"), ref.region)
    if posting is not None:
        return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))
    if ref.kind is RefKind.POSTING:
        return hosted.posting(ref, response, match)
    found = state.at("eagerLoadRefineSearch")
    if isinstance(found.at("data").value("jobs"), list):
        return _results(ref, found, response, text)
    linked = RESULTS_LINK.search(text)
    if ref.token and ref.region is None and linked and any(mark in text for mark in PROOF):
        following = Request(url=f"https://{ref.token}/{linked[1]}/{FIRST}")
        return Page(kind=RefKind.BOARD, reader=NAME, next=following, complete=False)
    raise Broken("the page of the career site holds no results")


def marks(markup: str, url: str) -> Iterator[Mark]:
    """What only a site's own pages carry: the site is then the host of the page."""
    found, parts = next((mark for mark in PROOF if mark in markup), None), urls.parts(url)
    if found is None or parts is None or exchange.own_host(parts.host) is None:
        return
    region = "/".join(parts.segments[:2]) if _is_region(parts.segments[:2]) else None
    ref = refer(parts.host, None, region)
    if ref:
        yield Mark(ref=ref, how="parts of a career site", quote=found, confidence=0.92)


# ---------------------------------------------------------------- reading


def _is_region(path: tuple[str, ...]) -> bool:
    return len(path) == 2 and bool(COUNTRY.fullmatch(path[0]) and LANGUAGE.fullmatch(path[1]))


def _results(ref: Ref, found: Node, response: Response, text: str) -> Page:
    """The first results. The search goes on from there, with the cookies and the token of the page."""
    parts = urls.parts(response.url)
    region = ref.region or ("/".join(parts.segments[:2]) if parts and _is_region(parts.segments[:2]) else None)
    page, count = _page(ref, found, 0, region)
    stated = TOKEN.search(text)
    token = exchange.word(stated[1]) if stated else None
    headers = (*exchange.cookies(response), *((("x-csrf-token", token),) if token else ()))
    more = exchange.following(0, count, page.total)
    following = None
    if more and ref.token:
        following = exchange.post(f"https://{ref.token}/widgets", _search(region, more), headers)
    return replace(page, next=following, complete=page.complete and not more)


def _search(region: str | None, start: int) -> dict[str, object]:
    country, language = (region or "global/en").split("/")[-2:]
    return {
        "lang": f"{language}_{country}",
        "country": country,
        "deviceType": "desktop",
        "pageName": RESULTS,
        "ddoKey": "refineSearch",
        "siteType": "external",
        "jobs": True,
        "counts": True,
        "from": start,
        "size": SIZE,
        "keywords": "",
        "global": True,
        "selected_fields": {},
    }


def _answer(ref: Ref, response: Response) -> Page:
    """A page of the search, or of the newer list."""
    answer = Node(decode(response))
    start = exchange.count(exchange.asked(response), "from") or 0
    if isinstance(answer.value("jobs"), list):
        return _page(ref, answer, 0, ref.region)[0]
    found = answer.at("refineSearch")
    if not isinstance(found.at("data").value("jobs"), list):
        raise Broken("Phenom's answer holds no jobs")
    page, count = _page(ref, found, start, ref.region)
    more = exchange.following(start, count, page.total)
    following = exchange.again(response, {**exchange.sent(response), "from": more}) if more else None
    return replace(page, next=following, complete=page.complete and not more)


def _page(ref: Ref, found: Node, start: int, region: str | None) -> tuple[Page, int]:
    """The postings of one list, and how many rows it had."""
    rows = found.rows("jobs") or found.at("data").rows("jobs")
    postings = tuple(posting for row in rows if (posting := _posting(ref, row, region)))
    if rows and not postings:
        raise Broken("none of the jobs in Phenom's answer could be read")
    total = exchange.count(found, "totalHits" if found.value("totalHits") is not None else "totalJob")
    whole = len(postings) == len(rows) and total is not None and start + len(rows) >= total
    return Page(kind=RefKind.BOARD, reader=NAME, postings=postings, complete=whole, total=total), len(rows)


def _posting(ref: Ref, row: Node, region: str | None) -> Posting | None:
    title, external_id = row.text("title"), row.text("jobSeqNo", "uniqueID", "jobId")
    if not title or not external_id:
        return None
    said = fill.description(row.markup("description"), stated_language=row.text("lang"))
    where = _places(row)
    workplace = _remote(row, title)
    return Posting(
        title=title,
        company=row.text("companyName"),
        url=_url(ref, row, external_id, region),
        apply_url=row.url("applyUrl") or row.url("applyURL"),
        board=NAME,
        token=ref.token,
        external_id=external_id,
        locations=where,
        remote=workplace,
        remote_scope=fill.scope(workplace, where[0].text) if where else None,
        employment_type=fields.employment(row.texts("type") or row.texts("employmentType") or row.texts("jobType")),
        department=row.text("department", "category"),
        salary=fill.pay(None, said, where),
        posted_at=row.date("postedDate", "dateCreated"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
        requisition_id=row.text("reqId", "requisitionID"),
    )


def _url(ref: Ref, row: Node, external_id: str, region: str | None) -> str | None:
    if ref.kind is RefKind.POSTING:
        return ref.url
    path = row.text("originalURL")
    if path and ref.token:
        return urls.join(f"https://{ref.token}/", path)
    own = refer(ref.token, external_id, region) if ref.token else None
    return own.url if own else None


def _places(row: Node) -> tuple[Place, ...]:
    several = [at.text("location") for at in row.rows("multi_location_array")] or list(row.texts("multi_location"))
    at = row.rows("locations")
    if at:
        stated = ((one.text("city"), one.text("state"), one.text("country"), one.text("locationText")) for one in at)
        return fill.unique(places.place_of(*parts) for parts in stated if any(parts))
    name = row.text("cityStateCountry", "location")
    if len(several) > 1 or not row.text("city"):
        return fill.locations(several if several else [name])
    if name and not row.text("state"):
        return (places.place(name),)
    return (places.place_of(row.text("city"), row.text("state"), row.text("country"), name),)


def _remote(row: Node, title: str) -> Remote | None:
    if row.flag("isRemote"):
        return Remote.REMOTE
    return fill.remote(row.text("remoteType"), row.text("checkRemote"), row.text("workplaceType"), title)


# ---------------------------------------------------------------- examples

FERN = "https://careers.fernbrook.example"
SEQ = "FERNA0059P104461EXTERNALENGLOBAL"
ROW = f"""{{"type": "Full-Time", "descriptionTeaser": "You plan.", "reqId": "P-104461", "jobId": "P-104461",
    "jobSeqNo": "{SEQ}", "title": "Planner", "city": "Rotterdam", "state": "South Holland", "country": "Netherlands",
    "location": "Rotterdam, South Holland, Netherlands", "category": "Planning", "checkRemote": "Hybrid",
    "postedDate": "2026-03-02T09:00:00.000+0000", "applyUrl": "https://fern.wd3.myworkdayjobs.com/x/job/P-104461/apply\""""
PLANNER = Posting(
    title="Planner",
    url=f"{FERN}/global/en/job/{SEQ}",
    apply_url="https://fern.wd3.myworkdayjobs.com/x/job/P-104461/apply",
    board=NAME,
    token="careers.fernbrook.example",
    external_id=SEQ,
    locations=(
        Place(text="Rotterdam, South Holland, Netherlands", city="Rotterdam", region="South Holland", country="NL"),
    ),
    remote=Remote.HYBRID,
    employment_type="full_time",
    department="Planning",
    posted_at="2026-03-02T09:00:00+00:00",
    requisition_id="P-104461",
)
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{FERN}/global/en/job/{SEQ}/Planner?utm_source=x",
        ref=refs.posting(NAME, "careers.fernbrook.example", SEQ, f"{FERN}/global/en/job/{SEQ}/Planner", "global/en"),
        spellings=(f"{FERN}/de/de/job/{SEQ}/Planer/#apply", f"{FERN}/gardens/gb/en/job/{SEQ}"),
        body=f"""<!doctype html><html><body><script>var phApp = phApp || {{}}; phApp.ddo = {{"siteConfig": {{}},
            "jobDetail": {{"status": 200, "data": {{"job": {ROW}, "description": "<p>You plan.</p>"}}}}}}}};
            phApp.experimentData = {{}};</script></body></html>""",
        page=Page(
            kind=RefKind.POSTING,
            reader=NAME,
            postings=(
                replace(
                    PLANNER,
                    url=f"{FERN}/global/en/job/{SEQ}/Planner",
                    description_html="<p>You plan.</p>",
                    description_text="You plan.",
                ),
            ),
        ),
    ),
    Example(
        url=f"{FERN}/global/en/search-results?keywords=planner&from=10&s=1",
        ref=refs.board(NAME, "careers.fernbrook.example", f"{FERN}/global/en/{FIRST}", "global/en"),
        spellings=(
            f"{FERN}/us/en/search-results/?qcategory=Planning",
            f"{FERN}/gardens/gb/en/search-results?from=10&s=1",
        ),
        body=f"""<!doctype html><html><body><script>phApp.ddo = {{"eagerLoadRefineSearch": {{"status": 200, "hits": 1,
            "totalHits": 1, "data": {{"jobs": [{ROW}}}]}}}}}}; phApp.experimentData = {{}};</script></body></html>""",
        page=Page(kind=RefKind.BOARD, reader=NAME, postings=(PLANNER,), total=1),
    ),
    Example(
        url=f"{FERN}/brand-manager/job/3F0B18E3C4CABF25D5CC86C9F9F34A3C",
        ref=refs.posting(
            NAME,
            "careers.fernbrook.example",
            "3F0B18E3C4CABF25D5CC86C9F9F34A3C",
            f"{FERN}/brand-manager/job/3F0B18E3C4CABF25D5CC86C9F9F34A3C",
        ),
    ),
)
