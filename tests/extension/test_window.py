"""What a browser without a window cannot be asked: a real key, its real menu."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Playwright

from tests.extension.chrome import Chrome, wait_for
from tests.extension.conftest import TOLD
from tests.extension.screen import Screen, screen
from tests.extension.service import Pages, article

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SIZE = ["--window-size=1100,800", "--window-position=0,0"]


@pytest.fixture(scope="module")
def display() -> Iterator[Screen]:
    with screen() as up:
        yield up


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
