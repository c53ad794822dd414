"""What stands between the browser and Groundwork is named in words, with what to do; an address is asked for and checked."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.browser.pressing import press
from tests.extension.chrome import Chrome
from tests.extension.conftest import House, pair
from tests.extension.permitted import kept_away, looking_at, permitted
from tests.extension.service import Groundwork, free_port
from tests.extension.small import Answer, knowing, stranger

pytestmark = [pytest.mark.browser, pytest.mark.slow]
TRIES = 5  # a minute
OURS = {"service": "groundwork", "api": 1}
ASKED = """() => {
  chrome.permissions.request = async (what) => { window.asked = what; return ANSWER }
}"""


@pytest.fixture(scope="module")
def extension(tmp_path_factory: pytest.TempPathFactory, groundwork: Groundwork) -> Path:
    """One for which the port of the tests is one of the usual ones."""
    return looking_at(tmp_path_factory.mktemp("looking"), free_port(), groundwork.port)


@pytest.fixture
def connection(house: House) -> Iterator[dict[str, Any]]:
    """How the browser was paired; it is so again after the test."""
    before = dict(house.chrome.worker("chrome.storage.local.get('connection')")["connection"])
    yield before
    _connect(house.chrome, before)


def test_it_says_that_it_is_connected(house: House) -> None:
    options = _options(house.chrome, "Connected.")
    expect(options.locator("#cause_line")).to_contain_text(house.groundwork.address)
    expect(options.locator("#pairing")).to_be_hidden()
    options.close()


def test_a_browser_that_is_removed_on_our_page_says_so_and_is_connected_by_a_new_code(house: House) -> None:
    press(house.visit(f"{house.groundwork.address}/browsers").locator("ul.paired button"))
    options = _options(house.chrome, "Groundwork does not know this browser.")
    options.close()
    pair(house.chrome, house.groundwork)
    _options(house.chrome, "Connected.").close()


def test_it_says_that_nobody_answers_and_how_to_start_it(house: House, connection: dict[str, Any]) -> None:
    house.groundwork.kill()
    options = _options(house.chrome, f"Nobody answers at {connection['address']}.")
    expect(options.locator("#cause_line")).to_contain_text("make run")
    house.groundwork.start()
    options.click("[data-act=check]")
    expect(options.locator("#cause")).to_have_text("Connected.")
    options.close()


def test_a_wrong_port_is_told_with_the_right_one_and_one_press_goes_there(
    house: House, connection: dict[str, Any]
) -> None:
    wrong = f"http://127.0.0.1:{free_port()}"
    _connect(house.chrome, connection | {"address": wrong})
    options = _options(house.chrome, f"Nobody answers at {wrong}.")
    expect(options.locator("#cause_line")).to_have_text(f"But Groundwork answers at {house.groundwork.address}.")
    options.click("[data-act=use_found]")
    expect(options.locator("#cause")).to_have_text("Connected.")  # it proved to be the one of before: no code is needed
    options.close()


def test_another_program_on_the_port_is_told_with_the_right_port(house: House, connection: dict[str, Any]) -> None:
    port = free_port()
    _connect(house.chrome, connection | {"address": f"http://127.0.0.1:{port}"})
    with stranger(port, {"hello": "I am a printer"}):
        options = _options(house.chrome, f"Another program answers at http://127.0.0.1:{port}.")
        expect(options.locator("#cause_line")).to_have_text(f"But Groundwork answers at {house.groundwork.address}.")
        options.close()


@pytest.mark.parametrize(
    ("answer", "cause", "line"),
    [
        (lambda *_: (200, {"hello": "I am a printer"}), "Another program answers at", "nothing was sent to it"),
        (lambda *_: (200, OURS | {"api": 2}), "are of different versions", "Update the older one"),
        (lambda *_: (200, OURS | {"proof": "00"}), "is not your Groundwork", "connect again with a code"),
        (lambda path, _: (200, OURS) if path.endswith("hello") else (500, {}), "something went wrong", "is safe"),
    ],
    ids=["other", "version", "stranger", "busy"],
)
def test_each_kind_of_stranger_is_named_and_gets_no_token(
    house: House, connection: dict[str, Any], answer: Answer, cause: str, line: str
) -> None:
    house.groundwork.kill()  # or it would be found where it is
    try:
        port = free_port()
        _connect(house.chrome, connection | {"address": f"http://127.0.0.1:{port}"})
        with stranger(port, answer) as heard:
            options = _options(house.chrome, cause)
            expect(options.locator("#cause_line")).to_contain_text(line)
            options.close()
        assert heard
        assert connection["token"].encode() not in b"".join(heard)
    finally:
        house.groundwork.start()


def test_a_browser_that_was_removed_or_refused_is_asked_to_connect_again(
    house: House, connection: dict[str, Any]
) -> None:
    _connect(house.chrome, connection | {"token_id": "nobody"})
    options = _options(house.chrome, "Groundwork does not know this browser.")
    expect(options.locator("#pairing")).to_be_visible()
    options.close()
    port = free_port()
    _connect(house.chrome, connection | {"address": f"http://127.0.0.1:{port}"})
    with stranger(port, knowing(connection["token"], port)):
        options = _options(house.chrome, "Groundwork does not accept this browser any more.")
        expect(options.locator("#pairing")).to_be_visible()
        options.close()


def test_a_wrong_code_is_told_and_after_five_a_minute_is_waited(house: House, connection: dict[str, Any]) -> None:
    _connect(house.chrome, {"address": connection["address"]})
    options = _options(house.chrome, "Groundwork is running. Connect this browser once.")
    told = options.locator("#code_wrong")
    said = []
    for _ in range(TRIES + 1):
        told.evaluate("one => { one.textContent = '' }")
        options.fill("#code", "AAAA-2222")
        expect(told).not_to_be_empty()
        said.append(told.inner_text())
    assert said[0].startswith("This code is wrong, used or older than two minutes.")
    assert said[-1].startswith("That was too many tries.")
    options.close()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("http://elsewhere.test:8765", "Its address must begin with https://"),
        ("http://localhost:8765", "Its address must begin with https://"),
        ("ftp://127.0.0.1", "This must be a port"),
        ("my computer", "This must be a port"),
    ],
)
def test_an_address_that_others_could_listen_to_is_refused(
    house: House, connection: dict[str, Any], typed: str, told: str
) -> None:
    options = _options(house.chrome, "Connected.")
    options.evaluate(ASKED.replace("ANSWER", "true"))
    _move(options, typed)
    expect(options.locator("#address_wrong")).to_contain_text(told)
    assert options.evaluate("window.asked ?? null") is None
    assert house.chrome.worker("chrome.storage.local.get('connection')")["connection"] == connection
    options.close()


def test_an_address_on_another_computer_is_not_taken_without_the_leave_of_the_browser(
    house: House, connection: dict[str, Any]
) -> None:
    options = _options(house.chrome, "Connected.")
    options.evaluate(ASKED.replace("ANSWER", "false"))
    _move(options, "https://elsewhere.test:8443/")
    expect(options.locator("#address_wrong")).to_contain_text("so nothing changed")
    assert options.evaluate("window.asked") == {"origins": ["https://elsewhere.test/*"]}
    assert house.chrome.worker("chrome.storage.local.get('connection')")["connection"] == connection
    options.close()


def test_another_computer_is_spoken_to_over_https_once_the_browser_allows_it(
    playwright: Playwright, tmp_path: Path
) -> None:
    port = free_port()
    chrome = Chrome(playwright, tmp_path / "profile", permitted(tmp_path))
    with stranger(port, OURS, safely=True) as heard:
        options = chrome.open("options/options.html")
        _move(options, f"https://elsewhere.test:{port}")
        expect(options.locator("#cause")).to_have_text("Groundwork is running. Connect this browser once.")
        expect(options.locator("#where")).to_have_text(f"https://elsewhere.test:{port}")
    assert heard
    chrome.close()


def test_a_browser_that_lets_nothing_through_is_told_by_name(
    playwright: Playwright, tmp_path: Path, house: House
) -> None:
    chrome = Chrome(playwright, tmp_path / "profile", kept_away(tmp_path))
    _connect(chrome, {"address": house.groundwork.address})
    told = f"The browser does not let this extension reach {house.groundwork.address}."
    options = _options(chrome, told)
    options.evaluate(ASKED.replace("ANSWER", "true"))
    options.click("[data-act=allow]")
    options.wait_for_function("window.asked")
    assert options.evaluate("window.asked") == {"origins": ["http://127.0.0.1/*"]}
    _connect(chrome, {"address": house.groundwork.address, "token": "t", "token_id": "t"})
    chrome.page.goto(house.notes("/kept-away"))
    popup = chrome.press("/kept-away").ready()
    popup.until("/does not let this extension reach/.test(document.getElementById('line').textContent)")
    chrome.close()


def test_a_browser_can_be_disconnected_and_the_service_forgets_it(house: House) -> None:
    options = _options(house.chrome, "Connected.")
    options.click("[data-act=unpair]")
    expect(options.locator("#cause")).to_have_text("Groundwork is running. Connect this browser once.")
    options.close()
    house.visit(f"{house.groundwork.address}/browsers")
    assert "No browser is paired yet" in house.chrome.page.inner_text("main")


def _options(chrome: Chrome, cause: str) -> Page:
    """The options, once they say this."""
    options = chrome.open("options/options.html")
    expect(options.locator("#cause")).to_contain_text(cause)
    return options


def _move(options: Page, address: str) -> None:
    options.click("#elsewhere summary")
    options.fill("#address", address)
    options.click("#place button")


def _connect(chrome: Chrome, connection: dict[str, Any]) -> None:
    chrome.worker(f"chrome.storage.local.set({json.dumps({'connection': connection})})")
