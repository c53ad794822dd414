"""What the user writes down after a talk: the two boxes, the debrief, promises, people named, and which notes went out.

Nothing is sent by us: a note counts as sent when the user says so.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from server.actions.service import Service
from server.errors import NotFoundError
from server.model.after import After, Heard, Line, Note, NoteKind, PersonNamed, Promise, Whose
from server.model.base import Frozen
from server.model.talk import Talk
from server.model.words import Interviewee, Named, Text
from server.pipeline.follow_up.speech import sentences
from server.store import Tx, interviews, sheets
from server.store.interviews import InterviewFacts, InterviewStatus, StoredInterview

BEFORE = frozenset({InterviewStatus.WISH, InterviewStatus.ASKED, InterviewStatus.BOOKED})
ASKS = frozenset({NoteKind.INTRODUCTION, NoteKind.FORWARD})


class AfterChange(Frozen):
    """What changes of what was written down; a field that is left out stays as it is. heard stands in the place of all of it."""

    stuck: Line | None = None
    will_do: Line | None = None
    surprised: Line | None = None
    about_me: Line | None = None
    gained: Line | None = None
    tried: Line | None = None
    heard: tuple[Heard, ...] | None = None


class PromiseIn(Frozen):
    """A promise as it is told to us."""

    whose: Whose
    text: Named
    due: date | None = None
    off_record: bool = False


class PromiseChange(Frozen):
    """What changes about a promise; a field that is left out stays. done: whether it was kept."""

    text: Named | None = None
    due: date | None = None
    done: bool | None = None
    off_record: bool | None = None


class PersonIn(Frozen):
    """Somebody they named, and what for."""

    name: Named
    why: Text = ""
    off_record: bool = False


@dataclass(frozen=True, slots=True)
class NotedSentence:
    """One sentence, counted from 0, of what was noted to a question in the talk."""

    question_id: str
    at: int


class Fate(StrEnum):
    """What became of a note: it went out, it did not after all, or there will be none."""

    SENT = "sent"
    NOT_SENT = "not_sent"
    NONE = "none"


def get_after(service: Service, user_id: str, interview_id: str) -> After:
    """What was written down after the talk; empty before. Raises NotFoundError."""
    with service.store.view() as tx:
        return sheets.get(tx, user_id, interview_id, After)


def change_after(service: Service, user_id: str, interview_id: str, change: AfterChange) -> After:
    """Write what changed over what was there. Whoever tells what was said has talked: the interview is held, unless it is yet to come.

    Raises NotFoundError.
    """
    told = {name: value for name, value in change if value is not None}
    if change.heard is not None:
        told["heard"] = tuple(one for one in change.heard if one.text)
    with service.store.transaction() as tx:
        before = sheets.get(tx, user_id, interview_id, After)
        after = before.model_copy(update=told)
        sheets.put(tx, user_id, interview_id, after, service.now())
        if (before.stuck, before.will_do) != (after.stuck, after.will_do):
            _held(tx, user_id, interview_id, service.now())
    return after


def take_note(
    service: Service, user_id: str, interview_id: str, noted: NotedSentence, box: Literal["stuck", "will_do"]
) -> After:
    """Bring a sentence of what was noted to a question in the talk into one of the two boxes, once.

    A note that is off the record makes the line so. Raises NotFoundError, also if there is no such sentence.
    """
    with service.store.transaction() as tx:
        talk, after = sheets.get(tx, user_id, interview_id, Talk), sheets.get(tx, user_id, interview_id, After)
        said = sentences(talk.noted.get(noted.question_id, ""))[noted.at : noted.at + 1]
        if not said:
            raise NotFoundError("Nothing like that was noted in the talk.", where=f"question {noted.question_id}")
        line: Line = getattr(after, box)
        text = line.text if said[0] in line.text else f"{line.text}\n{said[0]}".strip()
        taken = Line(text=text, off_record=line.off_record or noted.question_id in talk.off_record)
        kept = after.model_copy(update={box: taken})
        sheets.put(tx, user_id, interview_id, kept, service.now())
        _held(tx, user_id, interview_id, service.now())
    return kept


def add_promise(service: Service, user_id: str, interview_id: str, given: PromiseIn) -> Promise:
    """One more promise, after those there are. Raises NotFoundError."""
    made = Promise(id=f"p{secrets.token_hex(8)}", **dict(given))
    _put(service, user_id, interview_id, lambda after: after.model_copy(update={"promises": (*after.promises, made)}))
    return made


def change_promise(
    service: Service, user_id: str, interview_id: str, promise_id: str, change: PromiseChange
) -> Promise:
    """Change a promise, or say that it was kept, or not yet. Raises NotFoundError."""
    told = {name: value for name, value in change if value is not None and name != "done"}
    if change.done is not None:
        told["done_at"] = service.now() if change.done else None

    def changed(after: After) -> After:
        _promise(after, promise_id)
        every = (one.model_copy(update=told) if one.id == promise_id else one for one in after.promises)
        return after.model_copy(update={"promises": tuple(every)})

    return _promise(_put(service, user_id, interview_id, changed), promise_id)


def remove_promise(service: Service, user_id: str, interview_id: str, promise_id: str) -> None:
    """Take a promise back that was none. Raises NotFoundError."""

    def without(after: After) -> After:
        gone = _promise(after, promise_id)
        return after.model_copy(update={"promises": tuple(one for one in after.promises if one is not gone)})

    _put(service, user_id, interview_id, without)


def name_person(service: Service, user_id: str, interview_id: str, given: PersonIn) -> PersonNamed:
    """Somebody they named becomes an interview: who named them is its referrer, and it is for the same wants.

    Named a second time, they are there once. Raises NotFoundError.
    """
    with service.store.transaction() as tx:
        here, after = interviews.get(tx, user_id, interview_id), sheets.get(tx, user_id, interview_id, After)
        known = next((one for one in after.people if _folded(one.name) == _folded(given.name)), None)
        if known:
            return known
        made = interviews.add(tx, user_id, f"i{secrets.token_hex(8)}", _sent_by(here, given), service.now())
        person = PersonNamed(id=f"n{secrets.token_hex(8)}", interview_id=made.id, **dict(given))
        kept = after.model_copy(update={"people": (*after.people, person)})
        sheets.put(tx, user_id, interview_id, kept, service.now())
    return person


def unname_person(service: Service, user_id: str, interview_id: str, person_id: str) -> None:
    """They did not name this person after all. The interview stays until the person is forgotten. Raises NotFoundError."""

    def without(after: After) -> After:
        if person_id not in {one.id for one in after.people}:
            raise NotFoundError("Nobody of that id was named here.", where=f"person {person_id}")
        return after.model_copy(update={"people": tuple(one for one in after.people if one.id != person_id)})

    _put(service, user_id, interview_id, without)


def keep_words(service: Service, user_id: str, interview_id: str, kind: NoteKind, words: str) -> Note:
    """Keep the user's own words of a note; none of them leaves it to us again. Raises NotFoundError."""
    return _put(service, user_id, interview_id, lambda after: _noted(after, kind, words=words.strip())).note(kind)


