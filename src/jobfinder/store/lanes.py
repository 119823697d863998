"""Statements on lanes: limited resources with a rate, a cap in flight and a rest.

`head` is the best rank that is ready in the lane, or better than that: it is lowered at once when work becomes ready
and corrected when the lane is served. Requests in flight are the leased rows of the lane plus its slots, so nothing
is left over from a worker that died. [guarded]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jobfinder.store.db import Row, Tx

_USED = """
    (SELECT COUNT(*) FROM work w WHERE w.state = 'leased' AND w.lane = lane.name)
  + (SELECT COUNT(*) FROM slot s WHERE s.lane = lane.name AND s.until > :now)
"""


def offer(tx: Tx, rows: Sequence[dict[str, Any]]) -> None:
    """Work became ready: `name, interval, cap, head`. Makes the lane on first sight."""
    tx.many(
        """
        INSERT INTO lane (name, interval, cap, head) VALUES (:name, :interval, :cap, :head)
        ON CONFLICT (name) DO UPDATE SET
          head = CASE WHEN lane.head IS NULL OR excluded.head < lane.head THEN excluded.head ELSE lane.head END
        """,
        rows,
    )


def ensure(tx: Tx, name: str, interval: float, cap: int | None) -> None:
    tx.run(
        "INSERT INTO lane (name, interval, cap) VALUES (:name, :interval, :cap) ON CONFLICT (name) DO NOTHING",
        name=name,
        interval=interval,
        cap=cap,
    )


def open_(tx: Tx, now: float, latest: float, limit: int) -> list[Row]:
    """Lanes that may serve now, the one with the best work first, with how much of their cap is used.

    A next turn more than `latest` and an interval ahead was written by a clock that has been set back since.
    """
    return tx.all(
        f"""
        SELECT name, interval, cap, CASE WHEN cap IS NULL THEN 0 ELSE {_USED} END AS used
        FROM lane
        WHERE head IS NOT NULL AND rest_until <= :now AND (cap IS NULL OR cap > {_USED})
          AND (next_at <= :now OR next_at > :now + interval + :latest)
        ORDER BY head LIMIT :limit /*skip locked*/
        """,
        now=now,
        latest=latest,
        limit=limit,
    )


def served(tx: Tx, rows: Sequence[dict[str, Any]]) -> None:
    """Tokens were taken: `name, now, count`. The next one is free an interval later."""
    tx.many(
        """
        UPDATE lane SET
          next_at = CASE WHEN interval > 0 THEN :now + interval * :count ELSE next_at END,
          served = served + :count,
          head = (SELECT MIN(rank) FROM work WHERE state = 'ready' AND work.lane = lane.name)
        WHERE name = :name
        """,
        rows,
    )


def get(tx: Tx, name: str) -> Row | None:
    """A lane, held until the transaction ends."""
    return tx.one("SELECT * FROM lane WHERE name = :name /*lock*/", name=name)


def used(tx: Tx, name: str, now: float) -> int:
    """Requests in flight."""
    row = tx.one(f"SELECT {_USED} AS used FROM lane WHERE name = :name", name=name, now=now)
    return int(row["used"]) if row else 0


def reserve(tx: Tx, name: str, next_at: float) -> None:
    """One token is taken; the next is free at `next_at`."""
    tx.run("UPDATE lane SET next_at = :next_at, served = served + 1 WHERE name = :name", name=name, next_at=next_at)


def rest(tx: Tx, name: str, until: float, why: str) -> None:
    """Nothing from this lane before `until`."""
    tx.run(
        """
        INSERT INTO lane (name, interval, cap, rest_until, rest_why) VALUES (:name, 1.0, 1, :until, :why)
        ON CONFLICT (name) DO UPDATE SET
          rest_why = CASE WHEN :until > lane.rest_until THEN :why ELSE lane.rest_why END,
          rest_until = CASE WHEN :until > lane.rest_until THEN :until ELSE lane.rest_until END
        """,
        name=name,
        until=until,
        why=why,
    )


def rest_until(tx: Tx, name: str) -> float | None:
    """Until when a lane rests; null where it never has."""
    row = tx.one("SELECT rest_until FROM lane WHERE name = :name AND rest_until > 0", name=name)
    return row["rest_until"] if row else None


def pace(tx: Tx, name: str, interval: float) -> None:
    """They ask for more time between requests than we take."""
    tx.run(
        "UPDATE lane SET interval = :interval WHERE name = :name AND interval < :interval", name=name, interval=interval
    )


def take_slot(tx: Tx, slot: str, name: str, until: float) -> None:
    tx.run("INSERT INTO slot (id, lane, until) VALUES (:id, :lane, :until)", id=slot, lane=name, until=until)


def free_slot(tx: Tx, slot: str) -> None:
    tx.run("DELETE FROM slot WHERE id = :id", id=slot)


def sweep(tx: Tx, now: float) -> None:
    """Forget slots whose time has passed."""
    tx.run("DELETE FROM slot WHERE until <= :now", now=now)


def next_turn(tx: Tx, now: float) -> float | None:
    """The earliest moment at which a lane that has work and is not resting may serve again."""
    row = tx.one(
        "SELECT MIN(next_at) AS at FROM lane WHERE head IS NOT NULL AND rest_until <= :now AND next_at > :now", now=now
    )
    return row["at"] if row else None


def is_open(tx: Tx, now: float) -> bool:
    """Is there ready work on a lane that is not resting?"""
    return tx.one("SELECT 1 AS x FROM lane WHERE head IS NOT NULL AND rest_until <= :now LIMIT 1", now=now) is not None


def next_rest_end(tx: Tx, now: float) -> float | None:
    """The earliest moment at which a resting lane that has work is open again."""
    row = tx.one("SELECT MIN(rest_until) AS at FROM lane WHERE head IS NOT NULL AND rest_until > :now", now=now)
    return row["at"] if row else None


def rebuild_heads(tx: Tx) -> None:
    """Derive every head from the ready work."""
    tx.run("UPDATE lane SET head = (SELECT MIN(rank) FROM work WHERE state = 'ready' AND work.lane = lane.name)")


def listing(tx: Tx, now: float, limit: int) -> list[Row]:
    """Lanes, those with ready work first."""
    return tx.all(
        f"""
        SELECT name, interval, cap, next_at, rest_until, rest_why, served, {_USED} AS in_flight,
               (SELECT COUNT(*) FROM work w WHERE w.state = 'ready' AND w.lane = lane.name) AS ready
        FROM lane ORDER BY CASE WHEN head IS NULL THEN 1 ELSE 0 END, name LIMIT :limit
        """,
        now=now,
        limit=limit,
    )
