"""What was clipped already, told so that a browser can know its own tabs again and nobody else learns what was clipped."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from server.actions.service import Service
from server.pipeline.clip.urls import normalise
from server.store import clips, users
from server.store.clips import StoredClip

HEX = 16  # characters of a hash that are told: enough that two addresses of one person never meet


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A clip by the hash of its address. A page that was clipped twice stands here twice."""

    hash: str
    interview_id: str | None
    clip_id: str
    clipped_at: datetime


@dataclass(frozen=True, slots=True)
class Saved:
    """All clips of a user that have an address. cursor names this state of them: as long as it is the same, so is the rest."""

    cursor: str
    salt: str
    pages: tuple[SavedPage, ...]


def saved(service: Service, user_id: str) -> Saved:
    """What was clipped, in the order in which it came. Addresses are normalised anew: the rules may be newer than the clip."""
    with service.store.view() as tx:
        salt = users.get(tx, user_id).salt
        found = clips.every(tx, user_id)
    pages = tuple(_page(salt, one) for one in found if one.clip.url)
    cursor = hashlib.sha256(repr((salt, pages)).encode()).hexdigest()[: 2 * HEX]
    return Saved(cursor, salt, pages)


def _page(salt: str, one: StoredClip) -> SavedPage:
    address = f"{salt}{normalise(one.clip.url)}".encode("utf-8", "replace")
    return SavedPage(
        hash=hashlib.sha256(address).hexdigest()[:HEX],
        interview_id=one.interview_id,
        clip_id=one.id,
        clipped_at=one.clip.clipped_at or one.received_at,
    )
