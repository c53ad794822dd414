"""Retention: raw pages are needed until the talk and a while after. Briefs, questions and what was read stay until forgotten."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from server.store import interviews, pages, users
from server.store.interviews import StoredInterview
from server.store.tables import clips
from server.store.tx import Tx


@dataclass(frozen=True, slots=True)
class Expired:
    """What went: raw pages, and the names of the interviews they were clipped for.

    sha256s: of these pages. locked: backups in the data folder that may hold them still, since they cannot be written.
    """

    pages: int = 0
    names: tuple[str, ...] = ()
    sha256s: tuple[str, ...] = ()
    locked: tuple[str, ...] = ()

    def __str__(self) -> str:
        if not self.pages:
            return "No page was old enough to go."
        stored = "1 stored page" if self.pages == 1 else f"{self.pages} stored pages"
        told = f"{stored} of past interviews ({', '.join(self.names)}) went; briefs, questions and quotes stay."
        held = f" Backups that may still hold some, since they cannot be changed: {', '.join(self.locked)}."
        return told + held if self.locked else told


def expire(tx: Tx, user_id: str, now: datetime) -> Expired:
    """Take away the raw pages of talks that are longer ago than the user's setting says (None keeps them).

    A page that another interview, or a clip of no interview, still needs stays. What was read off the pages stays, too,
    so that a brief is as it was; only reading again by a newer reader is no longer possible.
    """
    days = users.get(tx, user_id).settings.keep_raw_days
    if days is None:
        return Expired()
    past = [one for one in interviews.every(tx, user_id) if _is_past(one, now - timedelta(days=days))]
    gone = {one.id: _raw(tx, user_id, one.id) for one in past}
    needed = _needed(tx, user_id, frozenset(gone))
    going = {sha256 for sha256 in frozenset().union(*gone.values()) - needed if pages.has(tx, user_id, sha256)}
    names = tuple(one.facts.interviewee.name for one in past if gone[one.id] & going)
    return Expired(pages.remove(tx, user_id, sorted(going)), names, tuple(sorted(going)))


def _is_past(one: StoredInterview, limit: datetime) -> bool:
    start = one.facts.meeting.start
    return start is not None and start <= limit


def _raw(tx: Tx, user_id: str, interview_id: str) -> frozenset[str]:
    rows = tx.execute(
        select(clips.c.raw_sha256).where(clips.c.user_id == user_id, clips.c.interview_id == interview_id)
    )
    return frozenset(row.raw_sha256 for row in rows if row.raw_sha256)


def _needed(tx: Tx, user_id: str, past: frozenset[str]) -> frozenset[str]:
    rows = tx.execute(select(clips.c.raw_sha256, clips.c.interview_id).where(clips.c.user_id == user_id))
    return frozenset(row.raw_sha256 for row in rows if row.raw_sha256 and row.interview_id not in past)
