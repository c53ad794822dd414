"""One piece of evidence with all that later steps need of where it came from."""

from dataclasses import dataclass, field
from typing import Any

from scrapers.page import Kind, Passage, Place
from server.model import Clip, Evidence, Standing
from server.pipeline.evidence.quotable import MAX_WORDS
from server.pipeline.features.compute import Marks


@dataclass(frozen=True, slots=True)
class Found:
    """One piece of evidence with all that later steps need of where it came from.

    score is the prior (higher is better, comparable within one interview); reasons name what made it so. sure is False for
    passages of clips whose identity is unsure and for what somebody else says (cards only). picked is True where the seeker's selection overlaps; note is
    what they wrote there. whole is False where the passage was cut to be quotable. worked_out:
    see `once`; what is kept there may not depend on score and reasons.
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
    worked_out: dict[Any, tuple[Any, Any]] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def in_their_words(self) -> bool:
        """They say it themselves, as a sentence: no job line."""
        return self.evidence.said_by.theirs and self.passage.place is not Place.ROW

    @property
    def cut_for_privacy(self) -> bool:
        """Something private was cut out of it: what is left may say something else."""
        return not self.whole and len(self.passage.text.split()) <= MAX_WORDS

    def weighed(self, score: float, reasons: tuple[str, ...]) -> "Found":
        """The same passage with another score. Spelled out: of thousands of passages, `replace` would take three times as long."""
        made = Found(
            self.evidence, self.clip, self.standing, self.passage, self.marks, score, reasons,
            self.sure, self.picked, self.note, self.whole, self.page, self.title,
        )  # fmt: skip
        object.__setattr__(made, "worked_out", self.worked_out)  # nothing of it depends on the score
        return made
