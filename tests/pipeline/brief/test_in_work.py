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


@pytest.mark.parametrize(
    "line",
    [
        "In March 2024 I took a job.",
        "I took a job last spring.",
        "I accepted the position.",
        "I took a permanent post at Marram College.",
        "I started a new job as a lecturer.",
        "I took the role of assistant curator.",
    ],
)
def test_a_job_taken_is_a_step(line: str) -> None:
    assert len(told(page(line, published="2024-05"), card("Dana Okafor is a freelance chair maker."))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "I took the position that chairs should last.",
        "I took a position against plastic chairs.",
        "I took this post down after a week.",
        "I started this post last week.",  # of a diary
        "I started this job board.",
        "I took my job seriously.",
        "I took the role of the villain that evening.",
        "In 2005 I took a job.",  # long before they began to work for themselves
    ],
)
def test_a_stand_a_page_or_a_part_is_no_job_taken(line: str) -> None:
    assert told(page(line, published="2024-05"), card("Dana Okafor has worked for herself since 2014.")) == []


def test_of_several_tellings_the_plainest_is_taken_once() -> None:
    again = page("I took a job.", id="c3", published="2024-08")
    [one] = told(STEP, again, card("Dana Okafor has worked for herself since 2014 and mends chairs for the opera."))
    assert one.passages[1].clip.id == "c1"


@pytest.mark.parametrize(
    "line",
    [
        "I left Marram College.",
        "I left Marram College in 2023.",
        "Two years ago I quit my job as a lecturer at the Marram College.",
        "I left Marram College at the end of June.",
        "I resigned from Marram College to start my own shop.",
        "Today was my last day at Marram College.",
    ],
)
def test_a_place_left_for_good_is_a_step(line: str) -> None:
    assert len(told(page(line, published="2024-05"), card("Dana Okafor teaches joinery at Marram College."))) == 1


def post(begun: str) -> ReadClip:
    return page(row("Head of Seating", "Marram College", f"{begun} - Present"), kind=Kind.PROFILE, id="c2")


def test_a_post_begun_after_the_leaving_contradicts_nothing() -> None:
    gone = page("I left Marram College in 2012.", published="2013")
    assert told(gone, post("Apr 2016")) == []
    assert len(told(gone, post("Apr 2009"))) == 1


def test_who_came_back_is_there_on_every_page() -> None:
    teaches = page("Dana Okafor teaches joinery at Marram College.", id="c3", url=PRESS_URL)
    assert told(page("I left Marram College in 2012.", published="2013"), post("Apr 2016"), teaches) == []


def test_leaving_one_place_after_another_undoes_no_leaving() -> None:
    again = page("I left Skerry Ferries.", id="c3", published="2025-09")
    assert len(told(LEFT, again, card("Dana Okafor teaches joinery at Marram College."))) == 1


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
        ("I left a chair at Marram College.", "Dana Okafor teaches joinery at Marram College."),
        ("I left Marram College at noon.", "Dana Okafor teaches joinery at Marram College."),
        ("I left the Marram College board.", "Dana Okafor teaches joinery at Marram College."),
        (
            "It was our last week at Marram College before the holidays.",
            "Dana Okafor teaches joinery at Marram College.",
        ),
        ("Last week at Marram College, we carved spoons.", "Dana Okafor teaches joinery at Marram College."),
        ("I left Marram College.", "Dana Okafor is a graduate of Marram College."),
        ("I left Marram College.", "Dana Okafor is a lecturer who studied at Marram College."),
        ("I left Marram College.", "Dana Okafor is a friend of the director of Marram College."),
    ],
)
def test_another_place_or_what_did_not_happen_ends_nothing(mine: str, theirs: str) -> None:
    assert told(page(mine, published="2024-05"), card(theirs)) == []
