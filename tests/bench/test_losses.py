"""A gold fact is followed through its page to the step at which it is lost."""

from pathlib import Path

import pytest

from bench.losses import Trail, tally, trail_of
from bench.people import Person
from scrapers.page import Kind
from tests.pipeline.made import interview, language, page, turn

FACTS = {
    "kept": ("c1", "I left the night desk in 2014 and became a ferry planner."),
    "theirs": ("c2", "I sold my own firm in 2011 and never looked back."),
    "nowhere": ("c1", "I once owned eleven lighthouses."),
    "wall": ("c3", "Sign in to read on."),
}


@pytest.fixture
def trail() -> Trail:
    gold = {"facts": [{"id": id_, "clip": clip, "quote": quote} for id_, (clip, quote) in FACTS.items()]}
    pages = (
        page(FACTS["kept"][1], "Every timetable I draw begins at the last boat. I was wrong about winter for six years.",
             "I count the people who wait, and I write their number on the wall of my office each Friday.", id="c1"),
        page(turn(FACTS["theirs"][1] + " When did you leave?", "Host"), turn("In the ninth year, and I took my chair along with me."),
             turn("Which chair was it, and where is it now?", "Host"), turn("The green one. It stands in the pilot house at the pier."),
             turn("And what do you tell those who come to you for a job?", "Host"),
             turn("Ride the last boat for a week, and then ask me again."), id="c2", kind=Kind.TRANSCRIPT),
        page(FACTS["wall"][1], id="c3", url="https://wall.example/x"),
    )  # fmt: skip
    talk = interview("Decide whether to leave the night desk for ferries", pages=pages)
    return trail_of(Person("dana", Path(), {}, gold), talk, pages, language())


@pytest.mark.parametrize(
    ("fact", "step"), [("kept", "kept"), ("theirs", "whose"), ("nowhere", "reading"), ("wall", "page")]
)
def test_a_fact_is_lost_at_the_step_that_drops_it(trail: Trail, fact: str, step: str) -> None:
    assert trail.lost(trail.person.facts[fact]) == step


def test_losses_are_counted_a_step(trail: Trail) -> None:
    assert tally(trail, list(FACTS)) == {"kept": 1, "whose": 1, "reading": 1, "page": 1}
