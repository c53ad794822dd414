"""A new page is two files under tests/pages; nothing is to be written here.

JSON keys: url, kind; keep (each inside one passage, or a heading), drop (nowhere in the text), speakers and headings
(beginning of a passage -> label), rows (whole passages), title, author, published, published_from, notes, at_most_words.
"""

import pytest

from scrapers.page import Place
from tests.scrapers.pages import CASES, Case, one_line

every_page = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def with_key(key: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", [case for case in CASES if key in case.wanted], ids=lambda case: case.name)


def test_there_are_enough_pages_of_every_kind() -> None:
    assert len(CASES) >= 24
    assert {case.path.parent.name for case in CASES} >= {"article", "transcript", "profile", "team", "pdf", "wall"}


@every_page
def test_a_page_is_told_by_its_shape(case: Case) -> None:
    assert case.extract.kind == case.wanted["kind"]


@every_page
def test_what_must_be_kept_stands_in_one_passage_or_heading(case: Case) -> None:
    said = [one_line(passage.text) for passage in case.extract.passages]
    headings = {one_line(part) for part in case.extract.text.split("\n\n")}
    lost = [kept for kept in case.wanted["keep"] if kept not in headings and not any(kept in text for text in said)]
    assert lost == []


@every_page
def test_what_is_not_content_appears_nowhere(case: Case) -> None:
    text = one_line(case.extract.text)
    assert [dropped for dropped in case.wanted["drop"] if dropped in text] == []


@with_key("speakers")
def test_speakers_are_who_the_page_says(case: Case) -> None:
    assert _labels(case, "speaker", case.wanted["speakers"]) == case.wanted["speakers"]


@with_key("headings")
def test_passages_know_what_they_stand_under(case: Case) -> None:
    assert _labels(case, "heading", case.wanted["headings"]) == case.wanted["headings"]


def _labels(case: Case, attribute: str, wanted: dict[str, str]) -> dict[str, str]:
    """Beginning of a passage -> its label; a passage may occur twice (a quote of it), so any match will do."""
    found = {}
    for start, label in wanted.items():
        labels = [getattr(passage, attribute) for passage in case.extract.passages if passage.text.startswith(start)]
        found[start] = label if label in labels else str(labels)
    return found


@with_key("rows")
def test_rows_stay_whole(case: Case) -> None:
    rows = {passage.text for passage in case.extract.passages if passage.place is Place.ROW}
    assert [row for row in case.wanted["rows"] if row not in rows] == []


@pytest.mark.parametrize("key", ["title", "author", "published"])
def test_metadata_is_what_the_page_carries(key: str) -> None:
    cases = [case for case in CASES if key in case.wanted]
    assert {case.name: getattr(case.extract.meta, key) for case in cases} == {
        case.name: case.wanted[key] for case in cases
    }


@with_key("published_from")
def test_a_date_names_where_it_was_read(case: Case) -> None:
    assert (case.extract.meta.published_from or "") == case.wanted["published_from"]


@with_key("notes")
def test_notes_say_how_the_reading_went(case: Case) -> None:
    assert list(case.extract.notes) == case.wanted["notes"]


@with_key("at_most_words")
def test_walls_stay_thin(case: Case) -> None:
    assert len(case.extract.text.split()) <= case.wanted["at_most_words"]
