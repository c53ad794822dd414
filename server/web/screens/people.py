"""The list of interviews: with whom, when, how far it has come, and what is next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.actions.interviews import InterviewLine
from server.actions.owed import TALKED
from server.pipeline.export.faces.view import clean
from server.store.interviews import InterviewStatus

STATUSES = {
    InterviewStatus.WISH: "not asked yet",
    InterviewStatus.ASKED: "asked",
    InterviewStatus.BOOKED: "booked",
    InterviewStatus.HELD: "held",
    InterviewStatus.THANKED: "thanked",
}
TONIGHT, BEFORE, TALK, AFTER, PAGES = "pages.brief", "before.shown", "talk.shown", "after.shown", "listing.every"
SOON = timedelta(minutes=30)
LASTED = timedelta(hours=1)  # after the start; then the talk has been


@dataclass(frozen=True, slots=True)
class Next:
    """What to do next, in words, and the screen for it (an endpoint that takes the id of the interview)."""

    words: str
    endpoint: str


@dataclass(frozen=True, slots=True)
class Person:
    """One interview in the list. status: in words, "" for the example."""

    id: str
    name: str
    headline: str
    status: str
    facts: str
    next: Next | None


def people(lines: Sequence[InterviewLine], now: datetime) -> tuple[Person, ...]:
    """The list: what is to come in the order of time, then the newest first."""
    dated = sorted((one for one in lines if _is_ahead(one, now)), key=lambda one: one.began or one.start or now)
    rest = [one for one in reversed(lines) if one not in dated]
    return tuple(_person(one, now) for one in (*dated, *rest))


def _person(one: InterviewLine, now: datetime) -> Person:
    return Person(one.id, clean(one.name), clean(one.headline), _status(one, now), _facts(one, now), _next(one, now))


def _status(line: InterviewLine, now: datetime) -> str:
    """How far it has come; one with a date is booked, and one that began is going on or has been, whatever was said of it."""
    if line.sample:
        return ""
    if line.began and line.status not in TALKED:
        return "you talked" if now > line.began + LASTED else "going on"
    return STATUSES[InterviewStatus.BOOKED if _is_to_book(line) and line.start else line.status]


def _is_to_book(line: InterviewLine) -> bool:
    return line.status in {InterviewStatus.WISH, InterviewStatus.ASKED}


def _next(line: InterviewLine, now: datetime) -> Next | None:
    """The one next step: the first of these that holds; none once everything is done."""
    first = clean(line.name).split()[0]
    start, status = line.began or line.start, line.status
    steps = (
        (line.owes_thanks, Next(f"Thank {first}", AFTER)),
        (status in TALKED, None),
        (bool(start and now > start + LASTED), Next("How was it?", AFTER)),
        (line.began is not None, Next("Back into the talk", TALK)),
        (not line.clips, Next("Bring a first page", TONIGHT)),
        (bool(start and now > start - SOON), Next("Go into the talk", TALK)),
        (status is InterviewStatus.WISH and not start and not line.sample, Next(f"Ask {first} for a talk", BEFORE)),
        (True, Next("Look at tonight’s page", TONIGHT)),
    )
    return next(step for holds, step in steps if holds)


def _is_ahead(line: InterviewLine, now: datetime) -> bool:
    start = line.began or line.start
    return start is not None and start + LASTED >= now and line.status not in TALKED


def _facts(line: InterviewLine, now: datetime) -> str:
    parts = [
        "an example, to look around in" if line.sample else "",
        _moment(line.start, now) if line.start else "",
        _pages(line.clips),
        f"{line.reading} still to be read" if line.reading else "",
        f"{line.unreadable} could not be read" if line.unreadable else "",
    ]
    told = " · ".join(part for part in parts if part)
    return told[0].upper() + told[1:]


def _moment(start: datetime, now: datetime) -> str:
    days = (start.date() - now.astimezone(start.tzinfo).date()).days
    near = {0: "today", 1: "tomorrow"}.get(days)
    return f"{near}, {start:%H:%M}" if near else f"{start:%A} {start.day} {start:%B %Y, %H:%M}"


def _pages(count: int) -> str:
    if not count:
        return "no pages yet"
    return "1 page" if count == 1 else f"{count} pages"
