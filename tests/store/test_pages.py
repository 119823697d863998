"""The archive of fetched pages: one copy of equal bodies, and what goes when it is old or there is too much of it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable

import pytest
from backports import zstd

from jobfinder.model import EntityType, Response
from jobfinder.store import pages
from jobfinder.store.db import Tx
from jobfinder.store.migrate import HEAD, migrate, upgrade
from store.build import NOW, Database, make, read, write

Connect = Callable[[str], Database]
DAY = 86_400.0
ALL = 10**12


def page(body: bytes, url: str = "https://a.example/") -> Response:
    return Response(url=url, status=200, body=body)


def put(database: Database, key: str, body: bytes, at: float = NOW) -> None:
    write(database, pages.put, key, None, page(body), at)


def body_of(database: Database, key: str) -> bytes | None:
    row = read(database, lambda tx: pages.get(tx, key))
    return None if row is None else pages.response(row).body


def bodies(database: Database) -> int:
    return len(read(database, lambda tx: tx.all("SELECT hash FROM body")))


def prune(database: Database, now: float, oldest: float = 0.0, most: int = ALL) -> int:
    return database.write(lambda tx: pages.prune(tx, now, oldest, most))


def test_equal_bodies_are_kept_once(database: Database) -> None:
    for key in ("a", "b", "c"):
        put(database, key, b"the same" * 100)
    put(database, "d", b"another")
    assert bodies(database) == 2
    assert [body_of(database, key) for key in "abcd"] == [b"the same" * 100] * 3 + [b"another"]


def test_a_body_is_kept_packed_under_the_hash_of_its_content(database: Database) -> None:
    body = b"<p>hello</p>" * 1000
    put(database, "a", body)
    [row] = read(database, lambda tx: tx.all("SELECT * FROM body"))
    assert row["hash"] == hashlib.sha256(body).hexdigest()
    assert row["size"] == len(row["bytes"]) < len(body) / 10
    assert read(database, pages.kept) == row["size"]


@pytest.mark.parametrize("body", [b"", b"\0", os.urandom(300_000)], ids=["empty", "NUL", "large"])
def test_any_body_comes_back(database: Database, body: bytes) -> None:
    put(database, "a", body)
    assert body_of(database, "a") == body


def test_old_pages_go_and_bodies_with_the_last_page_that_has_them(database: Database) -> None:
    put(database, "old", b"shared", NOW)
    put(database, "older", b"alone", NOW)
    put(database, "young", b"shared", NOW + 2 * DAY)
    assert prune(database, NOW + 2 * DAY, oldest=NOW + DAY) == 2
    assert [body_of(database, key) for key in ("old", "older", "young")] == [None, None, b"shared"]
    assert bodies(database) == 1


def test_a_body_that_was_replaced_goes_after_a_while(database: Database) -> None:
    put(database, "a", b"first")
    put(database, "a", b"second", NOW + 1)
    prune(database, NOW + 2)
    assert bodies(database) == 2, "somebody may just be about to refer to it"
    prune(database, NOW + DAY)
    assert bodies(database) == 1
    assert body_of(database, "a") == b"second"


def test_of_too_much_what_was_fetched_first_goes(database: Database) -> None:
    sizes = []
    for n in range(4):
        put(database, f"p{n}", os.urandom(1000), NOW + n)
        sizes.append(read(database, pages.kept))
    one = sizes[0]
    assert prune(database, NOW, most=2 * one + one // 2) == 2
    assert [body_of(database, f"p{n}") is not None for n in range(4)] == [False, False, True, True]
    assert read(database, pages.kept) <= 2 * one + one // 2
    assert prune(database, NOW, most=2 * one + one // 2) == 0
    assert prune(database, NOW, most=0) == 2
    assert bodies(database) == 0


def test_a_body_fetched_again_counts_as_new(database: Database) -> None:
    first, second = os.urandom(1000), os.urandom(1000)
    put(database, "a", first, NOW)
    put(database, "b", second, NOW + 1)
    put(database, "a", first, NOW + 2)
    prune(database, NOW + 2, most=1500)
    assert [body_of(database, key) for key in "ab"] == [first, None]


def test_a_page_without_its_body_is_not_remembered(database: Database) -> None:
    put(database, "a", b"x")
    database.write(lambda tx: tx.run("DELETE FROM body"))
    assert body_of(database, "a") is None


def test_pages_of_the_first_schema_are_carried_over(blank_url: str, connect: Connect) -> None:
    database = connect(blank_url)
    upgrade(database, "0001")
    job = database.write(lambda tx: make(tx, EntityType.JOB, "job:1"))
    insert = """
        INSERT INTO page (key, entity_id, fresh, url, status, headers, redirected_from, body, fetched_at)
        VALUES (:key, :entity_id, :fresh, :url, 200, :headers, :trail, :body, :at)
    """

    def fill(tx: Tx) -> None:
        for key, entity_id, body, at in (
            ("GET https://a.example/", job, b"<h1>a</h1>" * 50, NOW),
            ("GET https://b.example/", None, b"<h1>a</h1>" * 50, NOW + 5),
            ("robots:https://a.example", None, b"", NOW + 1),
        ):
            packed = zstd.compress(body)
            tx.run(
                insert,
                key=key,
                entity_id=entity_id,
                fresh=int(entity_id is not None),
                url=key.rpartition(" ")[2],
                headers='[["etag","1"]]',
                trail='["https://c.example/"]',
                body=packed,
                at=at,
            )

    database.write(fill)
    migrate(database)
    assert database.version() == HEAD
    row = read(database, lambda tx: pages.get(tx, "GET https://a.example/"))
    assert row is not None
    assert (row["entity_id"], row["fresh"], row["fetched_at"]) == (job, 1, NOW)
    assert pages.response(row) == Response(
        url="https://a.example/",
        status=200,
        body=b"<h1>a</h1>" * 50,
        headers=(("etag", "1"),),
        redirected_from=("https://c.example/",),
    )
    assert body_of(database, "robots:https://a.example") == b""
    assert bodies(database) == 2
    [newest] = read(database, lambda tx: tx.all("SELECT MAX(kept_at) AS at FROM body"))
    assert newest["at"] == NOW + 5
