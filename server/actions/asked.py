"""What may be said of a question, as it is sent to us, and what of one may be asked of everyone."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from server.model import Part, Question, QuestionEdit, Tier
from server.model.base import Frozen

LONGEST = 500  # characters
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST)]


class QuestionIn(Frozen):
    """A question of the user's own. evidence: id of the passage it was built on, "" if it came by itself."""

    text: Words
    evidence: Annotated[str, StringConstraints(max_length=200)] = ""
    tier: Tier = Tier.MUST
    part: Part = Part.CORE


class QuestionChange(Frozen):
    """What changes about a question; a field that is left out stays as it is.

    move: one place up or down among those of its tier; with another tier, to its end (up) or its beginning (down). everyone: "I ask everyone". removed: false puts it back.
    """

    text: Words | None = None
    tier: Tier | None = None
    move: Literal["up", "down"] | None = None
    pinned: bool | None = None
    everyone: bool | None = None
    removed: bool | None = None


def for_everyone(edit: QuestionEdit) -> bool:
    """Whether it can be put to anybody: their own words, or ours that rest on nobody's page."""
    return edit.question.origin == "seeker" or not edit.question.evidence


def bare(edit: QuestionEdit) -> Question:
    """The question without what belongs to one interview."""
    return edit.question.model_copy(update={"evidence": (), "lint": (), "goal": "", "rank": 1})
