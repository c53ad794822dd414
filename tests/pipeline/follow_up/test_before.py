"""What is sent before there is a talk: an ask one can say no to, and a note that can be forwarded."""

import re
from dataclasses import replace

import pytest

from server.pipeline.follow_up.before import MOST, Wish, both, forwardable, introduction, who
from server.pipeline.referrer import read_referrer
from tests.pipeline.made import DANA, document, interview, page

PAGE = page(
    "I left the ferries in 2019 because nobody would say no to me.",
    "In 2021 I drew 40 timetables and threw 38 of them away.",
    title="Forty timetables | Harbour notes",
)
BACKGROUND = "Bus planner for six years, on call at night and on most of the weekends that there are."


def wish(*pages: object, referrer: str = "", background: str = BACKGROUND, turn: int = 0, named: bool = False) -> Wish:
    made = document(*pages, about=interview("Decide by May whether to leave the buses."))  # type: ignore[arg-type]
    return Wish(DANA.name, read_referrer(referrer), background, 30, made, named=named, turn=turn)


@pytest.mark.parametrize("turn", range(6))
def test_the_note_is_short_and_holds_what_it_should(turn: int) -> None:
    made = forwardable(wish(PAGE, turn=turn))
    assert made.words <= MOST
    assert "I have been a bus planner for six years" in made.body or "I’m a bus planner" in made.body
    assert "30 minutes" in made.body
    assert re.search(r"that is fine|A no is fine|no answer is needed", made.body)
    assert made.hints == ("You want this by May: offer them a day before it.",)
    assert not re.search(r"[{}]|\.\.|\s[.,;:]|[.,;:][.,;]|\?\.", made.body), made.body


def test_the_note_says_one_specific_thing_from_their_pages() -> None:
    made = wish(PAGE)
    body = forwardable(made).body
    quotes = [one.exact.rstrip(".") for one in made.document.evidence]
    assert "Forty timetables" in body or any(quote in body for quote in quotes) or "2019" in body


def test_without_a_page_it_makes_nothing_up_and_says_what_would_help() -> None:
    made = forwardable(wish(background=""))
    assert "decide by May whether to leave the buses" in made.body
    assert "“" not in made.body
    assert [hint.split()[0] for hint in made.hints] == ["Clip", "Say", "You"]


@pytest.mark.parametrize(
    ("want", "said"),
    [
        ("Decide by May whether to leave the buses.", "trying to decide by May whether to leave the buses."),
        ("I want to learn how first clients are found", "trying to learn how first clients are found."),
        ("buses or school??", "I am trying to […]."),
    ],
)
def test_a_want_is_said_as_a_clause_or_leaves_a_gap_that_is_told(want: str, said: str) -> None:
    asked = replace(wish(), document=document(about=interview(want)))
    made = forwardable(asked)
    assert said in made.body
    assert any(hint.startswith("Fill the gap") for hint in made.hints) is ("[…]" in said)


def test_what_is_too_long_is_left_out() -> None:
    made = forwardable(wish(background="word " * 200))
    assert made.words <= MOST
    assert "word word" not in made.body


def test_without_a_referrer_nobody_is_asked_for_an_introduction() -> None:
    assert introduction(wish()) is None


@pytest.mark.parametrize("turn", range(4))
def test_the_referrer_is_asked_in_a_few_lines_and_can_say_no(turn: int) -> None:
    made = introduction(wish(referrer="Ada Pell", turn=turn, named=bool(turn % 2)))
    assert made
    assert made.body.startswith("Hello Ada,")
    assert "Dana Okafor" in made.body
    assert ("you named Dana Okafor" in made.body) is bool(turn % 2)
    assert made.words < 60
    body = both(made, forwardable(wish(turn=turn)))
    assert body.index("Hello Ada") < body.index("30 minutes")


def test_who_is_described_and_not_named_is_greeted_without_a_name() -> None:
    made = introduction(wish(referrer="my supervisor, who took her short course"))
    assert made
    assert made.body.startswith("Hello,\n")


@pytest.mark.parametrize(
    "background, told",
    [
        ("Six years of field surveys.", "I have six years of field surveys behind me."),
        ("Civil engineer, chartered. Born on a farm.", "I’m a civil engineer, chartered."),
        ("I teach maths in Leeds", "I teach maths in Leeds."),
        ("Worked in retail for six years", "I worked in retail for six years."),
        ("Between jobs", "I’m between jobs."),
        ("German teacher", "I’m a German teacher."),
        ("MSc student in hydrology", "I’m an MSc student in hydrology."),
        ("Deputy head for nine years", "I have been a deputy head for nine years."),
        ("Architect", "I’m an architect."),
        ("", ""),
        ("   ", ""),
    ],
)
def test_who_the_user_is_fits_into_half_a_line(background: str, told: str) -> None:
    assert who(background) == told
