"""Statements on the decision log: one row for every step run, spawn, refusal, merge, closure and verdict."""

from __future__ import annotations

from typing import Any

import msgspec

from jobfinder.store.db import Row, Tx


class Log:
    """Collects the rows of one transaction, written in one go by `flush`."""

    def __init__(self, now: float) -> None:
        self.now = now
        self.rows: list[dict[str, Any]] = []

    def add(
        self,
        entity_id: int,
        event: str,
        *,
        step: str | None = None,
        outcome: str | None = None,
        reason: str | None = None,
        detail: Any = None,
        fence: int | None = None,
        requests: int = 0,
        seconds: float = 0.0,
    ) -> None:
        self.rows.append(
            {
                "at": self.now,
                "entity_id": entity_id,
                "event": event,
                "step": step,
                "outcome": outcome,
                "reason": reason,
                "detail": None if detail is None else msgspec.json.encode(detail).decode(),
                "fence": fence,
                "requests": requests,
                "seconds": seconds,
            }
        )

    def move(self, loser: int, winner: int) -> None:
        """The rows of one entity are those of another."""
        for row in self.rows:
            if row["entity_id"] == loser:
                row["entity_id"] = winner

    def flush(self, tx: Tx) -> None:
        tx.many(
            """
            INSERT INTO decision (at, entity_id, event, step, outcome, reason, detail, fence, requests, seconds)
            VALUES (:at, :entity_id, :event, :step, :outcome, :reason, :detail, :fence, :requests, :seconds)
            """,
            self.rows,
        )
        self.rows = []


def of_entity(tx: Tx, entity_id: int, limit: int = 200) -> list[Row]:
    """The decisions on one entity, oldest first."""
    rows = tx.all(
        "SELECT * FROM decision WHERE entity_id = :id ORDER BY id DESC LIMIT :limit", id=entity_id, limit=limit
    )
    return rows[::-1]


def since(tx: Tx, after: int, limit: int = 1000) -> list[Row]:
    """Decisions with a number above `after`, oldest first, with the entity's key."""
    return tx.all(
        """
        SELECT d.*, e.key AS entity_key, e.type AS entity_type FROM decision d LEFT JOIN entity e ON e.id = d.entity_id
        WHERE d.id > :after ORDER BY d.id LIMIT :limit
        """,
        after=after,
        limit=limit,
    )
