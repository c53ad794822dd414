"""The screen before there is a talk: how far the asking has come, and the notes for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from server.actions.chain import Chain, Link
from server.actions.letters import Letter, referrer_of
from server.model.after import NoteKind
from server.pipeline.export.faces.view import clean
from server.pipeline.follow_up.before import both
from server.pipeline.follow_up.draft import mailto
from server.store.interviews import InterviewStatus, StoredInterview
from server.web.screens.letters import LetterBox, letter_box
from server.web.screens.people import STATUSES


@dataclass(frozen=True, slots=True)
class BeforeScreen:
    """All that the screen shows. why: what they were named for; ask: None without a referrer; note: what can be forwarded.

    mailto: the link that opens all of it in a mail program; asks: the note by which one asks, as buttons name it.
    """

    id: str
    name: str
    first_name: str
    referrer: str
    status: InterviewStatus
    status_words: str
    before: tuple[Link, ...]
    why: str
    ask: LetterBox | None
    note: LetterBox
    mailto: str
    asks: str


def before_screen(stored: StoredInterview, letters: Mapping[NoteKind, Letter], chain: Chain) -> BeforeScreen:
    """The screen of one interview."""
    facts = stored.facts
    referrer = clean(referrer_of(stored).called)
    ask = letter_box(letters, NoteKind.INTRODUCTION, referrer)
    note = letter_box(letters, NoteKind.FORWARD, clean(facts.interviewee.first_name))
    assert note  # it can always be written
    asks = NoteKind.INTRODUCTION if ask else NoteKind.FORWARD
    subject, body = _mail(letters)
    return BeforeScreen(
        id=stored.id,
        name=clean(facts.interviewee.name),
        first_name=clean(facts.interviewee.first_name),
        referrer=referrer,
        status=facts.status,
        status_words=STATUSES[facts.status],
        before=chain.before,
        why=clean(chain.why),
        ask=ask,
        note=note,
        mailto=mailto(subject, body),
        asks=asks.value,
    )


def _mail(letters: Mapping[NoteKind, Letter]) -> tuple[str, str]:
    ask, note = letters.get(NoteKind.INTRODUCTION), letters[NoteKind.FORWARD]
    if ask is None:
        return note.draft.subject, note.draft.body
    return ask.draft.subject, both(ask.draft, note.draft)
