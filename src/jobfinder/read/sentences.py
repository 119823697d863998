"""A text cut into sentences and list items, as spans, so that every finding can quote the sentence it rests on.

Pure. Called by `read.skills`, `match.filter` and `match.score`. Linear in the text: one pass with a pattern without
nesting.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

BREAK = re.compile('[\n \t\u00a0•·▪●◦‣⁃](?:(?<=[\n•·▪●◦‣⁃])|[ \t\u00a0]+|(?<=[.!?…][ \t])(?=["“(A-ZÀ-ÖØ-ÞА-Я0-9]))')
"""One class of characters first: where none of them stands, nothing is tried."""
SINGLE = re.compile('[\n•·▪●◦‣⁃.!?…](?:(?<=[\n•·▪●◦‣⁃])| (?=["“(A-ZÀ-ÖØ-ÞА-Я0-9]))')
"""The same from the sign on that ends a sentence, for texts whose blanks all stand alone: few signs, many blanks."""
ABBREVIATED = re.compile(
    r"(?:\b(?:e\.g|i\.e|z\.B|z\. ?B|bzw|inkl|ca|etc|incl|approx|vs|Sr|Jr|Mr|Ms|Dr|Inc|Ltd|Co|Corp|U\.S|Nr|No|St|min|"
    r"max|p\.a|Ph\.D|J\.D|M\.D|LL\.[BM]|[BM]\.(?:A|S|Sc|E|Ed|Eng|Tech|Com)|M\.B\.A|Dipl|mind|evtl|ggf|u\.a|o\.ä|p\.ej)\.)$",
    re.IGNORECASE,
)
LONGEST_QUOTE = 300
KEPT, WORTH_KEEPING = 8, 400
"""Texts whose sentences are kept, and from which length on: several readers read one text, one after the other."""


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The (start, end) of each sentence, in order, without the white space around it."""
    return _kept(text) if len(text) >= WORTH_KEEPING else _cut(text)


def _cut(text: str) -> tuple[tuple[int, int], ...]:
    spans = []
    start = 0
    single = not ("  " in text or "\t" in text or "\u00a0" in text)
    for gap in (SINGLE if single else BREAK).finditer(text):
        following = gap.end()
        stop = following - 1
        if text[stop - 1] == "." and text[stop] == " " and ABBREVIATED.search(text[max(start, stop - 8) : stop]):
            continue
        if start < stop:
            blank = text[start].isspace() or text[stop - 1].isspace()
            spans.append(_trimmed(text, start, stop) if blank else (start, stop))
        start = following
    spans.append(_trimmed(text, start, len(text)))
    return tuple([span for span in spans if span[0] < span[1]])


_kept = lru_cache(maxsize=KEPT)(_cut)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def sentence_at(text: str, position: int, spans: tuple[tuple[int, int], ...] | None = None) -> str:
    """The sentence around a position, in one line and cut to a length that can be shown."""
    spans = sentences(text) if spans is None else spans
    index = bisect_right(spans, (position, len(text) + 1)) - 1
    if not spans or index < 0:
        return ""
    start, end = spans[index]
    return quote(text[start:end], position - start)


def quote(sentence: str, position: int = 0) -> str:
    """A sentence in one line. One that is too long is cut around the position, with an ellipsis where it was cut."""
    if len(sentence) <= LONGEST_QUOTE:
        return " ".join(sentence.split())
    start = max(0, min(position - LONGEST_QUOTE // 2, len(sentence) - LONGEST_QUOTE))
    end = start + LONGEST_QUOTE
    middle = " ".join(sentence[start:end].split())
    return f"{'…' if start else ''}{middle}{'…' if end < len(sentence) else ''}"
