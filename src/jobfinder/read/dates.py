"""Dates as boards write them, made ISO 8601; and the seconds of such a date.

Pure. Called by `boards` and the readers of pages (`iso`), by `flow` and `match` (`epoch`). A date stays a date and a
time without a zone stays without. What could be two dates (5/6/2026) is none. "3 days ago" needs to know when it was
said: it is read where `now` is given, and then as a date; "30+ days ago" is none. To extend: a month's name in MONTHS,
a layout in `_READERS`, words for days in `read.ago`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from jobfinder.read.ago import days_ago

YEARS = range(1971, 2101)
"""Dates outside stand for "not set" (0001-01-01) or "never" (9999-12-31)."""
LONGEST = 64
MILLIS, MICROS = 1e11, 1e14
"""From here on a number counts milliseconds, microseconds."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar jänner janvier enero ene gennaio janeiro januari ledna leden stycznia",
            "feb february februar février fevrier febrero febbraio fevereiro februari févr února únor lutego",
            "mar march märz maerz mär mrz mars marzo março maart marts března březen marca",
            "apr april avril abril aprile avr abr dubna duben kwietnia",
            "may mai mayo maggio maio mei maj května květen maja",
            "jun june juni juin junio giugno junho června červen czerwca",
            "jul july juli juillet julio luglio julho juil července červenec lipca",
            "aug august août aout agosto augustus augusti ago srpna srpen sierpnia",
            "sep sept september septembre septiembre settembre setembro září września",
            "oct october oktober okt octobre octubre ottobre outubro října říjen października",
            "nov november novembre noviembre novembro listopadu listopad listopada",
            "dec december dezember dez décembre decembre diciembre dicembre dezembro dic déc prosince prosinec grudnia",
        ),
        start=1,
    )
    for name in names.split()
}
TIME = r"(?:[,\s]+(?:at\s+)?\d{1,2}:\d{2}[^\n]{0,50})?"
WEEKDAY = r"(?:[^\W\d_]{2,12}\.?,?\s+)?"
DAY_FIRST = re.compile(
    rf"{WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th|\.)?[\s-](?:de\s|of\s)?([^\W\d_]{{3,12}})\.?,?[\s-](?:de\s)?(\d{{4}}){TIME}"
)
MONTH_FIRST = re.compile(rf"{WEEKDAY}([^\W\d_]{{3,10}})\.?\s(\d{{1,2}})(?:st|nd|rd|th)?,?\s(\d{{4}}){TIME}")
DOTTED = re.compile(rf"(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?(\d{{4}}){TIME}")
SLASHED = re.compile(rf"(\d{{1,2}})([/-])(\d{{1,2}})\2(\d{{4}}){TIME}")
YEAR_FIRST = re.compile(rf"(\d{{4}})[/.](\d{{1,2}})[/.](\d{{1,2}}){TIME}")
MAIL = re.compile(
    r"(?:[A-Za-z]{3},\s*)?\d{1,2} [A-Za-z]{3} \d{2,4} \d{1,2}:\d{2}(?::\d{2})?(?: ?[A-Z]{1,5}| ?[+-]\d{4})?"
)
UTC_NAME = re.compile(r"\s?(?:UTC|GMT|[zZ])$")
DOTNET = re.compile(r"\\?/Date\((\d{9,13})(?:[+-]\d{4})?\)\\?/")


def iso(value: str | int | float | None, now: float | None = None) -> str | None:
    """`value` (text in many layouts, or epoch seconds, milliseconds, microseconds) in ISO 8601; null if unknown.

    `now` (epoch seconds): when it was said, for "today" and "3 days ago".
    """
    moment = _moment(value)
    if moment is None and now is not None and isinstance(value, str):
        moment = _relative(value, now)
    return moment.isoformat() if moment and moment.year in YEARS else None


def epoch(text: str) -> float | None:
    """The epoch seconds of a date or time; without a zone it is UTC, without a time 00:00. Null if it is neither."""
    moment = _moment(text)
    if moment is None or moment.year not in YEARS:
        return None
    if not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def _moment(value: str | int | float | None) -> date | None:
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _counted(float(value)) if abs(value) < 1e18 else None
    text = " ".join(value[: LONGEST * 2].split())
    if not text or len(text) > LONGEST:
        return None
    for read in _readers(text):
        try:
            moment = read(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if moment is not None:
            return moment
    return None


def _relative(text: str, now: float) -> date | None:
    days = days_ago(text)
    if days is None or not 0 < now < 4.2e9:
        return None
    return (datetime.fromtimestamp(now, UTC) - timedelta(days=days)).date()


# ---------------------------------------------------------------- layouts


def _counted(value: float) -> datetime | None:
    """Epoch seconds, milliseconds or microseconds. Nothing and negative numbers mean "not set"."""
    if not 0 < value < 1e18:
        return None
    seconds = value / 1e6 if value >= MICROS else value / 1e3 if value >= MILLIS else value
    return datetime.fromtimestamp(seconds, UTC) if seconds < 4.2e9 else None


def _digits(text: str) -> date | None:
    if not (text.isascii() and text.replace(".", "", 1).isdigit()):
        return None
    if len(text) == 14:
        return datetime.strptime(text, "%Y%m%d%H%M%S")
    return _counted(float(text)) if len(text.split(".")[0]) in (10, 13, 16) else None


def _dotnet(text: str) -> date | None:
    match = DOTNET.fullmatch(text)
    return _counted(float(match[1])) if match else None


def _standard(text: str) -> date | None:
    """ISO 8601, also with a blank for the T and a named UTC."""
    if len(text) <= 10:
        return date.fromisoformat(text)
    zoned = text if text[-1].isdigit() else UTC_NAME.sub("+00:00", text)
    return datetime.fromisoformat(zoned.replace(" +", "+"))


def _mail(text: str) -> date | None:
    return parsedate_to_datetime(text) if MAIL.fullmatch(text) else None


def _day_first(text: str) -> date | None:
    match = DAY_FIRST.fullmatch(text)
    return _named(match[1], match[2], match[3]) if match else None


def _month_first(text: str) -> date | None:
    match = MONTH_FIRST.fullmatch(text)
    return _named(match[2], match[1], match[3]) if match else None


def _named(day: str, month: str, year: str) -> date | None:
    number = MONTHS.get(month.casefold())
    return date(int(year), number, int(day)) if number else None


def _dotted(text: str) -> date | None:
    match = DOTTED.fullmatch(text)
    return date(int(match[3]), int(match[2]), int(match[1])) if match else None


def _year_first(text: str) -> date | None:
    match = YEAR_FIRST.fullmatch(text)
    return date(int(match[1]), int(match[2]), int(match[3])) if match else None


def _slashed(text: str) -> date | None:
    """Day first or month first; only where it cannot be the other."""
    match = SLASHED.fullmatch(text)
    if match is None:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if first > 12 or first == second:
        return date(year, second, first)
    return date(year, first, second) if second > 12 else None


_READERS: tuple[Callable[[str], date | None], ...] = (
    _digits,
    _dotnet,
    _standard,
    _mail,
    _month_first,
    _day_first,
    _dotted,
    _year_first,
    _slashed,
)
_DASHED, _WORDED = _READERS[2:], _READERS[3:]


def _readers(text: str) -> tuple[Callable[[str], date | None], ...]:
    """What may read a text: a year with a dash behind is neither all digits nor a call, and a word no standard date."""
    if text[4:5] == "-":
        return _DASHED
    return _WORDED if text[0].isalpha() else _READERS
