"""The list of interviews: with whom, when, how far it has come, and how many pages there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from server.actions.interviews import InterviewLine
from server.pipeline.export.faces.view import clean
from server.store.interviews import InterviewStatus

STATUSES = {
    InterviewStatus.WISH: "not asked yet",
    InterviewStatus.ASKED: "asked",
    InterviewStatus.BOOKED: "booked",
    InterviewStatus.HELD: "held",
    InterviewStatus.THANKED: "thanked",
}


@dataclass(frozen=True, slots=True)
class Person:
    """One interview in the list."""

    id: str
    name: str
    headline: str
    facts: str


def people(lines: Sequence[InterviewLine]) -> tuple[Person, ...]:
    """The list, the newest interview first."""
    return tuple(Person(one.id, clean(one.name), clean(one.headline), _facts(one)) for one in reversed(lines))


def _facts(line: InterviewLine) -> str:
    parts = [
        "an example, to look around in" if line.sample else "",
        _moment(line.start) if line.start else "",
        "" if line.sample else STATUSES[line.status],
        _pages(line.clips),
        f"{line.reading} still to be read" if line.reading else "",
        f"{line.unreadable} could not be read" if line.unreadable else "",
    ]
    told = " · ".join(part for part in parts if part)
    return told[0].upper() + told[1:]


def _moment(start: datetime) -> str:
    return f"{start:%A} {start.day} {start:%B %Y, %H:%M}"


def _pages(count: int) -> str:
    if not count:
        return "no pages yet"
    return "1 page" if count == 1 else f"{count} pages"
