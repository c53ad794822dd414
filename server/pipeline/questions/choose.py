"""Choosing and ordering: what the seeker marked first, goal 1 before others, advice on me in time, somebody to meet next, a close.

No tic, no page taking it all; no question at all where nothing near the goals can be asked.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from server.model import GoalKind, Part, Tier
from server.pipeline.features.stems import stems
from server.pipeline.goals.match import GoalMatch
from server.pipeline.plan import ASKED, box_for
from server.pipeline.questions.alike import (
    SAME_WORDS,
    on_a_mark,
    opening,
    quotes,
    same_choice,
    same_mark,
    says_again,
    shape,
    tail,
)
from server.pipeline.questions.conditions.acts import light
from server.pipeline.questions.drafts import Draft
from server.pipeline.questions.ranks import Bar, Ranks
from server.pipeline.questions.signs import WHEN

LEAST = 4  # questions, below which even a weak one that serves a goal is asked
LEAST_OF_THEM = 2  # questions about them, below which a story may stand a little further from the goals
ENOUGH = 6  # questions, below which more is asked about the seeker
QUOTED_MOST = 3  # of what is asked, not counting marks: more sounds like a recital
MOVE_TWICE = 2
STEPS = 1  # in a set: said twice, "something similar" is a mould
PARKED = 6
IN_MY_PLACE = "in my place"  # kind once, a tic twice
LEADING_GOALS = 3  # goals beyond three are parked
# By minutes booked: marks asked about, questions on the seeker.
MARKS: Mapping[int, int] = {15: 1, 20: 2, 30: 3, 45: 4, 60: 5}
ADVICE: Mapping[int, int] = {15: 1, 20: 2, 30: 2, 45: 3, 60: 3}
LEAST_FOR_FIRST = 2


@dataclass(frozen=True, slots=True)
class Choice:
    """A draft chosen: its wording, the goal it serves, where it stands."""

    draft: Draft
    text: str
    match: GoalMatch | None
    part: Part
    tier: Tier


@dataclass
class _Set:
    """What has been chosen so far and what that forbids. Grows while one set is made; never leaves this module."""

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

    def raise_first(self, part: Part, match: GoalMatch | None = None) -> None:
        """The first of a part (that serves a goal, if told) must be asked."""
        fits = (choice.part is part and (match is None or choice.match is match) for choice in self.choices)
        at = next((at for at, fit in enumerate(fits) if fit), None)
        if at is not None:
            self.choices[at] = replace(self.choices[at], tier=Tier.MUST)

    def begin_with_core(self) -> bool:
        """The last light one of two or more questions about them opens the talk; False if there are fewer."""
        core = [at for at, choice in enumerate(self.choices) if choice.part is Part.CORE]
        if len(core) < LEAST_FOR_FIRST:
            return False
        easy = [at for at in core if light(self.choices[at].draft.candidate) and not self.choices[at].draft.move.filler]
        unmarked = [at for at in easy if not on_a_mark(self.choices[at].draft)]  # what weighs most is no warming up
        at = next(iter((*reversed(unmarked), *reversed(easy))), core[-1])
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
        twice = (
            draft.move.part is Part.CORE
            or on_a_mark(draft)
            or not {"wish_asks", "seeker_assumption"}.isdisjoint(draft.move.when)
        )
        most = MOVE_TWICE if twice else 1
        here = draft.candidate.found
        return (
            any(set(draft.evidence) & set(other.evidence) for other in chosen)
            or any(set(draft.user_facts) & set(other.user_facts) for other in chosen)
            or sum(other.move.id == draft.move.id for other in chosen) >= most
            or (
                bool(draft.evidence)
                and sum(other.candidate.found.clip.id == here.clip.id for other in chosen) >= self.limit
            )
            or (
                bool(draft.evidence) and here.picked and any(same_mark(here, other.candidate.found) for other in chosen)
            )
            or (_on_a_step(draft) and sum(map(_on_a_step, chosen)) >= STEPS)
            or any(says_again(draft, other) or same_choice(draft, other) for other in chosen)
            or (quotes(draft) and sum(quotes(other) for other in chosen) >= QUOTED_MOST)
        )


def choose(
    drafts: Sequence[Draft],
    matches: Sequence[GoalMatch],
    minutes: int,
    gate: Callable[[str, Draft, GoalMatch | None, Part], bool],
    turn: int = 0,
) -> tuple[Choice, ...]:
    """The set for one talk, in the order to ask: opener, core, me, next, close; then what is parked.

    gate refuses a wording (the linter, what the pages already answer). turn is how many interviews the same person prepared before:
    wordings take turns, so that nobody asks everybody the same.
    """
    length = box_for(minutes)
    asked, advice = sum(ASKED[length]), ADVICE[length]
    found = _Set(gate, limit=max(2, asked * 3 // 7), turn=turn)
    leading = [match for match in matches if match.goal.priority <= LEADING_GOALS or match in matches[:LEADING_GOALS]]
    first = leading[0] if leading else None
    ranks = Ranks(drafts, matches)
    _take_marks(found, ranks, leading, length)
    _take_steps(found, ranks, leading)
    _take_opener(found, ranks, first)
    if not any(choice.match is first for choice in found.choices if choice.part is Part.CORE):
        _ = found.take(ranks.for_goal(first, _strong), Tier.MUST)
    found.raise_first(Part.CORE, first)
    if first and first.kinds[0] is not GoalKind.MEET:
        found.take(ranks.for_goal(first, _on_a_goal), Tier.SHOULD if found.count(Part.ME) else Tier.MUST)
    while found.count(Part.ME) < advice:
        tier = Tier.SHOULD if found.count(Part.ME) else Tier.MUST
        if not found.take(ranks.anywhere(leading, _is(Part.ME)), tier):
            break
    for match in leading[1:]:
        open_ = len(found.choices) < asked and not _serves(found, match)
        if open_ and match.kinds[0] is not GoalKind.MEET:
            _ = any(
                found.take(ranks.for_goal(match, keep), Tier.SHOULD)
                for keep in (_strong, _on_a_goal, _on_what_is_mine(match))
            )
    found.take(ranks.for_goal(_for_meeting(matches), _is(Part.NEXT)), Tier.SHOULD)
    _fill(found, ranks, leading, asked)
    _ = found.count(Part.OPENER) or found.begin_with_core()
    found.take(ranks.for_goal(first, _is(Part.CLOSE)), Tier.SHOULD)
    parked = ranks.anywhere(matches, _is(Part.CORE, Part.ME))
    for _ in range(PARKED):
        found.take(parked, Tier.PARKED)
    return _in_order(found.choices)


def _is(*parts: Part) -> Callable[[Draft], bool]:
    return lambda draft: draft.move.part in parts


def _on_a_step(draft: Draft) -> bool:
    """It asks of a step they took."""
    return bool(draft.candidate.step)


def _on_a_goal(draft: Draft) -> bool:
    """It rests on a goal alone."""
    return bool(draft.goal) and not draft.candidate.step


def _on_what_is_mine(match: GoalMatch) -> Callable[[Draft], bool]:
    """About something of the seeker's that the goal speaks of: the plan that advice is wanted on."""
    wanted = stems(match.goal.text) - WHEN
    return lambda draft: draft.move.part is Part.ME and len(stems(_brought(draft)) & wanted) >= SAME_WORDS


