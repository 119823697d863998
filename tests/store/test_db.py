"""The seam under all SQL: the same statements, transactions and errors on both databases."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import psycopg
import pytest

from jobfinder.errors import DisconnectedError, StoreError, UsageError
from jobfinder.store.db import open_database, placeholders
from store.build import Database, read

Connect = Callable[[str], Database]


@pytest.fixture
def notes(database: Database) -> Database:
    """A store with a table of our own in it."""
    database.write(lambda tx: tx.run("CREATE TABLE note (id BIGINT PRIMARY KEY, body TEXT NOT NULL)"))
    return database


def add(tx: Any, *ids: int) -> None:
    tx.many("INSERT INTO note (id, body) VALUES (:id, :body)", [{"id": id_, "body": f"note {id_}"} for id_ in ids])


def ids(tx: Any) -> list[int]:
    return [row["id"] for row in tx.all("SELECT id FROM note ORDER BY id")]


# ---------------------------------------------------------------- statements


def test_lists_are_parameters(notes: Database) -> None:
    notes.write(lambda tx: add(tx, 1, 2, 3))

    def picked(wanted: list[Any], column: str) -> list[int]:
        sql = f"SELECT id FROM note WHERE {column} IN :wanted AND id < :limit ORDER BY id"
        return [row["id"] for row in read(notes, lambda tx: tx.all(sql, wanted=wanted, limit=10))]

    assert picked([1, 3, 99], "id") == [1, 3]
    assert picked(["note 2", "it's; DROP TABLE note"], "body") == [2]
    assert picked([], "id") == []
    assert picked(list(range(5000)), "id") == [1, 2, 3]


def test_text_with_marks_of_the_dialect_is_only_text(notes: Database) -> None:
    text = "100% of :id, %s and %(id)s are 'fine'; /*lock*/"
    notes.write(lambda tx: tx.run("INSERT INTO note (id, body) VALUES (:id, :body)", id=1, body=text))
    assert read(notes, lambda tx: tx.one("SELECT body FROM note WHERE body LIKE '100% of%'"))["body"] == text


def test_the_character_that_postgresql_does_not_know_is_left_out(postgres_url: str, connect: Connect) -> None:
    database = connect(postgres_url)
    database.write(lambda tx: tx.run("CREATE TABLE note (id BIGINT PRIMARY KEY, body TEXT NOT NULL)"))
    database.write(lambda tx: tx.run("INSERT INTO note (id, body) VALUES (1, :body)", body="a\0b"))
    database.write(lambda tx: tx.many("INSERT INTO note (id, body) VALUES (:id, :body)", [{"id": 2, "body": "\0c"}]))
    found = read(database, lambda tx: tx.all("SELECT body FROM note WHERE body IN :b ORDER BY id", b=["ab\0", "c"]))
    assert [row["body"] for row in found] == ["ab", "c"]


def test_run_counts_the_rows_and_one_may_find_none(notes: Database) -> None:
    notes.write(lambda tx: add(tx, 1, 2, 3))
    assert notes.write(lambda tx: tx.run("UPDATE note SET body = 'x' WHERE id IN :ids", ids=[1, 2])) == 2
    assert read(notes, lambda tx: tx.one("SELECT id FROM note WHERE id = :id", id=9)) is None


def test_many_of_nothing_is_nothing(notes: Database) -> None:
    notes.write(lambda tx: tx.many("INSERT INTO note (id) VALUES (:id)", []))
    assert read(notes, ids) == []


def test_rows_can_be_locked_on_both(notes: Database) -> None:
    notes.write(lambda tx: add(tx, 1, 2))
    held = notes.write(lambda tx: tx.all("SELECT id FROM note ORDER BY id /*lock*/"))
    skipped = notes.write(lambda tx: tx.all("SELECT id FROM note ORDER BY id LIMIT :n /*skip locked*/", n=1))
    assert [row["id"] for row in held] == [1, 2]
    assert [row["id"] for row in skipped] == [1]


def test_placeholders() -> None:
    assert placeholders(["a", "b"]) == ":a, :b"


# ---------------------------------------------------------------- transactions


class Stop(Exception):
    """Something that goes wrong inside a transaction."""


def test_a_transaction_that_fails_leaves_nothing(notes: Database, store_url: str, connect: Connect) -> None:
    def work(tx: Any) -> None:
        add(tx, 1)
        raise Stop

    with pytest.raises(Stop):
        notes.write(work)
    assert read(connect(store_url), ids) == []
    notes.write(lambda tx: add(tx, 2))
    assert read(connect(store_url), ids) == [2]


def test_a_violated_constraint_is_the_statements_own_error_and_leaves_nothing(notes: Database) -> None:
    with pytest.raises(Exception, match=r"(?i)unique") as caught:
        notes.write(lambda tx: add(tx, 1, 2, 1))
    assert not isinstance(caught.value, StoreError)
    assert read(notes, ids) == []


def test_a_savepoint_undoes_only_its_own(notes: Database) -> None:
    def work(tx: Any) -> None:
        add(tx, 1)
        with suppress(Stop), tx.savepoint():
            add(tx, 2)
            with tx.savepoint():
                add(tx, 3)
            raise Stop
        with tx.savepoint():
            add(tx, 4)

    notes.write(work)
    assert read(notes, ids) == [1, 4]


def test_a_savepoint_survives_a_failed_statement(notes: Database) -> None:
    def work(tx: Any) -> None:
        add(tx, 1)
        with pytest.raises(Exception, match=r"(?i)unique"), tx.savepoint():
            add(tx, 1)
        add(tx, 2)

    notes.write(work)
    assert read(notes, ids) == [1, 2]


def test_a_read_inside_a_write_sees_what_was_written(notes: Database) -> None:
    def work(tx: Any) -> list[int]:
        add(tx, 1)
        with notes.read() as inner:
            found = ids(inner)
        add(tx, 2)
        return found

    assert notes.write(work) == [1]
    assert read(notes, ids) == [1, 2]


def test_a_read_inside_a_read_sees_the_same(notes: Database) -> None:
    notes.write(lambda tx: add(tx, 1))
    with notes.read() as outer:
        assert ids(outer) == [1]
        with notes.read() as inner:
            assert ids(inner) == [1]
        assert ids(outer) == [1]
    notes.write(lambda tx: add(tx, 2))
    assert read(notes, ids) == [1, 2]


def test_a_read_is_a_snapshot(notes: Database, store_url: str, connect: Connect) -> None:
    notes.write(lambda tx: add(tx, 1))
    other = connect(store_url)
    with notes.read() as tx:
        assert ids(tx) == [1]
        other.write(lambda tx: add(tx, 2))
        assert ids(tx) == [1]
    assert read(notes, ids) == [1, 2]


def test_threads_take_turns(notes: Database) -> None:
    notes.write(lambda tx: tx.run("INSERT INTO note (id, body) VALUES (0, '0')"))

    def count() -> None:
        def work(tx: Any) -> None:
            value = int(tx.one("SELECT body FROM note WHERE id = 0")["body"])
            tx.run("UPDATE note SET body = :body WHERE id = 0", body=str(value + 1))

        for _ in range(25):
            notes.write(work)

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert read(notes, lambda tx: tx.one("SELECT body FROM note"))["body"] == "100"


# ---------------------------------------------------------------- errors


@pytest.mark.parametrize("url", ["", "mysql://host/name", "sqlite://", "sqlite:///", "sqlite:relative.db", "store.db"])
def test_what_is_not_a_store_is_a_usage_error(url: str) -> None:
    with pytest.raises(UsageError, match="not a store"):
        open_database(url)


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="check the path") as caught:
        open_database(f"sqlite:///{tmp_path}/file/store.db")
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_a_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir or Madam, " * 500)
    with pytest.raises(StoreError, match="not a jobfinder store"):
        open_database(f"sqlite:///{path}")
    assert path.read_text().startswith("Dear Sir")


def test_spaces_and_escapes_in_a_path(tmp_path: Path, connect: Connect) -> None:
    connect(f"sqlite:///{tmp_path}/my%20stores/a.db").write(lambda tx: tx.run("CREATE TABLE note (id INTEGER)"))
    assert (tmp_path / "my stores" / "a.db").exists()


def test_a_full_disk_is_said_and_nothing_is_half_written(tmp_path: Path, connect: Connect) -> None:
    database = connect(f"sqlite:///{tmp_path}/small.db")
    database.write(lambda tx: tx.run("CREATE TABLE note (id BIGINT PRIMARY KEY, body TEXT NOT NULL)"))
    database.write(lambda tx: add(tx, 1))
    pages = read(database, lambda tx: tx.one("PRAGMA page_count"))[0]
    with database.read() as tx:
        tx.all(f"PRAGMA max_page_count = {pages + 2}")

    def work(tx: Any) -> None:
        add(tx, 2)
        tx.run("INSERT INTO note (id, body) VALUES (3, :body)", body="x" * 1_000_000)

    with pytest.raises(StoreError, match="disk is full"):
        database.write(work)
    assert read(database, ids) == [1]
    database.write(lambda tx: add(tx, 4))
    assert read(database, ids) == [1, 4]


def test_a_store_in_other_hands_is_said(tmp_path: Path, connect: Connect, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path}/busy.db"
    holder = connect(url)
    holder.write(lambda tx: tx.run("CREATE TABLE note (id BIGINT PRIMARY KEY, body TEXT NOT NULL)"))
    monkeypatch.setattr("jobfinder.store.db.BUSY_SECONDS", 0.01)
    other = connect(url)

    def work(tx: Any) -> None:
        add(tx, 1)
        with pytest.raises(StoreError, match="another process"):
            other.write(lambda tx: add(tx, 2))

    holder.write(work)
    other.write(lambda tx: add(tx, 3))
    assert read(holder, ids) == [1, 3]


def test_a_server_that_is_not_there_is_one_line() -> None:
    with pytest.raises(StoreError, match="is the server up") as caught:
        open_database("postgresql://me:secret@127.0.0.1:1/jobs")
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


def terminate(url: str, pid: int) -> None:
    with psycopg.connect(url, autocommit=True) as admin:
        admin.execute("SELECT pg_terminate_backend(%s)", (pid,))


def suspend(tx: Any) -> None:
    """What a laptop does whose lid is closed: nothing, for longer than the server waits for a transaction."""
    tx.run("SET LOCAL idle_in_transaction_session_timeout = '20ms'")
    time.sleep(0.2)


def own_pid(tx: Any) -> int:
    return int(tx.one("SELECT pg_backend_pid() AS pid")["pid"])


def test_a_connection_that_was_lost_is_made_again(postgres_url: str, connect: Connect) -> None:
    database = connect(postgres_url)
    terminate(postgres_url, read(database, own_pid))
    assert database.write(lambda tx: tx.one("SELECT 1 AS x"))["x"] == 1


@pytest.mark.parametrize("later", [True, False])
def test_work_that_was_suspended_for_too_long_is_done_again(postgres_url: str, connect: Connect, later: bool) -> None:
    database = connect(postgres_url)
    database.write(lambda tx: tx.run("CREATE TABLE note (id BIGINT PRIMARY KEY, body TEXT NOT NULL)"))
    turns: list[int] = []

    def work(tx: Any) -> None:
        turns.append(own_pid(tx))
        add(tx, 1)
        if len(turns) == 1:
            suspend(tx)
        if later:
            add(tx, 2)

    database.write(work)
    assert len(turns) == 2
    assert turns[0] != turns[1]
    assert read(database, ids) == ([1, 2] if later else [1])


def test_reading_that_was_suspended_for_too_long_says_so_and_goes_on(postgres_url: str, connect: Connect) -> None:
    database = connect(postgres_url)

    def work(tx: Any) -> int:
        suspend(tx)
        return own_pid(tx)

    with pytest.raises(DisconnectedError, match="cannot be used") as caught:
        read(database, work)
    assert "\n" not in str(caught.value)
    assert read(database, own_pid)


def test_a_commit_that_was_lost_is_not_repeated(postgres_url: str, connect: Connect) -> None:
    """Nobody knows whether it took place: here the server dies of it."""
    database = connect(postgres_url)
    database.write(lambda tx: tx.run("CREATE TABLE note (id BIGINT PRIMARY KEY, body TEXT NOT NULL)"))
    database.write(
        lambda tx: tx.run(
            "CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(60); RETURN NULL; END $$"
        )
    )
    database.write(
        lambda tx: tx.run(
            "CREATE CONSTRAINT TRIGGER fatal AFTER INSERT ON note DEFERRABLE INITIALLY DEFERRED "
            "FOR EACH ROW EXECUTE FUNCTION die()"
        )
    )
    turns: list[int] = []

    def work(tx: Any) -> None:
        turns.append(1)
        add(tx, 1)

    with pytest.raises(StoreError, match="cannot be used"):
        database.write(work)
    assert turns == [1]


def test_after_a_deadlock_the_work_is_done_again(postgres_url: str, connect: Connect) -> None:
    first, second = connect(postgres_url), connect(postgres_url)
    first.write(lambda tx: tx.run("CREATE TABLE note (id BIGINT PRIMARY KEY, body TEXT NOT NULL)"))
    first.write(lambda tx: add(tx, 1, 2))
    both_hold_one = threading.Barrier(2)

    def crosswise(database: Database, order: tuple[int, int]) -> None:
        turns = iter([True])

        def work(tx: Any) -> None:
            tx.run("UPDATE note SET body = body || '!' WHERE id = :id", id=order[0])
            if next(turns, False):
                both_hold_one.wait()
            tx.run("UPDATE note SET body = body || '!' WHERE id = :id", id=order[1])

        database.write(work)

    threads = [
        threading.Thread(target=crosswise, args=(first, (1, 2))),
        threading.Thread(target=crosswise, args=(second, (2, 1))),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    bodies = read(first, lambda tx: tx.all("SELECT body FROM note ORDER BY id"))
    assert [row["body"] for row in bodies] == ["note 1!!", "note 2!!"]
