"""What is looked up to hold a question against the pages: which words stand in, around and above each stretch of text."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from server.model import Language
from server.model.ports import Vectors
from server.pipeline.features.stems import stems
from server.pipeline.questions.answerable import Answerable, Pages, Window

AROUND = {
    1: 0.8,
    2: 0.6,
    3: 0.4,
    4: 0.2,
}  # weight of a word so many passages away: an answer rarely repeats the question
TITLE = 0.4  # weight of a word in the page's title
HEADING, HEADING_FIRST = 0.5, 0.8  # in the heading above: for its first passages a heading is a question
FIRST = 3  # passages of a section that count as its first
FOLLOWS = 4  # passages after a question, or after a line that ends in a colon, that may answer it
FADES = 0.15  # of a question's weight, with every passage further from it
HEADING_FADES = 0.1  # of a heading's nearness in meaning, with every passage further down

Scores = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]


class Postings:
    """For a stem, the windows that hold it, in themselves or around, and how much that counts: worked out when it is asked for."""

    def __init__(self, passages: Sequence[Answerable], windows: Sequence[Window], questions: Places) -> None:
        self._count = len(passages)
        self._bounds = bounds(windows)
        self._clips = _numbered([passage.clip_id for passage in passages])
        self._own = _holders(passage.stems for passage in passages)
        self._asked = _holders(passages[at].stems for at in questions.tolist())
        titles, headings = [passage.title for passage in passages], [passage.heading for passage in passages]
        self._titles, self._headings = _numbered(titles), _numbered(headings)
        self._in_titles = _holders(stems(text) for text in dict.fromkeys(titles))
        self._in_headings = _holders(stems(text) for text in dict.fromkeys(headings))
        self._heading_weights = np.array([HEADING_FIRST if place < FIRST else HEADING for place in _below(passages)])
        self._found: dict[str, tuple[Places, Scores]] = {}  # a cache: questions share words

    def __getitem__(self, stem: str) -> tuple[Places, Scores]:
        """Places of the windows, ascending, and the weight of each; none for a stem that no page holds."""
        if stem not in self._found:
            weights = highest(self._weights(stem), self._bounds)
            at = np.flatnonzero(weights)
            self._found[stem] = at, weights[at]
        return self._found[stem]

    def _weights(self, stem: str) -> Scores:
        """How much the stem counts for each passage: the most of standing in it, around it, above it, in what it may answer."""
        weights = np.zeros(self._count)
        if stem in self._in_titles:
            weights[np.isin(self._titles, self._in_titles[stem])] = TITLE
        if stem in self._in_headings:
            below = np.isin(self._headings, self._in_headings[stem])
            weights = np.maximum(weights, np.where(below, self._heading_weights, 0))
        own = np.array(self._own.get(stem, ()), np.int64)
        for away, weight in AROUND.items():
            for at, near in ((own[own >= away], -away), (own[own < self._count - away], away)):
                beside = at[self._clips[at] == self._clips[at + near]] + near
                weights[beside] = np.maximum(weights[beside], weight)
        weights[own] = 1
        weights[self._asked.get(stem, [])] = 1
        return weights


@dataclass(frozen=True, slots=True)
class Index:
    """Of the passages of all pages, in their order.

    rarity: inverse document frequency of a stem, a passage being a document. heading_of: the row of each passage's heading in `headings`,
    and heading_counts how much that counts. question_of: the passage it may answer (itself for none), and question_counts.
    """

    rarity: Mapping[str, float]
    postings: Postings
    headings: Vectors
    heading_of: Places
    heading_counts: Scores
    question_of: Places
    question_counts: Scores


def make_index(pages: Pages, windows: Sequence[Window], language: Language) -> Index:
    """The index of these pages; windows are the stretches that can be shown."""
    below = _below(pages.passages)
    questions, counts = _questions_before(pages.passages)
    texts = sorted({passage.heading for passage in pages.passages})
    row = {text: at for at, text in enumerate(texts)}
    return Index(
        rarity=_rarity(pages.passages),
        postings=Postings(pages.passages, windows, questions),
        headings=language.embed(texts),
        heading_of=np.array([row[passage.heading] for passage in pages.passages], np.int64),
        heading_counts=np.array([max(0.0, 1 - HEADING_FADES * place) for place in below], np.float64),
        question_of=questions,
        question_counts=counts,
    )


def _rarity(passages: Sequence[Answerable]) -> dict[str, float]:
    counts = Counter(stem for passage in passages for stem in passage.stems)
    total = len(passages) + 1
    return {stem: math.log(total / (count + 0.5)) for stem, count in counts.items()}


def bounds(windows: Sequence[Window]) -> Places:
    """Where each window begins and where it has ended, for `highest`."""
    return np.array([(first, last + 1) for first, last in windows], np.int64).ravel()


def highest(values: npt.NDArray[Any], bounds: Places) -> Scores:
    """The highest of the passages' values in each window."""
    if not len(bounds):
        return np.zeros(0)
    # A lowest value behind the last passage, since the end of a window has to be a place, too; every other reduction is over
    # what lies between two windows.
    behind = np.append(values, -np.inf)
    return np.maximum.reduceat(behind, bounds)[::2].astype(np.float64)


def _numbered(texts: Sequence[str]) -> Places:
    """Each text as a number, in the order in which they first stand."""
    number = {text: at for at, text in enumerate(dict.fromkeys(texts))}
    return np.array([number[text] for text in texts], np.int64)


def _holders(found: Iterable[frozenset[str]]) -> dict[str, list[int]]:
    """For each stem the places that hold it."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, ones in enumerate(found):
        for stem in ones:
            places[stem].append(at)
    return dict(places)


def _below(passages: Sequence[Answerable]) -> list[int]:
    """How many passages of the same section stand before each."""
    places: list[int] = []
    for at, passage in enumerate(passages):
        goes_on = at and (passages[at - 1].clip_id, passages[at - 1].heading) == (passage.clip_id, passage.heading)
        places.append(places[-1] + 1 if goes_on else 0)
    return places


def _questions_before(passages: Sequence[Answerable]) -> tuple[Places, Scores]:
    """For each passage the place of the question or lead it may answer (its own for none) and how much that counts."""
    places, counts = np.arange(len(passages)), np.zeros(len(passages))
    for at, passage in enumerate(passages):
        for away in range(1, min(FOLLOWS, at) + 1):
            before = passages[at - away]
            if (before.clip_id, before.heading) != (passage.clip_id, passage.heading):
                break
            if before.asks or before.leads:
                places[at], counts[at] = at - away, 1 - FADES * (away - 1)
                break
    return places, counts
