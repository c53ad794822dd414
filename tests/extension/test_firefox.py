"""Firefox does the same: it is paired, its real button clips a site no permission covers, its queue waits for the service."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.extension.conftest import TOLD
from tests.extension.firefox import Firefox
from tests.extension.service import Groundwork, Pages, article

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CLIPS = "Object.values(await browser.storage.local.get()).filter(one => one?.state)"


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    running = Firefox(tmp_path_factory.mktemp("firefox"))
    yield running
    running.close()


@pytest.fixture(scope="module")
def options(firefox: Firefox, groundwork: Groundwork) -> str:
    """The options, paired as a person does it; the page of the extension that tests look through."""
    firefox.go(groundwork.link)
    firefox.go(groundwork.address)
    for name, value in (("name", "Dana Whitlock"), ("want", "Decide whether to leave the harbour.")):
        firefox.js(f"document.querySelector('[name={name}]').value = {value!r}")
    _click(firefox, "main form button", ready="/interviews/")
    firefox.go(f"{groundwork.address}/browsers")
    _click(firefox, "form.pair button", ready="#code")
    code = firefox.js("document.getElementById('code').textContent")
    made = firefox.open("options/options.html")
    _fill(firefox, made, "address", str(groundwork.port), "place")
    firefox.until(f"document.getElementById('where').textContent === '{groundwork.address}'", made)
    _fill(firefox, made, "code", str(code), "pairing")
    firefox.until("!!document.querySelector('[data-act=unpair]')", made)
    return made


def test_the_real_button_saves_the_page(firefox: Firefox, groundwork: Groundwork, site: Pages, options: str) -> None:
    _press(firefox, site, "/firefox")
    clip = _arrival(firefox, groundwork, options, "/firefox")
    assert clip["title"] == "Notes by Dana Whitlock"
    assert clip["interview_id"]


def test_a_page_saved_while_the_service_is_down_arrives_once_it_is_up(
    firefox: Firefox, groundwork: Groundwork, site: Pages, options: str
) -> None:
    groundwork.kill()
    _press(firefox, site, "/firefox-down")
    firefox.until(f"(async () => {CLIPS}.some(one => one.cause === 'down'))()", options)
    assert firefox.js("(async () => (await browser.alarms.get('send')).name)()", options) == "send"
    groundwork.start()
    firefox.js("browser.runtime.sendMessage({ what: 'update' })", options)
    _arrival(firefox, groundwork, options, "/firefox-down")
    assert len([one for one in groundwork.clips() if one["url"].endswith("/firefox-down")]) == 1


def test_what_the_popup_is_told_of_a_clip_is_whose_it_is(
    firefox: Firefox, groundwork: Groundwork, site: Pages, options: str
) -> None:
    _press(firefox, site, "/firefox-shown")
    key = _arrival(firefox, groundwork, options, "/firefox-shown")["key"]
    shown = firefox.js(f"browser.runtime.sendMessage({{ what: 'look', key: {key!r} }})", options)
    assert shown["value"]["person"] == "Dana Whitlock"


def test_firefox_kept_the_shortcut(firefox: Firefox, options: str) -> None:
    asked = "(async () => (await browser.commands.getAll()).map(one => one.shortcut))()"
    assert firefox.js(asked, options) == ["Alt+Shift+G"]


def test_a_page_that_cannot_be_saved_is_refused_politely(firefox: Firefox, options: str) -> None:
    popup = firefox.open("popup/popup.html")
    assert "This page cannot be saved." in firefox.js("document.body.innerText", popup)


def _press(firefox: Firefox, site: Pages, path: str) -> None:
    site.put(path, article("Notes by Dana Whitlock", *[f"{one} ({path})" for one in TOLD], author="Dana Whitlock"))
    firefox.go(site.url(path))
    firefox.press()


def _arrival(firefox: Firefox, groundwork: Groundwork, options: str, path: str) -> dict[str, Any]:
    firefox.until(f"(async () => {CLIPS}.some(one => one.state === 'sent' && one.url.endsWith({path!r})))()", options)
    return next(one for one in groundwork.clips() if one["url"].endswith(path))


def _click(firefox: Firefox, selector: str, ready: str) -> None:
    firefox.js(f"document.querySelector({selector!r}).click()")
    there = (
        f"location.pathname.startsWith({ready!r})" if ready.startswith("/") else f"!!document.querySelector({ready!r})"
    )
    firefox.until(f"document.readyState === 'complete' && {there}")


def _fill(firefox: Firefox, context: str, box: str, text: str, form: str) -> None:
    firefox.js(f"document.getElementById({box!r}).value = {text!r}", context)
    firefox.js(f"document.getElementById({form!r}).requestSubmit()", context)
