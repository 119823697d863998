"""Spans of time in a working life: from dates written in many ways to years of experience.

Pure. Called by the readers of résumés. Overlapping work counts once. A bare year is its January, as a start and as an
end: "2019 – 2021" is two years. To extend to a language: its months in MONTHS, its words for today in NOW, for since in
SINCE.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "januar", "january", "jänner", "janvier", "janv", "enero", "ene"),
            ("feb", "februar", "february", "février", "févr", "fév", "febrero"),
            ("mar", "mär", "mrz", "märz", "march", "mars", "marzo"),
            ("apr", "april", "avril", "avr", "abril", "abr"),
            ("may", "mai", "mayo"),
            ("jun", "june", "juni", "juin", "junio"),
            ("jul", "july", "juli", "juillet", "juil", "julio"),
            ("aug", "august", "août", "agosto", "ago"),
            ("sep", "sept", "september", "septembre", "septiembre"),
            ("oct", "okt", "october", "oktober", "octobre", "octubre"),
            ("nov", "november", "novembre", "noviembre"),
            ("dec", "dez", "december", "dezember", "décembre", "déc", "diciembre", "dic"),
        ),
        1,
    )
    for name in names
}
NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
NOW = (
    r"present|to date|today|now|current(?:ly)?|ongoing|heute|jetzt|aktuell|laufend|présent|aujourd['’]hui|à ce jour|"
    r"ce jour|(?:la )?actualidad|actual(?:mente)?|hoy|la fecha|presente"
)
YEAR = r"(?:19|20)\d{2}"
POINT = (
    rf"(?:\d{{1,2}}\.\d{{1,2}}\.{YEAR}|{YEAR}[./-](?:0[1-9]|1[0-2])(?:[./-]\d{{2}})?(?!\d)|(?:0?[1-9]|1[0-2])[./]{YEAR}|"
    rf"(?:{NAMES})\.?(?:\s?[/-]\s?|\s(?:de\s)?|)(?:{YEAR}|['’]\d{{2}})|{YEAR})"
)
BETWEEN = r"\s{0,3}(?:-|–|—|−|/|\bto\b|\bbis\b|\buntil\b|\btill\b|\bà|\bau\b|\bal?\b|\bhasta\b)\s{0,3}"
SPAN = re.compile(
    rf"(?<![\w.])(?:(?:from|von|de|du|desde)\s)?(?P<start>{POINT})"
    rf"(?:(?:{BETWEEN}(?:hasta\s)?|\s(?=to date|à ce jour))(?P<end>{POINT}(?!\d)|(?:{NOW})\b)"
    rf"|[-–](?P<short>(?:1[3-9]|[2-9]\d))(?![\d/.])|\s?(?:-|–|—)\s{{0,3}}(?P<open>(?=$|[|)·,])))",
    re.IGNORECASE,
)
SINCE = re.compile(
    rf"\b(?:since|seit|depuis(?: le)?|desde|ab)\s{{1,3}}(?P<start>{POINT})(?!\d)(?!\s?(?:-|–|—|to\b|bis\b|hasta\b))",
    re.IGNORECASE,
)
DATE = re.compile(rf"(?<![\w.])(?P<start>{POINT})(?![\w])", re.IGNORECASE)
YEAR_WORD = re.compile(rf"(?<!\d){YEAR}(?!\d)")
SHORT_YEAR = re.compile(r"['’](\d{2})$")
ISO = re.compile(rf"^{YEAR}(?:-\d{{2}}){{0,2}}(?!\d)")
YEAR_FIRST = re.compile(rf"^({YEAR})[./-](\d{{2}})")
LONGEST_MONTHS = 12 * 60


class Span(NamedTuple):
    """Months since year 0: the first of the work, the first after it; and the last year in which it was done."""

    start: int
    end: int
    last: int


def spans(text: str, today: date | None) -> list[Span]:
    """The spans that a text states. Work still going on ends `today`; without `today` it is left out."""
    stated = [(match["start"], match["end"] or match["short"]) for match in SPAN.finditer(text)]
    stated += [(match["start"], None) for match in SINCE.finditer(text)]
    return [span for start, end in stated if (span := _span(start, end, today))]


def is_dated(text: str) -> bool:
    """Does the text state a span, be it one that cannot be counted?"""
    return bool(SPAN.search(text) or SINCE.search(text))


def begins_dated(text: str) -> bool:
    """Does the text begin with a span?"""
    return bool(SPAN.match(text) or SINCE.match(text))


def is_open(text: str) -> bool:
    """Does the text state a span that has not ended?"""
    return bool(SINCE.search(text)) or any(
        not match["short"] and not _states_year(match["end"] or "") for match in SPAN.finditer(text)
    )


def without_dates(text: str) -> str:
    """The text with blanks for its spans and dates."""
    return DATE.sub(" ", SINCE.sub(" ", SPAN.sub(" ", text)))


def months_between(start: str | None, end: str | None, today: date | None) -> Span | None:
    """A span from two ISO dates ("2019-03", "2021"); no end means until `today`."""
    return _span(start, end, today) if start and ISO.match(start) else None


def total_years(found: Iterable[Span]) -> float | None:
    """Years covered by the spans, overlaps once, to one decimal; null where there is none."""
    months, reached = 0, 0
    for start, end, _ in sorted(found):
        months += max(0, end - max(start, reached))
        reached = max(reached, end)
    return round(months / 12, 1) if months else None


def iso_date(text: str) -> str | None:
    """The first date that a text states, as "2023-05" or "2023"; null where it states none."""
    first = DATE.search(text)
    year, month = _year_and_month(first["start"]) if first else (None, None)
    return f"{year:04}-{month:02}" if month else f"{year:04}" if year else None


def _span(start: str | None, end: str | None, today: date | None) -> Span | None:
    first = _year_and_month(start or "")
    last = _ending(first[0], end, today)
    if first[0] is None or last is None or last[0] is None:
        return None
    begins = first[0] * 12 + (first[1] or 1)
    ends = last[0] * 12 + (last[1] + 1 if last[1] else 1)
    return Span(begins, ends, last[0]) if begins < ends <= begins + LONGEST_MONTHS else None


def _ending(start: int | None, end: str | None, today: date | None) -> tuple[int | None, int | None] | None:
    if end and len(end) == 2 and end.isdigit() and start:
        return start // 100 * 100 + int(end), None
    if end and _states_year(end):
        return _year_and_month(end)
    # The month that runs is not counted: it is not over.
    return (today.year, today.month - 1 or None) if today else None


def _states_year(point: str) -> bool:
    return bool(YEAR_WORD.search(point) or SHORT_YEAR.search(point))


def _year_and_month(text: str) -> tuple[int | None, int | None]:
    """Year and month of "Mar 2019", "03/2019", "31.03.2019", "2019-03", "2019"; the month null where it is not said."""
    if short := SHORT_YEAR.search(text):
        return 2000 + int(short[1]) if int(short[1]) < 50 else 1900 + int(short[1]), _month(text[: short.start()])
    if first := YEAR_FIRST.match(text):
        return int(first[1]), int(first[2]) if 1 <= int(first[2]) <= 12 else None
    year = YEAR_WORD.search(text)
    return (int(year[0]), _month(text[: year.start()])) if year else (None, None)


def _month(before: str) -> int | None:
    """The month in what stands before a year: "Mar ", "03/", "31.03."."""
    word = re.sub(r"\sde\s?$", "", before.casefold()).strip(" /.-")
    number = word.rpartition(".")[2]
    month = int(number) if number.isdigit() else MONTHS.get(word, 0)
    return month if 1 <= month <= 12 else None
