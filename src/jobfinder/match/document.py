"""The seeker's documents: strict reading from TOML, writing, and setting one field by its dotted name.

Pure. Called by `match.prefs` and `match.profile` for their records. Nothing is dropped in silence: an unknown key is
an error that names the nearest known one, a wrong type is an error that names the field, what was given and what is
allowed; what was given for a field marked `Meta(extra={"secret": True})` is not repeated. A table of records by names
of the seeker's own is a `dict`; `*` stands for such a name in `paths`. A new field needs nothing here; a new *type*
of field needs a case in `_from_text` and, for a readable error, in `_allowed`.
"""

from __future__ import annotations

import hashlib
import math
import tomllib
import types
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec
from rapidfuzz import fuzz, process, utils

from jobfinder.errors import UsageError
from jobfinder.match.toml import dumps

T = TypeVar("T", bound=msgspec.Struct)
NONE = frozenset({"", "none", "null", "unset"})
NEAR = 60


def parse(cls: type[T], text: str, what: str) -> T:
    """The record that a TOML document holds; `what` names the document in errors. Raises UsageError."""
    return build(cls, load(text, what), what)


def load(text: str, what: str) -> dict[str, Any]:
    """The plain content of a TOML document. Raises UsageError."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"the {what} document is not valid TOML: {error}") from None


def build(cls: type[T], data: Mapping[str, Any], what: str) -> T:
    """The record that a decoded document holds. Raises UsageError."""
    _check(cls, data, what, "")
    try:
        return msgspec.convert(data, cls)
    except msgspec.ValidationError as error:
        raise UsageError(f"{what}: this cannot be used: {error}") from None


def write(record: msgspec.Struct) -> str:
    """The record as TOML. Every field is written, except those that are null."""
    return dumps(msgspec.to_builtins(record))


def digest(*parts: Any) -> str:
    """A short, stable hash of values: the same on every machine and in every process."""
    plain = msgspec.json.encode(parts, order="deterministic")
    return hashlib.sha256(plain).hexdigest()[:16]


def set_field(record: T, path: str, text: str, what: str) -> T:
    """The record with the field at `path` ("salary.floor") set from text.

    A list is given by commas, or by semicolons where an entry holds a comma ("Berlin, Germany; Paris"); an empty text
    empties a list and unsets what may be unset. Raises UsageError.
    """
    hint = _hint(type(record), path, what)
    value = _from_text(hint, text, f"{what}: {path}")
    data = msgspec.to_builtins(record)
    *groups, last = path.split(".")
    table: dict[str, Any] = data
    for group in groups:
        table = table.setdefault(group, {})
    table[last] = value
    return build(type(record), data, what)


def paths(cls: type[Any], prefix: str = "") -> Iterator[str]:
    """The dotted names of all fields that can be set."""
    for name, hint in _hints(cls).items():
        path, within = prefix + name, _named(hint)
        if within is not None:
            path, hint = f"{path}.*", within
        if _is_group(hint):
            yield from paths(_bare(hint), f"{path}.")
        else:
            yield path


# ---------------------------------------------------------------- checking


def _check(cls: type[Any], data: Mapping[str, Any], what: str, prefix: str) -> None:
    hints = _hints(cls)
    for key, value in data.items():
        path = prefix + key
        if key not in hints:
            raise UsageError(f"{what}: there is no field {path}{_nearest(path, prefix, hints)}")
        _check_value(hints[key], value, what, path)


def _check_value(hint: Any, value: Any, what: str, path: str) -> None:
    if _is_group(hint):
        if not isinstance(value, Mapping):
            given = _shown(hint, value)
            raise UsageError(f"{what}: {path} is a group of fields, not {given}; set {_some(hint, path)}")
        return _check(_bare(hint), value, what, f"{path}.")
    named = _named(hint)
    if named is not None:
        if not isinstance(value, Mapping):
            given = _shown(named, value)
            raise UsageError(f"{what}: {path} is a table by names of your own, not {given}; set {path}.NAME")
        for name, one in value.items():
            _convert(get_args(_bare(hint))[0], name, f"{what}: the name in {path}")
            _check_value(named, one, what, f"{path}.{name}")
        return None
    rows = _rows(hint)
    if rows and isinstance(value, (list, tuple)):
        for row in value:
            _check_value(rows, row, what, path)
        return None
    return _convert(hint, value, f"{what}: {path}")


def _convert(hint: Any, value: Any, where: str) -> None:
    try:
        msgspec.convert(value, hint)
    except msgspec.ValidationError:
        raise UsageError(f"{where} cannot be {_shown(hint, value)}; allowed: {_allowed(hint)}") from None


def _shown(hint: Any, value: Any) -> str:
    return "this value, which is not shown" if _is_secret(hint) else repr(value)


def _nearest(path: str, prefix: str, hints: Mapping[str, Any]) -> str:
    known = [prefix + name for name in hints]
    found = process.extractOne(path, known, scorer=fuzz.ratio, score_cutoff=NEAR)
    return f"; did you mean {found[0]}?" if found else f"; known are {', '.join(known)}"


# ---------------------------------------------------------------- setting one field


def _hint(cls: type[Any], path: str, what: str) -> Any:
    """The type of the field at `path`."""
    hint: Any = cls
    for name in path.split("."):
        within = _named(hint)
        hints = _hints(_bare(hint)) if _is_group(hint) else {}
        if within is None and name not in hints:
            raise UsageError(f"{what}: there is no field {path}{_suggestion(cls, path)}")
        hint = hints[name] if within is None else within
    if _is_group(hint):
        raise UsageError(f"{what}: {path} is a group of fields; set {_some(hint, path)}")
    return hint


def _suggestion(cls: type[Any], path: str) -> str:
    known = list(paths(cls))
    by_tail = [name for name in known if name.rsplit(".", 1)[-1] == path.rsplit(".", 1)[-1]]
    found = process.extractOne(
        path, by_tail or known, scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=NEAR
    )
    return f"; did you mean {found[0]}?" if found else f"; known are {', '.join(known)}"


def _from_text(hint: Any, text: str, where: str) -> Any:
    """A plain value of the type, checked. Raises UsageError."""
    bare, text = _bare(hint), text.strip()
    if _optional(hint) and text.casefold() in NONE:
        return None
    value: Any = text
    if get_origin(bare) is tuple:
        value = [_item(get_args(bare)[0], part) for part in _listed(text)]
    elif bare is bool:
        value = {"true": True, "yes": True, "false": False, "no": False}.get(text.casefold(), text)
    elif bare in (int, float) or _has_number(hint):
        value = _number(text)
    _convert(hint, value, where)
    return value


def _item(hint: Any, text: str) -> Any:
    """One entry of a list: a record is given by its first field alone, a word of a closed list in any case."""
    if _is_group(hint):
        return {_bare(hint).__struct_fields__[0]: text}
    closed = isinstance(_bare(hint), type) and issubclass(_bare(hint), Enum)
    return text.casefold() if closed else text


def _listed(text: str) -> list[str]:
    parts = text.split(";" if ";" in text else ",")
    return [part.strip() for part in parts if part.strip()]


def _number(text: str) -> int | float | str:
    """90000, 90_000, 90,000 and 90k; what is no number stays text, for the error message."""
    plain, scale = (text[:-1], 1000) if text[-1:] in "kK" and text[:-1] else (text, 1)
    head, *groups = plain.split(",")
    if groups and all(len(group) == 3 and group.isdigit() for group in groups) and 1 <= len(head) <= 3:
        plain = head + "".join(groups)
    try:
        value = float(plain) * scale
    except ValueError:
        return text
    if not math.isfinite(value):
        return text
    return int(value) if value.is_integer() else value


# ---------------------------------------------------------------- types


def _hints(cls: type[Any]) -> dict[str, Any]:
    return get_type_hints(cls, include_extras=True)


def _bare(hint: Any) -> Any:
    """The type without its constraints and without null."""
    if hasattr(hint, "__metadata__"):
        return _bare(get_args(hint)[0])
    if get_origin(hint) in (Union, types.UnionType):
        kinds = [kind for kind in get_args(hint) if kind is not type(None)]
        return _bare(kinds[0]) if len(kinds) == 1 else hint
    return hint


def _optional(hint: Any) -> bool:
    return type(None) in get_args(hint)


def _is_group(hint: Any) -> bool:
    bare = _bare(hint)
    return isinstance(bare, type) and issubclass(bare, msgspec.Struct)


def _rows(hint: Any) -> Any:
    """The record of which the field is a list, or null."""
    args = get_args(_bare(hint))
    return args[0] if get_origin(_bare(hint)) is tuple and _is_group(args[0]) else None


def _named(hint: Any) -> Any:
    """The type of the values of a table by names of the seeker's own, or null."""
    bare = _bare(hint)
    return get_args(bare)[1] if get_origin(bare) is dict else None


