"""Choosing passages: the best first, no two alike, no page taking it all, within a number of words."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from server.pipeline.evidence.gather import Found, Pool
from server.pipeline.goals.match import COSINE_SPREAD, PRIOR_SPREAD, GoalMatch

ALIKE = 0.30  # what a passage loses, in score, for being wholly like one already chosen, times the spread
TOO_ALIKE = 0.86  # cosine above which two passages say the same
PER_PAGE = 9
# Weights found over eleven people (must-haves / facts within the brief): 44 / 35 % before, 48 / 36 % on whoever was held out, 52 / 38 % so.
GOAL = 0.50
BEST = 1.8  # what a passage gains for being one of the five best to build a question on
LEADING = 5
MARKED = 0.6  # a page on which the seeker marked something is a page they chose to read
OF_PAGE = 0.7  # share of its page's mean that a passage loses: half of what sets pages apart is how they are written


@dataclass(frozen=True, slots=True)
class Budget:
    """How much may be chosen: words in all, passages in all, passages a page."""

    words: int
    passages: int
    per_page: int = PER_PAGE


def worth(pool: Pool, matches: Sequence[GoalMatch]) -> list[float]:
    """One number a piece of evidence: its prior held against its page, raised by marks there, by goals and by what they build on."""
    prior = np.array([found.score for found in pool.found], np.float32) / PRIOR_SPREAD + _of_pages(pool)
    if not matches or not len(pool.found):
        return [float(value) for value in prior]
    near = np.max([match.near for match in matches], axis=0) / COSINE_SPREAD
    built_on = np.zeros(len(pool.found), np.float32)
    for match in matches:
        for rank, at in enumerate(match.best):
            built_on[at] += BEST if rank < LEADING else BEST / 1.5
    return [float(value) for value in prior + GOAL * near + built_on]


def _of_pages(pool: Pool) -> npt.NDArray[np.float32]:
    """What a passage gains or loses by its page: where every line of a page scores high, as in lists, that says less of each."""
    scores = defaultdict(list)
    for found in pool.found:
        scores[found.clip.id].append(found.score)
    means = {clip: sum(values) / len(values) for clip, values in scores.items()}
    gains = [MARKED * bool(found.clip.selection) - OF_PAGE * means[found.clip.id] for found in pool.found]
    return np.array(gains, np.float32)


def pick(
    pool: Pool, scores: Sequence[float], budget: Budget, words_of: Callable[[Found], int], fits: Callable[[Found], bool]
) -> list[int]:
    """Indices into the pool, in the order chosen (greedy, maximal marginal relevance)."""
    chosen: list[int] = []
    pages: Counter[str] = Counter()
    spent = 0
    base = np.array(scores, np.float64)
    likeness = np.zeros(len(pool.found), np.float32)
    open_ = np.ones(len(pool.found), bool)

    def refused(at: int) -> bool:
        found = pool.found[at]
        if likeness[at] > TOO_ALIKE or pages[found.clip.id] >= budget.per_page:
            return True
        return spent + words_of(found) > budget.words or not fits(found)

    while len(chosen) < budget.passages:
        order = np.argsort(ALIKE * likeness / COSINE_SPREAD - base, kind="stable")
        at = next((int(i) for i in order if open_[i] and not refused(int(i))), None)
        if at is None:
            break
        # What was refused on the way stays refused: words, pages and likeness only grow, and what does not fit never will.
        open_[order[: int(np.flatnonzero(order == at)[0]) + 1]] = False
        chosen.append(at)
        pages[pool.found[at].clip.id] += 1
        spent += words_of(pool.found[at])
        likeness = np.maximum(likeness, pool.vectors @ pool.vectors[at])
    return chosen
