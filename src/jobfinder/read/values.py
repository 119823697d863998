"""Loose JSON values, as pages and feeds give them, made plain: the texts in them, one text, one number.

Pure. Called by `read.jsonld`, `read.job_posting` and `read.feed`. Shapes vary (a text, a number, an object with a name,
a list of these); nothing here raises on any of them.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from jobfinder.read.currency import number as written_number
from jobfinder.read.text import label

JSON: TypeAlias = "str | int | float | bool | list[JSON] | dict[str, JSON] | None"
Object: TypeAlias = "dict[str, JSON]"

NAMING = ("name", "@value", "value", "text", "title", "label", "rendered", "displayname", "en", "en_us", "de", "fr")
"""Where an object that stands for a text keeps it, best first; translations last."""
MOST = 200
DEPTH = 4
PLAIN_AMOUNT = re.compile(
    r"^\W{0,4}(?:[A-Za-z]{3}\W)?\W{0,3}(\d[\d.,' \u00a0\u202f’]{0,20})\W{0,3}(?:[A-Za-z]{3})?\W{0,2}$"
)


def raw_texts(value: JSON, depth: int = DEPTH) -> tuple[str, ...]:
    """The texts in a value as stated; numbers in digits."""
    if isinstance(value, str):
        return (value,) if value.strip() else ()
    if isinstance(value, bool) or value is None or depth == 0:
        return ()
    if isinstance(value, int | float):
        return (_digits(value),) if abs(value) < 1e300 else ()
    if isinstance(value, list):
        return tuple(text for part in value[:MOST] for text in raw_texts(part, depth - 1))
    for name in NAMING:
        found = raw_texts(value.get(name), depth - 1)
        if found:
            return found
    return ()


def texts(value: JSON) -> tuple[str, ...]:
    """The texts in a value, each one clean line."""
    return tuple(line for text in raw_texts(value)[:MOST] if (line := label(text)))


def text(value: JSON) -> str | None:
    """The first text in a value, in one clean line."""
    return next(iter(texts(value)), None)


def raw_text(value: JSON) -> str | None:
    """The first text in a value as stated."""
    return next(iter(raw_texts(value)), None)


def objects(value: JSON) -> tuple[Object, ...]:
    """The objects that a value is or lists."""
    listed = value[:MOST] if isinstance(value, list) else [value]
    return tuple(part for part in listed if isinstance(part, dict))


def amount(value: JSON) -> float | None:
    """A positive amount, also written ("100,000", "EUR 4.500,00"); null for anything with more words in it."""
    stated = next(iter(raw_texts(value)), "")
    match = PLAIN_AMOUNT.match(stated.strip()[:60])
    if match is None:
        return None
    try:
        found = written_number(match[1].strip(" .,'’"))
    except ValueError:
        return None
    return found if 0 < found < 1e12 else None


def _digits(value: int | float) -> str:
    if isinstance(value, int):
        return str(value) if abs(value) < 10**30 else ""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else format(value, "f").rstrip("0")
