"""Ids of entities and alerts are never given twice.

SQLite gives the id of a deleted row that was the last to the next one. An entity goes when it turns out to be another;
whoever still holds its id must not meet a stranger. PostgreSQL counts on by itself.
"""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        return
    for table in ("entity", "outbox"):
        with op.batch_alter_table(table, recreate="always", table_kwargs={"sqlite_autoincrement": True}):
            pass
