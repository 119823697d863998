"""Queue documents out of a file: whatever shape it has, one item for each, all checked before any is returned.

Pure. Called by `app` for `jobfinder import`. Shapes: a JSON array, JSON lines, an object of id → document, any of these
under `documents`, `items` or `data`, a single document, and our own export (see `export`), of which the items are
taken. What a document says besides the known fields is kept in `extra`. What is to be worked on has to be workable;
what ended elsewhere is history and kept as it is. To accept another field, see `fields`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from jobfinder.errors import UsageError
from jobfinder.legacy import company, job, lines
from jobfinder.legacy.export import FORMAT, ITEM, OTHER_KINDS
from jobfinder.legacy.fields import READERS, WrongError, shown, text
from jobfinder.legacy.state import SOURCE_TYPES, address, carried
from jobfinder.legacy.status import STATUSES, is_history
from jobfinder.model import JobQueueItem, Step
from jobfinder.read import urls

SOURCE_STEPS = (Step.DISCOVER, Step.PROBE, Step.LIST)
SUB_TASKS = {
    "job": job.STEPS,
    "company": company.STEPS,
    **dict.fromkeys(SOURCE_TYPES, SOURCE_STEPS),
    "scrape": (),
}
"""Type → the sub-tasks that it may name; of a `scrape` none is looked at."""
CONTAINERS = ("documents", "items", "data")
IDS = ("id", "_id", "doc_id")
DEEPEST = 100


class Raw(NamedTuple):
    """One record of a file: its number from 1, the key it stood under, and what it says."""

    number: int
    key: str | None
    value: object


def read(text: str, name: str) -> tuple[JobQueueItem, ...]:
    """The items of the file `name` with the content `text`, each id once, in the order of the file.

    `tracking_id` stays null where a document has none; one without an id gets a hash of its content as its id.
    Raises `UsageError` naming file, record and field.
    """
    found: dict[str, tuple[Raw, JobQueueItem]] = {}
    for raw in records(lines.values(text, name)):
        try:
            item = document(raw)
            if item is not None:
                add(found, raw, item)
        except WrongError as error:
            raise UsageError(f"{name}: {title(raw)}: {error}") from None
    return tuple(item for _, item in found.values())


def add(found: dict[str, tuple[Raw, JobQueueItem]], raw: Raw, item: JobQueueItem) -> None:
    """The same document twice is one; two that differ cannot share an id."""
    assert item.id is not None
    first, same = found.setdefault(item.id, (raw, item))
    if same != item:
        raise WrongError(f"id: record {first.number} has the same id and says something else")


def title(raw: Raw) -> str:
    """How messages name a record."""
    id_ = raw.key if not isinstance(raw.value, dict) else own_id(raw.value) or raw.key
    return f"record {raw.number}" + (f" (id {shown(id_)})" if id_ else "")


# ---------------------------------------------------------------- shapes


def records(value: object) -> Iterator[Raw]:
    """The records in `value`, whatever shape it has."""
    return (Raw(number, key, one) for number, (key, one) in enumerate(listed(value), 1))


def listed(value: object) -> Iterable[tuple[str | None, object]]:
    """(key, record) pairs."""
    if not isinstance(value, dict):
        return ((None, one) for one in value) if isinstance(value, list) else [(None, value)]
    inner = next((value[name] for name in CONTAINERS if is_container(value.get(name))), None)
    if isinstance(value.get("type"), str) or "kind" in value:
        return [(None, value)]
    if inner is not None:
        return listed(inner)
    return [(None, value)] if is_document(value) else value.items()


def is_container(value: object) -> bool:
    return isinstance(value, list) or (isinstance(value, dict) and not isinstance(value.get("type"), str))


def is_document(value: dict[str, object]) -> bool:
    """A document that lacks its type, rather than an object of id → document?"""
    return bool(value) and (
        any(name in READERS for name in value) or not any(isinstance(one, dict) for one in value.values())
    )


# ---------------------------------------------------------------- one record


def document(raw: Raw) -> JobQueueItem | None:
    """The item that a record is; null for the other records of our own export. Raises `WrongError`."""
    if not isinstance(raw.value, dict):
        raise WrongError(f"a queue document is an object, not {shown(raw.value)}")
    if depth(raw.value) > DEEPEST:
        raise WrongError(f"it is nested more than {DEEPEST} levels deep")
    value = dict(raw.value)
    if value.get("kind") in OTHER_KINDS and "type" not in value:
        check_format(value)
        return None
    if value.get("kind") == ITEM:
        del value["kind"]
    item = parsed(value, raw.key)
    if not is_history(item.status):
        check_workable(item)
    return item


def depth(value: object) -> int:
    """Levels of lists and objects; not recursive, as strangers decide how deep it goes."""
    found, level = 0, [value]
    while level := [one for one in level if isinstance(one, dict | list)]:
        found += 1
        level = [inner for one in level for inner in (one.values() if isinstance(one, dict) else one)]
    return found


def check_format(value: dict[str, object]) -> None:
    if isinstance(version := value.get("format"), int) and version > FORMAT:
        raise WrongError(f"format: it was written by a newer version ({version}); this one reads up to {FORMAT}")


def parsed(value: dict[str, object], key: str | None) -> JobQueueItem:
    """All fields read; the url found where the document has it."""
    value = {name: one for name, one in value.items() if name not in IDS or one not in (None, "")}
    known = {name: field(name, value[name]) for name in READERS if name in value}
    given = {name: found for name, found in known.items() if found is not None}
    given["type"] = one_of("type", given.get("type"), tuple(SUB_TASKS))
    if "status" in given:
        given["status"] = one_of("status", str(given["status"]).lower(), STATUSES)
    id_name = next((name for name in IDS if name in value), None)
    extra = {name: one for name, one in value.items() if name not in READERS and name != id_name}
    id_ = field(id_name, value[id_name]) if id_name else key or content_id(value)
    item: JobQueueItem = msgspec.convert({**given, "id": id_, "extra": extra}, JobQueueItem)
    return replace(item, url=address(item))


def field(name: str, value: object) -> Any:
    try:
        return READERS.get(name, text)(value)
    except WrongError as error:
        raise WrongError(f"{name}: {error}") from None


def one_of(name: str, value: object, allowed: tuple[str, ...]) -> object:
    if value is None:
        raise WrongError(f"{name} is missing: one of {', '.join(allowed)}")
    if value not in allowed:
        raise WrongError(f"{name}: {shown(value)} is unknown: one of {', '.join(allowed)}")
    return value


def own_id(value: Mapping[str, object]) -> object:
    """The id that a document states."""
    return next((value[name] for name in IDS if value.get(name)), None)


def content_id(value: dict[str, object]) -> str:
    """The same document has the same id wherever it is read."""
    packed = msgspec.json.encode(value, order="deterministic")
    return f"document-{hashlib.blake2b(packed, digest_size=12).hexdigest()}"


# ---------------------------------------------------------------- can it be worked on?


def check_workable(item: JobQueueItem) -> None:
    """Raises `WrongError` if nobody could tell what to do for this item."""
    asked = item.company_sub_task or item.sub_task if item.type == "company" else item.sub_task
    if asked is not None and item.type != "scrape":
        one_of(
            "company_sub_task" if item.type == "company" and item.company_sub_task else "sub_task",
            asked,
            SUB_TASKS[item.type],
        )
    if item.url:
        check_url(item.url)
    elif item.type == "job" and carried(item).posting is None:
        raise WrongError("url is missing: a job needs one, or scraped_data with at least a title")
    elif item.type == "company" and not (item.company_name or company.hints(item)):
        raise WrongError("url is missing: a company needs the address of its site, or a company_name")
    elif item.type in SOURCE_TYPES:
        raise WrongError("url is missing: a source needs the address of a board, a feed or a careers page")


def check_url(url: str) -> None:
    try:
        host = urls.host(urls.canonical(url))
    except UsageError as error:
        raise WrongError(f"url: {error}") from None
    if urls.is_address(host):
        raise WrongError(f"url: {shown(url)} points at an address or a local name: only public sites by name")
