"""What finds postings of one title at one employer, and those that were closed before."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_index("entity_titled", "entity", ["company_id", "label"])
    op.drop_index("entity_company", "entity")
    closed = sa.text("event = 'closed'")
    op.create_index("decision_closed", "decision", ["entity_id"], sqlite_where=closed, postgresql_where=closed)