def note_fate(service: Service, user_id: str, interview_id: str, kind: NoteKind, fate: Fate) -> Note:
    """Say what became of a note. Thanks that went out move the interview to thanked, an ask to asked. Raises NotFoundError."""
    sent_at = service.now() if fate is Fate.SENT else None
    with service.store.transaction() as tx:
        stored, after = interviews.get(tx, user_id, interview_id), sheets.get(tx, user_id, interview_id, After)
        kept = _noted(after, kind, sent_at=sent_at, dropped=fate is Fate.NONE)
        sheets.put(tx, user_id, interview_id, kept, service.now())
        moved = _status_after(stored.facts.status, kind, fate)
        if moved is not stored.facts.status:
            interviews.set_status(tx, user_id, interview_id, moved, service.now())
    return kept.note(kind)


def _held(tx: Tx, user_id: str, interview_id: str, now: datetime) -> None:
    facts = interviews.get(tx, user_id, interview_id).facts
    ahead = facts.meeting.start is not None and facts.meeting.start > now
    if facts.status in BEFORE and not ahead:
        interviews.set_status(tx, user_id, interview_id, InterviewStatus.HELD, now)


def _status_after(status: InterviewStatus, kind: NoteKind, fate: Fate) -> InterviewStatus:
    if kind is NoteKind.THANKS and fate is Fate.SENT:
        return InterviewStatus.THANKED
    if kind is NoteKind.THANKS and status is InterviewStatus.THANKED:
        return InterviewStatus.HELD
    if kind in ASKS and fate is Fate.SENT and status is InterviewStatus.WISH:
        return InterviewStatus.ASKED
    return status


def _noted(after: After, kind: NoteKind, **told: object) -> After:
    return after.model_copy(update={"notes": after.notes | {kind: after.note(kind).model_copy(update=told)}})


def _sent_by(here: StoredInterview, given: PersonIn) -> InterviewFacts:
    facts = here.facts
    return InterviewFacts(Interviewee(name=given.name), facts.interviewee.name, goals=facts.goals)


def _put(service: Service, user_id: str, interview_id: str, change: Callable[[After], After]) -> After:
    with service.store.transaction() as tx:
        kept = change(sheets.get(tx, user_id, interview_id, After))
        sheets.put(tx, user_id, interview_id, kept, service.now())
    return kept


def _promise(after: After, promise_id: str) -> Promise:
    found = next((one for one in after.promises if one.id == promise_id), None)
    if found is None:
        raise NotFoundError("There is no such promise here.", where=f"promise {promise_id}")
    return found


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
