"""What the user does to questions of an interview: their own come first, and what they touch stays as they left it."""

from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Response, make_response

from server.actions.asked import QuestionChange, QuestionIn
from server.at_need import at_need
from server.model import Question, QuestionEdit
from server.model.base import Frozen
from server.web.api.shared import Ident, InterviewPath, answer, part
from server.web.current import service, user_id

if TYPE_CHECKING:
    from server.actions import questions
else:
    questions = at_need("server.actions.questions")

api = part("questions")


class QuestionPath(InterviewPath):
    """A question of an interview in an address."""

    question_id: Ident


class QuestionAnswer(Frozen):
    """A question as the user left it. Its rank is told by the document, which holds all of them in order."""

    question: Question
    pinned: bool
    everyone: bool
    removed: bool

    @classmethod
    def of(cls, edit: QuestionEdit) -> "QuestionAnswer":
        """From what is kept."""
        return cls(question=edit.question, pinned=edit.pinned, everyone=edit.everyone, removed=edit.removed)


@api.post("/interviews/<interview_id>/questions", responses={200: QuestionAnswer, 201: QuestionAnswer})
def post_question(path: InterviewPath, body: QuestionIn) -> Response:
    """Keep a question of the user's own, above ours of its tier. 200 if it was there already."""
    kept = questions.add_question(service(), user_id(), path.interview_id, body)
    return answer(QuestionAnswer.of(kept.edit), HTTPStatus.CREATED if kept.new else HTTPStatus.OK)


@api.patch("/interviews/<interview_id>/questions/<question_id>", responses={200: QuestionAnswer})
def patch_question(path: QuestionPath, body: QuestionChange) -> Response:
    """Change a question of ours or theirs; what is left out stays. From then on it is kept as it is."""
    changed = questions.change_question(service(), user_id(), path.interview_id, path.question_id, body)
    return answer(QuestionAnswer.of(changed))


@api.delete("/interviews/<interview_id>/questions/<question_id>", responses={204: None})
def delete_question(path: QuestionPath) -> Response:
    """Not to be asked in this interview. `{"removed": false}` puts it back."""
    questions.remove_question(service(), user_id(), path.interview_id, path.question_id)
    return make_response("", HTTPStatus.NO_CONTENT)
