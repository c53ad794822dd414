"""What the API takes and gives, where that is not an action's own type. OpenAPI is made from these."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, StringConstraints

from server.actions.clips import ClipLine, Reference
from server.actions.interviews import InterviewLine
from server.model import Card, ClipStatus, Evidence, Goal, Interviewee, Meeting, Verdict
from server.model.base import Frozen
from server.model.words import Text
from server.store.clips import ClipState
from server.store.interviews import InterviewStatus, StoredInterview

Ident = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class ErrorBody(Frozen):
    """code names the kind of error, message is one sentence, field is the place it is about, hint what to do."""

    code: str
    message: str
    field: str = ""
    hint: str = ""


class ErrorAnswer(Frozen):
    """The body of every answer that is an error."""

    error: ErrorBody


class Ping(Frozen):
    """All that is said to somebody unknown."""

    protocol: int


class ClipPath(BaseModel):
    """A clip in an address."""

    clip_id: Ident


class InterviewPath(BaseModel):
    """An interview in an address."""

    interview_id: Ident


class ClipAnswer(Frozen):
    """The id of a clip, and how far its reading has come; what became of it is told in the list of clips."""

    id: str
    status: ClipState


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


class ClipListed(Frozen):
    """One clip in a list, with what became of it and why."""

    id: str
    title: str
    url: str
    note: str
    status: ClipStatus
    reason: str
    verdict: Verdict | None
    clipped_at: datetime | None

    @classmethod
    def of(cls, line: ClipLine) -> "ClipListed":
        """From the action's line."""
        return cls(**{name: getattr(line, name) for name in cls.model_fields})


class ClipList(Frozen):
    """The clips of an interview, in the order in which they came."""

    clips: tuple[ClipListed, ...]


class CardShown(Frozen):
    """A card with the passage it offers."""

    card: Card
    evidence: Evidence


class CardList(Frozen):
    """The passages worth asking about, best first."""

    cards: tuple[CardShown, ...]


class LintIn(Frozen):
    """A question as it is typed, and whom it is for."""

    interview_id: Reference
    question: Text
