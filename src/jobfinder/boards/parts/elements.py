"""What vendors' pages show, by their own elements: the rows of a list with the postings they link, one posting.

Pure. Called by adapters whose pages have no data in them, or not on every page; which elements these are is theirs to
say. A posting that a page shows twice (for wide and for narrow screens) is one row. To extend: nothing here knows a
vendor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from jobfinder.boards.parts import fill
from jobfinder.model import Page, Posting, Ref, RefKind, Response
from jobfinder.read import dom, fields
from jobfinder.read.dom import Document, Element

Match = Callable[[str], Ref | None]
"""What an address is to the board in question."""


class Row(NamedTuple):
    """An element of a list, its link, and the posting that this leads to."""

    element: Element
    link: Element
    to: Ref


def document(response: Response, home: str) -> Document:
    """The answer as a page; a saved one that does not tell where it was is at `home`."""
    stated = dict(response.headers).get("content-type")
    return dom.parse(response.body, response.url or home, stated)


def rows(page: Document, css: str, match: Match) -> Iterator[Row]:
    """The elements that match and link a posting, each posting once."""
    seen: set[str] = set()
    for element in page.select(css):
        row = _row(page, element, match)
        if row is not None and row.to.key not in seen:
            seen.add(row.to.key)
            yield row


def listed(row: Row, title: str, where: str | None, kind: str | None = None, department: str | None = None) -> Posting:
    """The posting of a row, as the row words it."""
    places = fill.locations([where])
    mode = fill.remote(where, title)
    return Posting(
        title=title,
        url=row.to.url,
        board=row.to.board,
        token=row.to.token,
        external_id=row.to.external_id,
        locations=places,
        remote=mode,
        remote_scope=fill.scopes(mode, places),
        employment_type=fields.employment(kind),
        department=department or None,
    )


def posting(
    ref: Ref, title: str, markup: str, where: str | None, kind: str | None = None, company: str | None = None
) -> Posting:
    """The posting that a page shows, as the page words it."""
    said = fill.description(markup)
    places = fill.locations([where])
    mode = fill.remote(where, title)
    return Posting(
        title=title,
        company=company,
        url=ref.url or None,
        board=ref.board,
        token=ref.token,
        external_id=ref.external_id,
        locations=places,
        remote=mode,
        remote_scope=fill.scopes(mode, places),
        employment_type=fields.employment(kind),
        salary=fill.pay(None, said, places),
        description_html=said.html,
        description_text=said.text,
        language=said.language,
    )


def alone(one: Posting) -> Page:
    """The page of one posting."""
    return Page(kind=RefKind.POSTING, reader=one.board or "", postings=(one,))


def text(page: Document | Element, css: str) -> str | None:
    """What the first element that matches says; null for nothing."""
    found = page.first(css)
    return (found.text if found else None) or None


def _row(page: Document, element: Element, match: Match) -> Row | None:
    for link in (element,) if element.tag == "a" else element.select("a[href]"):
        to = match(page.join(link.attr("href")) or "")
        if to is not None and to.kind is RefKind.POSTING:
            return Row(element, link, to)
    return None
