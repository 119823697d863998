"""A text cut into passages that are read one at a time: sentences, with what was broken over lines put together again.

Pure. Called by `read.eligibility` and handed to the readers of who may apply. A passage's words are folded, so that
their patterns need to know one spelling only: lower case, straight quotes and dashes, single spaces, "U.S." as "us".
A list under a line that ends with a colon is also one passage together with that line. To extend: another sign that
opens a list item in BULLETS, a word that a sentence cannot end with in OPEN_END.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from jobfinder.model import Record
from jobfinder.read.fact import Fact
from jobfinder.read.quick import Letters, Together
from jobfinder.read.sentences import quote, sentences
from jobfinder.read.stems import any_between

T = TypeVar("T")
READ = 40_000
LONGEST = 1_000
LONGEST_ITEM = 60
MOST_ITEMS = 20
"""Characters of a text that are read, of a passage, of a list item under its opening line; items of such a list."""

BULLETS = "-–—*•·▪●◦‣⁃>~+✓✔✅"
SIGNS = frozenset(BULLETS)
STRAIGHT = (
    ("’", "'"), ("‘", "'"), ("´", "'"), ("`", "'"), ("“", '"'), ("”", '"'), ("„", '"'), ("«", '"'), ("»", '"'),
    ("–", "-"), ("—", "-"), ("‑", "-"), ("‐", "-"), ("−", "-"), ("\u00ad", ""), ("\u200b", ""), ("*", ""), ("_", " "),
    ("İ", "i"),
)  # fmt: skip
ASCII = tuple((sign, plain) for sign, plain in STRAIGHT if sign.isascii())
TAG = re.compile(r"</?[a-z][^<>]{0,200}>")
SPELT = (
    (re.compile(r"\bu\. ?s\. ?a\.?(?!\w)"), "usa"),
    (re.compile(r"\bu\. ?s\.?(?!\w)"), "us"),
    (re.compile(r"\bu\. ?k\.?(?!\w)"), "uk"),
    (re.compile(r"\be\. ?u\.?(?!\w)"), "eu"),
)
PRONOUN = re.compile(r"\bus\b")
COLON = re.compile(r"(\b(?:in|from|to|of|for|are|aus|en)):$")
OPEN_END = re.compile(
    r"(?:[,(/&-]|\b(?:a|an|the|and|or|of|to|in|for|from|with|without|by|at|on|no|not|any|our|your|their|we|you|is|are|"
    r"be|been|will|can|cannot|must|may|do|does|unable|offer|offers|provide|provides|require|requires|visa|work|"
    r"und|oder|der|die|das|den|für|mit|ohne|kein|keine|nicht|et|ou|de|des|pas|les|la|le|y|o|en|con|sin|el|los))$",
    re.IGNORECASE,
)

HELD = Together()
"""What the readers of passages look for in all of them, one reader after the other; each joins its stems."""


class Passage(Record, frozen=True):
    """What is read at once: its offsets in the text, its folded words, the line above it or above its list as it stands
    there; whether it is a title, and a list.
    """

    start: int
    end: int
    words: str
    above: str = ""
    title: bool = False
    listed: bool = False


class Claim(NamedTuple, Generic[T]):
    """What one passage says of a field, and whether without reserve."""

    value: T
    passage: Passage
    stated: bool = True


class Span(NamedTuple):
    """A sentence or list item by its offsets."""

    start: int
    end: int
    item: bool


def passages(text: str, stems: Letters) -> tuple[Passage, ...]:
    """The passages of a text that hold one of these stems, and the one after each, in order; a list comes once more as
    one passage, after its items.
    """
    text = text[:READ]
    marked = _marked(text, stems)
    if not marked:
        return ()
    spans = _joined(text)
    found = [
        _passage(text, start, end, _above(text, spans, index))
        for index in _read(spans, marked)
        for start, end in _short(spans[index])
    ]
    return (*found, *_lists(text, spans, marked))


def holding(stems: Letters, passages: Sequence[Passage]) -> list[int]:
    """Which of the passages hold one of these stems, by their order. The stems must have joined HELD."""
    return HELD.which(stems, [passage.words for passage in passages])


def _marked(text: str, stems: Letters) -> list[int]:
    """Where any of the stems stands."""
    return stems.places(text.replace("İ", "I").replace("\n", " ").replace("\u00a0", " ").lower())


def _read(spans: Sequence[Span], marked: Sequence[int]) -> list[int]:
    """Which spans something stands in, and the one after each."""
    starts = [span.start for span in spans]
    around = ((bisect_right(starts, place) - 1, place) for place in marked)
    held = {index for index, place in around if index >= 0 and place < spans[index].end}
    return sorted(index for index in {*held, *(index + 1 for index in held)} if index < len(spans))


def fact(text: str, claim: Claim[T] | None) -> Fact[T] | None:
    """A claim with the words it rests on, as they stand in the text."""
    if claim is None:
        return None
    start, end = claim.passage.start, claim.passage.end
    return Fact(value=claim.value, quote=quote(text[start:end]), start=start, end=end, stated=claim.stated)


def fold(piece: str) -> str:
    """Words in the one spelling that patterns know. A lower-case "us" among capitals is the pronoun, no country."""
    low = piece.lower()
    if " us" in low and piece != low:
        low = PRONOUN.sub("ourselves", piece).lower()
    if "<" in low:
        low = TAG.sub(" ", low)
    for sign, plain in ASCII if low.isascii() else STRAIGHT:
        low = low.replace(sign, plain)
    if "u." in low or "e." in low:
        for pattern, word in SPELT:
            low = pattern.sub(word, low)
    return " ".join(low.split()).lstrip(BULLETS + " ")


def _passage(text: str, start: int, end: int, above: str) -> Passage:
    return Passage(start=start, end=end, words=fold(text[start:end]), above=above, title=start == 0)


def _above(text: str, spans: Sequence[Span], index: int) -> str:
    """The line over a list item's list; over another short line, the line before it, if it is as short as a heading."""
    start, end, item = spans[index]
    if end - start > 2 * LONGEST_ITEM:
        return ""
    for before in reversed(spans[max(0, index - MOST_ITEMS) : index]):
        if not (item and before.item):
            return "" if before.end - before.start > LONGEST_ITEM else text[before.start : before.end]
    return ""


