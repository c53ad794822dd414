"""The notation in which most of the words of private life are written down."""

import re

import pytest

from server.pipeline.privacy.phrases import lines_of, parts_of, pattern_of


def found(phrase: str, text: str) -> bool:
    return bool(re.search(pattern_of(phrase), text, re.IGNORECASE | re.VERBOSE))


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("set .. mug", "I still set her blue mug out."),
        ("mug .. out", "I still set her mug out."),
        ("canvass~", "We were canvassing at eight."),
        ("(my|his) cane", "It was his cane."),
        ("colou?r of my skin", "It was the color of my skin."),
    ],
)
def test_a_phrase_is_found_in_what_people_say(phrase: str, text: str) -> None:
    assert found(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("set .. mug", "I set it down. The mug fell."),
        ("set .. mug", "I set one two three four five six mugs."),
        ("cane", "A hurricane came."),
        ("(my|his) cane", "It was her cane."),
    ],
)
def test_a_phrase_is_not_found_across_clauses_or_inside_words(phrase: str, text: str) -> None:
    assert not found(phrase, text)


def test_comments_and_blank_lines_are_no_phrases() -> None:
    assert lines_of("\n# said of a bed\nbelt and shoelaces\n\n") == ["belt and shoelaces"]


def test_a_list_is_a_phrase_for_each_of_its_items_and_what_is_looked_for_around_it_stays() -> None:
    assert parts_of("(coffins?|grave(side|stone))(?! goods)") == [
        "(coffins?)(?! goods)",
        "(grave(side|stone))(?! goods)",
    ]
    assert parts_of("(my|his) grave") == ["(my|his) grave"]
    assert parts_of("the grave") == ["the grave"]
