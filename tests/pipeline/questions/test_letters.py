import pytest

from server.pipeline.questions.letters import capital, small, small_first


@pytest.mark.parametrize(
    "text, said",
    [
        ("The yard is closed", "the yard is closed"),
        ("A yard is closed", "a yard is closed"),
        ("I closed the yard", "I closed the yard"),
        ("I’ve closed the yard", "I’ve closed the yard"),
        ("NHS wards are full", "NHS wards are full"),
        ("", ""),
    ],
)
def test_the_first_letter_is_small_where_nothing_asks_for_a_large_one(text: str, said: str) -> None:
    assert small(text) == said


def test_what_was_cut_from_the_middle_keeps_its_capital() -> None:
    assert small("Bergen is far", "because Bergen is far") == "Bergen is far"
    assert small("Boats are dear", "Boats are dear, and slow") == "boats are dear"


def test_the_first_letter_alone_is_changed() -> None:
    assert (capital("a yard in Bergen"), small_first("A yard in Bergen")) == ("A yard in Bergen", "a yard in Bergen")
    assert capital("") == small_first("") == ""
