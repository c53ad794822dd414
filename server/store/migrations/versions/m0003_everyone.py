"""Questions that a user asks everyone: they belong to the user, and outlive the interview they were first asked in."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """A table of their own; nobody has any yet."""
    op.create_table(
        "everyone_questions",
        sa.Column("user_id", sa.Text, nullable=False),
        sa.Column("question_id", sa.Text, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("updated_at", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_everyone_questions_user_id"),
        sa.PrimaryKeyConstraint("user_id", "question_id", name="pk_everyone_questions"),
    )
