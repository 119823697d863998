"""Typify: a vacancy search on employers' own sites (Drupal); the whole list by one form.

Pure; called through `boards.registry`. A token is the host; the region is the language that a site puts before its
paths, none for Dutch. Sites are known from their pages, and by the path under which the search stands alone. The list
is asked of `{language}/api/vacancies`; that address carries the adapter's name as its fragment, which is not sent. It
gives up to two thousand rows at once. Addresses of postings are the employer's; what they state is structured data.
The shape rests on one reader of this system.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlencode

from msgspec.structs import replace

from jobfinder.boards.interface import Example, Mark
from jobfinder.boards.parts import counted, fill, hosted, refs
from jobfinder.boards.parts.exchange import is_markup, own_host
from jobfinder.boards.parts.node import Node, decode
from jobfinder.errors import Broken
from jobfinder.model import Page, Place, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import urls

NAME = "typify"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ()
ANYWHERE = True
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

ALONE = "typify-iframe"
API = "api/vacancies"
LANGUAGE = re.compile(r"[a-z]{2}")
SEEN = re.compile(r"/modules/typify/vacancy_search/|\bwindow\.typify\s{0,5}=")
SPOKEN = re.compile(r"\bwindow\.typify\s{0,5}=[\s\S]{0,2000}?\blanguage[\"']?\s{0,5}:\s{0,5}[\"']([a-z]{2})[\"']")
FORM = {
    "type": "vacancy",
    "location": "",
    "km": "10",
    "lat": "",
    "lng": "",
    "page": "1",
    "map": "1",
    "collection_id": "",
}
"""With `map`, all that is found comes at once."""


def match(url: str) -> Ref | None:
    """The search where it stands alone, and its API as this adapter asks it."""
    parts = urls.parts(url)
    if parts is None or urls.is_address(parts.host):
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    asked = path[-2:] == ("api", "vacancies") and url.endswith(f"#{NAME}")
    language = path[0] if path and LANGUAGE.fullmatch(path[0]) else None
    return refer(parts.host, None, language) if asked or ALONE in path[:2] else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """The board on that host. Its postings have addresses, not ids."""
    host = own_host(token)
    if host is None or external_id or (region is not None and not LANGUAGE.fullmatch(region)):
        return None
    before = f"{region}/" if region else ""
    return refs.board(NAME, host, f"https://{host}/{before}{ALONE}/vacatures", region)


def requests(ref: Ref) -> tuple[Request, ...]:
    """The form."""
    return (_asked(ref.token, ref.region) if ref.token else Request(url=ref.url),)


def parse(ref: Ref, response: Response) -> Page:
    """The list, or a page that leads to it."""
    if is_markup(response):
        return _page(ref, response)
    answer = Node(decode(response))
    if not isinstance(answer.value("results"), list) or answer.value("errors"):
        raise Broken("Typify's answer holds no results")
    rows = answer.rows("results")
    total = answer.at("pagination").number("total")
    return counted.page(NAME, len(rows), (_posting(ref, response, row) for row in rows), total=total)


def marks(markup: str, url: str) -> Iterator[Mark]:
    """The script of the search on an employer's page."""
    found, language = SEEN.search(markup), SPOKEN.search(markup)
    parts = urls.parts(url)
    first = parts.segments[0].lower() if parts and parts.segments else ""
    region = language[1] if language else first if LANGUAGE.fullmatch(first) else None
    ref = refer(urls.host(url), None, None if region == "nl" else region) if found else None
    if found and ref:
        here = replace(ref, url=refs.address(url) or ref.url)
        yield Mark(ref=here, how="search script", quote=found[0], confidence=0.9)


# ---------------------------------------------------------------- reading


def _asked(token: str, region: str | None) -> Request:
    url = f"https://{token}/{f'{region}/' if region else ''}{API}#{NAME}"
    headers = (
        ("accept", "application/json"),
        ("content-type", "application/x-www-form-urlencoded; charset=UTF-8"),
        ("referer", f"https://{token}/"),
        ("x-requested-with", "XMLHttpRequest"),
    )
    return Request(url=url, method="POST", headers=headers, body=urlencode(FORM).encode())


def _page(ref: Ref, response: Response) -> Page:
    """A page with the search leads to the list, by the language that its script states."""
    board = next((mark.ref for mark in marks(hosted.document(response).html, response.url)), None)
    if board is None or board.token is None or ref.kind is RefKind.POSTING:
        return hosted.parse(ref, response, match)
    return Page(kind=RefKind.BOARD, reader=NAME, next=_asked(board.token, board.region), complete=False)


def _posting(ref: Ref, response: Response, row: Node) -> Posting | None:
    title = row.text("title")
    url = urls.join(response.url or f"https://{ref.token}/", row.markup("url"))
    if not title:
        return None
    place = row.at("location").text("label")
    where = fill.locations([place])
    return Posting(title=title, url=url, board=NAME, token=ref.token, locations=where, remote=fill.remote(place, title))


# ---------------------------------------------------------------- examples

HOME = "https://werkenbij.tideglass.example"
EXAMPLES: tuple[Example, ...] = (
    Example(
        url=f"{HOME}/{ALONE}/vacatures?utm_source=x",
        ref=refs.board(NAME, "werkenbij.tideglass.example", f"{HOME}/{ALONE}/vacatures"),
        spellings=(f"http://Werkenbij.Tideglass.example/{ALONE}/", f"{HOME}/{API}#typify"),
        body="""{"errors": [], "results": [{"title": "Glasblazer", "url": "/vacature/glasblazer-delft",
            "location": {"label": "Delft"}}], "pagination": {"total": 1, "total_pages": 1}}""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            total=1,
            postings=(
                Posting(
                    title="Glasblazer",
                    url=f"{HOME}/vacature/glasblazer-delft",
                    board=NAME,
                    token="werkenbij.tideglass.example",
                    locations=(Place(text="Delft", city="Delft", country="NL"),),
                ),
            ),
        ),
    ),
    Example(
        url=f"{HOME}/de/{ALONE}/jobs",
        ref=refs.board(NAME, "werkenbij.tideglass.example", f"{HOME}/de/{ALONE}/vacatures", "de"),
    ),
)
