"""Spans of time in a working life: from dates written in many ways to years of experience.

Pure. Called by `match.resume` and `match.json_resume`. Overlapping work counts once.
"""

from __future__ import annotations

import re
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "januar", "january", "janvier", "enero"),
            ("feb", "februar", "february", "février", "febrero"),
            ("mar", "mär", "märz", "march", "mars", "marzo"),
            ("apr", "april", "avril", "abril"),
            ("may", "mai", "mayo"),
            ("jun", "june", "juni", "juin", "junio"),
            ("jul", "july", "juli", "juillet", "julio"),
            ("aug", "august", "août", "agosto"),
            ("sep", "sept", "september", "septembre", "septiembre"),
            ("oct", "okt", "october", "oktober", "octobre", "octubre"),
            ("nov", "november", "novembre", "noviembre"),
            ("dec", "dez", "december", "dezember", "décembre", "diciembre"),
        ),
        1,
    )
    for name in names
}
MONTH = r"[a-zä-ÿ]{3,10}\.?|\d{1,2}"
NOW = r"present|today|now|current|currently|heute|jetzt|aktuell|présent|aujourd['’]hui|actualidad|actual|ongoing"
POINT = rf"(?:(?:{MONTH})[\s/.-]{{1,2}})?(?:19|20)\d{{2}}"
SPAN = re.compile(
    rf"(?<!\d)(?P<start>{POINT})\s?(?:-|–|—|to|bis|until|à|a)\s?(?P<end>{POINT}|{NOW})(?!\d)", re.IGNORECASE
)
YEAR = re.compile(r"(?:19|20)\d{2}")

Span = tuple[int, int]
"""Months since year 0: the first of the work, the first after it."""


def spans(text: str, today: date | None) -> list[Span]:
    """The spans that a text states. Work still going on ends `today`; without `today` it is left out."""
    found = []
    for match in SPAN.finditer(text):
        start, end = _month(match["start"], first=True), _ending(match["end"], today)
        if start is not None and end is not None and start < end <= start + 12 * 60:
            found.append((start, end))
    return found


def months_between(start: str | None, end: str | None, today: date | None) -> Span | None:
    """A span from two ISO dates ("2019-03", "2021"); no end means until `today`."""
    first = _iso(start, first=True)
    last = _iso(end, first=False) if end else (today.year * 12 + today.month if today else None)
    return (first, last) if first is not None and last is not None and first < last else None


def total_years(found: list[Span]) -> float | None:
    """Years covered by the spans, overlaps once, to one decimal; null where there is none."""
    months, reached = 0, 0
    for start, end in sorted(found):
        months += max(0, end - max(start, reached))
        reached = max(reached, end)
    return round(months / 12, 1) if months else None


def _ending(text: str, today: date | None) -> int | None:
    if YEAR.search(text):
        return _month(text, first=False)
    return today.year * 12 + today.month if today else None


def _month(text: str, *, first: bool) -> int | None:
    """The month number of "Mar 2019", "03/2019", "2019"; a bare year is its January as a start and as an end."""
    year = YEAR.search(text)
    if not year:
        return None
    word = text[: year.start()].strip(" /.-").casefold()
    month = int(word) if word.isdigit() else MONTHS.get(word, 0)
    if not 1 <= month <= 12:
        return int(year[0]) * 12 + 1
    return int(year[0]) * 12 + month + (0 if first else 1)


def _iso(text: str | None, *, first: bool) -> int | None:
    match = re.match(r"((?:19|20)\d{2})(?:-(\d{2}))?", text or "")
    if not match:
        return None
    month = int(match[2] or 1)
    return int(match[1]) * 12 + month + (0 if first or not match[2] else 1)
