"""JSON read tolerantly: a field that is missing, null, empty or of another type is null, and never an exception.

Pure. Called by the adapters. `Node` wraps one object; `decode` makes the value of a body.
"""

from __future__ import annotations

import json
import math

import msgspec

from jobfinder.errors import Broken
from jobfinder.model import Response
from jobfinder.read import dates, urls
from jobfinder.read.text import label


class Node:
    """One JSON object. What is no object is an empty one."""

    __slots__ = ("_fields",)

    def __init__(self, value: object) -> None:
        self._fields: dict[str, object] = value if isinstance(value, dict) else {}

    def __bool__(self) -> bool:
        """Does it hold anything?"""
        return bool(self._fields)

    def value(self, name: str) -> object:
        """The field as it stands."""
        return self._fields.get(name)

    def text(self, *names: str) -> str | None:
        """The first of these fields that says something, in one line. Numbers count as text."""
        for name in names:
            value = self._fields.get(name)
            if value is not None and (text := _label(value)):
                return text
        return None

    def markup(self, name: str) -> str:
        """A field of markup or long text, as it stands; empty where there is none."""
        value = self._fields.get(name)
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> float | None:
        """A finite number, also one written as text."""
        value = self._fields.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float | str):
            return None
        try:
            number = float(value)
        except (ValueError, OverflowError):
            return None
        return number if math.isfinite(number) else None

    def flag(self, name: str) -> bool | None:
        """A yes or no."""
        value = self._fields.get(name)
        return value if isinstance(value, bool) else None

    def date(self, *names: str) -> str | None:
        """The first of these fields that is a date, in ISO 8601."""
        for name in names:
            value = self._fields.get(name)
            if isinstance(value, str | int | float) and (date := dates.iso(value)):
                return date
        return None

    def url(self, name: str) -> str | None:
        """An absolute web address."""
        value = self._fields.get(name)
        return urls.join("", value) if isinstance(value, str) else None

    def at(self, *path: str) -> Node:
        """The object under these names, one inside the other."""
        node = self
        for name in path:
            node = Node(node._fields.get(name))
        return node

    def rows(self, name: str) -> tuple[Node, ...]:
        """The objects in a list."""
        return nodes(self._fields.get(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """The texts in a list, or the one text."""
        value = self._fields.get(name)
        return tuple(filter(None, map(_label, value if isinstance(value, list) else [value])))


def nodes(value: object) -> tuple[Node, ...]:
    """The objects in a list; none where it is no list."""
    return tuple([Node(item) for item in value if isinstance(item, dict)]) if isinstance(value, list) else ()


def decode(response: Response) -> object:
    """The JSON value of an answer. Raises `Broken` where it is none."""
    body = response.body.removeprefix(b"\xef\xbb\xbf")
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        pass
    try:
        # A lone surrogate in one posting must not hide the board: the standard library takes it.
        value: object = json.loads(body)
    except (ValueError, RecursionError):
        raise Broken(f"{urls.host(response.url) or 'the board'} answered something that is not JSON") from None
    return value


def _label(value: object) -> str | None:
    if isinstance(value, str):
        return label(value)
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