def _joined(text: str) -> list[Span]:
    """Sentences, those broken over lines joined."""
    spans: list[Span] = []
    last = Span(0, 0, False)
    for start, end in _sentences(text):
        gap = text[last.end : start]
        item = text[start] in SIGNS or not SIGNS.isdisjoint(gap)
        if spans and not item and _goes_on(text, last, start, gap):
            last = spans[-1] = Span(last.start, end, last.item)
        else:
            last = Span(start, end, item)
            spans.append(last)
    return spans


def _sentences(text: str) -> list[tuple[int, int]]:
    """As `sentences`; those behind the title are at hand, where the other readers have asked for them."""
    title, line, rest = text.partition("\n")
    behind = len(title) + len(line)
    return [*sentences(title), *((start + behind, end + behind) for start, end in sentences(rest))]


def _goes_on(text: str, held: Span, start: int, gap: str) -> bool:
    """Is the sentence broken, not ended, at this gap? Only a single line break or a run of blanks can break it."""
    if text[held.end - 1] in ".!?:;…" or gap.count("\n") > 1:
        return False
    return text[start].islower() or OPEN_END.search(_last_word(text, held)) is not None


def _last_word(text: str, held: Span) -> str:
    """What stands behind its last blank, or the end of that."""
    return text[max(held.start, held.end - 12) : held.end].rpartition(" ")[2]


def _short(span: Span) -> Iterator[tuple[int, int]]:
    return ((at, min(at + LONGEST, span.end)) for at in range(span.start, span.end, LONGEST))


def _lists(text: str, spans: Sequence[Span], marked: Sequence[int]) -> Iterator[Passage]:
    """Each line that ends with a colon, together with the short lines under it."""
    for index, head in enumerate(spans):
        if text[head.end - 1] != ":" or head.end - head.start > 200:
            continue
        items = _under(text, spans, index)
        if items and any_between(marked, head.start, items[-1].end):
            words = ", ".join(fold(text[item.start : item.end]).rstrip(",;.") for item in items)
            opening = COLON.sub(r"\1", fold(text[head.start : head.end]))
            yield Passage(head.start, items[-1].end, f"{opening} {words}", listed=True)


def _under(text: str, spans: Sequence[Span], index: int) -> list[Span]:
    items: list[Span] = []
    before = spans[index].end
    for span in spans[index + 1 : index + 1 + MOST_ITEMS]:
        blank = text[before : span.start].count("\n") > 1
        ends = ((blank or not span.item) and bool(items)) or span.end - span.start > LONGEST_ITEM
        if ends and not (items and span.item == items[0].item and not blank):
            break
        if span.end - span.start > LONGEST_ITEM or text[span.end - 1] == ":":
            break
        items.append(span)
        before = span.end
    return items
