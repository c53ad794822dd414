"""Ten passages a goal, best first: those a curious person would build a question on.

What a passage is worth at all, how near it is to the goal in meaning and in rare words, the signs that serve this kind of goal,
and before all what the seeker marked: the passage itself, what is like it or like their note, and the pages on which they
marked something. A passage stands under two goals at most and has to be better for the second, so that forty places hold
forty chances.

Measured on 70 good questions of 11 people (a passage of the question among the ten of its goal): 27 % by fit alone, 49 % so;
weights from a regression on five people with each held out in turn, then rounded. Choices made later were made with all eleven in
view, so 49 % is what it does on people it was made with, not on new ones.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from server.model import Goal, Interview, Language
from server.pipeline.evidence.gather import Found, Pool
from server.pipeline.evidence.pool import clip_of, is_picked
from server.pipeline.evidence.weights import PICKED
from server.pipeline.features.stems import stems

Floats = npt.NDArray[np.float32]

TEN = 10
PRIOR, NEAR, WORDS, SIGNS = 0.67, 4.0, 0.23, 0.30
MARKED, MARKED_PAGE, LIKE_A_MARK = 0.3, 1.3, 3.5
TWICE = 2  # goals under which a passage may stand
AGAIN = 0.8  # what it loses where it stands already
TOO_ALIKE = 0.86  # cosine above which two passages say the same
PER_PAGE = 5
LEAST_WORDS = 4
HOLLOW = frozenset({"question", "note_line", "code", "list_lead", "furniture"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """One goal with its signs: near is a cosine a passage, affinity how many signs of its kind a passage has (0 to 2)."""

    goal: Goal
    near: Floats
    affinity: Floats


def ten_for_each(
    interview: Interview, pool: Pool, wanted: Sequence[Wanted], language: Language
) -> tuple[tuple[int, ...], ...]:
    """Indices into the pool, at most ten a goal, best first, in the order of the goals."""
    if not pool.found:
        return tuple(() for _ in wanted)
    common = _worth(interview, pool, language)
    scores = [common + NEAR * one.near + SIGNS * one.affinity + _words(one.goal, pool) for one in wanted]
    return _dealt(pool, scores)


def _worth(interview: Interview, pool: Pool, language: Language) -> Floats:
    """What a passage is worth whatever the goal: its prior, and what the seeker's marks say of their curiosity."""
    marked = {clip.id for clip in interview.clips if clip.selection}
    picked = np.array(pool.each(is_picked), np.float64)
    prior = (np.array([found.score for found in pool.found]) - PICKED * picked).astype(np.float32)
    page = np.array([clip in marked for clip in pool.each(clip_of)], np.float32)
    worth: Floats = (
        PRIOR * prior
        + MARKED * picked.astype(np.float32)
        + MARKED_PAGE * page
        + LIKE_A_MARK * _likeness(interview, pool, language)
    )
    return worth


def _likeness(interview: Interview, pool: Pool, language: Language) -> Floats:
    """Cosine to what is nearest of all that the seeker marked and noted."""
    texts = [text for clip in interview.clips for text in (clip.selection, clip.note) if text]
    if not texts:
        return np.zeros(len(pool.found), np.float32)
    nearest: Floats = (pool.contexts @ language.embed(texts).T).max(axis=1)
    return nearest


def _words(goal: Goal, pool: Pool) -> Floats:
    """What the words of the goal and of its hints weigh in each passage: the fewer passages have one, the more it says."""
    told = stems(" ".join([goal.text, *goal.hints]))
    rarity = {stem: math.log(1 + len(pool.found) / (1 + pool.held[stem])) for stem in told}
    return WORDS * pool.holding(rarity).astype(np.float32)


def _dealt(pool: Pool, scores: Sequence[Floats]) -> tuple[tuple[int, ...], ...]:
    """One passage a goal in turn, each goal taking the best that is left for it."""
    hands = [_Hand(pool) for _ in scores]
    stands = np.zeros(len(pool.found), np.float32)
    for _ in range(TEN):
        for hand, score in zip(hands, scores, strict=True):
            at = hand.best(score - AGAIN * stands, stands < TWICE)
            if at is not None:
                hand.take(at)
                stands[at] += 1
    return tuple(tuple(hand.taken) for hand in hands)


class _Hand:
    """The passages one goal has been dealt, and what that forbids."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._pages: Counter[str] = Counter()
        self._open = np.array(pool.each(_stands), bool)
        self.taken: list[int] = []

    def best(self, score: Floats, free: npt.NDArray[np.bool_]) -> int | None:
        left = np.where(self._open & free, score, -np.inf)
        while left[at := int(left.argmax())] > -np.inf:
            if self._pages[self._pool.found[at].clip.id] < PER_PAGE and not self._is_told(at):
                return at
            left[at] = -np.inf
        return None

    def _is_told(self, at: int) -> bool:
        """Whether a passage taken before says the same."""
        vectors = self._pool.vectors
        return bool(self.taken) and bool((vectors[self.taken] @ vectors[at]).max() > TOO_ALIKE)

    def take(self, at: int) -> None:
        self.taken.append(at)
        self._pages[self._pool.found[at].clip.id] += 1
        self._open[at] = False


def _stands(found: Found) -> bool:
    """Said by or of them for sure, and enough of a sentence to ask about."""
    return found.sure and found.marks.words >= LEAST_WORDS and not found.marks.cues & HOLLOW
