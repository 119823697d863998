"""The facts read from postings, what makes matches one role, and what the seeker decided about jobs."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME: sa.Double[float] = sa.Double()
TEXT = sa.Text()


def upgrade() -> None:
    op.add_column("posting", sa.Column("offer", TEXT))
    op.add_column("posting", sa.Column("offer_version", sa.Integer()))
    op.add_column("matched", sa.Column("least", TIME, nullable=False, server_default="0"))
    op.add_column("matched", sa.Column("role", ID))
    op.add_column("matched", sa.Column("title_key", TEXT))
    op.add_column("matched", sa.Column("sketch", TEXT))
    op.add_column("matched", sa.Column("standing", TIME, nullable=False, server_default="0"))
    op.execute("UPDATE matched SET least = score")
    op.create_index("matched_title", "matched", ["title_key"])
    op.create_index("matched_role", "matched", ["role"])
    op.create_table(
        "choice",
        sa.Column("job_id", ID, primary_key=True, autoincrement=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("reason", TEXT),
        sa.Column("at", TIME, nullable=False),
    )
