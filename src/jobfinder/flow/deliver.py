"""Deliver: hand alerts to whoever tells the seeker, until they are acknowledged.

An alert was written in the transaction that saved its match. Delivering is at least once; the key is the same each
time, so that a receiver can tell a repetition. Called by `worker` after commits.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import msgspec

from jobfinder.flow.unit import UnitOfWork
from jobfinder.model import Record
from jobfinder.store import results
from jobfinder.store.db import Row

FIRST_PAUSE = 60.0
LONGEST_PAUSE = 6 * 3600.0


class Alert(Record, frozen=True):
    """An outstanding match. `key` is the same for every delivery of the same alert."""

    key: str
    job: str
    score: float
    title: str | None
    url: str | None
    payload: dict[str, Any]


Deliver = Callable[[Alert], Awaitable[None]]
"""Tells the seeker. Returning acknowledges; raising means that it is tried again later."""


async def deliver_due(unit: UnitOfWork, deliver: Deliver) -> int:
    """Deliver what is due; returns how many were acknowledged."""
    now = unit.clock.now()
    rows = await unit.aread(lambda tx: results.undelivered(tx, now))
    return sum([await _deliver_one(unit, deliver, row) for row in rows])


async def _deliver_one(unit: UnitOfWork, deliver: Deliver, row: Row) -> int:
    id_, tries = row["id"], row["tries"]
    try:
        await deliver(_alert(row))
    except Exception as error:  # noqa: BLE001  (whatever a receiver raises, the alert is kept and tried again)
        said = f"{type(error).__name__}: {error}"
        pause = min(FIRST_PAUSE * 2.0**tries, LONGEST_PAUSE)
        await unit.awrite(lambda batch: results.postpone(batch.tx, id_, batch.now + pause, said))
        return 0
    await unit.awrite(lambda batch: results.acknowledge(batch.tx, id_, batch.now))
    return 1


def _alert(row: Row) -> Alert:
    payload = msgspec.json.decode(row["payload"])
    return Alert(
        key=f"{row['entity_id']}:{row['channel']}:{row['version']}",
        job=row["job_key"],
        score=payload.get("score", 0.0),
        title=row["title"],
        url=msgspec.json.decode(row["doc"]).get("url"),
        payload=payload,
    )
