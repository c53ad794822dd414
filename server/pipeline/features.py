"""Step 2: what can be computed of an extract without knowing whom it is about (kept per raw page and reader version)."""

import hashlib
from dataclasses import dataclass

import numpy as np

from scrapers.page import Extract
from server.model import Clip, Language
from server.model.ports import Vectors
from server.pipeline.cues import cues
from server.pipeline.stems import stems, words

SHINGLE = 4  # words; copies share nearly all of them, different texts on one subject under 5 %


@dataclass(frozen=True, slots=True)
class Marks:
    """What was noticed in one passage: names of cues ("change", "first_person", "number", ...), content stems, words."""

    cues: frozenset[str]
    stems: frozenset[str]
    words: int


@dataclass(frozen=True, slots=True)
class Features:
    """Of one extract: marks and vectors a passage (same order), shingle hashes for duplicates, one vector for the page."""

    marks: tuple[Marks, ...]
    vectors: Vectors  # (passages, dimensions), unit length
    page_vector: Vectors  # (dimensions,), unit length
    shingles: frozenset[int]  # hashes of 4-word shingles of the whole text
    words: int
    language: str  # name of the Language that made the vectors


@dataclass(frozen=True, slots=True)
class ReadClip:
    """A clip after reading: extract and features, or the problem that kept it from being read."""

    clip: Clip
    extract: Extract | None = None
    features: Features | None = None
    problem: str = ""


def compute(extract: Extract, language: Language) -> Features:
    """Features of one extract. Pure: same extract and language, same result."""
    texts = [passage.text for passage in extract.passages]
    vectors = language.embed(texts)
    all_words = words(extract.text)
    return Features(
        marks=tuple(_marks(text) for text in texts),
        vectors=vectors,
        page_vector=_mean(vectors),
        shingles=_shingles(all_words),
        words=len(all_words),
        language=language.name,
    )


def _marks(text: str) -> Marks:
    return Marks(cues(text), stems(text), len(text.split()))


def _mean(vectors: Vectors) -> Vectors:
    if not len(vectors):
        return np.zeros(vectors.shape[1], np.float32)
    mean = vectors.mean(axis=0)
    length = float(np.linalg.norm(mean))
    return (mean / length if length else mean).astype(np.float32)


def _shingles(all_words: list[str]) -> frozenset[int]:
    if len(all_words) < SHINGLE:
        return frozenset({_hash(all_words)}) if all_words else frozenset()
    return frozenset(_hash(all_words[at : at + SHINGLE]) for at in range(len(all_words) - SHINGLE + 1))


def _hash(shingle: list[str]) -> int:
    return int.from_bytes(hashlib.blake2b(" ".join(shingle).encode(), digest_size=8).digest(), "big")
