"""Theirs and ours in one order: within a tier as the user set it, over all tiers in the order of the talk."""

from collections.abc import Sequence

from server.model import Part, Question, QuestionEdit, Tier
from server.pipeline.plan import ASKED, box_for

PARTS = tuple(Part)
PUT_OFF = ((Tier.MUST, Tier.SHOULD), (Tier.SHOULD, Tier.PARKED))


def in_order(ours: Sequence[Question], edits: Sequence[QuestionEdit], minutes: int) -> tuple[Question, ...]:
    """All questions to show, ranked from 1.

    ours: as computed. edits: what the user did; a question that was removed, or that rests on just the passages of one they
    touched, is left out. Their own stand above ours of the same tier, the first one first; one they moved has its place; ours
    make room, so that there is no more to ask first than the booking (minutes) allows.
    """
    kept = [one for one in edits if not one.removed]
    left = _make_room(_untouched(ours, edits), kept, ours, minutes)
    ranks = {question.id: question.rank for question in ours}
    must, should, parked = (_tier(tier, left, kept, ranks) for tier in Tier)
    every = (*_woven(must, should), *parked)
    return tuple(question.model_copy(update={"rank": rank}) for rank, question in enumerate(every, 1))


def _untouched(ours: Sequence[Question], edits: Sequence[QuestionEdit]) -> list[Question]:
    ids = {one.question.id for one in edits}
    passages = {one.question.evidence for one in edits if one.question.evidence and one.question.origin != "seeker"}
    texts = {one.question.text for one in edits}
    return [
        question
        for question in ours
        if question.id not in ids and question.evidence not in passages and question.text not in texts
    ]


def _make_room(
    untouched: Sequence[Question], kept: Sequence[QuestionEdit], ours: Sequence[Question], minutes: int
) -> list[Question]:
    """What they did not touch, the last of the core put off: from "ask first" to "if time", from there to "another day".

    A tier holds what the booking allows, or as many as we had in it ourselves: a question that only moved, be it over the border of
    its tier, puts off no other.
    """
    questions, tiers = list(untouched), {question.id: question.tier for question in ours}
    for (tier, later), most in zip(PUT_OFF, ASKED[box_for(minutes)], strict=True):
        room = max(most, sum(question.tier is tier for question in ours))
        moved = {one.question.id for one in kept if one.position and tiers.get(one.question.id, tier) is not tier}
        theirs = sum(one.question.tier is tier and one.question.id not in moved for one in kept)
        here = sum(question.tier is tier for question in questions)
        core = [q.id for q in questions if q.tier is tier and q.part is Part.CORE]
        going = core[::-1][: max(0, here + theirs - room)]
        questions = [q.model_copy(update={"tier": later}) if q.id in going else q for q in questions]
    return questions


def _tier(tier: Tier, ours: Sequence[Question], kept: Sequence[QuestionEdit], ranks: dict[str, int]) -> list[Question]:
    here = [one for one in kept if one.question.tier is tier]
    resting = [one for one in here if one.position is None]
    own = sorted((one for one in resting if one.question.origin == "seeker"), key=_number)
    touched = [one.question for one in resting if one.question.origin != "seeker"]
    rest = sorted(
        [*touched, *(question for question in ours if question.tier is tier)],
        key=lambda question: (PARTS.index(question.part), ranks.get(question.id, question.rank)),
    )
    found = [*(one.question for one in own), *rest]
    for place, question in sorted(((one.position, one.question) for one in here if one.position), key=lambda p: p[0]):
        found.insert(place - 1, question)
    return found


def _number(edit: QuestionEdit) -> tuple[bool, int]:
    """Those typed for this talk in the order they came, then those that are asked of everyone."""
    return edit.number is None, edit.number or 0


def _woven(must: Sequence[Question], should: Sequence[Question]) -> list[Question]:
    """What to ask first and what to ask if there is time, in the order of the talk; within each the order stays."""
    first, second, found = list(must), list(should), list[Question]()
    while first and second:
        earlier = PARTS.index(second[0].part) < PARTS.index(first[0].part)
        found.append((second if earlier else first).pop(0))
    return [*found, *first, *second]
