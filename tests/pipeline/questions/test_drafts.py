import re

import pytest

from server.model import GoalKind, Part
from server.pipeline.questions.bank import Bank, Move, load_bank
from server.pipeline.questions.candidates import Workshop, make_candidates
from server.pipeline.questions.drafts import MOST_WORDS, Draft, make_drafts
from tests.pipeline.made import NOW, interview, language, page, pool


def move(*ask: str, when: tuple[str, ...] = ("always",)) -> Move:
    return Move("m", Part.CORE, 4, (GoalKind.EXPLORE,), when, ask, (), 1.0)


def drafts(text: str, one: Move, **meta: str) -> tuple[Draft, ...]:
    gathered = pool(page(text, **meta))
    shop = Workshop(interview(), gathered, language(), NOW, range(len(gathered.found)))
    return make_drafts(make_candidates(shop), Bank((one,)))


CLAIM = "A drawing is a promise to a carpenter."


def test_a_wording_whose_slot_is_empty_is_left_out() -> None:
    [draft] = drafts(CLAIM, move("In {year}: “{quote}”?", "“{quote}”, you {said}?"))
    assert draft.wordings == ("“A drawing is a promise to a carpenter”, you wrote?",)


def test_without_a_wording_there_is_no_draft() -> None:
    assert drafts(CLAIM, move("In {year}: “{quote}”?")) == ()


def test_a_wording_that_is_too_long_to_say_is_refused() -> None:
    assert drafts(CLAIM, move("“{quote}” " + "and so " * MOST_WORDS + "?")) == ()


def test_a_wording_begins_with_a_capital() -> None:
    assert drafts(CLAIM, move("{said} you “{quote}”?"))[0].wordings[0].startswith("Wrote")


def test_the_key_of_a_draft_is_that_of_its_move_and_passages() -> None:
    held = move("“{quote}”?", when=("quote",))
    [one], [same], [other] = (
        drafts(CLAIM, held),
        drafts(CLAIM, held, title="Elsewhere"),
        drafts("Small courts depend on patient clerks.", held),
    )
    assert one.key == same.key != other.key


def test_what_rests_on_no_passage_cites_none() -> None:
    assert drafts(CLAIM, move("And then?"))[0].evidence == ()


@pytest.mark.parametrize("one", load_bank().moves, ids=lambda one: one.id)
def test_every_slot_of_the_bank_can_be_filled(one: Move) -> None:
    known = set(
        "said quote marked turn work year org role org_before person fact plan assumption show who quote_then year_then said_then".split()
    )
    assert {slot for text in one.ask for slot in re.findall(r"\{(\w+)\}", text)} <= known
