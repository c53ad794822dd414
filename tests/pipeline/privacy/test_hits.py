"""What is noticed when a page is read, before anybody knows whom it is about."""

from pathlib import Path

import pytest

from server.model import Interviewee
from server.pipeline.identity.names import Names
from server.pipeline.privacy.hits import private_hits
from server.pipeline.privacy.spans import private_spans

LINES = sorted((Path(__file__).parents[2] / "privacy").glob("*.txt"))
DANA = Names.of(Interviewee(name="Dana Okafor"))


@pytest.mark.parametrize("file", LINES, ids=lambda file: file.stem)
def test_what_was_noticed_when_a_page_was_read_gives_the_same_spans(file: Path) -> None:
    for line in file.read_text(encoding="utf-8").splitlines():
        assert private_spans(line, DANA, frozenset(), private_hits(line)) == private_spans(line, DANA)


def test_where_nothing_was_noticed_nothing_is_private() -> None:
    assert private_hits("The ferry had one planner.") == ()
    assert private_spans("My wife and I planned the ferry.", DANA, frozenset(), ()) == ()


def test_words_that_need_a_person_are_noticed_anywhere_and_private_only_where_one_is_told_of() -> None:
    of_nobody, of_me = "Severance pay was due in March.", "I lived on severance pay until March."
    assert [hit.needs for hit in (*private_hits(of_nobody), *private_hits(of_me))] == ["person", "person"]
    assert (private_spans(of_nobody, DANA), len(private_spans(of_me, DANA))) == ((), 1)
