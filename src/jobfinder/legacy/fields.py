"""One field of a legacy document: which spellings are accepted, and what is said of others.

Pure. Called by `documents`, which adds file, record and field to the message. Readers take any JSON value, give null
for an empty one and raise `WrongError` for a wrong one. To accept another field, add a row to READERS.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from jobfinder.legacy.lines import decode
from jobfinder.read import dates

LATEST = 4_200_000_000.0
MILLIS = 1e11
"""From here on a number counts milliseconds."""
MOST = 1_000_000
SHOWN = 60
NUMBER = re.compile(r"\d{9,16}(?:\.\d{1,9})?")
SECONDS = ("_seconds", "seconds")
NANOSECONDS = ("_nanoseconds", "nanoseconds")
TIMES = 'epoch seconds, ISO 8601 text, or {"_seconds": …, "_nanoseconds": …}'


class WrongError(Exception):
    """What is wrong with a field or a record, in words."""


def text(value: object) -> str | None:
    """Text; a number counts as its digits."""
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise WrongError(f"text is expected, not {shown(value)}")
    if "\x00" in str(value):
        raise WrongError("it contains a NUL character")
    return str(value)


def mapping(value: object) -> dict[str, object] | None:
    """An object, or text that holds one in JSON, as relational copies of the queue have it."""
    found = unpacked(value)
    if found is None or isinstance(found, dict):
        return found
    raise WrongError(f"an object is expected, not {shown(value)}")


def names(value: object) -> tuple[str, ...] | None:
    """A list of ids, each kept once; or text that holds one in JSON."""
    found = unpacked(value)
    if found is None:
        return None
    if not isinstance(found, list) or not all(isinstance(one, str) and "\x00" not in one for one in found):
        raise WrongError(f"a list of ids is expected, not {shown(value)}")
    return tuple(dict.fromkeys(found))


def count(value: object) -> int | None:
    """A whole number, 0 to 1,000,000."""
    if value is None:
        return None
    whole = int(value) if isinstance(value, float) and value.is_integer() else value
    if isinstance(whole, bool) or not isinstance(whole, int) or not 0 <= whole <= MOST:
        raise WrongError(f"a whole number from 0 to {MOST:,} is expected, not {shown(value)}")
    return whole


def moment(value: object) -> float | None:
    """Epoch seconds of a number, of a text in ISO 8601 (without a zone: UTC), or of seconds and nanoseconds."""
    if value is None or value == "":
        return None
    seconds = _seconds(value)
    if seconds is None or not 0 <= seconds < LATEST:
        raise WrongError(f"a time is expected ({TIMES}), not {shown(value)}")
    return seconds


READERS: dict[str, Callable[[object], object]] = {
    **dict.fromkeys(
        (
            "type",
            "url",
            "sub_task",
            "company_sub_task",
            "company_name",
            "company_id",
            "source",
            "submitted_by",
            "status",
            "result_message",
            "error_details",
            "parent_item_id",
            "tracking_id",
        ),
        text,
    ),
    **dict.fromkeys(("pipeline_state", "scraped_data", "scrape_config", "source_discovery_config"), mapping),
    **dict.fromkeys(("created_at", "updated_at", "processed_at", "completed_at"), moment),
    **dict.fromkeys(("retry_count", "max_retries", "spawn_depth", "max_spawn_depth"), count),
    "ancestry_chain": names,
}
"""Field → its reader. Every other field of a document is kept as it is."""


def shown(value: object) -> str:
    """A value as it may stand in a message: short, on one line."""
    text_ = repr(value)
    return text_ if len(text_) <= SHOWN else f"{text_[:SHOWN]}…"


def unpacked(value: object) -> object:
    """What a JSON text holds; any other value is itself, an empty text null."""
    if not isinstance(value, str):
        return value
    try:
        return decode(value) if value.strip() else None
    except ValueError:
        return value


def _seconds(value: object) -> float | None:
    if isinstance(value, Mapping):
        return _stamp(value)
    if isinstance(value, str):
        return float(value) if NUMBER.fullmatch(value) else _text_seconds(value)
    return _number(value)


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value / 1000 if value >= MILLIS else float(value)


def _stamp(value: Mapping[str, object]) -> float | None:
    seconds = _number(next((value[name] for name in SECONDS if name in value), None))
    nanoseconds = _number(next((value[name] for name in NANOSECONDS if name in value), 0))
    return None if seconds is None or nanoseconds is None else seconds + nanoseconds / 1e9


def _text_seconds(value: str) -> float | None:
    try:
        found = datetime.fromisoformat(value.strip())
    except ValueError:
        return dates.epoch(value)
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
