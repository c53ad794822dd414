"""Shorter wordings of a typed question, and the one hint shown while somebody types."""

from server.model import Checked
from server.pipeline.typed import check_typed
from tests.pipeline.made import interview, language, page

PAGE = page(
    "I left the ferries in 2014.",
    "My first client was a bakery that I had mended the oven of.",
    "We moved six looms to Vassbo in one winter.",
    *(
        f"In winter {n} the workshop by the harbour took in {n} looms, and each of them came with a box of parts."
        for n in range(1, 9)
    ),
)


def checked(question: str) -> Checked:
    [found] = check_typed([question], interview("Learn how first clients are found."), [PAGE], language())
    return found


def test_a_long_double_question_is_offered_as_its_first_query() -> None:
    typed = "I was wondering, since I am thinking of this a lot, how did you find your first client, and what would you do differently?"
    offers = checked(typed).offers
    assert offers[0] == "How did you find your first client?"


def test_a_wording_is_built_on_a_passage_that_speaks_of_the_same() -> None:
    assert any("ferries" in offer for offer in checked("Did you like leaving the ferries?").offers)


def test_every_offer_is_one_query_that_the_linter_lets_pass() -> None:
    for typed in ("Did you like leaving the ferries?", "Why did you leave the ferries and how did you find a client?"):
        for offer in checked(typed).offers:
            assert offer != typed
            assert offer.count("?") == 1
            assert len(offer.split()) <= 30


def test_a_good_short_question_is_left_alone() -> None:
    assert checked("You left the ferries in 2014; what tipped it?").offers == ()


def test_while_typing_one_hint_is_worth_showing_and_a_job_comes_first() -> None:
    assert checked("Are you hiring anyone, and how much do you earn?").hint == "L14"
    assert checked("You left the ferries in 2014; what tipped it?").hint == ""
