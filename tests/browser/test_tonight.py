"""Begin, read and reorder by keyboard alone; a hint while one types; Tonight without scripts; the Homework on two sheets."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from server.actions.entry import ensure_user
from server.actions.sample import SAMPLE_ID
from tests.browser.conftest import Site
from tests.browser.pressing import next_page, press

pytestmark = pytest.mark.browser
ROBIN = "robin"  # nobody else's list changes by what they begin


def press_until(page: Page, found: str, most: int = 60) -> None:
    """Tab on until something holds that is asked of the page."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(found):
            return
    raise AssertionError(found)


def on(label: str) -> str:
    """What is true where this can be pressed or typed in."""
    return f"(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim().startsWith({label!r})"


def test_begin_read_and_reorder_by_keyboard_alone(site: Site, page: Page) -> None:
    ensure_user(site.service, ROBIN)
    site.enter(page, "/", ROBIN)
    press_until(page, on("Who"))
    page.keyboard.type("Dana Whitlock")
    page.keyboard.press("Tab")
    page.keyboard.type("Decide by May whether to leave.")
    press_until(page, on("Begin"))
    with next_page(page):
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Next: a first page about Dana")).to_be_visible()
    for question in ("What did you leave first?", "Who told you not to?"):
        press_until(page, on("What are you dying to ask?"))
        page.keyboard.type(question)
        page.keyboard.press("Tab")
        with next_page(page):
            page.keyboard.press("Enter")
        expect(page.locator(".answer h3")).to_have_text(f"“{question}”")
        press_until(page, on("Add to my questions"))
        with next_page(page):
            page.keyboard.press("Enter")
        expect(page.locator(".asked .question").filter(has_text=question)).to_be_visible()
    texts = page.locator(".asked .question")
    expect(texts).to_have_text(["What did you leave first?", "Who told you not to?"])
    page.goto(page.url.split("#")[0])
    press_until(page, on("Down"))
    with next_page(page):
        page.keyboard.press("Enter")
    expect(texts.first).to_have_text("Who told you not to?")
    page.goto(page.url.split("#")[0])
    press_until(page, on("Who told you not to?"))
    page.keyboard.press("Enter")  # the words of a question open what can be done to it
    press_until(page, on("In your words"), 1)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Who warned you?")
    page.keyboard.press("Tab")
    with next_page(page):
        page.keyboard.press("Enter")
    expect(texts.first).to_have_text("Who warned you?")


def test_at_most_one_quiet_hint_comes_while_one_types(site: Site, page: Page) -> None:
    site.enter(page)
    said = page.locator("#said")
    expect(said).to_be_hidden()
    page.get_by_label("What are you dying to ask?").press_sequentially("Can you get me a job?")
    expect(said).to_contain_text("job")
    page.get_by_label("What are you dying to ask?").fill("")
    expect(said).to_be_hidden()


def test_a_line_is_finished_without_a_script(site: Site, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    site.enter(page)
    page.locator(".ways-to-ask summary").first.click()
    line = page.locator(".ways-to-ask textarea").first
    line.fill("What would you leave out of it now?")
    press(page.locator(".ways-to-ask .line button").first)
    mine = page.locator(".asked > li").filter(has_text="What would you leave out of it now?")
    expect(mine).to_contain_text("yours")
    mine.locator(".tap summary").click()
    press(mine.get_by_role("button", name="Remove"))
    context.close()


def test_tonight_and_the_homework_fit_four_sheets_and_the_homework_two(site: Site, page: Page) -> None:
    site.enter(page, f"/interviews/{SAMPLE_ID}")
    assert sheets(page) <= 4
    page.evaluate("for (const one of document.querySelectorAll('.who, #tonight, #questions')) one.remove()")
    assert sheets(page) <= 2


def sheets(page: Page) -> int:
    """How many sheets it prints on."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", prefer_css_page_size=True)))
