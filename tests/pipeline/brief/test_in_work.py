"""Where a page has them working, and the step that ended it, of a chair maker who does not exist."""

import pytest

from scrapers.page import Kind
from server.pipeline.brief.in_work import work_told
from server.pipeline.brief.tellings import Telling, Told
from server.pipeline.features.compute import ReadClip
from tests.pipeline.made import PRESS_URL, page, pool, row


def told(*pages: ReadClip) -> list[Telling]:
    return work_told(Told.on(pool(*pages)))


def card(line: str, when: str = "") -> ReadClip:
    return page(line, id="c2", url=PRESS_URL, published=when)


STEP = page("In March 2024 I took a job.", published="2024-05")


@pytest.mark.parametrize(
    "line",
    [
        "Dana Okafor has worked for herself since 2014.",
        "Dana Okafor is a freelance chair maker.",
        "Dana Okafor is self-employed and teaches joinery.",
    ],
)
def test_a_card_that_has_them_alone_stands_beside_the_job_they_took(line: str) -> None:
    [one] = told(STEP, card(line))
    assert [found.clip.id for found in one.passages] == ["c2", "c1"]


def test_a_dated_page_from_before_the_job_told_the_truth_in_its_time() -> None:
    assert told(STEP, card("Dana Okafor is a freelance chair maker.", "2019-02")) == []
    assert len(told(STEP, card("Dana Okafor is a freelance chair maker.", "2026-02"))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Dana Okafor was a freelance chair maker.",
        "Dana Okafor worked for herself until 2024.",
        "Dana Okafor employs two freelance turners.",
        "Dana Okafor works for the museum.",
    ],
)
def test_what_is_over_or_of_others_has_nobody_alone(line: str) -> None:
    assert told(STEP, card(line)) == []


def test_who_left_again_later_may_be_alone_again() -> None:
    left = page("I left Skerry Ferries last week.", id="c3", published="2025-09")
    assert told(STEP, card("Dana Okafor is a freelance chair maker."), left) == []


def test_of_several_tellings_the_plainest_is_taken_once() -> None:
    again = page("I took a job.", id="c3", published="2024-08")
    [one] = told(STEP, again, card("Dana Okafor has worked for herself since 2014 and mends chairs for the opera."))
    assert one.passages[1].clip.id == "c1"


LEFT = page("Last spring I left Marram College.", published="2024-05")


@pytest.mark.parametrize(
    "other",
    [
        page(row("Head of Seating", "Marram College", "Apr 2016 - Present"), kind=Kind.PROFILE, id="c2"),
        card("Dana Okafor teaches joinery at Marram College."),
        card("Dana Okafor is a lecturer at the College of Marram."),
    ],
)
def test_a_page_that_still_has_them_where_they_left_is_shown(other: ReadClip) -> None:
    [one] = told(LEFT, other)
    assert (one.about, one.passages[0].clip.id) == ("marram", "c2")


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("I left Skerry Ferries.", "Dana Okafor teaches joinery at Marram College."),  # another place
        ("I nearly left Marram College.", "Dana Okafor teaches joinery at Marram College."),
        ("When I left Marram College that evening it rained.", "Dana Okafor teaches joinery at Marram College."),
        ("I left Marram College.", "Dana Okafor was a lecturer at Marram College."),
        ("I left Marram College.", "Dana Okafor taught joinery at Marram College."),
        ("I left the glue in the sun.", "Dana Okafor teaches joinery at Marram College."),
    ],
)
def test_another_place_or_what_did_not_happen_ends_nothing(mine: str, theirs: str) -> None:
    assert told(page(mine, published="2024-05"), card(theirs)) == []
