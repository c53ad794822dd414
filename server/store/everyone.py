"""Questions that a user asks everyone. They stand in each interview, without the quotes of any one person."""

from datetime import datetime
from typing import Any

from sqlalchemy import and_, delete, func, insert, select, update

from server.errors import NotFoundError
from server.model import Question
from server.store import users
from server.store.tables import everyone_questions as table
from server.store.tx import Tx


def put(tx: Tx, user_id: str, question: Question, now: datetime) -> None:
    """Keep a question, after those that are there or in the place of the one of its id. Raises NotFoundError."""
    users.get(tx, user_id)
    values = {"question": question.model_dump(mode="json"), "updated_at": now}
    here = _is(user_id, question.id)
    if tx.execute(update(table).where(here).values(**values)).rowcount:
        return
    last = tx.execute(select(func.max(table.c.place)).where(table.c.user_id == user_id)).scalar_one()
    key = {"user_id": user_id, "question_id": question.id, "place": (last or 0) + 1}
    tx.execute(insert(table).values(**key, **values))


def every(tx: Tx, user_id: str) -> tuple[Question, ...]:
    """All of them, the first one first."""
    rows = tx.execute(select(table.c.question).where(table.c.user_id == user_id).order_by(table.c.place))
    return tuple(Question.model_validate(row.question) for row in rows)


def remove(tx: Tx, user_id: str, question_id: str) -> None:
    """No longer ask it of everyone. Raises NotFoundError."""
    if not tx.execute(delete(table).where(_is(user_id, question_id))).rowcount:
        raise NotFoundError("You do not ask this of everyone.", where=f"question {question_id}")


def _is(user_id: str, question_id: str) -> Any:
    return and_(table.c.user_id == user_id, table.c.question_id == question_id)
