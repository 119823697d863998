"""Manatal: the career page API, in pages with whole texts; there is none for a single posting.

Pure; called through `boards.registry`. Pages for people are on careers-page.com. Ids are the `hash` of a job and keep
case; tokens ignore it. No dates are stated, and pay is only said to be visible or not.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import asked, exchange, fill, hosted, listing, refs
from jobfinder.boards.parts.node import Node
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import places, urls

NAME = "manatal"
ALIASES: tuple[str, ...] = ("careers-page",)
HOSTS: tuple[str, ...] = ("careers-page.com", "manatal.com")
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

HOSTED = "https://www.careers-page.com"
API = "https://api.manatal.com/open/v3/career-page"
API_HOSTS = ("api.manatal.com", "core.api.manatal.com")
SIZE = 100
TOKEN = re.compile(r"[a-z0-9][a-z0-9_.-]{0,99}")
ID = re.compile(r"[A-Za-z0-9_-]{4,60}")


def match(url: str) -> Ref | None:
    """Boards, postings, their forms, and API addresses."""
    parts = urls.parts(url)
    path = _path(parts) if parts else ()
    if not path or (len(path) > 1 and path[1] not in ("job", "jobs")):
        return None
    return refer(path[0], path[2] if len(path) > 2 else None)


def _path(parts: urls.Parts) -> tuple[str, ...]:
    """What follows in the path of a board: its token, the word for jobs, the id."""
    if parts.host in ("careers-page.com", "www.careers-page.com"):
        return parts.segments
    if parts.host in API_HOSTS and parts.segments[:3] == ("open", "v3", "career-page"):
        return parts.segments[3:]
    return ()


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board or posting; null for what can be no id."""
    name = refs.token_of(token.lower())
    if name is None or not TOKEN.fullmatch(name):
        return None
    home = f"{HOSTED}/{name}"
    if external_id is None:
        return refs.board(NAME, name, home)
    return refs.posting(NAME, name, external_id, f"{home}/job/{external_id}") if ID.fullmatch(external_id) else None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The board, whatever is looked for; the page of a posting stands in."""
    if ref.token is None:
        return (Request(url=ref.url),)
    board = _page_of(ref.token, 1)
    return (board, Request(url=ref.url)) if ref.kind is RefKind.POSTING else (board,)


def parse(ref: Ref, response: Response) -> Page:
    """A page of the listing, the one posting looked for, or the page of a posting."""
    if exchange.is_markup(response):
        return hosted.shown(ref, response, match) or hosted.parse(ref, response, match)
    found = listing.whole(response, "results")
    if found is None:
        raise Broken("Manatal's answer holds no list of results")
    following = _next(response, found)
    if ref.kind is RefKind.POSTING:
        return _one(ref, found, following)
    stated = found.head.number("count")
    total = found.total if stated is None else int(stated)
    return replace(listing.page(ref, found, _posting, NAME), next=following, total=total)


marks = unmarked


# ---------------------------------------------------------------- reading


def _page_of(token: str, number: int) -> Request:
    return Request(url=f"{API}/{token}/jobs/?page={number}&page_size={SIZE}")


def _next(response: Response, found: listing.Rows) -> Request | None:
    """The page after this one, as long as the answer links one and shows something."""
    ref, number = match(response.url), asked.number(response.url, "page", 1)
    more = bool(found.rows) and found.head.url("next") is not None
    return _page_of(ref.token, number + 1) if more and number and ref and ref.token else None


def _one(ref: Ref, found: listing.Rows, following: Request | None) -> Page:
    try:
        return listing.one(ref, found, _posting, NAME)
    except Gone:
        if following is not None:
            raise Broken(f"posting {ref.external_id} is not among the first {SIZE} of the board {ref.token}") from None
        raise


def _posting(ref: Ref, row: Node) -> Posting | None:
    title, external_id = row.text("position_name"), row.text("hash")
    if not title or not external_id:
        return None
    said = fill.description(row.markup("description"))
    where = _places(row)
    mode = fill.remote(*(place.text for place in where), title)
    link = f"{HOSTED}/{ref.token}/job/{external_id}" if ref.token else None
    return Posting(
        title=title,
        url=link,
        apply_url=f"{link}/apply" if link else None,
        board=NAME,
        token=ref.token,
        external_id=external_id,
        locations=where,
        remote=mode,
        remote_scope=fill.scope(mode, row.text("location_display")),
        salary=fill.pay(None, said, where),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def _places(row: Node) -> tuple[Place, ...]:
    parts = (row.text("city"), row.text("state"), row.text("country"))
    name = row.text("location_display")
    if any(parts):
        return (places.place_of(*parts, name),)
    return fill.locations([name])


# ---------------------------------------------------------------- examples

LIST = """{"count": 1, "next": null, "previous": null, "results": [
    {"id": 3550001, "hash": "7Q4M2XKW", "position_name": "Orchard Hand",
     "description": "<p>You pick pears from August to October.</p>",
     "country": "Thailand", "state": "", "city": "Chiang Mai", "address": "", "zipcode": "",
     "location_display": "Chiang Mai, Thailand", "is_salary_visible": false, "is_pinned_in_career_page": false}]}"""
HAND = Posting(
    title="Orchard Hand",
    url="https://www.careers-page.com/pear-and-plum/job/7Q4M2XKW",
    apply_url="https://www.careers-page.com/pear-and-plum/job/7Q4M2XKW/apply",
    board=NAME,
    token="pear-and-plum",
    external_id="7Q4M2XKW",
    locations=(Place(text="Chiang Mai, Thailand", city="Chiang Mai", country="TH"),),
    description_html="<p>You pick pears from August to October.</p>",
    description_text="You pick pears from August to October.",
)
EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://www.careers-page.com/Pear-and-Plum/job/7Q4M2XKW/apply?utm_source=x",
        ref=refs.posting(NAME, "pear-and-plum", "7Q4M2XKW", "https://www.careers-page.com/pear-and-plum/job/7Q4M2XKW"),
        spellings=(
            "https://careers-page.com/pear-and-plum/job/7Q4M2XKW/",
            "https://api.manatal.com/open/v3/career-page/pear-and-plum/jobs/7Q4M2XKW/application-form/",
        ),
        body=LIST,
        page=Page(kind=RefKind.POSTING, reader=NAME, postings=(HAND,)),
    ),
    Example(
        url="https://www.careers-page.com/pear-and-plum#jobs",
        ref=refs.board(NAME, "pear-and-plum", "https://www.careers-page.com/pear-and-plum"),
        spellings=(
            "http://careers-page.com/Pear-and-Plum/",
            "https://api.manatal.com/open/v3/career-page/pear-and-plum/jobs/?page=2&page_size=10",
            "https://core.api.manatal.com/open/v3/career-page/pear-and-plum/jobs/",
        ),
        body=LIST,
        page=Page(kind=RefKind.BOARD, reader=NAME, postings=(HAND,), total=1),
    ),
)
