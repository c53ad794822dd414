"""What is looked up to hold a question against the pages: which words stand in, around and above each stretch of text."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from server.model import Language
from server.model.ports import Vectors
from server.pipeline.questions.answerable import Pages
from server.pipeline.questions.laid import Places, Scores, Window
from server.pipeline.questions.postings import Askers, Postings

HEADING_FADES = 0.1  # of a heading's nearness in meaning, with every passage further down


@dataclass(frozen=True, slots=True)
class Index:
    """Of the passages of all pages, in their order.

    held: how many passages hold a stem. heading_of: the row of each passage's heading in `headings`
    (and in `askers`), and heading_counts how much that counts. question_of: the passage it may answer (itself for none), its row in
    `askers` (that of its heading for none), and question_counts.
    """

    held: Mapping[str, int]
    postings: Postings
    headings: Vectors
    heading_of: Places
    heading_counts: Scores
    question_of: Places
    question_counts: Scores
    askers: Askers
    asker_of: Places

    def rarity(self, stem: str) -> float:
        """Inverse document frequency, a passage being a document."""
        return math.log((len(self.heading_of) + 1) / (self.held.get(stem, 0) + 0.5))

    def same_question(self, own: Vectors, question: Vectors) -> Scores:
        """How near in meaning a question is to what stands above each passage: its heading, or the line that it may answer."""
        above = (self.headings @ question)[self.heading_of] * self.heading_counts
        near: Scores = np.maximum(np.maximum(above, self.question_counts * own[self.question_of]), 0)
        return near

    def asks_alike(self, kind: str, wanted: frozenset[str]) -> Scores:
        """How far what stands above each passage asks the same, by words and kind."""
        alike = self.askers.alike(kind, wanted)
        either: Scores = np.maximum(alike[self.heading_of], alike[self.asker_of] * self.question_counts)
        return either

    def covered(self, wanted: frozenset[str]) -> tuple[Scores, Scores]:
        """Share of these stems, the rare ones counting more, that each passage and its surroundings hold, and that its section holds."""
        beside, within = np.zeros(len(self.heading_of)), np.zeros(len(self.heading_of))
        total = 0.0
        for stem in sorted(wanted):
            rare = self.rarity(stem)
            found = self.postings[stem]
            beside[found.at] += rare * found.weights
            within[found.sections] += rare
            total += rare
        return beside / (total or 1), within[self.postings.sections] / (total or 1)


def make_index(pages: Pages, language: Language) -> Index:
    """The index of these pages."""
    passages, below = pages.passages, pages.joined(lambda page: page.below)
    questions: Places = pages.joined(lambda page: page.question_of, pages.firsts)
    counts: Scores = pages.joined(lambda page: page.question_counts)
    headings = sorted({passage.heading for passage in passages})
    asking: list[int] = np.unique(questions[counts > 0]).tolist()
    row = {text: at for at, text in enumerate(headings)}
    heading_of = np.array([row[passage.heading] for passage in passages], np.int64)
    rows = np.zeros(len(passages), np.int64)
    rows[asking] = np.arange(len(headings), len(headings) + len(asking))
    return Index(
        held=pages.held,
        postings=Postings(pages, questions, below),
        headings=language.embed(headings),
        heading_of=heading_of,
        heading_counts=np.maximum(0.0, 1 - HEADING_FADES * below),
        question_of=questions,
        question_counts=counts,
        askers=Askers([*headings, *(passages[at].exact for at in asking)], pages.names),
        asker_of=np.where(counts > 0, rows[questions], heading_of),
    )


def bounds(windows: Sequence[Window]) -> Places:
    """Where each window begins and where it has ended, for `highest`."""
    ends = np.array(windows, np.int64).reshape(-1, 2)
    ends[:, 1] += 1
    return ends.ravel()


def summed(values: npt.NDArray[Any], bounds: Places) -> Scores:
    """The sum of the passages' values in each window."""
    return np.add.reduceat(np.append(values, 0.0), bounds)[::2].astype(np.float64) if len(bounds) else np.zeros(0)


def highest(values: npt.NDArray[Any], bounds: Places) -> Scores:
    """The highest of the passages' values in each window."""
    if not len(bounds):
        return np.zeros(0)
    # A lowest value behind the last passage, since the end of a window has to be a place, too; every other reduction is over
    # what lies between two windows.
    behind = np.append(values, -np.inf)
    return np.maximum.reduceat(behind, bounds)[::2].astype(np.float64)
