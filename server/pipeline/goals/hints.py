"""Words of their own pages that a seeker may pick as hints to a goal: people find evidence by the other's words, not by their own."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from server.model import Goal, Language
from server.model.ports import Vectors
from server.pipeline.evidence.gather import Pool
from server.pipeline.features.stems import stems

MOST = 6
NEAREST = 30  # passages nearest to the goal that are looked at, besides the ten it builds on
LEAST_LETTERS = 4
FLAT = 0.1  # what a word is worth that has nothing to do with the goal
LEAST_PASSAGES = 2  # a word that stands once is a detail, no subject
COMMON = 0.1  # of all passages; a word of more of them tells no goal from another
# Words that come back on anybody's pages and name no subject.
NO_SUBJECT = stems(
    """ask answer tell say think know believe find found look see hear call write wrote read mean start begin began stop end keep leave left stay come
    go went bring put set run turn try help let spend spent pay paid buy sell sold open close hold move change follow show explain happen notice
    time year month week day hour minute morning evening night season moment thing idea part kind sort way case point word number half first second
    third last next two three four five six seven eight nine ten eleven twelve fifteen eighteen twenty thirty forty fifty hundred thousand cent
    person people man woman friend somebody place room door hand head front side top best good better big small long short early late hard easy
    different important interesting expensive whole real sure willing generally usually probably mostly around before during however without
    work job took taken give given made become piece order fact reason result question mind aspect area home house"""
)
Forms = Sequence[tuple[str, frozenset[str]]]  # words as they stand, each with its stems
WORD = re.compile(r"(?<![\w'’@/.-])[^\W\d_]+(?:-[^\W\d_]+)?(?![\w'’@/-])")


@dataclass(frozen=True, slots=True)
class Near:
    """One goal and the passages its hints are taken from: the ten it builds on, and how near each of the pool is to it."""

    goal: Goal
    best: Sequence[int]
    near: Vectors


@dataclass(frozen=True, slots=True)
class _Fitting:
    """Of one goal: the stems that could be offered, with the word that stands for each, and how many of its passages hold a stem."""

    goal: Goal
    written: Mapping[str, str]
    here: Mapping[str, int]


def offer_hints(pool: Pool, goals: Sequence[Near], language: Language) -> tuple[tuple[str, ...], ...]:
    """For each goal up to six words of the passages nearest to it, the nearest in meaning first; none of the goal's own."""
    everywhere = pool.held
    forms = cache(
        lambda at: _forms(pool.found[at].evidence.exact)
    )  # a cache, gone with this call: goals share passages
    fitting = [_fitting(pool, one, everywhere, forms) for one in goals]
    words = sorted({word for one in fitting for word in one.written.values()})
    vectors = language.embed([*words, *(one.goal.text for one in goals)])
    place = {word: at for at, word in enumerate(words)}
    nearness = [vectors[: len(words)] @ vector for vector in vectors[len(words) :]]
    return tuple(
        _best(one, {stem: float(near[place[word]]) for stem, word in one.written.items()}, everywhere, len(pool.found))
        for one, near in zip(fitting, nearness, strict=True)
    )


def _fitting(pool: Pool, one: Near, everywhere: Mapping[str, int], forms: Callable[[int], Forms]) -> _Fitting:
    """everywhere: how many passages hold a stem; forms: the words of a passage."""
    goal, looked_at = one.goal, {*one.best, *(int(at) for at in np.argsort(-one.near)[:NEAREST])}
    here = Counter(stem for at in looked_at for stem in pool.found[at].marks.stems)
    told = stems(" ".join([goal.text, *goal.hints]))
    most = max(LEAST_PASSAGES, COMMON * len(pool.found))
    written = _as_written(forms(at) for at in looked_at)
    fits = (stem for stem in here if stem not in told and LEAST_PASSAGES <= everywhere[stem] <= most)
    return _Fitting(goal, {stem: written[stem] for stem in fits if stem in written}, here)


def _best(one: _Fitting, cosine: Mapping[str, float], everywhere: Mapping[str, int], passages: int) -> tuple[str, ...]:
    """The words worth most: those that stand in more of the goal's passages and in fewer of all, and near it in meaning."""
    worth = {
        stem: math.sqrt(one.here[stem]) * math.log(passages / everywhere[stem]) * (FLAT + max(0.0, cosine[stem]))
        for stem in one.written
    }
    return tuple(one.written[stem] for stem in sorted(worth, key=lambda stem: (-worth[stem], stem))[:MOST])


def _forms(exact: str) -> Forms:
    """The words of a passage that could be offered, each with its stems: no name."""
    small = (word for word in WORD.findall(exact) if word.islower() and len(word) >= LEAST_LETTERS)
    return [(word, stems(word) - NO_SUBJECT) for word in small]


def _as_written(passages: Iterable[Forms]) -> dict[str, str]:
    """A stem and the word that stands for it most often."""
    forms: dict[str, Counter[str]] = {}
    for word, stem in ((word, stem) for passage in passages for word, found in passage for stem in found):
        forms.setdefault(stem, Counter())[word] += 1
    return {stem: min(words, key=lambda word: (-words[word], word)) for stem, words in forms.items()}
