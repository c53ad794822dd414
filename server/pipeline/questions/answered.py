"""Does a page already answer this? The three passages a question hangs on, and whether one of them may answer it.

A passage scores by how much of the question's rare words it and its surroundings hold, by nearness of meaning, by whether it
has what the question asks for (a person, a date, a place, a number, a reason), and by standing below a heading or after a
question that asks the same. What a question tells before it asks ("You left in 2019; what tipped it?") helps to find the
passage, but only what is asked can be answered: the lower of the two scores counts, and what they tell they have read.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np

from server.model import Language
from server.model.ports import Vectors
from server.pipeline.features.stems import stems
from server.pipeline.questions.answerable import Pages, goes_on, windows
from server.pipeline.questions.index import Places, Scores, bounds, highest, make_index
from server.pipeline.questions.lint.prepare import MASK, prepare
from server.pipeline.questions.lint.queries import core

ANSWERS = 0.68  # from here on a page may answer it: read before asking
DEEPEN = 0.85  # from here on: drop it, or quote the answer and go on from there
ALIKE = 0.9  # share of stems from which two passages are the same sentence on two pages
SAME_PAGE, FREE = 0.1, 2  # taken off, when three are chosen, for every passage of a page beyond its first two

WORDS, MEANING, SAME_QUESTION, ANSWER_TYPE, OWN_WORDS = 0.6, 0.8, 0.35, 0.12, 0.05
GOES_ON = 0.03  # for a window whose likest passage is not its last: answers follow what they answer
SEEKERS_CASE = 0.25  # taken off where the seeker's own case is part of the question: no page knows it
TOLD = 0.3  # of the score of what a question tells, taken off what it asks: that passage they have read
LOOKED_AT = 60  # best passages that are looked at closely

_SEEKER = re.compile(r"\b(?:my|mine|I'm|I've|I am|I have)\b")
_PERSON = (
    (re.compile(r"\b(?:he|she|they|you|one)\b", re.IGNORECASE), "I"),
    (re.compile(r"\b(?:his|her|their|your)\b", re.IGNORECASE), "my"),
    (re.compile(r"\b(?:him|them)\b", re.IGNORECASE), "me"),
)
_ASKED_FOR = (
    (
        re.compile(r"\b(?:why|how come|what (?:tipped|made|led|drove|drew|brought|moved|prompted))\b", re.IGNORECASE),
        "reason",
    ),
    (
        re.compile(r"\bhow (?:many|much|long|often|old|good|far|big|high|fast)\b|\bwhat .*\bcost\b", re.IGNORECASE),
        "number",
    ),
    (re.compile(r"\bwho\b|\bwhom\b", re.IGNORECASE), "person"),
    (re.compile(r"\bwhen\b|\b(?:which|what) year\b", re.IGNORECASE), "date"),
    (re.compile(r"\bwhere\b|\bwhich (?:town|city|company|school|university)\b", re.IGNORECASE), "place"),
)
_ANSWER = {
    "reason": re.compile(
        r"\b(?:because|since|so that|so I|in order to|after|reali[sz]\w*|reason\w*|wanted|led (?:me|us|him|her)|why)\b",
        re.IGNORECASE,
    ),
    "number": re.compile(
        r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|half|hundred|thousand|"
        r"per ?cent|dozen|once|twice)\b",
        re.IGNORECASE,
    ),
    "person": re.compile(r"\b[A-Z][\w'’-]+ [A-Z][\w'’-]+"),
    "date": re.compile(
        r"\b(?:19|20)\d\d\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
        r"spring|summer|autumn|winter)\b"
    ),
    "place": re.compile(r"\b(?:in|at|to|from|near) (?:the )?[A-Z]"),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage a question hangs on: verbatim in its extract's text at start:end. score: higher is better, about 0 to 1.5."""

    clip_id: str
    exact: str
    start: int
    end: int
    score: float
    verdict: Literal["answers", "touches"]


