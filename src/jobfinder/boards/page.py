"""Any page: structured data, a feed, a list of openings, or nothing that is known. The owner of what no board owns.

Pure; called through `boards.registry`, by pages, sites and every answer in HTML to a board's address. What a page's
markup states beats what its links suggest.
"""

from __future__ import annotations

from collections.abc import Iterator

from jobfinder.boards import links, refs, rss
from jobfinder.boards.interface import Example, Mark
from jobfinder.model import Page, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import closed, dom, jsonld, urls

NAME = "page"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ()
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

FOREIGN_IDS = ("gh_jid", "ashby_jid")
"""Ids that boards leave in the addresses of pages which embed them."""


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
    """What a page holds: one posting, a listing, a feed; or `unknown` with no postings."""
    if found := rss.page_of(response):
        return found
    if response.body.lstrip()[:1] in (b"{", b"["):
        return Page(kind=RefKind.UNKNOWN, reader="none", complete=False)
    document = dom.parse(response.body, response.url, dict(response.headers).get("content-type"))
    stated = jsonld.postings(document, response.url)
    own = _own(stated, document)
    if own is not None:
        return Page(kind=RefKind.POSTING, reader="jsonld", postings=(own,), complete=False)
    listed = links.listing(document)
    following = listed.next if listed else None
    if stated:
        return Page(kind=RefKind.BOARD, reader="jsonld", postings=stated, next=following, complete=following is None)
    said = closed.closed(document.text())
    if listed is not None and said is None:
        return Page(
            kind=RefKind.BOARD, reader="links", postings=listed.postings, next=following, complete=following is None
        )
    return Page(kind=RefKind.UNKNOWN, reader="none", closed=said, complete=False)


def marks(markup: str, url: str) -> Iterator[Mark]:
    """None: pages are not embedded."""
    yield from ()


def _foreign_id(url: str) -> str | None:
    """The id of a board's posting in the query; two different ones name none."""
    parts = urls.parts(url)
    if parts is None:
        return None
    found = {value for name in FOREIGN_IDS for value in parts.query.get(name, ()) if value}
    return found.pop() if len(found) == 1 else None


def _own(stated: tuple[Posting, ...], document: dom.Document) -> Posting | None:
    """The posting that the page is about: the only one, or the one with the page's address."""
    if len(stated) == 1:
        return stated[0]
    here = {urls.identity(address) for address in (document.url, document.canonical) if address}
    same = [posting for posting in stated if posting.url and urls.identity(posting.url) in here]
    return same[0] if len(same) == 1 else None


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
        ),
    ),
)
