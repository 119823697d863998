"""Sentences that say one of several things, found without reading every sentence for every thing.

Pure. Called by `read.red_flags`, `read.to_machines` and `read.benefits`. A wording has anchors: short strings of which
one occurs in whatever its pattern matches, at the beginning of a word, or anywhere if written with a star ("*gebühr").
Where no anchor stands, nothing is searched; where one stands, its sentence is, once. Patterns are written for folded
text: lower case, plain quotes and dashes, so they need no flags.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from jobfinder.read.quick import Letters
from jobfinder.read.sentences import quote, sentences
from jobfinder.read.text import uncommon

_PLAIN = {"'": "’‘´`", '"': "“”„«»", "-": "–—‑‐−", " ": "\u00a0\u202f\u2009", "I": "İ"}
PLAIN = {other: plain for plain, others in _PLAIN.items() for other in others}
"""What characters are written as in folded text, each by one."""
MOST = 100_000
"""Characters that are read."""
AROUND = 400
"""Characters before a sentence in which a warning against something is looked for."""


class Anchor(NamedTuple):
    """A string to look for, at the beginning of a word or anywhere."""

    string: str
    anywhere: bool


_MADE: list[frozenset[Anchor]] = []
"""The anchors of all wordings that were made, by their number: they are looked for together."""


class Wording(NamedTuple):
    """`number`: whose anchors they are. `pattern`: what is said.

    `unless`: it is not meant where this stands in the sentence. `after`: nor where this stands in the sentence or
    shortly before it ("We will never ask you to:").
    """

    number: int
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None


class Saying(NamedTuple):
    """Where something is said: the sentence from `start` to `end`, the words themselves from `first` to `last`."""

    start: int
    end: int
    first: int
    last: int


class Text:
    """A text to look things up in: `whole` as it is, `folded` for patterns, of the same length."""

    def __init__(self, text: str) -> None:
        self.whole = text[:MOST]
        self.folded = folded(self.whole)

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The sentences."""
        return sentences(self.whole)

    @cached_property
    def anchored(self) -> dict[int, list[int]]:
        """The numbers of the sentences in which anchors of a wording stand, in order: of every wording (by its number)
        that has any.
        """
        found: dict[int, set[int]] = {}
        owners, letters = _owners(len(_MADE))
        for string, start in letters.found(self.folded) if self.spans else ():
            begins = not start or not self.folded[start - 1].isalnum()
            index = self.index_at(start)
            for number, anywhere in owners[string]:
                if begins or anywhere:
                    found.setdefault(number, set()).add(index)
        return {number: sorted(indexes) for number, indexes in found.items()}

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.spans]

    def index_at(self, position: int) -> int:
        """The number of the sentence at a position."""
        return max(0, bisect_right(self._starts, position) - 1)

    def quote(self, saying: Saying) -> str:
        """The sentence, in one line and cut to what can be shown."""
        return quote(self.whole[saying.start : saying.end], saying.first - saying.start)


@lru_cache(maxsize=8)
def reading(text: str) -> Text:
    """A text to look things up in, kept for the next reader of the same text."""
    return Text(text)


def folded(text: str) -> str:
    """Lower case, with plain quotes, dashes and blanks; as long as the text."""
    if not text.isascii():
        for other in PLAIN.keys() & {"`", *uncommon(text)}:
            text = text.replace(other, PLAIN[other])
    return text.lower()


def wording(anchors: str, *patterns: str, unless: str | None = None, after: str | None = None) -> Wording:
    """`anchors` separated by "|"; the patterns are alternatives, of whole words."""
    made = frozenset(_anchor(anchor) for anchor in anchors.split("|"))
    _MADE.append(made)
    return Wording(len(_MADE) - 1, words(*patterns), words(unless) if unless else None, words(after) if after else None)


def _anchor(stated: str) -> Anchor:
    string = stated.removeprefix("*")
    return Anchor(string, string != stated or not string[0].isalnum())


@lru_cache(maxsize=1)
def _owners(_count: int) -> tuple[dict[str, list[tuple[int, bool]]], Letters]:
    """String → the wordings with that anchor, and whether it may stand anywhere; and what finds the strings. As long as
    there are so many wordings.
    """
    of: dict[str, list[tuple[int, bool]]] = {}
    for number, anchors in enumerate(_MADE):
        for anchor in sorted(anchors):
            of.setdefault(anchor.string, []).append((number, anchor.anywhere))
    return of, Letters(of)


def words(*patterns: str) -> re.Pattern[str]:
    """Any of these, not inside another word."""
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(patterns)})(?![^\W_])")


def sayings(text: Text, one: Wording) -> Iterator[Saying]:
    """The sentences that say it, in order, each once."""
    indexes = text.anchored.get(one.number)
    return _sayings(text, one, indexes) if indexes else iter(())


def _sayings(text: Text, one: Wording, indexes: Iterable[int]) -> Iterator[Saying]:
    for index in indexes:
        start, end = text.spans[index]
        found = one.pattern.search(text.folded, start, end)
        if found and not _denied(text, one, start, end):
            yield Saying(start, end, found.start(), found.end())


def _denied(text: Text, one: Wording, start: int, end: int) -> bool:
    if one.unless is not None and one.unless.search(text.folded, start, end):
        return True
    return one.after is not None and bool(one.after.search(text.folded, max(0, start - AROUND), end))
