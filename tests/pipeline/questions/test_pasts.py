"""Pasts of English verbs: their plain forms, and patterns that know one from a present."""

import re
import tomllib
from pathlib import Path

import pytest

from server.model import Goal
from server.pipeline.features.cues import cues
from server.pipeline.features.verbs import PAST, PAST_ANYWHERE, PAST_OR_ALIKE
from server.pipeline.follow_up.aloud import is_past
from server.pipeline.identity.names import Names
from server.pipeline.privacy.clauses import best_stretch
from server.pipeline.questions.conditions.goals import ACT_ASKED, WAY_ASKED
from server.pipeline.questions.material.goal_asks import asked_in_goal
from server.pipeline.questions.material.plain_form import gerund, past_form, plain_form
from server.pipeline.questions.signs import ACTED
from server.pipeline.questions.wording.pieces import pieces
from tests.pipeline.made import DANA

NAMES = Names.of(DANA)
PASTS = tomllib.loads((Path(__file__).parents[2] / "pasts.toml").read_text("utf-8"))
EITHER = PASTS["either"].split()
IRREGULAR, REGULAR = (
    [tuple(pair.split()) for pair in " ".join(PASTS[kind].split()).split(", ")] for kind in ("irregular", "regular")
)
BOTH = set("burnt dreamt leant leapt learnt smelt spelt spilt spoilt".split())  # said on "ed" as well


def test_a_past_tense_goes_back_to_its_plain_form() -> None:
    wrong = {past: plain_form(past) for past, plain in IRREGULAR + REGULAR if plain_form(past) != plain}
    assert not wrong


def test_a_verb_has_its_past() -> None:
    pairs = [(past, plain) for past, plain in IRREGULAR + REGULAR if past not in BOTH]
    assert not {plain: past_form(plain) for past, plain in pairs if past_form(plain) != past}


def test_a_past_that_is_the_plain_form_again_comes_back_where_it_is_known_for_one() -> None:
    assert [plain_form(verb, past=True) for verb in EITHER] == EITHER
    assert [past_form(verb) for verb in EITHER] == EITHER


def test_what_may_be_a_habit_is_no_past_by_itself() -> None:
    assert [plain_form(verb) for verb in ("put", "set", "cut", "read", "split", "let")] == [""] * 6
    assert plain_form("quit") == "quit"


@pytest.mark.parametrize("word", PASTS["none"].split())
def test_what_is_no_past_tense_has_no_plain_form(word: str) -> None:
    assert plain_form(word) == ""


@pytest.mark.parametrize(
    "plain, doing",
    [
        ("quit", "quitting"),
        ("begin", "beginning"),
        ("forget", "forgetting"),
        ("open", "opening"),
        ("panic", "panicking"),
    ],
)
def test_a_verb_has_its_form_in_ing(plain: str, doing: str) -> None:
    assert gerund(plain) == doing


@pytest.mark.parametrize(
    "goal, question",
    [
        ("Learn how she hid the costs of the yard", "How did you hide the costs of the yard?"),
        ("Learn how she dealt with the first winter", "How did you deal with the first winter?"),
        ("Learn how she quit the ferries for a desk", "How did you quit the ferries for a desk?"),
        ("Learn how she tasted the tea before the auction", "How did you taste the tea before the auction?"),
        ("Learn how she fuelled the boats in the war years", "How did you fuel the boats in the war years?"),
        ("Learn how she sets the price of a crossing", "How do you set the price of a crossing?"),
    ],
)
def test_a_goal_of_something_they_did_is_asked_in_good_english(goal: str, question: str) -> None:
    assert asked_in_goal(Goal(id="g1", text=goal), NAMES).question == question


def test_every_past_is_found_behind_its_subject() -> None:
    pasts = [past for past, _ in IRREGULAR + REGULAR]
    assert not [past for past in pasts if not re.fullmatch(PAST, past)]
    assert not [past for past in (*pasts, *EITHER) if not re.fullmatch(PAST_OR_ALIKE, past)]


def test_a_pattern_of_pasts_holds_no_present() -> None:
    assert not [word for word in (*EITHER, *PASTS["none"].split()) if re.fullmatch(PAST, word)]
    assert not [word for word in ("ground", "rose", "bound", "need") if re.fullmatch(PAST_ANYWHERE, word)]


def test_whatever_asks_for_a_past_knows_the_rarer_ones() -> None:
    assert "did" in cues("I hid the costs of the yard.")
    assert "did" not in cues("We need a bigger yard.")
    assert ACT_ASKED.search("how you hid the costs of the yard")
    assert WAY_ASKED.search("how you need more than one yard")
    assert ACTED.match("You dug the second dock by hand")
    assert not ACTED.match("You fell ill in the second year")
    assert is_past("hid")
    assert not is_past("need")


def test_a_rarer_past_is_verb_enough_to_stand_alone() -> None:
    text = "Two small boats swam past the long pier, my brother was ill then"
    cut = (text.index("my brother"), len(text))
    assert best_stretch(text, [cut]) == (0, text.index(","))


@pytest.mark.parametrize(
    "typed, asked",
    [
        ("I wonder if you need a second boat.", "do you need a second boat"),
        ("I wonder if you hid the boat.", "How likely is it, as you see it, that you hid the boat"),
    ],
)
def test_what_is_wondered_of_the_past_is_not_asked_with_do(typed: str, asked: str) -> None:
    assert [piece.text for piece in pieces(typed)] == [asked]
