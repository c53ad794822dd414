import pytest

from server.model import Goal
from server.pipeline.questions.material.plans import first_step, given_up, parts_of, whole_plan
from tests.pipeline.made import language


@pytest.mark.parametrize(
    "plan, step",
    [
        ("Two winters ashore, then the certificate.", "two winters ashore"),
        ("I build one chair a week until Easter", ""),
        ("Send a report to ten mills, then wait.", "to send a report to ten mills"),
        ("Five hours a week; no client", "five hours a week"),
        ("Certificate over the winter, then apply.", ""),  # which one?
        ("Row. Then sell the boat.", ""),
        ("Apply for a placement (13 weeks; unpaid), then wait.", "to apply for a placement"),
        ("A plan with so very many words that nobody could ever say it in one breath", ""),
        ("", ""),
    ],
)
def test_the_first_step_of_a_plan_is_short_enough_to_stand_beside_words_of_theirs(plan: str, step: str) -> None:
    assert first_step(plan, language()) == step


@pytest.mark.parametrize(
    "plan, whole",
    [
        ("Send a report to ten mills, then wait.", "to send a report to ten mills, then wait"),
        ("Ask the harbour master. Rent a boat for May.", "to ask the harbour master, and to rent a boat for May"),
        (
            "Rent a boat in May, two clients, a school in autumn.",
            "to rent a boat in May, then two clients, a school in autumn",
        ),
        ("A loan, a boat, letters to all mills", ""),
        ("Write a stricter guide: rules, a bot", ""),
        ("Row.", ""),
        ("Send " + "really " * 20 + "long letters.", ""),
    ],
)
def test_a_whole_plan_is_said_where_it_is_one_sentence_of_what_is_to_be_done(plan: str, whole: str) -> None:
    assert whole_plan(plan, language()) == whole


@pytest.mark.parametrize(
    "plan, parts",
    [
        (
            "Boat loan, letters to all mills, a school in autumn.",
            "three parts: boat loan, letters to all mills, a school in autumn",
        ),
        ("Third meeting, drawing contest", "two parts: third meeting, drawing contest"),
        ("Send a report, then wait.", ""),  # something to do
        ("Boat loan", ""),
        ("Boat loan, letters to all the many mills of the whole long coast", ""),
        ("One, two, three, four, five, six", ""),
    ],
)
def test_a_plan_that_is_a_list_says_how_many_parts_it_has(plan: str, parts: str) -> None:
    assert parts_of(plan, language()) == parts


def test_a_plan_that_a_goal_gives_up_is_not_put_to_them() -> None:
    goal = Goal(id="g1", text="Decide what to bring instead of a ten-slide vision.")
    assert given_up("prepare a ten-slide vision and practise it", [goal])
    assert not given_up("prepare three questions", [goal])
