"""Statements on archived pages. A repeated step reads them back, a later visit asks only for what is new."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import msgspec

from jobfinder.model import Response
from jobfinder.store.db import Row, Tx

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LEVEL = 3


def put(tx: Tx, key: str, entity_id: int | None, response: Response, now: float) -> None:
    """Keep a response under its request's key; `fresh` until the step that wanted it has succeeded."""
    tx.run(
        """
        INSERT INTO page (key, entity_id, fresh, url, status, headers, redirected_from, body, fetched_at)
        VALUES (:key, :entity_id, 1, :url, :status, :headers, :redirected_from, :body, :now)
        ON CONFLICT (key) DO UPDATE SET
          entity_id = excluded.entity_id, fresh = 1, url = excluded.url, status = excluded.status,
          headers = excluded.headers, redirected_from = excluded.redirected_from, body = excluded.body,
          fetched_at = excluded.fetched_at
        """,
        key=key,
        entity_id=entity_id,
        url=response.url,
        status=response.status,
        headers=msgspec.json.encode(response.headers).decode(),
        redirected_from=msgspec.json.encode(response.redirected_from).decode(),
        body=zstd.compress(response.body, LEVEL),
        now=now,
    )


def get(tx: Tx, key: str) -> Row | None:
    return tx.one("SELECT * FROM page WHERE key = :key", key=key)


def response(row: Row) -> Response:
    """The archived response."""
    return Response(
        url=row["url"],
        status=row["status"],
        body=zstd.decompress(bytes(row["body"])),
        headers=tuple((name, value) for name, value in msgspec.json.decode(row["headers"])),
        redirected_from=tuple(msgspec.json.decode(row["redirected_from"])),
    )


def used(tx: Tx, ids: Sequence[int]) -> None:
    """The steps that fetched these entities' pages have succeeded: the next visit asks the web again."""
    if ids:
        tx.run("UPDATE page SET fresh = 0 WHERE entity_id IN :ids AND fresh = 1", ids=list(ids))


def prune(tx: Tx, before: float) -> int:
    """Drop pages fetched before a moment; returns how many."""
    return tx.run("DELETE FROM page WHERE fetched_at < :before", before=before)
