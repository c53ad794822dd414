"""Does a page already answer this? The three passages a question hangs on, and whether one of them may answer it.

A passage scores by how much of the question's rare words it, its surroundings and its whole section hold, by nearness of
meaning, by whether it has what the question asks for (a person, a date, a place, an amount, a reason), and by standing below a
heading or after a question that asks the same; a stretch of text by its passages together. What a question tells before it asks
("You left in 2019; what tipped it?") helps to find the passage, but only what is asked can be answered: the lower of the two
scores counts, and what they tell they have read.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from server.model import Language
from server.pipeline.features.stems import stems
from server.pipeline.questions.answerable import Pages, windows
from server.pipeline.questions.asked_for import asked_for, can_be_told, holds
from server.pipeline.questions.index import bounds, highest, make_index, summed
from server.pipeline.questions.laid import Scores
from server.pipeline.questions.lint.prepare import MASK, prepare
from server.pipeline.questions.lint.queries import core
from server.pipeline.questions.pronouns import MY_CASE

ANSWERS = 0.78  # from here on a page may answer it: read before asking
DEEPEN = 0.95  # from here on: drop it, or quote the answer and go on from there
ALIKE = 0.9  # share of stems from which two passages are the same sentence on two pages
SAME_PAGE, FREE = 0.2, 2  # taken off, when three are chosen, for every passage of a page beyond its first two

# What a passage scores: set on our own fictional people, each left out once.
WORDS, SECTION, ASKS_ALIKE = 0.6, 0.4, 0.15
MEANING, MEANING_AROUND, SAME_QUESTION = 0.2, 0.4, 0.45
ANSWER_TYPE, OWN_WORDS = 0.12, 0.05
SPREAD = 0.1  # a passage so much below another counts a third of it where a stretch of several is weighed
SEEKERS_CASE = 0.25  # taken off where the seeker's own case is part of the question: no page knows it
TOLD = 0.5  # of the score of what a question tells, taken off what it asks: that passage they have read
DIGITS = 3  # of a score that is told
LOOKED_AT = 60  # best passages that are looked at closely

_PERSON = (
    (re.compile(r"\b(?:he|she|they|you|one)\b", re.IGNORECASE), "I"),
    (re.compile(r"\b(?:his|her|their|your)\b", re.IGNORECASE), "my"),
    (re.compile(r"\b(?:him|them)\b", re.IGNORECASE), "me"),
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage a question hangs on: verbatim in its extract's text at start:end. score: higher is better, about 0 to 1.5.

    near: how near in meaning the nearest sentence of it is to what is asked, from -1 to 1. theirs: it is in their words; spoken: in a
    conversation.
    """

    clip_id: str
    exact: str
    start: int
    end: int
    score: float
    verdict: Literal["answers", "touches"]
    near: float
    theirs: bool
    spoken: bool


