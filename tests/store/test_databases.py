"""The databases that tests are given: one used before is as good as new, one that was altered is not used again."""

from __future__ import annotations

import pytest
from psycopg import OperationalError, connect

from databases import PostgresServer
from jobfinder.model import EntityType
from jobfinder.store.db import open_database
from jobfinder.store.work import next_fences
from store.build import make

ROWS = "SELECT id FROM entity"


def test_a_store_given_back_is_emptied_and_found_under_its_new_name_only(postgres_server: PostgresServer) -> None:
    used = postgres_server.create()
    database = open_database(used)
    first = database.write(lambda tx: (make(tx, EntityType.JOB, "job:1"), next_fences(tx, 7)))
    postgres_server.drop(used)
    again = postgres_server.create()
    with connect(again) as inside:
        assert inside.execute(ROWS).fetchall() == []
    with pytest.raises(OperationalError, match="does not exist"):
        connect(used)
    reopened = open_database(again)
    assert reopened.write(lambda tx: (make(tx, EntityType.JOB, "job:1"), next_fences(tx, 7))) == first
    reopened.close()
    postgres_server.drop(again)


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TABLE note (body TEXT)",
        "ALTER TABLE entity ADD COLUMN note TEXT",
        "ALTER TABLE entity ALTER COLUMN doc DROP NOT NULL",
        "CREATE INDEX another ON entity (created_at)",
        "CREATE FUNCTION one() RETURNS INTEGER LANGUAGE sql AS 'SELECT 1'",
        "DROP TABLE alias",
    ],
)
def test_a_store_whose_schema_was_altered_is_not_given_out_again(postgres_server: PostgresServer, change: str) -> None:
    altered = postgres_server.create()
    with connect(altered) as inside:
        inside.execute(change.encode())
    postgres_server.drop(altered)
    with pytest.raises(OperationalError, match="does not exist"):
        connect(altered)
    fresh = postgres_server.create()
    with connect(fresh) as inside:
        assert inside.execute("SELECT to_regclass('note'), to_regclass('alias') IS NULL").fetchone() == (None, False)
    postgres_server.drop(fresh)
