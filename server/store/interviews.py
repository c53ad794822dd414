"""Planned conversations."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, insert, select, update
from sqlalchemy.exc import IntegrityError

from server.errors import ConflictError, NotFoundError
from server.model import Goal, Interviewee, InterviewStatus, Meeting, Seeker
from server.store.tables import interviews
from server.store.tx import Tx

__all__ = [
    "InterviewFacts",
    "InterviewStatus",
    "StoredInterview",
    "add",
    "every",
    "get",
    "put",
    "set_referrer",
    "set_status",
]


@dataclass(frozen=True, slots=True)
class InterviewFacts:
    """What is known of an interview apart from its clips.

    own_seeker: for the sample and for a folder of somebody else, who asks; None is the user. kept_aside as in `Interview`.
    """

    interviewee: Interviewee
    referrer: str = ""
    meeting: Meeting = field(default_factory=Meeting)
    goals: tuple[Goal, ...] = ()
    status: InterviewStatus = InterviewStatus.WISH
    own_seeker: Seeker | None = None
    kept_aside: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StoredInterview:
    """An interview as it is kept."""

    id: str
    facts: InterviewFacts
    created_at: datetime
    updated_at: datetime


def add(tx: Tx, user_id: str, interview_id: str, facts: InterviewFacts, now: datetime) -> StoredInterview:
    """A new interview. Raises ConflictError if the user has one of that id."""
    if _row(tx, user_id, interview_id):
        raise ConflictError("There is an interview of that id already.", where=f"interview {interview_id}")
    row = {"user_id": user_id, "id": interview_id, "created_at": now, "updated_at": now, **_values(facts)}
    try:
        tx.execute(insert(interviews).values(row))
    except IntegrityError as error:
        raise NotFoundError("There is no such user.", where=f"user {user_id}") from error
    return get(tx, user_id, interview_id)


def get(tx: Tx, user_id: str, interview_id: str) -> StoredInterview:
    """The interview. Raises NotFoundError."""
    row = _row(tx, user_id, interview_id)
    if row is None:
        raise NotFoundError("There is no such interview.", where=f"interview {interview_id}")
    return _of(row)


def every(tx: Tx, user_id: str) -> tuple[StoredInterview, ...]:
    """All interviews of a user, oldest first."""
    order = (interviews.c.created_at, interviews.c.id)
    rows = tx.execute(select(interviews).where(interviews.c.user_id == user_id).order_by(*order))
    return tuple(_of(row) for row in rows)


def put(tx: Tx, user_id: str, interview_id: str, facts: InterviewFacts, now: datetime) -> StoredInterview:
    """Keep these facts in the place of those before. Raises NotFoundError."""
    get(tx, user_id, interview_id)
    tx.execute(update(interviews).where(_is(user_id, interview_id)).values(updated_at=now, **_values(facts)))
    return get(tx, user_id, interview_id)


def set_status(tx: Tx, user_id: str, interview_id: str, status: InterviewStatus, now: datetime) -> StoredInterview:
    """Note how far it has come. Raises NotFoundError."""
    get(tx, user_id, interview_id)
    tx.execute(update(interviews).where(_is(user_id, interview_id)).values(status=status.value, updated_at=now))
    return get(tx, user_id, interview_id)


def set_referrer(tx: Tx, user_id: str, interview_id: str, referrer: str, now: datetime) -> StoredInterview:
    """Note who made the contact. Raises NotFoundError."""
    get(tx, user_id, interview_id)
    tx.execute(update(interviews).where(_is(user_id, interview_id)).values(referrer=referrer, updated_at=now))
    return get(tx, user_id, interview_id)


def _is(user_id: str, interview_id: str) -> Any:
    return and_(interviews.c.user_id == user_id, interviews.c.id == interview_id)


def _row(tx: Tx, user_id: str, interview_id: str) -> Row[Any] | None:
    return tx.execute(select(interviews).where(_is(user_id, interview_id))).one_or_none()


def _values(facts: InterviewFacts) -> dict[str, Any]:
    return {
        "status": facts.status.value,
        "name": facts.interviewee.name,
        "aliases": list(facts.interviewee.aliases),
        "headline": facts.interviewee.headline,
        "referrer": facts.referrer,
        "start": facts.meeting.start,
        "minutes": facts.meeting.minutes,
        "format": facts.meeting.format,
        "goals": [goal.model_dump(mode="json") for goal in facts.goals],
        "own_seeker": facts.own_seeker and facts.own_seeker.model_dump(mode="json", exclude={"goals"}),
        "kept_aside": facts.kept_aside,
    }


def _of(row: Row[Any]) -> StoredInterview:
    facts = InterviewFacts(
        interviewee=Interviewee(name=row.name, aliases=tuple(row.aliases), headline=row.headline),
        referrer=row.referrer,
        meeting=Meeting(start=row.start, minutes=row.minutes, format=row.format),
        goals=tuple(Goal.model_validate(goal) for goal in row.goals),
        status=InterviewStatus(row.status),
        own_seeker=Seeker.model_validate(row.own_seeker) if row.own_seeker else None,
        kept_aside=row.kept_aside,
    )
    return StoredInterview(row.id, facts, row.created_at, row.updated_at)
