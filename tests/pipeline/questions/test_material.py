"""What questions are made of, where a passage has to be weighed with its page: acts, marks, what is told beside and later."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scrapers.page import Kind
from server.pipeline.identity.names import Names
from server.pipeline.questions.material.act import act_of
from server.pipeline.questions.material.candidate import Candidate
from server.pipeline.questions.material.leads import act_leads, how_did
from server.pipeline.questions.material.marked import line_leads, mark_leads
from server.pipeline.questions.material.nearby import extracts_of, rest_beside
from tests.pipeline.made import DANA, NOW, PRESS_URL, candidates, found, language, page, pool, row

ACTS = tomllib.loads((Path(__file__).parents[2] / "acts.toml").read_text("utf-8"))["lines"]
NAMES = Names.of(DANA)


def line_of(case: dict[str, Any]) -> str:
    return " ".join((case["text"][:50], case.get("published", ""), "marked" if case.get("marked") else "")).strip()


@pytest.mark.parametrize("case", ACTS, ids=line_of)
def test_an_act_is_told_to_their_face_or_not_at_all(case: dict[str, Any]) -> None:
    where = PRESS_URL if case.get("page") == "press" else ""
    marked = case["text"] if case.get("marked") else ""
    one = found(case["text"], url=where, published=case.get("published", ""), selection=marked)
    assert act_of(one, NAMES, NOW.year) == case["act"]


def test_a_long_act_is_cut_where_a_clause_ends() -> None:
    one = found(
        "In 2019 I drew the charts of every quay between Leer and the islands by hand, because the harbour office had lost its own in the flood."
    )
    act = act_of(one, NAMES, NOW.year)
    assert act.startswith("In 2019 you drew the charts")
    assert act.endswith("by hand")


def marked(text: str, note: str = "", *, selection: str = "", turn: str = "", published: str = "") -> tuple[str, ...]:
    one = found(text, selection=selection or text, note=note, published=published)
    return mark_leads(one, turn, ("wrote", one.evidence.when[:4], NOW.year), language())


def test_a_marked_line_that_nobody_is_known_to_have_said_is_the_seekers_to_bring_in() -> None:
    one = found("Small courts depend on patient clerks.", selection="Small courts depend on patient clerks.")
    assert line_leads(one, language()) == ("This line stayed with me: “Small courts depend on patient clerks”.",)
    pointing = found("They found it hard until then.", selection="They found it hard until then.")
    assert line_leads(pointing, language()) == ()


def test_a_year_is_said_of_an_old_view_and_not_of_what_they_tell_of_themselves() -> None:
    view, told = "Small courts depend on patient clerks.", "I counted every clerk of the small courts."
    assert marked(view, published="2019-04")[0].startswith("In 2019 you wrote")
    assert not any("2019" in lead for lead in marked(told, published="2019-04"))
    assert not any("2025" in lead for lead in marked(view, published="2025-04"))


def test_a_marked_act_is_told_before_it_is_quoted() -> None:
    leads = marked("I left the ferry office in 2016.", turn="You left the ferry office in 2016")
    assert leads[0] == act_leads("You left the ferry office in 2016")[0]
    assert any("“I left the ferry office in 2016”" in lead for lead in leads[1:])


def test_of_a_mark_that_tells_an_act_and_more_the_act_is_told() -> None:
    leads = marked("Fog is patient, but I left the ferry office in 2016.")
    assert leads[:2] == ("You left the ferry office in 2016.", "You wrote “I left the ferry office in 2016”.")
    assert (
        marked("I missed the last ferry to Leer in 2016.")[0] == "You wrote “I missed the last ferry to Leer in 2016”."
    )


@pytest.mark.parametrize(
    "text, piece, lead",
    [
        (
            "It is a promise to a carpenter and to nobody else.",
            "What a drawing is",
            "In “What a drawing is” you wrote “It",
        ),
        ("It is a promise to a carpenter and to nobody else.", "", "You wrote “It"),
        (
            "It is a promise to a carpenter and to nobody else.",
            "A title of far more words than one says aloud",
            "You wrote “It",
        ),
        ("A drawing is a promise to a carpenter.", "What a drawing is", "You wrote “A"),
    ],
)
def test_the_title_of_a_piece_says_what_a_quote_speaks_of_that_points_away_from_itself(
    text: str, piece: str, lead: str
) -> None:
    one = found(text, selection=text)
    assert mark_leads(one, "", ("wrote", "", NOW.year), language(), piece)[0].startswith(lead)


@pytest.mark.parametrize(
    "turn, asked",
    [
        ("You talked your way into the harbour school", "How did you talk your way into the harbour school?"),
        ("You've slowly built a crew of nine", "How did you slowly build a crew of nine?"),
        ("You left the ferry office in 2016", ""),
        ("You lost the lease", ""),
        ("You gave the crew a bell, and they rang it", ""),
        ("", ""),
    ],
)
def test_one_asks_how_somebody_did_what_can_be_learned_from_them(turn: str, asked: str) -> None:
    assert how_did(turn) == asked


def test_the_part_of_a_mark_that_the_note_picks_up_comes_first() -> None:
    text = "Small courts depend on patient clerks, and large courts forget their clerks entirely."
    assert "“large courts forget their clerks entirely”" in marked(text, "who is it they forget?")[0]
    assert "forget" not in marked(text, "patient?", selection="Small courts depend on patient clerks")[0]


def test_what_was_not_marked_is_not_quoted() -> None:
    text = "Small courts depend on patient clerks, and large courts forget their clerks entirely."
    leads = marked(text, "hm", selection="large courts forget their clerks entirely")
    assert leads
    assert not any("Small courts" in lead for lead in leads)


@pytest.mark.parametrize(
    "half", ["Because a drawing is a promise to a carpenter.", "That was a promise to a carpenter."]
)
def test_half_a_sentence_is_not_quoted_back(half: str) -> None:
    assert not any(half[1:-1] in lead for lead in marked(half))
    assert any("“A drawing" in lead for lead in marked("A drawing is a promise to a carpenter."))


def test_what_they_call_a_thing_brings_it_in_and_a_line_of_speech_is_no_statement_of_theirs() -> None:
    text = 'I keep a "two-tide rule": if a stranger asks for a crossing, I say, "I am full this week, but I could take you in two tides."'
    [lead] = marked(text, "mine would be the opposite")
    assert lead == "You wrote of a “two-tide rule”."


def test_where_no_quote_fits_the_words_that_the_note_picks_up_will_do() -> None:
    text = (
        "What it needed, and this they never believed, was 3+ months to close the books on one season (as I told them)."
    )
    [lead] = marked(text, "3+ months to close??")
    assert lead == "You wrote of “3+ months to close”."


def test_a_year_ago_says_nothing_and_seven_do() -> None:
    text = "Good orchards are made by bad pruners."
    assert marked(text, published="2019-03")[0].startswith("In 2019 ")
    assert not any("2025" in lead for lead in marked(text, published="2025-12"))


def test_a_mark_that_cannot_be_said_leads_nowhere() -> None:
    assert marked("They never ask the night porter.") == ()


def beside(*texts: str, about: str, said: str = "") -> str:
    """What is told beside one of some passages of one page."""
    read = page(*texts)
    [one] = [one for one in pool(read).found if one.evidence.exact == about]
    return rest_beside(one, extracts_of([read]), said or about)


def test_what_is_beside_a_passage_is_the_rest_of_it_and_its_neighbours_after_and_before() -> None:
    about = "I left the ferry office in 2016, to teach."
    texts = ("It snowed that week.", "The lamp was out.", about, "The quay was green.", "Nobody rowed.", "It rained.")
    told = beside(*texts, "We ate fish.", about=about, said="You left the ferry office in 2016")
    assert ", to teach." in told
    assert all(text in told for text in texts[1:2] + texts[3:])
    assert not any(text in told for text in ("ferry office", "It snowed", "We ate fish"))


def test_nothing_is_beside_the_only_passage_of_a_page_said_whole() -> None:
    alone = "I left the ferry office in 2016."
    assert beside(alone, about=alone).strip(" .") == ""


def test_a_passage_of_a_page_that_was_not_read_has_nothing_beside_it() -> None:
    one = found("I left the ferry office in 2016.", "The quay was green.")
    assert rest_beside(one, {}, "You left the ferry office in 2016").strip(" .") == ""


def test_only_pages_that_were_read_have_an_extract() -> None:
    read = page("I left the ferry office in 2016.")
    unread = replace(page("I mend looms.", id="c2"), extract=None)
    assert set(extracts_of([read, unread])) == {"c1"}


CLAIM, LATER = "I never sign a lease on a boathouse.", "I left the boathouse in 2021."


def of_page(ident: str, made: tuple[Candidate, ...]) -> Candidate:
    [one] = [one for one in made if one.found.clip.id == ident]
    return one


@pytest.mark.parametrize(
    "published, twin",
    [("2016-03", True), ("2022-03", True), ("2023-01", False), ("2025-01", False), ("", False)],
)
def test_an_older_word_on_the_same_matter_is_two_years_older_at_least(published: str, *, twin: bool) -> None:
    made = candidates(
        page("Apprentices should learn chairs slowly by making many chairs.", published="2024-02", id="now"),
        page("Apprentices should learn chairs by copying old chairs.", published=published, id="then"),
    )
    assert (of_page("now", made).twin is not None) is twin
    assert of_page("then", made).twin is None or published > "2024"


def test_what_happened_is_no_twin_of_what_is_held() -> None:
    made = candidates(
        page("Apprentices should learn chairs slowly by making many chairs.", published="2024-02", id="now"),
        page("Apprentices learned chairs by copying old chairs.", published="2016-03", id="then"),
    )
    assert of_page("now", made).twin is None


def test_an_older_word_on_another_matter_is_no_twin() -> None:
    made = candidates(
        page("Apprentices should learn chairs slowly by making many chairs.", published="2024-02", id="now"),
        page("Ferries cost the county money every winter.", published="2016-03", id="then"),
    )
    assert of_page("now", made).twin is None


@pytest.mark.parametrize(
    "words, act, found_after",
    [
        (CLAIM, LATER, True),
        (CLAIM, "I painted the boathouse green in 2021.", False),  # ends or begins nothing
        (CLAIM, "I left the weaving mill at Vassbo in 2021.", False),  # another matter
        ("The boathouse lease ran out that spring.", LATER, False),  # holds no view
    ],
)
def test_a_later_act_on_the_same_matter_is_set_against_a_view(words: str, act: str, *, found_after: bool) -> None:
    made = candidates(
        page(words, id="words", published="2017-01"),
        page(act, id="act", published="2022-01"),
    )
    assert (of_page("words", made).act_after is not None) is found_after
    assert of_page("act", made).act_after is None


def test_an_act_told_before_the_words_or_on_the_same_page_is_no_later_act() -> None:
    before = candidates(page(CLAIM, id="words", published="2022-01"), page(LATER, id="act", published="2017-01"))
    assert of_page("words", before).act_after is None
    assert {one.act_after for one in candidates(page(CLAIM, LATER, published="2022-01"))} == {None}


def test_what_a_later_page_comes_back_to_is_settled() -> None:
    text = "I expect the harbour school will close the evening classes for adults."
    later = "The harbour school did close its evening classes for adults."
    said = page(text, id="said", published="2019-01")
    assert not of_page("said", candidates(said)).settled
    assert of_page("said", candidates(said, page(later, id="later", published="2022-01"))).settled
    assert not of_page("said", candidates(said, page(later, id="later", published="2017-01"))).settled
    assert not of_page("said", candidates(said, page("Fog costs money.", id="later", published="2022-01"))).settled


def job_before(*rows: tuple[str, str, str]) -> list[str]:
    made = candidates(page(*(row(*cells) for cells in rows), kind=Kind.PROFILE))
    return [one.before.evidence.slots.org for one in made if one.before]


def test_the_job_before_ended_when_this_one_began_and_elsewhere() -> None:
    here, there = ("Planner", "Skerry Ferries", "2016 - present"), ("Clerk", "Norrland Freight", "2009 - 2016")
    assert job_before(here, there) == ["Norrland Freight"]
    assert job_before(here, ("Clerk", "Norrland Freight", "2009 - 2014")) == []
    assert job_before(here, ("Clerk", "skerry ferries", "2009 - 2016")) == []
