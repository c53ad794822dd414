"""Everything the pipeline needs of one interview, from the store."""

import hashlib
from dataclasses import dataclass

from server.model import Interview, Language
from server.model.brought import Brought
from server.pipeline.features.compute import ReadClip, compute
from server.reader import reader_version
from server.reader.wire import unpack_result
from server.store import Tx, clips, interviews, readings, sheets
from server.store.clips import ClipState, StoredClip
from server.store.compose import whole
from server.store.readings import Reading


@dataclass(frozen=True, slots=True)
class Material:
    """interview holds the clips that were read or cannot be; waiting are the others. The language made all vectors.

    turn is how many interviews the same person prepared before this one.
    """

    interview: Interview
    read: tuple[ReadClip, ...]
    waiting: tuple[StoredClip, ...]
    turn: int = 0


def key(tx: Tx, user_id: str, interview_id: str, language: Language, known: Interview | None = None) -> tuple[str, ...]:
    """A name for all that the material depends on but what was done to its questions, much cheaper than the material.

    Taken in the same view as the material, so that nothing is ever kept under the name of something else. known: the
    interview, where this view has put it together already.
    """
    interview = known or whole(tx, user_id, interview_id)
    stamps = readings.stamps(tx, user_id, interview_id)
    states = [(clip.state, clip.reason) for clip in clips.of_interview(tx, user_id, interview_id)]
    digest = hashlib.sha256(interview.model_dump_json(exclude={"edits", "status"}).encode())
    digest.update(repr((stamps, states, turn_of(tx, user_id, interview_id))).encode())
    return user_id, interview_id, language.name, digest.hexdigest()


def gather(tx: Tx, user_id: str, interview_id: str, language: Language) -> Material:
    """The material as it is now. Raises NotFoundError."""
    interview = whole(tx, user_id, interview_id)
    stored = clips.of_interview(tx, user_id, interview_id)
    found = readings.of_interview(tx, user_id, interview_id)
    there = [one for one in stored if one.id in found or one.state is ClipState.UNREADABLE]
    return Material(
        interview=interview.model_copy(update={"clips": tuple(one.clip for one in there)}),
        read=tuple(_read(one, found.get(one.id), language) for one in there),
        waiting=tuple(one for one in stored if one not in there),
        turn=turn_of(tx, user_id, interview_id),
    )


def turn_of(tx: Tx, user_id: str, interview_id: str) -> int:
    """How many interviews the same person prepared before this one, here or where it came from. Raises NotFoundError."""
    brought = sheets.get(tx, user_id, interview_id, Brought).turn
    if brought is not None:
        return brought
    return [one.id for one in interviews.every(tx, user_id)].index(interview_id)


def _read(one: StoredClip, reading: Reading | None, language: Language) -> ReadClip:
    if reading is None:
        return ReadClip(one.clip, problem=one.reason)
    result = unpack_result(reading.result)
    extract, features = result.extract, result.features
    # Vectors of two languages are never compared, and what an older lexicon let pass may be private by now.
    if extract and features and reading.reader_version != reader_version(language.name):
        features = compute(extract, language)
    return ReadClip(one.clip, extract, features, result.problem)
