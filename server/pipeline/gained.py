"""What one page brings to an interview: all steps up to the passages about the person, once with and once without it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scrapers.page import Extract
from server.model import ClipStatus, Interview
from server.pipeline.brief.select import TOO_ALIKE
from server.pipeline.evidence.gather import Pool, gather
from server.pipeline.features.compute import ReadClip
from server.pipeline.identity.names import Names, Strength
from server.pipeline.identity.spoken import spoken_on
from server.pipeline.identity.stand import stand
from server.pipeline.privacy.spans import public_work


@dataclass(frozen=True, slots=True)
class Gain:
    """quotes: passages about the person on this page. adds: those of them that no other page has. mentions: it names them."""

    quotes: int
    adds: int
    mentions: bool


def gained(interview: Interview, read: Sequence[ReadClip], clip_id: str) -> Gain | None:
    """What a page brings beside the others; None if it is not among those that could be read."""
    one = next((one for one in read if one.clip.id == clip_id), None)
    if one is None or one.extract is None:
        return None
    names = Names.of(interview.interviewee)
    here = _pool(interview, read, [one])
    others = [other for other in read if other is not one]
    elsewhere = _pool(interview, others, others)
    return Gain(len(here.found), _new(here, elsewhere), _mentions(interview, names, one, one.extract))


def _pool(interview: Interview, read: Sequence[ReadClip], of: Sequence[ReadClip]) -> Pool:
    """The passages about the person on some pages, as these stand among all that were read."""
    names = Names.of(interview.interviewee)
    standings = stand(interview, read)
    return gather(interview, of, standings, spoken_on(read, standings, names), public_work(interview, names))


def _new(here: Pool, elsewhere: Pool) -> int:
    if not (here.found and elsewhere.found):
        return len(here.found)
    nearest = np.max(here.vectors @ elsewhere.vectors.T, axis=1)
    return int(np.count_nonzero(nearest <= TOO_ALIKE))


def _mentions(interview: Interview, names: Names, one: ReadClip, extract: Extract) -> bool:
    """Whether the page, taken by itself, is theirs or names them, whatever the person said of it."""
    unsaid = interview.model_copy(update={"verdicts": {}})
    status = stand(unsaid, [one])[one.clip.id].status
    if status is ClipStatus.THIN:
        return names.mentions(f"{one.clip.title}\n{extract.meta.title}\n{extract.text}", Strength.WEAK)
    return status is not ClipStatus.NO_MENTION
