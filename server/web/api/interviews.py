"""Planned conversations, and what the user tells about themselves."""

from datetime import datetime
from http import HTTPStatus

from flask import Response

from server.actions.interviews import (
    InterviewChange,
    InterviewIn,
    InterviewLine,
    add_interview,
    change_interview,
    get_interview,
    get_seeker,
    list_interviews,
    put_seeker,
)
from server.model import Goal, Interviewee, Meeting, Seeker
from server.model.base import Frozen
from server.store.interviews import InterviewStatus, StoredInterview
from server.web.api.shared import InterviewPath, answer, part
from server.web.current import service, user_id

api = part("interviews")


class InterviewBrief(Frozen):
    """One interview in a list."""

    id: str
    name: str
    headline: str
    status: InterviewStatus
    start: datetime | None
    clips: int
    reading: int
    unreadable: int
    sample: bool

    @classmethod
    def of(cls, line: InterviewLine) -> "InterviewBrief":
        """From the action's line."""
        return cls(**{name: getattr(line, name) for name in cls.model_fields})


class InterviewList(Frozen):
    """All interviews, oldest first."""

    interviews: tuple[InterviewBrief, ...]


class InterviewAnswer(Frozen):
    """One interview, without its clips."""

    id: str
    interviewee: Interviewee
    referrer: str
    meeting: Meeting
    goals: tuple[Goal, ...]
    status: InterviewStatus
    created_at: datetime
    updated_at: datetime

    @classmethod
    def of(cls, stored: StoredInterview) -> "InterviewAnswer":
        """From the stored interview."""
        facts = stored.facts
        return cls(
            id=stored.id,
            interviewee=facts.interviewee,
            referrer=facts.referrer,
            meeting=facts.meeting,
            goals=facts.goals,
            status=facts.status,
            created_at=stored.created_at,
            updated_at=stored.updated_at,
        )


@api.get("/interviews", responses={200: InterviewList})
def get_interviews() -> Response:
    """All interviews, oldest first."""
    lines = list_interviews(service(), user_id())
    return answer(InterviewList(interviews=tuple(InterviewBrief.of(line) for line in lines)))


@api.post("/interviews", responses={201: InterviewAnswer})
def post_interview(body: InterviewIn) -> Response:
    """A new interview."""
    return answer(InterviewAnswer.of(add_interview(service(), user_id(), body)), HTTPStatus.CREATED)


@api.get("/interviews/<interview_id>", responses={200: InterviewAnswer})
def get_one_interview(path: InterviewPath) -> Response:
    """One interview, without its clips."""
    return answer(InterviewAnswer.of(get_interview(service(), user_id(), path.interview_id)))


@api.patch("/interviews/<interview_id>", responses={200: InterviewAnswer})
def patch_interview(path: InterviewPath, body: InterviewChange) -> Response:
    """Change an interview; what is left out stays."""
    return answer(InterviewAnswer.of(change_interview(service(), user_id(), path.interview_id, body)))


@api.get("/seeker", responses={200: Seeker})
def get_own() -> Response:
    """What the user told about themselves."""
    return answer(get_seeker(service(), user_id()))


@api.put("/seeker", responses={200: Seeker})
def put_own(body: Seeker) -> Response:
    """Keep what the user tells about themselves, in the place of what they told before."""
    return answer(put_seeker(service(), user_id(), body))
