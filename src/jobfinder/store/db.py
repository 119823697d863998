"""Databases: one small seam under all SQL. `Sqlite` is embedded, `Postgres` is for fleets.

Statements are written once, in a dialect that both read, with these marks:
    :name           a parameter
    IN :name        a list parameter
    /*lock*/        on PostgreSQL: FOR UPDATE, so that others wait
    /*skip locked*/ on PostgreSQL: FOR UPDATE SKIP LOCKED, so that others look elsewhere
SQLite needs no row locks: every writing transaction is BEGIN IMMEDIATE. [guarded]
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol, TypeVar
from urllib.parse import unquote, urlsplit

from jobfinder.errors import DisconnectedError, StoreError, UsageError

Row = Any
T = TypeVar("T")

_LIST = re.compile(r"\bIN :(\w+)")
_NAME = re.compile(r"(?<![:\w]):(\w+)")
BUSY_SECONDS = 15.0
SUSPENDED_SECONDS = 10
LOCK_SECONDS = 30
RETRIES = 6
PAGE_BYTES = 8_192
"""A page of a new file: one holds most postings, and what the filter says of one, so that few run over into others."""
CHECKPOINT_PAGES = 4_000
"""Pages in the write-ahead log before they go into the file: busy pages, written many times over, go there once."""


class Tx(Protocol):
    """One open transaction."""

    def all(self, sql: str, **params: Any) -> list[Row]: ...

    def one(self, sql: str, **params: Any) -> Row | None: ...

    def run(self, sql: str, **params: Any) -> int: ...

    def many(self, sql: str, rows: Sequence[dict[str, Any]]) -> None: ...

    @property
    def savepoint(self) -> Callable[[], Any]: ...


class Database(Protocol):
    """A place that keeps tables."""

    shown: str

    def engine_url(self) -> Any:
        """The same place, as SQLAlchemy names it; only migrations ask."""
        ...

    def version(self) -> str | None: ...

    def check(self) -> str | None:
        """What is wrong with the store, in one line with what to do; null if it is sound."""
        ...

    def read(self) -> Any: ...

    def write(self, work: Callable[[Any], T], *, durable: bool = False) -> T:
        """`durable`: when it returns, no power cut takes it back; otherwise only a crash of the process does not."""
        ...

    def close(self) -> None: ...


def open_database(url: str) -> Sqlite | Postgres:
    """`sqlite:///path` or `postgresql://…`. Raises `UsageError` for anything else."""
    scheme = url.partition(":")[0].lower()
    if scheme == "sqlite":
        return Sqlite(_sqlite_path(url))
    if scheme in ("postgresql", "postgres"):
        return Postgres(url)
    raise UsageError(f"not a store: {url!r} (sqlite:///path/to/file or postgresql://user@host/name)")


def _sqlite_path(url: str) -> Path:
    if not url.startswith("sqlite:///") or len(url) == len("sqlite:///"):
        raise UsageError(f"not a store: {url!r} (sqlite:///relative/file or sqlite:////absolute/file)")
    return Path(unquote(url.removeprefix("sqlite:///"))).expanduser()


# ---------------------------------------------------------------- SQLite


@lru_cache(maxsize=512)
def _for_sqlite(sql: str) -> tuple[str, tuple[str, ...]]:
    lists = tuple(_LIST.findall(sql))
    return _LIST.sub(r"IN (SELECT value FROM json_each(:\1))", sql), lists


class SqliteTx:
    """A transaction on the one connection of its thread."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def execute(self, sql: str, params: dict[str, Any]) -> sqlite3.Cursor:
        text, lists = _for_sqlite(sql)
        for name in lists:
            params[name] = json.dumps(list(params[name]))
        return self.connection.execute(text, params)

    def all(self, sql: str, **params: Any) -> list[Row]:
        return self.execute(sql, params).fetchall()

    def one(self, sql: str, **params: Any) -> Row | None:
        rows = self.execute(sql, params).fetchall()
        return rows[0] if rows else None

    def run(self, sql: str, **params: Any) -> int:
        return self.execute(sql, params).rowcount

    def many(self, sql: str, rows: Sequence[dict[str, Any]]) -> None:
        if rows:
            self.connection.executemany(_for_sqlite(sql)[0], rows)

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        self.connection.execute("SAVEPOINT member")
        try:
            yield
        except BaseException:  # all or nothing, whatever broke it off, an interrupt too
            self.connection.execute("ROLLBACK TO member")
            self.connection.execute("RELEASE member")
            raise
        self.connection.execute("RELEASE member")


