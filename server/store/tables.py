"""The tables. Each begins with user_id, which is part of every key: a row cannot point at another user's row.

A change here is a new file in migrations/versions, too; a test compares the two.
"""

from sqlalchemy import (
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    UniqueConstraint,
)

from server.store.columns import Instant, Json, Moment, Name, Words

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

users = Table(
    "users",
    metadata,
    Column("id", Name, primary_key=True),
    Column("name", Words, nullable=False),
    Column("settings", Json, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("salt", String(32), nullable=False, server_default=""),
)

seekers = Table(
    "seekers",
    metadata,
    Column("user_id", Name, ForeignKey("users.id"), primary_key=True),
    Column("background", Words, nullable=False),
    Column("wants", Words, nullable=False),
    Column("plan", Words, nullable=False),
    Column("assumptions", Json, nullable=False),
    Column("show", Json, nullable=False),
    Column("updated_at", Instant, nullable=False),
)

interviews = Table(
    "interviews",
    metadata,
    Column("user_id", Name, ForeignKey("users.id"), nullable=False),
    Column("id", Name, nullable=False),
    Column("status", String(10), nullable=False),
    Column("name", Words, nullable=False),
    Column("aliases", Json, nullable=False),
    Column("headline", Words, nullable=False),
    Column("referrer", Words, nullable=False),
    Column("start", Moment),
    Column("minutes", Integer, nullable=False),
    Column("format", Words, nullable=False),
    Column("goals", Json, nullable=False),
    Column("own_seeker", Json),
    Column("kept_aside", Json, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
    PrimaryKeyConstraint("user_id", "id"),
)

clips = Table(
    "clips",
    metadata,
    Column("user_id", Name, ForeignKey("users.id"), nullable=False),
    Column("id", Name, nullable=False),
    Column("place", Integer, nullable=False),  # the order in which a user's clips came; clocks can jump back
    Column("interview_id", Name),
    Column("key", Name, nullable=False),
    Column("content_sha256", String(64), nullable=False),
    Column("url", Words, nullable=False),
    Column("normal_url", Words, nullable=False),
    Column("title", Words, nullable=False),
    Column("file", Words, nullable=False),
    Column("selection", Words, nullable=False),
    Column("note", Words, nullable=False),
    Column("language", Words, nullable=False),
    Column("clipped_at", Moment),
    Column("received_at", Instant, nullable=False),
    Column("verdict", String(20)),
    Column("state", String(10), nullable=False),
    Column("reason", Words, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("retry_at", Instant),
    Column("raw_sha256", String(64)),  # stays when the raw page has gone, since readings hang on it
    Column("seen_as", String(64), nullable=False),
    PrimaryKeyConstraint("user_id", "id"),
    UniqueConstraint("user_id", "key"),
    UniqueConstraint("user_id", "place"),
    ForeignKeyConstraint(["user_id", "interview_id"], ["interviews.user_id", "interviews.id"]),
    Index(None, "user_id", "interview_id"),
    Index(None, "user_id", "raw_sha256"),
    Index(None, "user_id", "state"),
)

pages = Table(
    "pages",
    metadata,
    Column("user_id", Name, ForeignKey("users.id"), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("stored_at", Instant, nullable=False),
    Column("body", LargeBinary, nullable=False),
    PrimaryKeyConstraint("user_id", "sha256"),
)

readings = Table(
    "readings",
    metadata,
    Column("user_id", Name, ForeignKey("users.id"), nullable=False),
    Column("raw_sha256", String(64), nullable=False),
    Column("seen_as", String(64), nullable=False),  # the same bytes at another address may be dated otherwise
    Column("reader_version", String(64), nullable=False),
    Column("problem", Words, nullable=False),
    Column("read_at", Instant, nullable=False),
    Column("result", LargeBinary, nullable=False),
    PrimaryKeyConstraint("user_id", "raw_sha256", "seen_as", "reader_version"),
)

question_edits = Table(
    "question_edits",
    metadata,
    Column("user_id", Name, ForeignKey("users.id"), nullable=False),
    Column("interview_id", Name, nullable=False),
    Column("question_id", Name, nullable=False),
    Column("edit", Json, nullable=False),
    Column("updated_at", Instant, nullable=False),
    PrimaryKeyConstraint("user_id", "interview_id", "question_id"),
    ForeignKeyConstraint(["user_id", "interview_id"], ["interviews.user_id", "interviews.id"]),
)

sheets = Table(
    "sheets",
    metadata,
    Column("user_id", Name, ForeignKey("users.id"), nullable=False),
    Column("interview_id", Name, nullable=False),
    Column("called", String(20), nullable=False),
    Column("sheet", Json, nullable=False),
    Column("updated_at", Instant, nullable=False),
    PrimaryKeyConstraint("user_id", "interview_id", "called"),
    ForeignKeyConstraint(["user_id", "interview_id"], ["interviews.user_id", "interviews.id"]),
)

everyone_questions = Table(
    "everyone_questions",
    metadata,
    Column("user_id", Name, ForeignKey("users.id"), nullable=False),
    Column("question_id", Name, nullable=False),
    Column("place", Integer, nullable=False),
    Column("question", Json, nullable=False),
    Column("updated_at", Instant, nullable=False),
    PrimaryKeyConstraint("user_id", "question_id"),
)

tokens = Table(
    "tokens",
    metadata,
    Column("user_id", Name, ForeignKey("users.id"), nullable=False),
    Column("id", Name, nullable=False),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("name", Words, nullable=False),
    Column("scope", String(10), nullable=False),
    Column("origin", Words, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("last_used_at", Instant),
    Column("revoked_at", Instant),
    PrimaryKeyConstraint("user_id", "id"),
)
