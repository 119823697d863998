"""Which page of a listing an address asks for, by a number in its query.

Pure. Called by the adapters whose listings come in numbered pages or from an offset on. A listing goes on only from the
page that was asked for: a board that answers another one would be asked for ever.
"""

from __future__ import annotations

from jobfinder.read import urls

LONGEST = 6
"""Digits of the number of a page."""


def number(url: str, name: str, default: int) -> int | None:
    """The number under `name` in the query, `default` where there is none; null for what is no such number."""
    parts = urls.parts(url)
    stated = parts.query.get(name, [str(default)])[-1] if parts else str(default)
    return int(stated) if stated.isascii() and stated.isdigit() and len(stated) <= LONGEST else None
