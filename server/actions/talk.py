"""What a user does in the talk: they tick, note, put a side-track by, change a cue. Nothing of it is ever lost or doubled."""

from collections.abc import Sequence
from dataclasses import dataclass

from server.actions.briefs import document
from server.actions.service import Service
from server.errors import InputError
from server.model import Document
from server.model.talk import Mark, MarkKind, Talk
from server.pipeline.talk.marks import FIELDS, mark_now, merged
from server.store import sheets

MOST = 500  # things of one kind in one talk
OF_QUESTIONS = frozenset({MarkKind.TICK, MarkKind.NOTE, MarkKind.CUE, MarkKind.OFF})


@dataclass(frozen=True, slots=True)
class AtHand:
    """What the talk needs: the document with its questions, and what was written down."""

    document: Document
    talk: Talk


def at_hand(service: Service, user_id: str, interview_id: str) -> AtHand:
    """Questions and what was written to them. Raises NotFoundError."""
    return AtHand(document(service, user_id, interview_id), get_talk(service, user_id, interview_id))


def get_talk(service: Service, user_id: str, interview_id: str) -> Talk:
    """What was written down; an empty sheet if nothing was. Raises NotFoundError."""
    with service.store.view() as tx:
        return sheets.get(tx, user_id, interview_id, Talk)


def write_marks(service: Service, user_id: str, interview_id: str, marks: Sequence[Mark]) -> Talk:
    """Lay marks over what was written down, of each thing the latest. Raises NotFoundError, InputError if there are too many."""
    before = get_talk(service, user_id, interview_id)
    unknown = {mark.of for mark in marks if mark.what in OF_QUESTIONS} - before.wordings.keys()
    wordings = _wordings(service, user_id, interview_id) if unknown else {}
    with service.store.transaction() as tx:
        known = sheets.get(tx, user_id, interview_id, Talk)
        talk = merged(known, marks)
        new = {ident: wordings[ident] for ident in unknown if ident in wordings and ident not in talk.wordings}
        talk = talk.model_copy(update={"wordings": talk.wordings | new})
        _refuse_too_many(talk)
        if talk != known:
            sheets.put(tx, user_id, interview_id, talk, service.now())
    return talk


def write_down(service: Service, user_id: str, interview_id: str, mark: Mark) -> Talk:
    """Write one thing now, over what is there, whatever time it says. Raises NotFoundError, InputError."""
    known = get_talk(service, user_id, interview_id)
    return write_marks(service, user_id, interview_id, [mark_now(known, mark, service.now())])


def _wordings(service: Service, user_id: str, interview_id: str) -> dict[str, str]:
    return {question.id: question.text for question in document(service, user_id, interview_id).questions}


def _refuse_too_many(talk: Talk) -> None:
    for name in FIELDS.values():
        if len(getattr(talk, name)) > MOST:
            raise InputError(
                "That is more than one talk can hold.",
                where=name,
                hint=f"Keep it to {MOST} of a kind; older ones stay.",
            )
