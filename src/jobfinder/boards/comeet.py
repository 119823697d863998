"""Comeet (Spark Hire Recruit): all positions of a company inside its page, or from the careers API.

Pure; called through `boards.registry`. A board goes by the company's UID ("98.008"), which ignores case; `region` is
the company's name in the address of its page. The API wants a token that stands in that page, and in the pages of
employers who embed the board: a board known from there keeps the API's address, with its token. Where the page holds
no texts and somebody asked for it, the API is asked with the page's token. Only the last change of a position is dated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from msgspec.structs import replace

from jobfinder.boards.interface import Example, Mark
from jobfinder.boards.parts import embedded, exchange, fill, hosted, listing, refs
from jobfinder.boards.parts.node import Node, decode, nodes
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import fields, places, urls

NAME = "comeet"
ALIASES: tuple[str, ...] = ("sparkhire",)
HOSTS: tuple[str, ...] = ("comeet.com", "comeet.co")
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = True

HOSTED = "https://www.comeet.com/jobs"
API = "https://www.comeet.co/careers-api/2.0/company"
UID = re.compile(r"[0-9A-F]{1,4}\.[0-9A-F]{3,5}")
ID = re.compile(r"[0-9A-F]{1,4}\.[0-9A-F]{3,5}(?:-[0-9A-F]{1,4}\.[0-9A-F]{3,5})?")
SECRET = re.compile(r"[0-9A-Za-z]{8,80}")
NO_NAME = "company"
"""Stands in the address of a board whose company's name is not known."""
INIT = re.compile(r"COMEET\.init\(\s{0,40}\{[^{}]{0,600}\}")
SETTING = re.compile(r"""["']?company-uid["']?\s{0,9}:\s{0,9}["']([0-9A-Fa-f.]{3,12})["']""")
TOKEN = re.compile(r"""["']?token["']?\s{0,9}:\s{0,9}["']([0-9A-Za-z]{8,80})["']""")
WORKPLACES = {"remote": Remote.REMOTE, "hybrid": Remote.HYBRID, "on-site": Remote.ONSITE, "onsite": Remote.ONSITE}


def match(url: str) -> Ref | None:
    """Boards, postings, their forms, and the addresses of the careers API."""
    parts = urls.parts(url)
    if parts is None:
        return None
    path = parts.segments
    if parts.host in ("www.comeet.co", "www.comeet.com", "comeet.co", "comeet.com"):
        if path[:3] == ("careers-api", "2.0", "company"):
            return _match_api(path[3:], parts.query.get("token", [""])[-1])
        if path[:1] == ("jobs",) and len(path) > 2:
            board, external_id = refer(path[2], None, path[1]), path[4].upper() if len(path) > 4 else None
            return _posting_ref(board, external_id, path[3]) if board and external_id else board
    return None


