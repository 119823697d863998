"""JSON inside pages: values that a script assigns, the state of Next.js, attributes that hold a whole answer.

Pure. Called by the adapters of vendors that put a board's data into its page. A value that is not there or cannot be
read is null, so that the adapter can go on to what the page shows. To extend: one small function per way of embedding.
"""

from __future__ import annotations

import json
import re

from jobfinder.boards.parts.node import Node
from jobfinder.model import Response
from jobfinder.read.dom import Document

MOST_BYTES = 8_000_000
MOST_TRIES = 20
NEXT = re.compile(r"<script[^<>]{0,200}\bid\s?=\s?[\"']?__NEXT_DATA__[^<>]{0,200}>")
_DECODER = json.JSONDecoder(strict=False)


def text(response: Response) -> str:
    """The page as text."""
    return response.body[:MOST_BYTES].decode("utf-8", "replace")


def assigned(markup: str, name: str) -> object:
    """The list or object in `name = [...]`, the first that can be read; null where there is none."""
    starts = re.finditer(rf"\b{re.escape(name)}\s{{0,9}}=\s{{0,9}}(?=[\[{{])", markup)
    for _, found in zip(range(MOST_TRIES), starts, strict=False):
        value = _value(markup, found.end())
        if value is not None:
            return value
    return None


def page_props(markup: str) -> Node:
    """What Next.js renders the page from; empty where the page has no such state."""
    found = NEXT.search(markup)
    return Node(_value(markup, found.end()) if found else None).at("props", "pageProps")


def attribute(document: Document, css: str, name: str) -> object:
    """The JSON in an attribute of the first element that matches; null where it holds none."""
    element = document.first(css)
    stated = (element.attr(name) if element else None) or ""
    return _value(stated, len(stated) - len(stated.lstrip()))


def _value(source: str, start: int) -> object:
    try:
        value: object = _DECODER.raw_decode(source, start)[0]
    except (ValueError, RecursionError):
        return None
    return value
