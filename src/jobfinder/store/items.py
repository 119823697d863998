"""Statements on items: the tickets of what somebody asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from jobfinder.model import JobQueueItem, Line
from jobfinder.store.db import Row, Tx

_COLUMNS = """
    i.id, i.entity_id, i.type, i.url, i.verdict, i.message, i.doc, i.mine, i.created_at, i.settled_at, i.parent_id,
    i.tracking_id, i.chain, i.depth, i.max_depth, e.key AS entity_key, e.type AS entity_type,
    w.state AS work_state, w.step AS work_step, w.why AS work_why, w.due_at AS work_due
"""
_FROM = "FROM item i LEFT JOIN entity e ON e.id = i.entity_id LEFT JOIN work w ON w.entity_id = i.entity_id"
_DOC = msgspec.json.Decoder(JobQueueItem)


def insert(
    tx: Tx,
    item: JobQueueItem,
    item_id: str,
    entity_id: int | None,
    line: Line,
    now: float,
    *,
    mine: bool,
    verdict: str | None = None,
    message: str | None = None,
    settled_at: float | None = None,
) -> None:
    """A new ticket; one with a verdict is history."""
    tx.run(
        """
        INSERT INTO item (id, entity_id, type, url, verdict, message, doc, mine, created_at, settled_at,
                          parent_id, tracking_id, chain, depth, max_depth)
        VALUES (:id, :entity_id, :type, :url, :verdict, :message, :doc, :mine, :now, :settled_at,
                :parent_id, :tracking_id, :chain, :depth, :max_depth)
        """,
        id=item_id,
        entity_id=entity_id,
        type=item.type,
        url=item.url,
        verdict=verdict,
        message=message,
        doc=msgspec.json.encode(item).decode(),
        mine=int(mine),
        now=now,
        settled_at=settled_at,
        parent_id=line.parent_id,
        tracking_id=line.tracking_id,
        chain=msgspec.json.encode(line.chain).decode(),
        depth=line.depth,
        max_depth=line.max_depth,
    )


def line_of(row: Row) -> Line:
    """Where a ticket stands."""
    return Line(
        tracking_id=row["tracking_id"],
        chain=tuple(msgspec.json.decode(row["chain"])),
        depth=row["depth"],
        max_depth=row["max_depth"],
        parent_id=row["parent_id"],
    )


def original(row: Row) -> JobQueueItem:
    """The item as it was submitted."""
    return _DOC.decode(row["doc"])


def get(tx: Tx, item_id: str) -> Row | None:
    return tx.one(f"SELECT {_COLUMNS} {_FROM} WHERE i.id = :id", id=item_id)


def many(tx: Tx, ids: Sequence[str]) -> list[Row]:
    return tx.all(f"SELECT {_COLUMNS} {_FROM} WHERE i.id IN :ids", ids=list(ids))


def known(tx: Tx, ids: Sequence[str]) -> set[str]:
    """Which of these tickets exist."""
    return {row["id"] for row in tx.all("SELECT id FROM item WHERE id IN :ids", ids=list(ids))}


def listing(tx: Tx, limit: int, *, status: str | None = None) -> list[Row]:
    """The newest tickets first. `status` is a verdict, or `live`."""
    where = {"live": "WHERE i.verdict IS NULL", None: ""}.get(status, "WHERE i.verdict = :status")
    return tx.all(
        f"SELECT {_COLUMNS} {_FROM} {where} ORDER BY i.created_at DESC, i.depth DESC LIMIT :limit",
        limit=limit,
        status=status,
    )


def page(tx: Tx, after: tuple[float, str], limit: int) -> list[Row]:
    """Tickets in order of their creation, those behind (created_at, id)."""
    return tx.all(
        f"""
        SELECT {_COLUMNS} {_FROM}
        WHERE i.created_at > :at OR (i.created_at = :at AND i.id > :id) ORDER BY i.created_at, i.id LIMIT :limit
        """,
        at=after[0],
        id=after[1],
        limit=limit,
    )


def of_entity(tx: Tx, entity_id: int, limit: int = 20) -> list[Row]:
    """The tickets on one entity, newest first."""
    return tx.all(
        f"SELECT {_COLUMNS} {_FROM} WHERE i.entity_id = :id ORDER BY i.created_at DESC LIMIT :limit",
        id=entity_id,
        limit=limit,
    )


def elder(tx: Tx, entity_id: int) -> Row | None:
    """The live ticket that spawns stand under: of smallest depth, then the oldest."""
    return tx.one(
        "SELECT * FROM item WHERE entity_id = :id AND verdict IS NULL ORDER BY depth, created_at, id LIMIT 1",
        id=entity_id,
    )


def last(tx: Tx, entity_id: int) -> Row | None:
    """The newest ticket, live or not."""
    return tx.one("SELECT * FROM item WHERE entity_id = :id ORDER BY created_at DESC, id LIMIT 1", id=entity_id)


def live(tx: Tx, entity_ids: Sequence[int]) -> dict[int, Row]:
    """entity id → whether one of its live tickets is the seeker's own; entities without a live ticket are left out."""
    rows = tx.all(
        """
        SELECT entity_id, MAX(mine) AS mine FROM item WHERE verdict IS NULL AND entity_id IN :ids GROUP BY entity_id
        """,
        ids=list(entity_ids),
    )
    return {row["entity_id"]: row for row in rows}


def has_live(tx: Tx, entity_id: int) -> bool:
    row = tx.one("SELECT 1 AS x FROM item WHERE entity_id = :id AND verdict IS NULL LIMIT 1", id=entity_id)
    return row is not None


def entities_of(tx: Tx, item_ids: Sequence[str]) -> frozenset[int]:
    """The entities that these tickets are on."""
    rows = tx.all("SELECT DISTINCT entity_id FROM item WHERE id IN :ids AND entity_id IS NOT NULL", ids=list(item_ids))
    return frozenset(row["entity_id"] for row in rows)


def settle(tx: Tx, rows: Sequence[dict[str, Any]]) -> None:
    """Settle all live tickets of each entity: `id, verdict, why, now`."""
    tx.many(
        """
        UPDATE item SET verdict = :verdict, message = :why, settled_at = :now
        WHERE entity_id = :id AND verdict IS NULL
        """,
        rows,
    )


def settle_one(tx: Tx, item_id: str, verdict: str, why: str, now: float) -> None:
    """Settle one ticket that is on no entity."""
    tx.run(
        "UPDATE item SET verdict = :verdict, message = :why, settled_at = :now WHERE id = :id",
        id=item_id,
        verdict=verdict,
        why=why,
        now=now,
    )


def counts(tx: Tx) -> dict[str, int]:
    """Tickets by verdict; the live ones under `live`."""
    rows = tx.all("SELECT COALESCE(verdict, 'live') AS v, COUNT(*) AS n FROM item GROUP BY COALESCE(verdict, 'live')")
    return {row["v"]: row["n"] for row in rows}
