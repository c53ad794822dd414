"""The exported document, `groundwork.brief/1`: one model a level. It only ever grows within version 1."""

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
    """A clip as the export shows it. csl is a CSL-JSON item; chars and text_sha256 are of the extract's text."""

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


class BriefView(Frozen):
    """The brief; words counts the words of its items."""

    words: int
    sections: tuple[BriefSection, ...]


class Withheld(Frozen):
    """How many passages were left out because they tell of private life."""

    count: int


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
    follow_up: dict[str, Any] = Field(default_factory=dict)
