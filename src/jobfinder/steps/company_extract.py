"""extract: facts and boards from the pages that `fetch` archived, each with the quote it rests on. No request."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Any

from jobfinder.boards import registry
from jobfinder.model import RefKind, Response, Step
from jobfinder.read.dom import Document, parse
from jobfinder.read.site import SiteFacts, careers_links, facts
from jobfinder.steps.found import board_url
from jobfinder.steps.interface import Found, Given, Outside
from jobfinder.steps.web import document

FACTS = ("name", "about", "industry", "size", "founded")
FEEDS = ("application/rss+xml", "application/atom+xml", "application/feed+json")
SEEN_PAGE = 0.8
MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")


async def run(given: Given, outside: Outside) -> Found:
    """Outcome `extracted`, or `nothing`; the output holds facts, boards, careers pages and feeds with evidence."""
    assert given.company is not None
    fetched = given.outputs.get(Step.FETCH) or {}
    pages = await outside.pages(tuple(fetched.get("pages") or ()))
    texts = tuple((fetched.get("texts") or {}).values())
    if not pages and not texts:
        return Found(outcome="nothing", reason="there are no pages to read", output={})
    output = {**await outside.read(extracted, pages, texts, given.company.website), "website": given.company.website}
    return Found(outcome="extracted", reason=summary(output), output=output)


def extracted(fetched: tuple[Response, ...], texts: tuple[str, ...], website: str | None) -> dict[str, Any]:
    """What the pages fetched, and those that an item brought along, say (for Outside.read)."""
    pages = [document(page) for page in fetched] + carried_pages(texts, website)
    return {**joined([facts(page) for page in pages]), "boards": boards(pages), "careers": careers(pages)}


def carried_pages(texts: tuple[str, ...], website: str | None) -> list[Document]:
    """Pages that an item brought along, as HTML or plain text."""
    return [parse(as_html(text), website or "https://unknown.invalid/", "text/html") for text in texts]


def as_html(text: str) -> str:
    """Plain text as its paragraphs; what has markup is left as it is."""
    if MARKUP.search(text):
        return text
    return "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line.strip())


def joined(found: list[SiteFacts]) -> dict[str, Any]:
    """Of every fact the first that is stated, and the union of the tools it builds with."""
    first = {name: next((value for one in found if (value := getattr(one, name))), None) for name in FACTS}
    stack = tuple(dict.fromkeys(tool for one in found for tool in one.tech_stack))
    return {**first, "tech_stack": stack, "evidence": [list(pair) for one in found for pair in one.evidence]}


def boards(pages: Iterable[Document]) -> list[dict[str, Any]]:
    """Boards of vendors that the pages link or embed, surest first, each once."""
    best: dict[str, dict[str, Any]] = {}
    for page in pages:
        for seen in registry.sightings(page.html, page.url):
            ref = registry.board_ref(seen.ref)
            if ref is not None and seen.confidence > best.get(ref.key, {"confidence": 0.0})["confidence"]:
                row = {"url": board_url(ref), "confidence": seen.confidence, "how": seen.how, "quote": seen.quote}
                best[ref.key] = row | {"board": ref.board, "token": ref.token, "region": ref.region}
    return sorted(best.values(), key=lambda row: -row["confidence"])


def careers(pages: Iterable[Document]) -> list[dict[str, Any]]:
    """Feeds and careers pages of its own, for a company without a board."""
    found: dict[str, dict[str, Any]] = {}
    for page in pages:
        for other in page.alternates():
            if other.type in FEEDS and registry.recognize(other.href).kind is RefKind.FEED:
                how = {"url": other.href, "confidence": 0.9, "how": "feed", "quote": other.title or other.type}
                found.setdefault(other.href, how)
        for url, sure, words in careers_links(page):
            if registry.recognize(url).kind is RefKind.UNKNOWN:
                how = {"url": url, "confidence": min(sure, SEEN_PAGE), "how": "careers page", "quote": words}
                found.setdefault(url, how)
    return sorted(found.values(), key=lambda row: -row["confidence"])


def summary(output: dict[str, Any]) -> str:
    """One line of what was found."""
    known = [name for name in FACTS if output[name]]
    parts = [f"facts: {', '.join(known) or 'none'}"]
    parts += [f"board: {row['url']} ({row['how']})" for row in output["boards"][:2]]
    parts += [f"{row['how']}: {row['url']}" for row in output["careers"][:1] if not output["boards"]]
    return "; ".join(parts)
