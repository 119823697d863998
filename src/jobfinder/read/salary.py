"""Pay out of prose: amount or range, currency, period, and the sentence it stands in.

Pure. Called by boards whose postings state pay only in words, by `legacy` and by `match`. Every amount in the text is a
candidate; a range is two joined by a dash or a word; what speaks for pay (a word for pay, a period, a range) and
against it (revenue, funding, a bonus, a stipend) decides. Single figures: "up to" gives only a maximum, "from" only a
minimum, a plain figure both. Ranges for several zones are joined into one. The words are in `read.pay_words`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from jobfinder.model import Record, Salary
from jobfinder.read.currency import CODES, LARGE_UNITS, MILLIONS, SCALES, SHARED, SIGN, SIGNS, currency_of, number
from jobfinder.read.pay_words import (
    AFTER_END,
    CLAUSE,
    CUE,
    DECOY,
    FROM,
    IMPLIED_MONTH,
    IMPLIED_YEAR,
    JOIN,
    MAXIMUM,
    MINIMUM,
    PAY,
    PERIOD,
    SCALE_WORDS,
    UP_TO,
)
from jobfinder.read.sentences import sentence_at

NUMBER = "|".join(
    (
        r"\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3}){1,3}(?:[.,]\d{1,2})?(?!\d)",
        r"\d{1,2}(?:,\d{2}){1,2},\d{3}(?!\d)",
        r"\d{1,8}(?:[.,]\d{1,2})?(?!\d)",
    )
)
AMOUNT = re.compile(
    rf"(?<![\w.,'’#/])(?P<number>{NUMBER})(?:[,.][-–—]{{1,2}})?"
    rf"(?:\s?(?P<scale>{SCALE_WORDS})(?![^\W\d_]))?(?P<open>\+)?\s?(?P<post>{SIGN})?(?P<plus>\+)?",
    re.IGNORECASE,
)
BEFORE_AMOUNT = re.compile(rf"(?<![^\W\d_])(?:{SIGN})(?:\s?\$)?\s?$", re.IGNORECASE)
SIGN_BEHIND = re.compile(rf"\s?(?:/|per |an? )\s?[a-z]{{1,7}}\s?({SIGN})", re.IGNORECASE)
INDIAN = frozenset({"lakh", "lac", "lpa", "crore"})
"""Scales that are said of rupees only."""
SIGN_ENDS = frozenset(sign[-1] for sign in SIGNS if not sign.isalpha())
SIGN_WIDTH = 9
NEAR = 28
FAR = 44
LONG = 130
APART = 260
"""How far words reach, in characters: after an amount, before it, in its sentence; and a maximum from its minimum."""

A_YEAR = {"hour": 2080.0, "day": 260.0, "week": 52.0, "month": 12.0, "year": 1.0}
BOUNDS = {
    "hour": (4, 700),
    "day": (40, 5000),
    "week": (150, 20_000),
    "month": (300, 120_000),
    "year": (5_000, 3_000_000),
}
RETIREMENT = frozenset({401.0, 403.0})
"""Plans of the United States, not pay: 401k, 403b."""
WORTHWHILE = 3
MOST = 400
"""A text with more numbers than this is a table; what follows is not read."""
SURELY_PAY = 15_000
SIGNLESS = 1_000
"""Smaller amounts without a currency are hours, years, people."""


class Money(NamedTuple):
    """One amount in the text. `open`: written with a plus ("90k+")."""

    start: int
    end: int
    value: float
    scale: str
    sign: str
    open: bool


class Offer(Record, frozen=True):
    """A candidate: one amount or a range, with what speaks for it."""

    start: int
    end: int
    low: float | None
    high: float | None
    sign: str
    period: str | None
    points: int


def parse_salary(text: str, country: str | None = None) -> Salary | None:
    """The pay that a text states, or null. `country` (ISO 3166 alpha-2) decides what "$" or "kr" means."""
    offers = _offers(text, country)
    if not offers:
        return None
    best = max(offers, key=lambda offer: (offer.points, -offer.start))
    low, high = _zones(best, offers)
    return Salary(
        min=low,
        max=high,
        currency=currency_of(best.sign, country) if best.sign else None,
        period=best.period,
        text=_sentence(text, best.start),
    )


def _sentence(text: str, at: int) -> str:
    """The sentence around a place in the text; none goes beyond its line."""
    begin = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return sentence_at(text[begin : end if end >= 0 else len(text)], at - begin)


def yearly(salary: Salary) -> tuple[float | None, float | None, str] | None:
    """(min, max, currency) of full-time work for a year; null where currency, period or both amounts are unknown.

    A year has 2,080 hours, 260 days, 52 weeks, 12 months.
    """
    factor = A_YEAR.get(salary.period or "")
    if factor is None or not salary.currency or (salary.min is None and salary.max is None):
        return None
    low = None if salary.min is None else salary.min * factor
    high = None if salary.max is None else salary.max * factor
    return low, high, salary.currency


# ---------------------------------------------------------------- candidates


def _offers(text: str, country: str | None) -> list[Offer]:
    found = [money for match in islice(_amounts(text), MOST) if (money := _money(text, match))]
    offers = []
    index = 0
    while index < len(found):
        first = found[index]
        second = found[index + 1] if index + 1 < len(found) else None
        joined = second is not None and second.start - first.end <= 24 and JOIN.match(text[first.end : second.start])
        index += 2 if joined else 1
        following = found[index].start if index < len(found) else len(text)
        offer = _offer(text, first, second if joined else None, following, country)
        if offer:
            offers.append(offer)
    return offers


def _amounts(text: str) -> Iterator[re.Match[str]]:
    """All amounts, in order. One can only begin where digits do, and these are found fast."""
    end = 0
    for start in _digits(text):
        if start >= end and (match := AMOUNT.match(text, start)):
            end = match.end()
            yield match


def _digits(text: str) -> list[int]:
    """Where runs of digits begin. A look for each digit goes through a text many times faster than a pattern does."""
    found = []
    for digit in "0123456789":
        at = text.find(digit)
        while at >= 0:
            if not text[at - 1 : at].isdecimal():
                found.append(at)
            at = text.find(digit, at + 1)
    return sorted(found)


def _money(text: str, match: re.Match[str]) -> Money | None:
    stated, worded, plus, post, plus_behind = match.group("number", "scale", "open", "post", "plus")
    scale = worded.casefold().rstrip(".").removesuffix("s") if worded else ""
    value = number(stated)
    if not value or (value in RETIREMENT and scale == "k"):
        return None
    start, sign = _sign_before(text, match.start())
    if post and (not sign or (sign in SHARED and post.upper() in CODES)):
        sign = post
    return Money(start, match.end(), value, scale, sign, bool(plus or plus_behind))


def _sign_before(text: str, start: int) -> tuple[int, str]:
    """Where an amount begins with the currency before it, and that currency; empty for none."""
    left = max(0, start - SIGN_WIDTH)
    window = text[left:start]
    last = window.rstrip().rpartition(" ")[2]
    if last.upper() not in SIGNS if last.isalpha() else last[-1:] not in SIGN_ENDS:
        return start, ""
    found = BEFORE_AMOUNT.search(window)
    return (left + found.start(), found[0].strip()) if found else (start, "")


def _offer(text: str, first: Money, second: Money | None, following: int, country: str | None) -> Offer | None:
    last = second or first
    scale = last.scale
    sign = first.sign or last.sign or _sign_behind(text, last.end) or ("₹" if scale in INDIAN else "")
    low = _scaled(first.value, first.scale or (scale if first.value < 1000 and first.value <= last.value else ""))
    high = _scaled(last.value, scale)
    if low is None or high is None or (second and low > high):
        return None
    if not sign and high < SIGNLESS:
        return None
    before = _before(text, first.start).lower()
    after = text[last.end : min(following, last.end + 45)].lower()
    near = _near(after)
    cue = CUE.find(f"{before}\n{near}") is not None
    if not (sign or cue) or DECOY.find(near) or _decoyed(before):
        return None
    currency = (currency_of(sign, country) or sign) if sign else None
    period = _period(before, after, scale) or _implied(high, currency, before + after)
    surely = bool(second) and high >= SURELY_PAY and PAY.find(before)
    points = bool(sign) + 3 * cue + 2 * bool(period) + 2 * bool(second)
    if points < WORTHWHILE or not (sign or period or surely) or not _plausible(high, period, currency):
        return None
    if second is None:
        low, high = _bound(first, before)
    return Offer(start=first.start, end=last.end, low=low, high=high, sign=sign, period=period, points=points)


def _sign_behind(text: str, end: int) -> str:
    """The currency behind a period: "20.50/hour USD"."""
    match = SIGN_BEHIND.match(text, end)
    return match[1] if match else ""


def _scaled(value: float, scale: str) -> float | None:
    """The amount in units; null for millions, which are not pay."""
    if not scale:
        return value
    return None if scale in MILLIONS else round(value * SCALES.get(scale, 1.0), 2)


def _bound(money: Money, before: str) -> tuple[float | None, float | None]:
    value = _scaled(money.value, money.scale)
    if UP_TO.search(before) or MAXIMUM.search(before):
        return None, value
    return value, None if FROM.search(before) or MINIMUM.search(before) or money.open else value


def _before(text: str, start: int) -> str:
    window = text[max(0, start - LONG) : start]
    stops = list(CLAUSE.finditer(window))
    return window[stops[-1].end() :] if stops and stops[-1].end() < len(window) - 3 else window[-60:]


def _near(after: str) -> str:
    """What is said right behind an amount."""
    end = AFTER_END.search(after)
    return after[: min(end.start(), NEAR)] if end else after[:NEAR]


def _period(before: str, after: str, scale: str) -> str | None:
    """The period named next: after the amount first, then before it."""
    if scale == "lpa":
        return "year"
    found = PERIOD.search(after) or max(PERIOD.finditer(before), key=re.Match.end, default=None)
    return (found.lastgroup or "").removeprefix("per_") if found else None


def _implied(amount: float, currency: str | None, said: str) -> str | None:
    """The only period that fits the amount: nobody is paid 60,000 EUR an hour, nor 3,000 EUR a year."""
    low, high = IMPLIED_MONTH.get(currency or "", (0, 0))
    if low <= amount <= high and high and CUE.find(said):
        return "month"
    if amount >= IMPLIED_YEAR.get(currency or "", math.inf) and CUE.find(said):
        return "year"
    if currency not in {"USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD", "SGD"}:
        return None
    if amount >= SURELY_PAY:
        return "year"
    if 7 <= amount <= 150 and CUE.find(said):
        return "hour"
    return "month" if currency == "EUR" and 1000 <= amount < 10_000 and CUE.find(said) else None


def _decoyed(before: str) -> bool:
    """A word that speaks against pay stands nearer than one that speaks for it."""
    line = before.rpartition("\n")[2]
    against = [match.end() for match in DECOY.all_in(line[-FAR:])]
    if not against:
        return False
    cues = [match.end() for match in CUE.all_in(line[-FAR:])]
    return not cues or against[-1] >= cues[-1]


def _plausible(amount: float, period: str | None, currency: str | None) -> bool:
    if period is None:
        return amount >= 1000
    low, high = BOUNDS[period]
    if currency in LARGE_UNITS or currency is None:
        high *= 1000
    return low <= amount <= high


def _zones(best: Offer, offers: list[Offer]) -> tuple[float | None, float | None]:
    """The best offer, widened by the ranges of other places in the same currency and period."""
    if best.high is None:
        return best.low, _maximum(best, offers)
    if best.low is None or best.low == best.high:
        return best.low, best.high
    low, high = best.low, best.high
    for other in offers:
        alike = other.sign == best.sign and other.period == best.period and other.points >= best.points - 3
        if alike and other.low and other.high and other.low < other.high and 0.5 <= other.high / best.high <= 2:
            low, high = min(low, other.low), max(high, other.high)
    return low, high


def _maximum(best: Offer, offers: list[Offer]) -> float | None:
    """The top, where it is said apart: "the minimum is 80,000 and the maximum 90,000"."""
    for other in offers:
        apart = best.low is not None and other.low is None and other.high is not None and other.high > best.low
        if apart and other.sign == best.sign and other.period == best.period and 0 < other.start - best.end < APART:
            return other.high
    return None
