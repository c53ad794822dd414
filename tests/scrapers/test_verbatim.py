"""The promise everything rests on: a passage stands in its page, letter by letter."""

import unicodedata

import pytest

from tests.scrapers.pages import CASES, HTML_CASES, Case, stripped

every_page = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def squashed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


@every_page
def test_a_passage_is_its_place_in_the_text(case: Case) -> None:
    extract = case.extract
    assert [p for p in extract.passages if extract.text[p.start : p.end] != p.text] == []


@every_page
def test_passages_come_in_order_and_never_overlap(case: Case) -> None:
    ends = [0, *(passage.end for passage in case.extract.passages)]
    assert all(end <= passage.start for end, passage in zip(ends, case.extract.passages, strict=False))


@every_page
def test_white_space_is_collapsed_and_rows_alone_hold_lines(case: Case) -> None:
    for passage in case.extract.passages:
        lines = passage.text.split("\n")
        assert lines == [" ".join(line.split()) for line in lines]
        assert len(lines) == 1 or passage.place == "row"


@every_page
def test_a_block_is_opened_once(case: Case) -> None:
    opened = [passage.block for passage in case.extract.passages if passage.opens]
    assert sorted(set(opened)) == opened == sorted({passage.block for passage in case.extract.passages})


@pytest.mark.parametrize("case", HTML_CASES, ids=lambda case: case.name)
def test_a_passage_occurs_in_the_page(case: Case) -> None:
    page = squashed(stripped(case.page.html))
    assert [p.text for p in case.extract.passages if squashed(p.text) not in page] == []
