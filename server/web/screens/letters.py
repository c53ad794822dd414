"""Notes as screens show them: what would be sent, the link that opens it in a mail program, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from server.actions.letters import Letter
from server.model.after import NoteKind
from server.pipeline.follow_up.draft import date_words, mailto

COLUMNS = 60  # letters in a line of the box, about


@dataclass(frozen=True, slots=True)
class LetterBox:
    """A note in its box. to: whom it is for; rows: how high the box is; mailto: the link that opens it.

    sent: the day it went out, in words, or ""; dropped: there will be none; is_own: the words are the user's.
    """

    kind: str
    to: str
    subject: str
    body: str
    rows: int
    words: int
    mailto: str
    hints: tuple[str, ...]
    sent: str
    dropped: bool
    is_own: bool


def letter_box(letters: Mapping[NoteKind, Letter], kind: NoteKind, to: str) -> LetterBox | None:
    """The note of a kind, if it can be written yet."""
    letter = letters.get(kind)
    if letter is None:
        return None
    draft, note = letter.draft, letter.note
    return LetterBox(
        kind=kind.value,
        to=to,
        subject=draft.subject,
        body=draft.body,
        rows=sum(1 + len(line) // COLUMNS for line in draft.body.splitlines()) + 1,
        words=draft.words,
        mailto=mailto(draft.subject, draft.body),
        hints=draft.hints,
        sent=date_words(note.sent_at.date()) if note.sent_at else "",
        dropped=note.dropped,
        is_own=letter.is_own,
    )
