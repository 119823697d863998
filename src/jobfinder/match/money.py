"""Pay compared and shown. Pure. Called by `match.rules` and `match.score`; reading pay is `read.salary`'s."""

from __future__ import annotations

import math

from jobfinder.model import Salary
from jobfinder.read.salary import A_YEAR


def in_period(amount: float | None, period: str, wanted: str) -> float | None:
    """An amount for one period as that for another; null where a period is not one we know."""
    if amount is None or period not in A_YEAR or wanted not in A_YEAR:
        return None
    return amount if period == wanted else amount * A_YEAR[period] / A_YEAR[wanted]


def money(amount: float, currency: str | None, period: str) -> str:
    """ "85,000 EUR a year": whole units, rounded down, so that what is named is never more than there is."""
    whole = math.floor(amount) if amount >= 1000 else math.floor(amount * 100) / 100
    return f"{whole:,.10g}{f' {currency}' if currency else ''} {'an' if period == 'hour' else 'a'} {period}"


def shown(pay: Salary) -> str:
    """The pay as it stands in the posting, else as its fields say."""
    if pay.text:
        return pay.text
    amounts = " – ".join(f"{amount:,.10g}" for amount in (pay.min, pay.max) if amount is not None)
    return f"{amounts} {pay.currency or ''}{f' a {pay.period}' if pay.period else ''}".replace("  ", " ").strip()
