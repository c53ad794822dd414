"""Posts told differently on two pages, of a chair maker who does not exist."""

import pytest

from scrapers.page import Block, Kind, Place
from server.pipeline.brief.posts import posts_told
from server.pipeline.brief.tellings import Telling, Told
from server.pipeline.features.compute import ReadClip
from tests.pipeline.made import PRESS_URL, page, pool, row


def told(*pages: ReadClip) -> list[Telling]:
    return posts_told(Told.on(pool(*pages)))


PROFILE = page(row("Head of Seating", "Marram College", "Apr 2022 - Present"), kind=Kind.PROFILE)


def speaker(line: str) -> ReadClip:
    return page(Block("Dana Okafor", Place.HEADING), line, id="c2", url=PRESS_URL)


def test_two_titles_at_one_place_stand_side_by_side() -> None:
    [one] = told(PROFILE, speaker("Director of Woodwork, Marram College"))
    assert {found.clip.id for found in one.passages} == {"c1", "c2"}


@pytest.mark.parametrize(
    "line",
    [
        "Head of Seating and Woodwork, Marram College",  # the same rank, in other words
        "Director of Woodwork, Skerry Ferries",  # another place
        "Trustee and principal donor, Marram College",  # beside a post
        "Chairs, Marram College",  # no post
    ],
)
def test_a_like_title_another_place_or_an_honour_is_no_second_title(line: str) -> None:
    assert told(PROFILE, speaker(line)) == []


def test_a_post_that_has_ended_gives_no_second_title() -> None:
    past = page(row("Head of Seating", "Marram College", "2012 - 2016"), kind=Kind.PROFILE)
    assert told(past, speaker("Director of Woodwork, Marram College")) == []


LECTURED = row("Associate lecturer", "University of Marram", "2014 - 2021")


def test_a_post_that_one_page_ends_and_a_later_page_has_them_hold_stand_side_by_side() -> None:
    later = page(
        "Dana Okafor teaches chair making at the University of Marram.", id="c2", url=PRESS_URL, published="2024"
    )
    [one] = told(page(LECTURED, kind=Kind.PROFILE), later)
    assert one.about == "marram"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Dana Okafor teaches chair making at the University of Marram.", "2019"),  # in its time
        ("Dana Okafor teaches chair making at the College of Skerry.", "2024"),  # elsewhere
        ("Dana Okafor works in the library of Marram.", "2024"),  # other work
        ("Dana Okafor taught chair making at the University of Marram.", "2024"),  # no longer
    ],
)
def test_in_its_time_elsewhere_or_as_other_work_a_post_goes_on(text: str, published: str) -> None:
    later = page(text, id="c2", url=PRESS_URL, published=published)
    assert told(page(LECTURED, kind=Kind.PROFILE), later) == []


def test_a_post_that_goes_on_under_a_new_line_has_not_ended() -> None:
    rows = page(LECTURED, row("Lecturer", "University of Marram", "2021 - Present"), kind=Kind.PROFILE)
    later = page(
        "Dana Okafor teaches chair making at the University of Marram.", id="c2", url=PRESS_URL, published="2024"
    )
    assert told(rows, later) == []


def test_a_post_that_they_deny_stands_beside_the_page_that_gives_it() -> None:
    paper = page("Five years ago Dana Okafor was a partner in a law firm.", id="c2", url=PRESS_URL)
    [one] = told(page("No, I was a senior associate."), paper)
    assert [found.clip.id for found in one.passages] == ["c2", "c1"]
    assert told(page("No, I was a partner in all but name."), paper) == []
