"""The screens of one interview, in the order in which people need them: the evening before, in the talk, after it."""

from dataclasses import dataclass

from flask import request, url_for

from server.actions.interviews import get_interview
from server.store.interviews import InterviewStatus
from server.web.current import service, user_id


@dataclass(frozen=True, slots=True)
class Room:
    """One screen of an interview. endpoint takes the id of the interview; to_book: it is for a talk that is not booked yet."""

    endpoint: str
    label: str
    to_book: bool = False


ROOMS = (
    Room("before.shown", "Ask for it", to_book=True),
    Room("pages.brief", "Tonight"),
    Room("listing.every", "Pages"),
    Room("talk.shown", "In the talk"),
    Room("after.shown", "After"),
    Room("taking.every", "Take with you"),
)


@dataclass(frozen=True, slots=True)
class Way:
    """A way from one screen to another, or to where one is (here)."""

    href: str
    label: str
    here: bool


def ways(interview_id: str) -> tuple[Way, ...]:
    """The ways between the screens of an interview, and to the one that is looked at in any case."""
    rooms = ROOMS if _is_to_book(interview_id) else [one for one in ROOMS if not one.to_book or _is_here(one)]
    return tuple(Way(url_for(room.endpoint, interview_id=interview_id), room.label, _is_here(room)) for room in rooms)


def _is_here(room: Room) -> bool:
    return request.endpoint == room.endpoint


def _is_to_book(interview_id: str) -> bool:
    """A talk that has a date is booked, whatever else was said."""
    facts = get_interview(service(), user_id(), interview_id).facts
    return facts.status in {InterviewStatus.WISH, InterviewStatus.ASKED} and facts.meeting.start is None
