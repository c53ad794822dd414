"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """From nothing to the first form."""
    _people()
    _interviews()
    _clips()
    _pages()
    _edits()
    _tokens()


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=null)


def _short(name: str, length: int, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=null)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _bytes(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary, nullable=False)


def _owned(table: str, *columns: sa.schema.SchemaItem, key: tuple[str, ...]) -> None:
    """A table whose rows belong to a user, the user being the first part of the key."""
    op.create_table(
        table,
        _text("user_id"),
        *columns,
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=f"fk_{table}_user_id"),
        sa.PrimaryKeyConstraint("user_id", *key, name=f"pk_{table}"),
    )


def _of_interview(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["user_id", "interview_id"], ["interviews.user_id", "interviews.id"], name=f"fk_{table}_user_id_interview_id"
    )


def _people() -> None:
    op.create_table(
        "users",
        _text("id"),
        _text("name"),
        _text("settings"),
        _short("created_at", 32),
        sa.PrimaryKeyConstraint("id", name="pk_users"),
    )
    _owned(
        "seekers",
        *[_text(name) for name in ("background", "wants", "plan", "assumptions", "show")],
        _short("updated_at", 32),
        key=(),
    )


def _interviews() -> None:
    _owned(
        "interviews",
        _text("id"),
        _short("status", 10),
        *[_text(name) for name in ("name", "aliases", "headline", "referrer")],
        _short("start", 40, null=True),
        _number("minutes"),
        _text("format"),
        _text("goals"),
        _text("own_seeker", null=True),
        _text("kept_aside"),
        _short("created_at", 32),
        _short("updated_at", 32),
        key=("id",),
    )


def _clips() -> None:
    _owned(
        "clips",
        _text("id"),
        _number("place"),
        _text("interview_id", null=True),
        _text("key"),
        _short("content_sha256", 64),
        *[_text(name) for name in ("url", "normal_url", "title", "file", "selection", "note", "language")],
        _short("clipped_at", 40, null=True),
        _short("received_at", 32),
        _short("verdict", 20, null=True),
        _short("state", 10),
        _text("reason"),
        _number("attempts"),
        _short("retry_at", 32, null=True),
        _short("raw_sha256", 64, null=True),
        _short("seen_as", 64),
        sa.UniqueConstraint("user_id", "key", name="uq_clips_user_id_key"),
        sa.UniqueConstraint("user_id", "place", name="uq_clips_user_id_place"),
        _of_interview("clips"),
        key=("id",),
    )
    for column in ("interview_id", "raw_sha256", "state"):
        op.create_index(f"ix_clips_user_id_{column}", "clips", ["user_id", column])


def _pages() -> None:
    _owned("pages", _short("sha256", 64), _number("size"), _short("stored_at", 32), _bytes("body"), key=("sha256",))
    _owned(
        "readings",
        _short("raw_sha256", 64),
        _short("seen_as", 64),
        _short("reader_version", 64),
        _text("problem"),
        _short("read_at", 32),
        _bytes("result"),
        key=("raw_sha256", "seen_as", "reader_version"),
    )


def _edits() -> None:
    _owned(
        "question_edits",
        _text("interview_id"),
        _text("question_id"),
        _text("edit"),
        _short("updated_at", 32),
        _of_interview("question_edits"),
        key=("interview_id", "question_id"),
    )


def _tokens() -> None:
    _owned(
        "tokens",
        _text("id"),
        _short("sha256", 64),
        _text("name"),
        _short("scope", 10),
        _text("origin"),
        _short("created_at", 32),
        _short("last_used_at", 32, null=True),
        _short("revoked_at", 32, null=True),
        sa.UniqueConstraint("sha256", name="uq_tokens_sha256"),
        key=("id",),
    )
