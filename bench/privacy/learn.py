"""Logistic regression over the parts of sentences and the meaning of their stems; numpy alone, the same in and the same out."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from server.model import Language
from server.pipeline.privacy.guess import EVEN, parts_of, stems_in_order

Floats = NDArray[np.float64]
MEANING, PART = 1.0, 0.85  # how much of a weight meaning and a part of its own may carry
LOOSE = 5.0  # how loosely weights are held to zero
LEAST_SEEN = 2  # sentences that a part must stand in to have a weight of its own
ROUNDS, STEPS = 8, 25  # of Newton's method, and of conjugate gradients in each


@dataclass(frozen=True, slots=True)
class Table:
    """Sentences as rows: the meaning of their stems, and (row, column, value) of their parts."""

    meaning: Floats
    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    values: Floats
    width: int

    def times(self, weights: Floats) -> Floats:
        """The weight of every row; the last weight is the bias."""
        dense = self.meaning.shape[1]
        parts = self.values * weights[dense:-1][self.columns]
        return self.meaning @ weights[:dense] + np.bincount(self.rows, parts, len(self.meaning)) + weights[-1]

    def back(self, errors: Floats) -> Floats:
        """The transpose of `times`."""
        parts = np.bincount(self.columns, self.values * errors[self.rows], self.width)
        return np.concatenate([self.meaning.T @ errors, parts, [errors.sum()]])

    def only(self, chosen: NDArray[np.bool_]) -> "Table":
        """The chosen rows."""
        renamed, kept = np.cumsum(chosen) - 1, chosen[self.rows]
        return Table(self.meaning[chosen], renamed[self.rows[kept]], self.columns[kept], self.values[kept], self.width)


def vocabulary(texts: Sequence[str], language: Language) -> dict[str, Floats]:
    """A unit vector for every stem of a large list of English words and of the texts: the mean of its words."""
    listed = resources.files("textblob.en").joinpath("en-lexicon.txt").read_text(encoding="utf-8").splitlines()
    words = {line.split()[0].lower() for line in listed if line[:1].isalpha()}
    words |= {word for text in texts for word in text.lower().replace("’", "'").split()}
    plain = sorted(word for word in words if word.isascii() and word.isalpha())
    found: dict[str, list[Floats]] = defaultdict(list)
    for word, vector in zip(plain, language.embed(plain), strict=True):
        for stem in stems_in_order(word):
            found[stem].append(vector.astype(np.float64))
    means = {stem: np.mean(vectors, axis=0) for stem, vectors in found.items()}
    return {stem: mean / max(float(np.linalg.norm(mean)), 1e-9) for stem, mean in means.items()}


def seen_parts(texts: Sequence[str]) -> list[str]:
    """Parts that have a weight of their own, in a fixed order."""
    counted = Counter(part for text in texts for part in set(parts_of(stems_in_order(text))))
    return sorted(part for part, count in counted.items() if count >= LEAST_SEEN)


def table(texts: Sequence[str], vectors: dict[str, Floats], parts: Sequence[str]) -> Table:
    """The texts as rows."""
    place = {part: at for at, part in enumerate(parts)}
    size = len(next(iter(vectors.values())))
    meaning, cells = np.zeros((len(texts), size)), []
    for row, text in enumerate(texts):
        stems = stems_in_order(text)
        share = 1 / math.sqrt(max(len(stems), EVEN))
        known = [vectors[stem] for stem in stems if stem in vectors]
        if known:
            meaning[row] = MEANING * share * np.sum(known, axis=0)
        cells += [(row, place[part], PART * share) for part in parts_of(stems) if part in place]
    rows, columns, values = zip(*cells, strict=True)
    return Table(meaning, np.array(rows), np.array(columns), np.array(values), len(parts))


def learn(sentences: Table, private: Floats, start: Floats | None = None) -> Floats:
    """Weights by Newton's method. The answer does not hang on the start, only the time does."""
    size = sentences.meaning.shape[1] + sentences.width + 1
    weights = np.zeros(size) if start is None else start.copy()
    held = np.full(size, 1 / LOOSE)
    held[-1] = 1e-6
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-sentences.times(weights)))
        slope = sentences.back(likely - private) + held * weights
        step = _solve(sentences, likely * (1 - likely) + 1e-6, held, -slope)
        weights += step
        if np.abs(step).max() < 1e-2 * max(1.0, float(np.abs(weights).max())):
            break
    return weights


def _solve(sentences: Table, curve: Floats, held: Floats, wanted: Floats) -> Floats:
    """Conjugate gradients on the curvature."""
    found, rest = np.zeros_like(wanted), wanted.copy()
    way, size = rest.copy(), float(rest @ rest)
    enough = 1e-5 * size
    for _ in range(STEPS):
        turned = sentences.back(curve * sentences.times(way)) + held * way
        length = size / float(way @ turned)
        found += length * way
        rest -= length * turned
        before, size = size, float(rest @ rest)
        if size < enough:
            break
        way = rest + size / before * way
    return found
