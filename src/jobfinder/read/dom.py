"""A page as a tree: title, text, links, meta data, and CSS selection where an adapter needs it.

Pure. Called by `boards`, `read.jsonld`, `read.site` and `steps`. A thin layer over `turbohtml`, so that no other module
knows the parser. Whatever the bytes are, there is a document; addresses come out absolute or not at all.
"""

from __future__ import annotations

import re
from copy import deepcopy
from functools import cached_property
from itertools import islice

import turbohtml

from jobfinder.model import Record
from jobfinder.read.lines import Line, lines
from jobfinder.read.text import clean, label, rendered
from jobfinder.read.urls import join

CHARSET = re.compile(r"charset\s?=\s?[\"']?([\w.:-]{1,40})", re.IGNORECASE)
MOST_BYTES = 8_000_000
MOST_LINKS = 10_000
MOST_SELECTED = 5_000
LABEL_NODES = 200
"""Bounds of what is read of a page: bytes, links, elements of one selection, nodes of a link's text."""


class Link(Record, frozen=True):
    """An anchor. `href` is absolute, `text` one line (of an image: its alternative text), `rel` as stated."""

    href: str
    text: str
    rel: str = ""


class Alternate(Record, frozen=True):
    """Another form of the page: a feed, a translation. `type` in lower case; null where not stated."""

    href: str
    type: str | None = None
    title: str | None = None
    lang: str | None = None


class Element:
    """One element of a document; reading only."""

    __slots__ = ("_node",)

    def __init__(self, node: turbohtml.Element) -> None:
        self._node = node

    @property
    def tag(self) -> str:
        """The name, in lower case."""
        return self._node.tag

    def attr(self, name: str) -> str | None:
        """An attribute as stated; empty where it stands without a value."""
        return self._node.attr(name)

    @property
    def text(self) -> str:
        """The text in one line; a script's is its source."""
        if self._node.tag in ("script", "style"):
            return self._node.text
        return clean(self._node.to_text()) or ""

    @property
    def html(self) -> str:
        """What stands inside, as markup."""
        return self._node.inner_html

    def select(self, css: str) -> tuple[Element, ...]:
        """The elements inside that match, in order."""
        return _selected(self._node, css)

    def first(self, css: str) -> Element | None:
        """The first element inside that matches."""
        return _first(self._node, css)

    def is_nearest(self, inner: Element, css: str) -> bool:
        """Is this the nearest element around `inner` that matches?"""
        outer = inner._node.parent
        return outer is not None and outer.closest(css) == self._node


