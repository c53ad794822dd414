"""How many interviews the same person prepared before one: wordings take turns by it, so it never changes once it was seen."""

from collections.abc import Collection
from datetime import datetime

from server.model.brought import Brought
from server.store import interviews, sheets
from server.store.tx import Tx


def turn_of(tx: Tx, user_id: str, interview_id: str) -> int:
    """How many were prepared before this one, here or where it came from. Raises NotFoundError."""
    brought = sheets.get(tx, user_id, interview_id, Brought).turn
    return _ids(tx, user_id).index(interview_id) if brought is None else brought


def hold(tx: Tx, user_id: str, going: Collection[str], now: datetime) -> None:
    """Before some interviews go: write down the turn of those that stay, so that what they ask keeps its words."""
    known = sheets.every(tx, user_id, Brought)
    for at, ident in enumerate(_ids(tx, user_id)):
        if ident not in going and ident not in known:
            sheets.put(tx, user_id, ident, Brought(turn=at), now)


def _ids(tx: Tx, user_id: str) -> list[str]:
    return [one.id for one in interviews.every(tx, user_id)]
