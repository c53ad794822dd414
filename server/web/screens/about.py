"""What can be told about a talk and about oneself, all of it optional, as boxes to fill."""

from dataclasses import dataclass

from server.model import Document, Goal, GoalKind, GoalView, Interview
from server.pipeline.export.faces.view import clean
from server.web.when import When, shown

KINDS = {
    GoalKind.EXPLORE: "get to know a field",
    GoalKind.FIND_WANT: "find out what you want",
    GoalKind.DECIDE: "decide something",
    GoalKind.BREAK_IN: "get into something new",
    GoalKind.SKILL: "learn how it is done",
    GoalKind.ADVICE: "advice on something of yours",
    GoalKind.ORGANISATION: "get to know a place to work",
    GoalKind.GROW: "get further where you are",
    GoalKind.START: "start something of your own",
    GoalKind.MEET: "meet others",
    GoalKind.RELATIONSHIP: "keep in touch",
}
GUESS = ""  # what stands for "we guess" among the kinds
A_LINE = 38  # characters of a box in a narrow window


@dataclass(frozen=True, slots=True)
class KindChoice:
    """A kind a want can be of."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Hint:
    """A word to look for in the pages, and whether it is picked."""

    word: str
    picked: bool


@dataclass(frozen=True, slots=True)
class WantBoxes:
    """One want: its words, help with them, what it asks for, and words to pick. up, down: whether it can move so.

    rows: lines its box takes where the browser cannot tell by itself.
    """

    id: str
    number: int
    text: str
    rows: int
    advice: tuple[str, ...]
    kinds: tuple[KindChoice, ...]
    hints: tuple[Hint, ...]
    up: bool
    down: bool


@dataclass(frozen=True, slots=True)
class About:
    """All boxes of the screen."""

    id: str
    name: str
    first_name: str
    headline: str
    aliases: str
    when: When
    minutes: int
    format: str
    referrer: str
    wants: tuple[WantBoxes, ...]
    others: tuple[str, ...]
    background: str
    plan: str
    assumptions: str
    show: str


def about(interview_id: str, told: Interview, document: Document, others: tuple[str, ...]) -> About:
    """The screen of what is told, with help from the document. others: wants they had of other people."""
    person, seeker = told.interviewee, told.seeker
    views = {goal.id: goal for goal in document.goals}
    goals = sorted(seeker.goals, key=lambda goal: goal.priority)
    return About(
        id=interview_id,
        name=person.name,
        first_name=clean(person.first_name),
        headline=person.headline,
        aliases=", ".join(person.aliases),
        when=shown(told.meeting.start),
        minutes=told.meeting.minutes,
        format=told.meeting.format,
        referrer=told.referrer,
        wants=tuple(_want(at, goal, views.get(goal.id), len(goals)) for at, goal in enumerate(goals, 1)),
        others=others,
        background=seeker.background,
        plan=seeker.plan,
        assumptions="\n".join(seeker.assumptions),
        show="\n".join(seeker.show),
    )


def _want(number: int, goal: Goal, view: GoalView | None, count: int) -> WantBoxes:
    offered = view.hints_offered if view else ()
    return WantBoxes(
        id=goal.id,
        number=number,
        text=goal.text,
        rows=max(2, -(-len(goal.text) // A_LINE)),
        advice=view.advice if view else (),
        kinds=_kinds(goal, view),
        hints=tuple(Hint(word, word in goal.hints) for word in dict.fromkeys((*goal.hints, *offered))),
        up=number > 1,
        down=number < count,
    )


def _kinds(goal: Goal, view: GoalView | None) -> tuple[KindChoice, ...]:
    """First what we guess, then all kinds."""
    guess = KINDS.get(GoalKind(view.kind)) if view and not view.kind_given else None
    label = f"Our guess: {guess}" if guess else "Guess it from the words"
    first = KindChoice(GUESS, label, chosen=goal.kind is None)
    return (first, *(KindChoice(kind.value, words, chosen=goal.kind is kind) for kind, words in KINDS.items()))
