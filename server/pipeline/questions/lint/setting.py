"""What a question is linted against. Every field may be left out: a bare line can be linted too."""

from dataclasses import dataclass

from server.model import Part


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a question stands and what is known around it.

    goals: ids of the goals there are; goal: the one this question serves; goal_required: a question without one is an error.
    slot: 1 for the first question of the talk, more for later ones, 0 where nobody knows yet.
    own_words: words (lower case) the interviewee used of themselves; they may be used back.
    told: words (lower case) of the passage and of the facts of the seeker that this one question repeats.
    rare: rare stems of their pages. Empty: nobody has read pages, so nothing can be said about "could go to anyone".
    seeker: content stems of the seeker's own facts. titles: works of the interviewee, as the pages spell them.
    names: how the interviewee is called (naming them ties a question to nothing they did).
    capitals: abbreviations their pages use. topics: categories of private life that are their public work ("health").
    """

    goals: frozenset[str] = frozenset()
    goal: str = ""
    goal_required: bool = False
    slot: int = 0
    part: Part = Part.CORE
    own_words: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    rare: frozenset[str] = frozenset()
    seeker: frozenset[str] = frozenset()
    titles: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    capitals: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
