"""Dollars in words. Called by whatever shows what was spent, or would be."""

from __future__ import annotations

from jobfinder.flow.budget import nano, shown


def dollars(amount: float | None) -> str:
    """`$0.0021`, `$1.20`; `nobody knows` for null."""
    return "nobody knows" if amount is None else shown(nano(amount))


def expected(typical: float | None, worst: float | None) -> str:
    """`about $0.002, at most $0.01`."""
    if not worst:
        return dollars(worst)
    if typical is None or typical == worst:
        return f"at most {dollars(worst)}"
    return f"about {dollars(typical)}, at most {dollars(worst)}"