def _match_api(path: tuple[str, ...], token: str) -> Ref | None:
    if len(path) < 2 or path[1] != "positions" or (board := refer(path[0])) is None:
        return None
    if len(path) > 2:
        return _posting_ref(board, path[2].upper(), "position")
    return replace(board, url=_api(board.token or "", token)) if SECRET.fullmatch(token) else board


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board or posting; null for what can be no UID."""
    uid = token.upper()
    if not UID.fullmatch(uid):
        return None
    name = refs.token_of(region)
    known = name if name and name != NO_NAME else None
    board = refs.board(NAME, uid, f"{HOSTED}/{quote(known or NO_NAME)}/{uid}", known)
    return _posting_ref(board, external_id.upper(), "position") if external_id else board


def _posting_ref(board: Ref, external_id: str, title: str) -> Ref | None:
    """The posting on the board, whose address has a word for its title."""
    if not ID.fullmatch(external_id) or board.token is None:
        return None
    url = f"{board.url}/{quote(title, safe='')}/{external_id}"
    return refs.posting(NAME, board.token, external_id, url, board.region)


def requests(ref: Ref) -> tuple[Request, ...]:
    """The page, or the API address that the board was known by; a posting is also on the page of its board."""
    if ref.kind is not RefKind.POSTING or ref.token is None:
        return (Request(url=ref.url),)
    board = refer(ref.token, None, ref.region)
    return (Request(url=ref.url), Request(url=board.url)) if board else (Request(url=ref.url),)


def parse(ref: Ref, response: Response) -> Page:
    """The positions of a page or of the API, or the one looked for."""
    if not exchange.is_markup(response):
        answer = decode(response)
        positions = answer if isinstance(answer, list) else Node(answer).value("positions")
        return _listing(ref, nodes(positions)) if isinstance(positions, list) else _single(ref, Node(answer))
    text = embedded.text(response)
    one = embedded.assigned(text, "POSITION_DATA")
    if ref.kind is RefKind.POSTING and isinstance(one, dict) and Node(one).text("uid") == ref.external_id:
        return _single(ref, Node(one))
    listed = embedded.assigned(text, "COMPANY_POSITIONS_DATA")
    if isinstance(listed, list):
        return _of_page(ref, response, nodes(listed), Node(embedded.assigned(text, "COMPANY_DATA")))
    return hosted.parse(ref, response, match)


def marks(markup: str, url: str) -> Iterator[Mark]:
    """Settings of the embedding script. Without its token the board cannot be read by its UID alone."""
    for found in INIT.finditer(markup):
        uid, token = SETTING.search(found[0]), TOKEN.search(found[0])
        ref = match(_api(uid[1], token[1])) if uid and token else None
        if ref:
            yield Mark(ref=ref, how="embed settings", quote=found[0], confidence=0.95)


# ---------------------------------------------------------------- reading


def _api(uid: str, token: str) -> str:
    return f"{API}/{uid}/positions?token={token}&details=true"


def _of_page(ref: Ref, response: Response, rows: tuple[Node, ...], company: Node) -> Page:
    """What the page lists; or, where it has no texts, the request to the API that has them."""
    uid, token = (company.text("company_uid") or ref.token or "").upper(), company.text("token") or ""
    bare = rows and not any(_text(row) for row in rows)
    if bare and response.request and ref.kind is RefKind.BOARD and UID.fullmatch(uid) and SECRET.fullmatch(token):
        return Page(kind=RefKind.BOARD, reader=NAME, next=Request(url=_api(uid, token)), complete=False)
    named = ref if ref.token or not UID.fullmatch(uid) else replace(ref, token=uid)
    return _listing(named, rows)


def _listing(ref: Ref, rows: tuple[Node, ...]) -> Page:
    public = tuple(row for row in rows if row.flag("is_internal") is not True)
    found = listing.Rows(head=Node(None), rows=public, total=len(public), next=None)
    if ref.kind is RefKind.POSTING:
        return listing.one(ref, found, _posting, NAME)
    return listing.page(ref, found, _posting, NAME)


def _single(ref: Ref, row: Node) -> Page:
    posting = _posting(ref, row)
    if posting is None:
        raise Broken("Comeet's answer holds neither positions nor a position")
    return Page(kind=RefKind.POSTING, reader=NAME, postings=(posting,))


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, external_id = row.text("name"), (row.text("uid") or "").upper()
    if not title or not external_id:
        return None
    link = row.url("url_comeet_hosted_page") or row.url("url_active_page")
    said = fill.description(_text(row))
    where = _places(row.at("location"))
    mode = WORKPLACES.get((row.text("workplace_type") or "").lower()) or _mode(row, title)
    return Posting(
        title=title,
        company=row.text("company_name"),
        url=link,
        apply_url=row.url("url_active_page"),
        board=NAME,
        token=ref.token or _token(link),
        external_id=external_id,
        locations=where,
        remote=mode,
        remote_scope=fill.scope(mode, row.at("location").text("name")),
        employment_type=fields.employment(row.text("employment_type")),
        department=row.text("department"),
        seniority=fill.level(row.text("experience_level")),
        salary=fill.pay(None, said, where),
        updated_at=row.date("time_updated"),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _token(link: str | None) -> str | None:
    to = match(link) if link else None
    return to.token if to else None


def _text(row: Node) -> str:
    """The text under its headings, in the board's order."""
    details = row.rows("details") or row.at("custom_fields").rows("details")
    ordered = sorted(details, key=lambda part: part.number("order") or 0)
    return fill.sections((part.text("name"), part.markup("value").strip()) for part in ordered)


def _mode(row: Node, title: str) -> Remote | None:
    return (
        Remote.REMOTE if row.at("location").flag("is_remote") else fill.remote(row.at("location").text("name"), title)
    )


