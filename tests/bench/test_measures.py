"""Each measure on a document small enough to check by eye."""

from dataclasses import replace
from typing import Any

import pytest

from bench import measures
from bench.case import strings
from tests.bench.made import NAMESAKE, POND, ROPE, case, evidence, line, person, question

SPOKEN = "Dug nine ponds above the mill (2019)."


def test_a_fact_counts_when_a_line_speaks_of_the_passage_it_cites() -> None:
    made = case(lines=(line(SPOKEN, "e1"),))
    assert measures.must_have_recall(made) == 1
    assert measures.fact_recall(made) == 0.5


def test_a_fact_does_not_count_when_the_line_speaks_of_something_else() -> None:
    assert measures.must_have_recall(case(lines=(line("She likes rivers.", "e1"),))) == 0


def test_a_fourth_passage_cited_by_a_line_does_not_count() -> None:
    others = [evidence(f"e{n}", f"A word about weir number {n}.") for n in (2, 3, 4)]
    made = case(lines=(line(SPOKEN, "e2", "e3", "e4", "e1"),), evidence=[evidence(), *others])
    assert measures.must_have_recall(made) == 0


def test_a_changed_digit_is_not_verbatim() -> None:
    made = case(evidence=[evidence(), evidence("e2", POND.replace("nine", "ten"))])
    assert measures.quotes_verbatim(made) == 0.5


def test_white_space_and_line_breaks_do_not_make_a_quote_wrong() -> None:
    assert measures.quotes_verbatim(case(evidence=[evidence(exact=POND.replace(" above", "\nabove"))])) == 1


def test_without_evidence_there_is_nothing_to_verify() -> None:
    assert measures.quotes_verbatim(case(evidence=[])) is None


@pytest.mark.parametrize("clip", ["p2", "p3"])
def test_a_copy_or_a_namesake_cited_anywhere_is_counted(clip: str) -> None:
    bad = [evidence(), evidence("e2", NAMESAKE, clip)]
    assert measures.hard_traps_cited(case(lines=(line("x", "e1", "e2"),), evidence=bad)) == 1
    assert measures.hard_traps_cited(case(evidence=bad, questions=[question(evidence=["e2"])])) == 1
    assert measures.hard_traps_cited(case(evidence=bad, timeline=[{"evidence": ["e2"]}])) == 1
    assert measures.hard_traps_cited(case(evidence=bad)) == 0


def test_citing_what_is_not_there_is_counted() -> None:
    assert measures.unknown_evidence(case(lines=(line("x", "e9"),))) == 1


@pytest.mark.parametrize(
    "leaky",
    [
        {"evidence": [{**evidence(), "prefix": "at 12 Mill Lane we"}]},
        {"evidence": [{**evidence(), "link": "https://ada.example/#:~:text=at%2012%20Mill%20Lane"}]},
        {"clips": [{"csl": {"title": "Tea at 12, Mill Lane"}}]},
        {"plan": {"opening": ["I walked past 12 Mill Lane"]}},
        {"follow_up": {"12 Mill Lane": True}},
    ],
)
def test_a_private_span_is_found_wherever_it_leaks(leaky: dict[str, Any]) -> None:
    assert measures.privacy_leaks(case(**leaky)) == 1


def test_a_leak_is_told_with_its_place() -> None:
    assert measures.leaks(case(gaps=[{"text": "12 Mill Lane"}])) == [(".document.gaps[0].text", "12 Mill Lane")]


def test_a_passage_that_answers_a_typed_question_may_leak_too() -> None:
    assert measures.privacy_leaks(case(answers={"Where?": [{"exact": "at 12 Mill Lane"}]})) == 1


def test_the_first_goal_needs_two_questions_and_another_one_or_a_gap() -> None:
    assert measures.goals_served(case(questions=[question(), question()])) == 0.5
    assert measures.goals_served(case(questions=[question(), question(goal="g2")])) == 0.5
    assert measures.goals_served(case(questions=[question(), question()], gaps=[{"goal": "g2"}])) == 1
    assert measures.questions_per_goal(case(questions=[question()])) == {"g1": 1, "g2": 0}


def test_an_opener_may_rest_on_nothing_and_a_core_question_may_not() -> None:
    made = case(questions=[question(part="opener"), question(), question(evidence=["e1"]), question(part="me")])
    assert measures.questions_without_ground(made) == 2
    assert measures.core_with_evidence(made) == 0.5
    assert measures.me_with_user_fact(made) == 0


def test_a_selection_is_found_on_a_card_and_in_a_question() -> None:
    picked = [evidence(), evidence("e2", ROPE)]
    assert measures.selections_on_card(case(evidence=picked, cards=[{"evidence": "e2"}])) == 1
    assert measures.selections_on_card(case(evidence=picked, cards=[{"evidence": "e1"}])) == 0
    assert measures.selections_in_question(case(evidence=picked, questions=[question(evidence=["e2"])])) == 1


