"""What the seeker brings: a plan, what they take for granted."""

import re

from server.pipeline.features.months import MONTH
from server.pipeline.features.stems import stems
from server.pipeline.questions.material.candidate import Candidate
from server.pipeline.questions.signs import WHEN

OF_ME = re.compile(r"^(?:I am|I'm)\b")
COUNTED = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half)\b")
A_DAY = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{MONTH})\b|\b(?:{MONTH}) \d{{1,2}}\b")
PLAN_LEAST = 4  # content words beside dates


def assumption_untold(one: Candidate) -> bool:
    """No page speaks of the very thing the seeker assumes."""
    return not one.assumption_told


def seeker_plan(one: Candidate) -> bool:
    """The seeker has a plan."""
    return bool(one.plan)


def seeker_assumption(one: Candidate) -> bool:
    """The seeker named an assumption."""
    return bool(one.assumption)


def plan_has_parts(one: Candidate) -> bool:
    """The plan says enough to be looked at: of "talk to a few users" nothing could break."""
    plan = one.plan_whole or one.plan_short
    return len(stems(plan) - WHEN) >= PLAN_LEAST or bool(COUNTED.search(A_DAY.sub("", plan)))


def seeker_moves_on(one: Candidate) -> bool:
    """What the seeker wants has to do with where they work: else a step of somebody's career is beside the point."""
    return one.moves_on


def assumes_of_me(one: Candidate) -> bool:
    """What the seeker takes for granted is about their own quality or taste."""
    return bool(OF_ME.search(one.assumption))


def assumes_of_others(one: Candidate) -> bool:
    """What the seeker takes for granted is how things go."""
    return not assumes_of_me(one)


def always(_: Candidate) -> bool:
    """No condition."""
    return True


PREDICATES = (
    assumption_untold,
    seeker_plan,
    seeker_assumption,
    plan_has_parts,
    seeker_moves_on,
    assumes_of_me,
    assumes_of_others,
    always,
)
