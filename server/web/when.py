"""The date and time of a talk as a form has them: a day, a time, and a zone in the words people use."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, available_timezones

from server.errors import InputError

OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?(\d\d))?", re.IGNORECASE)
MOST_HOURS = 14
HINT = "Say a city or a zone, like London, Europe/London or UTC+1; empty means this computer’s own time."


@dataclass(frozen=True, slots=True)
class When:
    """What stands in the three boxes."""

    day: str = ""
    time: str = ""
    zone: str = ""


def parsed(given: When) -> datetime | None:
    """The moment, with its offset; None without a day. Raises InputError."""
    if not given.day:
        if given.time:
            raise InputError("There is a time, but no day.", where="day", hint="Say which day, or empty both.")
        return None
    try:
        naive = datetime.fromisoformat(f"{given.day}T{given.time or '09:00'}").replace(tzinfo=None)
        zone = _zone(given.zone.strip())
        return naive.replace(tzinfo=zone) if zone else naive.astimezone()
    except (ValueError, OverflowError, OSError) as error:
        raise InputError("That is no day and time.", where="day", hint="Write it like 2026-12-03 and 10:00.") from error


def shown(moment: datetime | None) -> When:
    """The boxes for a moment; the zone is left empty where it is this computer's own."""
    if moment is None:
        return When()
    own = moment.utcoffset() == moment.replace(tzinfo=None).astimezone().utcoffset()
    return When(f"{moment:%Y-%m-%d}", f"{moment:%H:%M}", "" if own else _offset_words(moment))


def _offset_words(moment: datetime) -> str:
    told = moment.strftime("%z")
    return f"UTC{told[:3]}:{told[3:5]}"


def _zone(given: str) -> tzinfo | None:
    """None for this computer's own. Raises InputError."""
    if not given:
        return None
    if given.upper() in {"UTC", "GMT", "Z"}:
        return UTC
    if match := OFFSET.fullmatch(given):
        return _by_offset(match)
    wanted = given.casefold().replace(" ", "_")
    known = sorted(available_timezones(), key=len)
    exact = [name for name in known if name.casefold() == wanted]
    city = [name for name in known if name.casefold().rsplit("/", 1)[-1] == wanted]
    if not (exact or city):
        raise InputError("We do not know that time zone.", where="zone", hint=HINT)
    return ZoneInfo((exact or city)[0])


def _by_offset(match: re.Match[str]) -> tzinfo:
    sign, hours, minutes = match[1], int(match[2]), int(match[3] or 0)
    if hours > MOST_HOURS or minutes >= 60:
        raise InputError("We do not know that time zone.", where="zone", hint=HINT)
    ahead = timedelta(hours=hours, minutes=minutes)
    return timezone(-ahead if sign == "-" else ahead)
