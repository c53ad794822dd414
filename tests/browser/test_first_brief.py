"""The first brief of one's own, from the example that `make run` opens: how many presses it takes, counted in the browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bench.beginning import took
from server.actions.reading import read_waiting
from tests.browser.conftest import Site
from tests.browser.pressing import next_page, press

pytestmark = pytest.mark.browser
A_MINUTE = 60  # seconds, with a person who types and looks
MOST_PRESSES = 3  # begin one's own, choose files, begin
COUNTING = """addEventListener('click', one => {
    if (one.isTrusted && one.detail) sessionStorage.setItem('presses', 1 + Number(sessionStorage.getItem('presses')))
}, true)"""
LOOKED_AGAIN = 3_500  # milliseconds, a little more than waiting.js lets pass
NOTES = """<html><head><title>Leaving the harbour board | Dana Okafor</title><meta name="author" content="Dana Okafor"></head>
<body><article><h1>Leaving the harbour board</h1><p>By Dana Okafor</p>
<p>I left the harbour board in 2019 because the timetable had become more important than the islands it was made for.</p>
<p>For three years I said never a desk, and then I took one for eleven months to see what the others saw from it.</p>
<p>We dropped eleven sailings in the first winter and nobody on the islands missed nine of them.</p></article></body></html>"""


def test_the_first_brief_takes_three_presses_and_fills_itself(site: Site, chromium: Browser, tmp_path: Path) -> None:
    saved = [tmp_path / "notes.html", tmp_path / "talk.html"]
    saved[0].write_text(NOTES, encoding="utf-8")
    saved[1].write_text(NOTES.replace("2019", "2020").replace("Leaving the", "A talk on the"), encoding="utf-8")
    context = chromium.new_context()
    context.add_init_script(COUNTING)
    page = context.new_page()
    page.clock.install()
    site.enter(page)  # where the link that is printed leads
    press(page.get_by_role("link", name="Begin one of your own"))
    who = page.get_by_label("Who", exact=True)
    who.focus()
    page.keyboard.type("Dana Okafor")
    page.keyboard.press("Tab")
    page.keyboard.type("Decide by May whether to leave field work.")
    with page.expect_file_chooser() as chosen:
        page.get_by_label("Or saved pages and PDFs").click()
    chosen.value.set_files(saved)
    press(page.get_by_role("button", name="Begin", exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text("Dana Okafor")
    expect(page.get_by_text("2 pages are being fetched and read.")).to_be_visible()
    expect(page.get_by_text(re.compile("Your pages say nothing|Nothing in your pages"))).to_have_count(0)
    read_waiting(site.service)
    with next_page(page):
        page.clock.run_for(LOOKED_AGAIN)
    expect(page.locator(".asked .question").first).to_be_visible()
    assert page.evaluate("Number(sessionStorage.getItem('presses'))") <= MOST_PRESSES
    context.close()


def test_the_first_brief_is_there_within_a_minute_of_starting_the_service(chromium: Browser, tmp_path: Path) -> None:
    assert took(chromium, tmp_path).whole <= A_MINUTE


def test_a_question_put_off_or_moved_leaves_the_page_and_the_keyboard_where_they_were(site: Site, page: Page) -> None:
    site.enter(page)
    before = page.locator(".asked > li").nth(1)
    before.scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 120)")
    at, ident = page.evaluate("scrollY"), before.get_attribute("id")
    top = before.evaluate("row => row.getBoundingClientRect().top")
    press(before.get_by_role("button", name="Down"))
    page.wait_for_function(f"document.activeElement.closest('#{ident}') !== null")
    assert abs(page.locator(f"#{ident}").evaluate("row => row.getBoundingClientRect().top") - top) <= 2
    page.evaluate(f"scrollTo(0, {at})")
    press(page.locator(f"#{ident}").get_by_role("button", name="Another day"))
    page.wait_for_function("document.activeElement.closest('.asked > li') !== null")
    assert abs(page.evaluate("scrollY") - at) <= 2
    expect(page.locator(".moved")).to_contain_text("is now under “Another day”.")
