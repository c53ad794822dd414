"""Words of their own pages that a seeker may pick as hints to a goal: people find evidence by the other's words, not by their own."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
WORD = re.compile(r"(?<![\w'’@/.-])[^\W\d_]+(?:-[^\W\d_]+)?(?![\w'’@/-])")


@dataclass(frozen=True, slots=True)
class Near:
    """One goal and the passages its hints are taken from: the ten it builds on, and how near each of the pool is to it."""

    goal: Goal
    best: Sequence[int]
    near: Vectors


def offer_hints(pool: Pool, goals: Sequence[Near], language: Language) -> tuple[tuple[str, ...], ...]:
    """For each goal up to six words of the passages nearest to it, the nearest in meaning first; none of the goal's own."""
    everywhere = Counter(stem for found in pool.found for stem in found.marks.stems)
    return tuple(_offered(pool, one, everywhere, language) for one in goals)


def _offered(pool: Pool, one: Near, everywhere: Mapping[str, int], language: Language) -> tuple[str, ...]:
    """everywhere: how many passages hold a stem."""
    goal, looked_at = one.goal, {*one.best, *(int(at) for at in np.argsort(-one.near)[:NEAREST])}
    here = Counter(stem for at in looked_at for stem in pool.found[at].marks.stems)
    told = stems(" ".join([goal.text, *goal.hints]))
    written = _as_written(pool, sorted(looked_at))
    most = max(LEAST_PASSAGES, COMMON * len(pool.found))
    fitting = [
        stem for stem in here if stem in written and stem not in told and LEAST_PASSAGES <= everywhere[stem] <= most
    ]
    if not fitting:
        return ()
    meaning = language.embed([written[stem] for stem in fitting]) @ language.embed([goal.text])[0]
    worth = {
        stem: math.sqrt(here[stem]) * math.log(len(pool.found) / everywhere[stem]) * (FLAT + max(0.0, float(cosine)))
        for stem, cosine in zip(fitting, meaning, strict=True)
    }
    return tuple(written[stem] for stem in sorted(fitting, key=lambda stem: (-worth[stem], stem))[:MOST])


def _as_written(pool: Pool, looked_at: Sequence[int]) -> dict[str, str]:
    """A stem and the word that stands for it most often: no name, nothing left out as private."""
    forms: dict[str, Counter[str]] = {}
    for at in looked_at:
        for word in WORD.findall(pool.found[at].evidence.exact):
            if word.islower() and len(word) >= LEAST_LETTERS:
                for stem in stems(word) - NO_SUBJECT:
                    forms.setdefault(stem, Counter())[word] += 1
    return {stem: min(words, key=lambda word: (-words[word], word)) for stem, words in forms.items()}
