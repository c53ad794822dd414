"""What a reader is given of a clip: the raw bytes, and what is said about them from outside."""

import hashlib
from dataclasses import dataclass

from server.model import Clip


@dataclass(frozen=True, slots=True)
class Sight:
    """Two clips of one sight are read the same way."""

    raw_sha256: str
    seen_as: str


def seen_as(clip: Clip) -> str:
    """A short name for the address and the title that a clip gives its page: a reader may date a page by its address."""
    return hashlib.sha256(f"{clip.url}\n{clip.title}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
