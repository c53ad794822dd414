"""Forms for questions: add one's own, change, move, put off, remove and put back."""

from typing import TYPE_CHECKING

from flask import Blueprint, redirect, request, url_for
from pydantic import ValidationError
from werkzeug.wrappers import Response

from server.actions.asked import LONGEST, QuestionChange, QuestionIn
from server.at_need import at_need
from server.errors import InputError
from server.model import Document, Tier
from server.web.current import service, user_id

if TYPE_CHECKING:
    from server.actions import briefs, questions
else:
    briefs = at_need("server.actions.briefs")
    questions = at_need("server.actions.questions")

asked = Blueprint("asked", __name__)

CHANGES = {  # what each button says
    "up": QuestionChange(move="up"),
    "down": QuestionChange(move="down"),
    "must": QuestionChange(tier=Tier.MUST),
    "should": QuestionChange(tier=Tier.SHOULD),
    "parked": QuestionChange(tier=Tier.PARKED),
    "pin": QuestionChange(pinned=True),
    "unpin": QuestionChange(pinned=False),
    "everyone": QuestionChange(everyone=True),
    "only-here": QuestionChange(everyone=False),
    "remove": QuestionChange(removed=True),
    "back": QuestionChange(removed=False),
}


@asked.post("/interviews/<interview_id>/questions")
def add(interview_id: str) -> Response:
    """Keep a question of the person's own, and show it in its place."""
    try:
        given = QuestionIn.model_validate(
            {"text": request.form.get("question", ""), "tier": request.form.get("tier", Tier.MUST)}
        )
    except ValidationError as error:
        raise _no_words() from error
    return _to(interview_id, questions.add_question(service(), user_id(), interview_id, given).edit.question.id)


@asked.post("/interviews/<interview_id>/questions/<question_id>")
def change(interview_id: str, question_id: str) -> Response:
    """Do what the button says, and return to the question; to the one beside it if it went from here."""
    wanted = _asked_for()
    before = (
        briefs.document(service(), user_id(), interview_id) if wanted.move or wanted.tier or wanted.removed else None
    )
    if before and wanted.move:
        wanted = _over_the_border(before, question_id, wanted)
    goes = wanted.removed or (wanted.tier and not wanted.move)
    beside = _beside(before, question_id) if before and goes else question_id
    questions.change_question(service(), user_id(), interview_id, question_id, wanted)
    return _to(interview_id, beside, moved=question_id if wanted.tier else "")


def _over_the_border(document: Document, question_id: str, wanted: QuestionChange) -> QuestionChange:
    """Up from the first that is asked if there is time, down from the last to ask first: into the other tier."""
    tiers = {tier: [one.id for one in document.questions if one.tier is tier] for tier in (Tier.MUST, Tier.SHOULD)}
    if wanted.move == "up" and tiers[Tier.SHOULD][:1] == [question_id]:
        return wanted.model_copy(update={"tier": Tier.MUST})
    if wanted.move == "down" and tiers[Tier.MUST][-1:] == [question_id]:
        return wanted.model_copy(update={"tier": Tier.SHOULD})
    return wanted


def _asked_for() -> QuestionChange:
    wanted = request.form.get("do", "")
    if wanted == "words":
        try:
            return QuestionChange(text=request.form.get("words", ""))
        except ValidationError as error:
            raise _no_words() from error
    if wanted not in CHANGES:
        raise InputError("That cannot be done to a question.", where="do", hint=f"Send one of: {', '.join(CHANGES)}.")
    return CHANGES[wanted]


def _beside(document: Document, question_id: str) -> str:
    """The question after this one in its tier, else the one before it; "" if it stands alone or is not here."""
    tier = next((one.tier for one in document.questions if one.id == question_id), None)
    ids = [one.id for one in document.questions if one.tier is tier]
    if len(ids) < 2:
        return ""
    at = ids.index(question_id)
    return ids[at + 1] if at + 1 < len(ids) else ids[at - 1]


def _no_words() -> InputError:
    return InputError("There is no question in it, or too much.", hint=f"Write one of at most {LONGEST} characters.")


def _to(interview_id: str, question_id: str, moved: str = "") -> Response:
    """Tonight, at a question. moved: the one of which is said where it stands now."""
    anchor = f"q-{question_id}" if question_id else "questions"
    return redirect(url_for("pages.brief", interview_id=interview_id, moved=moved or None, _anchor=anchor), 303)
