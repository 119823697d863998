"""The first schema. Migrations are append-only: change the schema by a new file, never by editing this one.

Times are epoch seconds (double), documents are JSON text written by msgspec, flags are 0 or 1.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME: sa.Double[float] = sa.Double()
FLAG = sa.SmallInteger()
TEXT = sa.Text()


def upgrade() -> None:
    entities()
    tickets()
    flow()
    results()
    web()
    op.execute("INSERT INTO sequence (name, value) VALUES ('fence', 0)")


def entities() -> None:
    op.create_table(
        "entity",
        sa.Column("id", ID, primary_key=True, autoincrement=True),
        sa.Column("type", TEXT, nullable=False),
        sa.Column("key", TEXT, nullable=False, unique=True),
        sa.Column("doc", TEXT, nullable=False),
        sa.Column("label", TEXT),
        sa.Column("facts_hash", TEXT),
        sa.Column("complete", FLAG, nullable=False, server_default="0"),
        sa.Column("company_id", ID),
        sa.Column("lane", TEXT),
        sa.Column("tier", TEXT),
        sa.Column("posting_hash", TEXT),
        sa.Column("posted_at", TIME),
        sa.Column("predicted", TIME, nullable=False, server_default="0.5"),
        sa.Column("suspect_since", TIME),
        sa.Column("closed_at", TIME),
        sa.Column("closed_reason", TEXT),
        sa.Column("forced_at", TIME),
        sa.Column("verdict", TEXT),
        sa.Column("settled_at", TIME),
        sa.Column("fence", ID, nullable=False, server_default="0"),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("touched_at", TIME, nullable=False),
        # An entity goes when it turns out to be another: whoever still holds its id must not meet a stranger.
        sqlite_autoincrement=True,
    )
    op.create_index("entity_type", "entity", ["type", "id"])
    op.create_index("entity_company", "entity", ["company_id"])
    op.create_table(
        "alias",
        sa.Column("key", TEXT, primary_key=True),
        sa.Column("entity_id", ID, nullable=False),
    )
    op.create_index("alias_entity", "alias", ["entity_id"])
    op.create_table(
        "posting",
        sa.Column("job_id", ID, primary_key=True, autoincrement=False),
        sa.Column("doc", TEXT, nullable=False),
        sa.Column("read_at", TIME, nullable=False),
    )
    op.create_table(
        "listed",
        sa.Column("source_id", ID, primary_key=True, autoincrement=False),
        sa.Column("job_id", ID, primary_key=True, autoincrement=False),
        sa.Column("first_at", TIME, nullable=False),
        sa.Column("last_at", TIME, nullable=False),
        sa.Column("missing_since", TIME),
    )
    op.create_index("listed_job", "listed", ["job_id"])


def tickets() -> None:
    op.create_table(
        "item",
        sa.Column("id", TEXT, primary_key=True),
        sa.Column("entity_id", ID),
        sa.Column("type", TEXT, nullable=False),
        sa.Column("url", TEXT),
        sa.Column("verdict", TEXT),
        sa.Column("message", TEXT),
        sa.Column("doc", TEXT, nullable=False),
        sa.Column("mine", FLAG, nullable=False, server_default="0"),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("settled_at", TIME),
        sa.Column("parent_id", TEXT),
        sa.Column("tracking_id", TEXT, nullable=False),
        sa.Column("chain", TEXT, nullable=False),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.Column("max_depth", sa.Integer(), nullable=False),
    )
    op.create_index(
        "item_live",
        "item",
        ["entity_id"],
        sqlite_where=sa.text("verdict IS NULL"),
        postgresql_where=sa.text("verdict IS NULL"),
    )
    op.create_index("item_entity", "item", ["entity_id", "created_at"])
    op.create_index("item_created", "item", ["created_at"])
    op.create_index("item_parent", "item", ["parent_id"])


def flow() -> None:
    op.create_table(
        "progress",
        sa.Column("entity_id", ID, primary_key=True, autoincrement=False),
        sa.Column("step", TEXT, primary_key=True),
        sa.Column("fingerprint", TEXT),
        sa.Column("outcome", TEXT),
        sa.Column("reason", TEXT),
        sa.Column("output", TEXT),
        sa.Column("output_hash", TEXT),
        sa.Column("done_at", TIME),
        sa.Column("carried", FLAG, nullable=False, server_default="0"),
        sa.Column("tried", TEXT),
        sa.Column("tried_at", TIME),
        sa.Column("attempts", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("total", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("error_kind", TEXT),
        sa.Column("error", TEXT),
        sa.Column("not_before", TIME),
        sa.Column("runs", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("requests", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("seconds", TIME, nullable=False, server_default="0"),
    )
    op.create_table(
        "wait",
        sa.Column("waiter_id", ID, primary_key=True, autoincrement=False),
        sa.Column("awaited_id", ID, primary_key=True, autoincrement=False),
        sa.Column("since", TIME, nullable=False),
        sa.Column("deadline", TIME, nullable=False),
        sa.Column("rank", TIME, nullable=False),
        sa.Column("over", TEXT),
    )
    op.create_index("wait_awaited", "wait", ["awaited_id"])
    op.create_table(
        "work",
        sa.Column("entity_id", ID, primary_key=True, autoincrement=False),
        sa.Column("state", TEXT, nullable=False),
        sa.Column("step", TEXT),
        sa.Column("lane", TEXT),
        sa.Column("due_at", TIME),
        sa.Column("rank", TIME, nullable=False),
        sa.Column("parts", TEXT),
        sa.Column("why", TEXT),
        sa.Column("lease_until", TIME),
        sa.Column("lease_by", TEXT),
        sa.Column("fence", ID),
    )
    for name, columns, condition in (
        ("work_look", ["rank"], "state = 'look'"),
        ("work_ready", ["lane", "rank"], "state = 'ready'"),
        ("work_future", ["due_at"], "state = 'future'"),
        ("work_waiting", ["due_at"], "state = 'waiting'"),
        ("work_leased", ["lane", "lease_until"], "state = 'leased'"),
    ):
        where = sa.text(condition)
        op.create_index(name, "work", columns, sqlite_where=where, postgresql_where=where)
    op.create_table(
        "lane",
        sa.Column("name", TEXT, primary_key=True),
        sa.Column("interval", TIME, nullable=False),
        sa.Column("cap", sa.Integer()),
        sa.Column("next_at", TIME, nullable=False, server_default="0"),
        sa.Column("rest_until", TIME, nullable=False, server_default="0"),
        sa.Column("rest_why", TEXT),
        sa.Column("head", TIME),
        sa.Column("served", ID, nullable=False, server_default="0"),
    )
    op.create_index(
        "lane_head",
        "lane",
        ["head"],
        sqlite_where=sa.text("head IS NOT NULL"),
        postgresql_where=sa.text("head IS NOT NULL"),
    )
    op.create_table(
        "slot",
        sa.Column("id", TEXT, primary_key=True),
        sa.Column("lane", TEXT, nullable=False),
        sa.Column("until", TIME, nullable=False),
    )
    op.create_index("slot_lane", "slot", ["lane"])
    op.create_table(
        "sequence",
        sa.Column("name", TEXT, primary_key=True),
        sa.Column("value", ID, nullable=False),
    )
    op.create_table(
        "decision",
        sa.Column("id", ID, primary_key=True, autoincrement=True),
        sa.Column("at", TIME, nullable=False),
        sa.Column("entity_id", ID, nullable=False),
        sa.Column("event", TEXT, nullable=False),
        sa.Column("step", TEXT),
        sa.Column("outcome", TEXT),
        sa.Column("reason", TEXT),
        sa.Column("detail", TEXT),
        sa.Column("fence", ID),
        sa.Column("requests", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("seconds", TIME, nullable=False, server_default="0"),
    )
    op.create_index("decision_entity", "decision", ["entity_id", "id"])


def results() -> None:
    op.create_table(
        "matched",
        sa.Column("job_id", ID, primary_key=True, autoincrement=False),
        sa.Column("score", TIME, nullable=False),
        sa.Column("doc", TEXT, nullable=False),
        sa.Column("version", TEXT, nullable=False),
        sa.Column("saved_at", TIME, nullable=False),
    )
    op.create_index("matched_score", "matched", ["score"])
    op.create_table(
        "outbox",
        sa.Column("id", ID, primary_key=True, autoincrement=True),
        sa.Column("entity_id", ID, nullable=False),
        sa.Column("channel", TEXT, nullable=False),
        sa.Column("version", TEXT, nullable=False),
        sa.Column("payload", TEXT, nullable=False),
        sa.Column("created_at", TIME, nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("due_at", TIME),
        sa.Column("acked_at", TIME),
        sa.Column("error", TEXT),
        sa.UniqueConstraint("entity_id", "channel", "version"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "document",
        sa.Column("kind", TEXT, primary_key=True),
        sa.Column("version", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("body", TEXT, nullable=False),
        sa.Column("created_at", TIME, nullable=False),
    )


def web() -> None:
    op.create_table(
        "page",
        sa.Column("key", TEXT, primary_key=True),
        sa.Column("entity_id", ID),
        sa.Column("fresh", FLAG, nullable=False, server_default="1"),
        sa.Column("url", TEXT, nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("headers", TEXT, nullable=False),
        sa.Column("redirected_from", TEXT, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("fetched_at", TIME, nullable=False),
    )
    op.create_index("page_entity", "page", ["entity_id"])
