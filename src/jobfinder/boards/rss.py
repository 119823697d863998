"""Feeds of jobs: RSS, Atom and JSON Feed, told by the address here and by the body in `boards.page`.

Pure; called through `boards.registry`. A feed often holds the newest entries only: absence means nothing. To know more
addresses, add a name to NAMES.
"""

from __future__ import annotations

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import refs
from jobfinder.errors import Broken
from jobfinder.model import Page, Politeness, Posting, Ref, RefKind, Request, Response
from jobfinder.read import feed, urls

NAME = "rss"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ()
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

ENDINGS = (".rss", ".atom")
NAMES = frozenset(
    {"feed", "rss", "atom", "jobs.xml", "feed.xml", "rss.xml", "atom.xml", "careers.xml", "index.xml", "feed.json"}
)


def match(url: str) -> Ref | None:
    """An address that by its path (or WordPress' `?feed=`) is a feed."""
    parts, address = urls.parts(url), refs.address(url)
    if parts is None or address is None or urls.is_address(parts.host):
        return None
    last = parts.segments[-1].lower() if parts.segments else ""
    if not (last.endswith(ENDINGS) or last in NAMES or parts.query.get("feed", [""])[0]):
        return None
    return Ref(board=NAME, kind=RefKind.FEED, key=f"source:feed:{urls.identity(url)}", url=address)


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """Feeds have addresses, not tokens."""
    return None


def requests(ref: Ref) -> tuple[Request, ...]:
    """The feed itself."""
    return (Request(url=ref.url),)


def parse(ref: Ref, response: Response) -> Page:
    """The entries of a feed, and where older ones are."""
    page = page_of(response)
    if page is None:
        raise Broken(f"{urls.host(response.url)} answered no feed that can be read")
    return page


def page_of(response: Response) -> Page | None:
    """The feed that a body is, or null where it is none."""
    found = feed.read(response)
    if found is None:
        return None
    following = Request(url=found.next_url) if found.next_url else None
    return Page(kind=RefKind.FEED, reader="feed", postings=found.postings, next=following, complete=following is None)


marks = unmarked


EXAMPLES: tuple[Example, ...] = (
    Example(
        url="http://www.fernbrook.example/careers/jobs.rss?utm_source=x",
        ref=Ref(
            board=NAME,
            kind=RefKind.FEED,
            key="source:feed:fernbrook.example/careers/jobs.rss",
            url="http://www.fernbrook.example/careers/jobs.rss?utm_source=x",
        ),
        body="""<?xml version="1.0"?><rss version="2.0"><channel><title>Fernbrook Jobs</title>
            <item><title>Gardener</title><link>https://fernbrook.example/careers/gardener-7</link>
            <pubDate>Mon, 02 Mar 2026 09:00:00 GMT</pubDate></item></channel></rss>""",
        page=Page(
            kind=RefKind.FEED,
            reader="feed",
            postings=(
                Posting(
                    title="Gardener",
                    url="https://fernbrook.example/careers/gardener-7",
                    posted_at="2026-03-02T09:00:00+00:00",
                ),
            ),
        ),
    ),
    Example(
        url="https://fernbrook.example/?feed=job_feed",
        ref=Ref(
            board=NAME,
            kind=RefKind.FEED,
            key="source:feed:fernbrook.example?feed=job_feed",
            url="https://fernbrook.example/?feed=job_feed",
        ),
    ),
)
