"""Clips: received pages. A clip that was acknowledged is on the disk, once."""

import hashlib
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, and_, delete, func, insert, select, update

from server.errors import ConflictError, NotFoundError
from server.model import Clip, Verdict
from server.store import interviews, pages, readings
from server.store.sight import Sight, seen_as
from server.store.tables import clips
from server.store.tx import Tx


class ClipState(StrEnum):
    """How far the reading of a clip has come."""

    TO_READ = "to_read"  # an address whose page is still to be fetched
    READING = "reading"  # the page is here and waits for the reader, or is with it
    READ = "read"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class NewClip:
    """A clip as it comes in. clip.id is the id it will have; key is the sender's: the same key is the same clip.

    normal_url is the address without what does not name the page; raw is None for an address to be read later.
    """

    clip: Clip
    key: str
    normal_url: str = ""
    interview_id: str | None = None
    verdict: Verdict | None = None
    raw: bytes | None = None


@dataclass(frozen=True, slots=True)
class StoredClip:
    """A clip as it is kept. place: the order in which a user's clips came."""

    clip: Clip
    key: str
    normal_url: str
    interview_id: str | None
    verdict: Verdict | None
    place: int
    received_at: datetime
    state: ClipState
    reason: str
    attempts: int
    retry_at: datetime | None
    raw_sha256: str | None

    @property
    def id(self) -> str:
        """The clip's id."""
        return self.clip.id

    @property
    def sight(self) -> Sight | None:
        """What a reader is given of it; None while there is no page."""
        return Sight(self.raw_sha256, seen_as(self.clip)) if self.raw_sha256 else None


@dataclass(frozen=True, slots=True)
class Added:
    """A clip that is kept, and whether it was new."""

    clip: StoredClip
    new: bool


def add(tx: Tx, user_id: str, new: NewClip, now: datetime) -> Added:
    """Keep a clip with its page. The same key and content again give back the clip that is there.

    Raises ConflictError for a known key with other content and for a known id, NotFoundError for an interview that is not theirs.
    """
    content = _content(new)
    found = tx.execute(select(clips).where(clips.c.user_id == user_id, clips.c.key == new.key)).one_or_none()
    if found and found.content_sha256 == content:
        return Added(_of(found), new=False)
    if found:
        raise ConflictError(
            "Another clip was sent with this key.", where=f"key {new.key}", hint="Send it again with a key of its own."
        )
    if _row(tx, user_id, new.clip.id):
        raise ConflictError("There is a clip of that id already.", where=f"clip {new.clip.id}")
    if new.interview_id is not None:
        interviews.get(tx, user_id, new.interview_id)
    tx.execute(insert(clips).values(content_sha256=content, **_values(tx, user_id, new, now)))
    return Added(get(tx, user_id, new.clip.id), new=True)


def get(tx: Tx, user_id: str, clip_id: str) -> StoredClip:
    """The clip. Raises NotFoundError."""
    row = _row(tx, user_id, clip_id)
    if row is None:
        raise NotFoundError("There is no such clip.", where=f"clip {clip_id}")
    return _of(row)


def every(tx: Tx, user_id: str) -> tuple[StoredClip, ...]:
    """All clips of a user in the order in which they came."""
    return _select(tx, clips.c.user_id == user_id)


def of_interview(tx: Tx, user_id: str, interview_id: str | None) -> tuple[StoredClip, ...]:
    """The clips of an interview in the order in which they came; with None, those of no interview."""
    return _select(tx, clips.c.user_id == user_id, clips.c.interview_id == interview_id)


def counts(tx: Tx, user_id: str) -> dict[str, Counter[ClipState]]:
    """How many clips of each interview have come how far, by the id of the interview; empty for one without clips."""
    by = (clips.c.interview_id, clips.c.state)
    ours = and_(clips.c.user_id == user_id, clips.c.interview_id.is_not(None))
    found = defaultdict[str, Counter[ClipState]](Counter)
    for row in tx.execute(select(*by, func.count().label("many")).where(ours).group_by(*by)):
        found[row.interview_id][ClipState(row.state)] = row.many
    return found


def in_state(tx: Tx, user_id: str, state: ClipState) -> tuple[StoredClip, ...]:
    """All clips that have come so far, in the order in which they came."""
    return _select(tx, clips.c.user_id == user_id, clips.c.state == state.value)


def is_known(tx: Tx, user_id: str, clip_id: str) -> bool:
    """Whether the user has a clip of that id."""
    return _row(tx, user_id, clip_id) is not None


def is_in_state(tx: Tx, user_id: str, clip_id: str, state: ClipState) -> bool:
    """Whether the clip is still here and has come so far."""
    row = _row(tx, user_id, clip_id)
    return row is not None and bool(row.state == state.value)


def of_address(tx: Tx, user_id: str, normal_url: str) -> tuple[StoredClip, ...]:
    """The clips of one page, by its normalised address."""
    return _select(tx, clips.c.user_id == user_id, clips.c.normal_url == normal_url)


def addresses(tx: Tx, user_id: str) -> frozenset[str]:
    """The normalised addresses of everything that was clipped."""
    rows = tx.execute(select(clips.c.normal_url).where(clips.c.user_id == user_id).distinct())
    return frozenset(row.normal_url for row in rows) - {""}


def set_note(tx: Tx, user_id: str, clip_id: str, note: str) -> StoredClip:
    """Write the note anew. Raises NotFoundError."""
    return _change(tx, user_id, clip_id, note=note)


def set_verdict(tx: Tx, user_id: str, clip_id: str, verdict: Verdict | None) -> StoredClip:
    """Keep what the person says of a clip. Raises NotFoundError."""
    return _change(tx, user_id, clip_id, verdict=verdict and verdict.value)


