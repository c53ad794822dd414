"""What a user tells about themselves: lives longer than one interview."""

from datetime import datetime

from sqlalchemy import delete, insert, select

from server.model import Seeker
from server.store.tables import seekers
from server.store.tx import Tx


def get(tx: Tx, user_id: str) -> Seeker:
    """The user as seeker, without goals (those stand with each interview); empty if they told nothing yet."""
    row = tx.execute(select(seekers).where(seekers.c.user_id == user_id)).one_or_none()
    if row is None:
        return Seeker()
    return Seeker(
        background=row.background,
        wants=row.wants,
        plan=row.plan,
        assumptions=tuple(row.assumptions),
        show=tuple(row.show),
    )


def put(tx: Tx, user_id: str, seeker: Seeker, now: datetime) -> None:
    """Keep what they tell, in the place of what they told before. Its goals are not kept here."""
    tx.execute(delete(seekers).where(seekers.c.user_id == user_id))
    row = seeker.model_dump(mode="json", exclude={"goals"})
    tx.execute(insert(seekers).values(user_id=user_id, updated_at=now, **row))
