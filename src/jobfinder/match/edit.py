"""One change to the preferences, as a record: proposed by rules and suggestions, tried and made by nobody but the
seeker.

Pure. Made by the rules (what would let a posting pass) and by `match.suggest`; carried out by `match.drops` and
`match.trial` on a copy. `command` is how the seeker makes the change.
"""

from __future__ import annotations

import shlex
from typing import Any, Literal, TypeAlias

import msgspec

from jobfinder.match import prefs as prefs_module
from jobfinder.match.prefs import Preferences
from jobfinder.model import Record

Operation: TypeAlias = Literal["set", "add", "remove"]


class Edit(Record, frozen=True):
    """`set`: the field at `path` becomes `values[0]` (none: unset). `add`, `remove`: of a list, these entries."""

    path: str
    op: Operation
    values: tuple[str, ...] = ()


def applied(prefs: Preferences, edit: Edit) -> Preferences:
    """The preferences after the change. Raises UsageError where the path or a value is none."""
    if edit.op == "set":
        return prefs_module.with_value(prefs, edit.path, edit.values[0] if edit.values else "")
    data = msgspec.to_builtins(prefs)
    *groups, last = edit.path.split(".")
    table: dict[str, Any] = data
    for group in groups:
        table = table[group]
    table[last] = _entries(table[last], edit)
    return prefs_module.from_data(data)


def command(prefs: Preferences, edit: Edit) -> str:
    """The command line that makes the change: "prefs set salary.floor 90000"."""
    if edit.op == "set":
        return f"prefs set {edit.path} {shlex.quote(edit.values[0] if edit.values else '')}"
    entries = _entries(_current(prefs, edit.path), edit)
    text = "; ".join(map(str, entries)) + (";" if len(entries) == 1 and "," in str(entries[0]) else "")
    if any(not isinstance(entry, str) or ";" in entry for entry in entries):
        values = " ".join(map(shlex.quote, edit.values))
        return f"prefs set --file FILE, with {edit.path} changed in it: {edit.op} {values}"
    return f"prefs set {edit.path} {shlex.quote(text)}"


def _current(prefs: Preferences, path: str) -> Any:
    value: Any = msgspec.to_builtins(prefs)
    for name in path.split("."):
        value = value[name]
    return value


def _entries(current: Any, edit: Edit) -> list[Any]:
    """The list after the change. A record in it goes by its first field."""
    if edit.op == "add":
        return [*current, *(value for value in edit.values if value not in current)]
    return [entry for entry in current if _name(entry) not in edit.values]


def _name(entry: Any) -> Any:
    return next(iter(entry.values())) if isinstance(entry, dict) else entry
