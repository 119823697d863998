"""Brings a store to the schema of this version. Alembic is loaded only when there is something to do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jobfinder.errors import StoreError

if TYPE_CHECKING:
    from jobfinder.store.db import Database

HEAD = "0005"
KNOWN = ("0001", "0002", "0003", "0004", "0005")
TURN = 20_010_001
"""Any number of our own: what a process holds in PostgreSQL while it migrates."""


def migrate(database: Database) -> None:
    """Upgrade to `HEAD`. Raises `StoreError` for a store that a newer version has written."""
    current = database.version()
    if current == HEAD:
        return
    if current is not None and current not in KNOWN:
        raise StoreError(
            f"The store {database.shown} has schema {current}, newer than this jobfinder knows ({HEAD}). "
            "Update jobfinder, or name another store with --store."
        )
    upgrade(database)


def upgrade(database: Database, to: str = HEAD) -> None:
    """Run what is missing up to `to`, in one transaction: a migration that fails leaves the store as it was."""
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine, event
    from sqlalchemy.exc import SQLAlchemyError
    from sqlalchemy.pool import NullPool

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    engine = create_engine(database.engine_url(), poolclass=NullPool)
    if engine.dialect.name == "sqlite":
        # Python's driver would commit before every CREATE TABLE.
        event.listen(engine, "connect", lambda connection, _: setattr(connection, "isolation_level", None))
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        with engine.begin() as connection:
            if engine.dialect.name == "postgresql":
                # Workers that start together take turns; who comes second finds it done.
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({TURN})")
            config.attributes["connection"] = connection
            command.upgrade(config, to)
    except SQLAlchemyError as error:
        why = " ".join(str(getattr(error, "orig", None) or error).split())
        raise StoreError(f"The schema of {database.shown} cannot be brought up to date: {why}.") from error
    finally:
        engine.dispose()