def _brought(draft: Draft) -> str:
    """What it says of the seeker, with the whole of a plan of which it says the first step."""
    plan = draft.candidate.plan if "seeker_plan" in draft.move.when else ""
    return " ".join((*draft.user_facts, plan))


def _strong(draft: Draft) -> bool:
    """About them, and worth asking for its own sake."""
    return draft.move.part is Part.CORE and not draft.move.filler


def _invites_a_story(draft: Draft) -> bool:
    """About them, and a story by itself."""
    return draft.move.story


def _take_marks(found: _Set, ranks: Ranks, leading: Sequence[GoalMatch], length: int) -> None:
    """One question a mark of the seeker's; hardly more on the seeker than the length of the talk has room for."""
    marked = ranks.anywhere(leading, lambda draft: on_a_mark(draft) and not draft.move.filler)
    for _ in range(MARKS[length]):
        open_ = [pair for pair in marked if pair[0].move.part is Part.CORE or found.count(Part.ME) <= ADVICE[length]]
        if not found.take(open_, Tier.SHOULD):
            break
    for part in (Part.CORE, Part.ME):
        found.raise_first(part)


def _take_steps(found: _Set, ranks: Ranks, leading: Sequence[GoalMatch]) -> None:
    """The step they took that the seeker has ahead of them: nobody else can be asked that."""
    for match in leading:
        _ = found.take(ranks.for_goal(match, _on_a_step), Tier.SHOULD)