def _is_secret(hint: Any) -> bool:
    """May a value of this type be, or hold, something that is never shown?"""
    if _is_group(hint):
        return any(map(_is_secret, _hints(_bare(hint)).values()))
    return any((meta.extra or {}).get("secret") for meta in _metas(hint))


def _has_number(hint: Any) -> bool:
    return any(_bare(kind) in (int, float) for kind in get_args(_bare(hint)))


def _some(hint: Any, path: str) -> str:
    return " or ".join(f"{path}.{name}" for name in _hints(_bare(hint)))


def _allowed(hint: Any) -> str:
    """What the field takes, in words."""
    bare = _bare(hint)
    if get_origin(bare) is tuple:
        return f"a list of {_allowed(get_args(bare)[0])}"
    if get_origin(bare) in (Union, types.UnionType):
        return " or ".join(map(_allowed, get_args(bare)))
    return f"{_allowed_one(bare)}{_bounds(hint)}{' or nothing' if _optional(hint) else ''}"


def _allowed_one(bare: Any) -> str:
    if get_origin(bare) is Literal:
        return " or ".join(map(repr, get_args(bare)))
    if isinstance(bare, type) and issubclass(bare, Enum):
        return f"one of {', '.join(str(member.value) for member in bare)}"
    return {int: "a whole number", float: "a number", str: "text", bool: "true or false"}.get(bare, str(bare))


def _bounds(hint: Any) -> str:
    for meta in _metas(hint):
        if meta.pattern:
            return f" ({meta.description or meta.pattern})"
        if meta.ge is not None:
            return f" from {meta.ge}" + (f" to {meta.le}" if meta.le is not None else "")
    return ""


def _metas(hint: Any) -> Iterator[msgspec.Meta]:
    yield from (meta for meta in getattr(hint, "__metadata__", ()) if isinstance(meta, msgspec.Meta))
    if get_origin(hint) in (Union, types.UnionType):
        for kind in get_args(hint):
            yield from _metas(kind)
