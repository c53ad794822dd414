"""Words of their own pages that a seeker may pick as hints to a goal: people find evidence by the other's words, not by their own."""

import math
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from server.model import Goal
from server.pipeline.evidence.gather import Pool
from server.pipeline.features.stems import STOP, folded, stems

MOST = 6
NEAREST = 30  # passages nearest to the goal that are looked at, besides the ten it builds on
LEAST_LETTERS = 4
LEAST_PASSAGES = 2  # a word that stands once is a detail, no subject
COMMON = 0.1  # of all passages; a word of more of them tells no goal from another
WORD = re.compile(r"(?<![\w'’@/.-])[^\W\d_]+(?:-[^\W\d_]+)?(?![\w'’@/-])")


def offer_hints(goal: Goal, pool: Pool, best: Sequence[int], near: npt.NDArray[np.float32]) -> tuple[str, ...]:
    """Up to six words of the passages nearest to a goal, the most telling first; none of the goal's own."""
    looked_at = {*best, *(int(at) for at in np.argsort(-near)[:NEAREST])}
    everywhere = Counter(stem for found in pool.found for stem in found.marks.stems)
    here = Counter(stem for at in looked_at for stem in pool.found[at].marks.stems)
    told = stems(" ".join([goal.text, *goal.hints]))
    written = _as_written(pool, sorted(looked_at))
    most = max(LEAST_PASSAGES, COMMON * len(pool.found))
    fitting = [
        stem for stem in here if stem in written and stem not in told and LEAST_PASSAGES <= everywhere[stem] <= most
    ]
    ranked = sorted(fitting, key=lambda stem: (-here[stem] * math.log(len(pool.found) / everywhere[stem]), stem))
    return tuple(written[stem] for stem in ranked[:MOST])


def _as_written(pool: Pool, looked_at: Sequence[int]) -> dict[str, str]:
    """A stem and the word that stands for it most often: no name, nothing left out as private."""
    forms: dict[str, Counter[str]] = {}
    for at in looked_at:
        for word in WORD.findall(pool.found[at].evidence.exact):
            if word.islower() and len(word) >= LEAST_LETTERS and folded(word) not in STOP:
                for stem in stems(word):
                    forms.setdefault(stem, Counter())[word] += 1
    return {stem: min(words, key=lambda word: (-words[word], word)) for stem, words in forms.items()}
