import pytest

from server.pipeline.questions.bank import Probes, load_bank
from server.pipeline.questions.probing import probes_after

BANK = load_bank()
MOVES = {move.id: move for move in BANK.moves}


@pytest.mark.parametrize(
    "asked, probe",
    [
        ("In 2019 you wrote “tides wait for nobody”. Who told you so?", "What did they say?"),
        ("You wrote “we shut the mill”. When did you know?", "What was the first sign?"),
        ("You wrote “we shut the mill”. How much did it cost?", "Is that still so?"),
        ("You wrote “never lend a net”. How do you say no?", "When did that last work?"),
        ("You wrote “never lend a net”. What would you do with mine?", "When did you see that?"),
        ("You wrote “never lend a net”. What came of it?", "What happened next?"),
    ],
)
def test_what_follows_the_seekers_own_question_goes_by_what_it_asks(asked: str, probe: str) -> None:
    assert probes_after(asked, MOVES["my_own_question"], BANK.probes)[0] == probe


def test_another_move_keeps_its_own_probes_and_so_does_a_question_that_asks_with_no_known_word() -> None:
    other, own = MOVES["what_tipped_it"], MOVES["my_own_question"]
    assert probes_after("You left the mill. What tipped it?", other, BANK.probes) == other.probes
    assert probes_after("You wrote “we shut the mill”. Did it hurt?", own, BANK.probes) == own.probes


@pytest.mark.parametrize("one", BANK.probes, ids=lambda one: one.asks[0])
def test_a_probe_is_one_short_open_question(one: Probes) -> None:
    assert all(probe.endswith("?") and len(probe.split()) <= 9 for probe in one.then)
