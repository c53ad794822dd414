"""Kinds of drafts that a set looks for: about a step, about a goal, about what is the seeker's, a story, something light to begin with."""

from collections.abc import Callable, Sequence

from server.model import Part
from server.pipeline.features.stems import stems
from server.pipeline.goals.match import GoalMatch
from server.pipeline.questions.alike import SAME_WORDS
from server.pipeline.questions.bank import RestsOn
from server.pipeline.questions.conditions.acts import light
from server.pipeline.questions.drafts import Draft
from server.pipeline.questions.material.feedback import wants_a_look
from server.pipeline.questions.signs import COUNTS, WHEN
from server.pipeline.questions.slots import Fact, tells


def without_said_better(drafts: Sequence[Draft]) -> list[Draft]:
    """Without what is asked of a thing shown in general, where a goal says what it wants to know of that very thing."""
    asked = [stems(_brought(one)) for one in drafts if one.goal and Fact.SHOW in tells(one.move.ask)]

    def general(one: Draft) -> bool:
        thing = stems(_brought(one))
        on_it = not one.goal and one.move.rests_on is RestsOn.SEEKER and Fact.SHOW in tells(one.move.ask)
        return on_it and any(thing <= known or known <= thing for known in asked)

    return [one for one in drafts if not general(one)]


def in_part(*parts: Part) -> Callable[[Draft], bool]:
    """Its move stands in one of these parts of the talk."""
    return lambda draft: draft.move.part in parts


def on_a_step(draft: Draft) -> bool:
    """It asks of a step they took."""
    return bool(draft.candidate.step)


def on_a_goal(draft: Draft) -> bool:
    """It rests on a goal alone."""
    return bool(draft.goal) and not draft.candidate.step


def asks_them(draft: Draft) -> bool:
    """It rests on a goal alone, and asks something of them."""
    return on_a_goal(draft) and draft.move.part is Part.CORE


def on_what_is_mine(match: GoalMatch) -> Callable[[Draft], bool]:
    """About something of the seeker's that the goal speaks of: the plan that advice is wanted on."""
    wanted = stems(match.goal.text) - WHEN - COUNTS
    looked_at = wants_a_look(match.goal)

    def speaks_of_it(draft: Draft) -> bool:
        shown = looked_at and Fact.SHOW in tells(draft.move.ask)
        shared = len(stems(_brought(draft)) & wanted)
        return draft.move.part is Part.ME and shared >= (1 if shown else SAME_WORDS)

    return speaks_of_it


def worth_asking(draft: Draft) -> bool:
    """About them, and worth asking for its own sake."""
    return draft.move.part is Part.CORE and not draft.move.filler


def invites_a_story(draft: Draft) -> bool:
    """About them, and a story by itself."""
    return draft.move.story


def opens(draft: Draft) -> bool:
    """Something light to begin with, that the seeker did not mark."""
    strong = draft.move.opener and not draft.move.filler
    return strong and not draft.candidate.found.picked and light(draft.candidate)


def opens_with_a_story(draft: Draft) -> bool:
    """Something light to begin with, and a story by itself."""
    return opens(draft) and draft.move.story


def _brought(draft: Draft) -> str:
    """What it says of the seeker, with the whole of a plan of which it says the first step."""
    plan = draft.candidate.plan if Fact.PLAN in tells(draft.move.ask) else ""
    return " ".join((*draft.user_facts, plan))
