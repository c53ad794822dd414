import pytest

from server.pipeline.questions.material.wanted import wanted


@pytest.mark.parametrize(
    "act, mine",
    [
        ("do work that lets you sleep at night", "I want to do work that lets me sleep at night"),
        ("find a yard that gives you time", "I want to find a yard that gives me time"),
        ("teach people who pay you well", "I want to teach people who pay me well"),
        ("find a boss who listens to you and lets you go", "I want to find a boss who listens to me and lets me go"),
        ("work with people who know more than you", "I want to work with people who know more than me"),
        ("write what you know", "I want to write what I know"),
        ("do the work you love", "I want to do the work I love"),
        ("build boats for people you trust", "I want to build boats for people I trust"),
        ("leave when you are ready", "I want to leave when I am ready"),
        ("stay where you've been happy with yourself", "I want to stay where I've been happy with myself"),
    ],
)
def test_what_anybody_wants_is_said_as_mine(act: str, mine: str) -> None:
    assert wanted(act)["wanting_to"] == mine
