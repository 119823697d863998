"""Statements on work and waits: one row of work per entity, derived from its plan.

    look     something changed: plan again            future   due at `due_at` (with a step: run it; without: look)
    ready    may run, in rank order of its lane       waiting  for another entity, at the latest until `due_at`
    leased   somebody is at it until `lease_until`    done     nothing to do until something changes

`ready`, `future` and `waiting` are kept apart by partial indexes, so that a million rows of one kind cost the others
nothing. A row that is leased is never taken away by a change: its commit plans again from the facts of then. [guarded]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jobfinder.store.db import Row, Tx


def put(tx: Tx, rows: Sequence[dict[str, Any]]) -> None:
    """Write plans: `id, state, step, lane, due_at, rank, parts, why`. Ends a lease."""
    tx.many(
        """
        INSERT INTO work (entity_id, state, step, lane, due_at, rank, parts, why)
        VALUES (:id, :state, :step, :lane, :due_at, :rank, :parts, :why)
        ON CONFLICT (entity_id) DO UPDATE SET
          state = excluded.state, step = excluded.step, lane = excluded.lane, due_at = excluded.due_at,
          rank = excluded.rank, parts = excluded.parts, why = excluded.why,
          lease_until = NULL, lease_by = NULL, fence = NULL
        """,
        rows,
    )


def look(tx: Tx, ids: Sequence[int], rank: float) -> None:
    """These entities changed: plan them again. Rows that are leased only wait for the ongoing commit."""
    tx.many(
        """
        INSERT INTO work (entity_id, state, rank) VALUES (:id, 'look', :rank)
        ON CONFLICT (entity_id) DO UPDATE SET
          state = CASE WHEN work.state = 'leased' THEN work.state ELSE 'look' END
        """,
        [{"id": id_, "rank": rank} for id_ in sorted(ids)],
    )


def look_again_at_jobs(tx: Tx) -> int:
    """An input that all jobs share changed: plan every job again, in one statement."""
    return tx.run(
        """
        UPDATE work SET state = 'look'
        WHERE state <> 'leased' AND entity_id IN (SELECT id FROM entity WHERE type = 'job')
        """
    )


def look_again_at_those_of(tx: Tx, company_id: int) -> int:
    """Something that jobs and sources see of their company changed: plan them again."""
    return tx.run(
        """
        UPDATE work SET state = 'look'
        WHERE state <> 'leased' AND entity_id IN (SELECT id FROM entity WHERE company_id = :id)
        """,
        id=company_id,
    )


def look_again_at_seen(tx: Tx, ids: Sequence[int]) -> int:
    """These jobs were seen in a listing: whichever of them only awaits its next reading is planned again."""
    return tx.run(
        """
        UPDATE work SET state = 'look'
        WHERE state IN ('future', 'ready') AND (step IS NULL OR step = 'scrape') AND entity_id IN :ids
        """,
        ids=list(ids),
    )


def look_again_on(tx: Tx, lane: str) -> int:
    """A lane of reviews came to rest: what was ready on it may have something else to do meanwhile."""
    return tx.run("UPDATE work SET state = 'look' WHERE state IN ('ready', 'future') AND lane = :lane", lane=lane)


def to_look(tx: Tx, limit: int) -> list[int]:
    """Entities to plan, best rank first."""
    rows = tx.all(
        "SELECT entity_id FROM work WHERE state = 'look' ORDER BY rank LIMIT :limit /*skip locked*/", limit=limit
    )
    return [row["entity_id"] for row in rows]


def is_to_look(tx: Tx) -> bool:
    """Is there anything to plan?"""
    return tx.one("SELECT 1 AS x FROM work WHERE state = 'look' LIMIT 1") is not None


def lock(tx: Tx, ids: Sequence[int]) -> dict[int, Row]:
    """The rows of these entities, held until the transaction ends."""
    rows = tx.all("SELECT * FROM work WHERE entity_id IN :ids ORDER BY entity_id /*lock*/", ids=list(ids))
    return {row["entity_id"]: row for row in rows}


def promote(tx: Tx, now: float, limit: int) -> list[Row]:
    """What was to come has become due: with a step it is ready, without one it is looked at."""
    return tx.all(
        """
        UPDATE work SET state = CASE WHEN state = 'future' AND step IS NOT NULL THEN 'ready' ELSE 'look' END
        WHERE entity_id IN (
          SELECT entity_id FROM (
            SELECT entity_id FROM work WHERE state = 'future' AND due_at <= :now
            ORDER BY due_at LIMIT :limit /*skip locked*/
          ) AS to_come
          UNION ALL
          SELECT entity_id FROM (
            SELECT entity_id FROM work WHERE state = 'waiting' AND due_at <= :now
            ORDER BY due_at LIMIT :limit /*skip locked*/
          ) AS patient
        )
        RETURNING entity_id, state, lane, rank
        """,
        now=now,
        limit=limit,
    )


def reap(tx: Tx, now: float, latest: float) -> list[Row]:
    """Leases that have run out; one that ends after `latest` was given by a clock that has been set back since.

    The holder's fence must be raised by the caller.
    """
    return tx.all(
        """
        UPDATE work SET state = 'look', lease_until = NULL, lease_by = NULL, fence = NULL
        WHERE entity_id IN (
          SELECT entity_id FROM work
          WHERE state = 'leased' AND (lease_until <= :now OR lease_until > :latest) /*skip locked*/
        )
        RETURNING entity_id
        """,
        now=now,
        latest=latest,
    )


def holders(tx: Tx) -> list[str]:
    """Who holds leases."""
    rows = tx.all("SELECT DISTINCT lease_by FROM work WHERE state = 'leased' AND lease_by IS NOT NULL")
    return [row["lease_by"] for row in rows]


def expire(tx: Tx, holder: str) -> int:
    """The leases of a holder that is known to be dead run out at once."""
    return tx.run("UPDATE work SET lease_until = 0 WHERE state = 'leased' AND lease_by = :holder", holder=holder)


def next_fences(tx: Tx, count: int) -> int:
    """Draw `count` numbers that were never drawn before; returns the first."""
    row = tx.one("UPDATE sequence SET value = value + :n WHERE name = 'fence' RETURNING value", n=count)
    assert row is not None
    return int(row["value"]) - count + 1


def raise_fences(tx: Tx, ids: Sequence[int]) -> None:
    """Whoever held these entities can no longer commit."""
    first = next_fences(tx, len(ids))
    tx.many(
        "UPDATE entity SET fence = :fence WHERE id = :id",
        [{"id": id_, "fence": first + n} for n, id_ in enumerate(ids)],
    )


def best_of_lane(tx: Tx, lane: str, limit: int) -> list[Row]:
    """The ready work of a lane, best first."""
    return tx.all(
        """
        SELECT entity_id, step, rank FROM work WHERE state = 'ready' AND lane = :lane
        ORDER BY rank LIMIT :limit /*skip locked*/
        """,
        lane=lane,
        limit=limit,
    )


def lease(tx: Tx, rows: Sequence[dict[str, Any]]) -> None:
    """Take work: `id, fence, until, holder`."""
    tx.many(
        """
        UPDATE work SET state = 'leased', lease_until = :until, lease_by = :holder, fence = :fence
        WHERE entity_id = :id
        """,
        rows,
    )
    tx.many("UPDATE entity SET fence = :fence WHERE id = :id", rows)


def renew(tx: Tx, holder: str, until: float) -> int:
    """The holder is alive: all its leases last longer."""
    return tx.run(
        "UPDATE work SET lease_until = :until WHERE state = 'leased' AND lease_by = :holder", holder=holder, until=until
    )


def get(tx: Tx, entity_id: int) -> Row | None:
    return tx.one("SELECT * FROM work WHERE entity_id = :id", id=entity_id)


def is_held(tx: Tx, entity_id: int, fence: int) -> bool:
    """Is this the fence in force?"""
    row = get(tx, entity_id)
    return row is not None and row["fence"] == fence


def page(tx: Tx, after: int, limit: int) -> list[Row]:
    """Entities in order of their ids, each with its work row where it has one."""
    return tx.all(
        """
        SELECT e.id, w.entity_id, w.state, w.step, w.lane, w.due_at, w.rank, w.why
        FROM entity e LEFT JOIN work w ON w.entity_id = e.id WHERE e.id > :after ORDER BY e.id LIMIT :limit
        """,
        after=after,
        limit=limit,
    )


def orphans(tx: Tx) -> int:
    """Drop work of entities that are no more; returns how many rows."""
    return tx.run("DELETE FROM work WHERE entity_id NOT IN (SELECT id FROM entity)")


def leased(tx: Tx) -> int:
    """How many rows somebody is at."""
    row = tx.one("SELECT COUNT(*) AS n FROM work WHERE state = 'leased'")
    return int(row["n"]) if row else 0


def states(tx: Tx) -> dict[str, int]:
    """Rows of work by state."""
    return {row["state"]: row["n"] for row in tx.all("SELECT state, COUNT(*) AS n FROM work GROUP BY state")}


def next_due(tx: Tx) -> float | None:
    """The earliest moment at which something that is to come becomes due."""
    row = tx.one(
        """
        SELECT MIN(due) AS due FROM (
          SELECT MIN(due_at) AS due FROM work WHERE state = 'future'
          UNION ALL SELECT MIN(due_at) FROM work WHERE state = 'waiting'
          UNION ALL SELECT MIN(lease_until) FROM work WHERE state = 'leased'
        ) AS dues
        """
    )
    return row["due"] if row else None


def coming(tx: Tx, limit: int) -> list[Row]:
    """What comes next: future, waiting and resting work with its entity, soonest first."""
    return tx.all(
        """
        SELECT e.key, e.type, w.state, w.step, w.lane, w.why,
               CASE WHEN w.state = 'ready' THEN l.rest_until ELSE w.due_at END AS due_at, l.rest_why
        FROM work w JOIN entity e ON e.id = w.entity_id LEFT JOIN lane l ON l.name = w.lane AND w.state = 'ready'
        WHERE w.state IN ('future', 'waiting', 'ready') AND w.entity_id IN (
          SELECT entity_id FROM item WHERE verdict IS NULL
        )
        ORDER BY 7 LIMIT :limit
        """,
        limit=limit,
    )


# ---------------------------------------------------------------- waits


def await_(tx: Tx, waiter: int, awaited: int, since: float, deadline: float, rank: float) -> None:
    """One entity waits for another; a wait that goes on keeps its beginning and its deadline."""
    tx.run(
        """
        INSERT INTO wait (waiter_id, awaited_id, since, deadline, rank)
        VALUES (:waiter, :awaited, :since, :deadline, :rank)
        ON CONFLICT (waiter_id, awaited_id) DO UPDATE SET rank = excluded.rank, over = NULL
        """,
        waiter=waiter,
        awaited=awaited,
        since=since,
        deadline=deadline,
        rank=rank,
    )


def give_up(tx: Tx, waiter: int, awaited: int, now: float, why: str) -> None:
    """The waiter goes on without; remembered, so that it does not wait again."""
    tx.run(
        """
        INSERT INTO wait (waiter_id, awaited_id, since, deadline, rank, over)
        VALUES (:waiter, :awaited, :now, :now, 0, :why)
        ON CONFLICT (waiter_id, awaited_id) DO UPDATE SET over = excluded.over
        """,
        waiter=waiter,
        awaited=awaited,
        now=now,
        why=why,
    )


def end_waits_of(tx: Tx, ids: Sequence[int]) -> list[int]:
    """These entities wait no more; returns what they waited for."""
    if not ids:
        return []
    rows = tx.all("DELETE FROM wait WHERE waiter_id IN :ids AND over IS NULL RETURNING awaited_id", ids=list(ids))
    return [row["awaited_id"] for row in rows]


def wake(tx: Tx, settled: Sequence[int]) -> list[int]:
    """Whoever waited for these is released; returns the waiters."""
    rows = tx.all("SELECT waiter_id FROM wait WHERE awaited_id IN :ids", ids=list(settled))
    tx.run("DELETE FROM wait WHERE awaited_id IN :ids", ids=list(settled))
    return [row["waiter_id"] for row in rows]


def waits_of(tx: Tx, ids: Sequence[int]) -> list[Row]:
    """What these entities wait for, or gave up waiting for."""
    return tx.all("SELECT * FROM wait WHERE waiter_id IN :ids", ids=list(ids))


def inherited(tx: Tx, ids: Sequence[int]) -> dict[int, float]:
    """The best rank among the waiters of each entity."""
    rows = tx.all(
        "SELECT awaited_id, MIN(rank) AS rank FROM wait WHERE awaited_id IN :ids AND over IS NULL GROUP BY awaited_id",
        ids=list(ids),
    )
    return {row["awaited_id"]: row["rank"] for row in rows}


def leads_back(tx: Tx, start: int, target: int) -> bool:
    """Following waits from `start`, is `target` reached?"""
    row = tx.one(
        """
        WITH RECURSIVE path (id) AS (
          SELECT awaited_id FROM wait WHERE waiter_id = :start AND over IS NULL
          UNION
          SELECT w.awaited_id FROM wait w JOIN path p ON w.waiter_id = p.id WHERE w.over IS NULL
        )
        SELECT 1 AS x FROM path WHERE id = :target LIMIT 1
        """,
        start=start,
        target=target,
    )
    return start == target or row is not None
