"""Freshness: how much of its place in the list a posting keeps as it grows old. Applied when matches are shown.

Pure. It is not part of the stored score, which would be wrong the day after.
"""

from __future__ import annotations

FRESH_DAYS = 42.0
HALF_LIFE_DAYS = 30.0
DAY = 86_400.0


def freshness(since: float, now: float) -> float:
    """1 for six weeks, then half every month. `since` and `now` are epoch seconds."""
    days = max(0.0, (now - since) / DAY - FRESH_DAYS)
    return float(0.5 ** (days / HALF_LIFE_DAYS))


STRIKE = 0.95
"""What each strike leaves of a posting's place among the matches."""


def struck(least: float, strikes: int) -> float:
    """The lower bound of a score, less what speaks against the posting without rejecting it."""
    return least * STRIKE**strikes


def standing(least: float, since: float, now: float, weight: float) -> float:
    """What orders matches: the lower bound of the score, less up to `weight` of it for what is old."""
    return least * (1.0 - min(weight, 1.0) * (1.0 - freshness(since, now)))
