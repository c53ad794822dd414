"""Small texts and what must come of them: one data file a step (perspective, quotes, facts about the seeker, kinds of goals)."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from server.model import Seeker
from server.pipeline.goals.kinds import guess_goal_kinds
from server.pipeline.questions.facts import facts
from server.pipeline.questions.perspective import to_you
from server.pipeline.questions.quotes import MOST, quote_of
from tests.pipeline.made import language

HERE = Path(__file__).parents[2]
RIGHT = 0.85  # of the kinds of goals: a guess that the seeker can change


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))


def lines(name: str, given: str, wanted: str) -> Any:
    cases = [pytest.param(one[given], one[wanted], id=one[given][:60] or "nothing") for one in read(name)["lines"]]
    return pytest.mark.parametrize("given, wanted", cases)


@lines("perspective", "said", "turned")
def test_their_sentence_is_turned_to_you_or_left_alone(given: str, wanted: str) -> None:
    assert to_you(given) == wanted


@lines("quotes", "passage", "quote")
def test_a_quote_stands_alone_or_there_is_none(given: str, wanted: str) -> None:
    quote = quote_of(given, language())
    assert quote == wanted
    assert quote in given
    assert len(quote.split()) <= MOST


@lines("seeker_facts", "typed", "said")
def test_what_is_typed_about_oneself_can_be_said_or_is_left_out(given: str, wanted: str) -> None:
    assert "".join(facts(Seeker(background=given), language())) == wanted


def test_the_kind_of_a_goal_is_guessed_right_but_for_the_known_ones() -> None:
    data = read("goal_kinds")
    wrong = [goal["text"] for goal in data["goals"] if guess_goal_kinds(goal["text"])[0] != goal["kind"]]
    assert wrong == data["known"]
    assert len(wrong) <= (1 - RIGHT) * len(data["goals"])


def test_there_are_forty_goals_of_every_kind() -> None:
    goals = read("goal_kinds")["goals"]
    assert len(goals) == len({goal["text"] for goal in goals}) == 40
    assert len({goal["kind"] for goal in goals}) == 11
