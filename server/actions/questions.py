"""What a user does to questions: their own come first, and whatever they touch stays as they left it.

A question they touch is copied whole, with its quotes, and never computed again (`pipeline.questions.yours`).
"""

import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from server.actions.asked import QuestionChange, QuestionIn, bare, for_everyone
from server.actions.briefs import document, drafted
from server.actions.service import Service
from server.errors import ConflictError, InputError, NotFoundError
from server.model import Document, Evidence, Question, QuestionEdit
from server.pipeline.questions.yours import hold
from server.store import Tx, compose, edits, everyone

OWN = "own"  # what stands for a move in a question of the user's
MINUTES = 4  # that a question takes with its answer


@dataclass(frozen=True, slots=True)
class Kept:
    """A question as it is kept, and whether it is new."""

    edit: QuestionEdit
    new: bool


def add_question(service: Service, user_id: str, interview_id: str, given: QuestionIn) -> Kept:
    """Keep a question of the user's own; what was said twice is there once. Raises NotFoundError, InputError."""
    text = _plain(given.text)
    around = drafted(service, user_id, interview_id).around
    built_on = tuple(one.evidence for one in around.pages.pool.found if one.evidence.id == given.evidence)
    with service.store.transaction() as tx:
        every = compose.whole(tx, user_id, interview_id).edits
        there = next((edit for edit in every if edit.question.text == text), None)
        if there and not there.removed:
            return Kept(there, new=False)
        edit = (
            there.model_copy(update={"removed": False}) if there else hold(_own(text, given, every, built_on), around)
        )
        edits.put(tx, user_id, interview_id, edit, service.now())
    return Kept(edit, new=there is None)


def change_question(
    service: Service, user_id: str, interview_id: str, question_id: str, change: QuestionChange
) -> QuestionEdit:
    """Change a question, of ours or their own. Raises NotFoundError, InputError, ConflictError."""
    shown = document(service, user_id, interview_id)
    around = drafted(service, user_id, interview_id).around
    with service.store.transaction() as tx:
        every = {edit.question.id: edit for edit in compose.whole(tx, user_id, interview_id).edits}
        edit = _changed(every.get(question_id) or _touched(shown, question_id), change)
        if change.text is not None and edit.question.origin == "seeker":
            edit = hold(edit.model_copy(update={"quotes": ()}), around)
        if change.move:
            for moved in _moved(shown, every | {question_id: edit}, question_id, change):
                edits.put(tx, user_id, interview_id, moved, service.now())
                edit = moved if moved.question.id == question_id else edit
        else:
            edits.put(tx, user_id, interview_id, edit, service.now())
        _tell_everyone(service, tx, user_id, edit, change)
    return edit


def remove_question(service: Service, user_id: str, interview_id: str, question_id: str) -> None:
    """Not to be asked here. It can be put back by a change. Raises NotFoundError, also if it was removed before."""
    if question_id in {edit.question.id for edit in removed_questions(service, user_id, interview_id)}:
        raise _missing(question_id)
    change_question(service, user_id, interview_id, question_id, QuestionChange(removed=True))


def removed_questions(service: Service, user_id: str, interview_id: str) -> tuple[QuestionEdit, ...]:
    """What was removed from an interview. Raises NotFoundError."""
    return tuple(edit for edit in touched_questions(service, user_id, interview_id) if edit.removed)


def touched_questions(service: Service, user_id: str, interview_id: str) -> tuple[QuestionEdit, ...]:
    """All that was done to questions of an interview. Raises NotFoundError."""
    with service.store.view() as tx:
        return compose.whole(tx, user_id, interview_id).edits


def _plain(text: str) -> str:
    """One line. Raises InputError for what is no text."""
    line = " ".join(text.split())
    if not line or any(unicodedata.category(char) in {"Cc", "Cs"} for char in line):
        raise InputError("A question is a line of words.", where="text", hint="Write it without control characters.")
    return line


def _own(text: str, given: QuestionIn, every: Sequence[QuestionEdit], built_on: tuple[Evidence, ...]) -> QuestionEdit:
    number = 1 + max((edit.number or 0 for edit in every), default=0)
    question = Question(
        id=_free_id(text, {edit.question.id for edit in every}),
        rank=1,
        tier=given.tier,
        part=given.part,
        move=OWN,
        text=text,
        why="Your own question.",
        minutes=MINUTES,
        origin="seeker",
    )
    return QuestionEdit(question=question, number=number, quotes=built_on)


def _free_id(text: str, taken: set[str], again: int = 0) -> str:
    ident = "q" + hashlib.sha256(f"{OWN}\n{text}\n{again or ''}".encode()).hexdigest()[:10]
    return _free_id(text, taken, again + 1) if ident in taken else ident


def _touched(shown: Document, question_id: str) -> QuestionEdit:
    """A question of ours, copied whole with its quotes."""
    question = next((one for one in shown.questions if one.id == question_id), None)
    if question is None:
        raise _missing(question_id)
    quotes = {one.id: one for one in shown.evidence}
    return QuestionEdit(question=question, quotes=tuple(quotes[ident] for ident in question.evidence))


def _changed(edit: QuestionEdit, change: QuestionChange) -> QuestionEdit:
    question, update = edit.question, dict[str, object]()
    if change.text is not None:
        update |= {"text": _plain(change.text), "edited": question.origin != "seeker"}
    if change.tier is not None:
        update |= {"tier": change.tier}
    flags = {name: value for name in ("pinned", "everyone", "removed") if (value := getattr(change, name)) is not None}
    other = change.tier not in {None, question.tier} or change.removed is not None
    place = {"position": None} if other else {}
    return edit.model_copy(update={"question": question.model_copy(update=update), **flags, **place})


def _moved(
    shown: Document, every: dict[str, QuestionEdit], question_id: str, change: QuestionChange
) -> list[QuestionEdit]:
    """The question with its new place, and all others of its tier that have one."""
    tier = every[question_id].question.tier
    shown_at = [question.id for question in shown.questions if question.tier is tier]
    order = [ident for ident in shown_at if ident != question_id]
    if change.tier is not None:  # it comes over the border: from below to the end, from above to the beginning
        after = len(order) if change.move == "up" else 0
    elif question_id in shown_at:
        after = min(max(shown_at.index(question_id) + (-1 if change.move == "up" else 1), 0), len(order))
    else:
        return [every[question_id]]
    order.insert(after, question_id)
    placed = (ident for ident in order if ident in every and (ident == question_id or every[ident].position))
    return [every[ident].model_copy(update={"position": order.index(ident) + 1}) for ident in placed]


def _tell_everyone(service: Service, tx: Tx, user_id: str, edit: QuestionEdit, change: QuestionChange) -> None:
    """What is asked of everyone is one question: its words change everywhere where it was not touched."""
    asked = {question.id for question in everyone.every(tx, user_id)}
    question = edit.question
    if change.everyone is False and question.id in asked:
        everyone.remove(tx, user_id, question.id)
    elif change.everyone or (change.text is not None and question.id in asked):
        if not for_everyone(edit):
            raise ConflictError(
                "This question rests on what their pages say.",
                where=f"question {question.id}",
                hint="Type one that could be put to anybody, and ask that of everyone.",
            )
        everyone.put(tx, user_id, bare(edit), service.now())


def _missing(question_id: str) -> NotFoundError:
    return NotFoundError("There is no such question here.", where=f"question {question_id}")
