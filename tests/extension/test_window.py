"""What a browser without a window cannot be asked: a real key, its real menu, the box in which it asks for leave."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.extension.chrome import Chrome, wait_for
from tests.extension.conftest import TOLD
from tests.extension.screen import Screen, screen
from tests.extension.service import Pages, article, pages
from tests.extension.small import CERTIFICATE

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SIZE = ["--window-size=1100,800", "--window-position=0,0"]
EDGE, PAPER = (
    (20, 700),
    bytes.fromhex("f3f8fa"),
)  # of a page of ours in that window: darker while the browser asks for leave
READ = 0.7  # seconds; the browser takes keys that come closer together for no answer
AT_INSTALL = ["http://127.0.0.1/*"]


@pytest.fixture(scope="module")
def display() -> Iterator[Screen]:
    with screen() as up:
        yield up


@pytest.fixture(scope="module")
def site() -> Iterator[Pages]:
    with pages(CERTIFICATE) as running:
        yield running


@pytest.fixture
def chrome(playwright: Playwright, tmp_path: Path, display: Screen) -> Iterator[Chrome]:
    made = Chrome(playwright, tmp_path / "profile", more=SIZE, display=display.display)
    yield made
    made.close()


def test_the_real_key_saves_the_page(chrome: Chrome, display: Screen, site: Pages) -> None:
    _look_at(chrome, display, site, "/key")
    display.hand("key", "--clearmodifiers", "alt+shift+g")
    assert _kept(chrome)["url"].endswith("/key")


def test_the_real_menu_has_our_line_and_saves_the_page(chrome: Chrome, display: Screen, site: Pages) -> None:
    _look_at(chrome, display, site, "/menu")
    before = display.windows()
    display.hand("mousemove", 500, 500, "click", 3)
    wait_for(lambda: display.windows() - before, chrome.page)
    display.hand("key", "--delay", 200, "Up", "Up", "Up", "Return")  # from its end: Inspect, View page source, ours
    assert _kept(chrome)["url"].endswith("/menu")


def test_several_tabs_are_looked_at_with_the_leave_that_is_asked_for_then(
    chrome: Chrome, display: Screen, site: Pages
) -> None:
    _look_at(chrome, display, site, "/tab")
    many = chrome.open("tabs/tabs.html")
    _answer(display, many, "#allow", allowed=False)
    expect(many.locator("#refused")).to_contain_text("nothing was looked at")
    assert _leave(chrome)["origins"] == AT_INSTALL
    _answer(display, many, "#allow", allowed=True)
    expect(many.locator("#tabs")).to_contain_text("Notes by Dana Whitlock")
    assert len(_leave(chrome)["origins"]) > 1
    many.close()
    wait_for(lambda: _leave(chrome)["origins"] == AT_INSTALL, chrome.page)  # it is given back


@pytest.mark.parametrize(("name", "wanted"), [("bookmarks", "bookmarks"), ("toolbar", "webNavigation")])
def test_what_is_switched_on_is_asked_for_then_and_given_back_when_it_is_switched_off(
    chrome: Chrome, display: Screen, name: str, wanted: str
) -> None:
    options = chrome.open("options/options.html")
    assert wanted not in _leave(chrome)["permissions"]
    _answer(display, options, f"#{name}", allowed=False)
    expect(options.locator(f"#{name}")).not_to_be_checked()
    _answer(display, options, f"#{name}", allowed=True)
    expect(options.locator(f"#{name}")).to_be_checked()
    assert wanted in _leave(chrome)["permissions"]
    options.click(f"#{name}")
    wait_for(lambda: wanted not in _leave(chrome)["permissions"], options)
    assert _leave(chrome)["origins"] == AT_INSTALL


def _answer(display: Screen, page: Page, selector: str, *, allowed: bool) -> None:
    """Press what makes the browser ask, and answer it: again where it takes none, since nobody could have read so fast."""
    page.bring_to_front()
    wait_for(lambda: display.colour(*EDGE) == PAPER, page)
    page.click(selector)
    page.evaluate("document.activeElement.blur()")  # a key too many is for nobody
    wait_for(lambda: display.colour(*EDGE) != PAPER, page)
    if allowed:
        display.hand("sleep", READ, "key", "Tab")  # at first it stands on Deny

    def is_over() -> bool:
        display.hand("sleep", READ, "key", "Return")
        return display.colour(*EDGE) == PAPER

    wait_for(is_over, page)


def _leave(chrome: Chrome) -> dict[str, list[str]]:
    """What the browser lets the extension do."""
    return dict(chrome.worker("chrome.permissions.getAll()"))


def _look_at(chrome: Chrome, display: Screen, site: Pages, path: str) -> None:
    """Have a page about her before one's eyes, and the keys go to it."""
    told = [f"{one} ({path})" for one in TOLD]
    site.put(path, article("Notes by Dana Whitlock", *told, author="Dana Whitlock"))
    wait_for(
        lambda: [one for one in chrome.context.pages if "options.html" in one.url], chrome.page
    )  # it opens by itself
    chrome.page.goto(site.url(path))
    chrome.page.bring_to_front()
    display.hand("mousemove", 500, 500, "click", 1)


def _kept(chrome: Chrome) -> dict[str, Any]:
    """The page that is kept in this browser."""

    def found() -> list[dict[str, Any]]:
        kept = chrome.worker("chrome.storage.local.get()")
        return [one for key, one in kept.items() if key.startswith("clip:")]

    return wait_for(found, chrome.page)[0]
