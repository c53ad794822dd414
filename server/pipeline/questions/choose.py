"""Choosing and ordering: goal 1 first, advice on me in time, somebody to meet next, a close; no tic, no page taking it all."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from server.model import GoalKind, Part, Tier
from server.pipeline.features.stems import stems
from server.pipeline.goals.match import GoalMatch
from server.pipeline.plan import ASKED, box_for
from server.pipeline.questions.drafts import Draft

KIND_FIRST, KIND_SECOND, KIND_NONE = 1.2, 0.6, -0.6
STRENGTH, PICKED = 3.5, 2.5
NEAR_GOAL = 8.0  # a question that has nothing to do with the goal it stands under is worse than none
SAME_THING = 1.5  # a goal that names what the seeker plans or shows is the goal that question serves
NEAR_ME = 10.0  # advice on my plan rests on what they say about such plans
MOVE_TWICE = 2
PARKED = 6
LEADING_GOALS = 3  # goals beyond three are parked


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

    def _wording(self, draft: Draft, match: GoalMatch | None, part: Part) -> str:
        chosen = [choice.draft for choice in self.choices]
        if any(set(draft.evidence) & set(other.evidence) and draft.move.part is other.move.part for other in chosen):
            return ""
        if sum(other.move.id == draft.move.id for other in chosen) >= (
            MOVE_TWICE if draft.move.part is Part.CORE else 1
        ):
            return ""
        if sum(other.candidate.found.clip.id == draft.candidate.found.clip.id for other in chosen) >= self.limit:
            return ""
        if "own_work" in draft.move.when and any("own_work" in other.move.when for other in chosen):
            return ""
        openings = Counter(_opening(choice.text) for choice in self.choices)
        used = Counter(other.move.id for other in chosen)[draft.move.id]
        turned = [*draft.wordings[used % len(draft.wordings) :], *draft.wordings[: used % len(draft.wordings)]]
        return next(
            (text for text in turned if openings[_opening(text)] < 1 and self.gate(text, draft, match, part)), ""
        )


def choose(
    drafts: Sequence[Draft],
    matches: Sequence[GoalMatch],
    minutes: int,
    gate: Callable[[str, Draft, GoalMatch | None, Part], bool],
) -> tuple[Choice, ...]:
    """The set for one talk, in the order to ask: opener, core, me, next, close; then what is parked.

    gate refuses a wording (the linter, what the pages already answer).
    """
    musts, shoulds = ASKED[box_for(minutes)]
    asked = musts + shoulds
    found = _Set(gate, limit=max(2, (asked + 1) // 2))
    leading = [match for match in matches if match.goal.priority <= LEADING_GOALS or match in matches[:LEADING_GOALS]]
    first = leading[0] if leading else None
    found.take(_ranked(drafts, first, lambda d: d.move.opener), Tier.MUST, Part.OPENER)
    found.take(_ranked(drafts, first, _is(Part.CORE)), Tier.MUST)
    found.take(_best_anywhere(drafts, leading, Part.ME), Tier.MUST)
    for at, match in enumerate(leading[1:]):
        if match.kinds[0] is not GoalKind.MEET and not _serves(found, match):
            found.take(_ranked(drafts, match, _is(Part.CORE)), Tier.MUST if at == 0 else Tier.SHOULD)
    found.take(_best_anywhere(drafts, leading, Part.ME), Tier.SHOULD)
    found.take(_ranked(drafts, _for_meeting(matches), _is(Part.NEXT)), Tier.SHOULD)
    _fill(found, drafts, leading, asked)
    found.take(_ranked(drafts, first, _is(Part.CLOSE)), Tier.SHOULD)
    for _ in range(PARKED):
        found.take(_best_anywhere(drafts, matches), Tier.PARKED)
    return _in_order(found.choices)


def score(draft: Draft, match: GoalMatch | None) -> float:
    """How good a draft is for a goal: the fit of its passage, the strength of its move, whether the move suits the goal."""
    kinds = match.kinds if match else ()
    suits = KIND_NONE
    if kinds and kinds[0] in draft.move.kinds:
        suits = KIND_FIRST
    elif set(kinds[1:3]) & set(draft.move.kinds):
        suits = KIND_SECOND
    fit = draft.candidate.found.score
    if match:
        fit = float(match.fit[draft.candidate.at]) + NEAR_GOAL * float(match.near[draft.candidate.at])
    if draft.move.part is Part.ME:
        fit += NEAR_ME * draft.candidate.near_me + (SAME_THING * _shared(draft, match) if match else 0.0)
    return fit + STRENGTH * draft.move.strength + suits + (PICKED if draft.candidate.found.picked else 0.0)


def _shared(draft: Draft, match: GoalMatch) -> int:
    """Content words that a goal shares with what the draft says of the seeker, at most three."""
    return min(3, len(stems(" ".join(draft.user_facts)) & stems(match.goal.text)))


def _is(part: Part) -> Callable[[Draft], bool]:
    return lambda draft: draft.move.part is part


def _ranked(
    drafts: Sequence[Draft], match: GoalMatch | None, keep: Callable[[Draft], bool]
) -> list[tuple[Draft, GoalMatch | None]]:
    kept = [draft for draft in drafts if keep(draft)]
    return [(draft, match) for draft in sorted(kept, key=lambda draft: (-score(draft, match), draft.key))]


def _best_anywhere(
    drafts: Sequence[Draft], matches: Sequence[GoalMatch], *parts: Part
) -> list[tuple[Draft, GoalMatch | None]]:
    """Drafts of these parts (core and me unless told), each under the goal it serves best."""
    goals: Sequence[GoalMatch | None] = matches or (None,)
    wanted = parts or (Part.CORE, Part.ME)
    pairs = [
        (draft, max(goals, key=lambda match: score(draft, match))) for draft in drafts if draft.move.part in wanted
    ]
    return sorted(pairs, key=lambda pair: (-score(*pair), pair[0].key))


def _fill(found: _Set, drafts: Sequence[Draft], leading: Sequence[GoalMatch], asked: int) -> None:
    """Up to the number of questions: goal 1 has at least two, then the best that is left."""
    if leading and sum(choice.match is leading[0] for choice in found.choices) < 2:
        found.take(_ranked(drafts, leading[0], _is(Part.CORE)), Tier.SHOULD)
    while len(found.choices) < asked and found.take(_best_anywhere(drafts, leading, Part.CORE), Tier.SHOULD):
        pass


def _serves(found: _Set, match: GoalMatch) -> bool:
    return any(choice.match is match for choice in found.choices)


def _for_meeting(matches: Sequence[GoalMatch]) -> GoalMatch | None:
    """The goal that looks for people, wherever it stands; else the last of the leading ones."""
    meeting = next((match for match in matches if match.kinds[0] is GoalKind.MEET), None)
    return meeting or (matches[-1] if matches else None)


def _opening(text: str) -> str:
    return " ".join(text.lower().split()[:3])


def _in_order(choices: Sequence[Choice]) -> tuple[Choice, ...]:
    parts = list(Part)
    asked = [choice for choice in choices if choice.tier is not Tier.PARKED]
    parked = [choice for choice in choices if choice.tier is Tier.PARKED]
    musts_first = sorted(asked, key=lambda choice: (parts.index(choice.part), choice.tier is not Tier.MUST))
    return (*musts_first, *parked)
