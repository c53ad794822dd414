"""Step 4: passages that say something about the interviewee, weighed before any goal is looked at."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain

import numpy as np

from server.model import ClipStatus, Interview, Standing
from server.model.ports import Vectors
from server.pipeline.evidence.found import Found
from server.pipeline.evidence.page import OnPage, among_all, evidence_id, on_page
from server.pipeline.features.compute import ReadClip
from server.pipeline.identity.names import Names
from server.pipeline.identity.spoken import Spoken

__all__ = ["Found", "Pool", "evidence_id", "gather"]

USABLE = frozenset({ClipStatus.USED, ClipStatus.CONTEXT, ClipStatus.UNSURE})


@dataclass(frozen=True)
class Pool:
    """All evidence of an interview, best first, with two vectors each; withheld counts private passages left out.

    beside: what their pages say, with a number or a title in it, of what they run, made or work at and not of themselves. Nothing is
    chosen from it; it is there to be compared with.
    """

    found: tuple[Found, ...]
    vectors: Vectors  # (len(found), dimensions)
    contexts: Vectors  # as vectors, with the paragraph, heading and title mixed in
    withheld: int = 0
    beside: tuple[Found, ...] = ()

    @cached_property
    def scores(self) -> Vectors:
        """Of each passage."""
        return np.array([found.score for found in self.found], np.float32)

    @cached_property
    def held(self) -> Mapping[str, int]:
        """How many passages hold a stem."""
        return Counter(chain.from_iterable(found.marks.stems for found in self.found))


_Row = tuple[Found, str, int]  # its words, as repeats are found; its place among the passages of all pages


def gather(
    interview: Interview,
    read: Sequence[ReadClip],
    standings: Mapping[str, Standing],
    spoken: Spoken,
    exempt: frozenset[str],
) -> Pool:
    """The pool of one interview: every usable passage about this person, best first.

    spoken: who says each passage; exempt: private topics that are their work.
    """
    names = Names.of(interview.interviewee)
    there = [one for one in read if standings[one.clip.id].status in USABLE and one.extract and one.features]
    asked = [(standings[one.clip.id], spoken[one.clip.id], names, exempt) for one in there]
    pages = [on_page(one, *given) for one, given in zip(there, asked, strict=True)]
    centre = _centre(pages)
    among = [among_all(one, given, centre.tobytes()) for one, given in zip(there, asked, strict=True)]
    firsts = accumulate((len(page.features.vectors) for page in pages), initial=0)
    rows = [
        (found, row.said, first + row.at)
        for first, page, here in zip(firsts, pages, among, strict=False)
        for row, found in zip(page.told, here.told, strict=True)
    ]
    rows = _without_repeats(sorted(rows, key=lambda row: (-row[0].score, row[0].evidence.id)))
    order = [at for _, _, at in rows]
    return Pool(
        found=tuple(found for found, _, _ in rows),
        vectors=_stack([page.features.vectors for page in pages], order, centre),
        contexts=_stack([page.features.contexts for page in pages], order, centre),
        withheld=sum(page.withheld for page in pages),
        beside=tuple(found for here in among for found in here.beside),
    )


def _without_repeats(rows: Sequence[_Row]) -> list[_Row]:
    """Best first in; the same sentence on another page goes, unless it is the one the seeker marked."""
    seen: set[str] = set()
    kept = []
    for row in rows:
        found, said, _ = row
        if said in seen and not found.picked:
            continue
        seen.add(said)
        kept.append(row)
    return kept


def _centre(pages: Sequence[OnPage]) -> Vectors:
    if not pages:
        return np.zeros(0, np.float32)
    mean = np.mean([page.features.page_vector for page in pages], axis=0)
    length = float(np.linalg.norm(mean))
    unit: Vectors = (mean / length if length else mean).astype(np.float32)
    return unit


def _stack(vectors: Sequence[Vectors], order: Sequence[int], like: Vectors) -> Vectors:
    return np.concatenate(vectors)[order] if order else np.zeros((0, like.size), np.float32)
