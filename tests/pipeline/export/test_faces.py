"""Golden files: faces/<name>.json is a document, <name>.txt and <name>.md are how it looks."""

import re
from pathlib import Path

import pytest

from server.model import Document
from server.pipeline.export.faces import markdown, text
from server.pipeline.export.faces.view import clean, date_words, seconds_aloud

CASES = sorted((Path(__file__).parent / "faces").glob("*.json"))
OUR_WORDS = re.compile(r"(?i)\b(evidence|seeker|interviewee|withheld|must-have|parked|tier)\b")


def document(case: Path) -> Document:
    return Document.model_validate_json(case.read_text("utf-8"))


def faces(case: Path) -> list[str]:
    return [text(document(case)), markdown(document(case))]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_text_looks_as_it_was_agreed(case: Path) -> None:
    assert text(document(case)) == case.with_suffix(".txt").read_text("utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_markdown_looks_as_it_was_agreed(case: Path) -> None:
    assert markdown(document(case)) == case.with_suffix(".md").read_text("utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_face_speaks_to_a_person(case: Path) -> None:
    assert [OUR_WORDS.findall(face) for face in faces(case)] == [[], []]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_text_fits_a_terminal_but_for_addresses(case: Path) -> None:
    lines = text(document(case)).splitlines()
    assert [line for line in lines if len(line) > 80 and "://" not in line] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_page_cannot_steer_the_terminal(case: Path) -> None:
    assert [re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", face) for face in faces(case)] == [
        [],
        [],
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_page_puts_no_element_and_no_strange_link_into_the_markdown(case: Path) -> None:
    face = markdown(document(case))
    assert re.findall(r"(?<!\\)<(?!https?://)", face) == []
    assert set(re.findall(r"\]\(<([a-z]+):", face)) <= {"http", "https"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_footnote_is_there_once(case: Path) -> None:
    face = markdown(document(case))
    told = re.findall(r"^\[\^(\d+)\]:", face, re.MULTILINE)
    assert sorted(set(re.findall(r"\[\^(\d+)\](?!:)", face)), key=int) == told


@pytest.mark.parametrize(
    "iso, words",
    [("2024", "2024"), ("2024-05", "May 2024"), ("2024-05-03", "3 May 2024"), ("", ""), ("spring 2019", "spring 2019")],
)
def test_a_date_is_as_precise_as_the_page(iso: str, words: str) -> None:
    assert date_words(iso) == words


def test_a_row_is_read_as_one_line() -> None:
    assert clean("Head of Product\n 2022 – today\n") == "Head of Product, 2022 – today"


def test_fifteen_words_take_six_seconds() -> None:
    assert seconds_aloud("word " * 15) == 6
