"""Feeds of postings: RSS 2.0, RSS 1.0, Atom, JSON Feed, and the plain lists of jobs that boards publish as XML or JSON.

Pure. Called by `boards` (the generic feed reader) and by `steps`. `read` tells a feed from anything else and gives its
postings; how an item becomes one is in `read.feed_item`. To extend: the name of a list of jobs in LISTS, of a job in
RECORDS.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from lxml import etree
from msgspec.structs import replace

from jobfinder.model import Posting, Record, Response
from jobfinder.read import feed_item, feed_names, xml
from jobfinder.read.dates import epoch
from jobfinder.read.feed_item import Setting, level_of
from jobfinder.read.urls import join
from jobfinder.read.values import JSON, Object, raw_texts, text

RECORDS = frozenset(
    (
        "job",
        "jobs",
        "offer",
        "position",
        "vacancy",
        "opening",
        "listing",
        "posting",
        "jobposting",
        "item",
        "entry",
        "stelle",
    )
)
LISTS = (*("jobs", "offers", "items", "results", "postings", "positions", "vacancies", "openings", "listings"), "data")
DOCUMENTS = frozenset({"html", "urlset", "sitemapindex", "svg", "opml", "opensearchdescription", "error", "wml"})
PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,200}(?:<!--[^>]{0,500}-->\s{0,50})?<(?:!doctype\s{1,20}html|html)[\s>]", re.IGNORECASE
)
"""How a page in HTML begins: it is not worth reading as XML."""
SPLIT_AT = re.compile(r"^(.{2,200})\s(?:at|@|bei|chez)\s(.{2,100})$")
SPLIT_COLON = re.compile(r"^([^:]{2,80}):\s+(\S.{1,200})$")
NO_COMPANY = re.compile(
    r"^(?:job|jobs|hiring|new|remote|wanted|vacancy|opening|stelle|we'?re hiring|now hiring|urgent|\[.*\])$|"
    r"\b(?:engineer|developer|manager|analyst|designer|director|intern)\b",
    re.IGNORECASE,
)
MOST_ITEMS = 5_000


class Feed(Record, frozen=True):
    """A feed as read from one answer. `complete` says that the answer was not cut short."""

    title: str | None
    postings: tuple[Posting, ...]
    next_url: str | None = None
    complete: bool = True


class _Raw(Record, frozen=True):
    """A feed's items before they are read."""

    items: tuple[Object, ...]
    title: str | None = None
    next: str | None = None
    language: str | None = None
    complete: bool = True


