"""Does a page already answer this? The three passages a question hangs on, and whether one of them may answer it.

A passage scores by how much of the question's rare words it and its surroundings hold, by nearness of meaning, by whether it
has what the question asks for (a person, a date, a place, a number, a reason), and by standing below a heading or after a
question that asks the same. What a question tells before it asks ("You left in 2019; what tipped it?") helps to find the
passage, but only what is asked can be answered: the lower of the two scores counts.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from server.model import Language
from server.model.ports import Vectors
from server.pipeline.features.stems import stems
from server.pipeline.questions.answerable import Answerable, Pages, windows
from server.pipeline.questions.lint.prepare import MASK, prepare
from server.pipeline.questions.lint.queries import core

ANSWERS = 0.68  # from here on a page may answer it: read before asking
DEEPEN = 0.85  # from here on: drop it, or quote the answer and go on from there
ALIKE = 0.9  # share of stems from which two passages are the same sentence on two pages
PER_PAGE = 2  # passages of one page among those shown

WORDS, MEANING, SAME_QUESTION, ANSWER_TYPE, OWN_WORDS = 0.6, 0.8, 0.15, 0.12, 0.05
AROUND = {1: 0.4, 2: 0.2}  # weight of a word one and two passages away
ABOVE, TITLE = 0.5, 0.4  # weight of a word in the heading or the question before, in the page's title
SEEKERS_CASE = 0.25  # taken off where the seeker's own case is part of the question: no page knows it
FOLLOWS = 4  # passages after a question that may answer it
FADES = 0.15  # of a question's weight, with every passage further from it
LOOKED_AT = 60  # best passages that are searched for the type of answer

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
Scores = npt.NDArray[np.float64]


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
    """The check over the pages of one interview. Made once an interview; asking costs two embeddings and a few products."""

    def __init__(self, pages: Pages, language: Language) -> None:
        self._pages, self._language = pages, language
        self._windows = windows(pages.passages)
        self._rarity = _rarity(pages)
        self._postings = _postings(pages, self._windows)
        self._headings, self._heading_of = _headings(pages, language)
        self._question_of, self._faded = _questions_before(pages)
        self._own = np.array([any(p.own for p in pages.passages[lo : hi + 1]) for lo, hi in self._windows], np.float64)

    def best(self, question: str, n: int = 3) -> tuple[Hit, ...]:
        """The n best passages, best first; fewer only where the pages hold fewer."""
        if not self._windows or not question.strip():
            return ()
        asked, seeker = _asked(question), bool(_SEEKER.search(question))
        found = self._scores(question)
        counts = np.minimum(found, self._scores(asked)) if asked != question else found
        counts = counts - SEEKERS_CASE * seeker
        hits = [self._hit(at, float(counts[at])) for at in self._apart(found, n)]
        return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.clip_id, hit.start)))

    def _scores(self, question: str) -> Scores:
        """One score a window."""
        vector = self._language.embed([_as_they_would(question)])[0]
        own = self._pages.vectors @ vector
        near = 0.5 * own + 0.5 * (self._pages.contexts @ vector)
        below = (self._headings @ vector)[self._heading_of]
        same = np.maximum(np.maximum(below, self._faded * own[self._question_of]), 0)
        firsts = [first for first, _ in self._windows]
        scores: Scores = (
            WORDS * self._covered(question)
            + MEANING * self._highest(near)
            + SAME_QUESTION * same[firsts]
            + OWN_WORDS * self._own
        )
        return scores + ANSWER_TYPE * self._has_type(question, scores)

    def _covered(self, question: str) -> Scores:
        """Share of the question's content words, the rare ones counting more, that a window and its surroundings hold."""
        wanted = stems(question.replace(MASK, "")) - self._pages.names
        unseen = math.log(2 * (len(self._pages.passages) + 1))
        rarity = {stem: self._rarity.get(stem, unseen) for stem in wanted}
        covered = np.zeros(len(self._windows))
        for stem in wanted & self._postings.keys():
            at, weights = self._postings[stem]
            covered[at] += rarity[stem] * weights
        return covered / (sum(rarity.values()) or 1)

    def _highest(self, values: Vectors) -> Scores:
        """The highest value in each window."""
        return np.array([values[first : last + 1].max() for first, last in self._windows], np.float64)

    def _has_type(self, question: str, scores: Scores) -> Scores:
        """1 for the windows that hold what is asked for, of those that can win at all."""
        has = np.zeros(len(scores))
        kind = next((kind for pattern, kind in _ASKED_FOR if pattern.search(question)), None)
        if kind is None:
            return has
        for at in np.argsort(-scores, kind="stable")[:LOOKED_AT]:
            has[at] = bool(_ANSWER[kind].search(self._pages.shown(self._windows[at])))
        return has

    def _apart(self, scores: Scores, n: int) -> list[int]:
        """The n best windows that share no passage and are no copies, at most two of a page as long as others are left."""
        order = [int(at) for at in np.argsort(-scores, kind="stable")]
        chosen: list[int] = []
        for at in order:
            if len(chosen) < n and self._free(at, chosen, PER_PAGE):
                chosen.append(at)
        for at in order:
            if len(chosen) < n and self._free(at, chosen, n):
                chosen.append(at)
        return chosen

    def _free(self, at: int, chosen: Sequence[int], per_page: int) -> bool:
        first, last = self._windows[at]
        clip = self._pages.passages[first].clip_id
        taken = [self._windows[other] for other in chosen]
        if sum(self._pages.passages[other].clip_id == clip for other, _ in taken) >= per_page:
            return False
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


