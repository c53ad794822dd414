"""The exported document, `groundwork.brief/1`: one model a level. It only ever grows within version 1."""

from datetime import date, datetime
from typing import Any, Literal

from pydantic import Field

from server.model.base import Frozen
from server.model.findings import (
    Answered,
    BriefSection,
    Card,
    ClipStatus,
    Conflict,
    Evidence,
    Gap,
    GoalView,
    Plan,
    Question,
    Turn,
    Voice,
)

SCHEMA: Literal["groundwork.brief/1"] = "groundwork.brief/1"


class ClipView(Frozen):
    """A clip as the export shows it. csl is a CSL-JSON item; chars and text_sha256 are of the extract's text.

    text: that text, where it was asked for (include=clips); what is private in it is covered up, letter by letter, so that start
    and end of quotes hold.
    """

    id: str
    url: str
    title: str
    kind: str
    status: ClipStatus
    flags: tuple[str, ...] = ()
    reason: str = ""
    duplicate_of: str | None = None
    voice: Voice
    csl: dict[str, Any]
    text_sha256: str
    chars: int
    text: str | None = Field(None, exclude_if=lambda text: text is None)


class BriefView(Frozen):
    """The brief; words counts the words of its items."""

    words: int
    sections: tuple[BriefSection, ...]


class Withheld(Frozen):
    """How many passages were left out because they tell of private life."""

    count: int


class FollowUpHeard(Frozen):
    """What they said to one want; want: its words."""

    want: str
    text: str


class FollowUpPromise(Frozen):
    """Something promised in the talk, by the user (mine) or by them (theirs)."""

    whose: Literal["mine", "theirs"]
    text: str
    due: date | None = None
    done: bool = False


class FollowUpPerson(Frozen):
    """Somebody they named, and what for."""

    name: str
    why: str = ""


class FollowUp(Frozen):
    """What the user wrote down after the talk, but for what is off the record. Empty before it.

    stuck: what they said that stuck; will_do: what the user will do; gained: the one thing a dud still brought; tried: what came
    of it, weeks later.
    """

    stuck: str = ""
    will_do: str = ""
    surprised: str = ""
    about_me: str = ""
    gained: str = ""
    tried: str = ""
    heard: tuple[FollowUpHeard, ...] = ()
    promises: tuple[FollowUpPromise, ...] = ()
    people: tuple[FollowUpPerson, ...] = ()
    thanked_at: datetime | None = None


class Document(Frozen):
    """One interview, prepared."""

    schema_: Literal["groundwork.brief/1"] = Field(SCHEMA, alias="schema")
    generated_at: str
    generator: str
    mode: Literal["embedded", "model"] = "embedded"
    interviewee: dict[str, Any]  # a schema.org Person island
    meeting: dict[str, Any]
    goals: tuple[GoalView, ...]
    clips: tuple[ClipView, ...]
    evidence: tuple[Evidence, ...]
    brief: BriefView
    timeline: tuple[Turn, ...]
    conflicts: tuple[Conflict, ...]
    answered: tuple[Answered, ...]
    gaps: tuple[Gap, ...]
    withheld: Withheld
    cards: tuple[Card, ...]
    questions: tuple[Question, ...]
    plan: Plan
    follow_up: FollowUp = FollowUp()
