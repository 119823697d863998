"""Migrations: a fresh store, one that is opened again, one from the future, and one left in the middle."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jobfinder.errors import StoreError
from jobfinder.model import EntityType
from jobfinder.store import entities, work
from jobfinder.store.migrate import HEAD, KNOWN, migrate
from store.build import Database, make, must, read, write

Connect = Callable[[str], Database]
TABLES = {
    "entity", "alias", "posting", "listed", "item", "progress", "wait", "work", "lane", "slot", "sequence", "decision",
    "matched", "outbox", "document", "page", "body", "ai_call", "ai_answer", "ai_refusal", "choice",
}  # fmt: skip


def count(tx: Any, table: str) -> int:
    return int(tx.one(f"SELECT COUNT(*) AS n FROM {table}")["n"])


def test_a_blank_store_gets_every_table(blank_url: str, connect: Connect) -> None:
    database = connect(blank_url)
    assert database.version() is None
    migrate(database)
    assert database.version() == HEAD
    for table in TABLES:
        rows = write(database, count, table)
        assert rows == (1 if table == "sequence" else 0), table


def test_opening_again_keeps_everything(blank_url: str, connect: Connect) -> None:
    first = connect(blank_url)
    migrate(first)
    entity_id = first.write(lambda tx: make(tx, EntityType.JOB, "job:1"))
    first.write(lambda tx: work.next_fences(tx, 7))
    again = connect(blank_url)
    migrate(again)
    assert must(read(again, lambda tx: entities.find(tx, "job:1")))["id"] == entity_id
    assert again.write(lambda tx: work.next_fences(tx, 1)) == 8


def test_a_store_of_a_newer_version_is_refused_and_untouched(store_url: str, connect: Connect) -> None:
    database = connect(store_url)
    database.write(lambda tx: tx.run("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="9999, newer than this jobfinder knows") as caught:
        migrate(database)
    assert "\n" not in str(caught.value)
    assert database.version() == "9999"


def test_the_head_is_known() -> None:
    files = {path.name[:4] for path in (Path(work.__file__).parent / "migrations" / "versions").glob("0*.py")}
    assert set(KNOWN) == files
    assert max(files) == HEAD


def test_a_migration_that_fails_can_be_done_again(blank_url: str, connect: Connect) -> None:
    database = connect(blank_url)
    database.write(lambda tx: tx.run("CREATE TABLE outbox (id INTEGER)"))
    with pytest.raises(StoreError) as caught:
        migrate(database)
    assert "\n" not in str(caught.value)
    database.write(lambda tx: tx.run("DROP TABLE outbox"))
    migrate(database)
    assert database.version() == HEAD


OPEN = """
import sys
from jobfinder.store.db import open_database
from jobfinder.store.migrate import migrate
database = open_database(sys.argv[1])
import alembic.command, sqlalchemy
sys.stdout.write("ready\\n")
sys.stdout.flush()
sys.stdin.readline()
migrate(database)
sys.stdout.write(str(database.version()))
"""


def test_processes_that_open_a_new_store_at_once_take_turns(blank_url: str) -> None:
    started = [
        subprocess.Popen(
            [sys.executable, "-W", "ignore", "-c", OPEN, blank_url],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        for _ in range(2)
    ]
    for process in started:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in started:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    said = [process.communicate(timeout=60) for process in started]
    assert said == [(HEAD, ""), (HEAD, "")]


def test_a_path_may_hold_any_character(tmp_path: Path, connect: Connect) -> None:
    database = connect(f"sqlite:///{tmp_path}/what%3F %23 100%25.db")
    migrate(database)
    assert database.version() == HEAD
