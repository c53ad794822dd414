"""What the pipeline finds and proposes. Names as in DESIGN's words; the export shows these same types."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from server.model.base import Frozen


class ClipStatus(StrEnum):
    """What became of a clip."""

    READING = "reading"
    TO_READ = "to_read"
    USED = "used"
    CONTEXT = "context"
    DUPLICATE = "duplicate"
    OTHER_PERSON = "other_person"
    NO_MENTION = "no_mention"
    THIN = "thin"
    UNREADABLE = "unreadable"
    UNSURE = "unsure"


class Voice(StrEnum):
    """Whose page it is, as far as this person is concerned."""

    OWN = "own"
    INTERVIEW = "interview"
    ABOUT = "about"
    EMPLOYER = "employer"
    DIRECTORY = "directory"
    COMMENT = "comment"


class SaidBy(StrEnum):
    """Who says a passage; decides how it may be used."""

    OWN = "own"  # their own words
    QUOTED = "quoted"  # their words as another page quotes them
    REPORTED = "reported"  # somebody else about them
    HOST = "host"  # the other person in an interview, or a commenter
    UNKNOWN = "unknown"

    @property
    def theirs(self) -> bool:
        """The interviewee's own words, on whosever page."""
        return self in {SaidBy.OWN, SaidBy.QUOTED}


class EvidenceKind(StrEnum):
    """A guess (right 46 % of the time when it was measured): never shown as fact."""

    ROLE = "role"
    MOVE = "move"
    FOUNDED = "founded"
    EDUCATION = "education"
    PUBLISHED = "published"
    OPINION = "opinion"
    ADVICE = "advice"
    SETBACK = "setback"
    NUMBER = "number"
    PREDICTION = "prediction"
    CHANGE_OF_MIND = "change_of_mind"
    AWARD = "award"
    PROJECT = "project"
    MENTOR = "mentor"
    PRACTICE = "practice"


class Standing(Frozen):
    """What a clip is to this interview, with the reason in words a person can act on."""

    clip_id: str
    status: ClipStatus
    voice: Voice = Voice.ABOUT
    reason: str = ""
    flags: tuple[str, ...] = ()
    duplicate_of: str | None = None


class Slots(Frozen):
    """What was read off a passage by rule. Empty where nothing was."""

    org: str = ""
    role: str = ""
    start: str = ""
    end: str = ""
    work: str = ""  # title of something they made
    number: str = ""
    verb: str = ""  # main verb of the first clause about them, as it stands
    person: str = ""  # somebody else who is named


class Evidence(Frozen):
    """A passage that says something about the interviewee. exact is verbatim in its extract's text at start:end."""

    id: str
    clip_id: str
    kind: EvidenceKind
    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int
    end: int
    said_by: SaidBy
    when: str = ""
    slots: Slots = Slots()
    link: str = ""


class BriefItem(Frozen):
    """One line of the brief and the passages (at most three) it rests on."""

    text: str
    evidence: tuple[str, ...] = ()
    when: str = ""


class BriefSection(Frozen):
    """A part of the brief; the first is the Card."""

    id: str
    title: str
    items: tuple[BriefItem, ...]


class Turn(Frozen):
    """A turning point: one line of the timeline."""

    start: str
    end: str = ""
    what: str
    org: str = ""
    evidence: tuple[str, ...]


class ConflictKind(StrEnum):
    """How two passages pull apart."""

    DISAGREEMENT = "disagreement"
    CHANGE_OF_MIND = "change_of_mind"
    THEN_AND_NOW = "then_and_now"


class Conflict(Frozen):
    """Passages to be read side by side."""

    about: str
    kind: ConflictKind
    evidence: tuple[str, ...]


class Answered(Frozen):
    """Something one would ask, and the passages that answer it."""

    question: str
    evidence: tuple[str, ...]


class Gap(Frozen):
    """What the pages do not tell, for a goal."""

    goal: str
    text: str


class Shape(Frozen):
    """A way of asking, half filled in, for the seeker to finish."""

    move: str
    text: str


class Card(Frozen):
    """One passage offered to the seeker."""

    evidence: str
    goals: tuple[str, ...]
    why: str
    shapes: tuple[Shape, ...]


class Tier(StrEnum):
    """Ask first, if time, another day."""

    MUST = "must"
    SHOULD = "should"
    PARKED = "parked"


class Part(StrEnum):
    """Where in the talk a question stands."""

    OPENER = "opener"
    CORE = "core"
    ME = "me"
    NEXT = "next"
    CLOSE = "close"


class Severity(StrEnum):
    """How much a finding of the linter matters."""

    ERROR = "error"
    WARN = "warn"
    INFO = "info"


class Finding(Frozen):
    """One thing the linter says about a question; span is [start, end) in the question as typed."""

    id: str
    severity: Severity
    span: tuple[int, int]
    message: str
    suggestion: str = ""


class AnsweredBy(Frozen):
    """A passage the question hangs on, verbatim; "answers" if it may answer it. fits: it truly speaks of what is asked."""

    clip_id: str
    exact: str
    score: float
    verdict: Literal["answers", "touches"]
    fits: bool = Field(default=True, exclude=True)  # for our own screens; the form of the list is a contract


class Checked(Frozen):
    """One question as typed, what the linter says, and the three passages it hangs on, best first.

    offers are wordings that could be said, built on those passages where they fit; where there is none, help says what would make
    it easier to answer. waits is what was asked besides, for another time. hint is the id of the one finding worth showing while
    somebody types, "" if none is.
    """

    question: str
    findings: tuple[Finding, ...]
    answered_by: tuple[AnsweredBy, ...]
    offers: tuple[str, ...] = ()
    waits: tuple[str, ...] = ()
    help: str = ""
    hint: str = ""


class Question(Frozen):
    """A question in priority order, with all that it rests on."""

    id: str
    rank: int = Field(ge=1)
    tier: Tier
    part: Part
    goal: str = ""
    move: str
    text: str
    evidence: tuple[str, ...] = ()
    user_facts: tuple[str, ...] = ()
    why: str = ""
    minutes: int
    probes: tuple[str, ...] = ()
    lint: tuple[Finding, ...] = ()
    edited: bool = False
    origin: Literal["embedded", "model", "seeker"] = "embedded"


class GoalView(Frozen):
    """A goal as the export shows it: kind is a guess unless kind_given, advice is help, evidence is ids, best first.

    kinds are all that its words suggest, best first, to change the guess to; hints_offered are words of the pages to pick.
    """

    id: str
    priority: int
    text: str
    kind: str
    minutes: float
    advice: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    kind_given: bool = False
    hints_offered: tuple[str, ...] = ()


class PlanBox(Frozen):
    """A rough stretch of the talk."""

    part: Part
    minutes: int
    questions: tuple[str, ...] = ()


class Plan(Frozen):
    """The conversation in rough boxes, with how it opens and closes."""

    minutes: int
    opening: tuple[str, ...]
    boxes: tuple[PlanBox, ...]
    close: tuple[str, ...]
