"""iCIMS' career sites (Jibe), mostly on employers' own domains: a JSON API of whole postings, in pages of a hundred.

Pure; called through `boards.registry`. The token is the host. One posting is listed once per language, under one slug.
What tells such a site by its address is the path `careers-home`, the parameter `icims=1`, or the API's parameters; else
its page does. A posting's form is on icims.com. `region` is the language of a posting, where its address states one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from jobfinder.boards.interface import Example, Mark
from jobfinder.boards.parts import asked, exchange, fill, hosted, listing, refs
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import fields, places, urls

NAME = "jibe"
ALIASES: tuple[str, ...] = ("icims_jibe", "icims_career_sites", "jibeapply")
HOSTS: tuple[str, ...] = ("jibeapply.com", "jibecdn.com")
ANYWHERE = True
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

SIZE = 100
ID = re.compile(r"(?=[A-Za-z_-]{0,60}\d)[A-Za-z0-9_-]{1,60}")
NUMBER = re.compile(r"\d{2,12}")
LANGUAGE = re.compile(r"[a-z]{2}-[a-z]{2}")
ENGLISH = "en-us"
SEARCH = "sortBy=relevance&descending=false&internal=false"
SEARCHED = frozenset({"sortBy", "descending", "internal"})
SECTIONS = ("description", "qualifications", "responsibilities", "benefits")
SIGN = re.compile(r"(?:app|cms|assets)\.jibecdn\.com/prod/|window\._jibe\s{0,3}=|data-jibe-search-version")


def match(url: str) -> Ref | None:
    """Boards, postings in any language, and API addresses."""
    parts = urls.parts(url)
    if parts is None or parts.host.endswith("jibecdn.com"):
        return None
    path, language = parts.segments, parts.query.get("lang", [""])[-1].lower()
    own = parts.host.endswith(".jibeapply.com")
    if path[:2] == ("api", "jobs"):
        return _match_api(parts, own)
    below = path[path.index("jobs") + 1 :] if "jobs" in path else ()
    home = path[:1] == ("careers-home",) and path[1:2] in ((), ("jobs",))
    from_icims = parts.query.get("icims", [""])[-1] == "1" and path[:1] == ("jobs",)
    if not (own or home or (from_icims and (not below or NUMBER.fullmatch(below[0])))):
        return None
    return refer(parts.host, below[0] if below else None, language)


def _match_api(parts: urls.Parts, own: bool) -> Ref | None:
    path = parts.segments[2:]
    if len(path) == 2 and LANGUAGE.fullmatch(path[1]) and (own or NUMBER.fullmatch(path[0])):
        return refer(parts.host, path[0], path[1])
    return refer(parts.host) if not path and (own or parts.query.keys() >= SEARCHED) else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board or posting on the host; null for what can be no id."""
    host = exchange.own_host(token)
    if host is None or host.endswith(("icims.com", "jibecdn.com")):
        return None
    home = f"https://{host}/jobs"
    if external_id is None:
        return refs.board(NAME, host, f"{home}?icims=1")
    language = region if region and LANGUAGE.fullmatch(region) and region != ENGLISH else None
    tail = "?icims=1" + (f"&lang={language}" if language else "")
    url = f"{home}/{external_id}{tail}"
    return refs.posting(NAME, host, external_id, url, language) if ID.fullmatch(external_id) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The API; the page of a posting stands in."""
    if ref.token is None:
        return (Request(url=ref.url),)
    if ref.kind is RefKind.POSTING:
        one = f"https://{ref.token}/api/jobs/{ref.external_id}/{ref.region or ENGLISH}"
        return (
            (Request(url=one), Request(url=ref.url))
            if NUMBER.fullmatch(ref.external_id or "")
            else (Request(url=ref.url),)
        )
    return (_page_of(ref.token, 1),)


def parse(ref: Ref, response: Response) -> Page:
    """A page of the listing, a single posting, or a page for people."""
    if exchange.is_markup(response):
        shown = hosted.shown(ref, response, match) if ref.kind is not RefKind.POSTING else None
        return shown or hosted.parse(ref, response, match)
    answer = Node(decode(response))
    if isinstance(answer.value("jobs"), list):
        return _listing(ref, answer, response)
    posting = _posting(ref, answer)
    if posting is None:
        raise Broken("the answer of the Jibe site holds neither jobs nor a posting")
    return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))


def marks(markup: str, url: str) -> Iterator[Mark]:
    """The scripts and settings of a page of such a site: it is the board itself."""
    found = SIGN.search(markup)
    ref = refer(urls.host(url)) if found else None
    if found and ref:
        yield Mark(ref=ref, how="script of the site", quote=found[0], confidence=0.95)


# ---------------------------------------------------------------- reading


def _page_of(host: str, number: int, size: int = SIZE) -> Request:
    return Request(url=f"https://{host}/api/jobs?page={number}&limit={size}&{SEARCH}")


def _listing(ref: Ref, answer: Node, response: Response) -> Page:
    """One page; a posting in several languages counts once, in English if it is there."""
    rows = tuple(row.at("data") for row in answer.rows("jobs"))
    ordered = sorted(rows, key=lambda row: not (row.text("language") or "").lower().startswith("en"))
    firsts = {name: row for row in reversed(ordered) if (name := row.text("slug", "req_id"))}
    once = tuple(row for row in rows if firsts.get(row.text("slug", "req_id") or "", row) is row)
    found = listing.Rows(head=answer, rows=once, total=len(once), next=None)
    if ref.kind is RefKind.POSTING:
        return listing.one(ref, found, _posting, NAME)
    page = listing.page(ref, found, _posting, NAME)
    total = answer.number("totalCount")
    following = _next(response, len(rows), total)
    # The site counts every language; where there are several, what it states is no number of postings.
    stated = int(total) if total is not None and len(once) == len(rows) else None
    whole = page.complete and total is not None and (following is not None or _reached(response, len(rows)) >= total)
    return replace(page, next=following, total=stated, complete=whole)


def _reached(response: Response, count: int) -> int:
    """How many rows there were up to this page."""
    page, size = (asked.number(response.url, name, least) or least for name, least in (("page", 1), ("limit", SIZE)))
    return (page - 1) * size + count


def _next(response: Response, count: int, total: float | None) -> Request | None:
    """The page after this one. A site that gives less than was asked for goes on in pages of that size."""
    host, reached = urls.host(response.url), _reached(response, count)
    if not count or total is None or reached >= total or not host:
        return None
    size = count if reached == count else asked.number(response.url, "limit", SIZE) or SIZE
    return _page_of(host, -(-reached // size) + 1, size)


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, external_id = row.text("title"), row.text("slug", "req_id")
    if not title or not external_id or not ID.fullmatch(external_id):
        return None
    named = refer(ref.token, external_id, (row.text("language") or "").lower()) if ref.token else None
    said = fill.description(_markup(row), stated_language=row.text("language"))
    where = _places(row)
    mode = fill.remote(row.text("location_type"), row.text("full_location", "location_name"), title)
    currency, unit = row.text("salary_currency"), row.text("salary_frequency")
    return Posting(
        title=title,
        company=row.text("hiring_organization"),
        url=row.at("meta_data").url("canonical_url") or (named.url if named else None),
        apply_url=row.url("apply_url"),
        board=NAME,
        token=ref.token,
        external_id=external_id,
        locations=where,
        remote=mode,
        remote_scope=fill.scopes(mode, where),
        employment_type=fields.employment(row.text("employment_type")),
        department=row.text("department") or next((c.text("name") for c in row.rows("categories")), None),
        salary=fill.offer(row.number("salary_min_value"), row.number("salary_max_value"), currency, unit)
        or fill.pay(None, said, where),
        posted_at=row.date("posted_date", "create_date"),
        updated_at=row.date("update_date"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
        requisition_id=row.text("req_id"),
    )


def _markup(row: Node) -> str:
    """The text and its other parts, each once."""
    parts = dict.fromkeys(part for name in SECTIONS if (part := row.markup(name).strip()))
    return "\n".join(parts)


def _places(row: Node) -> tuple[Place, ...]:
    found = [place for place in (_place(row), *map(_place, row.rows("additional_locations"))) if place]
    return fill.unique(found) or fill.locations([row.text("full_location", "location_name")])


def _place(row: Node) -> Place | None:
    parts = (row.text("city"), row.text("state"), row.text("country_code", "country"))
    name = ", ".join(filter(None, (row.text("city"), row.text("state"), row.text("country"))))
    return places.place_of(*parts, name) if any(parts) else None


# ---------------------------------------------------------------- examples

HOST = "careers.saltmeadow.example"
ROW = f"""{{"slug": "20417", "req_id": "20417", "title": "Dike Warden", "language": "en-us", "languages": ["en-us"],
    "description": "<p>You walk the dike.</p>", "qualifications": "<p>You know the tides.</p>",
    "responsibilities": "", "city": "Delfzijl", "state": "Groningen", "country": "Netherlands", "country_code": "NL",
    "full_location": "Delfzijl, Groningen, Netherlands", "location_name": "Depot 3", "employment_type": "FULL_TIME",
    "categories": [{{"name": "Water"}}], "posted_date": "2026-03-02T09:30:00+0000",
    "update_date": "2026-03-05T10:00:00+0000", "hiring_organization": "Saltmeadow", "ats_code": "icims",
    "apply_url": "https://careers-saltmeadow.icims.com/jobs/20417/login", "salary_min_value": null,
    "meta_data": {{"canonical_url": "https://{HOST}/careers-home/jobs/20417?lang=en-us"}}}}"""
WARDEN = Posting(
    title="Dike Warden",
    company="Saltmeadow",
    url=f"https://{HOST}/careers-home/jobs/20417?lang=en-us",
    apply_url="https://careers-saltmeadow.icims.com/jobs/20417/login",
    board=NAME,
    token=HOST,
    external_id="20417",
    locations=(Place(text="Delfzijl, Groningen, Netherlands", city="Delfzijl", region="Groningen", country="NL"),),
    employment_type="full_time",
    department="Water",
    posted_at="2026-03-02T09:30:00+00:00",
    updated_at="2026-03-05T10:00:00+00:00",
    description_html="<p>You walk the dike.</p>\n<p>You know the tides.</p>",
    description_text="You walk the dike.\n\nYou know the tides.",
    language="en",
    requisition_id="20417",
)
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"https://{HOST}/careers-home/jobs/20417?lang=en-us&previousLocale=en-US&utm_source=x#top",
        ref=refs.posting(NAME, HOST, "20417", f"https://{HOST}/jobs/20417?icims=1"),
        spellings=(
            f"https://{HOST}/jobs/20417?icims=1",
            f"https://{HOST}/careers-home/jobs/20417?lang=nl-nl",
            f"https://{HOST}/careers-home/jobs/20417/apply",
            f"https://{HOST}/api/jobs/20417/en-us",
        ),
        body=ROW,
        page=Page(kind=RefKind.POSTING, reader=NAME, postings=(WARDEN,)),
    ),
    Example(
        url=f"https://{HOST}/careers-home/jobs?page=2&keywords=dike",
        ref=refs.board(NAME, HOST, f"https://{HOST}/jobs?icims=1"),
        spellings=(
            f"https://{HOST}/careers-home/",
            f"https://{HOST}/api/jobs?page=1&sortBy=relevance&descending=false&internal=false",
        ),
        body=f"""{{"jobs": [{{"data": {ROW}}}], "totalCount": 1, "count": 1, "locations": []}}""",
        page=Page(kind=RefKind.BOARD, reader=NAME, postings=(WARDEN,), total=1),
    ),
    Example(
        url="https://saltmeadow.jibeapply.com/jobs/20417",
        ref=refs.posting(
            NAME, "saltmeadow.jibeapply.com", "20417", "https://saltmeadow.jibeapply.com/jobs/20417?icims=1"
        ),
    ),
)
