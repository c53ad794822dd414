"""Planned conversations, and what the user tells about themselves."""

import secrets
from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from server.actions.sample import SAMPLE_ID
from server.actions.service import Service
from server.errors import NotFoundError
from server.model import Goal, Interviewee, Meeting, Seeker
from server.model.after import After, NoteKind
from server.model.base import Frozen
from server.model.talk import Talk
from server.model.words import Text
from server.store import clips, interviews, seekers, sheets
from server.store.clips import ClipState
from server.store.interviews import InterviewFacts, InterviewStatus, StoredInterview


@dataclass(frozen=True, slots=True)
class InterviewLine:
    """One interview in a list. clips: how many there are; reading: of those, how many are still to be read.

    began: when it was said in the talk that it began. owes_thanks: the talk was held, and a thank-you may still go out.
    """

    id: str
    name: str
    headline: str
    status: InterviewStatus
    start: datetime | None
    began: datetime | None
    clips: int
    reading: int
    unreadable: int
    owes_thanks: bool
    sample: bool


class InterviewIn(Frozen):
    """An interview as it is told to us. What is left out of a change stays as it is."""

    interviewee: Interviewee
    referrer: Text = ""
    meeting: Meeting = Meeting()
    goals: tuple[Goal, ...] = ()
    status: InterviewStatus = InterviewStatus.WISH


class InterviewChange(Frozen):
    """What changes about an interview; a field that is left out stays as it is."""

    interviewee: Interviewee | None = None
    referrer: Text | None = None
    meeting: Meeting | None = None
    goals: tuple[Goal, ...] | None = None
    status: InterviewStatus | None = None


def list_interviews(service: Service, user_id: str) -> tuple[InterviewLine, ...]:
    """All interviews of a user, oldest first."""
    with service.store.view() as tx:
        counts, written = clips.counts(tx, user_id), sheets.every(tx, user_id, After)
        begun = {ident: talk.began_at for ident, talk in sheets.every(tx, user_id, Talk).items()}
        return tuple(
            _line(one, counts[one.id], written.get(one.id, After()), begun.get(one.id))
            for one in interviews.every(tx, user_id)
        )


def add_interview(service: Service, user_id: str, given: InterviewIn) -> StoredInterview:
    """A new interview, under an id of ours."""
    facts = InterviewFacts(**_fields(given))
    with service.store.transaction() as tx:
        return interviews.add(tx, user_id, f"i{secrets.token_hex(8)}", facts, service.now())


def get_interview(service: Service, user_id: str, interview_id: str) -> StoredInterview:
    """The interview, without its clips. Raises NotFoundError."""
    with service.store.view() as tx:
        return interviews.get(tx, user_id, interview_id)


def find_interview(service: Service, user_id: str, who: str) -> StoredInterview:
    """The interview of that id, else the one with a person of that name or with these words in it.

    Raises NotFoundError that names the interviews there are, if none or more than one fits.
    """
    with service.store.view() as tx:
        every = interviews.every(tx, user_id)
    wanted = who.casefold().strip()
    names = {one.id: one.facts.interviewee.name.casefold() for one in every}
    for fits in (
        [one for one in every if one.id == who],
        [one for one in every if names[one.id] == wanted],
        [one for one in every if wanted and wanted in names[one.id]],
    ):
        if len(fits) == 1:
            return fits[0]
    told = ", ".join(f"{one.facts.interviewee.name} ({one.id})" for one in every) or "none yet"
    raise NotFoundError("No interview, or more than one, is called so.", where=who, hint=f"There are: {told}.")


def change_interview(service: Service, user_id: str, interview_id: str, change: InterviewChange) -> StoredInterview:
    """Write what changed over what was there. Raises NotFoundError."""
    told = {name: value for name, value in _fields(change).items() if value is not None}
    with service.store.transaction() as tx:
        before = interviews.get(tx, user_id, interview_id).facts
        return interviews.put(tx, user_id, interview_id, replace(before, **told), service.now())


def set_status(service: Service, user_id: str, interview_id: str, status: InterviewStatus) -> StoredInterview:
    """Note how far it has come. Raises NotFoundError."""
    with service.store.transaction() as tx:
        return interviews.set_status(tx, user_id, interview_id, status, service.now())


def get_seeker(service: Service, user_id: str) -> Seeker:
    """What the user told about themselves; its goals stand with each interview."""
    with service.store.view() as tx:
        return seekers.get(tx, user_id)


def put_seeker(service: Service, user_id: str, seeker: Seeker) -> Seeker:
    """Keep what the user tells about themselves, in the place of what they told before."""
    with service.store.transaction() as tx:
        seekers.put(tx, user_id, seeker, service.now())
        return seekers.get(tx, user_id)


def _fields(given: Frozen) -> dict[str, Any]:
    return {name: getattr(given, name) for name in type(given).model_fields}


def _line(one: StoredInterview, counts: Counter[ClipState], after: After, began: datetime | None) -> InterviewLine:
    facts = one.facts
    return InterviewLine(
        id=one.id,
        name=facts.interviewee.name,
        headline=facts.interviewee.headline,
        status=facts.status,
        start=facts.meeting.start,
        began=began,
        clips=counts.total(),
        reading=counts[ClipState.READING] + counts[ClipState.TO_READ],
        unreadable=counts[ClipState.UNREADABLE],
        owes_thanks=facts.status is InterviewStatus.HELD and after.note(NoteKind.THANKS).is_open,
        sample=one.id == SAMPLE_ID,
    )
