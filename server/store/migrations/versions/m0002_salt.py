"""A salt for every user, under which addresses are told to their browsers."""

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Each user that is there gets one of their own."""
    op.add_column("users", sa.Column("salt", sa.String(32), nullable=False, server_default=""))
    users = sa.table("users", sa.column("id"), sa.column("salt"))
    here = op.get_bind()
    for user_id in here.execute(sa.select(users.c.id)).scalars().all():
        here.execute(users.update().where(users.c.id == user_id).values(salt=secrets.token_hex(16)))
