"""TOML out: nested tables stay nested, so that what is written reads back as the same record.

Pure. Called by `match.document`. Covers what the seeker's documents hold: text, numbers, booleans, lists, tables,
lists of tables. Null is left out, for TOML has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def dumps(document: Mapping[str, Any]) -> str:
    """The document as TOML, keys in the order given."""
    return "\n".join(_table(document, ())).strip() + "\n" if document else ""


def _table(table: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    items = [(key, value) for key, value in table.items() if value is not None]
    yield from (f"{_key(key)} = {_value(value)}" for key, value in items if not _nested(value))
    for key, value in items:
        here = (*path, _key(key))
        if isinstance(value, Mapping):
            yield from ("", f"[{'.'.join(here)}]", *_table(value, here))
        elif _nested(value):
            for row in value:
                yield from ("", f"[[{'.'.join(here)}]]", *_table(row, here))


def _nested(value: Any) -> bool:
    """Written under a heading of its own: a table, or a list of tables."""
    return isinstance(value, Mapping) or (
        isinstance(value, (list, tuple)) and bool(value) and isinstance(value[0], Mapping)
    )


def _key(key: str) -> str:
    return key if key.replace("_", "").replace("-", "").isalnum() and key.isascii() else _text(key)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_value, value))}]"
    return repr(value)


def _text(text: str) -> str:
    return '"' + "".join(ESCAPES.get(c) or (c if c.isprintable() else _escaped(c)) for c in text) + '"'


def _escaped(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"
