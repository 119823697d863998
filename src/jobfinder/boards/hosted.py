"""A vendor's own pages where its API was expected: saved files, and what stands in for an API.

Pure. Called by `boards.registry` when the answer to a vendor's ref is markup. Such a page never proves that a posting
is gone because it is not there: it is never a complete listing.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from jobfinder.boards import page
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Posting, Ref, RefKind, Response
from jobfinder.read import dom, urls

Recognize = Callable[[str], Ref]


def parse(ref: Ref, response: Response, recognize: Recognize) -> Page:
    """The posting that the page shows, or those that the board's page links. Raises `Gone` and `Broken`."""
    return _posting(ref, response, recognize) if ref.kind is RefKind.POSTING else _board(ref, response, recognize)


def _posting(ref: Ref, response: Response, recognize: Recognize) -> Page:
    arrived = recognize(response.url)
    if arrived.kind is RefKind.BOARD:
        raise Gone(f"posting {ref.external_id} now leads to the list of the board {arrived.token}")
    read = page.parse(ref, response)
    if len(read.postings) != 1 and not read.closed:
        raise Broken(f"{urls.host(response.url)} answered a page without the posting {ref.external_id}")
    named = tuple(
        replace(posting, board=ref.board, token=ref.token, external_id=ref.external_id) for posting in read.postings
    )
    return replace(read, kind=RefKind.POSTING, postings=named)


def _board(ref: Ref, response: Response, recognize: Recognize) -> Page:
    found: dict[str, Posting] = {}
    for link in dom.parse(response.body, response.url, dict(response.headers).get("content-type")).links():
        to = recognize(link.href)
        if to.kind is RefKind.POSTING and to.board == ref.board and ref.token in (None, to.token) and link.text:
            named = Posting(title=link.text, url=to.url, board=to.board, token=to.token, external_id=to.external_id)
            found.setdefault(to.key, named)
    if not found:
        raise Broken(f"{urls.host(response.url)} answered a page that links no posting of the board {ref.token}")
    return Page(kind=RefKind.BOARD, reader="links", postings=tuple(found.values()), complete=False)