def move(tx: Tx, user_id: str, clip_id: str, interview_id: str | None) -> StoredClip:
    """Give a clip to another interview, or to none. A verdict was about the other person and goes. Raises NotFoundError."""
    if get(tx, user_id, clip_id).interview_id == interview_id:
        return get(tx, user_id, clip_id)
    if interview_id is not None:
        interviews.get(tx, user_id, interview_id)
    return _change(tx, user_id, clip_id, interview_id=interview_id, verdict=None)


def attach(tx: Tx, user_id: str, clip_id: str, raw: bytes, now: datetime) -> StoredClip:
    """Keep the page of a clip that had none; it waits for the reader then. Raises NotFoundError."""
    get(tx, user_id, clip_id)
    sha256 = pages.put(tx, user_id, raw, now)
    return _change(
        tx, user_id, clip_id, raw_sha256=sha256, state=ClipState.READING.value, reason="", attempts=0, retry_at=None
    )


def name_file(tx: Tx, user_id: str, clip_id: str, file: str) -> StoredClip:
    """Give a page a file name, which tells plain text from a web page. Raises NotFoundError."""
    return _change(tx, user_id, clip_id, file=file)


def start_over(tx: Tx, user_id: str, clip_id: str) -> StoredClip:
    """Have the page of an address fetched as if nobody had tried yet. Raises NotFoundError."""
    return _change(tx, user_id, clip_id, state=ClipState.TO_READ.value, reason="", attempts=0, retry_at=None)


def mark(tx: Tx, user_id: str, clip_id: str, state: ClipState, reason: str = "") -> StoredClip:
    """Note how far it has come, and why not further. Raises NotFoundError."""
    return _change(tx, user_id, clip_id, state=state.value, reason=reason, retry_at=None)


def mark_read(tx: Tx, user_id: str, sight: Sight, state: ClipState, reason: str = "") -> None:
    """Note of every clip of one sight how its reading went."""
    ours = and_(clips.c.user_id == user_id, clips.c.raw_sha256 == sight.raw_sha256, clips.c.seen_as == sight.seen_as)
    tx.execute(update(clips).where(ours).values(state=state.value, reason=reason, retry_at=None))


def put_off(tx: Tx, user_id: str, clip_id: str, reason: str, retry_at: datetime) -> StoredClip:
    """Note an attempt that failed, why, and when to try again. Raises NotFoundError."""
    return _change(tx, user_id, clip_id, reason=reason, retry_at=retry_at, attempts=clips.c.attempts + 1)


def claim(tx: Tx, user_id: str, clip_id: str, until: datetime, reason: str = "") -> StoredClip:
    """Note that a process is at work on it, so that no other begins the same before `until`. Raises NotFoundError."""
    return _change(tx, user_id, clip_id, reason=reason, retry_at=until)


def remove(tx: Tx, user_id: str, clip_id: str) -> StoredClip:
    """Undo a clip: its page and readings go with it where no other clip uses them. Raises NotFoundError."""
    gone = get(tx, user_id, clip_id)
    tx.execute(delete(clips).where(_is(user_id, clip_id)))
    pages.remove_unused(tx, user_id)
    readings.remove_unused(tx, user_id)
    return gone


def _is(user_id: str, clip_id: str) -> Any:
    return and_(clips.c.user_id == user_id, clips.c.id == clip_id)


def _row(tx: Tx, user_id: str, clip_id: str) -> Row[Any] | None:
    return tx.execute(select(clips).where(_is(user_id, clip_id))).one_or_none()


def _select(tx: Tx, *where: Any) -> tuple[StoredClip, ...]:
    return tuple(_of(row) for row in tx.execute(select(clips).where(*where).order_by(clips.c.place)))


def _change(tx: Tx, user_id: str, clip_id: str, **values: Any) -> StoredClip:
    tx.execute(update(clips).where(_is(user_id, clip_id)).values(**values))
    return get(tx, user_id, clip_id)


def _content(new: NewClip) -> str:
    """One hash over all that the sender said."""
    said = [
        new.clip.model_dump(mode="json", exclude={"id"}),
        new.interview_id,
        new.verdict and new.verdict.value,
        new.raw is not None and hashlib.sha256(new.raw).hexdigest(),
    ]
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _values(tx: Tx, user_id: str, new: NewClip, now: datetime) -> dict[str, Any]:
    last = tx.execute(select(func.max(clips.c.place)).where(clips.c.user_id == user_id)).scalar()
    return {
        "user_id": user_id,
        "key": new.key,
        "place": (last or 0) + 1,
        "interview_id": new.interview_id,
        "normal_url": new.normal_url,
        "received_at": now,
        "verdict": new.verdict and new.verdict.value,
        "state": (ClipState.TO_READ if new.raw is None else ClipState.READING).value,
        "reason": "",
        "attempts": 0,
        "raw_sha256": None if new.raw is None else pages.put(tx, user_id, new.raw, now),
        "seen_as": seen_as(new.clip),
        **new.clip.model_dump(),
    }


def _of(row: Row[Any]) -> StoredClip:
    return StoredClip(
        clip=Clip(**{name: getattr(row, name) for name in Clip.model_fields}),
        key=row.key,
        normal_url=row.normal_url,
        interview_id=row.interview_id,
        verdict=row.verdict and Verdict(row.verdict),
        place=row.place,
        received_at=row.received_at,
        state=ClipState(row.state),
        reason=row.reason,
        attempts=row.attempts,
        retry_at=row.retry_at,
        raw_sha256=row.raw_sha256,
    )
