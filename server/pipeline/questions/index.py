"""What is looked up to hold a question against the pages: which words stand in, around and above each stretch of text."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Index:
    """Of the passages of all pages, in their order.

    rarity: inverse document frequency of a stem, a passage being a document. postings: for each stem the windows that hold
    it, in themselves or around, and how much that counts. heading_of: the row of each passage's heading in `headings`,
    and heading_counts how much that counts. question_of: the passage it may answer (itself for none), and question_counts.
    """

    rarity: Mapping[str, float]
    postings: Mapping[str, tuple[Places, Scores]]
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
        postings=_postings(pages.passages, windows, below, questions),
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


def _postings(
    passages: Sequence[Answerable], windows: Sequence[Window], below: Sequence[int], questions: Places
) -> dict[str, tuple[Places, Scores]]:
    above = {text: stems(text) for passage in passages for text in (passage.heading, passage.title)}
    weights = [
        dict(_strongest(_weights(passages, at, above, int(questions[at]), below[at]))) for at in range(len(passages))
    ]
    found: dict[str, dict[int, float]] = defaultdict(dict)
    for number, (first, last) in enumerate(windows):
        for at in range(first, last + 1):
            for stem, weight in weights[at].items():
                if weight > found[stem].get(number, 0.0):
                    found[stem][number] = weight
    return {stem: (np.fromiter(ones, np.int64), np.fromiter(ones.values(), np.float64)) for stem, ones in found.items()}


def _strongest(pairs: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Each stem with the highest of its weights."""
    best: dict[str, float] = {}
    for stem, weight in pairs:
        if weight > best.get(stem, 0.0):
            best[stem] = weight
    return best


def _weights(
    passages: Sequence[Answerable], at: int, above: Mapping[str, frozenset[str]], question: int, below: int
) -> Iterator[tuple[str, float]]:
    """The stems that count for a passage: its own, of the question it may answer, of what stands above and around it."""
    passage = passages[at]
    yield from ((stem, 1.0) for stem in passage.stems | passages[question].stems)
    yield from ((stem, TITLE) for stem in above[passage.title])
    yield from ((stem, HEADING_FIRST if below < FIRST else HEADING) for stem in above[passage.heading])
    for away, weight in AROUND.items():
        for other in (at - away, at + away):
            if 0 <= other < len(passages) and passages[other].clip_id == passage.clip_id:
                yield from ((stem, weight) for stem in passages[other].stems)


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
