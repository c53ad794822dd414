"""Bylines, dates and rows of labels are never evidence; short sentences, job lines and turns may be."""

import pytest

from scrapers.page import Passage, Place
from server.pipeline.evidence.furniture import is_furniture


def passage(text: str, place: Place = Place.PARAGRAPH, speaker: str = "") -> Passage:
    return Passage(text, 0, len(text), place, "", speaker, 0, opens=True)


@pytest.mark.parametrize(
    "line",
    [
        "By Dana Okafor (Harbour Post) and Ada Wynne · August 24, 2016",
        "By Peter Lind",
        "Words and photographs by Ada Wynne",
        "Alumni im Porträt · Mai 2023",
        "26 November 2021.",
        "Thursday, May 14",
        "Dana Okafor · 6 minute read",
        "work · about · listen · write to me",
        "Mar 5, 2021 · ♡ 31 · 6 comments",
        "Published: 4 May 2019",
        "Present: D. Okafor (chair), A. Wynne, two observers.",
    ],
)
def test_a_line_around_the_text_is_furniture(line: str) -> None:
    assert is_furniture(passage(line))


@pytest.mark.parametrize(
    "line",
    [
        "By Friday you will have fourteen minutes to play.",
        "Keep a log",
        "By May 2019 we had no roof – and no money.",
        "Independent consultant, Brooklyn",
        "In 2019 – the year of the roof – I counted ropes.",
        "Never in ink",
    ],
)
def test_a_sentence_is_none(line: str) -> None:
    assert not is_furniture(passage(line))


def test_job_lines_and_turns_are_none() -> None:
    assert not is_furniture(passage("Night editor · Harbour Post · 2014 – today", Place.ROW))
    assert not is_furniture(passage("Ropes · sieves · bags", speaker="Dana Okafor"))
