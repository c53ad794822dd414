"""What the reader found on pages: bytes as the reader puts them on the wire, which nobody here looks into."""

import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, delete, insert, select, true

from server.store.sight import Sight
from server.store.tables import clips, readings
from server.store.tx import Tx

LEVEL = 1  # as for pages

MOST_NAMED = 100  # clips; of more than these, all are fetched

Stamp = tuple[str, datetime]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one version of the reader found on one page. problem: why it found nothing, in a sentence."""

    sight: Sight
    reader_version: str
    result: bytes
    problem: str
    read_at: datetime


def put(tx: Tx, user_id: str, reading: Reading) -> bool:
    """Keep a reading, in the place of what other versions found. False, and nothing kept, if its clip has gone meanwhile."""
    sight = reading.sight
    wanted = select(clips.c.id).where(
        clips.c.user_id == user_id, clips.c.raw_sha256 == sight.raw_sha256, clips.c.seen_as == sight.seen_as
    )
    if tx.execute(wanted.limit(1)).scalar() is None:
        return False
    tx.execute(delete(readings).where(_of_sight(user_id, sight)))
    row = {
        "user_id": user_id,
        "raw_sha256": sight.raw_sha256,
        "seen_as": sight.seen_as,
        "reader_version": reading.reader_version,
        "problem": reading.problem,
        "read_at": reading.read_at,
        "result": zlib.compress(reading.result, LEVEL),
    }
    tx.execute(insert(readings).values(row))
    return True


def get(tx: Tx, user_id: str, sight: Sight) -> Reading | None:
    """The reading of a page. Its version may be an older one: read again if the page is still here."""
    row = tx.execute(select(readings).where(_of_sight(user_id, sight))).one_or_none()
    return _of(row) if row else None


def version_of(tx: Tx, user_id: str, sight: Sight) -> str:
    """The version of the reader that read a page, "" if none did."""
    found = tx.execute(select(readings.c.reader_version).where(_of_sight(user_id, sight))).scalar()
    return str(found or "")


def of_interview(
    tx: Tx, user_id: str, interview_id: str, wanted: Collection[str] | None = None
) -> Mapping[str, Reading]:
    """The readings of an interview by clip id; a clip that is not read yet has none. wanted: at least those of these clips."""
    rows = tx.execute(
        select(clips.c.id, readings)
        .join(readings, _joined())
        .where(clips.c.user_id == user_id, clips.c.interview_id == interview_id)
        .where(true() if wanted is None or len(wanted) > MOST_NAMED else clips.c.id.in_(wanted))
    )
    return {row.id: _of(row) for row in rows}


def stamps(tx: Tx, user_id: str, interview_id: str) -> dict[str, Stamp]:
    """By clip id the reader version and the moment of each reading of an interview: equal as long as its result is."""
    rows = tx.execute(
        select(clips.c.id, readings.c.reader_version, readings.c.read_at)
        .join(readings, _joined())
        .where(clips.c.user_id == user_id, clips.c.interview_id == interview_id)
    )
    return {row.id: (row.reader_version, row.read_at) for row in rows}


def remove_unused(tx: Tx, user_id: str) -> int:
    """Take away the readings that no clip of the user needs any more. Returns how many."""
    used = (
        select(clips.c.id)
        .where(
            clips.c.user_id == user_id,
            clips.c.raw_sha256 == readings.c.raw_sha256,
            clips.c.seen_as == readings.c.seen_as,
        )
        .exists()
    )
    return tx.execute(delete(readings).where(readings.c.user_id == user_id, ~used)).rowcount


def _joined() -> Any:
    return and_(
        clips.c.user_id == readings.c.user_id,
        clips.c.raw_sha256 == readings.c.raw_sha256,
        clips.c.seen_as == readings.c.seen_as,
    )


def _of_sight(user_id: str, sight: Sight) -> Any:
    return and_(
        readings.c.user_id == user_id,
        readings.c.raw_sha256 == sight.raw_sha256,
        readings.c.seen_as == sight.seen_as,
    )


def _of(row: Row[Any]) -> Reading:
    sight = Sight(row.raw_sha256, row.seen_as)
    return Reading(sight, row.reader_version, zlib.decompress(row.result), row.problem, row.read_at)
