"""One piece of evidence with all that later steps need of where it came from."""

from dataclasses import dataclass

from scrapers.page import Kind, Passage
from server.model import Clip, Evidence, Standing
from server.pipeline.features.compute import Marks


@dataclass(frozen=True, slots=True)
class Found:
    """One piece of evidence with all that later steps need of where it came from.

    score is the prior (higher is better, comparable within one interview); reasons name what made it so. sure is False for
    passages of clips whose identity is unsure and for what somebody else says (cards only). picked is True where the seeker's selection overlaps; note is
    what they wrote there. whole is False where the passage was cut to be quotable.
    """

    evidence: Evidence
    clip: Clip
    standing: Standing
    passage: Passage
    marks: Marks
    score: float
    reasons: tuple[str, ...] = ()
    sure: bool = True
    picked: bool = False
    note: str = ""
    whole: bool = True
    page: Kind = Kind.ARTICLE
    title: str = ""  # of the page, as it gives it itself
