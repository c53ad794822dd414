"""Which passages, sections, headings and lines hold a word, and how much that counts: looked up word by word."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from server.pipeline.features.stems import stems
from server.pipeline.questions.answerable import Answerable
from server.pipeline.questions.asked_for import asked_for

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

Scores = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]


class Posting(NamedTuple):
    """Of one stem: places of the passages for which it counts, ascending, how much for each, and numbers of the sections that hold it."""

    at: Places
    weights: Scores
    sections: Places


class Postings:
    """Which passages hold a stem, in themselves or around, and how much that counts: worked out when it is asked for."""

    def __init__(self, passages: Sequence[Answerable], questions: Places) -> None:
        self._count = len(passages)
        self._clips = _numbered([passage.clip_id for passage in passages])
        self._own = holders(passage.stems for passage in passages)
        self._asked = holders(passages[at].stems for at in questions.tolist())
        titles, headings = [passage.title for passage in passages], [passage.heading for passage in passages]
        self._titles, self._headings = _numbered(titles), _numbered(headings)
        self._in_titles = holders(stems(text) for text in dict.fromkeys(titles))
        self._heading_texts = list(dict.fromkeys(headings))
        self._in_headings = holders(stems(text) for text in self._heading_texts)
        self._heading_weights = np.array([HEADING_FIRST if place < FIRST else HEADING for place in below(passages)])
        self.sections = _sections(passages)
        self._section_of: list[int] = self.sections.tolist()
        self._below = holders([frozenset({heading}) for heading in headings])  # by heading, the passages under it
        self._found: dict[str, Posting] = {}  # a cache: questions share words

    def __getitem__(self, stem: str) -> Posting:
        """Where the stem counts; nowhere for one that no page holds."""
        if stem not in self._found:
            weights = self._weights(stem)
            at = np.flatnonzero(weights)
            self._found[stem] = Posting(at, weights[at], self._sections_with(stem))
        return self._found[stem]

    def _sections_with(self, stem: str) -> Places:
        headings = (self._heading_texts[at] for at in self._in_headings.get(stem, ()))
        under = (place for heading in headings for place in self._below[heading])
        return np.array(sorted({self._section_of[at] for at in (*self._own.get(stem, ()), *under)}), np.int64)

    def _weights(self, stem: str) -> Scores:
        """How much the stem counts for each passage: the most of standing in it, around it, above it, in what it may answer."""
        own = np.array(self._own.get(stem, ()), np.int64)
        weights = self._beside(own) if len(own) else np.zeros(self._count)
        if titles := self._in_titles.get(stem):
            weights = np.maximum(weights, _marked(titles, self._titles, TITLE))
        if headings := self._in_headings.get(stem):
            weights = np.maximum(weights, _marked(headings, self._headings, self._heading_weights))
        weights[own] = 1
        weights[self._asked.get(stem, [])] = 1
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


def holders(found: Iterable[frozenset[str]]) -> dict[str, list[int]]:
    """For each stem the places that hold it."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, ones in enumerate(found):
        for stem in ones:
            places[stem].append(at)
    return dict(places)


def below(passages: Sequence[Answerable]) -> list[int]:
    """How many passages of the same section that could answer stand before each: what others say there is not counted."""
    places: list[int] = []
    said = 0
    for at, passage in enumerate(passages):
        if not (at and _one_section(passages[at - 1], passage)):
            said = 0
        places.append(said)
        said += bool(passage.exact) and not passage.asks
    return places


def _sections(passages: Sequence[Answerable]) -> Places:
    """The number of the section (a run of passages below one heading) in which each stands."""
    begins = [bool(at) and not _one_section(passages[at - 1], passage) for at, passage in enumerate(passages)]
    return np.cumsum(np.array(begins, np.int64))


def _one_section(one: Answerable, other: Answerable) -> bool:
    return (one.clip_id, one.heading) == (other.clip_id, other.heading)
