"""What a page holds, as values: made by `compute`, kept and sent by whoever reads pages."""

from dataclasses import dataclass, field
from typing import Any

from scrapers.page import Extract
from server.model import Clip, Slots
from server.model.ports import Vectors


@dataclass(frozen=True, slots=True)
class PrivateHit:
    """Words of private life at [start, end) of a passage; needs: whom it has to speak of to be private (see `privacy`)."""

    start: int
    end: int
    category: str
    needs: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What was noticed in one passage: names of cues ("change", "first_person", "number", ...), content stems, words.

    private: words of private life, None where nobody looked for them. slots: what the whole passage names. tactless: it must not
    be told to anybody's face.
    """

    cues: frozenset[str]
    stems: frozenset[str]
    words: int
    private: tuple[PrivateHit, ...] | None = None
    slots: Slots = field(default_factory=Slots)
    tactless: bool = False


@dataclass(frozen=True, slots=True)
class Features:
    """Of one extract: marks and vectors a passage (same order), shingle hashes for duplicates, one vector for the page.

    unquoted: as shingles, of the page without its block quotations; None where it has none.
    """

    marks: tuple[Marks, ...]
    vectors: Vectors  # (passages, dimensions), unit length
    contexts: Vectors  # as vectors, with the paragraph, heading and title of each passage mixed in
    page_vector: Vectors  # (dimensions,), unit length
    shingles: frozenset[int]  # hashes of 4-word shingles of the whole text
    words: int
    language: str  # name of the Language that made the vectors
    unquoted: frozenset[int] | None = None

    @property
    def own_shingles(self) -> frozenset[int]:
        """Shingles without block quotations: who answers an old post in full does not reprint it."""
        return self.shingles if self.unquoted is None else self.unquoted


@dataclass(frozen=True, slots=True)
class ReadClip:
    """A clip after reading: extract and features, or the problem that kept it from being read.

    worked_out: see `once`; it goes where the page goes.
    """

    clip: Clip
    extract: Extract | None = None
    features: Features | None = None
    problem: str = ""
    worked_out: dict[Any, tuple[Any, Any]] = field(default_factory=dict, init=False, compare=False, repr=False)
