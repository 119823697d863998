"""list: all postings of a source, page by page. What is new becomes known, what is absent is missed.

A long listing is taken in parts: each is committed by itself (outcome `part`), and the next attempt goes on behind it.
So a board of any size is never in memory as a whole, and a crash costs the part at work. A receipt for every listing:
how many were expected, how many came, whether it was cut short.
"""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec
from msgspec.structs import replace

from jobfinder.boards import registry
from jobfinder.errors import Fault, Gone
from jobfinder.model import Page, Posting, Record, Ref, Request, Source, Step
from jobfinder.steps.found import seen
from jobfinder.steps.interface import Change, Employer, Found, Given, Listed, Outside, SetSource
from jobfinder.steps.web import first, is_rendered

PART_POSTINGS = 200
PART_PAGES = 10
"""What ends a part, whichever comes first."""
MOST_EMPTY = 3
"""Pages in a row that list nothing and still name a next one."""
RESUMED = 6 * 3600.0
"""Seconds after which a listing that was broken off begins again: it would no longer show one state of the board."""
TAKE_PARTIAL_AFTER = 3
"""Failed attempts after which the part of a listing that can be read is taken."""

LARGE = 20
WHOLE_TEXT = 500
"""Characters of a feed's entry that make it more than a teaser."""


class Listing(Record, frozen=True):
    """How far a listing has come.

    `began`: epoch seconds; `known`: how many open postings there were then. `whole`: nothing has been left out so far.
    `digests` are those of the pages read, `empty` counts the last ones without postings. `next` null: it is at its end,
    by itself or `cut` short.
    """

    board: str
    began: float
    known: int
    pages: int = 0
    count: int = 0
    total: int | None = None
    whole: bool = True
    digests: tuple[str, ...] = ()
    empty: int = 0
    next: Request | None = None
    cut: str | None = None


async def run(given: Given, outside: Outside) -> Found:
    """Outcome `listed`, `part` (goes on), `cut` (not all pages could be read), `suspect` (far less than there was)."""
    source = given.source
    assert source is not None
    ref = registry.known(source.url, source.board, source.token, source.region)
    before = standing(ref, given)
    postings, now = await read_part(ref, before, given, outside)
    rows = tuple(
        one
        for posting in postings
        if (one := seen(posting, employer(given, posting), source.url, whole=is_whole(posting, given)))
    )
    now = replace(now, count=now.count + len(rows))
    if now.next is not None:
        return Found(
            outcome="part",
            reason=f"{receipt(now)} so far",
            output=now,
            changes=(Listed(seen=rows, complete=False),),
        )
    return ended(rows, now, source, whole=registry.whole(ref.board))


def standing(ref: Ref, given: Given) -> Listing:
    """Where the listing that was broken off stands, or a new one."""
    stored = given.outputs.get(Step.LIST)
    found = resumable(stored, ref, given) if stored else None
    return found or Listing(board=ref.key, began=given.now, known=given.known)


def resumable(stored: Any, ref: Ref, given: Given) -> Listing | None:
    """A stored progress of the same board, no older than one listing may take; clocks may have been set back."""
    try:
        found = msgspec.convert(stored, Listing)
    except msgspec.ValidationError:
        return None
    fresh = 0 <= given.now - found.began < RESUMED
    return found if fresh and found.board == ref.key and found.next else None


# ---------------------------------------------------------------- pages


async def read_part(ref: Ref, now: Listing, given: Given, outside: Outside) -> tuple[list[Posting], Listing]:
    """The next pages. One that breaks off is tried again before the listing is taken without the rest."""
    postings: list[Posting] = []
    last = now.pages + PART_PAGES
    while len(postings) < PART_POSTINGS and now.pages < last:
        if now.pages >= given.budget.pages:
            return postings, replace(now, next=None, cut=f"stopped at {given.budget.pages} pages")
        try:
            page = await read_page(ref, now.next, outside)
        except (Fault, Gone) as error:
            if now.pages == 0 or given.attempts < TAKE_PARTIAL_AFTER:
                raise
            return postings, replace(now, next=None, cut=f"page {now.pages + 1} cannot be read: {error}")
        now = turned(now, page)
        postings += page.postings if now.cut is None else ()
        if now.next is None:
            break
    return postings, now


