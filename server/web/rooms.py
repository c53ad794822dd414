"""The screens of one interview, in the order in which people need them: the evening before, in the talk, after it."""

from dataclasses import dataclass

from flask import request, url_for


@dataclass(frozen=True, slots=True)
class Room:
    """One screen of an interview. endpoint takes the id of the interview."""

    endpoint: str
    label: str


ROOMS = (
    Room("pages.brief", "Tonight"),
    Room("listing.every", "Pages"),
    Room("talk.shown", "In the talk"),
)


@dataclass(frozen=True, slots=True)
class Way:
    """A way from one screen to another, or to where one is (here)."""

    href: str
    label: str
    here: bool


def ways(interview_id: str) -> tuple[Way, ...]:
    """The ways between the screens of an interview."""
    return tuple(
        Way(url_for(room.endpoint, interview_id=interview_id), room.label, request.endpoint == room.endpoint)
        for room in ROOMS
    )
