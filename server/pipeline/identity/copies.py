"""Which clips are the same piece: same text at another address, as a print, or reprinted in part."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

import numpy as np
import numpy.typing as npt

from server.pipeline.clip.urls import normalise
from server.pipeline.features.compute import ReadClip
from server.pipeline.features.once import once
from server.pipeline.identity.names import Names
from server.pipeline.identity.naming import on_own_host

SAME_TEXT = 0.8  # Jaccard of 4-word shingles; copies in other markup stay above it
SAME_PLACE = 0.5  # containment that suffices when the address is the same too: a page changes between two visits
REPRINT = 0.5  # of the shorter page's shingles found in the longer one; different texts on one subject stay under 0.05
RARER = 0.75  # of a page's shingles are looked up in others; more than REPRINT, so that few pages are left to compare
LEAST = 45  # words; walls of one site are alike word for word and no copies of anything

Numbers = npt.NDArray[np.int64]
_NO_SHINGLES = np.zeros(0, np.uint64)


@dataclass(frozen=True, slots=True)
class Copy:
    """A clip that repeats another one. flag is "same-text" or "reprint"."""

    of: str
    flag: str


def copies(names: Names, read: Sequence[ReadClip], keep: frozenset[str] = frozenset()) -> dict[str, Copy]:
    """Clip id -> what it repeats. Kept is the page on the person's own host, else the longest, else the earliest; `keep` never goes."""
    candidates = [one for one in read if one.extract and one.features and one.features.words]
    ranked = sorted(candidates, key=lambda one: _rank(names, one, keep))
    index = _Index(ranked)
    found: dict[str, Copy] = {}
    for at, one in enumerate(ranked):
        copy = next((copy for near in index.near(at) if (copy := _repeats(one, ranked[near]))), None)
        if copy and one.clip.id not in keep:
            found[one.clip.id] = copy
        else:
            index.keep(at)
    return found


class _Index:
    """Which kept pages one more page could repeat: those at its address, and those that could hold half of its shingles.

    A page that holds more than half of them holds enough of the rarer three quarters; the commonest, which all pages of one
    site or one trade share, are never looked up. So one more page costs about the same, however many there are. Shingles are numbered;
    the holders of number n, pages by their places, stand in `_holders` from `_begins[n]` on, as many as `_pages[n]`.
    """

    def __init__(self, ranked: Sequence[ReadClip]) -> None:
        self._ranked, self._kept = ranked, np.zeros(len(ranked), bool)
        every = [_shingles(one) for one in ranked]
        sizes = [len(one) for one in every]
        together = np.concatenate(every or [_NO_SHINGLES])
        order = np.argsort(together)
        self._values, self._begins = np.unique(together[order], return_index=True)
        self._pages = np.diff(self._begins, append=len(order))
        self._holders = np.repeat(np.arange(len(ranked)), sizes)[order]
        numbers = np.empty(len(order), np.int64)
        numbers[order] = np.repeat(np.arange(len(self._values)), self._pages)
        self._numbers = np.split(numbers, np.cumsum(sizes)[:-1])
        self._at_place: defaultdict[str, list[int]] = defaultdict(list)

    def near(self, at: int) -> list[int]:
        """Places of the kept pages to hold this one against, in their order."""
        there = (near for place in _places(self._ranked[at]) for near in self._at_place[place])
        return sorted({*self._close(self._own(at)), *there})

    def _close(self, own: Numbers) -> list[int]:
        """Places of the kept pages that could hold half of these shingles."""
        looked_up = ceil(RARER * len(own))
        least = looked_up - (1 - REPRINT) * len(own)
        shared = own[self._pages[own] > 1]
        rarer = looked_up - (len(own) - len(shared))  # of the shared ones: those of this page alone are the rarest
        if rarer <= least:
            return []
        shared = shared[np.argsort(self._pages[shared], kind="stable")[:rarer]]
        count = self._pages[shared]
        holders = self._holders[
            np.repeat(self._begins[shared] - np.cumsum(count) + count, count) + np.arange(count.sum())
        ]
        common = np.bincount(holders, minlength=len(self._ranked))
        close: list[int] = np.flatnonzero(self._kept & (common > least)).tolist()
        return close

    def keep(self, at: int) -> None:
        """Note that this page is kept."""
        self._kept[at] = True
        for place in _places(self._ranked[at]):
            self._at_place[place].append(at)

    def _own(self, at: int) -> Numbers:
        """The numbers of a page's shingles, without those that stand side by side only where quotations are left out."""
        features = self._ranked[at].features
        if features is None or features.unquoted is None:
            return self._numbers[at]
        return np.searchsorted(self._values, np.array(sorted(features.shingles), np.uint64))


@once
def _shingles(one: ReadClip) -> npt.NDArray[np.uint64]:
    """With those that stand side by side only where quotations are left out."""
    return np.array(list(one.features.shingles | one.features.own_shingles) if one.features else [], np.uint64)


def _rank(names: Names, one: ReadClip, keep: frozenset[str]) -> tuple[bool, bool, int, bool, str, str]:
    words = one.features.words if one.features else 0
    at = one.clip.clipped_at
    return (
        one.clip.id not in keep,
        not on_own_host(one, names),
        -(words // 20),  # a footer more is not a longer piece
        at is None,
        at.isoformat() if at else "",
        one.clip.id,
    )


def _repeats(one: ReadClip, kept: ReadClip) -> Copy | None:
    """What makes one page a copy of another, the better one; None if each has its own to say."""
    if not (one.features and kept.features and one.extract and kept.extract):
        return None
    mine, theirs = one.features.shingles, kept.features.shingles
    shared = len(mine & theirs)
    same_place = bool(_places(one) & _places(kept))
    if not shared or (not same_place and min(one.features.words, kept.features.words) < LEAST):
        return None
    if shared / len(mine | theirs) > SAME_TEXT:
        return Copy(kept.clip.id, "same-text")
    contained = shared / min(len(mine), len(theirs))
    if same_place and contained > SAME_PLACE:
        return Copy(kept.clip.id, "same-text")
    if len(mine) > len(theirs) / REPRINT:
        return None  # the longer page carries a shorter one of theirs along; it has more to say than the copy
    return Copy(kept.clip.id, "reprint") if len(mine & kept.features.own_shingles) > REPRINT * len(mine) else None


def _places(one: ReadClip) -> frozenset[str]:
    return _normalised(one.clip.url, one.extract.meta.canonical if one.extract else "")


@lru_cache(maxsize=2_000)  # a cache: a page is held against each other page that shares words with it
def _normalised(*urls: str) -> frozenset[str]:
    return frozenset(normalise(url) for url in urls if url)
