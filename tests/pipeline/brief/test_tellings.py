"""One fact told twice, on pages of a chair maker who does not exist."""

import pytest

from scrapers.page import Kind
from server.pipeline.brief.counts import counts
from server.pipeline.brief.dates import turns_told
from server.pipeline.brief.looking_back import looked_back_on
from server.pipeline.brief.tellings import Telling, Told
from tests.pipeline.made import PRESS_URL, page, pool, row


def two(mine: str, theirs: str) -> list[Telling]:
    """What two pages tell differently of a number."""
    return counts(Told.on(pool(page(mine), page(theirs, id="c2", url=PRESS_URL))))


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


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("We have made 300+ chairs for the opera.", "Dana Okafor made 312 chairs for the opera."),  # both can be meant
        ("In the 2018/19 season 212 chairs left the shop.", "Dana Okafor sold 260 chairs."),  # of one season
        ("FT presented the second quarter: 2,214 chairs.", "Dana Okafor counts 2,610 chairs in March."),
        ("The shop cost £40,000.", "Dana Okafor paid £52,000 for a van."),  # two things that cost
    ],
)
def test_numbers_that_can_both_be_meant_are_no_two_tellings(mine: str, theirs: str) -> None:
    assert two(mine, theirs) == []


@pytest.mark.parametrize(
    ("mine", "theirs", "about"),
    [
        ("We have made 312 chairs for the opera.", "Dana Okafor made more than 400 chairs for the opera.", "chairs"),
        ("Of the 84 of us, 29 never saw a plane.", "Dana Okafor runs a guild of more than 90 members.", "members"),
        (
            "We raised £40,000 from the guild for the new workshop.",
            "Dana Okafor raised £52,000 from the guild for a workshop.",
            "money",
        ),
        (
            "I spent ten years as a planner before the opera.",
            "Dana Okafor was a planner for eleven years before the opera.",
            "years",
        ),
        (
            "We recorded the guild for 74 hours over two winters.",
            "Dana Okafor made 61 hours of recordings over two winters.",
            "hours",
        ),
    ],
)
def test_a_count_a_sum_and_a_span_can_be_told_in_two_ways(mine: str, theirs: str, about: str) -> None:
    [told] = two(mine, theirs)
    assert told.about == about


def test_nothing_paid_is_no_sum() -> None:
    assert (
        two("They paid me £0 for the first ten chairs.", "Dana Okafor was paid £40,000 for the first ten chairs.") == []
    )


def test_what_their_place_is_said_to_count_is_compared_on_pages_that_are_about_it() -> None:
    board = page("Dana Okafor teaches.", "The guild counts 14,200 workshops.", id="c1", url=PRESS_URL)
    news = page("Dana Okafor spoke.", "The guild has more than 16,000 workshops now.", id="c2", url=PRESS_URL)
    [told] = counts(Told.on(pool(board, news)))
    assert told.about == "workshops"


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("We started in 2017, five of us, in a carpet shop.", "We have been on Fore Street since 2016."),
        ("I got my doctorate in Marram in 2014.", "Dana Okafor, Ph.D. (Marram, 2013), makes chairs."),
        ("Head of Seating, Marram College, since 2017.", "Dana Okafor took over as Head of Seating in March 2018."),
    ],
)
def test_a_beginning_a_doctorate_and_a_post_since_a_year_can_be_dated_twice(mine: str, theirs: str) -> None:
    assert len(turns_told(Told.on(pool(page(mine), page(theirs, id="c2"))))) == 1


def test_a_beginning_of_something_in_particular_is_not_the_beginning_of_all() -> None:
    mine, theirs = page("We started in 2017."), page("I have been in the choir of glue makers since 2016.", id="c2")
    assert turns_told(Told.on(pool(mine, theirs))) == []


def test_a_role_in_a_row_and_in_prose_may_begin_in_two_years() -> None:
    rows = page(row("Head of the Seating School", "Marram College", "Jan 2018 - Present"), kind=Kind.PROFILE)
    prose = page("Dana Okafor has led the seating school since 2019.", id="c2", url=PRESS_URL)
    [told] = turns_told(Told.on(pool(rows, prose)))
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
    assert turns_told(Told.on(pool(rows, page(text, id="c2", url=PRESS_URL)))) == []


FORECAST = "I think that within five years no apprentice will glue a joint by hand."


def test_a_forecast_and_the_look_back_on_it_stand_together_the_older_first() -> None:
    old = page(FORECAST, published="2018-05")
    new = page("In 2018 I wrote that within five years no apprentice would glue a joint.", id="c2", published="2024")
    [told] = looked_back_on(Told.on(pool(new, old)))
    assert [found.clip.id for found in told.passages] == ["c1", "c2"]


def test_a_page_of_the_same_year_or_without_a_look_back_is_none() -> None:
    back = "In 2018 I wrote that within five years no apprentice would glue a joint."
    plain = "Every apprentice here glues a joint by hand in the first five weeks."
    for when, text in (("2018-09", back), ("2024", plain)):
        assert (
            looked_back_on(Told.on(pool(page(FORECAST, published="2018-05"), page(text, id="c2", published=when))))
            == []
        )
