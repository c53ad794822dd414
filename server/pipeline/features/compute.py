"""Step 2: what can be computed of an extract without knowing whom it is about (kept per raw page and reader version)."""

import hashlib

import numpy as np

from scrapers.page import Extract, Passage, Place
from server.model import Language
from server.model.ports import Vectors
from server.pipeline.features.cues import cues
from server.pipeline.features.slots import read_slots
from server.pipeline.features.stems import stems, words
from server.pipeline.features.values import Features, Marks, ReadClip
from server.pipeline.privacy.hits import private_hits, tactless

__all__ = ["Features", "Marks", "ReadClip", "compute", "shingles"]

PARAGRAPH, TITLE = 0.5, 0.4  # shares of a passage's surroundings in its context vector
SHINGLE = 4  # words; copies share nearly all of them, different texts on one subject under 5 %


def compute(extract: Extract, language: Language) -> Features:
    """Features of one extract. Pure: same extract and language, same result."""
    texts = [passage.text for passage in extract.passages]
    vectors = language.embed(texts)
    all_words = words(extract.text)
    return Features(
        marks=tuple(map(_marks, extract.passages)),
        vectors=vectors,
        contexts=_contexts(extract, vectors, language),
        page_vector=_mean(vectors),
        shingles=_shingles(all_words),
        words=len(all_words),
        language=language.name,
        unquoted=_unquoted(extract),
    )


def shingles(text: str) -> frozenset[int]:
    """Hashes of the 4-word shingles of a text."""
    return _shingles(words(text))


def _unquoted(extract: Extract) -> frozenset[int] | None:
    quoted = {passage.text for passage in extract.passages if passage.place is Place.QUOTE}
    if not quoted:
        return None
    return shingles("\n".join(passage.text for passage in extract.passages if passage.text not in quoted))


def _marks(passage: Passage) -> Marks:
    text = passage.text
    return Marks(
        cues=cues(text),
        stems=stems(text),
        words=len(text.split()),
        private=private_hits(text),
        slots=read_slots(passage),
        tactless=tactless(text),
    )


def _contexts(extract: Extract, vectors: Vectors, language: Language) -> Vectors:
    """A sentence rarely names its subject; its paragraph, heading and title do."""
    if not len(vectors):
        return vectors
    headings = sorted({passage.heading for passage in extract.passages})
    above = dict(zip(headings, language.embed([f"{extract.meta.title}. {h}" for h in headings]), strict=True))
    blocks = np.array([passage.block for passage in extract.passages])
    paragraphs = {block: vectors[blocks == block].mean(axis=0) for block in set(blocks.tolist())}
    mixed = np.stack(
        [
            vectors[at] + PARAGRAPH * paragraphs[passage.block] + TITLE * above[passage.heading]
            for at, passage in enumerate(extract.passages)
        ]
    )
    lengths = np.linalg.norm(mixed, axis=1, keepdims=True)
    unit: Vectors = (mixed / np.where(lengths == 0, 1, lengths)).astype(np.float32)
    return unit


def _mean(vectors: Vectors) -> Vectors:
    if not len(vectors):
        return np.zeros(vectors.shape[1], np.float32)
    mean = vectors.mean(axis=0)
    length = float(np.linalg.norm(mean))
    unit: Vectors = (mean / length if length else mean).astype(np.float32)
    return unit


def _shingles(all_words: list[str]) -> frozenset[int]:
    if len(all_words) < SHINGLE:
        return frozenset({_hash(all_words)}) if all_words else frozenset()
    return frozenset(_hash(all_words[at : at + SHINGLE]) for at in range(len(all_words) - SHINGLE + 1))


def _hash(shingle: list[str]) -> int:
    return int.from_bytes(hashlib.blake2b(" ".join(shingle).encode(), digest_size=8).digest(), "big")
