"""Statements on progress: per entity and step, with which inputs it last succeeded and how it last failed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from jobfinder.model import Step
from jobfinder.store.db import Row, Tx


def succeed(tx: Tx, rows: Sequence[dict[str, Any]]) -> None:
    """A step succeeded: `id, step, fingerprint, outcome, reason, output, output_hash, carried, now, runs, requests,
    seconds`. The failures before it are forgotten."""
    tx.many(
        """
        INSERT INTO progress (entity_id, step, fingerprint, outcome, reason, output, output_hash, done_at, carried,
                              tried_at, runs, requests, seconds)
        VALUES (:id, :step, :fingerprint, :outcome, :reason, :output, :output_hash, :now, :carried,
                :now, :runs, :requests, :seconds)
        ON CONFLICT (entity_id, step) DO UPDATE SET
          fingerprint = excluded.fingerprint, outcome = excluded.outcome, reason = excluded.reason,
          output = excluded.output, output_hash = excluded.output_hash, done_at = excluded.done_at,
          carried = excluded.carried, tried_at = excluded.tried_at,
          tried = NULL, attempts = 0, total = 0, error_kind = NULL, error = NULL, not_before = NULL,
          runs = progress.runs + excluded.runs, requests = progress.requests + excluded.requests,
          seconds = progress.seconds + excluded.seconds
        """,
        rows,
    )


def fail(tx: Tx, rows: Sequence[dict[str, Any]]) -> None:
    """A step failed: `id, step, tried, tried_at, attempts, total, kind, error, not_before, requests, seconds`."""
    tx.many(
        """
        INSERT INTO progress (entity_id, step, tried, tried_at, attempts, total, error_kind, error, not_before,
                              runs, requests, seconds)
        VALUES (:id, :step, :tried, :tried_at, :attempts, :total, :kind, :error, :not_before, 1, :requests, :seconds)
        ON CONFLICT (entity_id, step) DO UPDATE SET
          tried = excluded.tried, tried_at = excluded.tried_at, attempts = excluded.attempts, total = excluded.total,
          error_kind = excluded.error_kind, error = excluded.error, not_before = excluded.not_before,
          runs = progress.runs + 1, requests = progress.requests + excluded.requests,
          seconds = progress.seconds + excluded.seconds
        """,
        rows,
    )


def grant(tx: Tx, entity_id: int) -> None:
    """One fresh round of attempts."""
    tx.run(
        """
        UPDATE progress SET tried = NULL, attempts = 0, total = 0, error_kind = NULL, error = NULL, not_before = NULL
        WHERE entity_id = :id AND error_kind IS NOT NULL
        """,
        id=entity_id,
    )


def undo(tx: Tx, entity_id: int, step: str, outcome: str) -> None:
    """The step counts as not done, if that is how it ended."""
    tx.run(
        "UPDATE progress SET done_at = NULL WHERE entity_id = :id AND step = :step AND outcome = :outcome",
        id=entity_id,
        step=step,
        outcome=outcome,
    )


def is_done(tx: Tx, entity_id: int, step: Step) -> bool:
    """Has the step ever succeeded?"""
    row = tx.one(
        "SELECT 1 AS x FROM progress WHERE entity_id = :id AND step = :step AND done_at IS NOT NULL",
        id=entity_id,
        step=step,
    )
    return row is not None


def outputs(tx: Tx, ids: Sequence[int]) -> dict[int, dict[Step, Any]]:
    """What the steps of these entities last produced, as plain JSON values."""
    rows = tx.all(
        "SELECT entity_id, step, output FROM progress WHERE entity_id IN :ids AND output IS NOT NULL", ids=list(ids)
    )
    found: dict[int, dict[Step, Any]] = {}
    for row in rows:
        found.setdefault(row["entity_id"], {})[Step(row["step"])] = msgspec.json.decode(row["output"])
    return found


def output(tx: Tx, ids: Sequence[int], step: Step) -> dict[int, str]:
    """What one step of these entities last produced, as the JSON text that is stored."""
    rows = tx.all(
        "SELECT entity_id, output FROM progress WHERE entity_id IN :ids AND step = :step AND output IS NOT NULL",
        ids=list(ids),
        step=step,
    )
    return {row["entity_id"]: row["output"] for row in rows}


def get(tx: Tx, ids: Sequence[int]) -> list[Row]:
    """All progress rows of these entities, without their outputs."""
    return tx.all(
        """
        SELECT entity_id, step, fingerprint, outcome, reason, output_hash, done_at, carried, tried, tried_at, attempts,
               total, error_kind, error, not_before, runs, requests, seconds
        FROM progress WHERE entity_id IN :ids
        """,
        ids=list(ids),
    )


def averages(tx: Tx, type_: str) -> dict[str, tuple[float, float]]:
    """step → (requests, seconds) of one run, over all entities of a type that ran it."""
    rows = tx.all(
        """
        SELECT p.step, SUM(p.requests) * 1.0 / SUM(p.runs) AS requests, SUM(p.seconds) / SUM(p.runs) AS seconds
        FROM progress p JOIN entity e ON e.id = p.entity_id WHERE e.type = :type AND p.runs > 0 GROUP BY p.step
        """,
        type=type_,
    )
    return {row["step"]: (float(row["requests"]), float(row["seconds"])) for row in rows}


def costs(tx: Tx, by: str) -> list[Row]:
    """Runs, requests and seconds from the decision log, by `step` or by `day` (UTC)."""
    key = {"step": "COALESCE(step, event)", "day": "CAST(FLOOR(at / 86400) AS INTEGER)"}[by]
    return tx.all(
        f"""
        SELECT {key} AS key, COUNT(*) AS runs, SUM(requests) AS requests, SUM(seconds) AS seconds
        FROM decision WHERE event = 'ran' GROUP BY {key} ORDER BY {key}
        """
    )
