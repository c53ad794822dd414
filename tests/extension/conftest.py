"""A running service, a site with pages about people, and a Chromium that was paired with the service as a person does it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright

from tests.browser.conftest import AXE, needed
from tests.browser.pressing import press
from tests.extension.chrome import EXTENSION, Chrome, Target, wait_for
from tests.extension.service import Groundwork, Pages, article, pages

PEOPLE = (
    ("Ravi Menon", "Learn to bake bread for a living."),
    ("Dana Whitlock", "Decide whether to leave the harbour."),
)
TOLD = (
    "I left the harbour board in 2019 because nobody would say no to me.",
    "In 2012 I built a crane of 40 tons and learned patience from it.",
    "What changed my mind was a winter on the ferry, when I had to ask for help every day.",
    "I now hire for curiosity and teach the rest, which took me nine years to believe.",
)


@dataclass
class House:
    """All that a test of the button needs."""

    groundwork: Groundwork
    site: Pages
    chrome: Chrome

    def notes(self, path: str, *more: str, around: str = "", about: str = "Dana Whitlock") -> str:
        """Put a page by her on the site; its address."""
        told = [f"{one} ({path})" for one in TOLD]
        self.site.put(path, article(f"Notes by {about}", *told, *more, around=around, author=about))
        return self.site.url(path)

    def visit(self, url: str) -> Page:
        self.chrome.page.goto(url)
        return self.chrome.page

    def press(self, path: str) -> Target:
        """Press the button on a page that is open, and wait until it said all it has to say at first."""
        return self.chrome.press(path).ready()

    def arrived(self, path: str) -> list[dict[str, Any]]:
        """The clips of a page of the site that the service has."""
        return [one for one in self.groundwork.clips() if one["url"].endswith(path)]

    def arrival(self, path: str) -> dict[str, Any]:
        """The one clip of a page, once it is there."""
        return wait_for(lambda: self.arrived(path), self.chrome.page)[0]

    def person(self, name: str) -> str:
        """The id of an interview."""
        known = self.chrome.worker("chrome.storage.local.get('interviews')")["interviews"]
        return str(next(one["id"] for one in known if one["name"] == name))


def begin(page: Page, groundwork: Groundwork) -> None:
    """Come in by the link and begin an interview with each of them."""
    page.goto(groundwork.link)
    for name, want in PEOPLE:
        page.goto(groundwork.address)
        page.fill("input[name=name]", name)
        page.fill("[name=want]", want)
        press(page.get_by_role("button", name="Begin", exact=True))


def pair(chrome: Chrome, groundwork: Groundwork) -> None:
    """Read the code off the page of the service and type it into the options."""
    chrome.page.goto(f"{groundwork.address}/browsers/code")
    code = chrome.page.inner_text("#code")
    options = chrome.open("options/options.html")
    options.click("#elsewhere summary")
    options.fill("#address", str(groundwork.port))
    options.click("#place button")
    options.wait_for_selector(f"#where:text-is('{groundwork.address}')")
    options.fill("#code", code.lower())  # the last sign of it is enough
    options.wait_for_selector("#connection [data-act=unpair]")
    options.close()


@pytest.fixture(scope="module")
def site() -> Iterator[Pages]:
    with pages() as running:
        yield running


@pytest.fixture(scope="module")
def groundwork(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Groundwork]:
    running = Groundwork(tmp_path_factory.mktemp("groundwork")).start()
    yield running
    running.kill()


@pytest.fixture(scope="module")
def extension() -> Path:
    """Where the extension lies; a test that needs other permissions says otherwise."""
    return EXTENSION


@pytest.fixture(scope="module")
def house(
    playwright: Playwright,
    tmp_path_factory: pytest.TempPathFactory,
    groundwork: Groundwork,
    site: Pages,
    extension: Path,
) -> Iterator[House]:
    chrome = Chrome(playwright, tmp_path_factory.mktemp("chrome"), extension)
    begin(chrome.page, groundwork)
    pair(chrome, groundwork)
    made = House(groundwork, site, chrome)
    yield made
    made.chrome.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe."""
    return str(needed(AXE.exists() and AXE.read_text("utf-8"), "axe-core"))
