"""Turns a SQLite store with a few real jobs into one with very many, by SQL: each job with all that is kept of it.

Used by `start`. Ids of the copies are those of the originals plus a multiple of STRIDE; employers
and sources are shared.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from jobfinder.app import JobFinder
from jobfinder.flow.batch import Batch
from jobfinder.model import Record
from jobfinder.store.db import Tx

STRIDE = 10_000


class Copied(Record, frozen=True):
    """How a table is copied: which column names the job, which text is made unique, which is left to SQLite."""

    job: str
    unique: str | None = None
    left_out: str | None = None


TABLES: Mapping[str, Copied] = {
    "entity": Copied(job="id", unique="key"),
    "alias": Copied(job="entity_id", unique="key"),
    "posting": Copied(job="job_id"),
    "listed": Copied(job="job_id"),
    "item": Copied(job="entity_id", unique="id"),
    "progress": Copied(job="entity_id"),
    "work": Copied(job="entity_id"),
    "matched": Copied(job="job_id"),
    "decision": Copied(job="entity_id", left_out="id"),
}


def grow(finder: JobFinder, jobs: int) -> int:
    """Copy the jobs that have a posting until there are about so many; returns how many there are."""
    originals = finder.unit.read(lambda tx: [row["job_id"] for row in tx.all("SELECT job_id FROM posting")])
    if not originals or max(originals) >= STRIDE:
        raise ValueError(f"needs a store with some jobs and fewer than {STRIDE} entities")
    for number in range(1, jobs // len(originals)):
        finder.unit.write(partial(copy, ids=originals, number=number))
    return int(finder.unit.read(lambda tx: tx.all("SELECT COUNT(*) AS n FROM posting"))[0]["n"])


def copy(batch: Batch, ids: list[int], number: int) -> None:
    """One more copy of all these jobs."""
    for table, how in TABLES.items():
        names = columns(batch.tx, table, how)
        chosen = ", ".join(shifted(name, how) for name in names)
        batch.tx.run(
            f"INSERT INTO {table} ({', '.join(names)}) SELECT {chosen} FROM {table} WHERE {how.job} IN :ids",
            ids=ids,
            by=number * STRIDE,
            mark=f":{number}",
        )


def columns(tx: Tx, table: str, how: Copied) -> list[str]:
    found = [str(row["name"]) for row in tx.all(f"PRAGMA table_info({table})")]
    return [name for name in found if name != how.left_out]


def shifted(name: str, how: Copied) -> str:
    """The value of a column in the copy."""
    if name == how.job:
        return f"{name} + :by"
    return f"{name} || :mark" if name == how.unique else name