async def read_page(ref: Ref, request: Request | None, outside: Outside) -> Page:
    """The page behind `request`; without one, the first. What follows a page that needed its script needs it, too."""
    if request is not None:
        response = await outside.fetch(request)
        page = await outside.read(registry.parse, ref, response)
    else:
        page, response = await first(ref, outside)
    if page.next is None or not is_rendered(response):
        return page
    return replace(page, next=replace(page.next, render=True))


def turned(now: Listing, page: Page) -> Listing:
    """The progress after one more page."""
    print_ = digest(page)
    number = now.pages + 1
    if page.postings and print_ in now.digests:
        return replace(now, next=None, cut=f"page {number} repeats an earlier one")
    empty = 0 if page.postings else now.empty + 1
    if empty >= MOST_EMPTY and page.next is not None:
        return replace(now, next=None, cut=f"{MOST_EMPTY} pages in a row list nothing")
    return replace(
        now,
        pages=number,
        total=now.total if page.total is None or now.total is not None else page.total,
        whole=now.whole and (page.complete or page.next is not None),
        digests=(*now.digests, print_),
        empty=empty,
        next=page.next,
    )


def digest(page: Page) -> str:
    """What tells pages apart: which postings they list."""
    names = [(posting.external_id, posting.url, posting.title) for posting in page.postings]
    return hashlib.blake2b(repr(names).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


# ---------------------------------------------------------------- the end


def ended(rows: tuple[Any, ...], now: Listing, source: Source, *, whole: bool) -> Found:
    """The whole listing: what it says of the source, and whether absence means anything."""
    suspect = now.cut is None and is_suspect(now)
    complete = now.cut is None and now.whole and (source.suspicious or not suspect) and whole
    expected = now.total if now.total is not None else source.expected
    changes: tuple[Change, ...] = (
        SetSource(source=replace(source, expected=expected, suspicious=suspect or now.cut is not None)),
        Listed(seen=rows, complete=complete, began=now.began),
    )
    outcome = "cut" if now.cut else "suspect" if suspect else "listed"
    text = receipt(now)
    text += f"; cut short: {now.cut}" if now.cut else ""
    text += f"; suspect: {now.known} were known" if suspect else ""
    return Found(outcome=outcome, reason=text, changes=changes)


def is_suspect(now: Listing) -> bool:
    """Nothing where there was something, or less than half of a large board."""
    return (now.count == 0 and now.known > 0) or (now.known >= LARGE and now.count < now.known / 2)


def receipt(now: Listing) -> str:
    """Expected, got."""
    text = f"{now.count} postings" + (f" of {now.total}" if now.total is not None else "")
    return f"{text} on {now.pages} page{'s' if now.pages != 1 else ''}"


# ---------------------------------------------------------------- postings


def employer(given: Given, posting: Posting) -> Employer | None:
    """Who employs: the company whose source this is; on a board of its own, whoever that belongs to."""
    source, company = given.source, given.company
    assert source is not None
    of_many = registry.shared(source.board)
    board = (source.board, source.token) if source.token and not of_many else None
    link = source.url if board else None
    if company is not None and not of_many:
        return Employer(name=company.name, website=company.website, board=board, source_key=link)
    if board is None and posting.company is None:
        return None
    return Employer(name=posting.company, website=posting.company_url, board=board, source_key=link)


def is_whole(posting: Posting, given: Given) -> bool:
    """Does the listing give all that reading the posting itself would? A stranger's feed does not name its site."""
    text = posting.description_text or ""
    if posting.board is not None:
        return bool(text)
    known_employer = given.company is not None or posting.company_url is not None
    return known_employer and len(text) >= WHOLE_TEXT and not text.rstrip().endswith(("…", "...", "]"))
