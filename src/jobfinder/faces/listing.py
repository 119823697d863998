"""Listing: the same manners for every command that lists. JSON has all rows, a table the first 50, and says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from jobfinder.errors import UsageError
from jobfinder.faces.session import Context

ALL = 1_000_000
SHOWN = 50

Rows = Callable[[int], Sequence[Any]]


def listed(session: Context, name: str, rows: Rows, limit: int | None, as_json: bool, now: float) -> None:
    """Print `rows(most)` as JSON or as the table `name` of `faces.tables`."""
    if limit is not None and limit < 0:
        raise UsageError(f"--limit takes a number of rows, not {limit}")
    if as_json:
        return session.emit(rows(ALL if limit is None else limit))
    most = SHOWN if limit is None else limit
    found = rows(most + 1)
    if not found:
        session.err.print(f"no {name.lower()} yet: `jobfinder find URL` or `jobfinder demo` is a beginning")
        return None
    from jobfinder.faces import tables

    tables.show(session.out, getattr(tables, name), found[:most], now)
    if len(found) > most:
        session.err.print("… and more: --limit N or --json shows them")
    return None
