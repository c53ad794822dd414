"""The card is one page, black, of the size it says, and holds all that is needed, for short talks and long, short names and long."""

import io
import re
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from server.actions.asked import QuestionIn
from server.actions.interviews import InterviewIn, add_interview
from server.actions.questions import add_question
from server.actions.sample import SAMPLE_ID
from server.model import Goal, Interviewee, Meeting, Tier
from tests.browser.conftest import Site
from tests.web.made import ALICE

pytestmark = pytest.mark.browser
MM = 72 / 25.4  # points
SIZES = {"": (105, 148), "?size=phone": (98, 212)}
LONG_NAME = "Maria-Magdalena Konstantinopoulou-Featherstonehaugh von und zu Oberstaufenbach, PhD"
LONG_GOAL = "Decide by the end of September whether to leave the Directorate-General for Infrastructure Maintenance and Resilience"
LONG_PLACE = "In the canteen of the Directorate-General, Wriothesley Street 112, or https://meet.example/" + "x" * 60
LONG_QUESTION = "You left Kommunalverwaltungsgesellschaft Norddeutschland {n} years ago; what tipped it for Featherstonehaugh number {n}?"


def printed(page: Page, path: str) -> tuple[list[str], tuple[float, float]]:
    """The text of each page, and the size in mm, as the browser's own print makes them."""
    page.goto(path)
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
    box = reader.pages[0].mediabox
    return [one.extract_text() for one in reader.pages], (float(box.width) / MM, float(box.height) / MM)


@pytest.mark.parametrize("size", SIZES)
def test_the_card_of_the_sample_is_one_page_and_holds_opening_cues_and_close(site: Site, page: Page, size: str) -> None:
    site.enter(page)
    pages, measured = printed(page, f"{site.address}/interviews/{SAMPLE_ID}/talk/card{size}")
    assert len(pages) == 1
    assert measured == pytest.approx(SIZES[size], abs=0.5)
    text = " ".join(pages[0].split())
    for said in (
        "Marit Halloran",
        "Thursday 3 December, 10:00 UTC",
        "30 minutes",
        "video",
        "Thanks; Sunniva Pell",
        "gave yourself a date: what then",
        "If time",
        "Thank them",
    ):
        assert said in text
    assert "Another day" not in text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("asked", [(15, 2, 2), (30, 4, 3), (45, 6, 4), (60, 8, 5), (60, 20, 20)])
def test_a_crowded_card_is_one_page(site: Site, page: Page, size: str, asked: tuple[int, int, int]) -> None:
    minutes, must, should = asked
    made = crowded(site, minutes, must, should)
    site.enter(page, "/")
    pages, _ = printed(page, f"{site.address}/interviews/{made}/talk/card{size}")
    assert len(pages) == 1
    text = " ".join(pages[0].split())
    assert "Thank them" in text
    shown = len(re.findall(r"number \d+", text))
    left_off = re.search(r"and (\d+) more on the screen", text)
    assert shown + int(left_off[1] if left_off else 0) == must + should
    assert shown >= min(13, must + should)


def test_the_card_is_black_on_white_also_by_night(site: Site, page: Page) -> None:
    site.enter(page, f"/interviews/{SAMPLE_ID}/talk/card")
    page.emulate_media(media="print", color_scheme="dark")
    colours = """Array.from(document.querySelectorAll('.card, .card *')).map(one => getComputedStyle(one).color)"""
    assert set(page.evaluate(colours)) == {"rgb(0, 0, 0)"}
    assert page.evaluate("getComputedStyle(document.querySelector('.card')).backgroundColor") == "rgb(255, 255, 255)"
    assert not page.get_by_role("button").is_visible()


def crowded(site: Site, minutes: int, must: int, should: int) -> str:
    given = InterviewIn(
        interviewee=Interviewee(name=LONG_NAME),
        referrer="Bartholomäus Wriothesley-Cholmondeley of the Peat Survey",
        meeting=Meeting(start=datetime(2026, 12, 3, 10, tzinfo=UTC), minutes=minutes, format=LONG_PLACE),
        goals=(Goal(id="g1", text=LONG_GOAL),),
    )
    made = add_interview(site.service, ALICE, given)
    for n in range(must + should):
        tier = Tier.MUST if n < must else Tier.SHOULD
        add_question(site.service, ALICE, made.id, QuestionIn(text=LONG_QUESTION.format(n=n), tier=tier))
    return made.id
