from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.pipeline.evidence.links import text_fragment

PAGE = "https://dana.example/notes"


def fragment(exact: str) -> str:
    return text_fragment(PAGE, exact).removeprefix(f"{PAGE}#:~:text=")


def test_a_long_quote_is_named_by_its_first_and_last_words() -> None:
    assert (
        fragment("In 2022 she moved into product and never looked back at all.")
        == "In%202022%20she%20moved,back%20at%20all."
    )


def test_a_short_quote_is_named_whole() -> None:
    assert fragment("Nobody says no to you.") == "Nobody%20says%20no%20to%20you."


def test_what_means_something_in_a_fragment_is_encoded() -> None:
    assert fragment("well-known, R&D") == "well%2Dknown%2C%20R%26D"


def test_of_a_row_only_the_first_cell_is_named() -> None:
    assert fragment("Head of Delivery\n2019 – today") == "Head%20of%20Delivery"


def test_a_fragment_that_is_there_already_is_kept() -> None:
    assert text_fragment(f"{PAGE}#top", "No.") == f"{PAGE}#top:~:text=No."


@pytest.mark.parametrize(
    "url", ["", "file:///home/me/page.html", "https://dana.example/CV.PDF", "about:blank", "http://[broken"]
)
def test_an_address_that_takes_no_text_fragment_is_left_alone(url: str) -> None:
    assert text_fragment(url, "Nobody says no.") == url


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_every_part_is_found_in_the_quote_again(exact: str) -> None:
    link = text_fragment(PAGE, exact)
    if link == PAGE:
        assert not exact.strip()
        return
    plain = " ".join(exact.split())
    for part in link.removeprefix(f"{PAGE}#:~:text=").split(","):
        assert "-" not in part
        assert unquote(part) in plain
