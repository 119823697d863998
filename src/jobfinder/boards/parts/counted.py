"""One page of a listing, counted: how many rows it had, how many of them could be read, whether all are there by now.

Pure. Called by the adapters of boards that answer in pages; boards that answer everything at once use
`boards.parts.listing`. `before` counts the rows of the pages before this one.
"""

from __future__ import annotations

from collections.abc import Iterable

from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Posting, Ref, RefKind, Request


def page(
    reader: str,
    rows: int,
    read: Iterable[Posting | None],
    *,
    total: float | None = None,
    before: int = 0,
    following: Request | None = None,
    sure: bool = True,
) -> Page:
    """The page that `rows` rows make. Raises `Broken` where none of them can be read.

    `sure`: what is listed is all there is, as far as this page's rows could be read and the total is reached.
    """
    postings = tuple(posting for posting in read if posting is not None)
    if rows and not postings:
        raise Broken(f"none of the postings in the answer of {reader} could be read")
    reached = total is None or before + rows >= total
    return Page(
        kind=RefKind.BOARD,
        reader=reader,
        postings=postings,
        next=following,
        complete=sure and following is None and reached and len(postings) == rows,
        total=None if total is None else int(total),
    )


def one(reader: str, ref: Ref, read: Iterable[Posting | None], following: Request | None = None) -> Page:
    """The posting `ref` out of a page of its board's listing; where it is not on it, the page that follows.

    Raises `Gone` where no page follows.
    """
    for posting in read:
        if posting is not None and posting.external_id == ref.external_id:
            return Page(kind=RefKind.POSTING, reader=reader, postings=(posting,))
    if following is None:
        raise Gone(f"posting {ref.external_id} is not on the board {ref.token} any more")
    return Page(kind=RefKind.POSTING, reader=reader, next=following, complete=False)
