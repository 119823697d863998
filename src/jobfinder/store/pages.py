"""Statements on archived pages. A repeated step reads them back, a later visit asks only for what is new.

Their bodies are kept by the SHA-256 of their content, packed with zstd, so that equal ones are kept once. `prune` is
the retention.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence

import msgspec

from jobfinder.model import Record, Response
from jobfinder.store.db import Row, Tx

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LEVEL = 3
QUIET = 3600.0
"""Seconds for which a body without a page is left alone: somebody may be about to refer to it."""


class Packed(Record, frozen=True):
    """A body as it is kept."""

    hash: str
    bytes: bytes


def pack(body: bytes) -> Packed:
    """Worth doing before the transaction, and beside the event loop where the body is large."""
    return Packed(hash=hashlib.sha256(body).hexdigest(), bytes=zstd.compress(body, LEVEL))


def put(tx: Tx, key: str, entity_id: int | None, response: Response, now: float, packed: Packed | None = None) -> None:
    """Keep a response under its request's key; `fresh` until the step that wanted it has succeeded."""
    body = packed or pack(response.body)
    tx.run(
        """
        INSERT INTO body (hash, size, kept_at, bytes) VALUES (:hash, :size, :now, :bytes)
        ON CONFLICT (hash) DO UPDATE SET kept_at = excluded.kept_at
        """,
        hash=body.hash,
        size=len(body.bytes),
        now=now,
        bytes=body.bytes,
    )
    tx.run(
        """
        INSERT INTO page (key, entity_id, fresh, url, status, headers, redirected_from, body_hash, fetched_at)
        VALUES (:key, :entity_id, 1, :url, :status, :headers, :redirected_from, :hash, :now)
        ON CONFLICT (key) DO UPDATE SET
          entity_id = excluded.entity_id, fresh = 1, url = excluded.url, status = excluded.status,
          headers = excluded.headers, redirected_from = excluded.redirected_from, body_hash = excluded.body_hash,
          fetched_at = excluded.fetched_at
        """,
        key=key,
        entity_id=entity_id,
        url=response.url,
        status=response.status,
        headers=msgspec.json.encode(response.headers).decode(),
        redirected_from=msgspec.json.encode(response.redirected_from).decode(),
        hash=body.hash,
        now=now,
    )


def get(tx: Tx, key: str) -> Row | None:
    """The page under a key, with its packed `body`."""
    return tx.one(
        "SELECT page.*, body.bytes AS body FROM page JOIN body ON body.hash = page.body_hash WHERE page.key = :key",
        key=key,
    )


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


# ---------------------------------------------------------------- retention


def prune(tx: Tx, now: float, oldest: float, most: int) -> int:
    """Drop pages fetched before `oldest`, then the oldest bodies until all take at most `most` bytes.

    Returns how many pages went.
    """
    gone = tx.run("DELETE FROM page WHERE fetched_at < :oldest", oldest=oldest)
    tx.run(
        """
        DELETE FROM body WHERE kept_at < :quiet
          AND NOT EXISTS (SELECT 1 FROM page WHERE page.body_hash = body.hash)
        """,
        quiet=now - QUIET,
    )
    beyond = [
        row["hash"]
        for row in tx.all(
            """
            SELECT hash FROM (SELECT hash, SUM(size) OVER (ORDER BY kept_at DESC, hash) AS total FROM body) AS kept
            WHERE total > :most
            """,
            most=most,
        )
    ]
    if beyond:
        gone += tx.run("DELETE FROM page WHERE body_hash IN :hashes", hashes=beyond)
        tx.run("DELETE FROM body WHERE hash IN :hashes", hashes=beyond)
    return gone


def kept(tx: Tx) -> int:
    """Bytes that all bodies take."""
    row = tx.one("SELECT COALESCE(SUM(size), 0) AS bytes FROM body")
    return int(row["bytes"]) if row else 0
