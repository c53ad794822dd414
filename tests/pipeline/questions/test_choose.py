"""The set for one talk: rules on drafts made for them, then what must hold of sets from pages, goals and marks."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from server.model import Goal, GoalKind, Part, Tier
from server.pipeline.goals.match import GoalMatch, match_goals
from server.pipeline.plan import ASKED
from server.pipeline.questions.alike import QUOTED
from server.pipeline.questions.bank import Bank, Move, RestsOn, load_bank
from server.pipeline.questions.choose import ADVICE, LEAST, MARKS, PARKED, choose
from server.pipeline.questions.chosen import MOVE_TWICE, QUOTED_MOST, Choice
from server.pipeline.questions.drafts import Draft, make_drafts
from server.pipeline.questions.material.candidate import Candidate
from tests.pipeline.made import candidates, found, interview, language, page, pool

PASSAGES = 100


def goal(priority: int = 1, near: dict[int, float] | None = None, kind: GoalKind = GoalKind.EXPLORE) -> GoalMatch:
    """A goal that some of a hundred passages are near to, by their index."""
    cosines = np.zeros(PASSAGES, np.float32)
    for at, cosine in (near or {}).items():
        cosines[at] = cosine
    told = Goal(id=f"g{priority}", text="Learn how planners weigh their winters.", priority=priority)
    return GoalMatch(told, (kind,), (), (), np.zeros(PASSAGES, np.float32), cosines, 10.0)


def draft(
    at: int,
    *ask: str,
    move: str = "",
    part: Part = Part.CORE,
    starts: str = "{did}",
    strength: float = 1.0,
    opener: bool = False,
    filler: bool = False,
    story: bool = False,
    picked: bool = False,
    clip: str = "",
    fact: str = "",
    text: str = "I moved the looms to the quay.",
) -> Draft:
    """A draft on passage `at` of the pool, on a page of its own and with words of its own unless told. starts: the slot they begin with."""
    one = replace(found(text, id=clip or f"clip{at}"), picked=picked)
    one = replace(one, evidence=one.evidence.model_copy(update={"id": f"e{at}"}))
    asked = ask or (f"Number{at} was so. What then, number{at}?",)
    forms = tuple(f"{starts} {text}" for text in asked)
    made = Move(move or f"move{at}", part, RestsOn.PASSAGE, 4, (), (), forms, (), strength, opener, filler, story)
    facts, begins = (fact,) if fact else (), tuple(range(len(asked)))
    return Draft(made, Candidate(at, one, now_year=2026), asked, (f"e{at}",), facts, begins=begins)


def step(at: int, goal_id: str = "g1", *, taken: str = "leaving") -> Draft:
    """A draft on a step that passage `at` tells they took and that one goal speaks of; nothing else speaks for it."""
    made = draft(at, strength=0.1)
    return replace(made, candidate=replace(made.candidate, step=taken, step_told="You left it."), goal=goal_id)


def chosen(given: Sequence[Draft], *goals: GoalMatch, minutes: int = 60, turn: int = 0) -> tuple[Choice, ...]:
    return choose(given, goals, minutes, lambda *_: True, turn)


def asked(choices: Sequence[Choice], *parts: Part) -> list[Choice]:
    return [one for one in choices if one.tier is not Tier.PARKED and one.part in (parts or tuple(Part))]


def places(choices: Sequence[Choice]) -> list[int]:
    return [one.draft.candidate.at for one in choices]


def test_nothing_to_choose_from_is_nothing_chosen() -> None:
    assert chosen(()) == ()
    assert chosen((), goal()) == ()


def test_a_gate_that_refuses_all_leaves_nothing() -> None:
    assert choose([draft(0), draft(1)], (), 30, lambda *_: False) == ()


def test_what_was_marked_is_asked_before_what_is_stronger() -> None:
    given = [draft(at, strength=3.0) for at in range(6)] + [draft(at, picked=True) for at in (6, 7, 8)]
    told = asked(chosen(given, goal(near=dict.fromkeys(range(9), 0.9))), Part.OPENER, Part.CORE)
    assert {6, 7, 8} <= set(places(told))
    assert all(one.draft.candidate.found.picked and one.tier is Tier.MUST for one in told[:2])


def test_what_was_marked_is_asked_though_it_is_far_from_every_goal() -> None:
    assert places(asked(chosen([draft(3, picked=True)], goal(near={5: 0.9})))) == [3]


def test_a_step_is_asked_before_what_is_stronger_and_nearer_but_after_what_was_marked() -> None:
    near = goal(near=dict.fromkeys(range(12), 0.9))
    others = [draft(at, strength=3.0) for at in range(12)]
    assert 50 in places(asked(chosen([*others, step(50)], near, minutes=15), Part.OPENER, Part.CORE))
    told = chosen([*others, step(50), draft(60, picked=True)], near, minutes=15)
    assert {50, 60} <= set(places(asked(told)))
    assert {one.draft.candidate.at: one.tier for one in told}[60] is Tier.MUST


def test_no_more_steps_are_asked_than_there_is_room_for_however_many_goals_have_one() -> None:
    elsewhere = dict.fromkeys(range(10, PASSAGES), 0.1)
    goals = [goal(priority, {priority: 0.9} | elsewhere) for priority in (1, 2, 3)]
    steps = [step(50 + n, f"g{n}", taken=taken) for n, taken in enumerate(("leaving", "moving", "leading"), 1)]
    told = asked(chosen([*steps, *(draft(at) for at in range(1, 6))], *goals))
    assert [one.match.goal.id for one in told if one.match and one.draft.candidate.step] == ["g1"]


def test_a_step_stands_under_the_goal_that_speaks_of_it() -> None:
    goals = [goal(priority, dict.fromkeys(range(9), 0.9)) for priority in (1, 2)]
    told = asked(chosen([step(50, "g2"), *(draft(at) for at in range(9))], *goals))
    assert [one.match for one in told if one.draft.candidate.step] == [goals[1]]


def test_a_mark_that_spans_two_passages_is_asked_about_once() -> None:
    given = [draft(at, picked=True, clip="one") for at in range(3)]
    assert len(chosen(given, goal())) == 1


def test_a_mark_is_asked_with_its_strongest_move() -> None:
    given = [
        draft(1, "Weak is this?", move="weak", picked=True),
        draft(1, "Strong?", move="s", strength=2.0, picked=True),
    ]
    assert [one.text for one in chosen(given, goal())] == ["Strong?"]


@pytest.mark.parametrize("minutes", ADVICE)
def test_questions_on_the_seeker_are_as_many_as_there_is_room_for_and_the_first_must_be_asked(minutes: int) -> None:
    given = [draft(at, part=Part.ME, picked=True, fact=f"fact{at}") for at in range(6)]
    enough = [draft(at) for at in range(10, 20)]
    mine = asked(chosen([*given, *enough], goal(near=dict.fromkeys(range(20), 0.9)), minutes=minutes), Part.ME)
    assert ADVICE[minutes] <= len(mine) <= ADVICE[minutes] + 1  # what is marked has room for one more
    assert [one.tier for one in mine] == [Tier.MUST, *[Tier.SHOULD] * (len(mine) - 1)]


@pytest.mark.parametrize("minutes", MARKS)
def test_a_short_talk_has_room_for_few_marks(minutes: int) -> None:
    given = [draft(at, picked=True) for at in range(PASSAGES)]
    far = [draft(at) for at in range(20)]
    told = asked(chosen([*given, *far], goal(near=dict.fromkeys(range(20), 0.9)), minutes=minutes))
    assert sum(one.draft.candidate.found.picked for one in told) >= MARKS[minutes]
    assert len(told) <= sum(ASKED[minutes]) + 1


def test_what_is_told_of_the_seeker_is_told_once() -> None:
    given = [draft(at, part=Part.ME, picked=True, fact="I have two looms") for at in range(4)]
    assert len(chosen(given, goal())) == 1


def test_marks_on_the_seeker_do_not_keep_a_mark_on_them_from_being_asked() -> None:
    given = [draft(at, part=Part.ME, picked=True, fact=f"fact{at}", strength=3.0) for at in range(4)]
    assert 9 in places(asked(chosen([*given, draft(9, picked=True)], goal()), Part.CORE))


def test_the_opener_is_light_and_unmarked_where_there_is_such_a_one() -> None:
    near = goal(near=dict.fromkeys(range(9), 0.9))
    sore = draft(1, opener=True, strength=3.0, text="I lost the lease and two hundred euros.")
    marked, closed = draft(2, opener=True, picked=True, strength=3.0), draft(3, strength=3.0)
    assert places(asked(chosen([sore, marked, closed, draft(4, opener=True, strength=0.1)], near), Part.OPENER)) == [4]


def test_an_opener_near_goal_1_goes_before_a_stronger_one_elsewhere_and_that_before_none() -> None:
    near, far = draft(1, opener=True), draft(2, opener=True, strength=2.0)
    assert places(asked(chosen([near, far], goal(near={1: 0.9})), Part.OPENER)) == [1]
    assert places(asked(chosen([far], goal(near={1: 0.9})), Part.OPENER)) == [2]


def test_without_a_light_act_a_talk_opens_with_what_is_asked_about_them_anyway_if_that_is_more_than_one() -> None:
    marks = [draft(at, picked=True) for at in (1, 2)]
    near = goal(near=dict.fromkeys(range(10, PASSAGES), 0.5))
    [opener] = asked(chosen(marks, near), Part.OPENER)
    assert (opener.draft.candidate.at in {1, 2}, opener.tier) == (True, Tier.MUST)
    assert asked(chosen(marks[:1], near), Part.OPENER) == []
    sore = draft(2, picked=True, strength=0.1, text="I lost the lease and two hundred euros.")
    assert places(asked(chosen([marks[0], sore], near), Part.OPENER)) == [1]


def test_a_filler_is_asked_only_where_too_few_others_are_left() -> None:
    near = goal(near=dict.fromkeys(range(20), 0.9))
    fillers, others = [draft(at, filler=True, strength=3.0) for at in range(8)], [draft(at) for at in range(8, 20)]
    assert not any(one.draft.move.filler for one in asked(chosen([*fillers, *others], near))[2:])
    few = asked(chosen([*fillers, *others[:2]], near))
    assert len(few) == LEAST
    assert 0 < sum(one.draft.move.filler for one in few) < LEAST
    assert not any(one.draft.move.filler for one in few if one.part is Part.OPENER)


def test_a_talk_opens_with_an_act_and_never_with_a_filler() -> None:
    piece = draft(1, opener=True, filler=True, strength=3.0, starts="{quote}")
    act = draft(2, opener=True, strength=0.1)
    near = goal(near={1: 0.9, 2: 0.1})
    assert places(asked(chosen([piece, act], near), Part.OPENER)) == [2]
    assert places(asked(chosen([piece], near), Part.OPENER)) == []


def test_goal_1_has_a_core_question_that_must_be_asked_before_other_goals_have_theirs() -> None:
    first, second = goal(1, {0: 0.3, 1: 0.3}), goal(2, dict.fromkeys(range(2, 12), 0.9))
    core = asked(chosen([draft(at, strength=2.0 if at > 1 else 0.5) for at in range(12)], first, second), Part.CORE)
    assert core[0].match is first
    assert core[0].tier is Tier.MUST
    assert sum(one.match is first for one in core) >= 2


def test_a_mark_for_goal_1_must_be_asked_beside_a_better_one_for_another_goal() -> None:
    first, second = goal(1, {0: 0.9}), goal(2, {1: 0.9})
    given = [draft(0, picked=True), draft(1, picked=True, strength=3.0)]
    told = asked(chosen([*given, draft(5, opener=True)], first, second, minutes=30), Part.CORE)
    assert {one.match is first: one.tier for one in told} == {False: Tier.MUST, True: Tier.MUST}


def test_nothing_far_from_the_goals_is_asked_or_parked() -> None:
    given = [draft(at) for at in range(20)]
    near = {at: 0.9 - at / 100 for at in range(4)} | dict.fromkeys(range(20, PASSAGES), 0.05)
    assert set(places(chosen(given, goal(near=near)))) == {0, 1, 2, 3}


def test_what_shares_a_word_with_the_goal_may_be_less_near_than_what_does_not() -> None:
    near = goal(near={at: 0.5 - at / 100 for at in range(PASSAGES)})
    enough = [draft(at) for at in range(6)]  # for nothing looser to be tried
    place = PASSAGES // 8  # nearer than four fifths of all, not than nineteen in twenty

    def taken(one: Draft) -> bool:
        return place in places(chosen([*enough, one], near))

    assert taken(draft(place, starts="{quote}", text="Planners count the heads twice."))
    assert not taken(draft(place, starts="{did}", text="Ferries carry the heads twice."))
    assert not taken(draft(place, starts="{quote}", text="Ferries count the heads twice."))


def test_where_few_are_near_only_a_story_may_stand_a_little_further_and_nothing_far_is_asked() -> None:
    near = {at: 0.5 - at / 100 for at in range(PASSAGES)}
    somewhat = PASSAGES // 18  # nearer than 94 in a hundred, not than 95
    assert chosen([draft(somewhat)], goal(near=near)) == ()
    assert places(asked(chosen([draft(somewhat, story=True)], goal(near=near)))) == [somewhat]
    assert chosen([draft(PASSAGES - 1, story=True)], goal(near=near)) == ()
    word = "Planners moved the looms to the quay."
    assert places(asked(chosen([draft(33, story=True, text=word)], goal(near=near)))) == [33]
    assert chosen([draft(33, story=True)], goal(near=near)) == ()
    assert chosen([draft(45, story=True, text=word)], goal(near=near)) == ()


def test_no_two_questions_begin_or_end_alike() -> None:
    near = goal(near=dict.fromkeys(range(9), 0.9))
    same_end = [draft(1, "You sold it. What then?"), draft(2, "They bought it. What then?")]
    same_start = [draft(1, "What did you sell first?"), draft(2, "What did you leave out?")]
    assert len(chosen(same_end, near)) == 1
    assert len(chosen(same_start, near)) == 1
    other = draft(2, "They bought it. What then?", "They bought it. Who saw it?")
    assert {one.text for one in chosen([same_end[0], other], near)} == {
        "You sold it. What then?",
        "They bought it. Who saw it?",
    }


def test_only_one_question_asks_what_they_would_do_in_my_place() -> None:
    near = goal(near=dict.fromkeys(range(9), 0.9))
    given = [
        draft(1, "You sold it. What would you keep in my place?"),
        draft(2, "They bought it. What would you test in my place?", "They bought it. What would you test?"),
        draft(3, "We mended it. What would you paint in my place?"),
    ]
    told = [one.text for one in chosen(given, near)]
    assert sum("in my place" in text for text in told) == 1
    assert len(told) == 2


def test_a_move_on_the_seeker_may_stand_twice_where_it_says_so() -> None:
    near = goal(near=dict.fromkeys(range(12), 0.9))
    given = [draft(at, move="me", part=Part.ME, fact=f"f{at}") for at in range(6)]
    say_so = [replace(one, move=replace(one.move, twice=True)) for one in given]
    assert len(chosen(say_so, near)) == MOVE_TWICE


@pytest.mark.parametrize(
    "plan, open_choice, starts, both",
    [
        ("to say yes in May", True, "{plan_short}", False),
        ("to say yes in May", False, "{plan_short}", True),
        ("to row in May", True, "{plan_short}", True),
        ("to say yes in May", True, "{assumption}", True),
    ],
)
def test_a_plan_to_say_yes_does_not_stand_beside_what_is_still_to_be_decided(
    plan: str, starts: str, *, open_choice: bool, both: bool
) -> None:
    planned, choice = draft(1, part=Part.ME, fact="row", starts=starts), draft(2, part=Part.ME, fact="which boat")
    planned = replace(planned, candidate=replace(planned.candidate, plan_short=plan))
    choice = replace(choice, move=replace(choice.move, open_choice=open_choice))
    told = asked(chosen([planned, choice], goal(near=dict.fromkeys(range(9), 0.9))))
    assert len(told) == (2 if both else 1)


def test_what_does_not_start_from_a_marked_passage_is_no_question_on_a_mark() -> None:
    near = goal(near=dict.fromkeys(range(9), 0.9))
    on_it, beside_it = (draft(1, part=Part.ME, picked=True, fact="f", starts=slot) for slot in ("{case}", "{shown}"))
    full = [draft(at, part=Part.ME, strength=3.0, fact=f"f{at}") for at in range(2, 9)]
    assert [1 in places(asked(chosen([one, *full], near, minutes=15))) for one in (on_it, beside_it)] == [True, False]


def test_turns_begin_with_another_wording_each_and_come_round() -> None:
    given = [draft(1, "First, was it so?", "Second, was it so?", "Third, was it so?")]
    told = [chosen(given, goal(near={1: 0.9}), turn=turn)[0].text for turn in range(4)]
    assert len(set(told)) == 3
    assert told[0] == told[3]


def test_turns_go_from_form_to_form_though_one_has_fewer_wordings_and_one_none_that_can_be_said() -> None:
    line = "A drawing is a promise to a carpenter."
    forms = (
        "{they_said} And then?",
        "{they_said} " + "And so " * 9 + "on?",
        "In {year_then}: {they_said}?",
        "Who drew it?",
    )
    made = Move("m", Part.CORE, RestsOn.PASSAGE, 4, (), ("quote",), forms, (), 1.0)
    given = make_drafts(candidates(page(line, published="2019-03")), Bank((made,)))
    assert [sum(text.endswith(end) for text in given[0].wordings) for end in ("then?", "on?", "it?")] == [3, 2, 1]
    ends = [chosen(given, turn=turn)[0].text.split()[-1] for turn in range(4)]
    assert ends == ["then?", "on?", "it?", "then?"]


def test_a_wording_that_the_gate_refuses_gives_way_to_the_next() -> None:
    given = [draft(1, "First, was it so?", "Second, was it so?")]
    [one] = choose(given, [goal(near={1: 0.9})], 30, lambda text, *_: not text.startswith("First"))
    assert one.text.startswith("Second")


def test_no_move_is_asked_more_than_twice_and_moves_on_the_seeker_once() -> None:
    near = goal(near=dict.fromkeys(range(12), 0.9))
    assert len(chosen([draft(at, move="same") for at in range(6)], near)) == MOVE_TWICE
    assert len(chosen([draft(at, move="me", part=Part.ME, fact=f"f{at}") for at in range(6)], near)) == 1


@pytest.mark.parametrize("minutes", ASKED)
def test_no_page_takes_half_of_a_talk_and_a_short_one_two_questions(minutes: int) -> None:
    near, most = goal(near=dict.fromkeys(range(12), 0.9)), sum(ASKED[minutes])
    told = chosen([draft(at, clip="one") for at in range(12)], near, minutes=minutes)
    assert 2 <= len(told) <= max(2, (most - 1) // 2)
    two = chosen([draft(at, clip=f"page{at % 2}") for at in range(12)], near, minutes=minutes)
    assert len(two) > len(told)


def test_not_too_much_is_quoted() -> None:
    near = goal(near=dict.fromkeys(range(12), 0.9))
    assert len(chosen([draft(at, starts="{quote}") for at in range(12)], near)) == QUOTED_MOST
    assert len(asked(chosen([draft(at, starts="{did}") for at in range(12)], near))) > QUOTED_MOST


def test_what_rests_on_a_goal_alone_stands_under_that_goal() -> None:
    elsewhere = dict.fromkeys(range(10, PASSAGES), 0.1)
    first, second = goal(1, {1: 0.9, 2: 0.8} | elsewhere), goal(2, {3: 0.9} | elsewhere)
    given = [draft(1), draft(2)]
    bare = [
        replace(draft(0, f"Goal{n} is mine; where is {n}?", move=f"bare{n}", part=Part.ME), goal=f"g{n}", evidence=())
        for n in (1, 2)
    ]
    unserved = asked(chosen([*given, *bare], first, second, minutes=30))
    assert {one.draft.goal: one.match for one in unserved if one.draft.goal}.get("g2") is second
    assert all(one.match.goal.id == one.draft.goal for one in unserved if one.draft.goal and one.match)


TWO_GOALS = (
    goal(1, dict.fromkeys(range(9), 0.5) | dict.fromkeys(range(20, PASSAGES), 0.1)),
    goal(2, {10: 0.9} | dict.fromkeys(range(20, PASSAGES), 0.1)),
)


@pytest.mark.parametrize("asks, left", [("Who saw it?", True), ("Who weighs the winters there?", False)])
def test_what_only_stands_under_a_goal_and_speaks_of_something_else_does_not_serve_it(asks: str, *, left: bool) -> None:
    bare = replace(draft(0, "Goal is mine; where is it?", strength=-3.0, filler=True), goal="g2", evidence=())
    given = [*(draft(at, strength=3.0) for at in range(6)), draft(10, asks, picked=True), bare]
    told = asked(chosen(given, *TWO_GOALS))
    assert asks in [one.text for one in told if one.match is TWO_GOALS[1]]
    assert (bare in [one.draft for one in told]) is left


@pytest.mark.parametrize("fact, taken", [("I weigh winters by hand", True), ("I weigh chairs by hand", False)])
def test_a_goal_without_a_question_has_one_on_what_of_the_seekers_it_speaks_of(fact: str, *, taken: bool) -> None:
    mine = draft(10, part=Part.ME, strength=-3.0, fact=fact)
    given = [*(draft(at) for at in range(6)), *(draft(at, part=Part.ME, fact=f"fact{at}") for at in (6, 7, 8)), mine]
    assert (mine in [one.draft for one in asked(chosen(given, *TWO_GOALS, minutes=15))]) is taken


@pytest.mark.parametrize("starts, taken", [("{plan_short}", True), ("{assumption}", False)])
def test_a_plan_of_which_the_first_step_is_told_speaks_of_the_whole(starts: str, *, taken: bool) -> None:
    mine = draft(10, part=Part.ME, strength=-3.0, fact="rent a loom", starts=starts)
    mine = replace(mine, candidate=replace(mine.candidate, plan="rent a loom, then weigh two winters"))
    given = [*(draft(at) for at in range(6)), *(draft(at, part=Part.ME, fact=f"fact{at}") for at in (6, 7, 8)), mine]
    assert (mine in [one.draft for one in asked(chosen(given, *TWO_GOALS, minutes=15))]) is taken


def test_what_goal_1_asks_by_itself_must_be_asked_before_advice_however_much_there_is() -> None:
    elsewhere = dict.fromkeys(range(20, PASSAGES), 0.1)
    given = [draft(at, strength=3.0) for at in range(6)]
    given += [draft(at, part=Part.ME, strength=3.0, fact=f"fact{at}") for at in range(6, 14)]
    bare = draft(0, "Goal is mine; where is it?", move="bare", part=Part.ME, strength=0.1)
    bare = replace(bare, goal="g1", evidence=(), user_facts=("the goal",))
    first = goal(1, dict.fromkeys(range(14), 0.9) | elsewhere)
    told = {one.draft.move.id: one.tier for one in chosen([*given, bare], first, minutes=15)}
    assert told["bare"] is Tier.MUST
    meet = goal(1, dict.fromkeys(range(14), 0.9) | elsewhere, kind=GoalKind.MEET)
    told = {one.draft.move.id: one.tier for one in chosen([*given, bare], meet, minutes=15)}
    assert told.get("bare") in {None, Tier.PARKED}  # whom to meet is asked at the end


def test_goal_1_comes_before_other_goals_in_each_part_and_one_of_each_must_be_asked() -> None:
    goals = [goal(priority, dict.fromkeys(range(9), 0.9)) for priority in (1, 2)]
    for part in (Part.CORE, Part.ME):
        on_goals = [replace(draft(at, part=part), goal=f"g{goal_at}") for at, goal_at in ((1, 2), (2, 1), (3, 2))]
        told = asked(chosen(on_goals, *goals), part)
        assert [one.match.goal.id for one in told if one.match][:1] == ["g1"]
        assert told[0].tier is Tier.MUST


def test_what_no_longer_fits_in_is_parked_in_order_and_not_endlessly() -> None:
    near = goal(near={at: 0.9 - at / 100 for at in range(30)})
    told = chosen([draft(at, strength=3 - at / 10) for at in range(12)], near, minutes=15)
    parked = [one for one in told if one.tier is Tier.PARKED]
    assert 0 < len(parked) <= PARKED
    assert max(places(asked(told))) < min(places(parked))
    assert tuple(told[-len(parked) :]) == tuple(parked)


def test_goals_beyond_three_are_served_by_what_is_parked_only() -> None:
    elsewhere = dict.fromkeys(range(10, PASSAGES), 0.1)
    goals = [goal(priority, {priority: 0.9} | elsewhere) for priority in range(1, 6)]
    told = chosen([draft(at) for at in range(1, 6)], *goals)
    assert {one.match.goal.id for one in asked(told) if one.match} == {"g1", "g2", "g3"}
    assert {one.match.goal.id for one in told if one.match and one.tier is Tier.PARKED} == {"g4", "g5"}


GOALS = (
    "Decide whether to leave the ferries.",
    "Get advice on my plan for two looms.",
    "Find two people who run a harbour school.",
)
ABOUT = interview(
    *GOALS,
    plan="Two looms ashore, then a school.",
    background="I have built two chairs. I have savings for nine months.",
    show=("A chart.",),
    assumptions=("The ferries pay worse.",),
)


PAGES = [
    page(
        "I left the ferry office in 2016 to teach evening classes.",
        "Ferries teach you to count heads before you count money.",
        "Never leave a ferry before the crew has eaten.",
        id="c0", published="2019-03", title="Why I left the ferries",
        selection="Ferries teach you to count heads before you count money.", note="how did she decide what to count?",
    ),
    page(
        "In 2019 I moved twelve looms across the border.",
        "I underestimated how long the customs papers take.",
        "Keep nine months of rent aside before you buy looms.",
        id="c1", published="2019-03", title="Looms at the border",
        selection="Keep nine months of rent aside before you buy looms.", note="I've got two months of it, same problem",
    ),
    page(
        "I founded a harbour school for adults in 2018.",
        "I still don't know how to teach bowing to adults.",
        "A harbour school is a promise to parents.",
        id="c2", published="2021-03", title="Promises on paper",
        selection="A harbour school is a promise to parents.", note="so the parents are the customers?",
    ),
    page(
        "I noticed that new nurses stopped asking questions.",
        "I became head of the textile museum in 2018.",
        "Museums are places to sit among objects.",
        "I spent 104 nights in the freight yard.",
        id="c3", published="2021-03", title="Nurses and questions",
    ),
    page(
        "Every Friday I walk the whole orchard.",
        "Good orchards are made by bad pruners.",
        "I agreed to edit the harbour almanac.",
        id="c4", title="Orchards and pruners",
    ),
    page(
        "Small courts depend on patient clerks.",
        "I never sign a lease on the day of the flood.",
        id="c5", published="2020-01", title="Patient clerks",
        selection="Small courts depend on patient clerks.", note="I'm afraid of courts",
    ),
]  # fmt: skip
DRAFTS = make_drafts(candidates(*PAGES, about=ABOUT), load_bank())
MATCHES = match_goals(ABOUT, pool(*PAGES, about=ABOUT), language())
SETS = {
    f"{minutes} minutes, turn {turn}": choose(DRAFTS, MATCHES, minutes, lambda *_: True, turn)
    for minutes in (15, 30, 60)
    for turn in (0, 1, 2)
}


@pytest.mark.parametrize("name", SETS)
def test_one_opener_stands_first_and_one_close_last(name: str) -> None:
    parts = [one.part for one in asked(SETS[name])]
    assert (parts[0], parts[-1]) == (Part.OPENER, Part.CLOSE)
    assert (parts.count(Part.OPENER), parts.count(Part.CLOSE)) == (1, 1)
    assert parts == sorted(parts, key=list(Part).index)


@pytest.mark.parametrize("name", SETS)
def test_no_passage_comes_twice_and_no_two_begin_or_end_alike(name: str) -> None:
    texts = [QUOTED.sub("“”", one.text.lower()) for one in SETS[name]]
    starts, ends = [one.text.lower().split()[:3] for one in SETS[name]], [text.split(". ")[-1] for text in texts]
    used = [ident for one in SETS[name] for ident in one.draft.evidence]
    for every in (used, ends, [" ".join(start) for start in starts]):
        assert max(Counter(every).values()) == 1


@pytest.mark.parametrize("name", SETS)
def test_a_mark_with_a_note_leads_and_each_goal_is_served(name: str) -> None:
    told = asked(SETS[name])
    assert {one.match.goal.id for one in told if one.match} == {"g1", "g2", "g3"}
    assert asked(SETS[name], Part.CORE)[0].draft.candidate.found.picked
    assert [one.tier for one in asked(SETS[name], Part.ME)][:1] == [Tier.MUST]


@pytest.mark.parametrize("minutes", [15, 30, 60])
def test_a_person_who_prepares_again_is_not_given_the_same_words(minutes: int) -> None:
    told = [{one.text for one in asked(SETS[f"{minutes} minutes, turn {turn}"])} for turn in (0, 1)]
    assert len(told[0] & told[1]) < len(told[0]) / 2


def test_a_longer_talk_has_more_questions() -> None:
    counts = [len(asked(SETS[f"{minutes} minutes, turn 0"])) for minutes in (15, 30, 60)]
    assert counts == sorted(counts)
    assert counts[0] < counts[2]


def test_the_order_in_which_drafts_come_does_not_show() -> None:
    told, turned = (
        [(one.text, one.part, one.tier) for one in choose(given, MATCHES, 30, lambda *_: True)]
        for given in (DRAFTS, tuple(reversed(DRAFTS)))
    )
    assert told == turned


def test_without_goals_there_is_an_opener_a_core_and_a_close() -> None:
    told = choose(DRAFTS, (), 30, lambda *_: True)
    assert {Part.OPENER, Part.CORE, Part.CLOSE} <= {one.part for one in asked(told)}
    assert {one.match for one in told} == {None}
