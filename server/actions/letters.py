"""The notes of an interview as they would be sent now: our drafts, or the user's own words in their place."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.actions.chain import Chain, chain
from server.actions.service import Service
from server.model import Document, Meeting
from server.model.after import After, Note, NoteKind
from server.pipeline.follow_up.before import Wish, forwardable, introduction
from server.pipeline.follow_up.draft import Draft
from server.pipeline.follow_up.later import referrer_note, tried_note
from server.pipeline.follow_up.thanks import Talk, thank_you
from server.pipeline.referrer import Referrer, read_referrer
from server.store import compose, interviews, sheets
from server.store.interviews import StoredInterview
from server.store.turns import turn_of


@dataclass(frozen=True, slots=True)
class Letter:
    """A note: what would be sent, what became of it, and whether the words are the user's own."""

    kind: NoteKind
    draft: Draft
    note: Note
    is_own: bool


def letters_after(service: Service, user_id: str, interview_id: str) -> dict[NoteKind, Letter]:
    """The thank-you, the line to the referrer and "I tried it", those that can be written yet. Raises NotFoundError."""
    with service.store.view() as tx:
        stored, after = interviews.get(tx, user_id, interview_id), sheets.get(tx, user_id, interview_id, After)
        turn = turn_of(tx, user_id, interview_id)
    name = stored.facts.interviewee
    talk = Talk(name.first_name, stored.facts.meeting.start, service.now(), turn)
    made: dict[NoteKind, Draft | None] = {
        NoteKind.THANKS: thank_you(talk, after),
        NoteKind.TRIED: tried_note(talk, after),
    }
    if (referrer := referrer_of(stored)).who:
        made[NoteKind.REFERRER] = referrer_note(talk, name.name, referrer.greeted, after)
    return dict(_letters(after, made))


def letters_before(service: Service, user_id: str, interview_id: str, document: Document) -> dict[NoteKind, Letter]:
    """The ask for an introduction, if there is a referrer, and the note that can be forwarded. Raises NotFoundError.

    document: that of the interview, whose cited lines the note may hold.
    """
    with service.store.view() as tx:
        stored, after = interviews.get(tx, user_id, interview_id), sheets.get(tx, user_id, interview_id, After)
        whole, turn = compose.whole(tx, user_id, interview_id), turn_of(tx, user_id, interview_id)
        found = chain(tx, user_id, interview_id)
    wish = Wish(
        name=stored.facts.interviewee.name,
        referrer=referrer_of(stored),
        background=whole.seeker.background,
        minutes=stored.facts.meeting.minutes,
        document=document,
        named=_is_named(found, referrer_of(stored)),
        turn=turn,
    )
    made = {NoteKind.INTRODUCTION: introduction(wish), NoteKind.FORWARD: forwardable(wish)}
    return dict(_letters(after, made))


def referrer_of(stored: StoredInterview) -> Referrer:
    """Who made the contact, without what was noted around them ("my friend Ada Pell, who knows her from Leeds")."""
    return read_referrer(stored.facts.referrer)


def is_over(meeting: Meeting, began: datetime | None, service: Service) -> bool:
    """Whether the time of a talk has passed, since it began or was to begin. It may not have taken place: only the user can say so."""
    start = began or meeting.start
    return start is not None and start + timedelta(minutes=meeting.minutes) <= service.now()


def _letters(after: After, made: dict[NoteKind, Draft | None]) -> Iterator[tuple[NoteKind, Letter]]:
    for kind, draft in made.items():
        note = after.note(kind)
        if draft:
            own = Draft(draft.subject, note.words) if note.words else draft
            yield kind, Letter(kind, own, note, bool(note.words))


def _is_named(found: Chain, referrer: Referrer) -> bool:
    return bool(found.before) and found.before[-1].name == referrer.name
