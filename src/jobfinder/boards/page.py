"""Any page or file: structured data, a feed, a sitemap, a list of openings, a posting in prose, or nothing known.

Pure; called through `boards.registry`, by pages, sites and every answer in HTML to a board's address. The owner of what
no board owns. By their first bytes answers go to their readers: PDF, JSON (`read.records`), sitemaps, feeds, pages in
HTML (`boards.parts.shown`), plain text. Each result names its reader and says how sure it is.
"""

from __future__ import annotations

import json
import re

from jobfinder.boards import rss
from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import refs, shown, sitemaps
from jobfinder.model import Page, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import article, closed, dates, pdf, records, urls
from jobfinder.read.feed_item import Setting
from jobfinder.read.values import JSON

NAME = "page"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ()
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

FOREIGN_IDS = ("gh_jid", "ashby_jid")
"""Ids that boards leave in the addresses of pages which embed them."""
BRACKET = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}[\[{]")
MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?[\s\x00]{0,200}<|\xff\xfe|\xfe\xff")
CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
NEXT = ("next_url", "next", "nextPageUrl", "next_page_url", "nextPage")
MOST_BYTES, MOST_TEXT, MOST_BINARY = 30_000_000, 400_000, 4_000
"""Bytes of a JSON document and of a text that are read, and of those in which a control character makes it no text."""


def match(url: str) -> Ref | None:
    """A page that nothing more is known of. Total: every text is one."""
    return Ref(
        board=NAME,
        kind=RefKind.UNKNOWN,
        key=f"job:url:{urls.identity(url)}",
        url=refs.address(url) or url,
        external_id=_foreign_id(url),
    )


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """Pages have addresses, not tokens."""
    return None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The page itself."""
    return (Request(url=ref.url),)


def parse(ref: Ref, response: Response) -> Page:
    """What a page holds: one posting, a listing, a feed; or `unknown` with no postings.

    Raises `Broken` for files that cannot be read, with what a person can do.
    """
    body = response.body
    if pdf.is_pdf(body):
        return _prose(ref, pdf.text(body), response, "pdf")
    if BRACKET.match(body):
        return _records(response) or rss.page_of(response) or _nothing()
    if not MARKUP.match(body):
        return _plain(ref, response)
    return sitemaps.page_of(response) or rss.page_of(response) or shown.page_of(ref, response)


marks = unmarked


def _foreign_id(url: str) -> str | None:
    """The id of a board's posting in the query; two different ones name none."""
    parts = urls.parts(url)
    if parts is None:
        return None
    found = {value for name in FOREIGN_IDS for value in parts.query.get(name, ()) if value}
    return found.pop() if len(found) == 1 else None


def _nothing() -> Page:
    return Page(kind=RefKind.UNKNOWN, reader=shown.NOTHING, complete=False)


# ---------------------------------------------------------------- what is no page in HTML


def _records(response: Response) -> Page | None:
    """The postings in a JSON document of unknown make; JSON Feed is known."""
    if b"jsonfeed.org/version" in response.body[:2_000]:
        return None
    try:
        value: JSON = json.loads(response.body[:MOST_BYTES].decode("utf-8-sig", "replace"), strict=False)
    except (ValueError, RecursionError):
        return None
    setting = Setting(url=response.url, now=_now(response))
    found = records.read(value, setting)
    if found is None:
        return None
    if found.closed:
        return Page(kind=RefKind.UNKNOWN, reader="records", complete=False, closed=found.closed)
    onward = _next(value, response)
    whole = onward is None and not found.single and (found.total is None or found.total <= found.rows)
    return Page(
        kind=RefKind.POSTING if found.single else RefKind.BOARD,
        reader="records",
        postings=found.postings,
        next=onward,
        complete=whole,
        total=found.total,
        confidence=found.confidence,
    )


def _next(value: JSON, response: Response) -> Request | None:
    """The following page, where the document names its address; only on the same site."""
    head = value if isinstance(value, dict) else {}
    nested = [part for name in ("links", "paging", "pagination", "meta") if isinstance(part := head.get(name), dict)]
    for part in (head, *nested):
        for name in NEXT:
            href = urls.join(response.url, stated) if isinstance(stated := part.get(name), str) else None
            if href and urls.site(href) == urls.site(response.url) and href != response.url:
                return Request(url=href)
    return None


def _plain(ref: Ref, response: Response) -> Page:
    """Plain text, if it is any."""
    found = text_of(response)
    return _prose(ref, found, response, "text") if found else _nothing()


def text_of(response: Response) -> str | None:
    """The text of an answer that is neither markup nor JSON; null where the bytes are no text."""
    body = response.body[:MOST_TEXT]
    if CONTROLS.search(body[:MOST_BINARY]):
        return None
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")


def _prose(ref: Ref, text: str, response: Response, reader: str) -> Page:
    """The posting that a text is, unless it was looked for on a board."""
    said = closed.closed(text)
    if said or ref.kind not in (RefKind.POSTING, RefKind.UNKNOWN):
        return Page(kind=RefKind.UNKNOWN, reader=shown.NOTHING, closed=said, complete=False)
    found = article.posting_in(text, response.url or None, now=_now(response))
    if found is None:
        return _nothing()
    return Page(
        kind=RefKind.POSTING, reader=reader, postings=(found.posting,), complete=False, confidence=found.confidence
    )


def _now(response: Response) -> float | None:
    """When the answer was given, by its own word."""
    return dates.epoch(dict(response.headers).get("date", ""))


EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://www.fernbrook.example/careers/opening?utm_source=x&gh_jid=4000001#apply",
        ref=Ref(
            board=NAME,
            kind=RefKind.UNKNOWN,
            key="job:url:fernbrook.example/careers/opening?gh_jid=4000001",
            url="https://www.fernbrook.example/careers/opening?utm_source=x&gh_jid=4000001",
            external_id="4000001",
        ),
        body="<h1>Welcome</h1><p>We make gardens.</p>",
        page=Page(kind=RefKind.UNKNOWN, reader="none", complete=False),
    ),
    Example(
        url="https://fernbrook.example/careers",
        ref=Ref(
            board=NAME,
            kind=RefKind.UNKNOWN,
            key="job:url:fernbrook.example/careers",
            url="https://fernbrook.example/careers",
        ),
        body="""<nav><a href="/">Home</a> <a href="/careers">Careers</a> <a href="/careers/benefits">Benefits</a></nav>
            <ul><li><h3><a href="/careers/gardener-7">Gardener (m/f/d)</a></h3><a href="/careers/gardener-7">Apply</a>
            <li><h3><a href="/careers/treasurer-9">Treasurer</a></h3></ul>
            <a rel="next" href="?page=2">Next</a>""",
        page=Page(
            kind=RefKind.BOARD,
            reader="links",
            postings=(
                Posting(title="Gardener (m/f/d)", url="https://fernbrook.example/careers/gardener-7"),
                Posting(title="Treasurer", url="https://fernbrook.example/careers/treasurer-9"),
            ),
            next=Request(url="https://fernbrook.example/careers?page=2"),
            complete=False,
            confidence=0.85,
        ),
    ),
)
