"""Everything the pipeline needs of one interview, from the store."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from server.actions.service import Service
from server.actions.shelf import Shelf
from server.model import Interview, Language
from server.pipeline.features.compute import ReadClip, compute
from server.reader import reader_version
from server.reader.wire import unpack_result
from server.store import Tx, clips, readings
from server.store.clips import ClipState, StoredClip
from server.store.compose import whole
from server.store.readings import Reading, Stamp
from server.store.turns import turn_of


@dataclass(frozen=True, slots=True)
class Seen:
    """An interview as one view of the store shows it, without its pages. turn: see Material.

    name stands for all that the material depends on but what was done to its questions; it is much cheaper than the material.
    """

    user_id: str
    interview_id: str
    interview: Interview
    stored: tuple[StoredClip, ...]
    stamps: dict[str, Stamp]
    turn: int
    name: str

    @property
    def owner(self) -> tuple[str, str]:
        """Whose it is, and which."""
        return self.user_id, self.interview_id


@dataclass(frozen=True, slots=True)
class Material:
    """interview holds the clips that were read or cannot be; waiting are the others. The language made all vectors.

    turn is how many interviews the same person prepared before this one.
    """

    interview: Interview
    read: tuple[ReadClip, ...]
    waiting: tuple[StoredClip, ...]
    turn: int = 0


def see(tx: Tx, user_id: str, interview_id: str) -> Seen:
    """The interview as it is now. Raises NotFoundError."""
    stored = clips.of_interview(tx, user_id, interview_id)
    interview = whole(tx, user_id, interview_id, stored)
    stamps, turn = readings.stamps(tx, user_id, interview_id), turn_of(tx, user_id, interview_id)
    states = [(clip.state, clip.reason) for clip in stored]
    digest = hashlib.sha256(interview.model_dump_json(exclude={"edits", "status"}).encode())
    digest.update(repr((sorted(stamps.items()), states, turn)).encode())
    return Seen(user_id, interview_id, interview, stored, stamps, turn, digest.hexdigest())


def gather(service: Service, tx: Tx, seen: Seen) -> Material:
    """The material of what was seen in the same view."""
    there = [one for one in seen.stored if one.id in seen.stamps or one.state is ClipState.UNREADABLE]
    ids = {one.id for one in there}
    return Material(
        interview=seen.interview.model_copy(update={"clips": tuple(one.clip for one in there)}),
        read=_read(service, tx, seen, there),
        waiting=tuple(one for one in seen.stored if one.id not in ids),
        turn=seen.turn,
    )


def _read(service: Service, tx: Tx, seen: Seen, there: Sequence[StoredClip]) -> tuple[ReadClip, ...]:
    """The pages as they are kept now; those that did not change since they were read last are the same objects."""
    shelf: Shelf = service.shelves.get(seen.owner, reader_version(service.language.name), Shelf)
    known = {ident: page for ident, (stamp, page) in shelf.pages.items() if seen.stamps.get(ident) == stamp}
    found = readings.of_interview(tx, *seen.owner, seen.stamps.keys() - known.keys())
    read = tuple(_page(one, found.get(one.id), known.get(one.id), service.language) for one in there)
    shelf.pages = {page.clip.id: (seen.stamps[page.clip.id], page) for page in read if page.clip.id in seen.stamps}
    return read


def _page(one: StoredClip, reading: Reading | None, known: ReadClip | None, language: Language) -> ReadClip:
    if known is not None:
        return known if known.clip == one.clip else replace(known, clip=one.clip)
    if reading is None:
        return ReadClip(one.clip, problem=one.reason)
    result = unpack_result(reading.result)
    extract, features = result.extract, result.features
    # Vectors of two languages are never compared, and what an older lexicon let pass may be private by now.
    if extract and features and reading.reader_version != reader_version(language.name):
        features = compute(extract, language)
    return ReadClip(one.clip, extract, features, result.problem)
