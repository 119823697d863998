"""Read-only statements that join what the planner and the faces want to see together."""

from __future__ import annotations

from collections.abc import Sequence

from jobfinder.store.db import Row, Tx


def facts(tx: Tx, ids: Sequence[int]) -> list[Row]:
    """Entities with what they see of their company. A company is live while it has a ticket that has not settled."""
    return tx.all(
        """
        SELECT e.id, e.type, e.key, e.doc, e.lane, e.posting_hash, e.posted_at, e.predicted, e.suspect_since,
               e.closed_at, e.closed_reason, e.forced_at, e.verdict, e.settled_at, e.touched_at,
               p.read_at, c.id AS c_id, c.key AS c_key, c.label AS c_name, c.complete AS c_complete,
               c.settled_at AS c_settled_at, c.facts_hash AS c_facts_hash, c.verdict AS c_verdict, c.tier AS c_tier,
               m.score AS m_score,
               CASE WHEN c.id IS NULL THEN FALSE
                    ELSE EXISTS (SELECT 1 FROM item i WHERE i.entity_id = c.id AND i.verdict IS NULL) END AS c_live,
               CASE WHEN EXISTS (SELECT 1 FROM choice x WHERE x.job_id = e.id AND x.kind = 'hidden') THEN FALSE
                    WHEN m.role IS NULL THEN TRUE ELSE NOT EXISTS (
                 SELECT 1 FROM matched o JOIN entity oe ON oe.id = o.job_id LEFT JOIN work ow ON ow.entity_id = o.job_id
                 WHERE o.role = m.role AND o.job_id <> m.job_id
                   AND (oe.closed_at IS NULL AND oe.verdict = 'success'
                        AND (o.standing > m.standing OR (o.standing = m.standing AND o.job_id < m.job_id))
                        OR ow.state = 'leased' AND ow.step = 'review')
               ) END AS leads
        FROM entity e LEFT JOIN entity c ON c.id = e.company_id LEFT JOIN posting p ON p.job_id = e.id
        LEFT JOIN matched m ON m.job_id = e.id
        WHERE e.id IN :ids
        """,
        ids=list(ids),
    )


def listed(tx: Tx, job_ids: Sequence[int]) -> dict[int, Row]:
    """job id → last sight in any listing, and since when it is missing from all of them."""
    rows = tx.all(
        """
        SELECT job_id, MAX(last_at) AS last_at,
               CASE WHEN COUNT(missing_since) = COUNT(*) THEN MAX(missing_since) END AS missing_since
        FROM listed WHERE job_id IN :ids GROUP BY job_id
        """,
        ids=list(job_ids),
    )
    return {row["job_id"]: row for row in rows}


def seen(tx: Tx, job_ids: Sequence[int]) -> list[Row]:
    """What was seen of jobs over time: first and last in any listing, when they were read, whether they were closed
    before, how many open ones of the employer have that title, and how many that said the same were closed before this
    one came up.
    """
    return tx.all(
        """
        SELECT e.id, e.created_at,
               (SELECT MIN(l.first_at) FROM listed l WHERE l.job_id = e.id) AS first_at,
               (SELECT MAX(l.last_at) FROM listed l WHERE l.job_id = e.id) AS last_at,
               (SELECT p.read_at FROM posting p WHERE p.job_id = e.id) AS read_at,
               CASE WHEN e.closed_at IS NULL
                         AND EXISTS (SELECT 1 FROM decision d WHERE d.entity_id = e.id AND d.event = 'closed')
                    THEN 1 ELSE 0 END AS reopened,
               (SELECT COUNT(*) FROM entity o
                WHERE o.company_id = e.company_id AND o.label = e.label AND o.closed_at IS NULL) AS openings,
               (SELECT COUNT(*) FROM entity o
                WHERE o.company_id = e.company_id AND o.label = e.label AND o.posting_hash = e.posting_hash
                      AND o.closed_at <= e.created_at) AS reposted
        FROM entity e WHERE e.id IN :ids
        """,
        ids=list(job_ids),
    )


def newest(tx: Tx, type_: str, limit: int) -> list[Row]:
    """Entities of one type, newest first, with their employer's name and what is planned for them."""
    return tx.all(
        """
        SELECT e.*, c.label AS c_name, w.why AS w_why, w.step AS w_step, w.due_at AS w_due, w.state AS w_state
        FROM entity e LEFT JOIN entity c ON c.id = e.company_id LEFT JOIN work w ON w.entity_id = e.id
        WHERE e.type = :type ORDER BY e.id DESC LIMIT :limit
        """,
        type=type_,
        limit=limit,
    )


def open_jobs_by_source(tx: Tx) -> dict[int, int]:
    """source id → how many open postings it lists."""
    rows = tx.all(
        """
        SELECT l.source_id, COUNT(*) AS n FROM listed l JOIN entity e ON e.id = l.job_id
        WHERE e.closed_at IS NULL AND l.missing_since IS NULL GROUP BY l.source_id
        """
    )
    return {row["source_id"]: row["n"] for row in rows}
