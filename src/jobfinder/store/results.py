"""Statements on matches, on what the seeker decided about them, and on the outbox of alerts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from jobfinder.store.db import Row, Tx


def save_match(tx: Tx, job_id: int, score: float, least: float, doc: dict[str, Any], version: str, now: float) -> None:
    """Show a job. `least` is what orders it among the others."""
    tx.run(
        """
        INSERT INTO matched (job_id, score, least, doc, version, saved_at)
        VALUES (:id, :score, :least, :doc, :version, :now)
        ON CONFLICT (job_id) DO UPDATE SET
          score = excluded.score, least = excluded.least, doc = excluded.doc, version = excluded.version,
          saved_at = excluded.saved_at
        """,
        id=job_id,
        score=score,
        least=least,
        doc=msgspec.json.encode(doc).decode(),
        version=version,
        now=now,
    )


def set_role(tx: Tx, job_id: int, role: int, title_key: str, sketch: str, standing: float) -> None:
    """What role a match is one posting of: the smallest job id of them; and how much it is the one to be shown."""
    tx.run(
        """
        UPDATE matched SET role = :role, title_key = :title_key, sketch = :sketch, standing = :standing
        WHERE job_id = :id
        """,
        id=job_id,
        role=role,
        title_key=title_key,
        sketch=sketch,
        standing=standing,
    )


def drop_match(tx: Tx, job_id: int) -> None:
    tx.run("DELETE FROM matched WHERE job_id = :id", id=job_id)


_OPEN = "e.closed_at IS NULL AND e.verdict = 'success'"


def heads(tx: Tx, min_score: float) -> list[Row]:
    """What orders open matches, and tells which of them are one role, and what the seeker did with each."""
    return tx.all(
        f"""
        SELECT m.job_id, m.score, m.least, m.role, m.standing, COALESCE(e.posted_at, e.created_at) AS since,
               x.kind AS choice
        FROM matched m JOIN entity e ON e.id = m.job_id LEFT JOIN choice x ON x.job_id = m.job_id
        WHERE m.score >= :min AND {_OPEN}
        """,
        min=min_score,
    )


def matches(tx: Tx, ids: Sequence[int]) -> dict[int, Row]:
    """Matches in full, by job id."""
    rows = tx.all(
        """
        SELECT m.job_id, m.score, m.least, m.doc AS match_doc, m.saved_at, e.key, e.doc, e.posted_at,
               p.doc AS posting, p.offer, c.label AS company, x.kind AS choice, x.reason AS choice_reason
        FROM matched m JOIN entity e ON e.id = m.job_id LEFT JOIN posting p ON p.job_id = m.job_id
        LEFT JOIN entity c ON c.id = e.company_id LEFT JOIN choice x ON x.job_id = m.job_id
        WHERE m.job_id IN :ids
        """,
        ids=list(ids),
    )
    return {row["job_id"]: row for row in rows}


def role_of(tx: Tx, job_id: int) -> list[Row]:
    """The open matches that are one role with this one, which may be among them, without those that were hidden."""
    return tx.all(
        f"""
        SELECT m.job_id, m.role, m.standing FROM matched m JOIN entity e ON e.id = m.job_id
        WHERE m.role = (SELECT role FROM matched WHERE job_id = :id) AND {_OPEN}
          AND NOT EXISTS (SELECT 1 FROM choice x WHERE x.job_id = m.job_id AND x.kind = 'hidden')
        """,
        id=job_id,
    )


def twins(tx: Tx, job_ids: Sequence[int]) -> list[int]:
    """The matches that are the same role as another one of these."""
    rows = tx.all(
        """
        SELECT DISTINCT o.job_id FROM matched m JOIN matched o ON o.role = m.role AND o.job_id <> m.job_id
        WHERE m.job_id IN :ids ORDER BY o.job_id
        """,
        ids=list(job_ids),
    )
    return [row["job_id"] for row in rows]


def kin(tx: Tx, job_id: int, title_key: str) -> list[Row]:
    """Other matches of the same employer under titles that say the same: `job_id, role, sketch`."""
    return tx.all(
        """
        SELECT m.job_id, m.role, m.sketch FROM matched m JOIN entity e ON e.id = m.job_id
        WHERE m.title_key = :key AND m.job_id <> :id AND e.company_id = (SELECT company_id FROM entity WHERE id = :id)
        ORDER BY m.job_id
        """,
        key=title_key,
        id=job_id,
    )


# ---------------------------------------------------------------- choices


def choose(tx: Tx, job_id: int, kind: str, reason: str | None, now: float) -> None:
    """What the seeker decided about a job: applied, saved, hidden."""
    tx.run(
        """
        INSERT INTO choice (job_id, kind, reason, at) VALUES (:id, :kind, :reason, :now)
        ON CONFLICT (job_id) DO UPDATE SET kind = excluded.kind, reason = excluded.reason, at = excluded.at
        """,
        id=job_id,
        kind=kind,
        reason=reason,
        now=now,
    )


def unchoose(tx: Tx, job_id: int) -> None:
    tx.run("DELETE FROM choice WHERE job_id = :id", id=job_id)


def choice(tx: Tx, job_id: int) -> Row | None:
    """What the seeker decided about a job: `kind, reason, at`."""
    return tx.one("SELECT kind, reason, at FROM choice WHERE job_id = :id", id=job_id)


def choices(tx: Tx) -> list[Row]:
    """All that the seeker decided, the latest first."""
    return tx.all("SELECT x.*, e.key FROM choice x JOIN entity e ON e.id = x.job_id ORDER BY x.at DESC, x.job_id")


# ---------------------------------------------------------------- counts and alerts


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
