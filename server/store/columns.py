"""How our values lie in columns, the same in SQLite and PostgreSQL."""

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Dialect, String, Text
from sqlalchemy.exc import DontWrapMixin
from sqlalchemy.types import TypeDecorator
from typing_extensions import override

from server.errors import InputError

LONGEST_NAME = 200


class BrokenTextError(InputError, DontWrapMixin):
    """Text that not every database can hold. Refused by us, so that both databases refuse the same."""


class Words(TypeDecorator[str]):
    """Text as people write it. Refuses NUL characters and halves of characters (lone surrogates)."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value and "\0" in value:
            raise BrokenTextError("The text holds a NUL character.", hint="Delete it and try again.")
        if value and any("\ud800" <= char <= "\udfff" for char in value):
            raise BrokenTextError("The text holds half a character.", hint="Delete it and try again.")
        return value


class Name(Words):
    """Words that stand in an index, where PostgreSQL holds no long ones: refused beyond LONGEST_NAME characters."""

    cache_ok = True

    @override
    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value and len(value) > LONGEST_NAME:
            raise BrokenTextError(f"An id or key has at most {LONGEST_NAME} characters.", where=f"{value[:40]}...")
        return super().process_bind_param(value, dialect)


class Instant(TypeDecorator[datetime]):
    """A moment as we noticed it: UTC in one width, so that the database can compare and sort."""

    impl = String(32)
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else _zoned(value).astimezone(UTC).isoformat(timespec="microseconds")

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class Moment(TypeDecorator[datetime]):
    """A moment as it was given to us, with its own offset: given back as it came, never compared by the database."""

    impl = String(40)
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else _zoned(value).isoformat()

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class Json(TypeDecorator[Any]):
    """Plain data as ASCII JSON text."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(value)

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


def _zoned(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no zone")
    return moment