def _take_opener(found: _Set, ranks: Ranks, first: GoalMatch | None) -> None:
    """Something light to begin with: an act near goal 1. Else one of the questions asked about them anyway will open the talk.

    Nothing where neither is: a step of their career that serves no goal opens no talk.
    """
    near, nearly = ranks.for_goal(first, _opens), ranks.for_goal(first, _opens_with_a_story, bar=Bar.LOOSE)
    _ = (
        found.take(near, Tier.MUST, Part.OPENER)
        or found.begin_with_core()
        or found.take(nearly, Tier.MUST, Part.OPENER)
    )


def _opens(draft: Draft) -> bool:
    strong = draft.move.opener and not draft.move.filler
    return strong and not draft.candidate.found.picked and light(draft.candidate)


def _opens_with_a_story(draft: Draft) -> bool:
    return _opens(draft) and draft.move.story


def _fill(found: _Set, ranks: Ranks, leading: Sequence[GoalMatch], asked: int) -> None:
    """Up to the number of questions: goal 1 has at least two, then the best that is left that serves a goal; a goal itself rather than what serves none."""
    if leading and sum(choice.match is leading[0] for choice in found.choices) < LEAST_FOR_FIRST:
        found.take(ranks.for_goal(leading[0], _strong), Tier.SHOULD)
    strong = ranks.anywhere(leading, _strong)
    while len(found.choices) < asked and found.take(strong, Tier.SHOULD):
        pass
    stories = ranks.anywhere(leading, _invites_a_story, bar=Bar.LOOSE)
    while found.count(Part.OPENER) + found.count(Part.CORE) < LEAST_OF_THEM and found.take(stories, Tier.SHOULD):
        pass
    for most, keep in ((min(asked, ENOUGH), _is(Part.ME)), (min(asked, LEAST), _is(Part.CORE))):
        pairs = ranks.anywhere(leading, keep)
        while len(found.choices) < most and found.take(pairs, Tier.SHOULD):
            pass


def _serves(found: _Set, match: GoalMatch) -> bool:
    return any(choice.match is match for choice in found.choices)


def _for_meeting(matches: Sequence[GoalMatch]) -> GoalMatch | None:
    """The goal that looks for people, wherever it stands; else the first."""
    meeting = next((match for match in matches if match.kinds[0] is GoalKind.MEET), None)
    return meeting or (matches[0] if matches else None)


def _rotated(draft: Draft, turn: int) -> tuple[str, ...]:
    """The wordings, starting with another form of the move each turn."""
    forms = len(draft.move.ask)
    start = (turn % forms) * (len(draft.wordings) // forms)
    return (*draft.wordings[start:], *draft.wordings[:start])


def _in_order(choices: Sequence[Choice]) -> tuple[Choice, ...]:
    parts = list(Part)
    asked = [choice for choice in choices if choice.tier is not Tier.PARKED]
    parked = [choice for choice in choices if choice.tier is Tier.PARKED]
    musts_first = sorted(asked, key=lambda choice: (parts.index(choice.part), choice.tier is not Tier.MUST))
    return (*musts_first, *parked)
