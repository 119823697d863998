"""What holds in every store at every moment, and all that it holds: for tests that break things and look what is left.

`unsound` lists violations of the invariants in words; `differences` compares stored work with what the planner derives
(and changes nothing); `dump` is all rows, to tell "nothing was written" from "almost nothing".
"""

from __future__ import annotations

from typing import Any, NoReturn

from jobfinder.flow import schedule
from jobfinder.flow.batch import Batch
from jobfinder.flow.unit import UnitOfWork
from jobfinder.store.db import Database, Tx

TABLES = (
    "entity",
    "alias",
    "posting",
    "listed",
    "item",
    "progress",
    "wait",
    "work",
    "lane",
    "slot",
    "sequence",
    "decision",
    "matched",
    "choice",
    "outbox",
    "document",
    "page",
    "body",
    "ai_call",
    "ai_answer",
    "ai_refusal",
)
ROUNDS = 50
LONG_READY = 20.0
"""Seconds after which ready work may have become other work by the mere passing of time; claiming it plans it again."""

RULES = {
    "a live item has neither work nor a wait": """
        SELECT i.id, w.state FROM item i LEFT JOIN work w ON w.entity_id = i.entity_id
        WHERE i.verdict IS NULL AND (w.state IS NULL OR w.state = 'done')
        """,
    "a lease whose fence is not its entity's": """
        SELECT w.entity_id, w.fence, e.fence AS entity_fence FROM work w LEFT JOIN entity e ON e.id = w.entity_id
        WHERE w.state = 'leased' AND (w.fence IS NULL OR e.fence IS NULL OR w.fence <> e.fence)
        """,
    "a fence held twice": """
        SELECT fence, COUNT(*) AS n FROM work WHERE state = 'leased' GROUP BY fence HAVING COUNT(*) > 1
        """,
    "a fence beyond the sequence": """
        SELECT e.id, e.fence FROM entity e WHERE e.fence > (SELECT value FROM sequence WHERE name = 'fence')
        """,
    "two runs under one fence": """
        SELECT fence, COUNT(*) AS n FROM decision WHERE event = 'ran' GROUP BY fence HAVING COUNT(*) > 1
        """,
    "a waiter without a wait": """
        SELECT w.entity_id FROM work w WHERE w.state = 'waiting'
        AND NOT EXISTS (SELECT 1 FROM wait x WHERE x.waiter_id = w.entity_id AND x.over IS NULL)
        """,
    "a wait for what nobody works on": """
        SELECT x.waiter_id, x.awaited_id, w.state FROM wait x JOIN work v ON v.entity_id = x.waiter_id
        LEFT JOIN work w ON w.entity_id = x.awaited_id
        WHERE x.over IS NULL AND v.state = 'waiting' AND (w.state IS NULL OR w.state = 'done' OR NOT EXISTS (
          SELECT 1 FROM item i WHERE i.entity_id = x.awaited_id AND i.verdict IS NULL))
        """,
    "a wait of somebody who goes on": """
        SELECT x.waiter_id, v.state FROM wait x JOIN work v ON v.entity_id = x.waiter_id
        WHERE x.over IS NULL AND v.state NOT IN ('waiting', 'look', 'leased')
        """,
    "a lane above its cap": """
        SELECT l.name, l.cap, COUNT(*) AS n FROM lane l JOIN work w ON w.lane = l.name AND w.state = 'leased'
        WHERE l.cap IS NOT NULL GROUP BY l.name, l.cap HAVING COUNT(*) > l.cap
        """,
    "ready work that its lane does not know of": """
        SELECT w.entity_id, w.rank, l.head FROM work w LEFT JOIN lane l ON l.name = w.lane
        WHERE w.state = 'ready' AND (l.head IS NULL OR l.head > w.rank)
        """,
    "an entity without its own name": """
        SELECT e.id, e.key FROM entity e WHERE NOT EXISTS (SELECT 1 FROM alias a WHERE a.entity_id = e.id)
        """,
    "a job saved as a match that is none": """
        SELECT p.entity_id FROM progress p JOIN entity e ON e.id = p.entity_id
        WHERE e.type = 'job' AND p.step = 'save' AND p.outcome = 'saved'
        AND NOT EXISTS (SELECT 1 FROM matched m WHERE m.job_id = p.entity_id)
        """,
    "a page without its body": """
        SELECT p.key, p.body_hash FROM page p WHERE NOT EXISTS (SELECT 1 FROM body b WHERE b.hash = p.body_hash)
        """,
    "a match of a job that is none": """
        SELECT m.job_id, e.type FROM matched m LEFT JOIN entity e ON e.id = m.job_id
        WHERE e.type IS NULL OR e.type <> 'job'
        """,
}
OWNED = (
    ("alias", "entity_id"),
    ("posting", "job_id"),
    ("listed", "job_id"),
    ("listed", "source_id"),
    ("item", "entity_id"),
    ("progress", "entity_id"),
    ("wait", "waiter_id"),
    ("wait", "awaited_id"),
    ("work", "entity_id"),
    ("outbox", "entity_id"),
    ("choice", "job_id"),
    ("page", "entity_id"),
    ("entity", "company_id"),
)


