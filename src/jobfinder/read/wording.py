"""Sentences that say one of several things, found without reading every sentence for every thing.

Pure. Called by `read.red_flags`, `read.to_machines` and `read.benefits`. A wording has anchors: short strings of which
one occurs in whatever its pattern matches. Where no anchor stands, nothing is searched; where one stands, its sentence
is, once. Patterns are written for folded text: lower case, plain quotes and dashes, so they need no flags.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from jobfinder.read.sentences import quote, sentences

PLAIN = str.maketrans("İ’‘´`“”„«»–—‑‐−\u00a0\u202f\u2009", 'i\'\'\'\'"""""-----   ')
MOST = 100_000
"""Characters that are read."""
AROUND = 400
"""Characters before a sentence in which a warning against something is looked for."""


class Wording(NamedTuple):
    """`anchors`: see above. `pattern`: what is said. `unless`: it is not meant where this stands in the sentence.

    `after`: nor where this stands in the sentence or shortly before it ("We will never ask you to:").
    """

    anchors: tuple[str, ...]
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
        self.folded = self.whole.translate(PLAIN).lower()

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The sentences."""
        return sentences(self.whole)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.spans]

    def index_at(self, position: int) -> int:
        """The number of the sentence at a position."""
        return max(0, bisect_right(self._starts, position) - 1)

    def quote(self, saying: Saying) -> str:
        """The sentence, in one line and cut to what can be shown."""
        return quote(self.whole[saying.start : saying.end], saying.first - saying.start)


def wording(anchors: str, *patterns: str, unless: str | None = None, after: str | None = None) -> Wording:
    """`anchors` separated by "|"; the patterns are alternatives, of whole words."""
    return Wording(tuple(anchors.split("|")), words(*patterns), unless and words(unless), after and words(after))


def words(*patterns: str) -> re.Pattern[str]:
    """Any of these, not inside another word."""
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(patterns)})(?![^\W_])")


def sayings(text: Text, one: Wording) -> Iterator[Saying]:
    """The sentences that say it, in order, each once."""
    for index in _anchored(text, one.anchors):
        start, end = text.spans[index]
        found = one.pattern.search(text.folded, start, end)
        if found and not _denied(text, one, start, end):
            yield Saying(start, end, found.start(), found.end())


def _denied(text: Text, one: Wording, start: int, end: int) -> bool:
    if one.unless is not None and one.unless.search(text.folded, start, end):
        return True
    return one.after is not None and bool(one.after.search(text.folded, max(0, start - AROUND), end))


def _anchored(text: Text, anchors: tuple[str, ...]) -> list[int]:
    """The numbers of the sentences in which an anchor stands."""
    found: set[int] = set()
    for anchor in anchors:
        position = text.folded.find(anchor)
        while position >= 0:
            index = text.index_at(position)
            found.add(index)
            end = text.spans[index][1] if text.spans else len(text.folded)
            position = text.folded.find(anchor, max(end, position + 1))
    return sorted(found) if text.spans else []
