"""One fact told twice, on pages of a chair maker who does not exist."""

import pytest

from scrapers.page import Kind
from server.pipeline.brief.tellings import Telling, counts, looked_back_on, turns_told
from tests.pipeline.made import PRESS_URL, page, pool, row


def two(mine: str, theirs: str) -> list[Telling]:
    """What two pages tell differently of a number."""
    return counts(pool(page(mine), page(theirs, id="c2", url=PRESS_URL)))


@pytest.mark.parametrize(
    ("mine", "theirs", "about"),
    [
        (
            "I have taught over 45 apprentices since then.",
            "Dana Okafor has more than 40 apprentices to her name.",
            "apprentices",
        ),
        ("We made 1,900 chairs for the opera.", "Dana Okafor speaks of two thousand four hundred chairs.", "chairs"),
        (
            "The school has fourteen workshops in the valley.",
            "Dana Okafor runs eleven workshops in the valley.",
            "workshops",
        ),
    ],
)
def test_two_numbers_of_one_thing_are_found_in_digits_and_in_words(mine: str, theirs: str, about: str) -> None:
    [told] = two(mine, theirs)
    assert told.about == about
    assert {found.clip.id for found in told.passages} == {"c1", "c2"}


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("We made 1,900 chairs for the opera.", "Dana Okafor made 1,920 chairs for the opera."),
        ("We made 19 chairs for the opera.", "Dana Okafor made 190 chairs for the opera."),
        ("I worked there for twelve years.", "Dana Okafor was away for fifteen years."),
        ("I own three planes.", "Dana Okafor bought four planes in Oslo."),
        ("In 2014 chairs were cheap.", "Dana Okafor sold 1,900 chairs."),
    ],
)
def test_round_numbers_other_magnitudes_years_and_common_units_are_no_two_tellings(mine: str, theirs: str) -> None:
    assert two(mine, theirs) == []


def test_a_role_in_a_row_and_in_prose_may_begin_in_two_years() -> None:
    rows = page(row("Head of the Seating School", "Marram College", "Jan 2018 - Present"), kind=Kind.PROFILE)
    prose = page("Dana Okafor has led the seating school since 2019.", id="c2", url=PRESS_URL)
    [told] = turns_told(pool(rows, prose))
    assert {found.clip.id for found in told.passages} == {"c1", "c2"}


@pytest.mark.parametrize(
    "text",
    [
        "Dana Okafor joined the museum of clocks in 2019.",  # another place
        "Dana Okafor became dean of the seating school in 2026.",  # another time of life
        "Dana Okafor became treasurer of Marram College in 2020 and librarian of it.",  # another role
    ],
)
def test_another_place_time_or_role_is_another_turn(text: str) -> None:
    rows = page(row("Head of the Seating School", "Marram College", "Jan 2018 - Present"), kind=Kind.PROFILE)
    assert turns_told(pool(rows, page(text, id="c2", url=PRESS_URL))) == []


FORECAST = "I think that within five years no apprentice will glue a joint by hand."


def test_a_forecast_and_the_look_back_on_it_stand_together_the_older_first() -> None:
    old = page(FORECAST, published="2018-05")
    new = page("In 2018 I wrote that within five years no apprentice would glue a joint.", id="c2", published="2024")
    [told] = looked_back_on(pool(new, old))
    assert [found.clip.id for found in told.passages] == ["c1", "c2"]


def test_a_page_of_the_same_year_or_without_a_look_back_is_none() -> None:
    back = "In 2018 I wrote that within five years no apprentice would glue a joint."
    plain = "Every apprentice here glues a joint by hand in the first five weeks."
    for when, text in (("2018-09", back), ("2024", plain)):
        assert looked_back_on(pool(page(FORECAST, published="2018-05"), page(text, id="c2", published=when))) == []
