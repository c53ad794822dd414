"""The pages of one interview as they were unpacked last: only what changed since is unpacked, and looked at, again."""

from dataclasses import dataclass, field

from server.pipeline.features.values import ReadClip
from server.store.readings import Stamp


@dataclass(slots=True)
class Shelf:
    """By clip id, each with the stamp of its reading."""

    pages: dict[str, tuple[Stamp, ReadClip]] = field(default_factory=dict)
