"""What is still owed, over all interviews: talks that may have been held, thanks, promises, who should hear what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from server.actions.letters import is_over, referrer_of
from server.actions.sample import SAMPLE_ID
from server.actions.service import Service
from server.model.after import After, NoteKind, Promise, Whose
from server.model.reminders import Reminder
from server.model.talk import Talk
from server.pipeline.questions.letters import capital
from server.store import interviews, sheets
from server.store.interviews import InterviewStatus, StoredInterview

SOON = timedelta(days=7)  # a promise without a day is for a week after the talk
TRY = timedelta(days=21)  # when people have tried what they were told, or will not
TALKED = frozenset({InterviewStatus.HELD, InterviewStatus.THANKED})


REMINDS = {NoteKind.THANKS: Reminder.THANKS, NoteKind.TRIED: Reminder.TRIED}


class OwedKind(StrEnum):
    """What can be owed, in the order in which it is told."""

    HAPPENED = "happened"  # the time of the talk has passed: was it held?
    THANKS = "thanks"
    MINE = "mine"  # a promise of the user's
    THEIRS = "theirs"  # a promise to the user whose day has passed
    REFERRER = "referrer"  # the one who made the contact has not heard
    TRIED = "tried"  # it was tried, and they have not heard
    WORKED = "worked"  # three weeks on: did any of this work out?


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing owed. text: the promise, the referrer, or what the user wanted to do. due: the day it is for; late: it has passed."""

    kind: OwedKind
    interview_id: str
    name: str
    first_name: str
    text: str = ""
    due: date | None = None
    late: bool = False


def owed(service: Service, user_id: str) -> tuple[Owed, ...]:
    """All that is owed: what is late first, then by its kind, the oldest talk first. The sample owes nothing."""
    with service.store.view() as tx:
        every = [one for one in interviews.every(tx, user_id) if one.id != SAMPLE_ID]
        written, talks = sheets.every(tx, user_id, After), sheets.every(tx, user_id, Talk)
    every.sort(key=_talked)
    begun = {ident: talk.began_at for ident, talk in talks.items()}
    found = [item for one in every for item in _of(service, one, written.get(one.id, After()), begun.get(one.id))]
    order = list(OwedKind)
    return tuple(sorted(found, key=lambda one: (not one.late, order.index(one.kind))))


def done_with(after: After) -> frozenset[Reminder]:
    """The reminders of a calendar that have nothing left to remind of: the note went out, or there will be none."""
    notes = {reminder for kind, reminder in REMINDS.items() if not after.note(kind).is_open}
    return frozenset(notes if promised(after) else {*notes, Reminder.PROMISED})


def promised(after: After) -> tuple[Promise, ...]:
    """Promises that have a day and are not kept yet, but for those that are off the record: they leave in nothing."""
    return tuple(one for one in after.promises if one.due and one.done_at is None and not one.off_record)


def _of(service: Service, one: StoredInterview, after: After, began: datetime | None) -> Iterator[Owed]:
    facts, now = one.facts, service.now()
    yield from _promises(one, after, now)
    if facts.status not in TALKED:
        if is_over(facts.meeting, began, service):
            yield _owed(one, OwedKind.HAPPENED)
        return
    if facts.status is InterviewStatus.HELD and after.note(NoteKind.THANKS).is_open:
        yield _owed(one, OwedKind.THANKS)
    if (referrer := referrer_of(one)).who and after.note(NoteKind.REFERRER).is_open:
        yield _owed(one, OwedKind.REFERRER, capital(referrer.called))
    if after.note(NoteKind.TRIED).is_open:
        yield from _tried(one, after, now)


def _promises(one: StoredInterview, after: After, now: datetime) -> Iterator[Owed]:
    """What the user promised, until it is kept; what was promised to them once it has a day, or a week has passed."""
    talked, today = _talked(one), now.date()
    for promise in sorted((one for one in after.promises if one.done_at is None), key=lambda one: one.due or date.max):
        due = promise.due or (talked + SOON).date()
        if promise.whose is Whose.MINE:
            yield _promised(one, OwedKind.MINE, promise, late=due < today)
        elif promise.due or due < today:
            yield _promised(one, OwedKind.THEIRS, promise, late=False)


def _promised(one: StoredInterview, kind: OwedKind, promise: Promise, *, late: bool) -> Owed:
    return _owed(one, kind, promise.text, promise.due, late=late)


def _tried(one: StoredInterview, after: After, now: datetime) -> Iterator[Owed]:
    if after.tried.text:
        yield _owed(one, OwedKind.TRIED, after.tried.text)
    elif after.will_do.text and now >= _talked(one) + TRY:
        yield _owed(one, OwedKind.WORKED, after.will_do.text)


def _talked(one: StoredInterview) -> datetime:
    """When they talked, as far as we know: a talk without a date was about when it was last written down."""
    return one.facts.meeting.start or one.updated_at


def _owed(one: StoredInterview, kind: OwedKind, text: str = "", due: date | None = None, *, late: bool = False) -> Owed:
    who = one.facts.interviewee
    return Owed(kind, one.id, who.name, who.first_name, text, due, late)
