"""Answers to begin with, by board: its examples, and its recorded payloads where they are there."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from boards.build import PAYLOADS
from boards.mutate import Seed, shortened
from jobfinder.boards import registry
from jobfinder.boards.interface import Adapter, Example
from jobfinder.errors import Refused
from jobfinder.model import Ref, RefKind

MOST = 40_000
KINDS = {".json": "application/json", ".xml": "application/xml", ".rss": "application/rss+xml"}


def seeds(board: str) -> list[Seed]:
    """All answers of one board."""
    return [*examples(board), *payloads().get(board, ())]


def examples(board: str) -> list[Seed]:
    """The answers that its adapter brings along."""
    adapter = next(one for one in registry.ADAPTERS if board == one.NAME)
    answered = [(number, one) for number, one in enumerate(adapter.EXAMPLES) if one.page]
    return [_example(adapter, number, one) for number, one in answered]


def _example(adapter: Adapter, number: int, one: Example) -> Seed:
    try:
        url = next((request.url for request in registry.requests(one.ref)), one.ref.url)
    except Refused:
        url = one.ref.url
    body = one.body.encode()
    return Seed(f"{adapter.NAME}-{number}", one.ref, url, _kind(body), body)


@cache
def payloads() -> dict[str, list[Seed]]:
    """Recorded answers by board, those of boards that we know."""
    index = PAYLOADS / "INDEX.tsv"
    if not index.is_file():
        return {}
    found: dict[str, list[Seed]] = {}
    for row in csv.DictReader(index.read_text("utf-8").splitlines(), delimiter="\t"):
        name, path = registry.named(row["board"]), PAYLOADS / row["file"]
        if name is not None and path.is_file() and path.suffix != ".tsv":
            found.setdefault(name, []).append(_payload(name, row["original_url"] or "", path))
    return found


def _payload(board: str, url: str, path: Path) -> Seed:
    ref = registry.recognize(url)
    if ref.board != board:
        url = f"https://{board}.example/"
        ref = Ref(board=board, kind=RefKind.BOARD, key=f"source:{board}:t", url=url, token="t")
    kind = KINDS.get(path.suffix, "text/html")
    return Seed(f"{board}/{path.name}", ref, url, kind, shortened(path.read_bytes(), MOST))


def _kind(body: bytes) -> str:
    start = body.lstrip()[:5]
    return "application/json" if start[:1] in b"{[" else "application/xml" if start == b"<?xml" else "text/html"
