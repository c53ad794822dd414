"""The main screen of an interview, and its small forms: what they want, and a line finished on a card."""

from typing import TYPE_CHECKING

from flask import Blueprint, Response, jsonify, redirect, render_template, request, url_for
from pydantic import ValidationError
from werkzeug.wrappers import Response as Answer

from server.actions.asked import LONGEST, QuestionIn
from server.actions.interviews import get_interview
from server.actions.looked import look
from server.actions.wants import WantChange, add_want, change_want, wants_of_others
from server.at_need import at_need
from server.errors import InputError
from server.web.current import service, user_id
from server.web.screens.tonight import Given, seen_in
from server.web.screens.tonight import tonight as tonight_screen
from server.web.screens.typed import Typed, unfinished
from server.web.screens.typed import typed as typed_screen

if TYPE_CHECKING:
    from server.actions import briefs, questions
else:
    briefs = at_need("server.actions.briefs")
    questions = at_need("server.actions.questions")

tonight = Blueprint("tonight", __name__)

LONGEST_WANT = 2_000  # characters; as the forms say


def show(interview_id: str, typed: Typed | None = None, moved: str = "") -> str:
    """The screen of an interview, with the answer to a typed question, or with where a question (its id) moved."""
    found = briefs.evening(service(), user_id(), interview_id)
    made, told = found.document, found.interview
    new = look(service(), user_id(), interview_id, seen_in(made))
    given = Given(said=frozenset(told.verdicts), touched=told.edits, unsaid=found.unsaid, new=new, moved=moved)
    seen = tonight_screen(interview_id, made, given)
    others = () if seen.pages_line else wants_of_others(service(), user_id(), interview_id)
    return render_template("tonight.html", seen=seen, typed=typed, others=others)


def answer(interview_id: str, question: str) -> str:
    """The screen with an answer to a typed question."""
    checked = briefs.lint_question(service(), user_id(), interview_id, question)
    made = briefs.document(service(), user_id(), interview_id)
    return show(interview_id, typed_screen(made, checked))


@tonight.post("/interviews/<interview_id>/hint")
def hint(interview_id: str) -> Response:
    """The one thing to say of a question while it is typed, for a script: `{"hint": ""}` where there is none."""
    question = " ".join(request.form.get("question", "").split())[:LONGEST]
    checked = briefs.lint_question(service(), user_id(), interview_id, question)
    return jsonify(hint=next((one.message for one in checked.findings if one.id == checked.hint), ""))


@tonight.post("/interviews/<interview_id>/wants")
def want(interview_id: str) -> Answer:
    """One more want."""
    add_want(service(), user_id(), interview_id, request.form.get("want", "").strip()[:LONGEST_WANT])
    return _back(interview_id, "wants")


@tonight.post("/interviews/<interview_id>/wants/<goal_id>")
def reword(interview_id: str, goal_id: str) -> Answer:
    """A want in other words."""
    try:
        change = WantChange(text=request.form.get("want", ""))
    except ValidationError as error:
        raise InputError("There is no want in it, or too much.", hint="Say it in a sentence.") from error
    change_want(service(), user_id(), interview_id, goal_id, change)
    return _back(interview_id, "wants")


@tonight.post("/interviews/<interview_id>/cards")
def finish(interview_id: str) -> str | Answer:
    """A question out of a line that was finished on a card; one with a hole in it is looked at first.

    take says which line: the id of the quote, a dot, and which of the ways to ask about it.
    """
    get_interview(service(), user_id(), interview_id)
    take = request.form.get("take", "")
    text = " ".join(request.form.get(take, "").split())[:LONGEST]
    if not text:
        return _back(interview_id, "quotes")
    if unfinished(text):
        return answer(interview_id, text)
    kept = questions.add_question(
        service(), user_id(), interview_id, QuestionIn(text=text, evidence=take.partition(".")[0])
    )
    return _back(interview_id, f"q-{kept.edit.question.id}")


def _back(interview_id: str, anchor: str) -> Answer:
    return redirect(url_for("pages.brief", interview_id=interview_id, _anchor=anchor), 303)
