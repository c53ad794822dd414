import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.sentences import spans, split


@pytest.mark.parametrize(
    "text, sentences",
    [
        ("I left. Nobody asked why.", ["I left.", "Nobody asked why."]),
        ("Ms. Achebe stayed. She was alone.", ["Ms. Achebe stayed.", "She was alone."]),
        ("Dr. J. R. Vance, Ph.D., came at 3 p.m. on Monday.", ["Dr. J. R. Vance, Ph.D., came at 3 p.m. on Monday."]),
        ("It cost approx. 40 euros, i.e. Too much.", ["It cost approx. 40 euros, i.e. Too much."]),
        ("We moved to the U.S. Then it snowed.", ["We moved to the U.S.", "Then it snowed."]),
        ("She joined the U.S. Navy in May.", ["She joined the U.S. Navy in May."]),
        ("“Stop it.” He did not.", ["“Stop it.”", "He did not."]),
        ("It held.[2] The next did not.", ["It held.[2]", "The next did not."]),
        ("Why? Because! Well… Perhaps.", ["Why?", "Because!", "Well…", "Perhaps."]),
        ("Am 3. Mai 2020 zog sie um. Danach nie wieder.", ["Am 3. Mai 2020 zog sie um.", "Danach nie wieder."]),
        ("I stopped before my master's. I had no money.", ["I stopped before my master's.", "I had no money."]),
        ("It was the harbour's. Nobody paid.", ["It was the harbour's.", "Nobody paid."]),
        ("They called him 'J. R. Vance' then.", ["They called him 'J. R. Vance' then."]),
        ("Neither she nor I. They rowed.", ["Neither she nor I.", "They rowed."]),
        ("That was in 2014. Then I left.", ["That was in 2014.", "Then I left."]),
        ("version 2.5 was slow. 40 people left.", ["version 2.5 was slow.", "40 people left."]),
        ("the wall.When I looked", ["the wall.When I looked"]),
        ("and then... nothing came of it.", ["and then... nothing came of it."]),
        ("私は辞めた。誰も聞かなかった。", ["私は辞めた。", "誰も聞かなかった。"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


@given(st.text(alphabet="aB. !?…\"'()[]1é\n。", max_size=80))
def test_nothing_but_white_space_stands_between_sentences(text: str) -> None:
    last = 0
    for start, end in spans(text):
        assert text[last:start].strip() == ""
        assert start < end
        last = end
    assert text[last:].strip() == ""


def test_a_list_that_was_not_set_as_one_is_cut_at_its_markers() -> None:
    text = "Some notes: * The mill ran dry (twice) * Nobody paid in May. It rained * We sold the boat"
    assert split(text) == [
        "Some notes:",
        "The mill ran dry (twice)",
        "Nobody paid in May.",
        "It rained",
        "We sold the boat",
    ]


def test_a_star_in_a_sentence_is_no_list() -> None:
    assert split("We write a * b for the product, and A * B for matrices.") == [
        "We write a * b for the product, and A * B for matrices."
    ]
