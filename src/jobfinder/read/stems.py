"""In which sentences some letters stand: a fast look before any pattern is tried; and sentences that are not too long.

Pure. Called by `read.degree`, `read.spoken` and `read.closes`. A search for a fixed string costs a thousandth of a
pattern with alternatives, and most sentences hold none of the letters.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from jobfinder.read.sentences import KEPT, WORTH_KEEPING, sentences

LONGEST = 700
"""Characters of a sentence; a text that lost its line breaks is cut into pieces of this length."""


def lowered(text: str) -> str:
    """In lower case, letter by letter, so that offsets stay."""
    return _kept(text) if len(text) >= WORTH_KEEPING else _lower(text)


def _lower(text: str) -> str:
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


_kept = lru_cache(maxsize=KEPT)(_lower)


def any_between(places: Sequence[int], start: int, end: int) -> bool:
    """Does any of the places, which are in order, lie from `start` to before `end`?"""
    index = bisect_left(places, start)
    return index < len(places) and places[index] < end


def standing(found: Iterable[tuple[str, int]], spans: Sequence[tuple[int, int]]) -> dict[int, list[str]]:
    """The sentences (by index into `spans`, in order) in which stems stand, with these, each once. `found`: which stand
    where.
    """
    starts = [start for start, _ in spans]
    held: dict[int, dict[str, None]] = {}
    for stem, place in found:
        held.setdefault(max(bisect_right(starts, place) - 1, 0), {})[stem] = None
    return {index: list(stems) for index, stems in sorted(held.items())}


@lru_cache(maxsize=KEPT)
def pieces(text: str) -> tuple[tuple[int, int], ...]:
    """The (start, end) of each sentence, those that are too long cut between words."""
    spans = sentences(text)
    if all(end - start <= LONGEST for start, end in spans):
        return spans
    return tuple(piece for start, end in spans for piece in _cut(text, start, end))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        gap = text.rfind(" ", start + 1, start + LONGEST)
        stop = gap if gap > start else start + LONGEST
        yield start, stop
        start = stop
    yield start, end


def span_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The (start, end) of the sentence, or of the sentences, from one place to another; of a long one what is near."""
    left = max(0, start - LONGEST)
    near = [span for span in sentences(text[left : end + LONGEST]) if span[0] < end - left and span[1] > start - left]
    return (left + near[0][0], left + near[-1][1]) if near else (start, end)
