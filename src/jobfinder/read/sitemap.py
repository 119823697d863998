"""Sitemaps: the addresses that a site lists for search engines, and the sitemaps that an index lists.

Pure. Called by `boards.page`. Read as a stream, element by element, so that fifty thousand addresses are never a tree;
entities and the network are off. Raises `Broken` for documents that declare entities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from jobfinder.errors import Broken
from jobfinder.model import Record
from jobfinder.read.xml import HALVES, PROLOG, SUBSET

ROOT = re.compile(rb"<(?:[\w.-]{1,40}:)?(urlset|sitemapindex)[\s>]")
MOST_BYTES = 60_000_000
MOST = 50_000
LONGEST = 2_048


class Entry(Record, frozen=True):
    """One address, and when it was last changed, both as stated."""

    url: str
    changed: str | None = None


class Sitemap(Record, frozen=True):
    """What a sitemap lists. `index`: these are sitemaps, not pages. `complete`: it was not cut short."""

    entries: tuple[Entry, ...]
    index: bool
    complete: bool = True


def read(body: bytes) -> Sitemap | None:
    """The sitemap that these bytes are; null where they are none."""
    head = body[:PROLOG]
    root = ROOT.search(head)
    if root is None:
        return None
    if SUBSET.search(head):
        raise Broken("the sitemap declares entities of its own; it is not read")
    entries: list[Entry] = []
    whole = len(body) <= MOST_BYTES
    try:
        for address, changed in _stated(HALVES.sub(b"", body[:MOST_BYTES])):
            if len(entries) >= MOST:
                whole = False
                break
            entries.append(Entry(url=address, changed=changed))
    except etree.XMLSyntaxError:
        whole = False
    return Sitemap(entries=tuple(entries), index=root[1] == b"sitemapindex", complete=whole)


def _stated(body: bytes) -> Iterator[tuple[str, str | None]]:
    """Address and date of every entry; each element is dropped when it has been read."""
    events = etree.iterparse(
        BytesIO(body.lstrip()),
        events=("end",),
        tag=("{*}url", "{*}sitemap"),
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    for _, node in events:
        address = _text(node, "loc")
        if address and len(address) <= LONGEST:
            yield address, _text(node, "lastmod")
        _drop(node)


def _text(node: etree._Element, name: str) -> str | None:
    found = node.findtext(f"{{*}}{name}")
    return found.strip() if found else None


def _drop(node: etree._Element) -> None:
    """Forget an element and those before it."""
    node.clear()
    parent = node.getparent()
    while parent is not None and len(parent) > 1:
        del parent[0]
