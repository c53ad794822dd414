"""Which clips are the same piece: same text at another address, as a print, or reprinted in part."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import ceil

from server.pipeline.clip.urls import normalise
from server.pipeline.features.compute import ReadClip
from server.pipeline.identity.names import Names

SAME_TEXT = 0.8  # Jaccard of 4-word shingles; copies in other markup stay above it
SAME_PLACE = 0.5  # containment that suffices when the address is the same too: a page changes between two visits
REPRINT = 0.5  # of the shorter page's shingles found in the longer one; different texts on one subject stay under 0.05
RARER = 0.75  # of a page's shingles are looked up in others; more than REPRINT, so that few pages are left to compare
LEAST = 45  # words; walls of one site are alike word for word and no copies of anything


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
    kept: list[ReadClip] = []
    found: dict[str, Copy] = {}
    for one in ranked:
        copy = next((copy for at in index.near(one) if (copy := _repeats(one, kept[at]))), None)
        if copy and one.clip.id not in keep:
            found[one.clip.id] = copy
            continue
        index.add(one, len(kept))
        kept.append(one)
    return found


class _Index:
    """Which kept pages one more page could repeat: those at its address, and those that could hold half of its shingles.

    A page that holds more than half of them holds enough of the rarer three quarters; the commonest, which all pages of one
    site or one trade share, are never looked up. So one more page costs about the same, however many there are.
    """

    def __init__(self, read: Sequence[ReadClip]) -> None:
        self._pages = Counter(chain.from_iterable(_all_shingles(one) for one in read))
        self._holders: defaultdict[int | str, list[int]] = defaultdict(list)  # shingle or address -> places in kept

    def near(self, one: ReadClip) -> list[int]:
        """Places of the kept pages to hold it against, in their order."""
        own = one.features.shingles if one.features else frozenset()
        shared = [shingle for shingle in own if self._pages[shingle] > 1]
        looked_up = ceil(RARER * len(own))
        rarer = sorted(shared, key=self._pages.__getitem__)[: max(0, looked_up - (len(own) - len(shared)))]
        counted = Counter(chain.from_iterable(self._holders.get(shingle, ()) for shingle in rarer))
        close = [at for at, count in counted.items() if count > looked_up - (1 - REPRINT) * len(own)]
        return sorted({*close, *(at for place in _places(one) for at in self._holders.get(place, ()))})

    def add(self, one: ReadClip, at: int) -> None:
        """Note that a page is kept, at this place."""
        for shingle in _all_shingles(one):
            if self._pages[shingle] > 1:
                self._holders[shingle].append(at)
        for place in _places(one):
            self._holders[place].append(at)


def _all_shingles(one: ReadClip) -> frozenset[int]:
    """With those that stand side by side only where quotations are left out."""
    return one.features.shingles | one.features.own_shingles if one.features else frozenset()


def _rank(names: Names, one: ReadClip, keep: frozenset[str]) -> tuple[bool, bool, int, bool, str, str]:
    words = one.features.words if one.features else 0
    at = one.clip.clipped_at
    return (
        one.clip.id not in keep,
        not names.own_host(one.clip.url),
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
