"""Fixtures for tests that need a store. One suite runs on both databases: ask for `store_url` or `database`.

The servers behind them start when the first test asks and end with the test process; nothing is ever skipped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, settings

from databases import DIALECTS, PostgresServer, SqliteFiles
from jobfinder.store.db import Postgres, Sqlite, open_database

# A busy machine is no defect. All else is as it would be: in CI, examples are the same every time.
settings.register_profile("patient", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

Stores = SqliteFiles | PostgresServer


@pytest.fixture(scope="session")
def sqlite_files(tmp_path_factory: pytest.TempPathFactory) -> SqliteFiles:
    """A folder of SQLite stores."""
    return SqliteFiles(tmp_path_factory.mktemp("stores"))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A PostgreSQL server of this test process."""
    server = PostgresServer()
    yield server
    server.stop()


@pytest.fixture(params=DIALECTS)
def stores(request: pytest.FixtureRequest) -> Stores:
    """Where stores of one dialect come from; the test runs once for each dialect."""
    name = "sqlite_files" if request.param == "sqlite" else "postgres_server"
    found: Stores = request.getfixturevalue(name)
    return found


@pytest.fixture
def store_url(stores: Stores) -> Iterator[str]:
    """The address of an empty store with the schema of this version."""
    url = stores.create()
    yield url
    stores.drop(url)


@pytest.fixture
def blank_url(stores: Stores) -> Iterator[str]:
    """The address of a store without any tables."""
    url = stores.create(blank=True)
    yield url
    stores.drop(url)


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """The address of an empty store on PostgreSQL, for what SQLite cannot show."""
    url = postgres_server.create()
    yield url
    postgres_server.drop(url)


@pytest.fixture
def connect() -> Iterator[Callable[[str], Sqlite | Postgres]]:
    """Opens further connections to stores, as other processes would; they are closed after the test."""
    opened: list[Sqlite | Postgres] = []

    def open_(url: str) -> Sqlite | Postgres:
        opened.append(open_database(url))
        return opened[-1]

    yield open_
    for database in opened:
        database.close()


@pytest.fixture
def database(store_url: str, connect: Callable[[str], Sqlite | Postgres]) -> Sqlite | Postgres:
    """An open connection to `store_url`."""
    return connect(store_url)
