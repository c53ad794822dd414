"""Who has data here, and how they like things kept."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import Field
from sqlalchemy import Row, insert, select, update

from server.errors import NotFoundError
from server.model.base import Frozen
from server.store.tables import users
from server.store.tx import Tx

KEEP_RAW = 90  # days after the talk, unless told
MOST_DAYS = 36_500


class UserSettings(Frozen):
    """What a user can adjust. keep_raw_days: raw pages go so many days after the talk; None keeps them.

    sessions: the mark under which their browsers came in; those of another mark are out.
    """

    keep_raw_days: int | None = Field(KEEP_RAW, ge=0, le=MOST_DAYS)
    sessions: str = ""


@dataclass(frozen=True, slots=True)
class User:
    """Somebody whose data lies here. salt: what begins every address that is told to their browsers as a hash."""

    id: str
    name: str
    settings: UserSettings
    created_at: datetime
    salt: str


def add(tx: Tx, user_id: str, name: str, now: datetime) -> User:
    """A new user; the one who is there already, if there is one of that id."""
    found = tx.execute(select(users).where(users.c.id == user_id)).one_or_none()
    if found is None:
        row = {
            "id": user_id,
            "name": name,
            "settings": UserSettings().model_dump(),
            "created_at": now,
            "salt": secrets.token_hex(16),
        }
        tx.execute(insert(users).values(row))
    return get(tx, user_id)


def get(tx: Tx, user_id: str) -> User:
    """The user. Raises NotFoundError."""
    row = tx.execute(select(users).where(users.c.id == user_id)).one_or_none()
    if row is None:
        raise NotFoundError("There is no such user.", where=f"user {user_id}")
    return _of(row)


def every(tx: Tx) -> tuple[User, ...]:
    """All users, for work that goes round them all (reading, retention)."""
    return tuple(_of(row) for row in tx.execute(select(users).order_by(users.c.id)))


def set_settings(tx: Tx, user_id: str, settings: UserSettings) -> User:
    """Keep a user's settings. Raises NotFoundError."""
    tx.execute(update(users).where(users.c.id == user_id).values(settings=settings.model_dump()))
    return get(tx, user_id)


def _of(row: Row[Any]) -> User:
    return User(row.id, row.name, UserSettings.model_validate(row.settings), row.created_at, row.salt)
