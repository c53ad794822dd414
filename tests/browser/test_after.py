"""Before and after a talk in a real browser: with scripts and without, by keyboard alone, and with everything hostile in the boxes."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import MALLORY, Site
from tests.browser.hostile import ALL, PAYLOADS
from tests.browser.pressing import next_page, press
from tests.browser.test_hostile import ADDRESSES, FOREIGN
from tests.browser.views import a_new_interview, a_thank_you, before_a_talk

pytestmark = pytest.mark.browser
SCHEMES = {"http", "https", "mailto"}


@pytest.fixture
def scriptless(chromium: Browser) -> Iterator[Page]:
    """A browser that runs no script."""
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def mailed(page: Page, ident: str) -> str:
    """The body that the mail program would open."""
    href = page.locator(f"#{ident}").get_attribute("href")
    return parse_qs(urlsplit(str(href)).query)["body"][0]


def test_a_letter_that_is_changed_opens_changed_and_is_counted(site: Site, page: Page) -> None:
    a_thank_you(site, page)
    box = page.get_by_label("The words of your note to Dana")
    assert mailed(page, "mail-thanks") == box.input_value().replace("\n", "\r\n")
    box.fill("Dear Dana,\n\n50 % of it & the winters?")
    assert mailed(page, "mail-thanks") == "Dear Dana,\r\n\r\n50 % of it & the winters?"
    expect(page.locator("[data-count=words-thanks]")).to_have_text("9")


def test_both_notes_of_an_ask_go_into_one_mail_as_they_are_changed(site: Site, page: Page) -> None:
    before_a_talk(site, page)
    page.get_by_label("The words of your note to Dana").fill("Dear Dana, in my words.")
    assert mailed(page, "mail-all") == "Dear Dana, in my words."


def test_everything_after_a_talk_goes_without_a_script(site: Site, scriptless: Page) -> None:
    page = scriptless
    a_thank_you(site, page)
    letter = page.get_by_label("The words of your note to Dana")
    letter.fill("Dear Dana, it was the winters.")
    press(page.get_by_role("button", name="Keep", exact=True).first)
    assert mailed(page, "mail-thanks") == "Dear Dana, it was the winters."
    press(page.get_by_role("button", name="I have sent it"))
    expect(page.locator("#note-thanks .fate")).to_contain_text("Sent on")
    page.get_by_text("The rest, when you like").click()
    page.get_by_label("Dana promised").check()
    page.get_by_label("What", exact=True).fill("ask a colleague")
    press(page.get_by_role("button", name="Add the promise"))
    expect(page.locator("#promises .kept")).to_contain_text("ask a colleague")
    press(page.get_by_role("button", name=re.compile(r"^Kept\s*: ask a colleague")))
    expect(page.locator("#promises .kept")).to_contain_text("(kept)")
    page.get_by_label("Who", exact=True).fill("Ravi Teller")
    press(page.get_by_role("button", name="Add them"))
    press(page.get_by_role("link", name="Ravi Teller"))
    expect(page.locator("h1")).to_have_text("Ask Ravi")
    press(page.get_by_role("button", name="I have asked"))
    press(page.get_by_role("button", name="Yes, it is booked"))
    expect(page.locator("h1")).to_have_text("Ravi Teller")


def test_a_thank_you_is_written_and_sent_by_keyboard_alone(site: Site, page: Page) -> None:
    a_new_interview(site, page)
    page.get_by_role("link", name="After", exact=True).focus()
    with next_page(page):
        page.keyboard.press("Enter")
    page.get_by_role("textbox", name="What did Dana say that stuck?").focus()
    page.keyboard.type("Never a desk.")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("Call two surveyors")
    page.keyboard.press("Tab")
    with next_page(page):
        page.keyboard.press("Enter")
    page.get_by_label("The words of your note to Dana").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Alice")
    page.keyboard.press("Tab")
    expect(page.locator("#mail-thanks")).to_be_focused()
    assert mailed(page, "mail-thanks").endswith(" Alice")
    page.keyboard.press("Tab")
    with next_page(page):
        page.keyboard.press("Enter")
    expect(page.locator("#note-thanks .fate")).to_contain_text("Sent on")
    page.locator("#rest summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("How few of them had planned it.")
    page.get_by_label("What", exact=True).focus()
    page.keyboard.type("send her the report")
    with next_page(page):
        page.keyboard.press("Enter")
    page.goto(f"{page.url.split('#')[0].split('?')[0]}?rest=1")
    expect(page.locator("#promises .kept")).to_contain_text("send her the report")
    expect(page.get_by_role("textbox", name="What surprised you?")).to_have_value("How few of them had planned it.")


def harmless(page: Page) -> None:
    assert page.locator(FOREIGN).count() == 0
    assert {address.split(":")[0] for address in page.evaluate(ADDRESSES)} <= SCHEMES
    assert page.evaluate("window.ran") is None


def test_whatever_stands_in_the_boxes_is_text_on_every_screen(site: Site, page: Page) -> None:
    site.enter(page, "/", MALLORY)
    brief = str(page.locator(".people a").first.get_attribute("href"))
    page.goto(f"{site.address}{brief}/after")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    for box in page.locator("textarea").all():
        box.fill(ALL)
    page.get_by_label("What", exact=True).fill(PAYLOADS[0])
    page.get_by_label("Who", exact=True).fill(PAYLOADS[1])
    page.get_by_label("What for").fill(PAYLOADS[6])
    press(page.get_by_role("button", name="Write my thank-you"))
    page.goto(f"{site.address}{brief}/after?rest=1")
    harmless(page)
    shown = page.locator("main").inner_text()
    assert PAYLOADS[0] in shown
    assert PAYLOADS[6] in shown
    assert ALL in page.get_by_role("textbox", name="What surprised you?").input_value()
    page.locator("#words-thanks").fill(ALL)
    press(page.get_by_role("button", name="Keep", exact=True).first)
    harmless(page)
    assert mailed(page, "mail-thanks").replace("\r\n", "\n") == ALL
    page.goto(f"{site.address}{brief}/before")
    harmless(page)
    page.locator("#words-forward").fill(ALL)
    press(page.get_by_role("button", name="Keep these words"))
    harmless(page)
    page.goto(f"{site.address}{brief}/after?rest=1")
    press(page.locator("#people a").first)
    harmless(page)
    assert PAYLOADS[6] in page.locator("main").inner_text()
    page.goto(f"{site.address}/heard")
    harmless(page)
    assert PAYLOADS[0] in page.locator("main").inner_text()
