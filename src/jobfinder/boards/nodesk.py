"""NoDesk: an RSS feed of remote jobs, whole or by category; the titles are "Title at Company".

Pure; called through `boards.registry`. Categories and postings share one level of the address: what is no name of a
category is the slug of a posting. The feed has teasers only. To know another category, add it to CATEGORY_WORDS.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import jobsite, refs
from jobfinder.boards.parts.jobsite import ALL
from jobfinder.model import Page, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import urls
from jobfinder.read.feed_item import level_of

NAME = "nodesk"
ALIASES: tuple[str, ...] = ()
HOSTS: tuple[str, ...] = ("nodesk.co",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

SITE = "https://nodesk.co"
SLUG = re.compile(r"[a-z0-9][a-z0-9-]{1,180}")
CATEGORY_WORDS = """
    customer-support design engineering marketing non-tech operations product sales other programming data devops
    writing finance legal hr people management entry-level full-time part-time contract freelance worldwide
    north-america europe latin-america asia africa oceania us uk canada new
"""
CATEGORIES = frozenset(CATEGORY_WORDS.split())
FEED = frozenset({"index.xml", "feed", "rss"})
PAGES = frozenset({"search", "page", "tags", "collections"})


def match(url: str) -> Ref | None:
    """The list, categories, their feeds, postings."""
    parts = urls.parts(url)
    if parts is None or parts.host.removeprefix("www.") not in HOSTS:
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    if not path or path[0] != "remote-jobs":
        return None if path else refer(ALL)
    below = path[1:-1] if path[-1] in FEED else path[1:]
    if not below:
        return refer(ALL)
    if len(below) > 1:
        return None
    return refer(below[0]) if below[0] in CATEGORIES else refer(ALL, below[0])


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """Everything, a category, or the posting of that slug."""
    if external_id is not None:
        fits = SLUG.fullmatch(external_id) and external_id not in CATEGORIES | PAGES
        return refs.posting(NAME, ALL, external_id, f"{SITE}/remote-jobs/{external_id}/") if fits else None
    name = token.lower()
    if name != ALL and name not in CATEGORIES:
        return None
    return refs.board(NAME, name, f"{SITE}/remote-jobs/" + ("" if name == ALL else f"{name}/"))


def requests(ref: Ref) -> tuple[Request, ...]:
    """The feed, the page of a posting."""
    return (Request(url=ref.url if ref.token is None or ref.kind is RefKind.POSTING else f"{ref.url}index.xml"),)


def parse(ref: Ref, response: Response) -> Page:
    """The feed; a page by its structured data or its links."""
    if b"<rss" not in response.body[:1000]:
        return jobsite.markup(ref, response, match)
    return Page(kind=RefKind.BOARD, reader=NAME, postings=tuple(map(_posting, jobsite.items(response, NAME))))


marks = unmarked


def _posting(item: Posting) -> Posting:
    """An item under its names. A teaser is no description: the page has that."""
    title, at, company = item.title.rpartition(" at ")
    address = next((one for one in (item.url, item.external_id) if one and _is_posting(one)), None)
    own = match(address) if address else None
    return replace(
        item,
        title=title if at and title else item.title,
        company=item.company or (company if at and title else None),
        url=own.url if own else item.url,
        board=NAME if own else None,
        token=ALL if own else None,
        external_id=own.external_id if own else None,
        remote=Remote.REMOTE,
        seniority=level_of(title or item.title),
        description_html=None,
        description_text=None,
        language=None,
    )


def _is_posting(address: str) -> bool:
    found = match(address)
    return found is not None and found.kind is RefKind.POSTING


EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://nodesk.co/remote-jobs/design/",
        ref=refs.board(NAME, "design", f"{SITE}/remote-jobs/design/"),
        spellings=("https://www.nodesk.co/remote-jobs/design/index.xml",),
        body="""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Remote Design Jobs</title>
            <item><title>Glass Designer at Fernbrook</title><description>Fernbrook is hiring.</description>
            <pubDate>Mon, 02 Mar 2026 10:00:00 +0100</pubDate>
            <guid>https://nodesk.co/remote-jobs/fernbrook-glass-designer/</guid>
            <link>https://nodesk.co/remote-jobs/fernbrook-glass-designer/</link></item></channel></rss>""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            postings=(
                Posting(
                    title="Glass Designer",
                    company="Fernbrook",
                    url=f"{SITE}/remote-jobs/fernbrook-glass-designer/",
                    board=NAME,
                    token=ALL,
                    external_id="fernbrook-glass-designer",
                    remote=Remote.REMOTE,
                    posted_at="2026-03-02T10:00:00+01:00",
                ),
            ),
        ),
    ),
    Example(
        url="https://nodesk.co/remote-jobs/fernbrook-glass-designer?ref=x",
        ref=refs.posting(NAME, ALL, "fernbrook-glass-designer", f"{SITE}/remote-jobs/fernbrook-glass-designer/"),
        spellings=("http://www.nodesk.co/remote-jobs/Fernbrook-Glass-Designer/#apply",),
        body="""<script type="application/ld+json">{"@type": "JobPosting", "title": "Glass Designer",
            "hiringOrganization": {"name": "Fernbrook"}}</script>""",
        page=Page(
            kind=RefKind.POSTING,
            reader="jsonld",
            complete=False,
            postings=(
                Posting(
                    title="Glass Designer",
                    company="Fernbrook",
                    url=f"{SITE}/remote-jobs/fernbrook-glass-designer/",
                    board=NAME,
                    token=ALL,
                    external_id="fernbrook-glass-designer",
                ),
            ),
        ),
    ),
    Example(
        url="https://nodesk.co/remote-jobs/",
        ref=refs.board(NAME, ALL, f"{SITE}/remote-jobs/"),
        spellings=("https://nodesk.co/", "https://nodesk.co/remote-jobs/index.xml"),
    ),
)
