"""The talk and its reminders as an iCalendar file, of which others who look into the calendar learn as little as can be.

Work calendars are shared: no name but initials, nothing of what is wanted or thought. A reminder stands at a time of the day
without a zone ("floating", RFC 5545 3.3.5), so that nine in the morning is nine wherever the person is and whatever the clocks
do in between; the talk is a moment, and stands in UTC.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from importlib.metadata import version

from icalendar import Alarm, Calendar, Event

from server.errors import InputError
from server.model.reminders import Reminder
from server.pipeline.export.initials import initials

BEFORE_TALK = timedelta(minutes=10)
NO_DATE = "The talk has no date yet."


@dataclass(frozen=True, slots=True)
class Times:
    """When a reminder is: days after the talk, a time of that day, how many minutes. path: of its screen, below the interview's."""

    days: int
    at: time
    minutes: int
    words: str
    path: str


REMINDERS = {
    Reminder.EVENING: Times(-1, time(19, 0), 25, "Get ready for the talk with {who}", ""),
    Reminder.THANKS: Times(1, time(9, 0), 10, "Thank {who}", "/after"),
    Reminder.TRIED: Times(21, time(9, 0), 10, "Tell {who} what you tried", "/after"),
}
MINE = Times(0, time(9, 0), 10, "What you promised {who}", "/after")  # on the day of the promise
THEIRS = Times(0, time(9, 0), 10, "What {who} promised", "/after")


@dataclass(frozen=True, slots=True)
class Due:
    """A promise that has a day and is not kept yet. What it says stays at home. mine: the user made it."""

    id: str
    day: date
    mine: bool


@dataclass(frozen=True, slots=True)
class Appointment:
    """What the calendar is made of. address: of the interview on this machine ("http://127.0.0.1:8765/interviews/i1").

    changed: seconds that the interview changed after it was made; with it later versions win over earlier ones.
    """

    interview_id: str
    name: str
    start: datetime | None
    minutes: int
    address: str
    changed: int
    promised: tuple[Due, ...] = ()


def calendar(
    given: Appointment, now: datetime, zone: tzinfo | None = None, without: frozenset[Reminder] = frozenset()
) -> bytes:
    """The iCalendar file. zone: in which the person lives, this machine's unless told; the day of the talk is one there.

    Raises InputError for a talk without a date.
    """
    if given.start is None:
        raise InputError(NO_DATE, where="meeting.start", hint="Set the day and the time first.")
    made = Calendar()
    made.add("prodid", f"-//Groundwork//groundwork {version('groundwork')}//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    for event in _events(given, given.start, zone, without):
        event.add("dtstamp", now.astimezone(UTC))
        made.add_component(event)
    return bytes(made.to_ical())


def _events(given: Appointment, start: datetime, zone: tzinfo | None, without: frozenset[Reminder]) -> Iterator[Event]:
    if Reminder.TALK not in without:
        yield _talk(given, start)
    day = start.astimezone(zone).date()
    for kind, times in REMINDERS.items():
        if kind not in without:
            yield _reminder(given, kind.value, times, day + timedelta(days=times.days))
    if Reminder.PROMISED not in without:
        for one in given.promised:
            yield _reminder(given, f"{Reminder.PROMISED.value}/{one.id}", MINE if one.mine else THEIRS, one.day)


def _reminder(given: Appointment, kind: str, times: Times, day: date) -> Event:
    begins = datetime.combine(day, times.at)
    event = _event(given, kind, times.words, times.path)
    event.add("dtstart", begins)
    event.add("dtend", begins + timedelta(minutes=times.minutes))
    event.add("transp", "TRANSPARENT")  # a reminder keeps nobody from being asked to a meeting
    event.add_component(_alarm(timedelta(0), event))
    return event


def _talk(given: Appointment, start: datetime) -> Event:
    event = _event(given, Reminder.TALK.value, "Talk with {who}", "/talk")
    event.add("dtstart", start.astimezone(UTC))
    event.add("dtend", start.astimezone(UTC) + timedelta(minutes=given.minutes))
    event.add("transp", "OPAQUE")
    event.add_component(_alarm(-BEFORE_TALK, event))
    return event


def _event(given: Appointment, kind: str, words: str, path: str) -> Event:
    event = Event()
    event.add("uid", _uid(given.interview_id, kind))
    event.add("sequence", max(0, given.changed))
    event.add("class", "PRIVATE")
    event.add("summary", words.format(who=initials(given.name)))
    event.add("description", f"On your laptop, while Groundwork runs: {given.address}{path}")
    return event


def _alarm(before: timedelta, event: Event) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", before)
    alarm.add("description", str(event["summary"]))
    return alarm


def _uid(interview_id: str, kind: str) -> str:
    """The same for the same reminder, however often it is taken; of the interview it tells nothing."""
    return f"{hashlib.sha256(f'{interview_id}/{kind}'.encode()).hexdigest()[:32]}@groundwork"
