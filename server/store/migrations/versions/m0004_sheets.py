"""Sheets: what the user writes down about one interview, a row a purpose."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """A table of their own; nobody has any yet."""
    op.create_table(
        "sheets",
        sa.Column("user_id", sa.Text, nullable=False),
        sa.Column("interview_id", sa.Text, nullable=False),
        sa.Column("called", sa.String(20), nullable=False),
        sa.Column("sheet", sa.Text, nullable=False),
        sa.Column("updated_at", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_sheets_user_id"),
        sa.ForeignKeyConstraint(
            ["user_id", "interview_id"],
            ["interviews.user_id", "interviews.id"],
            name="fk_sheets_user_id_interview_id",
        ),
        sa.PrimaryKeyConstraint("user_id", "interview_id", "called", name="pk_sheets"),
    )
