"""What a page in HTML shows: one posting, a list of them, or nothing that is known. A ladder, the surest reader first.

Pure. Called by `boards.page`. What a page states about itself (JSON-LD, microdata) beats the data it carries for its
scripts (`read.state`), that beats what its links and headings suggest, that beats what its prose reads like. What an
address is known to be decides what is looked for: no prose becomes a posting on a company's front page, no list is read
where a posting was asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from msgspec.structs import replace

from jobfinder.boards.parts import link_words, links
from jobfinder.boards.parts.paging import following
from jobfinder.model import Page, Posting, Ref, RefKind, Request, Response
from jobfinder.read import article, closed, dates, dom, jsonld, records, sections, state, urls
from jobfinder.read.article import Found
from jobfinder.read.feed_item import Setting
from jobfinder.read.records import Records
from jobfinder.read.values import JSON

NOTHING = "none"
STATE = 0.7
"""How sure records in a page's data must be."""


class Shown:
    """A page and what its address says of it. Everything is read when asked for, and once."""

    def __init__(self, ref: Ref, response: Response) -> None:
        headers = dict(response.headers)
        self.ref = ref
        self.url = response.url
        self.writes_postings = b"JobPosting" in response.body
        self.now = dates.epoch(headers.get("date", ""))
        self.document = dom.parse(response.body, response.url, headers.get("content-type"))
        parts = urls.parts(response.url)
        self.is_list = parts is not None and link_words.is_list(parts)
        self.is_below = parts is not None and not self.is_list and link_words.is_below(parts)

    @property
    def may_list(self) -> bool:
        """May what its data and headings list be openings? Not where one posting was asked for."""
        return self.ref.kind is not RefKind.POSTING and (self.ref.kind is not RefKind.COMPANY or self.is_list)

    @property
    def may_be_posting(self) -> bool:
        """May prose be a posting?"""
        return self.ref.kind in (RefKind.POSTING, RefKind.UNKNOWN)

    @cached_property
    def closed(self) -> str | None:
        """The sentence that closes the role."""
        return closed.closed("\n".join(line.text for line in self.document.lines))

    @cached_property
    def carried(self) -> tuple[JSON, ...]:
        """The data that the page carries for its scripts."""
        return tuple(state.values(self.document))

    @cached_property
    def data(self) -> tuple[Records, ...]:
        """What these data hold, the surest and longest first."""
        setting = Setting(url=self.document.base, now=self.now)
        found = [read for value in self.carried if (read := records.read(value, setting))]
        sure = (read for read in found if read.confidence >= STATE)
        return tuple(sorted(sure, key=lambda read: (-read.confidence, -len(read.postings))))


def page_of(ref: Ref, response: Response) -> Page:
    """What the page holds; `unknown` with no postings where that is nothing."""
    page = Shown(ref, response)
    return _stated(page) or _closed(page) or _listed_or_shown(page) or _nothing(page)


def _nothing(page: Shown) -> Page:
    return Page(kind=RefKind.UNKNOWN, reader=NOTHING, closed=page.closed, complete=False)


# ---------------------------------------------------------------- stated


def _stated(page: Shown) -> Page | None:
    """What the page says in the vocabulary of schema.org."""
    reader, found = jsonld.stated(page.document, page.url)
    if not found and page.writes_postings:
        found = jsonld.carried(page.carried, page.document, page.url)
    own = _own(found, page.document)
    if own is not None:
        return Page(
            kind=RefKind.POSTING, reader=reader, postings=(own,), complete=False, closed=_closed_beside(page, own)
        )
    if not found:
        return None
    onward = following(page.document) if page.is_list else None
    return Page(kind=RefKind.BOARD, reader=reader, postings=found, next=onward, complete=onward is None)


def _own(found: tuple[Posting, ...], document: dom.Document) -> Posting | None:
    """The posting that the page is about: the only one, or the one with the page's address."""
    if len(found) == 1:
        return found[0]
    here = {urls.identity(address) for address in (document.url, document.canonical) if address}
    same = [posting for posting in found if posting.url and urls.identity(posting.url) in here]
    return same[0] if len(same) == 1 else None


