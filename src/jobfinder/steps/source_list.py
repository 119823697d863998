"""list: all postings of a source, page by page. What is new becomes known, what is absent is missed.

A receipt for every listing: how many were expected, how many came, whether it was cut short.
"""

from __future__ import annotations

from msgspec.structs import replace

from jobfinder.boards import registry
from jobfinder.errors import Fault, Gone
from jobfinder.model import Page, Posting, Ref, Source
from jobfinder.read.text import plain
from jobfinder.steps.found import seen
from jobfinder.steps.interface import Change, Employer, Found, Given, Listed, Outside, SetSource
from jobfinder.steps.web import fetch

MOST_PAGES = 500
TAKE_PARTIAL_AFTER = 3
"""Failed attempts after which the part of a listing that can be read is taken."""

LARGE = 20
WHOLE_TEXT = 500
"""Characters of a feed's entry that make it more than a teaser."""


async def run(given: Given, outside: Outside) -> Found:
    """Outcome `listed`, `cut` (not all pages could be read) or `suspect` (far less than there was)."""
    source = given.source
    assert source is not None
    ref = registry.recognize(source.url)
    pages, cut = await all_pages(ref, given, outside)
    postings = [posting for page in pages for posting in page.postings]
    suspect = cut is None and is_suspect(len(postings), given)
    all_read = cut is None and all(page.complete or page.next is not None for page in pages)
    complete = all_read and (source.suspicious or not suspect) and registry.whole(ref.board)
    found = tuple(
        one for posting in postings if (one := seen(posting, employer(given, posting), whole=is_whole(posting, given)))
    )
    changes: tuple[Change, ...] = (
        SetSource(source=replace(source, expected=expected(pages, source), suspicious=suspect or cut is not None)),
        Listed(seen=found, complete=complete),
    )
    outcome = "cut" if cut else "suspect" if suspect else "listed"
    return Found(outcome=outcome, reason=receipt(len(found), pages, given, cut, suspect), changes=changes)


async def all_pages(ref: Ref, given: Given, outside: Outside) -> tuple[list[Page], str | None]:
    """Every page, and why there are not all of them. One that breaks off is tried again before a part is taken."""
    pages = [registry.parse(ref, await fetch(ref, outside))]
    while (following := pages[-1].next) is not None:
        if len(pages) >= MOST_PAGES:
            return pages, f"stopped at {MOST_PAGES} pages"
        try:
            pages.append(registry.parse(ref, await outside.fetch(following)))
        except (Fault, Gone) as error:
            if given.attempts < TAKE_PARTIAL_AFTER:
                raise
            return pages, f"page {len(pages) + 1} cannot be read: {error}"
        if pages[-1].postings and pages[-1].postings == pages[-2].postings:
            return pages[:-1], f"page {len(pages)} repeats the one before"
    return pages, None


def is_suspect(count: int, given: Given) -> bool:
    """Nothing where there was something, or less than half of a large board."""
    return (count == 0 and given.known > 0) or (given.known >= LARGE and count < given.known / 2)


def expected(pages: list[Page], source: Source) -> int | None:
    """How many postings the board itself states."""
    return pages[0].total if pages[0].total is not None else source.expected


def employer(given: Given, posting: Posting) -> Employer | None:
    """Who employs: the company whose source this is; on a board of its own, whoever that belongs to."""
    source, company = given.source, given.company
    assert source is not None
    board = (source.board, source.token) if source.token else None
    link = source.url if board else None
    if company is not None:
        return Employer(name=company.name, website=company.website, board=board, source_key=link)
    if board is None and posting.company is None:
        return None
    return Employer(name=posting.company, website=posting.company_url, board=board, source_key=link)


def is_whole(posting: Posting, given: Given) -> bool:
    """Does the listing give all that reading the posting itself would? A stranger's feed does not name its site."""
    text = posting.description_text or (plain(posting.description_html) if posting.description_html else "")
    if posting.board is not None:
        return bool(text)
    known_employer = given.company is not None or posting.company_url is not None
    return known_employer and len(text) >= WHOLE_TEXT and not text.rstrip().endswith(("…", "...", "]"))


def receipt(count: int, pages: list[Page], given: Given, cut: str | None, suspect: bool) -> str:
    """Expected, got, capped."""
    total = pages[0].total
    text = f"{count} postings" + (f" of {total}" if total is not None else "") + f" on {len(pages)} page"
    text += "s" if len(pages) != 1 else ""
    if cut:
        text += f"; cut short: {cut}"
    if suspect:
        text += f"; suspect: {given.known} were known"
    return text
