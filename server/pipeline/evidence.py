"""Step 4: passages that say something about the interviewee, weighed before any goal is looked at."""

from dataclasses import dataclass

from scrapers.page import Passage
from server.model import Clip, Evidence, Standing
from server.model.ports import Vectors
from server.pipeline.features import Marks


@dataclass(frozen=True, slots=True)
class Found:
    """One piece of evidence with all that later steps need of where it came from.

    score is the prior (higher is better, comparable within one interview); reasons name what made it so. about is False for
    passages of clips whose identity is unsure (cards only). picked is True where the seeker's selection overlaps; note is
    what they wrote there.
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


@dataclass(frozen=True, slots=True)
class Pool:
    """All evidence of an interview, best first, with one vector each; withheld counts private passages left out."""

    found: tuple[Found, ...]
    vectors: Vectors  # (len(found), dimensions)
    withheld: int = 0