def _closed_beside(page: Shown, own: Posting) -> str | None:
    """The page says that the role is gone; its description, which may speak of others, does not."""
    said = page.closed
    return said if said and said not in " ".join((own.description_text or "").split()) else None


def _closed(page: Shown) -> Page | None:
    return _nothing(page) if page.closed and page.ref.kind is not RefKind.BOARD else None


# ---------------------------------------------------------------- guessed


def _listed_or_shown(page: Shown) -> Page | None:
    """The list or the posting, whichever is surer; an address of a list or of a posting decides."""
    listed = _list(page) if page.may_list else None
    if listed is not None and (page.is_list or not page.may_be_posting):
        return listed
    single = _posting(page)
    if listed is None or single is None:
        return listed or single
    return single if page.is_below or single.confidence > listed.confidence else listed


def _list(page: Shown) -> Page | None:
    """The openings in the page's data, else in its links, else one below the other on it."""
    carried = next((found for found in page.data if not found.single), None)
    linked = links.listing(page.document)
    if carried and (linked is None or len(carried.postings) * 2 >= len(linked.postings)):
        postings = tuple(_addressed(carried.postings, page.document))
        whole = carried.total is None or carried.total <= carried.rows
        return _page(postings, "state", carried.confidence, following(page.document), whole, carried.total)
    if linked is not None:
        return _page(linked.postings, "links", linked.confidence, linked.next)
    expected = page.is_list or page.ref.kind is RefKind.BOARD
    if not expected and sections.announces(page.document.lines) is None:
        return None
    below = sections.sections(page.document.folded_lines, page.document.join, expected=expected)
    return _page(below.postings, "sections", below.confidence, following(page.document)) if below else None


def _page(
    postings: tuple[Posting, ...],
    reader: str,
    sure: float,
    onward: Request | None,
    whole: bool = True,
    total: int | None = None,
) -> Page:
    return Page(
        kind=RefKind.BOARD,
        reader=reader,
        postings=postings,
        next=onward,
        complete=whole and onward is None,
        total=total,
        confidence=sure,
    )


def _posting(page: Shown) -> Page | None:
    """The posting in the page's data, else in its prose."""
    if not page.may_be_posting:
        return None
    carried = next((found for found in page.data if found.single and _is_about(page.document, found.postings[0])), None)
    if carried is not None and carried.closed:
        return Page(kind=RefKind.UNKNOWN, reader="state", complete=False, closed=carried.closed)
    if carried is not None:
        return _one("state", Found(posting=_at(carried.postings[0], page.url), confidence=carried.confidence))
    expected = page.is_below or page.ref.kind is RefKind.POSTING
    found = article.posting_of(page.document, expected=expected, now=page.now)
    return _one("article", found) if found else None


def _one(reader: str, found: Found) -> Page:
    return Page(
        kind=RefKind.POSTING, reader=reader, postings=(found.posting,), complete=False, confidence=found.confidence
    )


def _at(posting: Posting, url: str) -> Posting:
    return posting if posting.url else replace(posting, url=url or None)


def _is_about(document: dom.Document, posting: Posting) -> bool:
    """Is the page called by this posting's title?"""
    title = posting.title.casefold()
    names = (document.title, document.meta("og:title"), *(heading.text for heading in document.select("h1")[:3]))
    return any(title in name.casefold() for name in names if name)


def _addressed(postings: tuple[Posting, ...], document: dom.Document) -> Iterator[Posting]:
    """The postings with the addresses that the page links for them, by their ids, where the data have none."""
    if all(posting.url for posting in postings):
        yield from postings
        return
    linked = {name: link.href for link in reversed(document.links()) for name in _names(link.href)}
    for posting in postings:
        known = linked.get((posting.external_id or "").casefold())
        yield posting if posting.url or not known else replace(posting, url=known)


def _names(href: str) -> Iterator[str]:
    """The ids that an address may hold: parts of its path, ends of these, values of its query."""
    parts = urls.parts(href)
    if parts is None:
        return
    for part in parts.segments[-3:]:
        yield part.casefold()
        yield part.rpartition("-")[2].casefold()
        yield part.partition("-")[0].casefold()
    for values in parts.query.values():
        yield from (value.casefold() for value in values[:3])
