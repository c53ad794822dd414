"""Which passages, sections, headings and lines hold a word, and how much that counts: looked up word by word."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from server.pipeline.features.stems import stems
from server.pipeline.questions.answerable import Pages
from server.pipeline.questions.asked_for import asked_for
from server.pipeline.questions.laid import Places, Scores, holders

# Weight of a word so many passages away: an answer rarely repeats the question.
AROUND = {1: 0.8, 2: 0.6, 3: 0.4, 4: 0.2}
_AWAY = np.array([[away * side] for away in sorted(AROUND, reverse=True) for side in (-1, 1)], np.int64)
_BESIDE = np.array([AROUND[abs(away)] for away in _AWAY.ravel().tolist()])
TITLE = 0.4  # weight of a word in the page's title
HEADING, HEADING_FIRST = 0.5, 0.8  # in the heading above: for its first passages a heading is a question
FIRST = 3  # passages of a section that count as its first
# Of a heading's share of words, where it or the question is of no kind, or of another.
UNSURE_KIND, OTHER_KIND = 0.5, 0.25
WORDLESS = 0.5  # for a heading without a word of its own that asks
SAY_LITTLE = stems("think work thing call tell actually really")  # in a heading


class Posting(NamedTuple):
    """Of one stem: places of the passages for which it counts, ascending, how much for each, and numbers of the sections that hold it."""

    at: Places
    weights: Scores
    sections: Places


class Postings:
    """Which passages hold a stem, in themselves or around, and how much that counts: worked out when it is asked for."""

    def __init__(self, pages: Pages, questions: Places, below: Places) -> None:
        passages = pages.passages
        self._pages, self._count = pages, len(passages)
        self._clips = np.repeat(np.arange(len(pages.laid)), [len(page.passages) for page in pages.laid])
        self._answering = np.flatnonzero(questions != np.arange(self._count))
        self._asked = holders(passages[at].stems for at in questions[self._answering].tolist())
        titles, headings = [passage.title for passage in passages], [passage.heading for passage in passages]
        self._titles, self._headings = _numbered(titles), _numbered(headings)
        self._in_titles = holders(stems(text) for text in dict.fromkeys(titles))
        self._in_headings = holders(stems(text) for text in dict.fromkeys(headings))
        self._heading_weights = np.where(below < FIRST, HEADING_FIRST, HEADING)
        self.sections: Places = pages.joined(lambda page: page.sections, _before(pages))
        self._found: dict[str, Posting] = {}  # a cache: questions share words

    def __getitem__(self, stem: str) -> Posting:
        """Where the stem counts; nowhere for one that no page holds."""
        if stem not in self._found:
            own = self._pages.holding(stem)
            weights = self._weights(stem, own)
            at = np.flatnonzero(weights)
            self._found[stem] = Posting(at, weights[at], self._sections_with(stem, own))
        return self._found[stem]

    def _sections_with(self, stem: str, own: Places) -> Places:
        headings = self._in_headings.get(stem)
        places = np.union1d(own, np.flatnonzero(np.isin(self._headings, headings))) if headings else own
        return np.unique(self.sections[places])

    def _weights(self, stem: str, own: Places) -> Scores:
        """How much the stem counts for each passage: the most of standing in it, around it, above it, in what it may answer."""
        weights = self._beside(own) if len(own) else np.zeros(self._count)
        if titles := self._in_titles.get(stem):
            weights = np.maximum(weights, _marked(titles, self._titles, TITLE))
        if headings := self._in_headings.get(stem):
            weights = np.maximum(weights, _marked(headings, self._headings, self._heading_weights))
        weights[own] = 1
        weights[self._answering[self._asked.get(stem, [])]] = 1
        return weights

    def _beside(self, own: Places) -> Scores:
        """What a word counts for the passages around those that hold it."""
        at, of = (own + _AWAY).ravel(), np.tile(own, len(_AWAY))
        there = (at >= 0) & (at < self._count)
        there[there] = self._clips[at[there]] == self._clips[of[there]]
        weights = np.zeros(self._count)
        weights[at[there]] = np.repeat(_BESIDE, len(own))[there]  # the nearest comes last and stays
        return weights


class Askers:
    """Headings, and lines that ask or lead: how far each asks what a question asks, by its words and by what it is after."""

    def __init__(self, texts: Sequence[str], called: frozenset[str]) -> None:
        content = [stems(text) - called - SAY_LITTLE for text in texts]
        kinds = [asked_for(text) for text in texts]
        self._kinds = np.array(kinds, np.str_)
        self._sizes = np.array([len(one) for one in content], np.float64)
        self._holders = holders(content)
        # "Why do it?" asks by its kind alone.
        self._wordless = np.where(self._sizes == 0, np.where(self._kinds != "", WORDLESS, 0), 0)

    def alike(self, kind: str, wanted: frozenset[str]) -> Scores:
        """One value a text, 0 to 1."""
        held = np.zeros(len(self._sizes))
        for stem in wanted:
            held[self._holders.get(stem, [])] += 1
        share = np.where(self._sizes > 0, held / np.maximum(self._sizes, 1), self._wordless)
        either = (self._kinds == "") | (not kind)
        fits: Scores = share * np.where(either, UNSURE_KIND, np.where(self._kinds == kind, 1.0, OTHER_KIND))
        return fits


def _marked(ones: Sequence[int], of: Places, weight: float | Scores) -> Scores:
    """The weight of each passage that stands under one of these titles or headings; `of` tells under which each stands."""
    flags = np.zeros(len(of))
    flags[list(ones)] = 1
    marked: Scores = flags[of] * weight
    return marked


def _numbered(texts: Sequence[str]) -> Places:
    """Each text as a number, in the order in which they first stand."""
    number = {text: at for at, text in enumerate(dict.fromkeys(texts))}
    return np.array([number[text] for text in texts], np.int64)


def _before(pages: Pages) -> list[int]:
    """How many sections stand on the pages before each."""
    counts = (int(page.sections[-1]) + 1 if len(page.sections) else 0 for page in pages.laid)
    return list(accumulate(counts, initial=0))[:-1]
