"""All evidence of an interview, and what is asked of all of it at once."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from server.model.ports import Vectors
from server.pipeline.evidence.found import Found
from server.pipeline.evidence.sheaf import Sheaf

Value = TypeVar("Value")
Places = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Pool:
    """All evidence of an interview, best first, with two vectors each; withheld counts private passages left out.

    beside: what their pages say, with a number or a title in it, of what they run, made or work at and not of themselves. Nothing is
    chosen from it; it is there to be compared with. sheaves: what each page brings, and places: where in them, laid end to end, each
    passage stands. A pool without them is taken for one page.
    """

    found: tuple[Found, ...]
    vectors: Vectors  # (len(found), dimensions)
    contexts: Vectors  # as vectors, with the paragraph, heading and title mixed in
    withheld: int = 0
    beside: tuple[Found, ...] = ()
    sheaves: tuple[Sheaf, ...] = ()
    places: tuple[int, ...] = ()

    @cached_property
    def scores(self) -> Vectors:
        """Of each passage."""
        return np.array([found.score for found in self.found], np.float32)

    @cached_property
    def held(self) -> Mapping[str, int]:
        """How many passages hold a stem."""
        return Counter(chain.from_iterable(self.each(_stems_of)))

    @cached_property
    def by_id(self) -> Mapping[str, Found]:
        """Each passage, and what stands beside, by the id of its evidence."""
        return dict(zip(self.each(id_of), self.found, strict=True)) | {one.evidence.id: one for one in self.beside}

    @cached_property
    def pages(self) -> Places:
        """The page of each passage, as a number."""
        number = {clip: at for at, clip in enumerate(dict.fromkeys(self.each(clip_of)))}
        return np.array([number[clip] for clip in self.each(clip_of)], np.int64)

    def each(self, work: Callable[..., Value], *given: object) -> list[Value]:
        """`work` of each passage, asked page by page and kept there: see `Sheaf.each`."""
        if not self.sheaves:
            return list(Sheaf(self.found).each(work, *given))
        every = list(chain.from_iterable(sheaf.each(work, *given) for sheaf in self.sheaves))
        return [every[at] for at in self.places]

    def having(self, work: Callable[..., object], *given: object) -> list[Found]:
        """The passages of which `work`, see `each`, is true."""
        return [found for found, has in zip(self.found, self.each(work, *given), strict=True) if has]

    def holding(self, weights: Mapping[str, float]) -> npt.NDArray[np.float64]:
        """What the stems that each passage holds weigh together."""
        every, first = defaultdict[str, list[int]](list), 0
        for sheaf in self.sheaves or (Sheaf(self.found),):
            for stem in weights.keys() & sheaf.holders.keys():
                every[stem] += [first + at for at in sheaf.holders[stem]]
            first += len(sheaf.found)
        told = np.zeros(first)
        for stem in sorted(every):
            told[every[stem]] += weights[stem]
        return told[list(self.places)] if self.sheaves else told

    def shared(self, stems: Collection[str]) -> Places:
        """How many of the stems each passage holds."""
        return self.holding(dict.fromkeys(stems, 1.0)).astype(np.int64)


def clip_of(found: Found) -> str:
    """The id of its page."""
    return found.clip.id


def is_picked(found: Found) -> bool:
    """Whether the seeker marked it."""
    return found.picked


def id_of(found: Found) -> str:
    """The id of its evidence."""
    return found.evidence.id


def _stems_of(found: Found) -> frozenset[str]:
    return found.marks.stems


def best_first(scores: npt.NDArray[np.floating[Any]], ident: Callable[[int], str]) -> list[int]:
    """Places by score, the best first; of equals, which are few, the one whose id comes first."""
    order: list[int] = np.argsort(-scores, kind="stable").tolist()
    for equal in np.flatnonzero(np.diff(scores[order]) == 0).tolist():
        at = equal + 1
        while at and scores[order[at - 1]] == scores[order[at]] and ident(order[at]) < ident(order[at - 1]):
            order[at - 1], order[at] = order[at], order[at - 1]
            at -= 1
    return order
