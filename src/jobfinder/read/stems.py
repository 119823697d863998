"""In which sentences some letters stand: a fast look at a text before any pattern is tried on it.

Pure. Called by `read.degree`, `read.spoken` and `read.closes`. A search for a fixed string costs a thousandth of a
pattern with alternatives, and most sentences hold none of the letters.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence


def lowered(text: str) -> str:
    """In lower case, letter by letter, so that offsets stay."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def standing(text: str, stems: Iterable[str], spans: Sequence[tuple[int, int]]) -> dict[int, list[str]]:
    """The sentences (by index into `spans`, in order) in which stems stand, with these."""
    starts = [start for start, _ in spans]
    found: dict[int, list[str]] = {}
    for stem in stems:
        position = text.find(stem)
        while position >= 0:
            index = max(bisect_right(starts, position) - 1, 0)
            found.setdefault(index, []).append(stem)
            position = text.find(stem, max(spans[index][1], position + 1))
    return dict(sorted(found.items()))
