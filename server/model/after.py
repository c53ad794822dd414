"""What the user writes down after the talk: two boxes, the debrief, promises, people, and the notes that follow from it."""

from datetime import date
from enum import StrEnum
from typing import ClassVar, Self

from pydantic import Field
from typing_extensions import override

from server.model.base import Frozen
from server.model.sheets import Sheet
from server.model.words import Moment, Named, Text


class NoteKind(StrEnum):
    """The notes an interview brings with it, in the order in which they are sent."""

    INTRODUCTION = "introduction"  # to the referrer: would they introduce us
    FORWARD = "forward"  # what the referrer can forward, or what goes to the person themselves
    THANKS = "thanks"
    REFERRER = "referrer"  # to the referrer: we talked
    TRIED = "tried"  # weeks later: I did what you said


class Whose(StrEnum):
    """Who made a promise."""

    MINE = "mine"
    THEIRS = "theirs"


class Line(Frozen):
    """A line of the debrief. off_record: it is in no export and in no draft."""

    text: Text = ""
    off_record: bool = False


class Heard(Frozen):
    """What one person said to one want. want: its words, as they stood in the interview."""

    want: Named
    text: Text = ""
    off_record: bool = False


class Promise(Frozen):
    """Something promised in the talk. due: the day it is for, if one was said; done_at: when it was kept."""

    id: Named
    whose: Whose
    text: Named
    due: date | None = None
    done_at: Moment | None = None
    off_record: bool = False


class PersonNamed(Frozen):
    """Somebody they named. why: what for; interview_id: the interview it became."""

    id: Named
    name: Named
    why: Text = ""
    interview_id: str = ""
    off_record: bool = False


class Note(Frozen):
    """A note to somebody. words: the user's, in the place of our draft ("" leaves it to us); sent_at: when they say it went.

    dropped: there will be none.
    """

    words: Text = ""
    sent_at: Moment | None = None
    dropped: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it may still go out."""
        return self.sent_at is None and not self.dropped


class After(Sheet):
    """stuck: what they said that stuck. will_do: what the user will do. gained: the one thing a dud still brought.

    tried: what the user tried of it, weeks later, and what came of that.
    """

    called: ClassVar[str] = "after"

    stuck: Line = Line()
    will_do: Line = Line()
    surprised: Line = Line()
    about_me: Line = Line()
    gained: Line = Line()
    tried: Line = Line()
    heard: tuple[Heard, ...] = ()
    promises: tuple[Promise, ...] = ()
    people: tuple[PersonNamed, ...] = ()
    notes: dict[NoteKind, Note] = Field(default_factory=dict)

    def note(self, kind: NoteKind) -> Note:
        """A note; an empty one if nothing was done to it."""
        return self.notes.get(kind, Note())

    @override
    def on_record(self) -> Self:
        """Without what is off the record; then without the user's own words of notes, too, which may repeat it."""
        lines = {name: Line() for name, one in self if isinstance(one, Line) and one.off_record}
        kept = {
            "heard": tuple(one for one in self.heard if not one.off_record),
            "promises": tuple(one for one in self.promises if not one.off_record),
            "people": tuple(one for one in self.people if not one.off_record),
        }
        if not lines and all(len(kept[name]) == len(getattr(self, name)) for name in kept):
            return self
        notes = {kind: note.model_copy(update={"words": ""}) for kind, note in self.notes.items()}
        return self.model_copy(update={**lines, **kept, "notes": notes})
