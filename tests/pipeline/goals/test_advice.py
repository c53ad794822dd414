import pytest

from server.model import Goal
from server.pipeline.goals.advice import advise

GOOD = "Decide by May whether to take the archive post; I have six years in freight."


def help_with(text: str, known: frozenset[str] = frozenset()) -> str:
    return " ".join(advise(Goal(id="g1", text=text), known))


def test_a_goal_that_says_what_by_when_and_for_whom_needs_no_help() -> None:
    assert help_with(GOOD) == ""


@pytest.mark.parametrize(
    "text, word",
    [
        ("Networking with museum people", "decide or do"),
        ("Start a bakery by May near my house.", "do not know yet"),
        ("Decide whether my plan holds.", "A date helps"),
        ("Decide by May whether to sell the herd.", "fact about you"),
        ("Get a job at the archive, whatever my degree, by May.", "A job rarely"),
        ("Find out the salary of an archivist by May for my plan.", "look this up"),
        ("Decide by May whether I leave. Find out what my flat costs.", "two goals"),
        ("Decide by May if I want anything in music.", "If anything will do"),
        ("Decide by May, since my parents want me to study law.", "somebody else's wish"),
    ],
)
def test_each_weakness_of_a_goal_gets_its_own_help(text: str, word: str) -> None:
    assert word in help_with(text)


def test_a_goal_that_shares_no_word_with_the_pages_is_told_so() -> None:
    assert "share no word" in help_with(GOOD, frozenset({"violin"}))
    assert "share no word" not in help_with(GOOD, frozenset({"freight"}))
    assert "share no word" not in help_with(GOOD)
