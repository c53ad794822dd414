"""A service that listens, with Alice, Bob and a hostile page in it, and a Chromium to look at it."""

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect
from werkzeug.serving import make_server

from server.actions.entry import ensure_user, make_token
from server.actions.reading import read_waiting
from server.actions.sample import SAMPLE_ID, ensure_sample
from server.actions.service import Service
from server.app import create_app
from server.pipeline.questions.bank import load_bank
from server.reader import Reader
from server.store import opened
from server.store.tokens import Scope
from server.web.current import Parts
from server.web.session import Links, Way
from tests.browser.hostile import add_hostile
from tests.house import ROOT
from tests.pipeline.made import language
from tests.web.made import ALICE, BOB, KEY, NOW, ORIGIN, Clock

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
AXE = ROOT / "node_modules/axe-core/axe.min.js"
expect.set_options(timeout=20_000)  # milliseconds; a busy machine is no failure
MALLORY = "mallory"  # whose interview holds what should never run


def needed(found: Any, what: str) -> Any:
    """What a test needs: without it the test is skipped, or fails where a browser is required."""
    if found:
        return found
    reason = f"{what} is not installed: make browsers"
    if os.environ.get("REQUIRE_BROWSER"):
        pytest.fail(reason)
    pytest.skip(reason)


@dataclass(frozen=True)
class Site:
    """Where the service listens, and how to come in."""

    address: str
    links: Links
    service: Service

    def enter(self, page: Page, path: str = f"/interviews/{SAMPLE_ID}", user: str = ALICE) -> None:
        """Come in by a one-time link that leads to a path."""
        page.goto(f"{self.address}/enter/{self.links.make(Way(user, path))}")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder, links = tmp_path_factory.mktemp("browser"), Links()
    with opened(folder, NOW) as store, Reader(2) as reader, socket.create_server(("127.0.0.1", 0)) as listener:
        service = Service(store, reader, language(""), load_bank(), Clock(NOW))
        _furnish(service)
        port = listener.getsockname()[1]
        app = create_app(Parts(service, lambda: None, links, port), KEY)
        server = make_server("127.0.0.1", port, app, threaded=True, fd=listener.fileno())
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield Site(f"http://127.0.0.1:{port}", links, service)
        server.shutdown()
        thread.join()


def _furnish(service: Service) -> None:
    for user in (ALICE, BOB, MALLORY):
        ensure_user(service, user)
    ensure_sample(service, ALICE)
    make_token(service, ALICE, "Chromium on Linux", Scope.BROWSER, ORIGIN)
    add_hostile(service, MALLORY)
    read_waiting(service)


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    path = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    browser = playwright.chromium.launch(executable_path=needed(path, "Chromium"), args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser of its own, with nothing in it, as wide as a phone; in it no page is loaded again while a test looks at it."""
    made = chromium.new_context(viewport={"width": 390, "height": 800})
    made.route("**/static/waiting.js", lambda route: route.fulfill(content_type="text/javascript", body=""))
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe."""
    return str(needed(AXE.exists() and AXE.read_text("utf-8"), "axe-core"))
