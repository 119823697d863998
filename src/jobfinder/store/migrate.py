"""Brings a store to the schema of this version. Alembic is loaded only when there is something to do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jobfinder.errors import StoreError

if TYPE_CHECKING:
    from jobfinder.store.db import Database

HEAD = "0002"
KNOWN = ("0001", "0002")


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


def upgrade(database: Database) -> None:
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine
    from sqlalchemy.pool import NullPool

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    engine = create_engine(database.sqlalchemy_url, poolclass=NullPool)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    engine.dispose()
