"""What a board adapter is, on one screen. An adapter is a module beside this one; it reads bytes and never fetches.

To add a board: write the module, add it to VENDORS in `boards.roster` (to JOB_BOARDS, where many employers post
there); `tests/boards/test_adapters.py` then runs its EXAMPLES. Helpers they share: `boards.parts.refs` (keys,
tokens), `boards.parts.node` (tolerant JSON), `boards.parts.listing` (long lists), `boards.parts.fill` (text, places,
pay), `boards.parts.hosted` (structured data of pages), `boards.parts.jobsite` (boards of many employers).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from jobfinder.model import Page, Politeness, Record, Ref, Request, Response


class Mark(Record, frozen=True):
    """A sign of a board in the markup of some other page. `confidence` is between 0 and 1."""

    ref: Ref
    how: str
    quote: str
    confidence: float


class Example(Record, frozen=True):
    """An address, what it is, and (with a `body`) an answer to it and the page read from that. Made by hand.

    `spellings` are other addresses of the same thing.
    """

    url: str
    ref: Ref
    spellings: tuple[str, ...] = ()
    body: str = ""
    page: Page | None = None


class Adapter(Protocol):
    """The functions and constants of the module.

    `ALIASES`: other names that people give the board. `HOSTS`: the vendor's domains; pages there never belong to a
    company. `ANYWHERE`: does `match` also know addresses on employers' own domains, by path or parameter?
    `POLITENESS`: allowances of single hosts. `WHOLE`: is absence from a complete listing evidence that a posting is
    closed?
    """

    NAME: str
    ALIASES: tuple[str, ...]
    HOSTS: tuple[str, ...]
    ANYWHERE: bool
    POLITENESS: dict[str, Politeness]
    WHOLE: bool
    EXAMPLES: tuple[Example, ...]

    def match(self, url: str) -> Ref | None:
        """What the address is, if it is one of this board's. Total: never raises."""
        ...

    def refer(self, token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
        """The board with that token, or the posting on it; null if there can be no such thing."""
        ...

    def requests(self, ref: Ref) -> tuple[Request, ...]:
        """How to read what `ref` points at: alternatives, best first; the first that answers is parsed.

        Raises `Refused`, with what the seeker can do instead, for a board that does not want to be read.
        """
        ...

    def parse(self, ref: Ref, response: Response) -> Page:
        """The postings in an answer, and the next page. Raises `Gone` and `Broken`."""
        ...

    def marks(self, markup: str, url: str) -> Iterator[Mark]:
        """Signs of this board in the unescaped markup of the page at `url`, besides addresses that `match` knows."""
        ...


def unmarked(markup: str, url: str) -> Iterator[Mark]:
    """`marks` of a board that other pages give away by its addresses only."""
    yield from ()