class Sqlite:
    """A file. One connection for all threads of the process, serialised by a lock; WAL lets other processes in."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.shown = str(path)
        self.lock = threading.RLock()
        self.connection = self._connect()
        self.file = self._file()

    def _connect(self) -> sqlite3.Connection:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
            connection.row_factory = sqlite3.Row
            connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA cache_size = -16000")
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
        except (sqlite3.Error, OSError) as error:
            raise self.unusable(error) from error
        return connection

    def _file(self) -> tuple[int, int] | None:
        """Which file there is at the path; null for none."""
        try:
            found = os.stat(self.path)
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def _begin(self, how: str) -> None:
        """A transaction, on the file that is at the path: one that was moved away would be written to in secret."""
        if self._file() != self.file:
            raise StoreError(
                f"The store {self.shown} was moved or removed while it was in use: put it back, or name another with "
                "--store. What was committed is in the file that was moved."
            )
        self.connection.execute(how)

    def unusable(self, error: Exception) -> StoreError:
        """One line about what is wrong with the file and what to do."""
        text = str(error)
        hint = "check the path and its permissions"
        if "locked" in text or "busy" in text:
            hint = "another process is holding it; try again when that has finished"
        elif "full" in text:
            hint = "the disk is full; free some space, then run again: nothing is half-written"
        elif "not a database" in text or "malformed" in text:
            hint = "the file is not a jobfinder store or is damaged; name another with --store"
        return StoreError(f"The store {self.shown} cannot be used ({text}): {hint}.")

    def engine_url(self) -> Any:
        from sqlalchemy import URL

        return URL.create("sqlite", database=str(self.path))

    def version(self) -> str | None:
        with self.read() as tx:
            if not tx.one("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"):
                return None
            row = tx.one("SELECT version_num AS v FROM alembic_version")
        return row["v"] if row else None

    def check(self) -> str | None:
        try:
            with self.read() as tx:
                found = str(tx.all("PRAGMA quick_check(1)")[0][0])
        except StoreError as error:
            return str(error)
        return (
            None if found == "ok" else f"{self.shown} is damaged ({found}): restore a copy, or export what is readable"
        )

    @contextmanager
    def read(self) -> Iterator[SqliteTx]:
        """A consistent snapshot."""
        with self.lock:
            nested = self.connection.in_transaction
            try:
                if not nested:
                    self._begin("BEGIN")
                yield SqliteTx(self.connection)
            except sqlite3.Error as error:
                raise self.unusable(error) from error
            finally:
                if not nested and self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")

    @contextmanager
    def _synchronous(self, *, durable: bool) -> Iterator[None]:
        """A COMMIT in here waits for the disk where it is to be `durable`."""
        if not durable:
            yield
            return
        self.connection.execute("PRAGMA synchronous = FULL")
        try:
            yield
        finally:
            self.connection.execute("PRAGMA synchronous = NORMAL")

    def write(self, work: Callable[[Any], T], *, durable: bool = False) -> T:
        """Run `work` in one transaction: all of it or nothing."""
        with self.lock:
            try:
                with self._synchronous(durable=durable):
                    result = self._transact(work)
            except sqlite3.OperationalError as error:
                raise self.unusable(error) from error
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
                    raise
                raise self.unusable(error) from error
            return result

    def _transact(self, work: Callable[[Any], T]) -> T:
        self._begin("BEGIN IMMEDIATE")
        try:
            result = work(SqliteTx(self.connection))
            self.connection.execute("COMMIT")
        except BaseException:  # all or nothing, whatever broke it off, an interrupt too
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise
        return result

    def close(self) -> None:
        with self.lock:
            self.connection.close()


# ---------------------------------------------------------------- PostgreSQL


@lru_cache(maxsize=512)
def _for_postgres(sql: str) -> str:
    text = sql.replace("/*lock*/", "FOR UPDATE").replace("/*skip locked*/", "FOR UPDATE SKIP LOCKED")
    text = _LIST.sub(r"= ANY(:\1)", text.replace("%", "%%"))
    return _NAME.sub(r"%(\1)s", text)


def _without_nul(params: dict[str, Any]) -> dict[str, Any]:
    """The text of PostgreSQL knows every character but this one; on a page it says nothing anyway."""
    return {name: _clean(value) for name, value in params.items()}


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("\0", "") if "\0" in value else value
    return [_clean(one) for one in value] if isinstance(value, list) else value


class PostgresTx:
    """A transaction on one connection."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection

    def execute(self, sql: str, params: dict[str, Any]) -> Any:
        return self.connection.execute(_for_postgres(sql), _without_nul(params))

    def all(self, sql: str, **params: Any) -> list[Row]:
        return list(self.execute(sql, params).fetchall())

    def one(self, sql: str, **params: Any) -> Row | None:
        return self.execute(sql, params).fetchone()

    def run(self, sql: str, **params: Any) -> int:
        return int(self.execute(sql, params).rowcount)

    def many(self, sql: str, rows: Sequence[dict[str, Any]]) -> None:
        if rows:
            with self.connection.cursor() as cursor:
                cursor.executemany(_for_postgres(sql), [_without_nul(row) for row in rows])

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        with self.connection.transaction():
            yield


