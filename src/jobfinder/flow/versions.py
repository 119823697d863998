"""Versions of the seeker's documents: which there are, what changed from one to the next, what each said.

Read-only. Called by `app` for `prefs history` and `profile history`, and by `trying`. Nothing is ever taken out of a
history: to restore a version is to save it again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jobfinder.errors import UsageError
from jobfinder.flow.seeker import PREFS
from jobfinder.match import document
from jobfinder.match import prefs as prefs_module
from jobfinder.match import profile as profile_module
from jobfinder.match.prefs import Preferences
from jobfinder.match.profile import Profile
from jobfinder.model import Record
from jobfinder.store import documents
from jobfinder.store.db import Tx

APART = ("evidence",)
"""Fields that say where others come from: no change of their own."""


class Version(Record, frozen=True):
    """A version, when it was saved (epoch seconds), whether it is in force, and what it changed, a line each."""

    version: int
    at: float
    current: bool
    changes: tuple[str, ...]


def history(tx: Tx, kind: str) -> list[Version]:
    """All versions, the latest first."""
    rows = documents.history(tx, kind)
    before = nothing(kind)
    found = []
    for row in rows:
        changes = tuple(differences(before, row["body"]))
        current = row["version"] == rows[-1]["version"]
        found.append(Version(version=row["version"], at=row["created_at"], current=current, changes=changes))
        before = row["body"]
    return found[::-1]


def nothing(kind: str) -> str:
    """What is in force before anything was saved."""
    return prefs_module.to_toml(Preferences()) if kind == PREFS else profile_module.to_toml(Profile())


def body(tx: Tx, kind: str, version: int) -> str:
    """What a version said, as TOML. Raises `UsageError` where there is none."""
    found = documents.body(tx, kind, version)
    if found is None:
        known = documents.versions(tx).get(kind)
        there = f"there are 1 to {known}" if known else "nothing was saved yet"
        raise UsageError(f"there is no version {version} of the {kind}: {there}")
    return found


def differences(before: str, after: str) -> list[str]:
    """What another document says otherwise, a line for each field: "salary.floor: 80000 → 60000"."""
    old, new = (document.load(text, "stored") for text in (before, after))
    names = [*old, *(name for name in new if name not in old)]
    return [line for name in names if name not in APART for line in changed(name, old.get(name), new.get(name))]


def changed(path: str, old: Any, new: Any) -> Iterator[str]:
    if old == new:
        return
    if isinstance(old, dict) or isinstance(new, dict):
        before, after = old or {}, new or {}
        for name in [*before, *(name for name in after if name not in before)]:
            yield from changed(f"{path}.{name}", before.get(name), after.get(name))
    elif isinstance(old, list) or isinstance(new, list):
        yield from members(path, named(old or []), named(new or []))
    else:
        yield f"{path}: {shown(old)} → {shown(new)}"


def members(path: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    """Entries that came and went, and what changed in those that stayed."""
    yield from (f"{path}: {name} added" for name in new if name not in old)
    yield from (f"{path}: {name} gone" for name in old if name not in new)
    for name in old:
        if isinstance(old[name], dict) and isinstance(new.get(name), dict):
            yield from changed(f"{path} {name}", old[name], new[name])
    if list(old) != list(new) and sorted(old) == sorted(new):
        yield f"{path}: now in the order {', '.join(new)}"


def named(entries: list[Any]) -> dict[str, Any]:
    """The entries of a list, a record by its first field."""
    return {str(next(iter(one.values()), "")) if isinstance(one, dict) else str(one): one for one in entries}


def shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.15g}" if isinstance(value, float) else str(value)
