import pytest

from server.model import Goal
from server.pipeline.questions.facts import as_clause, best_fact, my_thing, people_sought
from tests.pipeline.made import language


@pytest.mark.parametrize(
    "typed, clause",
    [
        ("The pay is worse.", "the pay is worse"),
        ("I build one chair a week!", "I build one chair a week"),
        ("I’ll build a chair", "I’ll build a chair"),
        ("SEO pays better", "SEO pays better"),
        ("  two winters ashore  ", "two winters ashore"),
        ("", ""),
        ("...", ""),
    ],
)
def test_what_was_typed_stands_inside_a_sentence(typed: str, clause: str) -> None:
    assert as_clause(typed) == clause


@pytest.mark.parametrize(
    "typed, thing", [("A one-page plan.", "one-page plan"), ("my crop sheet", "crop sheet"), ("The", "the"), ("", "")]
)
def test_a_thing_to_show_stands_after_my(typed: str, thing: str) -> None:
    assert my_thing(typed) == thing


def test_the_fact_nearest_to_a_passage_is_taken_and_none_from_none() -> None:
    sayings = "I have built two chairs", "I'm a ward clerk at a small clinic"
    assert best_fact(sayings, "Every ward needs a clerk who knows the clinic.", language()) == sayings[1]
    assert best_fact((), "Every ward needs a clerk.", language()) == ""


@pytest.mark.parametrize(
    "goal, who",
    [
        ("Find two people who run a harbour without a director.", "who run a harbour without a director"),
        ("Meet nurses, or others, who retrained after forty.", "who retrained after forty"),
        ("Find someone who knows how he works.", ""),
        ("Decide by May whether to leave.", ""),
        ("Hear whom I should talk to next.", ""),
        ("Find people who " + "really " * 20 + "know.", ""),
    ],
)
def test_the_people_a_goal_looks_for_are_a_clause(goal: str, who: str) -> None:
    assert people_sought(Goal(id="g1", text=goal)) == who
