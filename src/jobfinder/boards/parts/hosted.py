"""A vendor's own pages: structured data of a posting, links of a board to its postings.

Pure. Called by adapters of boards that offer no API, and by `boards.registry` where an answer to a vendor's ref is
markup that its adapter does not understand. A page never proves that a posting is gone because it is not there: it is
never a complete listing.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from jobfinder.boards import page
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Posting, Ref, RefKind, Response
from jobfinder.read import dom, urls

Match = Callable[[str], Ref | None]
"""What an address is to the board in question."""


def parse(ref: Ref, response: Response, match: Match) -> Page:
    """The posting that the page shows, or those that the board's page links. Raises `Gone` and `Broken`."""
    if ref.kind is RefKind.POSTING:
        return posting(ref, response, match)
    return board(ref, response, match) or _any(ref, response, match)


def posting(ref: Ref, response: Response, match: Match) -> Page:
    """The posting `ref` as the page's structured data states it. Raises `Gone` where the page is that of the board."""
    arrived = match(response.url)
    if arrived is not None and arrived.kind is RefKind.BOARD:
        raise Gone(f"posting {ref.external_id} now leads to the list of the board {arrived.token}")
    read = page.parse(ref, response)
    if len(read.postings) != 1 and not read.closed:
        raise Broken(f"{urls.host(response.url)} answered a page without the posting {ref.external_id}")
    return replace(read, kind=RefKind.POSTING, postings=tuple(named(ref, one) for one in read.postings))


def named(ref: Ref, read: Posting) -> Posting:
    """The posting with the name that `ref` gives it."""
    return replace(read, board=ref.board, token=ref.token, external_id=ref.external_id or read.external_id)


def board(ref: Ref, response: Response, match: Match) -> Page | None:
    """The postings that the page links, by their titles; null where it links none."""
    found: dict[str, Posting] = {}
    for link in document(response).links():
        to = match(link.href)
        if to and to.kind is RefKind.POSTING and to.board == ref.board and ref.token in (None, to.token) and link.text:
            named = Posting(title=link.text, url=to.url, board=to.board, token=to.token, external_id=to.external_id)
            found.setdefault(to.key, named)
    if not found:
        return None
    return Page(kind=RefKind.BOARD, reader="links", postings=tuple(found.values()), complete=False)


def shown(ref: Ref, response: Response, match: Match) -> Page | None:
    """The one posting that the page is about, whatever `ref` asked for; null where it is about none, or says so."""
    read = page.parse(ref, response)
    if read.kind is not RefKind.POSTING or len(read.postings) != 1:
        return None
    return replace(read, postings=(_by_address(ref, read.postings[0], match),))


def document(response: Response) -> dom.Document:
    """The answer as a page."""
    return dom.parse(response.body, response.url, dict(response.headers).get("content-type"))


def _any(ref: Ref, response: Response, match: Match) -> Page:
    """What a page without links to postings holds: one of them, or structured data of several."""
    read = page.parse(ref, response)
    if not read.postings and not read.closed:
        raise Broken(f"{urls.host(response.url)} answered a page that links no posting of the board {ref.token}")
    named = (_by_address(ref, one, match) for one in read.postings)
    return replace(read, postings=tuple(named))


def _by_address(ref: Ref, read: Posting, match: Match) -> Posting:
    to = match(read.url) if read.url else None
    own = to if to and to.kind is RefKind.POSTING and to.board == ref.board else None
    return replace(
        read,
        board=ref.board,
        token=own.token if own else ref.token,
        external_id=own.external_id if own else read.external_id,
    )