def test_a_conflict_is_shown_when_the_brief_speaks_of_both_sides() -> None:
    both = [evidence(), evidence("e2", ROPE)]
    one, other = line(SPOKEN, "e1"), line("Left the rope works in 2014.", "e2")
    assert measures.conflicts_shown(case(lines=(one, other), evidence=both)) == 1
    assert measures.conflicts_shown(case(lines=(one,), evidence=both)) == 0


def test_a_listed_conflict_that_nobody_marked_is_counted() -> None:
    both = [evidence(), evidence("e2", ROPE)]
    listed = [
        {"evidence": ["e1", "e2"], "kind": "disagreement"},
        {"evidence": ["e1"], "kind": "disagreement"},
        {"evidence": ["e2"], "kind": "then_and_now"},
    ]
    made = case(evidence=both, conflicts=listed)
    assert measures.conflicts_found(made) == 1
    assert (measures.conflicts_unmarked(made), measures.slots_unmarked(made)) == (2, 1)


def test_one_fact_told_differently_is_told_apart_from_a_change_of_mind() -> None:
    both = [evidence(), evidence("e2", ROPE)]
    listed = [{"evidence": ["e1", "e2"], "kind": "disagreement"}]
    for kind, found in (("disagreement", 1), ("change_of_mind", None)):
        gold = person(conflicts=[{"facts": ["ponds", "rope"], "kind": kind}])
        assert measures.conflicts_of_a_slot(replace(case(evidence=both, conflicts=listed), person=gold)) == found


def test_another_line_that_tells_the_same_stands_for_a_side_of_a_conflict() -> None:
    both = [evidence(), evidence("e2", "There is nothing left of the rope works but the gate.")]
    listed = [{"evidence": ["e1", "e2"], "kind": "disagreement"}]
    for also, found in ((["nothing left of the rope works"], 1), ([], 0)):
        gold = person(conflicts=[{"facts": ["ponds", "rope"], "also": also}])
        assert measures.conflicts_found(replace(case(evidence=both, conflicts=listed), person=gold)) == found


def test_an_answered_question_is_checked_by_page_passage_and_verdict() -> None:
    best = [
        {"clip_id": "p1", "exact": POND, "verdict": "touches"},
        {"clip_id": "p1", "exact": ROPE, "verdict": "answers"},
    ]
    made = case(answers={"Why did she leave?": best, "Which two ponds held?": best[:1]})
    assert (measures.answered_page(made), measures.answered_passage(made), measures.answered_detected(made)) == (
        1,
        1,
        1,
    )
    assert measures.answered_alarms(made) == 0


def test_what_was_not_asked_is_not_measured() -> None:
    made = case()
    assert (
        measures.answered_page(made) is measures.answered_alarms(made) is measures.question_words_median(made) is None
    )


def test_good_evidence_has_to_be_among_the_ten_best_of_its_goal() -> None:
    many = [evidence(f"e{n}", f"A word about weir number {n}.") for n in range(2, 12)]
    ids = [one["id"] for one in many]
    first, late = ["e1", *ids], [*ids, "e1"]
    for ranked, share in ((first, 1), (late, 0)):
        made = case(evidence=[evidence(), *many], goals=[{"id": "g1", "evidence": ranked}])
        assert measures.good_question_evidence(made) == share


def test_lengths_moves_and_beginnings_are_counted() -> None:
    asked = [question(), question("Which two of them leaked?", move="setback"), question("What next?", move="setback")]
    made = case(lines=(line("one two three"), line("four")), questions=asked)
    assert measures.words_in_brief(made) == 4
    assert (measures.question_words_median(made), measures.question_words_max(made)) == (5, 7)
    assert (measures.moves_used(made), measures.same_first_words(made)) == (2, 1)


def test_findings_of_the_linter_are_counted_by_severity() -> None:
    found = [{"severity": severity} for severity in ("error", "warn", "warn", "info")]
    made = case(questions=[question(lint=found)])
    assert (measures.lint_errors(made), measures.lint_warnings(made)) == (1, 2)


def test_all_measures_have_their_own_name_and_come_in_one_row() -> None:
    row = measures.measure(case(lines=(line(SPOKEN, "e1"),)))
    assert list(row) == [one.name for one in measures.MEASURES]
    assert len(row) == len(measures.MEASURES)


def test_strings_are_found_at_any_depth_with_their_place() -> None:
    assert list(strings({"a": ["x", {"b": "y"}], "n": 1})) == [
        ("", "a"), (".a[0]", "x"), (".a[1]", "b"), (".a[1].b", "y"), ("", "n"),
    ]  # fmt: skip
