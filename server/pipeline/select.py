"""Choosing passages: the best first, no two alike, no page taking it all, within a number of words."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from server.pipeline.evidence import Found, Pool
from server.pipeline.goals import COSINE_SPREAD, PRIOR_SPREAD, GoalMatch

ALIKE = 0.45  # what a passage loses, in score, for being wholly like one already chosen, times the spread
TOO_ALIKE = 0.86  # cosine above which two passages say the same
PER_PAGE = 9
GOAL = 0.35


@dataclass(frozen=True, slots=True)
class Budget:
    """How much may be chosen: words in all, passages in all, passages a page."""

    words: int
    passages: int
    per_page: int = PER_PAGE


def worth(pool: Pool, matches: Sequence[GoalMatch]) -> list[float]:
    """One number a piece of evidence: its prior, raised by how near it is to the goal it is nearest to."""
    prior = np.array([found.score for found in pool.found], np.float32) / PRIOR_SPREAD
    if not matches or not len(pool.found):
        return [float(value) for value in prior]
    near = np.max([match.near for match in matches], axis=0) / COSINE_SPREAD
    return [float(value) for value in prior + GOAL * near]


def pick(
    pool: Pool, scores: Sequence[float], budget: Budget, words_of: Callable[[Found], int], fits: Callable[[Found], bool]
) -> list[int]:
    """Indices into the pool, in the order chosen (greedy, maximal marginal relevance)."""
    chosen: list[int] = []
    pages: Counter[str] = Counter()
    spent = 0
    likeness = np.zeros(len(pool.found), np.float32)
    open_ = {at for at, found in enumerate(pool.found) if fits(found)}
    while open_ and len(chosen) < budget.passages:
        at = max(open_, key=lambda i: (scores[i] - ALIKE * float(likeness[i]) / COSINE_SPREAD, -i))
        open_.discard(at)
        found = pool.found[at]
        cost = words_of(found)
        if spent + cost > budget.words or pages[found.clip.id] >= budget.per_page or likeness[at] > TOO_ALIKE:
            continue
        chosen.append(at)
        pages[found.clip.id] += 1
        spent += cost
        likeness = np.maximum(likeness, pool.vectors @ pool.vectors[at])
    return chosen
