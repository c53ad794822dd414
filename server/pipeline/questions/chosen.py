"""The set of questions while it is being made: what has been chosen so far, and what may no longer be chosen beside it."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from server.model import Part, Tier
from server.pipeline.goals.match import GoalMatch
from server.pipeline.questions.alike import on_a_mark, opening, quotes, same_choice, same_mark, says_again, shape, tail
from server.pipeline.questions.conditions.acts import light
from server.pipeline.questions.draft_kinds import on_a_step
from server.pipeline.questions.drafts import Draft

QUOTED_MOST = 3  # of what is asked, not counting marks: more sounds like a recital
MOVE_TWICE = 2
STEPS = 1  # in a set: said twice, "something similar" is a mould
IN_MY_PLACE = "in my place"  # kind once, a tic twice
LEAST_TO_OPEN = 2  # questions about them, below which none of them is taken to open the talk


@dataclass(frozen=True, slots=True)
class Choice:
    """A draft chosen: its wording, the goal it serves, where it stands."""

    draft: Draft
    text: str
    match: GoalMatch | None
    part: Part
    tier: Tier


@dataclass
class ChosenSet:
    """What has been chosen so far and what that forbids. Grows while one set is made, for `choose` alone."""

    gate: Callable[[str, Draft, GoalMatch | None, Part], bool]
    limit: int
    turn: int = 0
    choices: list[Choice] = field(default_factory=list)

    def take(self, drafts: Iterable[tuple[Draft, GoalMatch | None]], tier: Tier, part: Part | None = None) -> bool:
        """Take the first draft that may still be taken, in its move's part unless another is given; False if none may."""
        for draft, match in drafts:
            place = part or draft.move.part
            text = self._wording(draft, match, place)
            if text:
                self.choices.append(Choice(draft, text, match, place, tier))
                return True
        return False

    def raise_first(self, part: Part, match: GoalMatch | None = None) -> bool:
        """The first of a part (that serves a goal, if told) must be asked; False if there is none."""
        fits = (choice.part is part and (match is None or choice.match is match) for choice in self.choices)
        at = next((at for at, fit in enumerate(fits) if fit), None)
        if at is not None:
            self.choices[at] = replace(self.choices[at], tier=Tier.MUST)
        return at is not None

    def begin_with_core(self) -> bool:
        """The last light one of two or more questions about them opens the talk; False if there are fewer, or none is light."""
        core = [at for at, choice in enumerate(self.choices) if choice.part is Part.CORE]
        if len(core) < LEAST_TO_OPEN:
            return False
        easy = [at for at in core if light(self.choices[at].draft.candidate) and not self.choices[at].draft.move.filler]
        unmarked = [at for at in easy if not on_a_mark(self.choices[at].draft)]  # what weighs most is no warming up
        at = next(iter((*reversed(unmarked), *reversed(easy))), None)
        if at is None:
            return False
        self.choices[at] = replace(self.choices[at], part=Part.OPENER, tier=Tier.MUST)
        return True

    def count(self, part: Part) -> int:
        """How many stand in a part so far."""
        return sum(choice.part is part for choice in self.choices)

    def _wording(self, draft: Draft, match: GoalMatch | None, part: Part) -> str:
        if self._forbids(draft):
            return ""
        openings = {opening(choice.text) for choice in self.choices}
        shapes = Counter(shape(choice.text) for choice in self.choices)
        tails = {tail(choice.text) for choice in self.choices}
        worn = any(IN_MY_PLACE in choice.text for choice in self.choices)
        fresh = [
            text
            for text in _rotated(draft, self.turn)
            if opening(text) not in openings and tail(text) not in tails and not (worn and IN_MY_PLACE in text)
        ]
        in_turn = sorted(fresh, key=lambda text: shapes[shape(text)])
        return next((text for text in in_turn if self.gate(text, draft, match, part)), "")

    def _forbids(self, draft: Draft) -> bool:
        chosen = [choice.draft for choice in self.choices]
        twice = draft.move.twice or draft.move.part is Part.CORE or on_a_mark(draft)
        most = MOVE_TWICE if twice else 1
        here, resting = draft.candidate.found, [other for other in chosen if other.evidence]
        return (
            any(set(draft.evidence) & set(other.evidence) for other in chosen)
            or any(set(draft.user_facts) & set(other.user_facts) for other in chosen)
            or sum(other.move.id == draft.move.id for other in chosen) >= most
            or (
                bool(draft.evidence)
                and sum(other.candidate.found.clip.id == here.clip.id for other in resting) >= self.limit
            )
            or (
                bool(draft.evidence)
                and here.picked
                and any(same_mark(here, other.candidate.found) for other in resting)
            )
            or (on_a_step(draft) and sum(map(on_a_step, chosen)) >= STEPS)
            or any(says_again(draft, other) or same_choice(draft, other) for other in chosen)
            or (quotes(draft) and sum(quotes(other) for other in chosen) >= QUOTED_MOST)
        )


def _rotated(draft: Draft, turn: int) -> tuple[str, ...]:
    """The wordings, starting with another form of the move each turn, of those that have any."""
    start = draft.begins[turn % len(draft.begins)]
    return (*draft.wordings[start:], *draft.wordings[:start])
