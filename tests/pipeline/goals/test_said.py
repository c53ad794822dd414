"""Five short answers become one want that says what, what about me, and what only they can know."""

import pytest

from server.model import Goal
from server.pipeline.goals.advice import advise
from server.pipeline.goals.said import say


@pytest.mark.parametrize(
    "answers, said",
    [
        ({}, ""),
        ({"decide": "  "}, ""),
        ({"decide": "decide by May whether to leave field work."}, "Decide by May whether to leave field work."),
        (
            {"decide": "Decide by May whether to leave", "facts": "Six years of surveys."},
            "Decide by May whether to leave; I have six years of surveys.",
        ),
        ({"only": "What they read first"}, "What only they can tell me: what they read first."),
        ({"facts": "I never managed anybody"}, "I never managed anybody."),
        (
            {"decide": "Choose a course", "believe": "SQL is enough", "one": "A name"},
            "Choose a course; I believe SQL is enough, and may be wrong; to leave with: a name.",
        ),
    ],
)
def test_what_is_answered_is_said_and_nothing_else(answers: dict[str, str], said: str) -> None:
    assert say(answers) == said


def test_a_want_put_together_needs_little_advice() -> None:
    said = say({"decide": "Decide by May whether to leave field work", "facts": "six years of surveys"})
    assert advise(Goal(id="g1", text=said), frozenset()) == ()
