"""Boards of known vendors seen on somebody's page: links, frames, scripts, settings of embedding scripts.

Pure. Called by `boards.registry`, which hands in the adapters. An embed is nearly proof, a link is a hint, and a page
that names many boards (customers, a portfolio, a job site) says nothing about any of them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator

from jobfinder.boards.interface import Adapter, Mark
from jobfinder.model import Record, Ref, RefKind
from jobfinder.read import urls
from jobfinder.read.text import clean

Owners = Callable[[str], tuple[Adapter, ...]]
ADDRESS = re.compile(r"//((?:[a-z0-9_-]{1,63}\.){1,6}[a-z]{2,24})(?=[/?:\"'<>\s\\)]|$)", re.IGNORECASE)
SLASHES = re.compile(r"\\u002[fF]|\\/")
AMPERSANDS = re.compile(r"\\u0026")
OPENED = re.compile(r"<(a|iframe|script|div|form|link|area|embed|object)\b[^<>]{0,600}$", re.IGNORECASE)
END_QUOTED = re.compile(r"[\"'<>\n]")
END_BARE = re.compile(r"[\"'<>\s)\\;,]")
MOST_MARKUP = 4_000_000
MOST_SEEN = 2_000
LONGEST = 400
QUOTE = 160
HOW = {
    "iframe": ("iframe", 0.95),
    "embed": ("iframe", 0.95),
    "object": ("iframe", 0.95),
    "script": ("script", 0.95),
    "a": ("link", 0.75),
    "area": ("link", 0.75),
    "form": ("form", 0.8),
    "link": ("link element", 0.7),
    "": ("address in the text", 0.5),
}
OF_POSTING = 0.05
"""A link to one posting says a little less than one to the board."""
AGREES = 0.15
"""What it adds that the token spells the site's name."""
MANY = 3
DOUBTFUL = 0.3
"""A page with more boards than MANY by links alone: none of them gets more than this."""
EMBEDDED = 0.9


class Sighting(Record, frozen=True):
    """A board seen on a page: how, the words that say so, and how sure that makes, between 0 and 1."""

    ref: Ref
    how: str
    quote: str
    confidence: float


def find(markup: str, url: str, adapters: Iterable[Adapter], owners: Owners) -> tuple[Sighting, ...]:
    """The boards seen in `markup`, the page at `url`; the surest first, each once. `owners` tells whose a host is."""
    text = unescaped(markup[:MOST_MARKUP])
    best: dict[str, Mark] = {}
    for mark in (*(mark for adapter in adapters for mark in adapter.marks(text, url)), *_addresses(text, owners)):
        known = best.get(mark.ref.key)
        if known is None or mark.confidence > known.confidence:
            best[mark.ref.key] = mark
    sure = [_weighed(mark, url, len(best)) for mark in best.values()]
    return tuple(sorted(sure, key=lambda sighting: -sighting.confidence))


def unescaped(markup: str) -> str:
    """Markup with the escapes of scripts and of HTML undone, so that addresses can be read in it."""
    return html.unescape(AMPERSANDS.sub("&", SLASHES.sub("/", markup)))


def _addresses(text: str, owners: Owners) -> Iterator[Mark]:
    """The boards behind all addresses of vendors."""
    seen = 0
    for found in ADDRESS.finditer(text):
        vendors = owners(found[1].lower())
        seen += bool(vendors)
        if seen > MOST_SEEN:
            return
        for adapter in vendors:
            if mark := _mark(text, found, adapter):
                yield mark


def _mark(text: str, found: re.Match[str], adapter: Adapter) -> Mark | None:
    address = _address(text, found)
    ref = adapter.match(f"https:{address}")
    board = adapter.refer(ref.token, None, ref.region) if ref and ref.token else None
    if ref is None or board is None:
        return None
    how, confidence = _how(text, found.start())
    if ref.kind is RefKind.POSTING and confidence < EMBEDDED:
        confidence -= OF_POSTING
    return Mark(ref=board, how=how, quote=address, confidence=confidence)


def _address(text: str, found: re.Match[str]) -> str:
    """The address that begins here: up to its quote, or up to a blank where it has none."""
    before = text[max(0, found.start() - 7) : found.start()].lower().removesuffix("https:").removesuffix("http:")
    quoted = before.endswith(('"', "'"))
    rest = text[found.start() : found.start() + LONGEST]
    end = (END_QUOTED if quoted else END_BARE).search(rest, found.end() - found.start())
    return rest[: end.start()] if end else rest


def _how(text: str, start: int) -> tuple[str, float]:
    """In which element the address stands."""
    opened = OPENED.search(text, max(0, start - LONGEST * 2), start)
    if opened:
        return HOW.get(opened[1].lower(), HOW[""])
    inside = text.rfind("<script", max(0, start - LONGEST * 10), start)
    if inside >= 0 and text.find("</script", inside, start) < 0:
        return "inline script", 0.7
    return HOW[""]


def _weighed(mark: Mark, url: str, boards: int) -> Sighting:
    confidence = mark.confidence
    if confidence < EMBEDDED:
        confidence = min(confidence + AGREES * _agrees(mark.ref, url), 0.93)
        if boards > MANY:
            confidence = min(confidence, DOUBTFUL)
    return Sighting(
        ref=mark.ref, how=mark.how, quote=(clean(mark.quote) or "")[:QUOTE], confidence=round(confidence, 2)
    )


def _agrees(ref: Ref, url: str) -> bool:
    """Does the token spell the first label of the site, or begin to?"""
    label, token = (
        re.sub(r"[^a-z0-9]", "", name.lower()) for name in ((urls.site(url) or "").split(".")[0], ref.token or "")
    )
    return min(len(label), len(token)) >= 3 and (token.startswith(label) or label.startswith(token))
