"""What a stranger wrote is shown as text: no element of theirs, no address of theirs that runs, nothing ever run."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import MALLORY, Site
from tests.browser.hostile import MORE, PAYLOADS
from tests.browser.pressing import press
from tests.browser.views import a_hostile_brief, a_hostile_talk, files_that_are_none, hostile_pages

pytestmark = pytest.mark.browser
FOREIGN = "main script, main img, main svg:not(.span, .moon), main iframe, main b, [onclick], [onfocus], [onerror], [onload], [ontoggle]"
ADDRESSES = (
    "Array.from(document.querySelectorAll('[href], [src], [action]')).map(one => one.href || one.src || one.action)"
)


def harmless(page: Page) -> None:
    assert page.locator(FOREIGN).count() == 0
    assert {address.split(":")[0] for address in page.evaluate(ADDRESSES)} <= {"http", "https"}
    assert page.evaluate("window.ran") is None


def test_names_goals_notes_and_titles_are_text_on_the_list_and_in_the_brief(site: Site, page: Page) -> None:
    site.enter(page, "/", MALLORY)
    harmless(page)
    a_hostile_brief(site, page)
    harmless(page)
    shown = page.locator("main").inner_text()
    assert [payload for payload in PAYLOADS if " ".join(payload.split()) not in " ".join(shown.split())] == []


def test_what_is_told_besides_is_text_in_its_boxes(site: Site, page: Page) -> None:
    a_hostile_brief(site, page)
    press(page.get_by_role("link", name="more about you"))
    harmless(page)
    boxes = page.locator("input[type=text], textarea").evaluate_all("boxes => boxes.map(box => box.value)")
    assert any(PAYLOADS[0] in box for box in boxes)


def test_a_page_of_theirs_is_text_in_our_own_view(site: Site, page: Page) -> None:
    hostile_pages(site, page)
    harmless(page)
    for link in [one.get_attribute("href") for one in page.locator(".pages h3 a").all()]:
        site.enter(page, str(link), MALLORY)
        harmless(page)
        assert "no to me" in page.locator(".leaf").inner_text()


def test_a_typed_question_is_text(site: Site, page: Page) -> None:
    a_hostile_brief(site, page)
    page.get_by_label("What are you dying to ask?").fill(" ".join(PAYLOADS))
    press(page.get_by_role("button", name="Try it"))
    harmless(page)
    assert PAYLOADS[0] in page.locator(".answer h3").inner_text()


def test_notes_cues_and_side_tracks_are_text_as_they_come_and_as_they_are_typed(site: Site, page: Page) -> None:
    a_hostile_talk(site, page)
    page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true })")
    harmless(page)
    there = [" ".join(text.split()) for text in (*PAYLOADS, *MORE)]
    expect(page.locator(".asides .said").nth(len(there) - 1)).to_be_visible()
    shown = page.locator(".asides .said").all_inner_texts()
    assert [" ".join(text.split()) for text in shown[: len(there)]] == there
    for text in (*PAYLOADS, *MORE):
        page.locator("textarea").first.fill(text)
        page.get_by_label("That’s worth its own call").fill(text)
        page.keyboard.press("Enter")
    harmless(page)
    expect(page.locator(".asides li")).to_have_count(len(shown) + len(there))
    page.reload()
    harmless(page)
    page.goto(f"{page.url.split('#')[0]}/card")
    harmless(page)


def test_boxes_that_are_sent_back_hold_what_was_typed_as_text(site: Site, page: Page) -> None:
    site.enter(page, "/", MALLORY)
    page.eval_on_selector_all("[required]", "boxes => boxes.forEach(box => { box.required = false })")
    page.get_by_label("What do you want from them?").fill(PAYLOADS[5])
    press(page.get_by_role("button", name="Begin"))
    harmless(page)
    assert page.get_by_label("What do you want from them?").input_value() == PAYLOADS[5]


def test_a_name_of_a_file_is_text(site: Site, page: Page) -> None:
    files_that_are_none(site, page)
    harmless(page)
    assert PAYLOADS[1] in page.locator(".given").inner_text()
