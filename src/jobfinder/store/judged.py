"""Read-only statements on jobs as they were judged: with posting, facts, verdicts of the filter, and score."""

from __future__ import annotations

from collections.abc import Sequence

from jobfinder.store.db import Row, Tx

_READ = """
    SELECT e.id, e.key, e.verdict, e.closed_at, e.company_id, p.doc AS posting, p.offer, p.offer_version,
           m.score AS m_score, a.output AS analysis
    FROM entity e JOIN posting p ON p.job_id = e.id
    LEFT JOIN matched m ON m.job_id = e.id
    LEFT JOIN progress a ON a.entity_id = e.id AND a.step = 'analyze'
"""


def read(tx: Tx, after: int, limit: int) -> list[Row]:
    """Jobs whose posting was read, in order of their ids."""
    return tx.all(
        f"{_READ} WHERE e.type = 'job' AND e.id > :after ORDER BY e.id LIMIT :limit", after=after, limit=limit
    )


def these(tx: Tx, ids: Sequence[int]) -> list[Row]:
    """As `read`, of these jobs."""
    return tx.all(f"{_READ} WHERE e.id IN :ids ORDER BY e.id", ids=list(ids))


_VERDICT = """
    SELECT e.id, e.key, e.doc, e.label, e.verdict, e.closed_at, c.label AS company, f.output AS filtered,
           f.reason AS why,
           s.outcome AS saved, s.reason AS saved_reason, a.output AS analysis
    FROM entity e LEFT JOIN entity c ON c.id = e.company_id
    LEFT JOIN progress f ON f.entity_id = e.id AND f.step = 'filter'
    LEFT JOIN progress s ON s.entity_id = e.id AND s.step = 'save'
    LEFT JOIN progress a ON a.entity_id = e.id AND a.step = 'analyze' AND s.outcome = 'below'
"""


def verdicts(tx: Tx, after: int, limit: int) -> list[Row]:
    """Settled jobs that are open, in order of their ids, with what the filter said of them and what came of saving."""
    return tx.all(
        f"""
        {_VERDICT} WHERE e.type = 'job' AND e.closed_at IS NULL AND e.verdict IS NOT NULL AND e.id > :after
        ORDER BY e.id LIMIT :limit
        """,
        after=after,
        limit=limit,
    )


def verdict(tx: Tx, job_id: int) -> Row | None:
    """As `verdicts`, of one job."""
    return tx.one(f"{_VERDICT} WHERE e.id = :id", id=job_id)
