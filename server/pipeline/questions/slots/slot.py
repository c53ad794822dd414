"""What a slot of a wording is: what fills it, where that comes from, what of the seeker's it tells."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from server.pipeline.evidence.gather import Found
from server.pipeline.questions.material.candidate import Candidate


class Source(Enum):
    """Where what fills a slot comes from."""

    PASSAGE = auto()
    NOTE = auto()  # what the seeker scribbled beside a passage
    GOAL = auto()  # one goal put into words, or held beside a passage: filled in for that goal alone
    SEEKER = auto()


class Fact(Enum):
    """What of the seeker's a question can tell, in the order in which it is named with the question."""

    WISH = auto()
    STRAIGHT = auto()
    ACT = auto()
    QUESTION = auto()
    CASE = auto()
    WONDER = auto()
    IN_CASE = auto()
    RETELL = auto()
    READING = auto()
    DOUBT = auto()
    PLAN = auto()
    ASSUMPTION = auto()
    SHOW = auto()


FACTS: Mapping[Fact, Callable[[Candidate], str]] = {
    Fact.WISH: lambda one: one.wish,
    Fact.STRAIGHT: lambda one: one.goal_straight,
    Fact.ACT: lambda one: one.goal_act,
    Fact.QUESTION: lambda one: one.goal_question,
    Fact.CASE: lambda one: one.noted.case,
    Fact.WONDER: lambda one: one.noted.wonder,
    Fact.IN_CASE: lambda one: one.noted.in_case,
    Fact.RETELL: lambda one: one.noted.retell,
    Fact.READING: lambda one: one.noted.reading,
    Fact.DOUBT: lambda one: one.noted.doubt,
    Fact.PLAN: lambda one: (one.plan_short or one.plan_whole).removeprefix("to ") or one.plan,
    Fact.ASSUMPTION: lambda one: one.assumption,
    Fact.SHOW: lambda one: one.show,
}


@dataclass(frozen=True, slots=True)
class Slot:
    """fill gives all that can stand there, the best first. tells: the fact of the seeker's that it says.

    leads: a question that has it starts from their words, act or a note on them; quotes: it brings in their words. earlier and later:
    another piece of evidence that it says something of, told before or after the passage itself.
    """

    source: Source
    fill: Callable[[Candidate], Iterable[str]]
    tells: Fact | None = None
    leads: bool = False
    quotes: bool = False
    earlier: Callable[[Candidate], Found | None] | None = None
    later: Callable[[Candidate], Found | None] | None = None
