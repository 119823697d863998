"""Words with their places on pages as lines in reading order: two columns are read one after the other.

Pure. Called by `read.pdf`. A page has two columns where an empty strip runs down between them, both sides hold enough
words, and neither is only dates or labels beside what they belong to: such a table is read row by row. Columns that go
on at the same place on the next page are read on to their end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple, TypeAlias

STEP = 4.0
"""Points between the strips that are tried."""
EDGE = 0.12
"""The part of the width at either side in which no strip is looked for."""
MOST_CROSSED = 0.35
LEAST_SHARE = 0.15
LEAST_ROWS = 4
ALIGNED = 0.6
SAME_STRIP = 24.0
ABOVE = 20.0
WIDE = 1.5
"""A gap of so many heights of a line stands between columns, cells and tab stops."""
APART = 1.5
"""Lines that are so many times further apart than usual have an empty line between them."""
DATED = re.compile(r"\b(?:19|20)\d{2}\b")


class Word(NamedTuple):
    """A word and its box, in points from the lower left."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 1.0)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


Row: TypeAlias = list[Word]
"""The words of one line, from left to right."""


class Band(NamedTuple):
    """Rows across the page, or, with `strip`, the rows of the left and of the right column."""

    rows: list[Row]
    right: list[Row]
    strip: float | None = None


def lines(pages: Sequence[Sequence[Word]]) -> list[str]:
    """The lines of all pages in reading order; an empty one where the page leaves one."""
    found: list[str] = []
    bands = [band for page in pages for band in _bands(page)]
    for band in _joined(_headed(bands)):
        for column in (band.rows, band.right):
            if column and found and found[-1]:
                found.append("")
            found += _column(column)
    return found


# ---------------------------------------------------------------- rows


def _rows(words: Sequence[Word]) -> list[Row]:
    rows: list[Row] = []
    for word in sorted(words, key=lambda word: (-word.middle, word.left)):
        if rows and abs(rows[-1][0].middle - word.middle) <= 0.4 * max(rows[-1][0].height, word.height):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row) for row in rows]


def _segments(row: Row) -> list[Row]:
    """The parts of a row that wide gaps set apart."""
    parts = [[row[0]]]
    for before, word in pairwise(row):
        if word.left - before.right > WIDE * word.height:
            parts.append([])
        parts[-1].append(word)
    return parts


def _column(rows: Sequence[Row]) -> Iterator[str]:
    steps = [above[0].middle - below[0].middle for above, below in pairwise(rows)]
    usual = median([step for step in steps if step > 0] or [0.0])
    for index, row in enumerate(rows):
        if index and not 0 <= steps[index - 1] <= APART * usual:
            yield ""
        yield "  ".join(" ".join(word.text for word in part) for part in _segments(row))


# ---------------------------------------------------------------- columns


def _bands(words: Sequence[Word]) -> list[Band]:
    rows = _rows(words)
    strip = _strip(rows) if len(rows) >= LEAST_ROWS else None
    if strip is None:
        return [Band(rows, [])] if rows else []
    bands: list[Band] = []
    for row in rows:
        crossed = _is_crossed(row, strip)
        if not bands or (bands[-1].strip is None) != crossed:
            bands.append(Band([], [], None if crossed else strip))
        left, right = ([], []) if crossed else _sides(row, strip)
        if crossed or left:
            bands[-1].rows.append(row if crossed else left)
        if right:
            bands[-1].right.append(right)
    return bands


def _strip(rows: Sequence[Row]) -> float | None:
    """Where two columns are set apart, or null where the page has one."""
    least = min(row[0].left for row in rows)
    width = max(word.right for row in rows for word in row) - least
    parts = [_segments(row) for row in rows]
    tried = [least + EDGE * width + STEP * step for step in range(int((1 - 2 * EDGE) * width / STEP) + 1)]
    rated = [(sum(_crosses(part, x) for part in parts), -_both(parts, x), x) for x in tried[:1000]]
    best = [x for crossed, _, x in sorted(rated) if crossed <= MOST_CROSSED * len(rows)]
    return next((x for x in best[:40] if _are_columns(rows, x)), None)


def _are_columns(rows: Sequence[Row], x: float) -> bool:
    free = [_sides(row, x) for row in rows if not _is_crossed(row, x)]
    left, right = [side for side, _ in free if side], [side for _, side in free if side]
    counts = sum(map(len, left)), sum(map(len, right))
    if min(len(left), len(right)) < LEAST_ROWS or min(counts) < LEAST_SHARE * sum(map(len, rows)):
        return False
    return _is_aligned(right) and not any(_is_beside(side) for side in (left, right))


def _is_aligned(side: Sequence[Row]) -> bool:
    """Do most rows begin at one of two places, as text and bullets do?"""
    starts = Counter(round(row[0].left / 3) for row in side)
    return sum(count for _, count in starts.most_common(2)) >= ALIGNED * len(side)


def _is_beside(side: Sequence[Row]) -> bool:
    """Are these mostly dates, or labels, of what stands in the same row?"""
    texts = [" ".join(word.text for word in row) for row in side]
    return 2 * sum(bool(DATED.search(text)) or text.endswith(":") for text in texts) >= len(texts)


def _sides(row: Row, x: float) -> tuple[Row, Row]:
    return [word for word in row if word.right <= x], [word for word in row if word.right > x]


def _is_crossed(row: Row, x: float) -> bool:
    return _crosses(_segments(row), x)


def _crosses(parts: Sequence[Row], x: float) -> bool:
    return any(part[0].left < x < part[-1].right for part in parts)


def _both(parts: Sequence[Sequence[Row]], x: float) -> int:
    return sum(row[0][-1].right <= x <= row[-1][0].left for row in parts)


def _headed(bands: Sequence[Band]) -> list[Band]:
    """What stands above both columns on the first page, on whichever side, comes before both."""
    if not bands or not bands[0].rows or not bands[0].right:
        return list(bands)
    first = bands[0]
    begin = min(first.rows[0][0].middle, first.right[0][0].middle) + ABOVE
    above = [row for row in (*first.rows, *first.right) if row[0].middle > begin]
    rest = Band(
        [row for row in first.rows if row not in above], [r for r in first.right if r not in above], first.strip
    )
    return [Band(above, []), rest, *bands[1:]] if above else list(bands)


def _joined(bands: Sequence[Band]) -> list[Band]:
    """Columns that go on at the same place become one pair of columns."""
    found: list[Band] = []
    for band in bands:
        last = found[-1] if found else None
        if last and last.strip and band.strip and abs(last.strip - band.strip) <= SAME_STRIP:
            found[-1] = Band(last.rows + band.rows, last.right + band.right, band.strip)
        else:
            found.append(band)
    return found