def _rarity(pages: Pages) -> dict[str, float]:
    """Inverse document frequency of each stem, a passage being a document."""
    counts = Counter(stem for passage in pages.passages for stem in passage.stems)
    total = len(pages.passages) + 1
    return {stem: math.log(total / (count + 0.5)) for stem, count in counts.items()}


def _postings(pages: Pages, spans: Sequence[tuple[int, int]]) -> dict[str, tuple[npt.NDArray[np.int64], Scores]]:
    """For each stem the windows that hold it, in themselves or around, and how much that counts."""
    above = {text: stems(text) for passage in pages.passages for text in (passage.heading, passage.title)}
    questions, _ = _questions_before(pages)
    found: dict[str, dict[int, float]] = defaultdict(dict)
    for number, (first, last) in enumerate(spans):
        for at in range(first, last + 1):
            for stem, weight in _weights(pages.passages, at, above, int(questions[at])):
                found[stem][number] = max(found[stem].get(number, 0.0), weight)
    return {
        stem: (np.fromiter(weights, np.int64), np.fromiter(weights.values(), np.float64))
        for stem, weights in found.items()
    }


def _weights(
    passages: Sequence[Answerable], at: int, above: dict[str, frozenset[str]], question: int
) -> Iterator[tuple[str, float]]:
    """The stems that count for a passage: its own, of its neighbours, of what stands above it."""
    passage = passages[at]
    yield from ((stem, 1.0) for stem in passage.stems)
    yield from ((stem, TITLE) for stem in above[passage.title])
    yield from ((stem, ABOVE) for stem in above[passage.heading])
    if question != at:
        yield from ((stem, ABOVE) for stem in passages[question].stems)
    for away, weight in AROUND.items():
        for other in (at - away, at + away):
            if 0 <= other < len(passages) and passages[other].clip_id == passage.clip_id:
                yield from ((stem, weight) for stem in passages[other].stems)


def _headings(pages: Pages, language: Language) -> tuple[Vectors, npt.NDArray[np.int64]]:
    """A vector for each heading there is, and which of them each passage stands under."""
    texts = sorted({passage.heading for passage in pages.passages})
    place = {text: at for at, text in enumerate(texts)}
    return language.embed(texts), np.array([place[passage.heading] for passage in pages.passages], np.int64)


def _questions_before(pages: Pages) -> tuple[npt.NDArray[np.int64], Scores]:
    """For each passage the place of the question it may answer (its own where there is none) and how much that counts."""
    places, faded = np.arange(len(pages.passages)), np.zeros(len(pages.passages))
    for at, passage in enumerate(pages.passages):
        for away in range(1, min(FOLLOWS, at) + 1):
            before = pages.passages[at - away]
            if (before.clip_id, before.heading) != (passage.clip_id, passage.heading):
                break
            if before.asks:
                places[at], faded[at] = at - away, 1 - FADES * (away - 1)
                break
    return places, faded