def _places(where: Node) -> tuple[Place, ...]:
    """The city of remote work is that of some office, not its own."""
    name, country = where.text("name"), where.text("country")
    if where.flag("is_remote") and name:
        return (places.place_of(None, None, country, name),)
    parts = (where.text("city"), where.text("state"), country)
    return (places.place_of(*parts, name),) if any(parts) else fill.locations([name])


# ---------------------------------------------------------------- examples

ROLE = """{"name": "Bell Founder", "department": "Foundry", "email": null, "uid": "4C.A17", "is_internal": false,
    "location": {"name": "Haifa", "country": "IL", "city": "Haifa", "state": "", "is_remote": false},
    "url_comeet_hosted_page": "https://www.comeet.com/jobs/tenorbell/6B.00D/bell-founder/4C.A17",
    "url_active_page": "https://tenorbell.example/careers/bell-founder", "employment_type": "Full-time",
    "experience_level": "Senior", "workplace_type": "On-site", "time_updated": "2026-03-02T09:30:00Z",
    "company_name": "Tenorbell", "custom_fields": {"details": [
      {"name": "Requirements", "value": "<ul><li>Patience</li></ul>", "order": 2},
      {"name": "Description", "value": "<p>You cast bells.</p>", "order": 1}]}}"""
PAGE = f"""<html><head><script>var serverVersion="rc-1"; var COMPANY_DATA = {{"name": "Tenorbell",
    "company_uid": "6B.00D", "token": "6B1C0DE5", "slug": "tenorbell"}};
    var COMPANY_POSITIONS_DATA = [{ROLE}]; var POSITION_DATA;</script></head></html>"""
FOUNDER = Posting(
    title="Bell Founder",
    company="Tenorbell",
    url="https://www.comeet.com/jobs/tenorbell/6B.00D/bell-founder/4C.A17",
    apply_url="https://tenorbell.example/careers/bell-founder",
    board=NAME,
    token="6B.00D",
    external_id="4C.A17",
    locations=(Place(text="Haifa", city="Haifa", country="IL"),),
    remote=Remote.ONSITE,
    employment_type="full_time",
    department="Foundry",
    seniority="senior",
    updated_at="2026-03-02T09:30:00+00:00",
    description_html="<h3>Description</h3>\n<p>You cast bells.</p>\n<h3>Requirements</h3>\n<ul><li>Patience</li></ul>",
    description_text="Description\n\nYou cast bells.\n\nRequirements\n\n- Patience",
)
EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://www.comeet.com/jobs/tenorbell/6b.00d/bell-founder/4c.a17?coref=1.10.r94#apply",
        ref=refs.posting(
            NAME, "6B.00D", "4C.A17", "https://www.comeet.com/jobs/tenorbell/6B.00D/bell-founder/4C.A17", "tenorbell"
        ),
        spellings=(
            "http://www.comeet.co/jobs/tenorbell/6B.00D/bell-founder/4C.A17/",
            "https://www.comeet.com/jobs/tenorbell/6B.00D/bell-founder/4C.A17/apply",
            "https://www.comeet.co/careers-api/2.0/company/6B.00D/positions/4C.A17?token=6B1C0DE5",
        ),
        body=PAGE,
        page=Page(kind=RefKind.POSTING, reader=NAME, postings=(FOUNDER,)),
    ),
    Example(
        url="https://www.comeet.com/jobs/tenorbell/6b.00d?department=Foundry",
        ref=refs.board(NAME, "6B.00D", "https://www.comeet.com/jobs/tenorbell/6B.00D", "tenorbell"),
        spellings=(
            "https://www.comeet.com/jobs/tenorbell/6B.00D/",
            "https://www.comeet.co/careers-api/2.0/company/6B.00D/positions?token=6B1C0DE5&details=true",
        ),
        body=PAGE,
        page=Page(kind=RefKind.BOARD, reader=NAME, postings=(FOUNDER,), total=1),
    ),
    Example(
        url="https://www.comeet.co/careers-api/2.0/company/6B.00D/positions?details=true&token=6B1C0DE5",
        ref=refs.board(
            NAME, "6B.00D", "https://www.comeet.co/careers-api/2.0/company/6B.00D/positions?token=6B1C0DE5&details=true"
        ),
        body=f"[{ROLE}]",
        page=Page(kind=RefKind.BOARD, reader=NAME, postings=(FOUNDER,), total=1),
    ),
)
