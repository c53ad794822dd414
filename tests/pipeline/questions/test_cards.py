from server.model import Card
from server.pipeline.evidence.gather import Pool
from server.pipeline.goals.match import match_goals
from server.pipeline.questions.bank import load_bank
from server.pipeline.questions.cards import MOST, PER_PAGE, offer_cards
from tests.pipeline.made import interview, language, page, pool, row

BANK = load_bank()
GOALS = ("Decide whether to leave the ferries.", "Learn how looms are moved.", "Find two people who mend looms.")
TEXTS = [f"In 20{n} I moved {n} looms because harbour {n} had flooded again." for n in range(10, 40)]


def cards(made: Pool, *goals: str) -> tuple[Card, ...]:
    return offer_cards(made, match_goals(interview(*goals), made, language()), BANK)


def test_no_evidence_is_no_card_and_no_goal_no_error() -> None:
    assert cards(pool(), *GOALS) == ()
    [card] = cards(pool(page(TEXTS[0])))
    assert card.goals == ()


def test_every_card_has_two_or_three_ways_of_asking_that_begin_with_the_passage() -> None:
    made = pool(page(*TEXTS[:4], row("Planner", "Skerry Ferries", "2009 - 2016")))
    for card in cards(made, *GOALS):
        assert 2 <= len(card.shapes) <= 3
        assert len({shape.text for shape in card.shapes}) == len(card.shapes)
        assert len(card.goals) == 2


def test_there_are_not_too_many_and_no_page_takes_them_all() -> None:
    made = pool(*(page(*TEXTS[at : at + 6], id=f"c{at}") for at in range(0, 30, 6)))
    clip_of = {one.evidence.id: one.clip.id for one in made.found}
    told = [clip_of[card.evidence] for card in cards(made, *GOALS)]
    assert len(told) <= MOST
    assert max(told.count(clip) for clip in told) <= PER_PAGE


def test_what_was_marked_stands_first_with_the_note_and_is_never_left_out() -> None:
    made = pool(page(*TEXTS, "We met, once.", selection="We met, once.", note="where?"))
    assert cards(made, *GOALS)[0].why == "You marked this: where?"


def test_a_way_of_asking_starts_from_what_they_did_or_said_where_that_can_be_said() -> None:
    made = pool(page(TEXTS[0], "Looms are moved by people who read the tide tables."))
    led, unled = made.found[0].evidence.id, made.found[1].evidence.id
    offered = offer_cards(made, (), BANK, {led: "You moved ten looms."})
    starts = {
        card.evidence: {shape.text.split(" ", 2)[:2] == ["You", "moved"] for shape in card.shapes} for card in offered
    }
    assert starts == {led: {True}, unled: {False}}
    assert all("…" in shape.text for card in offered for shape in card.shapes)


def test_a_way_of_asking_fits_what_the_passage_shows_and_the_rarer_stand_first() -> None:
    [number] = [card for card in cards(pool(page("We went from three looms to 40 in a year."))) if card.shapes]
    fitting = [half.move for half in BANK.shapes if half.signs]
    assert number.shapes[0].move in fitting
    plain = cards(pool(page("Harbours are green towards the evening hours.")))
    assert {shape.move for card in plain for shape in card.shapes} <= {half.move for half in BANK.shapes}


def test_every_way_of_asking_leaves_dots_to_fill_and_asks_one_thing() -> None:
    assert all("…" in half.text for half in BANK.shapes)
    assert all(half.text.count("?") == 1 for half in BANK.shapes)
    assert sum(not half.signs for half in BANK.shapes) >= 2  # so that any passage has two


def test_a_doubtful_page_says_so_on_its_card() -> None:
    made = pool(page(TEXTS[0]), unsure=["c1"])
    assert [card.why.startswith("Not sure this is the same person") for card in cards(made)] == [True]
