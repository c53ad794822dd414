"""One thing at two times, on pages of a chair maker who does not exist."""

import pytest

from server.pipeline.brief.tellings import Telling, Told
from server.pipeline.brief.then import then_told
from tests.pipeline.made import PRESS_URL, page, pool


def told(old: str, new: str, when: tuple[str, str] = ("2021-02", "2022-09")) -> list[Telling]:
    return then_told(Told.on(pool(page(new, id="c2", published=when[1]), page(old, published=when[0]))))


PROMISE = "By the end of spring I will finish the catalogue."


@pytest.mark.parametrize(
    ("old", "new", "about"),
    [
        (PROMISE, "I still haven't finished the catalogue.", "catalogue"),
        (PROMISE, "I finally published the catalogue.", "catalogue"),
        (PROMISE, "I still have not finished writing the catalogue.", "catalogue"),
        (PROMISE, "I'm still working on the catalogue.", "catalogue"),
        (PROMISE, "The catalogue isn't finished yet.", "catalogue"),
        (PROMISE, "The catalogue is finally out.", "catalogue"),
        (PROMISE, "I put the catalogue on the back burner.", "catalogue"),
        ("In 2021 I'm going to build my own kiln.", "In the end I gave up on the kiln.", "kiln"),
        ("I plan to put the illustrated catalogue online by June.", "I never finished the catalogue.", "catalogue"),
        ("It was our best season ever.", "Last winter was the best season we've ever had.", "best season"),
        (
            "I am a carver and teacher at Marram College.",
            "I'm the director of the guild.",
            "work",
        ),
    ],
)
def test_a_promise_a_record_and_a_title_stand_beside_their_later_state(old: str, new: str, about: str) -> None:
    [one] = told(old, new, ("2021-02", "2023-09"))
    assert one.about == about
    assert [found.clip.id for found in one.passages] == ["c1", "c2"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (PROMISE, "I still haven't finished the kiln."),  # another thing
        ("I will finish the catalogue.", "I still haven't finished the catalogue."),  # for no day
        (PROMISE, "The catalogue is printed in Oslo."),  # not how it went
        ("By spring I will finish the year.", "I still haven't finished the year."),  # nothing that is made
        ("In 2021 the guild closed; I will finish the catalogue.", "I never finished the catalogue."),  # for no day
        ("By the end of spring I will not touch the catalogue.", "I never finished the catalogue."),
        ("If I get the grant, by spring I will finish the catalogue.", "I never finished the catalogue."),
        ("I don't think I will finish the catalogue by spring.", "I never finished the catalogue."),
        ("By spring I will finish the chairs for the catalogue.", "I never finished the catalogue."),
        (PROMISE, "I still haven't slept since the catalogue."),
        (PROMISE, "I have opened a shop since the catalogue."),
        (PROMISE, "I never got a reply about the catalogue."),
        (PROMISE, "I never finished the chairs for the catalogue."),
        (PROMISE, "I never finished the catalogue cover."),
        (PROMISE, "When I have finished the catalogue, I rest."),
        (PROMISE, "I should have published the catalogue earlier."),
        ("It was our best season ever.", "It was our worst season ever."),
        ("I am a teacher at Marram College.", "I'm a teacher of carvers."),  # the same rank
        ("I am the son of a professor.", "I'm the director of the guild."),
        ("I am a former teacher.", "I'm the director of the guild."),
    ],
)
def test_another_thing_no_day_or_the_same_rank_is_nothing_to_compare(old: str, new: str) -> None:
    assert told(old, new, ("2021-02", "2023-09")) == []


def test_the_plainest_account_of_how_it_stands_is_taken() -> None:
    plain, round_about = "I still haven't finished the catalogue.", "The catalogue went to the back burner."
    pages = (page(PROMISE, published="2021-02"), page(round_about, plain, id="c2", published="2022"))
    [one] = then_told(Told.on(pool(*pages)))
    assert one.passages[1].evidence.exact == plain


@pytest.mark.parametrize("when", [("2022-09", "2021-02"), ("2021-02", "2021-02"), ("2015-02", "2022-09"), ("", "2022")])
def test_a_promise_is_followed_up_after_it_and_soon(when: tuple[str, str]) -> None:
    assert told(PROMISE, "I still haven't finished the catalogue.", when) == []


@pytest.mark.parametrize(("old", "pairs"), [("2022-02", 0), ("2021-02", 1)])
def test_what_they_call_themselves_is_compared_over_two_years(old: str, pairs: int) -> None:
    assert len(told("I am a teacher at Marram College.", "I'm the director of the guild.", (old, "2023-01"))) == pairs


def test_what_others_say_of_them_is_not_set_against_their_own_words() -> None:
    paper = page("It was the best season ever.", id="c2", url=PRESS_URL, published="2022-09")
    assert then_told(Told.on(pool(page("It was our best season ever.", published="2021-02"), paper))) == []