class Document:
    """A parsed page. `url` is the address it came from; everything else is read when asked for."""

    def __init__(self, tree: turbohtml.Document, url: str) -> None:
        self.url = url
        self._tree = tree

    @cached_property
    def base(self) -> str:
        """What relative addresses start from."""
        href = self._attr("base[href]", "href")
        return (join(self.url, href) if href else None) or self.url

    def join(self, href: str | None) -> str | None:
        """An address of this page, made absolute; null for what is no web address."""
        return join(self.base, href) if href else None

    @property
    def html(self) -> str:
        """The whole page as markup, put right: every attribute quoted, every element closed."""
        return self._tree.html

    @cached_property
    def title(self) -> str | None:
        """The page's title, in one line."""
        node = self._tree.select_one("head > title") or self._tree.select_one("title")
        return clean(node.text) if node is not None else None

    @cached_property
    def lang(self) -> str | None:
        """The language that the page states, as stated ("de-DE")."""
        return clean(self._attr("html[lang]", "lang"))

    @cached_property
    def canonical(self) -> str | None:
        """The address that the page calls its own."""
        return self.join(self._attr("link[rel~='canonical' i][href]", "href"))

    def meta(self, name: str) -> str | None:
        """The content of the first `<meta>` of that name, property or itemprop; in one line."""
        return self._meta.get(name.lower())

    @cached_property
    def _meta(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for node in self._tree.select("meta[content]")[:MOST_SELECTED]:
            content = label(node.attr("content"))
            for key in ("name", "property", "itemprop"):
                name = (node.attr(key) or "").strip().lower()
                if name and content:
                    found.setdefault(name, content)
        return found

    def text(self) -> str:
        """The visible text, laid out in lines; scripts, styles and hidden elements dropped."""
        return self._text

    @cached_property
    def _text(self) -> str:
        return rendered(deepcopy(self._tree))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """What a reader sees besides menus and footer, line by line, with headings, list items and links."""
        return lines(deepcopy(self._tree), folded=False)

    @cached_property
    def folded_lines(self) -> tuple[Line, ...]:
        """`lines`, and between them those that show only after a click."""
        return lines(deepcopy(self._tree), folded=True)

    def links(self) -> tuple[Link, ...]:
        """The anchors in order, also those that a menu hides."""
        return self._links

    @cached_property
    def _links(self) -> tuple[Link, ...]:
        found = []
        for node in self._tree.select("a[href], area[href]")[:MOST_LINKS]:
            href = self.join(node.attr("href"))
            if href:
                found.append(Link(href=href, text=_label(node), rel=node.attr("rel") or ""))
        return tuple(found)

    def alternates(self) -> tuple[Alternate, ...]:
        """What `<link rel=alternate>` names, in order."""
        found = []
        for node in self._tree.select("link[rel~='alternate' i][href]")[:MOST_SELECTED]:
            href = self.join(node.attr("href"))
            if href:
                kind = (clean(node.attr("type")) or "").lower().partition(";")[0].strip() or None
                title, lang = label(node.attr("title")), clean(node.attr("hreflang"))
                found.append(Alternate(href=href, type=kind, title=title, lang=lang))
        return tuple(found)

    def scripts(self, type: str | None = None) -> tuple[str, ...]:
        """The sources of the inline scripts of a type ("application/ld+json"); without one, of all."""
        return tuple(
            node.text
            for node in self._tree.select("script")[:MOST_SELECTED]
            if type is None or _kind(node.attr("type")) == type.lower()
        )

    def select(self, css: str) -> tuple[Element, ...]:
        """The elements that match, in order."""
        return _selected(self._tree, css)

    def first(self, css: str) -> Element | None:
        """The first element that matches."""
        return _first(self._tree, css)

    def _attr(self, css: str, name: str) -> str | None:
        node = self._tree.select_one(css)
        return node.attr(name) if node is not None else None


def parse(body: bytes | str, url: str, content_type: str | None = None) -> Document:
    """The page that these bytes are. The encoding: byte order mark, `content_type`, `<meta>`, UTF-8, else Latin-1."""
    body = body[:MOST_BYTES]
    if isinstance(body, str):
        return Document(turbohtml.parse(body, positions=False), url)
    stated = CHARSET.search(content_type or "")
    try:
        tree = turbohtml.parse(body, encoding=stated[1] if stated else None, positions=False)
    except LookupError:
        tree = turbohtml.parse(body, positions=False)
    return Document(tree, url)


def _selected(node: turbohtml.Node, css: str) -> tuple[Element, ...]:
    return tuple(Element(found) for found in node.select(css)[:MOST_SELECTED])


def _first(node: turbohtml.Node, css: str) -> Element | None:
    found = node.select_one(css)
    return Element(found) if found is not None else None


def _kind(stated: str | None) -> str:
    return (stated or "").partition(";")[0].strip().lower()


def _label(node: turbohtml.Element) -> str:
    """A link's text. Anchors of hostile pages hold whole pages: only their first nodes are looked at."""
    nodes = list(islice(node.descendants, LABEL_NODES + 1))
    if len(nodes) > LABEL_NODES:
        return clean(" ".join(part.data[:LABEL_NODES] for part in nodes if isinstance(part, turbohtml.Text))) or ""
    shown = clean(node.to_text())
    if shown:
        return shown
    images = (part.attr("alt") for part in nodes if isinstance(part, turbohtml.Element) and part.tag == "img")
    return clean(node.attr("aria-label") or node.attr("title") or next(filter(None, images), None)) or ""
