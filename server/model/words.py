"""What the person gives us: the interview, who it is with, what they want, the pages they clipped."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, Field, StringConstraints

from server.model.base import Frozen
from server.model.edits import QuestionEdit

Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20_000)]
Named = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000)]


def _with_zone(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


Moment = Annotated[datetime, AfterValidator(_with_zone)]  # a time without a zone is taken as UTC


class GoalKind(StrEnum):
    """What a goal asks for. A guess from its words, shown to the person, who can change it."""

    EXPLORE = "explore"
    FIND_WANT = "find_out_what_i_want"
    DECIDE = "decide"
    BREAK_IN = "break_in"
    SKILL = "skill"
    ADVICE = "advice_on_me"
    ORGANISATION = "organisation"
    GROW = "grow"
    START = "start"
    MEET = "meet"
    RELATIONSHIP = "relationship"


class InterviewStatus(StrEnum):
    """How far an interview has come."""

    WISH = "wish"
    ASKED = "asked"
    BOOKED = "booked"
    HELD = "held"
    THANKED = "thanked"


class Verdict(StrEnum):
    """What the person says of a clip. It wins over whatever we think."""

    THIS_PERSON = "this_person"
    SOMEONE_ELSE = "someone_else"
    CONTEXT = "context"


class Interviewee(Frozen):
    """Who the talk is with."""

    name: Named
    aliases: tuple[Named, ...] = ()
    headline: Text = ""

    @property
    def first_name(self) -> str:
        """The word we use for them on a screen."""
        return self.name.split()[0]


class Meeting(Frozen):
    """When, how long, in what form. Minutes from 5 to 240."""

    start: Moment | None = None
    minutes: int = Field(30, ge=5, le=240)
    format: Text = ""


class Goal(Frozen):
    """What the seeker wants from this talk. minutes is a weight, scaled to the booking; hints are words they would use.

    kind is what the seeker says it asks for; None leaves it to be guessed from the text.
    """

    id: Named
    text: Named
    priority: int = Field(1, ge=1, le=99)
    minutes: float | None = Field(None, ge=0, le=240)
    hints: tuple[Named, ...] = ()
    kind: GoalKind | None = None


class Seeker(Frozen):
    """The user: what about them matters to the answers."""

    background: Text = ""
    wants: Text = ""
    plan: Text = ""
    assumptions: tuple[Named, ...] = ()
    show: tuple[Named, ...] = ()
    goals: tuple[Goal, ...] = ()


class Clip(Frozen):
    """One received page, without its content (that is a `scrapers.page.Page`)."""

    id: Named
    url: Text = ""
    title: Text = ""
    file: Text = ""
    clipped_at: Moment | None = None
    selection: Text = ""
    note: Text = ""
    language: Text = ""


class Interview(Frozen):
    """One planned conversation and all that was given for it.

    sheets: what was written down about it, as plain data by what each sheet is called (`server.model.written`). turn: how
    many interviews the same person prepared before it; None if nobody knows.
    """

    interviewee: Interviewee
    referrer: Text = ""
    meeting: Meeting = Meeting()
    seeker: Seeker = Seeker()
    clips: tuple[Clip, ...] = ()
    verdicts: dict[str, Verdict] = Field(default_factory=dict)
    edits: tuple[QuestionEdit, ...] = ()
    status: InterviewStatus = InterviewStatus.WISH
    sheets: dict[str, Any] = Field(default_factory=dict)
    turn: int | None = None
    kept_aside: dict[str, Any] = Field(
        default_factory=dict
    )  # keys of the folder that we do not know, given back on export
