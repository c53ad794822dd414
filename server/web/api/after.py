"""Before and after a talk: what was written down, the notes as they would be sent, promises, people, what is owed and was heard."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Response, make_response

from server.actions import after as actions
from server.actions.after import AfterChange, Fate, PersonIn, PromiseChange, PromiseIn
from server.actions.heard import heard
from server.actions.letters import Letter, letters_after, letters_before
from server.actions.owed import OwedKind, owed
from server.at_need import at_need
from server.model.after import After, NoteKind, PersonNamed, Promise
from server.model.base import Frozen
from server.model.words import Text
from server.web.api.shared import Ident, InterviewPath, answer, part
from server.web.current import service, user_id

if TYPE_CHECKING:
    from server.actions import briefs
else:
    briefs = at_need("server.actions.briefs")

api = part("follow_up")


class PromisePath(InterviewPath):
    """A promise of an interview in an address."""

    promise_id: Ident


class PersonPath(InterviewPath):
    """Somebody named in an interview, in an address."""

    person_id: Ident


class NotePath(InterviewPath):
    """A note of an interview in an address."""

    kind: NoteKind


class NoteShown(Frozen):
    """A note as it would be sent now. is_own: the words are the user's; hints: what to mend. We send nothing."""

    kind: NoteKind
    subject: str
    body: str
    words: int
    is_own: bool
    hints: tuple[str, ...]
    mailto: str
    sent_at: datetime | None
    dropped: bool


class NoteList(Frozen):
    """The notes that can be written yet."""

    notes: tuple[NoteShown, ...]


class NoteChange(Frozen):
    """What changes about a note; what is left out stays. words: the user's, "" for ours again; fate: what became of it."""

    words: Text | None = None
    fate: Fate | None = None


class OwedShown(Frozen):
    """One thing owed: text is the promise, the referrer, or what the user wanted to do."""

    kind: OwedKind
    interview_id: str
    name: str
    first_name: str
    text: str
    due: date | None
    late: bool


class OwedList(Frozen):
    """All that is owed, over all interviews: what is late first."""

    owed: tuple[OwedShown, ...]


class AnswerShown(Frozen):
    """What one person said to a want."""

    interview_id: str
    name: str
    text: str
    when: datetime | None
    off_record: bool


class WantShown(Frozen):
    """A want, and what was said to it, the oldest answer first."""

    want: str
    answers: tuple[AnswerShown, ...]


class HeardList(Frozen):
    """What was heard so far, per want."""

    wants: tuple[WantShown, ...]


@api.get("/interviews/<interview_id>/after", responses={200: After})
def get_after(path: InterviewPath) -> Response:
    """What was written down after the talk, off the record or not."""
    return answer(actions.get_after(service(), user_id(), path.interview_id))


@api.patch("/interviews/<interview_id>/after", responses={200: After})
def patch_after(path: InterviewPath, body: AfterChange) -> Response:
    """Write down what is sent; what is left out stays. `heard` stands in the place of all answers that were there."""
    return answer(actions.change_after(service(), user_id(), path.interview_id, body))


@api.post("/interviews/<interview_id>/promises", responses={201: Promise})
def post_promise(path: InterviewPath, body: PromiseIn) -> Response:
    """One more promise."""
    return answer(actions.add_promise(service(), user_id(), path.interview_id, body), HTTPStatus.CREATED)


@api.patch("/interviews/<interview_id>/promises/<promise_id>", responses={200: Promise})
def patch_promise(path: PromisePath, body: PromiseChange) -> Response:
    """Change a promise, or say that it was kept."""
    return answer(actions.change_promise(service(), user_id(), path.interview_id, path.promise_id, body))


@api.delete("/interviews/<interview_id>/promises/<promise_id>", responses={204: None})
def delete_promise(path: PromisePath) -> Response:
    """Take a promise back that was none."""
    actions.remove_promise(service(), user_id(), path.interview_id, path.promise_id)
    return make_response("", HTTPStatus.NO_CONTENT)


@api.post("/interviews/<interview_id>/people", responses={201: PersonNamed})
def post_person(path: InterviewPath, body: PersonIn) -> Response:
    """Somebody they named: an interview is made for them, with this one's person as its referrer. Named twice, they are there once."""
    return answer(actions.name_person(service(), user_id(), path.interview_id, body), HTTPStatus.CREATED)


@api.delete("/interviews/<interview_id>/people/<person_id>", responses={204: None})
def delete_person(path: PersonPath) -> Response:
    """They did not name this person after all; the interview stays."""
    actions.unname_person(service(), user_id(), path.interview_id, path.person_id)
    return make_response("", HTTPStatus.NO_CONTENT)


@api.get("/interviews/<interview_id>/notes", responses={200: NoteList})
def get_notes(path: InterviewPath) -> Response:
    """All notes that can be written yet: the ask, what can be forwarded, the thank-you, the line to the referrer, "I tried it"."""
    return answer(NoteList(notes=tuple(_shown(_letters(path.interview_id).values()))))


@api.patch("/interviews/<interview_id>/notes/<kind>", responses={200: NoteList})
def patch_note(path: NotePath, body: NoteChange) -> Response:
    """Keep the user's own words of a note, or say what became of it. Answers with all notes."""
    if body.words is not None:
        actions.keep_words(service(), user_id(), path.interview_id, path.kind, body.words)
    if body.fate:
        actions.note_fate(service(), user_id(), path.interview_id, path.kind, body.fate)
    return answer(NoteList(notes=tuple(_shown(_letters(path.interview_id).values()))))


@api.get("/owed", responses={200: OwedList})
def get_owed() -> Response:
    """Thanks that did not go out, promises, and who should hear what came of it."""
    return answer(OwedList(owed=tuple(OwedShown(**asdict(one)) for one in owed(service(), user_id()))))


@api.get("/heard", responses={200: HeardList})
def get_heard() -> Response:
    """What was heard so far, per want, the answers of all people side by side."""
    return answer(HeardList(wants=tuple(WantShown(**asdict(one)) for one in heard(service(), user_id()))))


def _letters(interview_id: str) -> dict[NoteKind, Letter]:
    made = briefs.document(service(), user_id(), interview_id)
    before = letters_before(service(), user_id(), interview_id, made)
    return before | letters_after(service(), user_id(), interview_id)


def _shown(letters: Iterable[Letter]) -> Iterable[NoteShown]:
    for one in letters:
        yield NoteShown(
            kind=one.kind,
            subject=one.draft.subject,
            body=one.draft.body,
            words=one.draft.words,
            is_own=one.is_own,
            hints=one.draft.hints,
            mailto=one.draft.mailto,
            sent_at=one.note.sent_at,
            dropped=one.note.dropped,
        )
