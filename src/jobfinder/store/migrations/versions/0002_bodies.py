"""Bodies of fetched pages beside the pages, by the hash of their content: equal ones are kept once."""

import hashlib
import sys

import sqlalchemy as sa
from alembic import op

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

revision = "0002"
down_revision = "0001"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME: sa.Double[float] = sa.Double()
FLAG = sa.SmallInteger()
TEXT = sa.Text()


def upgrade() -> None:
    op.drop_index("page_entity", "page")
    op.rename_table("page", "page_before")
    tables()
    carry_over()
    op.drop_table("page_before")


def tables() -> None:
    op.create_table(
        "body",
        sa.Column("hash", TEXT, primary_key=True),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("kept_at", TIME, nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=False),
    )
    op.create_index("body_kept", "body", ["kept_at", "hash", "size"])
    op.create_table(
        "page",
        sa.Column("key", TEXT, primary_key=True),
        sa.Column("entity_id", ID),
        sa.Column("fresh", FLAG, nullable=False, server_default="1"),
        sa.Column("url", TEXT, nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("headers", TEXT, nullable=False),
        sa.Column("redirected_from", TEXT, nullable=False),
        sa.Column("body_hash", TEXT, nullable=False),
        sa.Column("fetched_at", TIME, nullable=False),
    )
    op.create_index("page_entity", "page", ["entity_id"])
    op.create_index("page_body", "page", ["body_hash"])
    op.create_index("page_fetched", "page", ["fetched_at"])


def carry_over() -> None:
    """Move what was kept, one page at a time: all bodies together may be larger than memory."""
    connection = op.get_bind()
    keys = connection.execute(sa.text("SELECT key FROM page_before ORDER BY key")).scalars().all()
    for key in keys:
        packed, fetched_at = connection.execute(
            sa.text("SELECT body, fetched_at FROM page_before WHERE key = :key"), {"key": key}
        ).one()
        digest = hashlib.sha256(zstd.decompress(packed)).hexdigest()
        connection.execute(
            sa.text(
                "INSERT INTO body (hash, size, kept_at, bytes) VALUES (:hash, :size, :at, :bytes) "
                "ON CONFLICT (hash) DO UPDATE SET kept_at = "
                "CASE WHEN body.kept_at < excluded.kept_at THEN excluded.kept_at ELSE body.kept_at END"
            ),
            {"hash": digest, "size": len(packed), "at": fetched_at, "bytes": packed},
        )
        connection.execute(
            sa.text(
                "INSERT INTO page "
                "(key, entity_id, fresh, url, status, headers, redirected_from, body_hash, fetched_at) "
                "SELECT key, entity_id, fresh, url, status, headers, redirected_from, :hash, fetched_at "
                "FROM page_before WHERE key = :key"
            ),
            {"hash": digest, "key": key},
        )