class Answers:
    """The check over the pages of one interview. Made once an interview; asking costs two or three embeddings and a few products."""

    def __init__(self, pages: Pages, language: Language) -> None:
        self._pages, self.language = pages, language
        self._windows = windows(pages.passages)
        self._index = make_index(pages, self._windows, language)
        self._firsts = np.array([first for first, _ in self._windows], np.int64)
        self._bounds = bounds(self._windows)
        self._cut_off = [self._is_cut_off(first, last) for first, last in self._windows]
        self._own = np.array([any(p.own for p in pages.passages[lo : hi + 1]) for lo, hi in self._windows], np.float64)

    def best(self, question: str, n: int = 3) -> tuple[Hit, ...]:
        """The n best passages, best first; fewer only where the pages hold fewer."""
        if not self._windows or not question.strip():
            return ()
        found = self._scores(question)
        counts = self._of_what_is_asked(question, found) - SEEKERS_CASE * bool(_SEEKER.search(question))
        hits = [self._hit(at, float(counts[at])) for at in self._apart(found, n)]
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
        """One score a window."""
        index = self._index
        vector = self.language.embed([_as_they_would(question)])[0]
        own = self._pages.vectors @ vector
        near = 0.5 * own + 0.5 * (self._pages.contexts @ vector)
        below = (index.headings @ vector)[index.heading_of] * index.heading_counts
        same = np.maximum(np.maximum(below, index.question_counts * own[index.question_of]), 0)
        scores: Scores = (
            WORDS * self._covered(question)
            + MEANING * highest(near, self._bounds)
            + SAME_QUESTION * same[self._firsts]
            + OWN_WORDS * self._own
        )
        likely = np.argsort(-scores, kind="stable")[:LOOKED_AT]
        scores[likely] += GOES_ON * self._go_on(question, own, likely)
        scores[likely] += ANSWER_TYPE * self._have_type(question, likely)
        return scores

    def _covered(self, question: str) -> Scores:
        """Share of the question's content words, the rare ones counting more, that a window and its surroundings hold."""
        index = self._index
        unseen = math.log(2 * (len(self._pages.passages) + 1))
        rarity = {stem: index.rarity.get(stem, unseen) for stem in self._wanted(question)}
        covered = np.zeros(len(self._windows))
        for stem, rare in rarity.items():
            at, weights = index.postings[stem]
            covered[at] += rare * weights
        return covered / (sum(rarity.values()) or 1)

    def _wanted(self, question: str) -> frozenset[str]:
        return stems(question.replace(MASK, "")) - self._pages.names

    def _go_on(self, question: str, own: Vectors, likely: Places) -> Scores:
        """1 for the windows that do not stop at the passage most like the question while the text goes on."""
        wanted, passages = self._wanted(question), self._pages.passages

        @cache  # a cache: windows overlap
        def like(at: int) -> float:
            return sum(self._index.rarity[stem] for stem in wanted & passages[at].stems) + float(own[at])

        def stops(at: int) -> bool:
            first, last = self._windows[at]
            return self._cut_off[at] and max(range(first, last + 1), key=like) == last

        return np.array([not stops(at) for at in likely.tolist()], np.float64)

    def _is_cut_off(self, first: int, last: int) -> bool:
        """Whether a window of more than one passage ends where the text goes on."""
        passages = self._pages.passages
        return first < last and last + 1 < len(passages) and goes_on(passages[last], passages[last + 1])

    def _have_type(self, question: str, likely: Places) -> Scores:
        """1 for the windows that hold what is asked for."""
        kind = next((kind for pattern, kind in _ASKED_FOR if pattern.search(question)), None)
        if kind is None:
            return np.zeros(len(likely))
        return np.array([bool(_ANSWER[kind].search(self._pages.shown(self._windows[at]))) for at in likely], np.float64)

    def _apart(self, scores: Scores, n: int) -> list[int]:
        """The n best windows that share no passage and are no copies; a third of one page must be clearly better."""
        order: list[int] = np.argsort(-scores, kind="stable").tolist()
        chosen: list[int] = []
        while len(chosen) < n:
            taken = Counter(self._clip(at) for at in chosen)
            best, most = -1, -math.inf
            for at in order:
                if scores[at] <= most:
                    break
                worth = scores[at] - SAME_PAGE * max(0, taken[self._clip(at)] + 1 - FREE)
                if worth > most and self._free(at, chosen):
                    best, most = at, worth
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

    def _hit(self, at: int, score: float) -> Hit:
        first, last = (self._pages.passages[place] for place in self._windows[at])
        verdict: Literal["answers", "touches"] = "answers" if score >= ANSWERS else "touches"
        return Hit(first.clip_id, self._pages.shown(self._windows[at]), first.start, last.end, round(score, 3), verdict)


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
