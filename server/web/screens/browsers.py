"""The browsers whose button is paired: what the person knows each by, since when, and when it was last used."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from server.pipeline.export.faces.view import clean
from server.store.tokens import Token


@dataclass(frozen=True, slots=True)
class PairedBrowser:
    """One browser in the list."""

    id: str
    name: str
    facts: str


def browsers(tokens: Sequence[Token], now: datetime) -> tuple[PairedBrowser, ...]:
    """The list, the newest first. now: which day is today, where this computer stands."""
    today = now.astimezone().date()
    return tuple(PairedBrowser(one.id, clean(one.name), _facts(one, today)) for one in reversed(tokens))


def _facts(one: Token, today: date) -> str:
    used = f"last used {_day(one.last_used_at, today)}" if one.last_used_at else "not used yet"
    return f"Paired {_day(one.created_at, today)} · {used}"


def _day(moment: datetime, today: date) -> str:
    day = moment.astimezone().date()
    return "today" if day == today else f"on {day.day} {day:%B %Y}"
