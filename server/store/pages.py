"""The raw bytes of clipped pages, compressed, under their SHA-256; each once a user, however often it was clipped."""

import hashlib
import zlib
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import and_, delete, insert, select

from server.store.tables import clips, pages
from server.store.tx import Tx

LEVEL = 1  # the person waits for it; the slower levels save a fifth of the room for three times the time


def put(tx: Tx, user_id: str, raw: bytes, now: datetime) -> str:
    """Keep the bytes of a page. Returns their SHA-256."""
    sha256 = hashlib.sha256(raw).hexdigest()
    if not has(tx, user_id, sha256):
        row = {
            "user_id": user_id,
            "sha256": sha256,
            "size": len(raw),
            "stored_at": now,
            "body": zlib.compress(raw, LEVEL),
        }
        tx.execute(insert(pages).values(row))
    return sha256


def get(tx: Tx, user_id: str, sha256: str) -> bytes | None:
    """The bytes of a page; None if it was never here or is here no more (retention)."""
    body = tx.execute(select(pages.c.body).where(pages.c.user_id == user_id, pages.c.sha256 == sha256)).scalar()
    return None if body is None else zlib.decompress(body)


def has(tx: Tx, user_id: str, sha256: str) -> bool:
    """Whether the bytes of a page are here."""
    found = select(pages.c.sha256).where(pages.c.user_id == user_id, pages.c.sha256 == sha256)
    return tx.execute(found).scalar() is not None


def remove(tx: Tx, user_id: str, sha256s: Iterable[str]) -> int:
    """Take pages away, whoever uses them. Returns how many there were."""
    gone = [tx.execute(delete(pages).where(pages.c.user_id == user_id, pages.c.sha256 == one)) for one in sha256s]
    return sum(result.rowcount for result in gone)


def remove_unused(tx: Tx, user_id: str) -> int:
    """Take away the pages that no clip of the user names any more. Returns how many."""
    used = select(clips.c.id).where(and_(clips.c.user_id == user_id, clips.c.raw_sha256 == pages.c.sha256)).exists()
    return tx.execute(delete(pages).where(pages.c.user_id == user_id, ~used)).rowcount