class Postgres:
    """A server. One connection per process, serialised by a lock; other processes are kept apart by row locks."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.url = url
        self.shown = f"postgresql://{parts.hostname or ''}{parts.path}"
        self.lock = threading.RLock()
        self.depth = 0
        self.connection: Any = None
        self._connect()

    def _connect(self) -> None:
        import psycopg
        from psycopg.rows import dict_row

        try:
            self.connection = psycopg.connect(self.url, autocommit=True, row_factory=dict_row)
            # A worker that was suspended in the middle of a transaction must not hold up all others for ever.
            self.connection.execute(f"SET idle_in_transaction_session_timeout = '{SUSPENDED_SECONDS}s'")
            self.connection.execute(f"SET lock_timeout = '{LOCK_SECONDS}s'")
        except psycopg.Error as error:
            raise self.unusable(error) from error

    def unusable(self, error: Exception) -> StoreError:
        """One line about what is wrong with the server and what to do."""
        text = " ".join(str(error).split())
        return StoreError(f"The store {self.shown} cannot be used ({text}): is the server up and reachable?")

    def engine_url(self) -> Any:
        return re.sub(r"^postgres(ql)?:", "postgresql+psycopg:", self.url)

    def version(self) -> str | None:
        with self.read() as tx:
            if not tx.one("SELECT 1 FROM information_schema.tables WHERE table_name = 'alembic_version'"):
                return None
            row = tx.one("SELECT version_num AS v FROM alembic_version")
        return row["v"] if row else None

    def check(self) -> str | None:
        try:
            with self.read() as tx:
                tx.one("SELECT 1 AS one")
        except StoreError as error:
            return str(error)
        return None

    def _alive(self) -> None:
        if self.connection.closed:
            self._connect()

    @contextmanager
    def read(self) -> Iterator[PostgresTx]:
        """A consistent snapshot. Raises `DisconnectedError` if the server ended the connection meanwhile."""
        import psycopg

        with self.lock:
            if self.depth:
                yield PostgresTx(self.connection)
                return
            self._alive()
            try:
                with self.connection.transaction():
                    self.connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                    yield PostgresTx(self.connection)
            except (psycopg.OperationalError, psycopg.errors.IdleInTransactionSessionTimeout) as error:
                text = str(self.unusable(error))
                raise (DisconnectedError if self.connection.closed else StoreError)(text) from error

    def write(self, work: Callable[[Any], T], *, durable: bool = False) -> T:
        """Run `work` in one transaction: all of it or nothing. Runs it again after a deadlock or a lost connection."""
        import psycopg

        suspended = psycopg.errors.IdleInTransactionSessionTimeout
        undone = (psycopg.errors.DeadlockDetected, psycopg.errors.SerializationFailure, suspended)
        with self.lock:
            for turn in range(RETRIES):
                self._alive()
                worked = False
                try:
                    with self.connection.transaction():
                        result = self._inside(work, durable=durable)
                        worked = True
                    return result
                except (psycopg.OperationalError, suspended) as error:
                    # Lost before its COMMIT, nothing of it is there. Of a lost COMMIT nobody can say.
                    repeatable = isinstance(error, undone) or (self.connection.closed and not worked)
                    if not repeatable or turn == RETRIES - 1:
                        raise self.unusable(error) from error
                    time.sleep(0.02 * 2**turn)
            raise AssertionError("unreachable")

    def _inside(self, work: Callable[[Any], T], *, durable: bool) -> T:
        self.depth += 1
        try:
            if durable:
                self.connection.execute("SET LOCAL synchronous_commit = on")
            return work(PostgresTx(self.connection))
        finally:
            self.depth -= 1

    def close(self) -> None:
        with self.lock:
            self.connection.close()


def placeholders(names: Iterable[str]) -> str:
    """`:a, :b, :c` for an insert."""
    return ", ".join(f":{name}" for name in names)