def read(response: Response) -> Feed | None:
    """The feed that an answer holds, null where it holds none. Raises `Broken` for XML that declares entities."""
    headers = dict(response.headers)
    content_type = headers.get("content-type")
    start = response.body[:400].lstrip(b"\xef\xbb\xbf \t\r\n\0")[:1]
    raw = None
    if PAGE.match(response.body):
        return None
    if start == b"<" or response.body[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raw = _from_xml(response.body, content_type)
    elif start in (b"{", b"["):
        raw = _from_json(response.body)
    if raw is None:
        return None
    setting = Setting(url=response.url, language=raw.language, now=epoch(headers.get("date", "")))
    return Feed(
        title=raw.title,
        postings=tuple(_postings(raw, setting)),
        next_url=join(response.url, raw.next) if raw.next else None,
        complete=raw.complete,
    )


# ---------------------------------------------------------------- containers


def _from_xml(body: bytes, content_type: str | None) -> _Raw | None:
    root = xml.root(body, content_type)
    if root is None or root.name in DOCUMENTS:
        return None
    if root.name in ("rss", "rdf"):
        return _rss(root)
    if root.name == "feed":
        return _raw(xml.children(root.node), root.node, root.complete, "entry")
    return _list(root)


def _rss(root: xml.Element) -> _Raw | None:
    channel = next((child for child in xml.children(root.node) if xml.name_of(child) == "channel"), None)
    if channel is None:
        return None
    beside = xml.children(root.node) if root.name == "rdf" else []
    return _raw([*xml.children(channel), *beside], channel, root.complete, "item")


def _raw(nodes: list[etree._Element], head: etree._Element, complete: bool, name: str) -> _Raw:
    items = [node for node in nodes if xml.name_of(node) == name][:MOST_ITEMS]
    about: dict[str, list[JSON]] = {}
    for node in xml.children(head):
        key = xml.name_of(node)
        if key in ("title", "language"):
            about.setdefault(key, []).append(xml.text_of(node))
    return _Raw(
        items=tuple(xml.fields(item) for item in items),
        title=text(list(about.get("title", []))),
        language=text(list(about.get("language", []))),
        next=_next(head),
        complete=complete,
    )


def _next(head: etree._Element) -> str | None:
    links = (node for node in xml.children(head) if xml.name_of(node) == "link" and node.get("rel") == "next")
    return next((node.get("href") for node in links), None)


def _list(root: xml.Element) -> _Raw | None:
    """A list of jobs in a dialect of its own: the records are siblings, at most two levels down."""
    for level in (root.node, *xml.children(root.node)[:20]):
        records = [node for node in xml.children(level) if xml.name_of(node) in RECORDS and len(node)]
        items = tuple(xml.fields(node) for node in records[:MOST_ITEMS])
        if any(_is_job(item) for item in items):
            return _Raw(items=items, complete=root.complete)
    return _Raw(items=(), complete=root.complete) if root.name in LISTS and not len(root.node) else None


def _from_json(body: bytes) -> _Raw | None:
    try:
        value: JSON = json.loads(body.decode("utf-8-sig", "replace"), strict=False)
    except (ValueError, RecursionError):
        return None
    head: Object = value if isinstance(value, dict) else {}
    listed = (
        value
        if isinstance(value, list)
        else next((head[key] for key in LISTS if isinstance(head.get(key), list)), None)
    )
    if not isinstance(listed, list):
        return None
    items = tuple(_plain(part) for part in listed[:MOST_ITEMS] if isinstance(part, dict))
    named = "jsonfeed.org" in str(head.get("version", ""))
    if not named and not any(_is_job(item) for item in items):
        return None
    return _Raw(
        items=items,
        title=text(head.get("title")),
        next=next(iter(raw_texts(head.get("next_url"))), None),
        language=text(head.get("language")),
    )


def _plain(item: Object) -> Object:
    """The fields under plain names, one level deep."""
    return {xml.plain_name(key): _plain_inner(value) for key, value in item.items()}


def _plain_inner(value: JSON) -> JSON:
    if isinstance(value, dict):
        return {xml.plain_name(key): part for key, part in value.items()}
    return (
        [_plain_inner(part) if isinstance(part, dict) else part for part in value] if isinstance(value, list) else value
    )


def _is_job(item: Object) -> bool:
    """It has a title and an address of its own."""
    return any(item.get(name) for name in feed_names.TITLE[:-2]) and any(item.get(name) for name in feed_names.URL)


# ---------------------------------------------------------------- postings


def _postings(raw: _Raw, setting: Setting) -> Iterator[Posting]:
    """The postings in order. Companies are taken out of titles only where all titles of the feed have one."""
    read = [(item, feed_item.posting_of(item, setting)) for item in raw.items]
    nameless = [posting for _, posting in read if posting and posting.company is None]
    pattern = _pattern([posting.title for posting in nameless])
    for item, posting in read:
        if posting and posting.company is None:
            yield _named(posting, pattern) or replace(posting, company=feed_item.author(item))
        elif posting:
            yield posting


def _pattern(titles: list[str]) -> re.Pattern[str] | None:
    """ "Company: Title" or "Title at Company", if that is how this feed writes every title."""
    if titles and all((match := SPLIT_COLON.match(title)) and not NO_COMPANY.search(match[1]) for title in titles):
        return SPLIT_COLON
    if len(titles) > 1 and all(SPLIT_AT.match(title) for title in titles):
        return SPLIT_AT
    return None


def _named(posting: Posting, pattern: re.Pattern[str] | None) -> Posting | None:
    match = pattern.match(posting.title) if pattern else None
    if match is None:
        return None
    company, title = (match[1], match[2]) if pattern is SPLIT_COLON else (match[2], match[1])
    return replace(posting, company=company.strip(), title=title.strip(), seniority=level_of(title))
