"""From a service that was never used to the first page of one's own: what somebody new does, each step counted."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.extension.chrome import EXTENSION, Chrome, wait_for
from tests.extension.conftest import TOLD, House, pair
from tests.extension.firefox import Firefox
from tests.extension.permitted import looking_at
from tests.extension.service import Groundwork, Pages, article
from tests.house import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CODE = re.compile(r"^[A-Z2-9]{4}-[A-Z2-9]{4} · Groundwork$")
ASKED = 8  # steps at most
WRITTEN = ROOT / "docs/extension.md"


NAME, WANT = "document.getElementById('name')", "document.getElementById('want')"


@pytest.fixture
def house(playwright: Playwright, tmp_path: Path, site: Pages) -> Iterator[House]:
    """A service with an empty data folder, and a browser without the button."""
    groundwork = Groundwork(tmp_path / "data")
    groundwork.folder.mkdir()
    chrome = Chrome(playwright, tmp_path / "profile", None)
    yield House(groundwork, site, chrome)
    chrome.close()
    groundwork.kill()


def test_from_make_run_to_the_first_page_of_ones_own(house: House, tmp_path: Path) -> None:
    chrome, page, steps = house.chrome, house.chrome.page, []

    steps.append("make run")
    page.goto(house.groundwork.start().link)  # which it opens in the browser
    expect(page.locator("details.put-in[open]")).to_contain_text("chrome://extensions")
    expect(page.locator("details.put-in[open]")).to_contain_text(str(ROOT / "extension"))

    steps.append("type chrome://extensions")
    page.goto("chrome://extensions")
    steps.append("switch on Developer mode")
    page.click("#devMode")
    steps += ["press Load unpacked", "choose the folder"]
    chrome.put_in(looking_at(tmp_path, house.groundwork.port))
    options, code = _opened(chrome, "options/options.html"), _opened(chrome, "/browsers/code")

    steps.append("type the code")
    expect(options.locator("#code")).to_be_focused()
    expect(options.locator("#pair_how")).to_contain_text("The tab beside this one is called by your code")
    expect(code).to_have_title(CODE)
    options.keyboard.type(code.title().partition(" ")[0])
    expect(options.locator("#cause")).to_have_text("Connected.")
    expect(options.locator("#next")).to_contain_text("press Alt+Shift+G")
    wait_for(code.is_closed, page)

    steps.append("go to a page about them")
    house.visit(house.notes("/first"))
    steps.append("press the button")
    popup = house.press("/first")
    popup.until("document.getElementById('title').textContent === 'Saved.'")
    assert house.arrival("/first")["raw_sha256"]  # it is on the disk of the service
    assert popup.until("document.getElementById('name').value") == "Dana Whitlock"  # the page says so

    assert _written("Chrome") == len(steps) <= ASKED
    popup.js("setTimeout(() => close())")  # as it does when a person goes on
    wait_for(lambda: house.arrival("/first")["interview_id"], page)
    page.goto(f"{house.groundwork.address}/interviews/{house.arrival('/first')['interview_id']}")
    expect(page.locator("h1")).to_have_text("Dana Whitlock")


def test_the_same_in_firefox_where_the_button_is_there_until_it_closes(tmp_path: Path, site: Pages) -> None:
    groundwork = Groundwork(tmp_path / "data")
    groundwork.folder.mkdir()
    profile = tmp_path / "profile"
    profile.mkdir()
    firefox, steps = Firefox(profile, None), []
    try:
        steps.append("make run")
        firefox.go(groundwork.start().link)
        told = firefox.js("document.querySelector('details.put-in[open]').textContent")
        assert "about:debugging#/runtime/this-firefox" in told
        assert str(ROOT / "extension/manifest.json") in told

        steps += ["type about:debugging#/runtime/this-firefox", "press Load Temporary Add-on", "choose the file"]
        firefox.put_in(looking_at(tmp_path, groundwork.port))
        options, code = firefox.opened("options/options.html"), firefox.opened("/browsers/code")

        steps.append("type the code")
        firefox.until("document.activeElement.id === 'code'", options)
        title = firefox.until("/^[A-Z2-9]{4}-/.test(document.title) && document.title", code)
        firefox.type(title.partition(" ")[0], options)
        firefox.until("document.getElementById('cause').textContent === 'Connected.'", options)

        steps.append("go to a page about them")
        told = [f"{one} (first)" for one in TOLD]
        site.put("/first-fox", article("Notes by Dana Whitlock", *told, author="Dana Whitlock"))
        firefox.go(site.url("/first-fox"))
        steps.append("press the button")
        firefox.press()
        firefox.says("popup.getElementById('title').textContent === 'Saved.'", options)
        assert firefox.says("popup.getElementById('name').value", options) == "Dana Whitlock"
        assert groundwork.clips()[0]["raw_sha256"]

        assert _written("Firefox") == len(steps) <= ASKED
        firefox.leave_popup()
        firefox.until(
            "(async () => (await browser.storage.local.get('interviews')).interviews.length === 2)()", options
        )
    finally:
        firefox.close()
        groundwork.kill()


def test_where_a_page_does_not_say_whom_it_is_about_the_popup_asks(house: House) -> None:
    _paired(house)
    house.site.put("/bread", "<title>Bread</title><p>Bread takes a night and no hurry at all.</p>")
    house.visit(house.site.url("/bread"))
    popup = house.press("/bread")
    popup.until("!document.getElementById('begin').hidden")
    assert popup.js(f"{NAME}.value") == ""
    popup.js(f"{NAME}.value = 'Ravi Menon'; {WANT}.value = 'Learn to bake bread for a living.'")
    popup.js("document.getElementById('begin').requestSubmit()")
    popup.until("document.getElementById('title').textContent === 'Saved for Ravi.'")
    interview = wait_for(lambda: house.arrival("/bread")["interview_id"], house.chrome.page)
    page = house.visit(f"{house.groundwork.address}/interviews/{interview}")
    expect(page.locator("#wants")).to_contain_text("Learn to bake bread for a living.")
    house.visit(house.notes("/next"))
    assert "Saved for Ravi." in house.press("/next").text()  # who was begun last is whom pages are for


def test_nobody_is_begun_by_a_page_that_is_taken_back_or_a_name_that_is_taken_out(house: House) -> None:
    _paired(house)
    house.visit(house.notes("/back"))
    popup = house.press("/back")
    popup.until(f"{NAME}.value")
    popup.click("[data-act=undo]")
    popup.until("document.getElementById('begin').hidden")
    popup.js("setTimeout(() => close())")
    house.visit(house.notes("/out"))
    popup = house.press("/out")
    popup.until(f"{NAME}.value")
    popup.js(f"{NAME}.value = ''; {NAME}.dispatchEvent(new Event('input', {{ bubbles: true }}))")
    popup.js("setTimeout(() => close())")
    house.visit(house.notes("/last"))
    house.press("/last").until(f"{NAME}.value")
    assert [one["url"].rpartition("/")[2] for one in house.groundwork.clips()] == ["out", "last"]
    assert {one["interview_id"] for one in house.groundwork.clips()} == {None}


def _paired(house: House) -> None:
    """The button is in, and knows nobody yet."""
    house.chrome.put_in(EXTENSION)
    house.chrome.page.goto(house.groundwork.start().link)
    pair(house.chrome, house.groundwork)


def _opened(chrome: Chrome, part: str) -> Page:
    """A tab that opened by itself."""
    return wait_for(lambda: [one for one in chrome.context.pages if part in one.url], chrome.page)[0]


def _written(browser: str) -> int:
    """How many steps the documentation counts: its first list for a browser."""
    told = WRITTEN.read_text("utf-8").partition(f"### Counted, in {browser}")[2].partition("\n!")[0]
    return len(re.findall(r"^\d+\. ", told, re.MULTILINE))
