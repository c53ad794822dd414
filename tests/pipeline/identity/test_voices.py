"""Whole pages and who says what on them: a new case is two files under tests/voices, and nothing is to be written here.

JSON keys: name (whom the seeker will meet), url, voice of the page, said (beginning of a passage -> who says it).
"""

import json
from pathlib import Path
from typing import Any

import pytest

from scrapers import scrape
from scrapers.page import Page
from server.model import Clip, ClipStatus, Interviewee, Standing
from server.pipeline.identity.names import Names
from server.pipeline.identity.speakers import speeches
from server.pipeline.identity.voice import voice

CASES = sorted((Path(__file__).parents[2] / "voices").glob("*.json"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_passage_is_said_by_whom_the_page_says(path: Path) -> None:
    wanted: dict[str, Any] = json.loads(path.read_text("utf-8"))
    names = Names.of(Interviewee(name=wanted["name"]))
    page = scrape(Page(url=wanted["url"], html=path.with_suffix(".html").read_text("utf-8")))
    told = voice(names, Clip(id="c1", url=wanted["url"]), page)
    said = speeches(names, page, Standing(clip_id="c1", status=ClipStatus.USED, voice=told))
    found = {
        start: [
            one.said_by.value
            for passage, one in zip(page.passages, said, strict=True)
            if passage.text.startswith(start)
        ]
        for start in wanted["said"]
    }
    assert told == wanted["voice"]
    assert found == {start: [who] for start, who in wanted["said"].items()}


def test_there_are_cases() -> None:
    assert CASES
