"""Pay for a generated role: an amount that fits place, family and level, and the many ways it is written.

Pure; called by `roles`. Amounts are whole units of the currency.
"""

from __future__ import annotations

import random

from jobfinder.demo.records import Pay
from jobfinder.demo.texts import pay_line
from jobfinder.demo.words.places import Town

FACTOR = {"junior": 0.72, "mid": 1.0, "senior": 1.25, "staff": 1.5, "principal": 1.75, "lead": 1.4}
SYMBOL = {"USD": "$", "EUR": "€", "GBP": "£"}


def pay_for(chance: random.Random, yearly: int, level: str, town: Town, employment: str, language: str) -> Pay | None:
    """Pay, or null where the posting does not say. `yearly` is in thousands, at level "mid" in Berlin."""
    middle = yearly * 1000 * FACTOR[level] * town.level * chance.uniform(0.92, 1.08)
    how = chance.choices(("unsaid", "prose", "structured", "both"), (35, 25, 15, 25))[0]
    period = _period(town, employment)
    low, high = (_rounded(middle * share, period) for share in (0.9, 1.1))
    if how == "unsaid":
        return None
    sentence = pay_line(chance, *_written(chance, low, high, town.currency, period), period, language)
    return Pay(
        min=low,
        max=high,
        currency=town.currency,
        period=period,
        structured=how in ("structured", "both"),
        prose=sentence if how in ("prose", "both") else None,
    )


def _period(town: Town, employment: str) -> str:
    if employment == "contract":
        return "hour"
    return "month" if town.currency in ("PLN", "SEK") else "year"


def _rounded(amount: float, period: str) -> int:
    divisor, step = {"year": (1, 1000), "month": (12, 100), "hour": (1800, 1)}[period]
    return round(amount / divisor / step) * step


def _written(chance: random.Random, low: int, high: int, currency: str, period: str) -> tuple[str, str]:
    if currency == "INR" and period == "year":
        return f"₹{low / 100_000:.0f}", f"{high / 100_000:.0f} LPA"
    if currency == "CHF":
        return f"CHF {low:,}".replace(",", "'"), f"CHF {high:,}".replace(",", "'")
    if currency in ("PLN", "SEK"):
        return f"{low:,}".replace(",", " "), f"{high:,} {currency}".replace(",", " ")
    return _plain(chance, low, high, currency, period)


def _plain(chance: random.Random, low: int, high: int, currency: str, period: str) -> tuple[str, str]:
    mark = SYMBOL.get(currency, f"{currency} ")
    if period == "year" and chance.random() < 0.3:
        return f"{mark}{low // 1000}k", f"{mark}{high // 1000}k"
    if currency == "EUR" and chance.random() < 0.5:
        return f"{low:,} €".replace(",", "."), f"{high:,} €".replace(",", ".")
    return f"{mark}{low:,}", f"{mark}{high:,}"
