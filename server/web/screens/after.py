"""The screen after a talk: two boxes and a letter; then what may wait; then, weeks later, what came of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from server.actions.chain import Chain, Link
from server.actions.letters import Letter, referrer_of
from server.actions.owed import TALKED, TRY
from server.actions.wants import same_want
from server.model.after import After, Heard, NoteKind, PersonNamed, Promise, Whose
from server.model.talk import Talk
from server.pipeline.export.faces.view import clean
from server.pipeline.follow_up.draft import date_words
from server.pipeline.follow_up.speech import sentences
from server.store.interviews import StoredInterview
from server.web.screens.letters import LetterBox, letter_box
from server.web.screens.people import STATUSES


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A promise in the list. due: its day, in words, or ""."""

    id: str
    text: str
    due: str
    done: bool
    off_record: bool


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody they named. interview_id: "" if that interview was forgotten; facts: how far it has come."""

    id: str
    name: str
    why: str
    interview_id: str
    facts: str
    off_record: bool


@dataclass(frozen=True, slots=True)
class NotedRow:
    """What was noted to a question in the talk, sentence by sentence, each with whether it stands in one of the boxes already."""

    question_id: str
    question: str
    sentences: tuple[tuple[str, bool], ...]
    off_record: bool


@dataclass(frozen=True, slots=True)
class AfterScreen:
    """All that the screen shows. when: the talk in words; offers_held: its time has passed and nobody said whether it was held.

    wants: what was heard to each want, also to those without a word yet. rest: what stands in the folded part, in words.
    noted, asides: what was written down in the talk; asides are for next time. promises: by who made them, in words.
    referrer_is_next, tried_is_due: what was folded until its turn came.
    """

    id: str
    name: str
    first_name: str
    when: str
    status: str
    is_ahead: bool
    offers_held: bool
    before: tuple[Link, ...]
    after: After
    thanks: LetterBox | None
    referrer: LetterBox | None
    tried: LetterBox | None
    wants: tuple[Heard, ...]
    promises: tuple[tuple[str, tuple[PromiseRow, ...]], ...]
    people: tuple[PersonRow, ...]
    noted: tuple[NotedRow, ...]
    asides: tuple[str, ...]
    rest: str
    referrer_is_next: bool
    tried_is_due: bool


@dataclass(frozen=True, slots=True)
class Parts:
    """What the screen is made of. over: whether the time of the talk has passed."""

    stored: StoredInterview
    after: After
    talk: Talk
    letters: Mapping[NoteKind, Letter]
    chain: Chain
    over: bool


def after_screen(parts: Parts, now: datetime) -> AfterScreen:
    """The screen of one interview."""
    stored, after, letters, chain, over = parts.stored, parts.after, parts.letters, parts.chain, parts.over
    facts, first = stored.facts, stored.facts.interviewee.first_name
    talked = facts.status in TALKED
    been = talked or over or parts.talk.began_at is not None or bool(parts.talk.noted)
    referrer = referrer_of(stored).called
    is_due = facts.meeting.start is not None and now >= facts.meeting.start + TRY
    return AfterScreen(
        id=stored.id,
        name=clean(facts.interviewee.name),
        first_name=clean(first),
        when=_when(facts.meeting.start, now),
        status=STATUSES[facts.status] if talked else "",
        is_ahead=not (been or after.stuck.text or after.will_do.text),
        offers_held=over and not talked,
        before=chain.before,
        after=after,
        thanks=letter_box(letters, NoteKind.THANKS, first),
        referrer=letter_box(letters, NoteKind.REFERRER, referrer) if talked else None,
        tried=letter_box(letters, NoteKind.TRIED, first),
        wants=tuple(_wants(stored, after)),
        promises=tuple(_promises(after, clean(first))),
        people=tuple(_person(one, chain) for one in after.people),
        noted=tuple(_noted(after, parts.talk)),
        asides=tuple(clean(text) for text in parts.talk.side_tracks.values()),
        rest=_rest(after),
        referrer_is_next=not after.note(NoteKind.THANKS).is_open and after.note(NoteKind.REFERRER).is_open,
        tried_is_due=talked and is_due and bool(after.will_do.text) and after.note(NoteKind.TRIED).is_open,
    )


def _when(start: datetime | None, now: datetime) -> str:
    if start is None:
        return ""
    year = "" if abs(now - start) < timedelta(days=180) else f" {start.year}"
    return f"{start:%A} {date_words(start.date())}{year}"


def _wants(stored: StoredInterview, after: After) -> Iterator[Heard]:
    """The wants of the interview with what was said to them; then what was heard to wants it has no more."""
    said = {same_want(one.want): one for one in after.heard}
    goals = sorted(stored.facts.goals, key=lambda goal: goal.priority)
    for goal in goals:
        yield said.pop(same_want(goal.text), Heard(want=goal.text))
    yield from said.values()


def _noted(after: After, talk: Talk) -> Iterator[NotedRow]:
    boxes = f"{after.stuck.text}\n{after.will_do.text}"
    for ident, text in talk.noted.items():
        told = tuple((clean(one), one in boxes) for one in sentences(text))
        yield NotedRow(ident, clean(talk.wordings.get(ident, "")), told, ident in talk.off_record)


def _promises(after: After, first_name: str) -> Iterator[tuple[str, tuple[PromiseRow, ...]]]:
    """Those of the user's, then those made to them: what has a day first."""
    for whose, title in ((Whose.MINE, "You promised"), (Whose.THEIRS, f"{first_name} promised you")):
        rows = tuple(_promise(one) for one in sorted(after.promises, key=_by_day) if one.whose is whose)
        if rows:
            yield title, rows


def _by_day(one: Promise) -> tuple[bool, date]:
    return one.done_at is not None, one.due or date.max


def _promise(one: Promise) -> PromiseRow:
    due = f"by {date_words(one.due)}" if one.due else ""
    return PromiseRow(one.id, clean(one.text), due, one.done_at is not None, one.off_record)


def _person(one: PersonNamed, chain: Chain) -> PersonRow:
    link = chain.after.get(one.id)
    facts = STATUSES[link.status] if link else "forgotten since" if one.interview_id else ""
    return PersonRow(one.id, clean(one.name), clean(one.why), link.interview_id if link else "", facts, one.off_record)


def _rest(after: After) -> str:
    texts = [after.surprised.text, after.about_me.text, after.gained.text, *(one.text for one in after.heard)]
    counts = ((sum(map(bool, texts)), "line"), (len(after.promises), "promise"), (len(after.people), "name"))
    return ", ".join(f"{n} {noun}{'' if n == 1 else 's'}" for n, noun in counts if n)
