"""Step 6: what each goal asks for, and which evidence serves it. Fit re-orders evidence; it never filters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from server.model import Goal, GoalKind, Interview, Language
from server.pipeline.evidence.gather import Found, Pool
from server.pipeline.evidence.pool import best_first
from server.pipeline.features.stems import stems
from server.pipeline.goals.advice import advise
from server.pipeline.goals.hints import Near, offer_hints
from server.pipeline.goals.kinds import guess_goal_kinds
from server.pipeline.goals.ten import Wanted, ten_for_each

Floats = npt.NDArray[np.float32]

# Typical spread of the parts over one interview's passages, measured once and frozen: scores of old passages stay put when a
# page is added.
PRIOR_SPREAD = 0.75
COSINE_SPREAD = 0.10
MEANING, KIND, WORDS, HINTS = 0.80, 0.45, 0.25, 0.60  # weights beside the prior's 1.0
DEFAULT_MINUTES = 8.0

# Signs that tend to serve a kind of goal.
AFFINITY: Mapping[GoalKind, frozenset[str]] = {
    GoalKind.EXPLORE: frozenset({"practice", "number", "opinion", "reason"}),
    GoalKind.FIND_WANT: frozenset({"change", "move", "reason", "opinion"}),
    GoalKind.DECIDE: frozenset({"move", "setback", "change", "reason", "money"}),
    GoalKind.BREAK_IN: frozenset({"move", "education", "mentor", "founded"}),
    GoalKind.SKILL: frozenset({"practice", "advice", "change", "mentor"}),
    GoalKind.ADVICE: frozenset({"advice", "opinion", "setback", "practice"}),
    GoalKind.ORGANISATION: frozenset({"we", "role", "number", "practice"}),
    GoalKind.GROW: frozenset({"move", "role", "mentor", "change"}),
    GoalKind.START: frozenset({"founded", "money", "number", "setback"}),
    GoalKind.MEET: frozenset({"mentor", "we", "award", "published"}),
    GoalKind.RELATIONSHIP: frozenset({"first_person", "opinion", "published"}),
}


@dataclass(frozen=True, slots=True)
class GoalMatch:
    """One goal: the guess at its kinds (best first, at least one), help with its wording, evidence indices best first.

    fit is one number a piece of evidence of the pool, higher is better; near is its cosine part alone, for "does anything here
    speak of this goal"; minutes is the goal's share of the booking. best are the ten to build questions on, goals side by side:
    varied, and drawn to what the seeker marked, where ranked is fit alone. hints are words of the pages that could be picked.
    """

    goal: Goal
    kinds: tuple[GoalKind, ...]
    advice: tuple[str, ...]
    ranked: tuple[int, ...]
    fit: Floats
    near: Floats
    minutes: float
    best: tuple[int, ...] = ()
    hints: tuple[str, ...] = ()


def match_goals(interview: Interview, pool: Pool, language: Language) -> tuple[GoalMatch, ...]:
    """Every goal, by priority, matched with the pool."""
    goals = sorted(interview.seeker.goals, key=lambda goal: goal.priority)
    if not goals:
        return ()
    vectors = language.embed([_query(goal) for goal in goals])
    minutes = share_minutes(goals, interview.meeting.minutes)
    words = frozenset(pool.held)
    matches = [
        _match(goal, vector, pool, share, words) for goal, vector, share in zip(goals, vectors, minutes, strict=True)
    ]
    wanted = [Wanted(one.goal, one.near, _signs(one.kinds[0], pool)) for one in matches]
    dealt = ten_for_each(interview, pool, wanted, language)
    offered = offer_hints(
        pool, [Near(one.goal, best, one.near) for one, best in zip(matches, dealt, strict=True)], language
    )
    return tuple(replace(one, best=best, hints=hints) for one, best, hints in zip(matches, dealt, offered, strict=True))


def kinds_of(goal: Goal) -> tuple[GoalKind, ...]:
    """What a goal asks for, best first: what the seeker says, then what its words suggest."""
    guessed = guess_goal_kinds(goal.text)
    return tuple(dict.fromkeys([goal.kind, *guessed])) if goal.kind else guessed


def share_minutes(goals: Sequence[Goal], booked: int) -> tuple[float, ...]:
    """Minutes a goal, scaled so that they sum to the booking; a goal without a weight gets the usual one."""
    wanted = [goal.minutes or DEFAULT_MINUTES for goal in goals]
    return tuple(round(minutes * booked / sum(wanted), 1) for minutes in wanted)


def _query(goal: Goal) -> str:
    return ". ".join([goal.text, *goal.hints])


def _match(goal: Goal, vector: Floats, pool: Pool, minutes: float, words: frozenset[str]) -> GoalMatch:
    kinds = kinds_of(goal)
    near = pool.contexts @ vector if len(pool.found) else np.zeros(0, np.float32)
    fit = pool.scores / PRIOR_SPREAD + MEANING * near / COSINE_SPREAD + _affinities(kinds, goal, pool)
    ranked = tuple(best_first(fit, lambda at: pool.found[at].evidence.id))
    return GoalMatch(goal, kinds, advise(goal, words), ranked, fit.astype(np.float32), near, minutes)


def _signs(kind: GoalKind, pool: Pool) -> Floats:
    """How many signs that serve a kind of goal each passage has, at most two."""
    return np.array(pool.each(_signs_of, kind), np.float32)


def _signs_of(one: Found, kind: GoalKind) -> int:
    """To meet people, that it names somebody is a sign, too."""
    return min(2, len(AFFINITY[kind] & one.marks.cues) + (kind is GoalKind.MEET and bool(one.evidence.slots.person)))


def _affinities(kinds: Sequence[GoalKind], goal: Goal, pool: Pool) -> Floats:
    told = WORDS * np.minimum(3, pool.shared(stems(goal.text)))
    told = told + HINTS * np.minimum(3, pool.shared(stems(" ".join(goal.hints))))
    return (KIND * _signs(kinds[0], pool) + told.astype(np.float32)).astype(np.float32)
