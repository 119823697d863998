"""We Work Remotely: RSS feeds, one of the newest and one for each category; the titles are "Company: Title".

Pure; called through `boards.registry`. The feed of everything holds a hundred items and misses most of the board: its
categories are boards of their own. A posting is named by the slug of its address.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from jobfinder.boards.interface import Example, unmarked
from jobfinder.boards.parts import fill, jobsite, refs
from jobfinder.boards.parts.jobsite import ALL
from jobfinder.model import Page, Politeness, Posting, Ref, RefKind, Remote, Request, Response
from jobfinder.read import urls
from jobfinder.read.feed_item import level_of

NAME = "weworkremotely"
ALIASES: tuple[str, ...] = ("wwr",)
HOSTS: tuple[str, ...] = ("weworkremotely.com",)
ANYWHERE = False
POLITENESS: dict[str, Politeness] = {}
WHOLE = False

SITE = "https://weworkremotely.com"
SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{1,180}")
LISTS = frozenset({"", "remote-jobs", "remote-jobs.rss", "remote-jobs/search"})
PAGES = frozenset({"new", "search", "post"})


def match(url: str) -> Ref | None:
    """The front page, categories, their feeds, postings."""
    parts = urls.parts(url)
    if parts is None or parts.host.removeprefix("www.") not in HOSTS:
        return None
    path = tuple(segment.lower() for segment in parts.segments)
    if "/".join(path) in LISTS:
        return refer(ALL)
    if len(path) != 2:
        return None
    if path[0] == "categories":
        return refer(path[1].removesuffix(".rss"))
    return refer(ALL, path[1]) if path[0] in ("remote-jobs", "listings") else None


def refer(token: str, external_id: str | None = None, region: str | None = None) -> Ref | None:
    """Everything, a category, or the posting of that slug."""
    if external_id is not None:
        fits = SLUG.fullmatch(external_id) and external_id not in PAGES
        return refs.posting(NAME, ALL, external_id, f"{SITE}/remote-jobs/{external_id}") if fits else None
    name = refs.token_of(token.lower())
    if name is None or not SLUG.fullmatch(name):
        return None
    return refs.board(NAME, name, f"{SITE}/remote-jobs" if name == ALL else f"{SITE}/categories/{name}")


def requests(ref: Ref) -> tuple[Request, ...]:
    """The feed, the page of a posting."""
    return (Request(url=ref.url if ref.token is None or ref.kind is RefKind.POSTING else f"{ref.url}.rss"),)


def parse(ref: Ref, response: Response) -> Page:
    """The feed; a page by its structured data or its links."""
    if b"<rss" not in response.body[:1000]:
        return jobsite.markup(ref, response, match)
    postings = tuple(_posting(item) for item in jobsite.items(response, NAME))
    return Page(kind=RefKind.BOARD, reader=NAME, postings=postings)


marks = unmarked


def _posting(item: Posting) -> Posting:
    company, colon, title = item.title.partition(": ")
    own = match(item.url or "")
    named = own is not None and own.kind is RefKind.POSTING
    return replace(
        item,
        title=title.strip() if colon and title.strip() else item.title,
        company=item.company or (company.strip() if colon and title.strip() else None),
        board=NAME if named else None,
        token=ALL if named else None,
        external_id=own.external_id if own and named else item.external_id,
        remote=Remote.REMOTE,
        remote_scope=item.remote_scope or fill.scope(Remote.REMOTE, item.locations[0].text if item.locations else None),
        seniority=level_of(title or item.title),
    )


EXAMPLES: tuple[Example, ...] = (
    Example(
        url="https://weworkremotely.com/categories/remote-design-jobs",
        ref=refs.board(NAME, "remote-design-jobs", f"{SITE}/categories/remote-design-jobs"),
        spellings=("https://www.weworkremotely.com/categories/remote-design-jobs.rss",),
        body="""<?xml version="1.0"?><rss version="2.0"><channel><title>We Work Remotely: Design</title><item>
            <title>Fernbrook: Glass Designer</title><region>Anywhere in the World</region><category>Design</category>
            <type>Full-Time</type><skills>glass</skills>
            <description>&lt;p&gt;&lt;strong&gt;URL:&lt;/strong&gt; &lt;a href="https://fernbrook.example"&gt;us&lt;/a&gt;
            &lt;/p&gt;&lt;p&gt;You design our windows.&lt;/p&gt;</description>
            <pubDate>Mon, 02 Mar 2026 09:00:00 +0000</pubDate><expires_at>2026-04-01T09:00:00Z</expires_at>
            <guid>https://weworkremotely.com/remote-jobs/fernbrook-glass-designer</guid>
            <link>https://weworkremotely.com/remote-jobs/fernbrook-glass-designer</link></item></channel></rss>""",
        page=Page(
            kind=RefKind.BOARD,
            reader=NAME,
            postings=(
                Posting(
                    title="Glass Designer",
                    company="Fernbrook",
                    company_url="https://fernbrook.example/",
                    url=f"{SITE}/remote-jobs/fernbrook-glass-designer",
                    board=NAME,
                    token=ALL,
                    external_id="fernbrook-glass-designer",
                    remote=Remote.REMOTE,
                    remote_scope="Anywhere in the World",
                    employment_type="full_time",
                    department="Design",
                    posted_at="2026-03-02T09:00:00+00:00",
                    closes_at="2026-04-01T09:00:00+00:00",
                    description_html='<p><strong>URL:</strong> <a href="https://fernbrook.example">us</a>\n'
                    "            </p><p>You design our windows.</p>",
                    description_text="URL: us\n\nYou design our windows.",
                ),
            ),
        ),
    ),
    Example(
        url="https://weworkremotely.com/remote-jobs/fernbrook-glass-designer?utm_source=x#apply",
        ref=refs.posting(NAME, ALL, "fernbrook-glass-designer", f"{SITE}/remote-jobs/fernbrook-glass-designer"),
        spellings=(
            "https://www.weworkremotely.com/listings/fernbrook-glass-designer",
            "http://weworkremotely.com/remote-jobs/Fernbrook-Glass-Designer/",
        ),
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
                    url=f"{SITE}/remote-jobs/fernbrook-glass-designer",
                    board=NAME,
                    token=ALL,
                    external_id="fernbrook-glass-designer",
                ),
            ),
        ),
    ),
    Example(
        url="https://weworkremotely.com/",
        ref=refs.board(NAME, ALL, f"{SITE}/remote-jobs"),
        spellings=("https://weworkremotely.com/remote-jobs.rss",),
    ),
)
