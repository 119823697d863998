"""Long lists in JSON answers, read in windows: a board of ten thousand postings is never in memory as a whole.

Pure. Called by the adapters of boards that answer everything at once. A window is decoded row by row; the request for
the next window is that of the answer itself with another `part`: it is read back from the archive, not fetched again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from msgspec.structs import replace

from jobfinder.boards.parts.node import Node, decode, nodes
from jobfinder.errors import Broken, Gone
from jobfinder.model import Page, Posting, Record, Ref, RefKind, Request, Response

WINDOW = 500
"""Postings that are read at once."""
LARGE = 1_000_000
"""Bytes of an answer from which on it is read in windows."""


Read = Callable[[Ref, Node], Posting | None]
"""How a row becomes a posting; null where it cannot."""


class Rows(Record, frozen=True):
    """A window of a list. `head` holds the other fields, `total` counts all rows, `next` asks for the rows after."""

    head: Node
    rows: tuple[Node, ...]
    total: int
    next: Request | None


def rows(response: Response, name: str | None) -> Rows | None:
    """The list `name` of the answered object (null: the answer is the list itself); null where there is none.

    Raises `Broken` where the answer is no JSON.
    """
    if len(response.body) >= LARGE and (found := _window(response, name)) is not None:
        return found
    answer = decode(response)
    listed = answer if name is None else Node(answer).value(name)
    if not isinstance(listed, list):
        return None
    return Rows(head=Node(answer), rows=nodes(listed), total=len(nodes(listed)), next=None)


def page(ref: Ref, found: Rows, read: Read, reader: str) -> Page:
    """The board's page that these rows make. Raises `Broken` where none of them can be read."""
    postings = tuple(posting for row in found.rows if (posting := read(ref, row)))
    if found.rows and not postings:
        raise Broken(f"none of the postings in the answer of {reader} could be read")
    whole = len(postings) == len(found.rows)
    return Page(
        kind=RefKind.BOARD, reader=reader, postings=postings, next=found.next, complete=whole, total=found.total
    )


def counted(read: Page, found: Rows, stated: float | None) -> Page:
    """The page where the board itself states how many postings it has: it may give fewer."""
    total = found.total if stated is None else int(stated)
    return replace(read, complete=read.complete and found.total >= total, total=total)


def whole(response: Response, name: str | None) -> Rows | None:
    """All rows at once, to look for one of them."""
    return rows(replace(response, request=None), name)


def one(ref: Ref, found: Rows, read: Read, reader: str) -> Page:
    """The posting `ref` out of all rows of its board.

    Raises `Gone` where it is not among them, `Broken` where none of them can be read.
    """
    readable = False
    for row in found.rows:
        posting = read(ref, row)
        readable = readable or posting is not None
        if posting is not None and posting.external_id == ref.external_id:
            return Page(kind=RefKind.POSTING, reader=reader, postings=(posting,))
    if found.rows and not readable:
        raise Broken(f"none of the postings in the answer of {reader} could be read")
    raise Gone(f"posting {ref.external_id} is not on the board {ref.token} any more")


def _window(response: Response, name: str | None) -> Rows | None:
    """The window that the request asks for; null where the answer is not what it should be."""
    try:
        if name is None:
            head: dict[str, Any] = {}
            raw = msgspec.json.decode(response.body, type=list[msgspec.Raw])
        else:
            head = msgspec.json.decode(response.body, type=dict[str, msgspec.Raw])
            raw = msgspec.json.decode(head.pop(name, msgspec.Raw(b"0")), type=list[msgspec.Raw])
        start = response.request.part if response.request else 0
        decoded = nodes([msgspec.json.decode(row) for row in raw[start : start + WINDOW]])
        fields = {key: msgspec.json.decode(value) for key, value in head.items() if len(bytes(value)) < LARGE}
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    end = start + WINDOW
    following = replace(response.request, part=end) if response.request and end < len(raw) else None
    if response.request is None and len(raw) > WINDOW:
        decoded = nodes([msgspec.json.decode(row) for row in raw])
    return Rows(head=Node(fields), rows=decoded, total=len(raw), next=following)
