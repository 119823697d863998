"""Rows for the tests of the store: entities, tickets, progress and work with one line each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar

from jobfinder.model import Company, EntityType, Job, JobQueueItem, Line, Record, Source
from jobfinder.store import entities, items, progress, work
from jobfinder.store.db import Postgres, Sqlite, Tx

Database: TypeAlias = Sqlite | Postgres
T = TypeVar("T")

NOW = 1_800_000_000.0
DOCS: dict[EntityType, Callable[[str], Record]] = {
    EntityType.JOB: lambda key: Job(url=f"https://boards.example/{key}"),
    EntityType.COMPANY: lambda key: Company(name=key),
    EntityType.SOURCE: lambda key: Source(url=f"https://boards.example/{key}", board="page"),
}


def make(tx: Tx, type_: EntityType, key: str, *, now: float = NOW, company_id: int | None = None) -> int:
    """An entity with its name."""
    entity_id = entities.insert(
        tx, type_, key, DOCS[type_](key), now, lane="host:boards.example", company_id=company_id
    )
    entities.add_aliases(tx, entity_id, [key])
    return entity_id


def ticket(tx: Tx, entity_id: int | None, item_id: str, **kw: Any) -> None:
    """A ticket; `depth`, `chain`, `mine`, `now` and `verdict` may be given."""
    line = Line(
        tracking_id=kw.get("tracking_id", "t"),
        chain=kw.get("chain", ()),
        depth=kw.get("depth", 0),
        max_depth=10,
        parent_id=None,
    )
    items.insert(
        tx,
        JobQueueItem(type="job", url="https://boards.example/1"),
        item_id,
        entity_id,
        line,
        kw.get("now", NOW),
        mine=kw.get("mine", False),
        verdict=kw.get("verdict"),
        settled_at=NOW if kw.get("verdict") else None,
    )


def row(entity_id: int, state: str, **kw: Any) -> dict[str, Any]:
    """A row for `work.put`."""
    return {
        "id": entity_id,
        "state": state,
        "step": kw.get("step", "scrape" if state == "ready" else None),
        "lane": kw.get("lane", "host:boards.example" if state == "ready" else None),
        "due_at": kw.get("due_at", NOW),
        "rank": kw.get("rank", NOW),
        "parts": None,
        "why": kw.get("why", "because"),
    }


def leased(tx: Tx, entity_id: int, *, until: float = NOW + 60, holder: str = "w1", lane: str | None = None) -> int:
    """Work in somebody's hands; returns its fence."""
    work.put(tx, [row(entity_id, "ready", **({"lane": lane} if lane else {}))])
    fence = work.next_fences(tx, 1)
    work.lease(tx, [{"id": entity_id, "fence": fence, "until": until, "holder": holder}])
    return fence


def succeeded(tx: Tx, entity_id: int, step: str, **kw: Any) -> None:
    """A step that has succeeded."""
    values: dict[str, Any] = {
        "fingerprint": "f",
        "outcome": "ok",
        "reason": "",
        "output": '{"a":1}',
        "output_hash": "h",
        "carried": 0,
        "now": NOW,
        "runs": 1,
        "requests": 2,
        "seconds": 0.5,
    }
    progress.succeed(tx, [{"id": entity_id, "step": step, **values, **kw}])


def failed(tx: Tx, entity_id: int, step: str, **kw: Any) -> None:
    """A step that has failed."""
    values: dict[str, Any] = {
        "tried": "f",
        "attempts": 1,
        "total": 1,
        "kind": "timeout",
        "error": "too slow",
        "not_before": None,
        "tried_at": NOW,
        "requests": 1,
        "seconds": 0.25,
    }
    progress.fail(tx, [{"id": entity_id, "step": step, **values, **kw}])


def write(database: Database, statement: Callable[..., T], *args: Any, **kw: Any) -> T:
    """One statement in a transaction of its own."""
    return database.write(lambda tx: statement(tx, *args, **kw))


def read(database: Database, query: Callable[[Any], T]) -> T:
    """The answer of one query in a snapshot of its own."""
    with database.read() as tx:
        return query(tx)


def must(found: T | None) -> T:
    """What has to be there."""
    assert found is not None
    return found


def state_of(database: Database, entity_id: int) -> str | None:
    """The state of an entity's work, null where it has none."""
    found = read(database, lambda tx: work.get(tx, entity_id))
    return None if found is None else str(found["state"])
