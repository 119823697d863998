"""Versions of preferences and profile: listed, and shown as they were. Called by the commands `prefs` and `profile`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from jobfinder.faces.session import Context

if TYPE_CHECKING:
    from jobfinder.app import JobFinder


def history(session: Context, kind: str, *, as_json: bool) -> None:
    """All versions, the latest first."""
    with session.open() as finder:
        found = finder.history(kind)
        now = finder.clock.now()
    if as_json:
        session.emit(found)
        return
    if not found:
        session.err.print(f"the {kind} were never saved: the defaults are in force")
        return
    from jobfinder.faces import tables

    tables.show(session.out, tables.VERSIONS, [msgspec.to_builtins(one) for one in found], now)


def show(session: Context, finder: JobFinder, kind: str, number: int, *, as_json: bool) -> None:
    """A version as it was saved."""
    text = finder.version(kind, number)
    if as_json:
        from jobfinder.match import document

        session.emit(document.load(text, f"version {number}"))
    else:
        session.say(text.rstrip())
