"""The ledger: every call of a model, every answer that was paid for, and what a budget held back.

Money is in nano-dollars (1e-9 USD), so that sums are exact: one token may cost less than a millionth of a dollar.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MONEY = sa.BigInteger()
TIME: sa.Double[float] = sa.Double()
FLAG = sa.SmallInteger()
TEXT = sa.Text()


def upgrade() -> None:
    calls()
    answers()
    refusals()


def calls() -> None:
    op.create_table(
        "ai_call",
        sa.Column("id", ID, primary_key=True, autoincrement=True),
        sa.Column("at", TIME, nullable=False),
        sa.Column("settled_at", TIME),
        sa.Column("entity_id", ID),
        sa.Column("step", TEXT, nullable=False),
        sa.Column("model", TEXT, nullable=False),
        sa.Column("request_hash", TEXT, nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("state", TEXT, nullable=False),
        sa.Column("cached", FLAG, nullable=False, server_default="0"),
        sa.Column("reserved", MONEY, nullable=False, server_default="0"),
        sa.Column("cost", MONEY),
        sa.Column("saved", MONEY, nullable=False, server_default="0"),
        sa.Column("input_tokens", sa.BigInteger()),
        sa.Column("output_tokens", sa.BigInteger()),
        sa.Column("price_source", TEXT),
        sa.Column("idempotency_key", TEXT),
        sa.Column("request_id", TEXT),
        sa.Column("lease_until", TIME),
        sa.Column("lease_by", TEXT),
        sa.Column("error", TEXT),
        # A late answer settles its call by number: no number is given twice.
        sqlite_autoincrement=True,
    )
    sent = sa.text("cached = 0")
    op.create_index("ai_call_sent", "ai_call", ["at"], sqlite_where=sent, postgresql_where=sent)
    op.create_index("ai_call_hash", "ai_call", ["request_hash"], sqlite_where=sent, postgresql_where=sent)
    op.create_index("ai_call_entity", "ai_call", ["entity_id"])


def answers() -> None:
    op.create_table(
        "ai_answer",
        sa.Column("request_hash", TEXT, primary_key=True),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("cut", FLAG, nullable=False),
        sa.Column("input_tokens", sa.BigInteger()),
        sa.Column("output_tokens", sa.BigInteger()),
        sa.Column("model", TEXT, nullable=False),
        sa.Column("cost", MONEY, nullable=False),
        sa.Column("at", TIME, nullable=False),
    )


def refusals() -> None:
    op.create_table(
        "ai_refusal",
        sa.Column("day", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("entity_id", ID, primary_key=True, autoincrement=False),
        sa.Column("step", TEXT, primary_key=True),
        sa.Column("at", TIME, nullable=False),
        sa.Column("model", TEXT, nullable=False),
        sa.Column("budget", TEXT, nullable=False),
        sa.Column("most", MONEY, nullable=False),
        sa.Column("wanted", MONEY, nullable=False),
        sa.Column("until", TIME),
    )
