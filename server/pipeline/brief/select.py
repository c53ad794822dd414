"""Choosing passages: the best first, no two alike, no page taking it all, within a number of words."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from server.pipeline.evidence.gather import Found, Pool
from server.pipeline.goals.match import COSINE_SPREAD, PRIOR_SPREAD, GoalMatch

Values = npt.NDArray[np.float64]
ALIKE = 0.30  # what a passage loses, in score, for being wholly like one already chosen, times the spread
TOO_ALIKE = 0.86  # cosine above which two passages say the same
PER_PAGE = 9
# Weights found over eleven people (must-haves / facts within the brief): 44 / 35 % before, 48 / 36 % on whoever was held out, 52 / 38 % so.
GOAL = 0.50
BEST = 1.8  # what a passage gains for being one of the five best to build a question on
LEADING = 5
FIRST_LOOK = 256  # passages, twelve pages or so; see _Choosing
MARKED = 0.6  # a page on which the seeker marked something is a page they chose to read
OF_PAGE = 0.7  # share of its page's mean that a passage loses: half of what sets pages apart is how they are written


@dataclass(frozen=True, slots=True)
class Budget:
    """How much may be chosen: words in all, passages in all, passages a page."""

    words: int
    passages: int
    per_page: int = PER_PAGE


def worth(pool: Pool, matches: Sequence[GoalMatch]) -> Values:
    """One number a piece of evidence: its prior held against its page, raised by marks there, by goals and by what they build on."""
    prior = pool.scores / PRIOR_SPREAD + _of_pages(pool)
    if not matches or not len(pool.found):
        return prior.astype(np.float64)
    near = np.max([match.near for match in matches], axis=0) / COSINE_SPREAD
    built_on = np.zeros(len(pool.found), np.float32)
    for match in matches:
        for rank, at in enumerate(match.best):
            built_on[at] += BEST if rank < LEADING else BEST / 1.5
    total: Values = (prior + GOAL * near + built_on).astype(np.float64)
    return total


def _of_pages(pool: Pool) -> npt.NDArray[np.float32]:
    """What a passage gains or loses by its page: where every line of a page scores high, as in lists, that says less of each."""
    scores = np.array([found.score for found in pool.found])
    means = np.bincount(pool.pages, scores) / np.bincount(pool.pages)
    gains = MARKED * np.array(pool.each(_on_a_marked_page), np.float64) - OF_PAGE * means[pool.pages]
    return gains.astype(np.float32)


def _on_a_marked_page(found: Found) -> bool:
    return bool(found.clip.selection)


def pick(pool: Pool, scores: Values, budget: Budget, words: Sequence[int], fits: Callable[[Found], bool]) -> list[int]:
    """Indices into the pool, in the order chosen (greedy, maximal marginal relevance). words: of each, when it is shown."""
    choosing = _Choosing(pool, scores, budget, words, fits)
    while len(choosing.chosen) < budget.passages and choosing.take():
        pass
    return choosing.chosen


class _Choosing:
    """What has been chosen so far and what that forbids: words, pages and likeness only grow, so what is refused stays refused.

    Likeness only takes away. So as long as one of those looked at is worth more than the best of the others would be by itself, the
    others wait: of thousands of passages, a few hundred are held against what was chosen.
    """

    def __init__(
        self, pool: Pool, scores: Values, budget: Budget, words: Sequence[int], fits: Callable[[Found], bool]
    ) -> None:
        self._pool, self._per_page, self._fits = pool, budget.per_page, fits
        self._base, self._words, self._left = scores, np.array(words, np.int64), budget.words
        self._waiting = np.argsort(-self._base, kind="stable")
        self._open = np.ones(len(self._base), bool)
        self._likeness = np.zeros(len(self._base), np.float32)
        self._pages: Counter[str] = Counter()
        self.chosen: list[int] = []
        self._looked = self._waiting[:0]
        self._look_further()

    def take(self) -> bool:
        """Choose the best that is left; False if nothing is."""
        while (at := self._best()) is None:
            if not self._look_further():
                return False
        self._open[at] = False
        self.chosen.append(at)
        self._pages[self._pool.found[at].clip.id] += 1
        self._left -= int(self._words[at])
        near = self._vectors @ self._pool.vectors[at]
        self._likeness[self._looked] = np.maximum(self._likeness[self._looked], near)
        return True

    def _best(self) -> int | None:
        """The best of those looked at; None if none is left, or if another one could be better."""
        may = self._looked[self._open[self._looked] & (self._words[self._looked] <= self._left)]
        worth = self._base[may] - ALIKE * self._likeness[may] / COSINE_SPREAD
        bar = self._base[self._waiting[0]] if len(self._waiting) else -np.inf
        for place in np.argsort(-worth, kind="stable").tolist():
            if worth[place] <= bar:
                return None
            at = int(may[place])
            if self._may(at):
                return at
            self._open[at] = False
        return None

    def _may(self, at: int) -> bool:
        found = self._pool.found[at]
        alike = self._likeness[at] > TOO_ALIKE
        return not alike and self._pages[found.clip.id] < self._per_page and self._fits(found)

    def _look_further(self) -> bool:
        """Look at twice as many, or at all that are still short enough; False if there are no more."""
        short = self._waiting[self._words[self._waiting] <= self._left]
        most = max(FIRST_LOOK, len(self._looked))
        more, self._waiting = short[:most], short[most:]
        if len(more) and self.chosen:
            near = self._pool.vectors[more] @ self._pool.vectors[self.chosen].T
            self._likeness[more] = np.maximum(near.max(axis=1), 0)
        self._looked = np.sort(np.append(self._looked, more))  # among equals, the first of the pool goes first
        self._vectors = self._pool.vectors[self._looked]
        return bool(len(more))
