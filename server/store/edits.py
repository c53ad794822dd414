"""Questions that the user touched, copied whole with their quotes: never computed again, and always first."""

from datetime import datetime
from typing import Any

from sqlalchemy import and_, delete, insert, select

from server.errors import NotFoundError
from server.model import QuestionEdit
from server.store import interviews
from server.store.tables import question_edits
from server.store.tx import Tx


def put(tx: Tx, user_id: str, interview_id: str, edit: QuestionEdit, now: datetime) -> None:
    """Keep an edit, in the place of an earlier one of the same question. Raises NotFoundError for another's interview."""
    interviews.get(tx, user_id, interview_id)
    tx.execute(delete(question_edits).where(_is(user_id, interview_id, edit.question.id)))
    key = {"user_id": user_id, "interview_id": interview_id, "question_id": edit.question.id}
    tx.execute(insert(question_edits).values(**key, edit=edit.model_dump(mode="json"), updated_at=now))


def of_interview(tx: Tx, user_id: str, interview_id: str) -> tuple[QuestionEdit, ...]:
    """All edits of an interview, by their place in the user's order; those without a place last."""
    ours = and_(question_edits.c.user_id == user_id, question_edits.c.interview_id == interview_id)
    rows = tx.execute(select(question_edits.c.edit).where(ours).order_by(question_edits.c.question_id))
    found = [QuestionEdit.model_validate(row.edit) for row in rows]
    return tuple(sorted(found, key=lambda edit: (edit.position is None, edit.position or 0)))


def remove(tx: Tx, user_id: str, interview_id: str, question_id: str) -> None:
    """Back to the question as it is computed. Raises NotFoundError."""
    if not tx.execute(delete(question_edits).where(_is(user_id, interview_id, question_id))).rowcount:
        raise NotFoundError("There is no such edit.", where=f"question {question_id}")


def _is(user_id: str, interview_id: str, question_id: str) -> Any:
    return and_(
        question_edits.c.user_id == user_id,
        question_edits.c.interview_id == interview_id,
        question_edits.c.question_id == question_id,
    )