class Answers:
    """The check over the pages of one interview. Made once an interview; asking costs two or three embeddings and a few products."""

    def __init__(self, pages: Pages, language: Language) -> None:
        self._pages, self.language = pages, language
        self._windows = windows(pages)
        self._index = make_index(pages, language)
        self._bounds = bounds(self._windows)
        self._own: Scores = pages.joined(lambda page: page.own)
        self._silent: npt.NDArray[np.bool_] = pages.joined(lambda page: page.silent)

    @property
    def names(self) -> frozenset[str]:
        """Stems of the interviewee's names, which say nothing of what is asked."""
        return self._pages.names

    def best(self, question: str, n: int = 3, least: float = -math.inf) -> tuple[Hit, ...]:
        """The n best passages, best first; fewer only where the pages hold fewer, or none of them scores `least`."""
        if not self._windows or not question.strip():
            return ()
        found = self._scores(question)
        if round(float(found.max()), DIGITS) < least:  # what is asked scores no higher than the whole question
            return ()
        counts = self._of_what_is_asked(question, found) - SEEKERS_CASE * bool(MY_CASE.search(question))
        most = highest(counts, self._bounds)
        near = self._pages.vectors @ self.language.embed([_as_they_would(question)])[0]
        hits = [self._hit(at, float(most[at]), near) for at in self._apart(self._worth(found), n)]
        return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.clip_id, hit.start)))

    def _of_what_is_asked(self, question: str, found: Scores) -> Scores:
        """The scores without what belongs to the part of a question that only tells."""
        asked = _asked(question)
        if asked == question:
            return found
        scores = np.minimum(found, self._scores(asked))
        told = question.replace(asked, " ").strip()
        return scores - TOLD * np.clip(self._scores(told), 0, 1) if told else scores

    def _scores(self, question: str) -> Scores:
        """One score a passage; minus infinity for what can answer nothing."""
        index, kind = self._index, asked_for(question)
        wanted = stems(question.replace(MASK, "")) - self._pages.names
        vector = self.language.embed([_as_they_would(question)])[0]
        own = self._pages.vectors @ vector
        beside, within = index.covered(wanted)
        scores: Scores = (
            WORDS * beside
            + SECTION * within
            + MEANING * own
            + MEANING_AROUND * (self._pages.contexts @ vector)
            + SAME_QUESTION * index.same_question(own, vector)
            + ASKS_ALIKE * index.asks_alike(kind, wanted)
            + OWN_WORDS * self._own
        )
        scores[self._silent] = -math.inf
        if can_be_told(kind):
            for at in np.argsort(-scores, kind="stable")[:LOOKED_AT].tolist():
                scores[at] += ANSWER_TYPE * holds(kind, self._pages.passages[at].exact)
        return scores

    def _worth(self, scores: Scores) -> Scores:
        """What each window is worth by its passages together: an answer is shown the better, the more of what may be it is shown."""
        best = scores.max()
        together = summed(np.exp((scores - best) / SPREAD), self._bounds)
        worth: Scores = best + SPREAD * np.log(np.maximum(together, np.finfo(np.float64).tiny))
        return worth

    def _apart(self, worth: Scores, n: int) -> list[int]:
        """The n best windows that share no passage and are no copies; a third of one page must be clearly better."""
        order: list[int] = np.argsort(-worth, kind="stable").tolist()
        chosen: list[int] = []
        while len(chosen) < n:
            taken = Counter(self._clip(at) for at in chosen)
            best, most = -1, -math.inf
            for at in order:
                if worth[at] <= most:
                    break
                left = worth[at] - SAME_PAGE * max(0, taken[self._clip(at)] + 1 - FREE)
                if left > most and self._free(at, chosen):
                    best, most = at, left
            if best < 0:
                break
            chosen.append(best)
        return chosen

    def _clip(self, at: int) -> str:
        return self._pages.passages[self._windows[at][0]].clip_id

    def _free(self, at: int, chosen: Sequence[int]) -> bool:
        first, last = self._windows[at]
        taken = [self._windows[other] for other in chosen]
        apart = all(last < other_first or first > other_last for other_first, other_last in taken)
        return apart and all(_shared(self._stems(at), self._stems(other)) < ALIKE for other in chosen)

    def _stems(self, at: int) -> frozenset[str]:
        first, last = self._windows[at]
        return frozenset[str]().union(*(passage.stems for passage in self._pages.passages[first : last + 1]))

    def _hit(self, at: int, score: float, near: Scores) -> Hit:
        begin, end = self._windows[at]
        first, last = self._pages.passages[begin], self._pages.passages[end]
        verdict: Literal["answers", "touches"] = "answers" if score >= ANSWERS else "touches"
        return Hit(
            first.clip_id,
            self._pages.shown(self._windows[at]),
            first.start,
            last.end,
            round(score, DIGITS),
            verdict,
            near=round(float(near[begin : end + 1].max()), DIGITS),
            theirs=all(passage.theirs for passage in self._pages.passages[begin : end + 1]),
            spoken=bool(first.speaker),
        )


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the smaller set that the other holds too."""
    return len(one & other) / (min(len(one), len(other)) or 1)


def _asked(question: str) -> str:
    """What a question asks, without what it tells before."""
    prepared = prepare(question)
    query = core(prepared.sentence)
    return prepared.sentence[query.start :] if query and (query.start or prepared.asking[0]) else question


def _as_they_would(question: str) -> str:
    """A question about them in the words they use of themselves: embeddings tell "he left" from "I left"."""
    for pattern, word in _PERSON:
        question = pattern.sub(word, question)
    return question
