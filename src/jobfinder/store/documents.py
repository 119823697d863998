"""Statements on the seeker's documents (preferences, profile): every version is kept."""

from __future__ import annotations

from jobfinder.store.db import Row, Tx


def latest(tx: Tx, kind: str) -> tuple[int, str] | None:
    """(version, body) in force, or null."""
    row = tx.one("SELECT version, body FROM document WHERE kind = :kind ORDER BY version DESC LIMIT 1", kind=kind)
    return (row["version"], row["body"]) if row else None


def versions(tx: Tx) -> dict[str, int]:
    """The version in force of each kind."""
    rows = tx.all("SELECT kind, MAX(version) AS v FROM document GROUP BY kind")
    return {row["kind"]: row["v"] for row in rows}


def body(tx: Tx, kind: str, version: int) -> str | None:
    """What a version said, or null where there is none."""
    row = tx.one("SELECT body FROM document WHERE kind = :kind AND version = :version", kind=kind, version=version)
    return row["body"] if row else None


def history(tx: Tx, kind: str) -> list[Row]:
    """Every version, the first first: `version, body, created_at`."""
    return tx.all("SELECT version, body, created_at FROM document WHERE kind = :kind ORDER BY version", kind=kind)


def put(tx: Tx, kind: str, body: str, now: float) -> int:
    """A new version; returns its number. Where another process has just taken the number, the next."""
    while True:
        current = latest(tx, kind)
        version = current[0] + 1 if current else 1
        written = tx.run(
            """
            INSERT INTO document (kind, version, body, created_at) VALUES (:kind, :version, :body, :now)
            ON CONFLICT DO NOTHING
            """,
            kind=kind,
            version=version,
            body=body,
            now=now,
        )
        if written:
            return version
