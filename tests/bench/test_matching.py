import pytest

from bench.matching import covers, has_span, overlaps, speaks_of

QUOTE = "we lost a grant of 60,000 pounds with him"


@pytest.mark.parametrize(
    ("text", "covered", "why"),
    [
        ("Then we lost a grant of 60,000 pounds with him, in May.", True, "whole"),
        ("we lost the grant of 60,000 pounds", True, "six of nine in order"),
        ("We lost a “grant” of 60,000 pounds", True, "case and quotation marks do not count"),
        ("pounds 60,000 of grant a lost we with him", False, "the right words in the wrong order"),
        ("we lost a field", False, "too few"),
        ("we lost it " + "and so on " * 30 + "a grant of 60,000 pounds", False, "too far apart"),
        ("", False, "nothing"),
    ],
)
def test_a_text_covers_a_quote_when_most_words_stand_in_order_and_close(text: str, *, covered: bool, why: str) -> None:
    assert covers(text, QUOTE) is covered, why


def test_an_empty_quote_is_covered_by_nothing() -> None:
    assert not covers("anything", "…")


def test_a_selection_overlaps_a_passage_it_is_part_of_and_the_other_way_round() -> None:
    long = "I would not say it again, but we lost a grant of 60,000 pounds with him and I was glad of the quiet."
    assert overlaps(long, QUOTE)
    assert overlaps(QUOTE, long)


def test_a_line_that_cites_without_speaking_of_it_does_not_count() -> None:
    assert speaks_of("A grant of 60,000 pounds was lost.", QUOTE)
    assert not speaks_of("She has worked with farmers for six years.", QUOTE)


def test_a_page_is_no_quote() -> None:
    assert not speaks_of(QUOTE, f"{QUOTE} {'and then it rained ' * 20}")


def test_a_passage_of_two_content_words_has_to_be_there_with_both() -> None:
    assert speaks_of("Head of Delivery since 2022", "Head of Delivery")
    assert not speaks_of("Head of a team", "Head of Delivery")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She lives at 14, Weir Lane.", True),
        ("14 Weir Street", False),
        ("lane 14 weir", False),
    ],
)
def test_a_private_span_is_found_whatever_the_punctuation(text: str, *, found: bool) -> None:
    assert has_span(text, "14 Weir Lane") is found


def test_a_long_private_span_is_found_with_a_word_missing() -> None:
    assert has_span(
        "His wife says her husband had his first round of chemotherapy",
        "My husband had his first round of chemotherapy",
    )
    assert not has_span("the first round of the tournament", "My husband had his first round of chemotherapy")
