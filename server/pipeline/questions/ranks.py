"""How good each draft is for each goal, worked out once for all the times it is asked while a set is chosen."""

from collections.abc import Callable, Sequence
from enum import Enum

import numpy as np

from server.model import Part
from server.pipeline.features.stems import stems
from server.pipeline.goals.match import GoalMatch
from server.pipeline.questions.drafts import Draft
from server.pipeline.questions.signs import WHEN

KIND_FIRST, KIND_SECOND, KIND_ANY, KIND_NONE = 1.2, 0.6, 0.8, -2.0
STRENGTH, PICKED = 3.5, 2.5
NEAR_GOAL = 8.0  # a question that has nothing to do with the goal it stands under is worse than none
SAME_THING, SAME_MOST = 1.5, 3  # a goal that names what the seeker plans or shows is the goal that question serves
NEVER = -1e9  # a draft for one goal under another
NEAR_ME = 10.0  # advice on my plan rests on what they say about such plans
GOAL_ITSELF = 0.45  # what a goal asks in so many words is as near the seeker as the best such passages are


class Bar(Enum):
    """How near the goal a question has to be that is not marked.

    Of all passages, the part that is further from the goal than what may be asked for it: with a word in common, and without.
    """

    STRICT = (0.8, 0.95)
    LOOSE = (0.65, 0.94)  # where few are left, and what is asked invites a story of its own


Pair = tuple[Draft, GoalMatch | None]
Ranked = Sequence[Pair]


class Ranks:
    """All drafts held against all goals."""

    def __init__(self, drafts: Sequence[Draft], matches: Sequence[GoalMatch]) -> None:
        self.drafts = tuple(drafts)
        self._goals = {match.goal.id: _Goal(match) for match in matches}
        self._mine = {id(draft): stems(" ".join((*draft.user_facts, draft.candidate.found.note))) for draft in drafts}
        goals: list[GoalMatch | None] = [None, *matches]
        self._scores = {(id(draft), _id(match)): self._score(draft, match) for draft in drafts for match in goals}

    def for_goal(
        self, match: GoalMatch | None, keep: Callable[[Draft], bool], *, bar: Bar = Bar.STRICT, bound: bool = True
    ) -> Ranked:
        """The drafts to keep under one goal, best first; only those that have something to do with it, if bound."""
        kept = [
            draft
            for draft in self.drafts
            if keep(draft) and draft.goal in {"", _id(match)} and (not bound or self.serves(draft, match, bar=bar))
        ]
        return [(draft, match) for draft in sorted(kept, key=lambda draft: (-self.score(draft, match), draft.key))]

    def anywhere(self, matches: Sequence[GoalMatch], keep: Callable[[Draft], bool], *, bar: Bar = Bar.STRICT) -> Ranked:
        """The drafts to keep, each under the goal it suits best of those it serves, best first."""
        if not matches:
            return self.for_goal(None, keep)
        kept = [draft for draft in self.drafts if keep(draft)]
        served = ((draft, [match for match in matches if self.serves(draft, match, bar=bar)]) for draft in kept)
        pairs = [(draft, self._best_goal(draft, near)) for draft, near in served if near]
        return sorted(pairs, key=lambda pair: (-self.score(*pair), pair[0].key))

    def score(self, draft: Draft, match: GoalMatch | None) -> float:
        """How good a draft is for a goal: the fit of its passage, the strength of its move, whether the move suits the goal."""
        return self._scores[id(draft), _id(match)]

    def serves(self, draft: Draft, match: GoalMatch | None, *, bar: Bar = Bar.STRICT) -> bool:
        """What is not marked has to have something to do with the goal: a word in common, or much the same meaning."""
        if draft.goal:
            return match is None or draft.goal == match.goal.id
        asked_of_them = draft.evidence and draft.move.part in {Part.CORE, Part.NEXT}
        if match is None or draft.candidate.found.picked or not asked_of_them or draft.candidate.step:
            return True
        goal = self._goals[match.goal.id]
        shares = bool(goal.common & draft.candidate.found.marks.stems)
        return float(match.near[draft.candidate.at]) >= goal.bar(bar, shares=shares)

    def _best_goal(self, draft: Draft, matches: Sequence[GoalMatch]) -> GoalMatch | None:
        return max(matches, key=lambda match: self.score(draft, match), default=None)

    def _score(self, draft: Draft, match: GoalMatch | None) -> float:
        found = draft.candidate.found
        if draft.goal and draft.goal != _id(match):
            return NEVER
        fit = found.score
        if match:
            goal = self._goals[match.goal.id]
            fit = float(match.fit[draft.candidate.at]) + NEAR_GOAL * float(match.near[draft.candidate.at])
            fit += SAME_THING * min(SAME_MOST, len(self._mine[id(draft)] & goal.text))
        if draft.move.part is Part.ME and not found.picked:
            goal_itself = draft.goal and not draft.evidence
            fit += NEAR_ME * (GOAL_ITSELF if goal_itself else draft.candidate.near_me)
        return fit + STRENGTH * draft.move.strength + _suits(draft, match) + (PICKED if found.picked else 0.0)


class _Goal:
    """What is asked of one goal again and again."""

    def __init__(self, match: GoalMatch) -> None:
        self.text = stems(match.goal.text)
        self.common = (self.text | stems(" ".join(match.goal.hints))) - WHEN
        self._bars = {
            bar: np.quantile(match.near, bar.value) if len(match.near) else np.zeros(len(bar.value)) for bar in Bar
        }

    def bar(self, bar: Bar, *, shares: bool) -> float:
        """The cosine a passage has to reach. shares: it has a content word in common with the goal."""
        return float(self._bars[bar][0 if shares else 1])


def _id(match: GoalMatch | None) -> str:
    return match.goal.id if match else ""


def _suits(draft: Draft, match: GoalMatch | None) -> float:
    kinds = match.kinds if match else ()
    if not draft.move.kinds:
        return KIND_ANY
    if kinds and kinds[0] in draft.move.kinds:
        return KIND_FIRST
    return KIND_SECOND if set(kinds[1:3]) & set(draft.move.kinds) else KIND_NONE
