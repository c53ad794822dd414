"""What the user writes down in the talk: which questions are done, a note to each, side-tracks, cues in their own words."""

import unicodedata
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator
from typing_extensions import override

from server.model.base import Frozen
from server.model.sheets import Sheet

LONGEST = 4_000  # characters of a note
LATEST = 253_402_300_799_999  # milliseconds; the end of the year 9999


def _kept(text: str) -> str:
    """Without what is no text: control characters but the end of a line, halves of characters."""
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cs"})


class MarkKind(StrEnum):
    """What can be written down. What the text of each is: a tick and a switch have any text or none."""

    BEGAN = "began"  # a moment in ISO 8601: when the talk began
    NUDGES = "nudges"  # to be told loudly when five minutes are left
    TICK = "tick"  # of a question: it was answered, asked or unasked
    NOTE = "note"  # of a question
    CUE = "cue"  # of a question: its cue in the user's words
    OFF = "off"  # of a question: what was said to it is off the record
    ASIDE = "aside"  # of an id that whoever wrote it made up: a side-track worth a call of its own


class Written(Frozen):
    """Something written down. text: "" if it was taken back. at: when, in milliseconds since 1970.

    A later `at` wins; whoever writes over something they saw says a later one, whatever their clock tells.
    """

    text: str = ""
    at: int = 0


class Mark(Frozen):
    """One thing written down, as it is sent. of: of which question or aside; "" for the talk itself."""

    what: MarkKind
    of: Annotated[str, StringConstraints(max_length=200), AfterValidator(_kept)] = ""
    text: Annotated[str, StringConstraints(max_length=LONGEST), AfterValidator(_kept)] = ""
    at: int = Field(0, ge=0, le=LATEST)

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if (self.what in {MarkKind.BEGAN, MarkKind.NUDGES}) == bool(self.of):
            raise ValueError("a mark is of a question or an aside, but for began and nudges")
        if self.what is MarkKind.BEGAN and self.text:
            datetime.fromisoformat(self.text)
        return self


class Talk(Sheet):
    """All that was written down. Dicts go by the id of the question, asides by their own.

    wordings: of each question that something was written to, its words as they stood then.
    """

    called: ClassVar[str] = "talk"

    began: Written = Written()
    nudges: Written = Written()
    ticks: dict[str, Written] = Field(default_factory=dict)
    notes: dict[str, Written] = Field(default_factory=dict)
    cues: dict[str, Written] = Field(default_factory=dict)
    off: dict[str, Written] = Field(default_factory=dict)
    asides: dict[str, Written] = Field(default_factory=dict)
    wordings: dict[str, str] = Field(default_factory=dict)

    @property
    def began_at(self) -> datetime | None:
        """When the talk began, if somebody said so."""
        found = datetime.fromisoformat(self.began.text) if self.began.text else None
        return found.replace(tzinfo=UTC) if found and found.tzinfo is None else found

    @property
    def ticked(self) -> dict[str, datetime]:
        """The questions that were answered, and when they were ticked."""
        return {ident: _moment(one.at) for ident, one in self.ticks.items() if one.text}

    @property
    def noted(self) -> dict[str, str]:
        """The notes there are, by question."""
        return {ident: one.text for ident, one in self.notes.items() if one.text.strip()}

    @property
    def off_record(self) -> frozenset[str]:
        """The questions whose answers are off the record."""
        return frozenset(ident for ident, one in self.off.items() if one.text)

    @property
    def side_tracks(self) -> dict[str, str]:
        """What is worth a call of its own, by id, in the order it was written down."""
        return {ident: one.text for ident, one in sorted(self.asides.items()) if one.text.strip()}

    @override
    def on_record(self) -> Self:
        """Without the notes that are off the record."""
        kept = {ident: one for ident, one in self.notes.items() if ident not in self.off_record}
        return self if len(kept) == len(self.notes) else self.model_copy(update={"notes": kept})


def _moment(at: int) -> datetime:
    return datetime.fromtimestamp(at / 1000, UTC)
