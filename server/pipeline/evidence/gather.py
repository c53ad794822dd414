"""Step 4: passages that say something about the interviewee, weighed before any goal is looked at."""

from collections.abc import Mapping, Sequence
from itertools import accumulate

import numpy as np

from server.model import ClipStatus, Interview, Standing
from server.model.ports import Vectors
from server.pipeline.evidence.found import Found
from server.pipeline.evidence.page import Among, OnPage, among_all, evidence_id, on_page
from server.pipeline.evidence.pool import Pool, best_first
from server.pipeline.features.compute import ReadClip
from server.pipeline.identity.names import Names
from server.pipeline.identity.spoken import Spoken

__all__ = ["Found", "Pool", "evidence_id", "gather"]

USABLE = frozenset({ClipStatus.USED, ClipStatus.CONTEXT, ClipStatus.UNSURE})


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
    told = [found for here in among for found in here.told]
    places = _best_first(pages, among, told)
    firsts = accumulate((len(page.features.vectors) for page in pages), initial=0)
    stand = [first + row.at for first, page in zip(firsts, pages, strict=False) for row in page.told]
    order = [stand[at] for at in places]
    return Pool(
        found=tuple(told[at] for at in places),
        vectors=_stack([page.features.vectors for page in pages], order, centre),
        contexts=_stack([page.features.contexts for page in pages], order, centre),
        withheld=sum(page.withheld for page in pages),
        beside=tuple(found for here in among for found in here.beside),
        sheaves=tuple(page.sheaf for page in pages),
        places=tuple(places),
    )


def _best_first(pages: Sequence[OnPage], among: Sequence[Among], told: Sequence[Found]) -> list[int]:
    """Places among all that is told; the same sentence on another page goes, unless it is the one the seeker marked."""
    scores = np.array([score for here in among for score in here.scores], np.float64)
    said = [row.said for page in pages for row in page.told]
    seen: set[str] = set()
    kept = []
    for at in best_first(scores, lambda at: told[at].evidence.id):
        if said[at] in seen and not told[at].picked:
            continue
        seen.add(said[at])
        kept.append(at)
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