def unsound(tx: Tx) -> list[str]:
    """Every violated invariant, with the rows that violate it."""
    found = [f"{name}: {shown(rows)}" for name, sql in RULES.items() if (rows := tx.all(sql))]
    for table, column in OWNED:
        rows = tx.all(
            f"""
            SELECT {column} AS gone FROM {table}
            WHERE {column} IS NOT NULL AND {column} NOT IN (SELECT id FROM entity)
            """
        )
        found += [f"{table}.{column} of an entity that is no more: {shown(rows)}"] if rows else []
    return found


def shown(rows: list[Any]) -> str:
    return "; ".join(str(dict(row)) for row in rows[:5])


class _UndoneError(Exception):
    """Takes an answer out of a transaction that is rolled back."""

    def __init__(self, found: list[tuple[int, str, str]]) -> None:
        super().__init__()
        self.found = found


def differences(unit: UnitOfWork) -> list[tuple[int, str, str]]:
    """Where derived work differs from stored work, once what is due has been brought forward. Changes nothing."""

    def inside(batch: Batch) -> NoReturn:
        for _ in range(ROUNDS):
            moved = schedule.promote(batch) + schedule.look(batch)[0]
            batch.finish()
            if not moved:
                break
        rows = batch.tx.all(
            "SELECT entity_id FROM work WHERE state = 'ready' AND due_at < :at", at=batch.now - LONG_READY
        )
        aged = {row["entity_id"] for row in rows}
        changed: list[tuple[int, str, str]] = []
        after = 0
        while (page := schedule.resync_page(batch, after))[0]:
            after = page[0]
            changed += page[2]
        raise _UndoneError([row for row in changed if not only_aged(row, row[0] in aged)])

    try:
        unit.write(inside)
    except _UndoneError as undone:
        return undone.found


def only_aged(difference: tuple[int, str, str], aged: bool) -> bool:
    """Has the row become another by the mere passing of time? Claiming plans it again; a waiter that is to be read
    again is, once it waits no more."""
    before, after = (shape.split()[:2] for shape in difference[1:])
    return (aged and before != after) or (before[0] == "waiting" and after == ["ready", "scrape"])


def dump(database: Database, *without: str) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables but those left out, in an order of their own."""
    with database.read() as tx:
        return {table: rows_of(tx, table) for table in TABLES if table not in without}


def rows_of(tx: Tx, table: str) -> list[tuple[Any, ...]]:
    rows = (dict(row) for row in tx.all(f"SELECT * FROM {table}"))
    return sorted((tuple(row.values()) for row in rows), key=repr)
