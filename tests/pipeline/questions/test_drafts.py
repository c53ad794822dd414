from dataclasses import replace

import pytest

from server.model import GoalKind, Part
from server.pipeline.identity.names import Names
from server.pipeline.questions.bank import Bank, Move, RestsOn, load_bank
from server.pipeline.questions.drafts import MOST_WORDS, Draft, make_drafts
from server.pipeline.questions.on_goals import Means, drafts_on_goals
from server.pipeline.questions.slots import SLOT
from tests.pipeline.made import candidates, interview, language, matches, page


def move(*ask: str, when: tuple[str, ...] = ("always",), rests_on: RestsOn = RestsOn.PASSAGE) -> Move:
    return Move("m", Part.CORE, rests_on, 4, (GoalKind.EXPLORE,), when, ask, (), 1.0)


def drafts(text: str, one: Move, **meta: str) -> tuple[Draft, ...]:
    return make_drafts(candidates(page(text, **meta)), Bank((one,)))


CLAIM = "A drawing is a promise to a carpenter."


def test_a_wording_whose_slot_is_empty_is_left_out() -> None:
    [draft] = drafts(CLAIM, move("In {year}: “{quote}”?", "“{quote}”, you {said}?"))
    assert draft.wordings == ("“A drawing is a promise to a carpenter”, you wrote?",)


def test_without_a_wording_there_is_no_draft() -> None:
    assert drafts(CLAIM, move("In {year}: “{quote}”?")) == ()


def test_a_wording_that_is_too_long_to_say_is_refused() -> None:
    assert drafts(CLAIM, move("“{quote}” " + "and so " * MOST_WORDS + "?")) == ()


def test_a_wording_begins_with_a_capital() -> None:
    assert drafts(CLAIM, move("{said} you “{quote}”?"))[0].wordings[0].startswith("Wrote")


def test_the_key_of_a_draft_is_that_of_its_move_and_passages() -> None:
    held = move("“{quote}”?", when=("quote",))
    [one], [same], [other] = (
        drafts(CLAIM, held),
        drafts(CLAIM, held, title="Elsewhere"),
        drafts("Small courts depend on patient clerks.", held),
    )
    assert one.key == same.key != other.key


def test_what_rests_on_no_passage_cites_none() -> None:
    assert [made.evidence for made in drafts(CLAIM, move("And then?", rests_on=RestsOn.SEEKER))] == [()]
    assert [len(made.evidence) for made in drafts(CLAIM, move("And then?"))] == [1]


@pytest.mark.parametrize(
    "plan, near, cited",
    [
        ("row to Leer", 0.99, False),  # nothing in common
        ("sign whatever comes", 0.51, True),
        ("sign whatever comes", 0.49, False),
        ("sign a lease", 0.35, True),
        ("sign a lease", 0.33, False),
        ("sleep two nights in Leer", 0.99, False),  # a number in common, and no matter
        ("sign two contracts", 0.49, False),
        ("sit there for hours", 0.99, False),  # a span of time in common, and no matter
        ("sign for hours", 0.35, True),  # so many hours of the same thing
        ("sign for hours", 0.33, False),
    ],
)
def test_under_what_the_seeker_brings_a_passage_is_cited_where_it_shares_its_matter(
    plan: str, near: float, *, cited: bool
) -> None:
    text = "You should never sign a lease within two hours of the flood."
    [one] = candidates(page(text), about=interview(plan=plan))
    text_of_mine = "My plan is {plan_short}; what breaks first?"
    bank = Bank((move(text_of_mine, when=("expert_here", "seeker_plan"), rests_on=RestsOn.SEEKER),))
    [made] = make_drafts((replace(one, near_plan=near, plan_short=f"to {plan}"),), bank)
    assert bool(made.evidence) is cited


GOALS = (
    "Decide by May whether to leave the mill.",
    "Learn how to draw a timetable.",
    "Find out whether I can teach.",
    "Start a choir.",
)


@pytest.mark.parametrize("goal", GOALS)
def test_a_goal_asked_by_itself_cites_no_passage_and_so_stands_in_the_way_of_none(goal: str) -> None:
    about = interview(goal)
    pages = page(CLAIM, "Small courts depend on patient clerks.")
    made = drafts_on_goals(
        candidates(pages, about=about),
        matches(pages, about=about),
        Means(Names.of(about.interviewee), load_bank(), language()),
    )
    wished = [draft for draft in made if draft.move.rests_on is RestsOn.GOAL]
    assert wished
    assert {draft.evidence for draft in wished} == {()}


def test_what_rests_on_a_goal_alone_is_not_made_again_beside_what_they_did() -> None:
    about = interview("Learn how to teach pilots to read the tides.")
    pages = page("We taught two pilots to read the tides in one winter.", CLAIM)
    means = Means(Names.of(about.interviewee), load_bank(), language())
    made = drafts_on_goals(candidates(pages, about=about), matches(pages, about=about), means)
    by_what = {draft.move.rests_on: draft.candidate.did_alike for draft in made}
    assert by_what == {RestsOn.GOAL: False, RestsOn.BOTH: True}
    assert {draft.candidate.did_alike for draft in made if draft.move.rests_on is RestsOn.GOAL} == {False}


def test_every_slot_that_the_bank_names_is_there() -> None:
    made = [
        (one.id, text)
        for one in load_bank().moves
        for draft in drafts(CLAIM, replace(one, when=("always",)))  # a slot nobody knows is an error here
        for text in draft.wordings
    ]
    assert made
    assert [(move, text) for move, text in made if SLOT.search(text)] == []


def test_a_slot_nobody_knows_is_an_error_at_once() -> None:
    with pytest.raises(KeyError):
        drafts(CLAIM, move("{nothing} And then?"))


def test_every_way_to_fill_a_slot_is_a_wording_the_best_first() -> None:
    [draft] = drafts(CLAIM, move("{they_said} And then?"), published="2019-03")
    assert len(draft.wordings) >= 3
    assert draft.wordings[0].startswith("In 2019 you wrote “A drawing is a promise to a carpenter”.")
    assert len(set(draft.wordings)) == len(draft.wordings)


def test_a_question_on_two_passages_cites_both_the_older_first() -> None:
    pages = (
        page("Apprentices should learn chairs slowly by making many chairs.", published="2024-02", id="now"),
        page("Apprentices should learn chairs by copying old chairs.", published="2016-03", id="then"),
    )
    made = make_drafts(candidates(*pages), Bank((move("“{quote_then}”, “{quote}”?", when=("older_twin",)),)))
    clip_of = {one.found.evidence.id: one.found.clip.id for one in candidates(*pages)}
    assert [[clip_of[ident] for ident in draft.evidence] for draft in made] == [["then", "now"]]


def test_what_is_told_of_the_seeker_is_named_with_the_question() -> None:
    about = interview(assumptions=("The pay is worse.",), background="I have built two chairs.")
    bank = Bank((move("I think {assumption}; {said}?", when=("seeker_assumption",)), move("{said}?", when=("quote",))))
    told = {draft.move.when: draft.user_facts for draft in make_drafts(candidates(page(CLAIM), about=about), bank)}
    assert told == {("seeker_assumption",): ("the pay is worse",), ("quote",): ()}
