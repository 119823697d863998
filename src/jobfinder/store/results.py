"""Statements on matches and the outbox of alerts."""

from __future__ import annotations

from typing import Any

import msgspec

from jobfinder.store.db import Row, Tx


def save_match(tx: Tx, job_id: int, score: float, doc: dict[str, Any], version: str, now: float) -> None:
    tx.run(
        """
        INSERT INTO matched (job_id, score, doc, version, saved_at) VALUES (:id, :score, :doc, :version, :now)
        ON CONFLICT (job_id) DO UPDATE SET
          score = excluded.score, doc = excluded.doc, version = excluded.version, saved_at = excluded.saved_at
        """,
        id=job_id,
        score=score,
        doc=msgspec.json.encode(doc).decode(),
        version=version,
        now=now,
    )


def drop_match(tx: Tx, job_id: int) -> None:
    tx.run("DELETE FROM matched WHERE job_id = :id", id=job_id)


def matches(tx: Tx, min_score: float, limit: int) -> list[Row]:
    """Open matches, best first."""
    return tx.all(
        """
        SELECT m.job_id, m.score, m.doc AS match_doc, m.saved_at, e.key, e.doc, e.posted_at, p.doc AS posting,
               c.label AS company
        FROM matched m JOIN entity e ON e.id = m.job_id LEFT JOIN posting p ON p.job_id = m.job_id
        LEFT JOIN entity c ON c.id = e.company_id
        WHERE m.score >= :min AND e.closed_at IS NULL AND e.verdict = 'success'
        ORDER BY m.score DESC, m.saved_at, m.job_id LIMIT :limit
        """,
        min=min_score,
        limit=limit,
    )


def all_matches(tx: Tx) -> list[Row]:
    """Every match, also of jobs that have closed since."""
    return tx.all(
        """
        SELECT e.key, m.score, m.saved_at, m.doc AS match_doc FROM matched m JOIN entity e ON e.id = m.job_id
        ORDER BY m.job_id
        """
    )


def match(tx: Tx, job_id: int) -> Row | None:
    return tx.one("SELECT * FROM matched WHERE job_id = :id", id=job_id)


def count_matches(tx: Tx) -> int:
    row = tx.one(
        """
        SELECT COUNT(*) AS n FROM matched m JOIN entity e ON e.id = m.job_id
        WHERE e.closed_at IS NULL AND e.verdict = 'success'
        """
    )
    return int(row["n"]) if row else 0


def post(tx: Tx, entity_id: int, channel: str, version: str, payload: dict[str, Any], now: float) -> None:
    """Put an alert out, once per (entity, channel, version)."""
    tx.run(
        """
        INSERT INTO outbox (entity_id, channel, version, payload, created_at, due_at)
        VALUES (:id, :channel, :version, :payload, :now, :now)
        ON CONFLICT (entity_id, channel, version) DO NOTHING
        """,
        id=entity_id,
        channel=channel,
        version=version,
        payload=msgspec.json.encode(payload).decode(),
        now=now,
    )


def undelivered(tx: Tx, now: float, limit: int = 20) -> list[Row]:
    """Alerts that nobody has acknowledged and whose next try is due, with the job they are about."""
    return tx.all(
        """
        SELECT o.*, e.key AS job_key, e.label AS title, e.doc
        FROM outbox o JOIN entity e ON e.id = o.entity_id
        WHERE o.acked_at IS NULL AND o.due_at <= :now ORDER BY o.id LIMIT :limit
        """,
        now=now,
        limit=limit,
    )


def next_delivery(tx: Tx) -> float | None:
    """When the first alert that nobody has acknowledged is due for its next try."""
    row = tx.one("SELECT MIN(due_at) AS at FROM outbox WHERE acked_at IS NULL")
    return row["at"] if row else None


def outbox(tx: Tx) -> list[Row]:
    return tx.all("SELECT * FROM outbox ORDER BY id")


def acknowledge(tx: Tx, outbox_id: int, now: float) -> None:
    tx.run("UPDATE outbox SET acked_at = :now, tries = tries + 1, error = NULL WHERE id = :id", id=outbox_id, now=now)


def postpone(tx: Tx, outbox_id: int, due_at: float, error: str) -> None:
    tx.run(
        "UPDATE outbox SET tries = tries + 1, due_at = :due_at, error = :error WHERE id = :id",
        id=outbox_id,
        due_at=due_at,
        error=error,
    )
