import pytest

from scrapers.page import Block, Kind, Place
from server.model import SaidBy
from server.pipeline.evidence.gather import evidence_id
from server.pipeline.evidence.quotable import public_words
from server.pipeline.identity.names import Names
from server.pipeline.privacy.spans import private_spans
from tests.pipeline.made import DANA, PRESS_URL, found, page, pool, turn

ACT = "I left the ward in 2016 to run the night pharmacy."
LONG = "I left the ward " + "and counted another crate of small brown bottles " * 9 + "before the winter came."


def ids(*texts: str | Block, **parts: str) -> list[str]:
    return [one.evidence.id for one in sorted(pool(page(*texts, **parts)).found, key=lambda one: one.evidence.start)]


def test_an_id_stays_when_the_passage_moves_on_its_page() -> None:
    assert ids(ACT)[0] == ids("The hall was painted green that year.", ACT)[1]


def test_an_id_stays_when_what_is_quoted_of_the_passage_gets_shorter() -> None:
    one = found(LONG)
    assert one.evidence.id == evidence_id("c1", LONG, 0)
    assert not one.whole


def test_an_id_stays_whatever_the_white_space_and_the_form_of_a_letter() -> None:
    assert evidence_id("c1", "the oﬃce  of\nDana", 0) == evidence_id("c1", "the office of Dana", 0)


def test_one_sentence_on_two_pages_or_twice_on_one_has_two_ids() -> None:
    assert len({evidence_id("c1", ACT, 0), evidence_id("c2", ACT, 0), evidence_id("c1", ACT, 1)}) == 3
    assert ids(ACT, id="c1") != ids(ACT, id="c2")


def test_a_sentence_that_stands_twice_is_evidence_once_unless_it_was_marked() -> None:
    assert len(pool(page(ACT), page(ACT, id="c2")).found) == 1
    twice = pool(page(ACT), page(ACT, id="c2", selection=ACT)).found
    assert {one.clip.id for one in twice} >= {"c2"}


def test_a_quote_has_at_most_45_words_and_is_verbatim() -> None:
    one = found(LONG)
    assert len(one.evidence.exact.split()) <= 45
    assert LONG.startswith(one.evidence.exact)


def test_a_long_quote_ends_where_a_clause_ends() -> None:
    text = "I left the ward in the spring, " + "and counted crates of bottles in the dark cold hall " * 5
    assert found(text[: text.rfind(",")] + " and then I counted, " + "one more small brown crate " * 12).evidence.exact[-1].isalpha()  # fmt: skip


def test_a_private_stretch_is_cut_out_and_what_is_left_is_a_whole_clause_or_nothing() -> None:
    names = Names.of(DANA)
    text = "My wife was ill that winter, and I left the ferries for the harbour school."
    part = public_words(text, private_spans(text, names))
    assert part is None or "wife" not in text[part[0] : part[1]]
    home = "We live at 14 Chandler Street with our twin daughters."
    assert public_words(home, private_spans(home, names)) is None
    assert public_words(ACT, private_spans(ACT, names)) == (0, len(ACT))


def test_nothing_of_a_private_sentence_stands_beside_a_quote() -> None:
    told = pool(page(f"My wife Ingrid was diagnosed with shingles in 2013. {ACT} My mother was born in Lund.")).found
    for one in told:
        assert "shingles" not in one.evidence.prefix + one.evidence.exact
        assert "Lund" not in one.evidence.suffix


def test_private_passages_are_counted_and_left_out() -> None:
    made = pool(page(ACT, "We live at 14 Chandler Street with our twin daughters."))
    assert (len(made.found), made.withheld) == (1, 1)


def test_context_stops_at_the_end_of_the_line() -> None:
    one = found("The hall was green.", ACT)
    assert (one.evidence.prefix, one.evidence.suffix) == ("", "")


def test_the_hosts_words_are_no_evidence() -> None:
    made = pool(page(turn("Why did you leave the ward in 2016?", "Host"), turn(ACT), kind=Kind.TRANSCRIPT))
    assert [(one.evidence.exact, one.evidence.said_by) for one in made.found] == [(ACT, SaidBy.OWN)]


def test_a_comment_of_somebody_is_no_evidence() -> None:
    made = pool(page(ACT, Block("I left my own ward in 2017 as well, Dana.", Place.COMMENT, "Tomas Vael")))
    assert [one.evidence.exact for one in made.found] == [ACT]


def test_the_best_evidence_stands_first_and_has_its_vectors_beside_it() -> None:
    made = pool(
        page(ACT, "The hall was green and quiet."), page("Dana Okafor spoke of crates.", id="c2", url=PRESS_URL)
    )
    scores = [one.score for one in made.found]
    assert scores == sorted(scores, reverse=True)
    assert len(made.vectors) == len(made.contexts) == len(made.found)


def test_a_note_goes_with_what_was_marked_only() -> None:
    told = pool(page(ACT, "The hall was green and quiet.", selection=ACT, note="why?")).found
    assert {(one.picked, one.note) for one in told} == {(True, "why?"), (False, "")}


@pytest.mark.parametrize("selection", ["ward", "the ward", "   ", "…", "2016"])
def test_a_selection_of_next_to_nothing_marks_nothing_or_its_own_passage(selection: str) -> None:
    told = pool(page(ACT, "The hall was green and quiet.", selection=selection)).found
    assert all(one.evidence.exact == ACT for one in told if one.picked)


def test_no_pages_are_an_empty_pool() -> None:
    assert pool().found == ()


def test_a_page_that_is_unsure_is_marked_so() -> None:
    assert [one.sure for one in pool(page(ACT), unsure=["c1"]).found] == [False]
