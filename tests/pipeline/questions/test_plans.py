import pytest

from server.model import Goal
from server.pipeline.questions.material.plans import first_step, given_up, named_yes, whole_plan
from tests.pipeline.made import language


@pytest.mark.parametrize(
    "plan, step",
    [
        ("Two winters ashore, then the certificate.", "two winters ashore"),
        ("I build one chair a week until Easter", ""),
        ("Send a report to ten mills, then wait.", "to send a report to ten mills"),
        ("Five hours a week; no client", "five hours a week"),
        ("one week chart sprint in February", "a one-week chart sprint in February"),
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
        ("Interview is 10 December, 20 minutes presentation.", ""),
        (
            "Apply in January for a half post at a college, grant money until 2028, and keep the evening as it is.",
            "to apply in January for a half post at a college, and keep the evening as it is",
        ),
        (
            "Ask the mill for more cash up front, and if he says no by March, sell the boat.",
            "to ask the mill for more cash up front, and if he says no by March, sell the boat",
        ),
        (
            "From February publish one chart every two weeks about the harbour, show it to the board.",
            "to publish one chart every two weeks about the harbour, and to show it to the board",
        ),
        (
            "Put my name down for acting pilot, nine months from February, on four days.",
            "to put my name down for acting pilot, nine months from February, on four days",
        ),
        (
            "Ask for a transfer to a double course, boats and charts, which makes it five years.",
            "to ask for a transfer to a double course",
        ),
        ("Write a stricter guide: rules, a bot", ""),
        ("Apply for the pilot exam, borrow for a year. Or the desk in the county, they said yes.", ""),
        ("A yard in the north offered me a post as rigger, less money. Otherwise ask my boss.", ""),
        ("Ask Dr. Cole for a letter, then apply for the exam.", "to ask Dr Cole for a letter, then apply for the exam"),
        ("Row.", ""),
        (
            "send an email to 12 small yards in February like she did",
            "to send an email to 12 small yards in February like you did",
        ),
        ("say yes or no to the harbour master by 15 January. apply for the school till then", ""),
        ("Send " + "really " * 20 + "long letters.", ""),
    ],
)
def test_a_whole_plan_is_said_where_it_is_one_sentence_of_what_is_to_be_done(plan: str, whole: str) -> None:
    assert whole_plan(plan, language()) == whole


def test_a_plan_that_a_goal_gives_up_is_not_put_to_them() -> None:
    goal = Goal(id="g1", text="Decide what to bring instead of a ten-slide vision.")
    assert given_up("prepare a ten-slide vision and practise it", [goal])
    assert not given_up("prepare three questions", [goal])


PILOT = "Decide whether to take the harbour pilot job or to stay."


@pytest.mark.parametrize(
    "plan, goal, named",
    [
        ("say yes with a trial of six months", PILOT, "take the harbour pilot job with a trial of six months"),
        ("Accept by May.", "whether to join the night crew", "join the night crew by May."),
        ("take it for a year", "Decide if I start as a pilot, honestly.", "start as a pilot for a year"),
        ("Say yes.", PILOT, "take the harbour pilot job."),
        ("say yes to the boat", PILOT, "say yes to the boat"),  # it says to what
        ("accept the offer of the mill", PILOT, "accept the offer of the mill"),
        ("Rent a boat, then say yes.", PILOT, "Rent a boat, then say yes."),
        ("say yes with a trial", "Learn how a chart is drawn.", "say yes with a trial"),
        ("say yes with a trial", f"Decide whether to take {'really ' * 9}long tides.", "say yes with a trial"),
        ("", PILOT, ""),
    ],
)
def test_a_bare_yes_is_said_with_what_the_goal_is_to_decide(plan: str, goal: str, named: str) -> None:
    assert named_yes(plan, [Goal(id="g1", text=goal)]) == named


def test_a_bare_yes_is_named_by_the_first_goal_that_says_to_what() -> None:
    goals = [Goal(id=f"g{at}", text=text) for at, text in enumerate(("Learn how fog is read.", PILOT), 1)]
    assert named_yes("say yes", goals) == "take the harbour pilot job"
    assert named_yes("say yes", []) == "say yes"
