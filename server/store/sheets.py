"""What the user wrote down about an interview, a sheet a purpose (`server.model.sheets`)."""

from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import and_, delete, insert, select

from server.model.sheets import Sheet
from server.store import interviews
from server.store.tables import sheets
from server.store.tx import Tx

S = TypeVar("S", bound=Sheet)


def get(tx: Tx, user_id: str, interview_id: str, kind: type[S]) -> S:
    """The sheet of an interview; an empty one if nobody wrote on it. Raises NotFoundError for another's interview."""
    interviews.get(tx, user_id, interview_id)
    found = tx.execute(select(sheets.c.sheet).where(_is(user_id, interview_id, kind.called))).scalar_one_or_none()
    return kind() if found is None else kind.model_validate(found)


def put(tx: Tx, user_id: str, interview_id: str, sheet: Sheet, now: datetime) -> None:
    """Keep a sheet in the place of the one before. Raises NotFoundError for another's interview."""
    interviews.get(tx, user_id, interview_id)
    tx.execute(delete(sheets).where(_is(user_id, interview_id, sheet.called)))
    key = {"user_id": user_id, "interview_id": interview_id, "called": sheet.called}
    tx.execute(insert(sheets).values(**key, sheet=sheet.model_dump(mode="json"), updated_at=now))


def every(tx: Tx, user_id: str, kind: type[S]) -> dict[str, S]:
    """All of a user's sheets of one kind, by the id of their interview."""
    ours = and_(sheets.c.user_id == user_id, sheets.c.called == kind.called)
    rows = tx.execute(select(sheets.c.interview_id, sheets.c.sheet).where(ours).order_by(sheets.c.interview_id))
    return {row.interview_id: kind.model_validate(row.sheet) for row in rows}


def _is(user_id: str, interview_id: str, called: str) -> Any:
    return and_(
        sheets.c.user_id == user_id,
        sheets.c.interview_id == interview_id,
        sheets.c.called == called,
    )
