"""What the bank holds: ways of asking, whole and half, and what to ask next."""

from dataclasses import dataclass
from enum import StrEnum

from server.model import GoalKind, Part


class RestsOn(StrEnum):
    """What a question rests on, and so what it cites and whom it is made for.

    PASSAGE: a passage of theirs, cited. GOAL: one goal of the seeker's, for which alone it is made; no passage. BOTH: a passage that one
    goal is held beside, or gone on from; cited, and made for that goal alone. SEEKER: what they plan, assume, could show or look for; a
    passage is cited only where it shares the matter of what is told of them.
    """

    PASSAGE = "passage"
    GOAL = "goal"
    BOTH = "both"
    SEEKER = "seeker"


@dataclass(frozen=True, slots=True)
class Move:
    """A way of asking. kinds are the goals it serves, none: any."""

    id: str
    part: Part
    rests_on: RestsOn
    minutes: int
    kinds: tuple[GoalKind, ...]
    when: tuple[str, ...]
    ask: tuple[str, ...]
    probes: tuple[str, ...]
    strength: float
    opener: bool = False
    filler: bool = False  # asked only where too few others are left
    story: bool = (
        False  # asks for one story: where many others are missing, it may stand a little further from the goals
    )
    twice: bool = False  # may stand twice in a set though it is about the seeker: each time for another goal
    open_choice: bool = False  # it puts to them what the seeker has still to decide


@dataclass(frozen=True, slots=True)
class HalfMove:
    """A way of asking for the seeker to finish: signs are what a passage has to show for it."""

    move: str
    signs: frozenset[str]
    text: str


@dataclass(frozen=True, slots=True)
class Probes:
    """What to ask next after a question that asks with one of some words."""

    asks: tuple[str, ...]
    then: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bank:
    """All moves, all shapes and all probes for the seeker's own questions, in the order of their files."""

    moves: tuple[Move, ...]
    shapes: tuple[HalfMove, ...] = ()
    probes: tuple[Probes, ...] = ()
