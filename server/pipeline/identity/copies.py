"""Which clips are the same piece: same text at another address, as a print, or reprinted in part."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from server.pipeline.clip.urls import normalise
from server.pipeline.features.compute import ReadClip
from server.pipeline.identity.names import Names

SAME_TEXT = 0.8  # Jaccard of 4-word shingles; copies in other markup stay above it
SAME_PLACE = 0.5  # containment that suffices when the address is the same too: a page changes between two visits
REPRINT = 0.5  # of the shorter page's shingles found in the longer one; different texts on one subject stay under 0.05
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
    kept: list[ReadClip] = []
    holders: defaultdict[int, list[int]] = defaultdict(
        list
    )  # shingle -> places in kept, so that one more page costs the same
    found: dict[str, Copy] = {}
    for one in ranked:
        own = one.features.shingles if one.features else frozenset()
        sharing = sorted({at for shingle in own for at in holders.get(shingle, ())})
        copy = next((copy for at in sharing if (copy := _repeats(one, kept[at]))), None)
        if copy and one.clip.id not in keep:
            found[one.clip.id] = copy
            continue
        for shingle in own:
            holders[shingle].append(len(kept))
        kept.append(one)
    return found


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
