"""All slots that a wording may name."""

from collections.abc import Callable, Mapping

from server.pipeline.evidence.gather import Found
from server.pipeline.questions.letters import capital, small_first
from server.pipeline.questions.material.candidate import Candidate
from server.pipeline.questions.material.candidates import said
from server.pipeline.questions.material.facts import can_lose_one, is_several, named_thing, shown
from server.pipeline.questions.material.leads import said_role
from server.pipeline.questions.material.wanted import wanted
from server.pipeline.questions.signs import DATED
from server.pipeline.questions.slots.slot import Fact, Slot, Source

WEIGHING, AHEAD = "I'm weighing something similar", "I have something similar ahead of me"
MAY_WANT = "I may want that way back one day"  # what one goes back to is left first


def _page(fill: Callable[[Candidate], str], earlier: Callable[[Candidate], Found | None] | None = None) -> Slot:
    return Slot(Source.PASSAGE, _one(fill), earlier=earlier)


def _note(fill: Callable[[Candidate], str], fact: Fact) -> Slot:
    return Slot(Source.NOTE, _one(fill), fact, leads=True)


def _goal(fill: Callable[[Candidate], str], fact: Fact | None = None) -> Slot:
    return Slot(Source.GOAL, _one(fill), fact)


def _mine(fill: Callable[[Candidate], str], fact: Fact | None = None) -> Slot:
    return Slot(Source.SEEKER, _one(fill), fact)


def _one(fill: Callable[[Candidate], str]) -> Callable[[Candidate], tuple[str, ...]]:
    return lambda one: (text,) if (text := fill(one)) else ()


def _twin(one: Candidate) -> Found | None:
    return one.twin.found if one.twin else None


def _year(one: Candidate) -> str:
    slots = one.found.evidence.slots
    return slots.start[:4] if slots.role else one.year


def _ahead(one: Candidate) -> str:
    """Half a clause that sets the seeker beside a step they took; "" where there is none."""
    if not one.step:
        return ""
    return MAY_WANT if one.step == "going_back" else WEIGHING if one.step_weighed else AHEAD


def _later_act(one: Candidate) -> str:
    """The later act as the second half of a sentence, with its year unless it says when itself."""
    act = one.act_after
    if act is None:
        return ""
    small = small_first(act.turn)
    return small if DATED.search(act.turn) or not small.startswith("you ") else f"in {act.year} {small}"


SLOTS: Mapping[str, Slot] = {
    # what they did and said, as a sentence that brings it in
    "did": Slot(Source.PASSAGE, lambda one: one.act_leads, leads=True),
    "they_said": Slot(Source.PASSAGE, lambda one: one.mark_leads or one.quote_leads, leads=True, quotes=True),
    "marked": Slot(Source.PASSAGE, lambda one: one.mark_leads, leads=True),
    "quote": Slot(Source.PASSAGE, _one(lambda one: one.quote), leads=True, quotes=True),
    # what else their pages give
    "said": _page(lambda one: said(one.found)),
    "year": _page(_year),
    "org": _page(lambda one: one.found.evidence.slots.org),
    "role": _page(lambda one: said_role(one.found.evidence.slots.role)),
    "how_did": _page(lambda one: one.how_did),
    "org_before": _page(lambda one: one.before.evidence.slots.org if one.before else "", lambda one: one.before),
    "role_before": _page(
        lambda one: said_role(one.before.evidence.slots.role) if one.before else "", lambda one: one.before
    ),
    "quote_then": _page(lambda one: one.twin.quote if one.twin else "", _twin),
    "year_then": _page(lambda one: one.twin.year if one.twin else "", _twin),
    "said_then": _page(lambda one: said(one.twin.found) if one.twin else "", _twin),
    "act_after": Slot(
        Source.PASSAGE, _one(_later_act), later=lambda one: one.act_after.found if one.act_after else None
    ),
    # what the seeker noted beside it
    "wonder": _note(lambda one: one.noted.wonder, Fact.WONDER),
    "in_case": _note(lambda one: one.noted.in_case, Fact.IN_CASE),
    "because": _note(lambda one: one.noted.because, Fact.IN_CASE),
    "retell": _note(lambda one: one.noted.retell, Fact.RETELL),
    "reading": _note(lambda one: one.noted.reading, Fact.READING),
    "case": _note(lambda one: capital(one.noted.case), Fact.CASE),
    "doubt": _note(lambda one: one.noted.doubt, Fact.DOUBT),
    # one goal of the seeker's
    "wish": Slot(Source.GOAL, lambda one: one.wishes, Fact.WISH),
    "straight": _goal(lambda one: one.goal_straight, Fact.STRAIGHT),
    "trying_to": _goal(lambda one: wanted(one.goal_act)["trying_to"], Fact.ACT),
    "wanting_to": _goal(lambda one: wanted(one.goal_act)["wanting_to"], Fact.ACT),
    "not_knowing": _goal(lambda one: wanted(one.goal_act)["not_knowing"], Fact.ACT),
    "goal_question": _goal(lambda one: one.goal_question, Fact.QUESTION),
    "goal_read": _goal(lambda one: one.goal_read),
    "page_asked": _goal(lambda one: one.page_asked),
    "step": _goal(lambda one: one.step_told),
    "ahead": _goal(_ahead),
    # what else the seeker typed
    "plan_short": _mine(lambda one: one.plan_short, Fact.PLAN),
    "plan_whole": _mine(lambda one: one.plan_whole, Fact.PLAN),
    "assumption": _mine(lambda one: one.assumption, Fact.ASSUMPTION),
    "show": _mine(lambda one: one.show, Fact.SHOW),
    "my_show": _mine(lambda one: "" if can_lose_one(one.show) else named_thing(one.show), Fact.SHOW),
    "shown": _mine(lambda one: shown(one.show) if can_lose_one(one.show) else "", Fact.SHOW),
    "in_it": _mine(lambda one: ("in them" if is_several(one.show) else "in it") if one.show else ""),
    "who": _mine(lambda one: one.who),
}
