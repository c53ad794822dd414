"""How long stored pages are kept, as the user wants it, and the thread that takes away those past their time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from typing_extensions import override

from server.actions.reading import Worker
from server.actions.service import Service
from server.errors import InputError
from server.store import Expired, interviews, users
from server.store.users import MOST_DAYS

EVERY = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Going:
    """When the stored pages of an interview go. days: after the talk, None for never; when: the day, None without a date."""

    days: int | None
    when: datetime | None


def keep_days(service: Service, user_id: str) -> int | None:
    """Days after the talk that stored pages are kept; None keeps them. Raises NotFoundError."""
    with service.store.view() as tx:
        return users.get(tx, user_id).settings.keep_raw_days


def set_keep_days(service: Service, user_id: str, days: int | None) -> Expired:
    """Keep stored pages so many days after the talk, None for good; those past that time go at once, and are told.

    Raises InputError for days that make no sense, NotFoundError for an unknown user.
    """
    if days is not None and not 0 <= days <= MOST_DAYS:
        raise InputError("Pages can be kept from 0 days on.", where="days", hint=f"Name a number up to {MOST_DAYS}.")
    with service.store.transaction() as tx:
        settings = users.get(tx, user_id).settings.model_copy(update={"keep_raw_days": days})
        users.set_settings(tx, user_id, settings)
    return service.store.expire(user_id, service.now())


def going(service: Service, user_id: str, interview_id: str) -> Going:
    """When the stored pages of an interview go. Raises NotFoundError."""
    with service.store.view() as tx:
        days = users.get(tx, user_id).settings.keep_raw_days
        start = interviews.get(tx, user_id, interview_id).facts.meeting.start
    return Going(days, start + timedelta(days=days) if start and days is not None else None)


class Keeper(Worker):
    """A thread that looks a few times a day which stored pages are past their time."""

    name = "keeping"

    @override
    def work(self) -> float | None:
        with self._service.store.view() as tx:
            everybody = users.every(tx)
        for user in everybody:
            self._service.store.expire(user.id, self._service.now())
        return EVERY.total_seconds()
