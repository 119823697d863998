"""JSON and JSON lines as text: values out, one line in, and errors that say where.

Pure. Called by `documents` (reading a file of either kind) and `export` (writing lines).
"""

from __future__ import annotations

import re

import msgspec

from jobfinder.errors import UsageError

BYTE = re.compile(r"(?:(?<!\s)\s+)?\(byte (\d{1,18})\)$")


def line(record: object) -> str:
    """`record` as one line of JSON, with its line break."""
    return msgspec.json.encode(record).decode() + "\n"


def values(text: str, name: str) -> list[object] | object:
    """The JSON value of a whole file, or of JSON lines the list of theirs.

    Raises `UsageError` naming the file `name`, the line and the column.
    """
    whole = text.removeprefix("\ufeff")
    if not whole.strip():
        raise UsageError(f"{name} is empty: JSON or JSON lines with queue documents are expected")
    try:
        return decode(whole)
    except ValueError as error:
        lines = [(number, one) for number, one in enumerate(whole.split("\n"), 1) if one.strip()]
        if not is_lines(lines):
            raise UsageError(f"{name}: {explained(error, whole, 1)}") from None
    return [one_line(one, number, name) for number, one in lines]


def is_lines(lines: list[tuple[int, str]]) -> bool:
    """Is the first line an object on its own? Then an error is further down."""
    try:
        return isinstance(decode(lines[0][1]), dict)
    except ValueError:
        return False


def one_line(text: str, number: int, name: str) -> object:
    try:
        return decode(text)
    except ValueError as error:
        raise UsageError(f"{name}: {explained(error, text, number)}") from None


def decode(text: str) -> object:
    """The JSON value of `text`. Raises `ValueError`."""
    try:
        value: object = msgspec.json.decode(text.encode())
    except RecursionError:
        raise ValueError("nested too deeply") from None
    return value


def explained(error: ValueError, text: str, first_line: int) -> str:
    """Where and why `text` is not JSON. Without a place of its own, an error is at the end."""
    if isinstance(error, UnicodeError):
        return "this is not text in UTF-8"
    place = BYTE.search(str(error))
    before = text.encode()[: int(place[1])].decode(errors="ignore") if place else text.rstrip()
    why = BYTE.sub("", str(error)).removeprefix("JSON is malformed: ")
    row, column = first_line + before.count("\n"), len(before) - before.rfind("\n")
    return f"line {row}, column {column}: not valid JSON: {why}"
