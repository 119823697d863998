"""Read-only statements on what belongs to an entity: what it led to, its sources, its jobs, its matches."""

from __future__ import annotations

from collections.abc import Sequence

from jobfinder.store.db import Row, Tx


def unsettled(tx: Tx, item_ids: Sequence[str]) -> int:
    """How many of these tickets, and of those they led on to, are live.

    What a company, a source, or an address that was no posting led to belongs to the answer; what a job made others
    do does not.
    """
    row = tx.one(
        """
        WITH RECURSIVE asked (id, entity_id, verdict) AS (
          SELECT id, entity_id, verdict FROM item WHERE id IN :ids
          UNION
          SELECT i.id, i.entity_id, i.verdict
          FROM asked a JOIN item i ON i.parent_id = a.id JOIN entity e ON e.id = a.entity_id
          LEFT JOIN progress p ON p.entity_id = e.id AND p.outcome = 'led-on'
          WHERE e.type <> 'job' OR p.outcome IS NOT NULL
        )
        SELECT COUNT(*) AS n FROM asked WHERE verdict IS NULL
        """,
        ids=list(item_ids),
    )
    return int(row["n"]) if row else 0


def led_to(tx: Tx, entity_id: int, limit: int) -> list[Row]:
    """The entities that tickets on this one spawned tickets on, in order of their ids."""
    return tx.all(
        """
        SELECT DISTINCT e.* FROM item p JOIN item i ON i.parent_id = p.id JOIN entity e ON e.id = i.entity_id
        WHERE p.entity_id = :id AND e.id <> :id ORDER BY e.id LIMIT :limit
        """,
        id=entity_id,
        limit=limit,
    )


def sources_of(tx: Tx, company_id: int) -> list[Row]:
    """The sources of a company, in the order in which they came to light."""
    return tx.all("SELECT * FROM entity WHERE type = 'source' AND company_id = :id ORDER BY id", id=company_id)


def jobs_of_company(tx: Tx, company_id: int) -> dict[str, int]:
    """Jobs of a company by verdict; those without one under `open`."""
    rows = tx.all(
        """
        SELECT COALESCE(verdict, 'open') AS v, COUNT(*) AS n FROM entity
        WHERE type = 'job' AND company_id = :id GROUP BY COALESCE(verdict, 'open')
        """,
        id=company_id,
    )
    return {row["v"]: row["n"] for row in rows}


def jobs_of_source(tx: Tx, source_id: int) -> dict[str, int]:
    """Jobs that a source lists, by verdict; those without one under `open`."""
    rows = tx.all(
        """
        SELECT COALESCE(e.verdict, 'open') AS v, COUNT(*) AS n FROM listed l JOIN entity e ON e.id = l.job_id
        WHERE l.source_id = :id AND l.missing_since IS NULL GROUP BY COALESCE(e.verdict, 'open')
        """,
        id=source_id,
    )
    return {row["v"]: row["n"] for row in rows}


_MATCH = """
    SELECT m.job_id, m.score, m.doc AS match_doc, m.saved_at, e.key, e.doc, e.posted_at, p.doc AS posting, p.offer,
           c.label AS company, x.kind AS choice, x.reason AS choice_reason
    FROM matched m JOIN entity e ON e.id = m.job_id LEFT JOIN posting p ON p.job_id = m.job_id
    LEFT JOIN entity c ON c.id = e.company_id LEFT JOIN choice x ON x.job_id = m.job_id
"""
_BEST = "e.closed_at IS NULL AND e.verdict = 'success' ORDER BY m.least DESC, m.saved_at, m.job_id LIMIT :limit"


def matches_of_company(tx: Tx, company_id: int, limit: int) -> list[Row]:
    """Open matches at a company, best first."""
    return tx.all(f"{_MATCH} WHERE e.company_id = :id AND {_BEST}", id=company_id, limit=limit)


def matches_of_source(tx: Tx, source_id: int, limit: int) -> list[Row]:
    """Open matches that a source lists, best first."""
    return tx.all(
        f"{_MATCH} WHERE m.job_id IN (SELECT job_id FROM listed WHERE source_id = :id) AND {_BEST}",
        id=source_id,
        limit=limit,
    )
