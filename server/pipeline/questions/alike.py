"""When two questions are too much alike for one talk: the same mark, the same goal, the same beginning or end."""

import re

from server.model import Part
from server.pipeline.evidence.gather import Found
from server.pipeline.features.stems import stems
from server.pipeline.questions.drafts import Draft
from server.pipeline.questions.signs import WHEN
from server.pipeline.questions.slots import Fact, slots_of, tells

# Content words in common from which two facts of the seeker's are one, and the part of the shorter they are; a step is told, not the fact in full.
SAME_WORDS, MOSTLY, BESIDE_A_STEP = 2, 0.6, 0.7
FRAME = stems(
    "tell like find want decide try work out see know wonder good any"
)  # words a wish or a question is put with
SAYS_YES = re.compile(r"(?:to )?(?:say (?:yes|no)|accept|decline|turn (?:it|them) down)\b")
QUOTED = re.compile(r"“[^”]*”")


def same_mark(one: Found, other: Found) -> bool:
    """A mark may span two passages; it is asked about once."""
    return other.picked and one.clip.id == other.clip.id


def on_a_mark(draft: Draft) -> bool:
    """It starts from what the seeker marked."""
    return draft.candidate.found.picked and any(slot.leads for slot in slots_of(draft.move.ask))


def quotes(draft: Draft) -> bool:
    """It starts from a quotation that the seeker did not mark."""
    quoting = draft.move.part is Part.CORE and any(slot.quotes for slot in slots_of(draft.move.ask))
    return quoting and not draft.candidate.found.picked


def says_again(draft: Draft, other: Draft) -> bool:
    """It says of the seeker what another says: the same goal, or most of the same words."""
    if draft.goal and draft.goal == other.goal and not (draft.candidate.step or other.candidate.step):
        return True  # a step is told, not the goal in full
    if _plans_what_is_chosen(draft, other) or _plans_what_is_chosen(other, draft):
        return True
    mine, theirs = (stems(" ".join(one.user_facts)) - FRAME - WHEN for one in (draft, other))
    part = BESIDE_A_STEP if draft.candidate.step or other.candidate.step else MOSTLY
    return len(mine & theirs) >= SAME_WORDS and len(mine & theirs) >= part * min(len(mine), len(theirs))


def _plans_what_is_chosen(planned: Draft, chosen: Draft) -> bool:
    """The plan is to say yes, or no, to what the other question has still to decide."""
    plan = planned.candidate.plan_short or planned.candidate.plan_whole
    return chosen.move.open_choice and Fact.PLAN in tells(planned.move.ask) and bool(SAYS_YES.match(plan))


def same_choice(draft: Draft, other: Draft) -> bool:
    """Both ask of a step they took that is like one goal: told at first, and then as what was decided."""
    both = draft.goal == other.goal and bool(draft.goal)
    return both and any(
        one.candidate.step and another.candidate.decided_too for one, another in ((draft, other), (other, draft))
    )


def opening(text: str) -> str:
    """Its first three words: no two questions of a set begin alike."""
    return " ".join(text.lower().split()[:3])


def shape(text: str) -> str:
    """How it starts, whatever is quoted: "you wrote", "“” you"."""
    return " ".join(QUOTED.sub("“”", text).lower().split()[:2])


_NUANCE = re.compile(r"\b(?:nearly|really|actually) ")


def tail(text: str) -> str:
    """The last clause: no two questions of a set end alike."""
    last = re.split(r"[.;:?]\s", QUOTED.sub("“”", text.lower()))[-1]
    return _NUANCE.sub("", last)
