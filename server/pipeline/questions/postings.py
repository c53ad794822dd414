"""Which passages, sections, headings and lines hold a word, and how much that counts: looked up word by word."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

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
        self._in_headings = holders(stems(text) for text in dict.fromkeys(headings))
        self._heading_weights = np.array([HEADING_FIRST if place < FIRST else HEADING for place in below(passages)])
        self.sections = _sections(passages)
        self._found: dict[str, tuple[Places, Scores]] = {}  # a cache: questions share words

    def __getitem__(self, stem: str) -> tuple[Places, Scores]:
        """Places of the passages, ascending, and the weight of each; none for a stem that no page holds."""
        if stem not in self._found:
            weights = self._weights(stem)
            at = np.flatnonzero(weights)
            self._found[stem] = at, weights[at]
        return self._found[stem]

    def sections_with(self, stem: str) -> Places:
        """Numbers of the sections that hold the stem anywhere, their headings among it."""
        below = np.flatnonzero(_marked(self._in_headings.get(stem, ()), self._headings, 1.0))
        return np.unique(self.sections[np.concatenate([below, np.array(self._own.get(stem, ()), np.int64)])])

    def _weights(self, stem: str) -> Scores:
        """How much the stem counts for each passage: the most of standing in it, around it, above it, in what it may answer."""
        weights = np.maximum(
            _marked(self._in_titles.get(stem, ()), self._titles, TITLE),
            _marked(self._in_headings.get(stem, ()), self._headings, self._heading_weights),
        )
        own = np.array(self._own.get(stem, ()), np.int64)
        weights = np.maximum(weights, self._beside(own))
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
