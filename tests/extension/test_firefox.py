"""Firefox does the same: it is paired, its real button clips a site no permission covers, its queue waits for the service."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.extension.conftest import TOLD
from tests.extension.firefox import Firefox
from tests.extension.service import Groundwork, Pages, article, free_port, pages
from tests.extension.small import CERTIFICATE, PDF, stranger

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PERMITTED = "(await browser.permissions.getAll()).origins"
BOOKMARK = """(async () => {
  const folder = await browser.bookmarks.create({ title: 'Groundwork' })
  const person = await browser.bookmarks.create({ title: 'Dana Whitlock', parentId: folder.id })
  await browser.bookmarks.create({ title: 'Locks', url: 'URL', parentId: person.id })
})()"""
CLIPS = "Object.values(await browser.storage.local.get()).filter(one => one?.state)"


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    running = Firefox(tmp_path_factory.mktemp("firefox"))
    yield running
    running.close()


@pytest.fixture(scope="module")
def safe_site() -> Iterator[Pages]:
    with pages(CERTIFICATE) as running:
        yield running


@pytest.fixture(scope="module")
def options(firefox: Firefox, groundwork: Groundwork) -> str:
    """The options, paired as a person does it; the page of the extension that tests look through."""
    firefox.go(groundwork.link)
    firefox.go(groundwork.address)
    for name, value in (("name", "Dana Whitlock"), ("want", "Decide whether to leave the harbour.")):
        firefox.js(f"document.querySelector('[name={name}]').value = {value!r}")
    _click(firefox, "main form button", ready="/interviews/")
    firefox.go(f"{groundwork.address}/browsers/code")
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


def test_the_popup_says_for_whom_and_how_many_quotes_and_takes_it_back(
    firefox: Firefox, groundwork: Groundwork, site: Pages, options: str
) -> None:
    _press(
        firefox, site, "/firefox-shown", "My first teacher was a woman with wellingtons who built ten locks by hand."
    )
    firefox.says("popup.getElementById('title').textContent === 'Saved for Dana.'", options)
    firefox.says(r"/^\d+ quotes?\.$/.test(popup.getElementById('line').textContent)", options)
    assert "woman with wellingtons" in firefox.says("popup.getElementById('text').textContent", options)
    _arrival(firefox, groundwork, options, "/firefox-shown")
    firefox.says("(popup.querySelector('[data-act=undo]').click(), true)", options)
    firefox.says("popup.getElementById('title').textContent === 'Taken back.'", options)
    firefox.until(f"(async () => !{CLIPS}.some(one => one.url.endsWith('/firefox-shown')))()", options)
    assert [one for one in groundwork.clips() if one["url"].endswith("/firefox-shown")] == []


def test_the_popup_says_that_a_page_waits(firefox: Firefox, groundwork: Groundwork, site: Pages, options: str) -> None:
    groundwork.kill()
    _press(firefox, site, "/firefox-waits")
    firefox.says("/Groundwork is not running/.test(popup.body.innerText)", options)
    groundwork.start()
    firefox.js("browser.runtime.sendMessage({ what: 'update' })", options)
    firefox.says("popup.getElementById('title').textContent === 'Saved for Dana.'", options)


def test_shadow_roots_and_frames_of_the_site_are_sent_and_frames_of_others_are_not(
    firefox: Firefox, site: Pages, options: str
) -> None:
    site.put("/inside", "<p>Dana Whitlock in a frame.</p>")
    shadow = "<x-a><template shadowrootmode='open'><p>In a shadow root.</p></template></x-a>"
    frames = "".join(f"<iframe src='{one}'></iframe>" for one in ("/inside", site.url("/inside", "other.test")))
    site.put("/together", f"<title>Together</title>{shadow}{frames}")
    firefox.go(site.url("/together"))
    firefox.press()
    text = "In a shadow root.\nDana Whitlock in a frame."
    firefox.says(f"popup.getElementById('text').textContent === {text!r}", options)


def test_a_pdf_is_asked_for_with_the_leave_of_its_site(
    firefox: Firefox, groundwork: Groundwork, safe_site: Pages, options: str
) -> None:
    safe_site.put("/cv.pdf", PDF, "application/pdf")
    firefox.go(safe_site.url("/cv.pdf", "elsewhere.test"))
    firefox.press()
    firefox.says("/only if you allow it for this site/.test(popup.body.innerText)", options)
    assert firefox.says("[...popup.querySelectorAll('#acts button')].map(one => one.dataset.act)", options) == [
        "allow_site",
        "link",
    ]
    # What that button asks for, asked by another page: a popup cannot be clicked with the mouse from here.
    firefox.allow("https://elsewhere.test/*", options)
    firefox.press()
    firefox.says("/^Saved for Dana/.test(popup.getElementById('title').textContent)", options)
    assert _arrival(firefox, groundwork, options, "/cv.pdf")["raw_sha256"]
    firefox.js("browser.permissions.remove({ origins: ['https://elsewhere.test/*'] })", options)


def test_a_pdf_that_is_not_to_be_had_is_left_to_its_link(firefox: Firefox, site: Pages, options: str) -> None:
    site.put("/plain.pdf", PDF, "application/pdf")
    firefox.go(site.url("/plain.pdf"))
    firefox.press()
    firefox.says("/does not hand over this PDF/.test(popup.body.innerText)", options)
    firefox.says("(popup.querySelector('[data-act=link]').click(), true)", options)
    firefox.says("popup.getElementById('title').textContent === 'Noted for Dana.'", options)


def test_several_tabs_are_looked_at_with_the_leave_of_the_browser_which_is_given_back(
    firefox: Firefox, groundwork: Groundwork, safe_site: Pages, options: str
) -> None:
    safe_site.put("/firefox-tab", article("Ferries", *[f"{one} (ferry)" for one in TOLD], author="Dana Whitlock"))
    firefox.go(safe_site.url("/firefox-tab"))
    many = firefox.open("tabs/tabs.html")
    assert firefox.js("document.getElementById('list').hidden", many)
    firefox.click("#allow", many)
    firefox.until("!document.getElementById('list').hidden", many)
    ticked = "[...document.querySelectorAll('#tabs input:checked + span b')].map(one => one.textContent)"
    assert firefox.js(ticked, many) == ["Ferries"]
    assert "/firefox-tab" not in str(groundwork.clips())
    firefox.js("document.getElementById('list').requestSubmit()", many)
    firefox.until("document.getElementById('done').textContent === '1 page saved.'", many)
    _arrival(firefox, groundwork, options, "/firefox-tab")
    assert _origins(firefox, options) == ["http://127.0.0.1/*"]
    firefox.send("browsingContext.close", context=many)
    left = firefox.open("tabs/tabs.html")
    firefox.click("#allow", left)
    firefox.until("!document.getElementById('list').hidden", left)
    assert len(_origins(firefox, options)) > 1
    firefox.send("browsingContext.close", context=left)  # without a choice
    firefox.until(f"(async () => {PERMITTED}.length === 1)()", options)


def test_a_permission_that_was_taken_away_is_named_and_asked_for(
    firefox: Firefox, groundwork: Groundwork, site: Pages, options: str
) -> None:
    firefox.js("browser.permissions.remove({ origins: ['http://127.0.0.1/*'] })", options)
    _press(firefox, site, "/firefox-kept-away", "The third winter I learned to weld under water from a diver.")
    firefox.says("/does not let this extension reach/.test(popup.body.innerText)", options)
    looked = firefox.open("options/options.html")
    firefox.until("/does not let this extension reach/.test(document.getElementById('cause').textContent)", looked)
    firefox.click("[data-act=allow]", looked)
    firefox.until("document.getElementById('cause').textContent === 'Connected.'", looked)
    _arrival(firefox, groundwork, options, "/firefox-kept-away")
    firefox.send("browsingContext.close", context=looked)


def test_another_computer_is_asked_for_and_spoken_to_over_https(firefox: Firefox, options: str) -> None:
    before = firefox.js("(async () => (await browser.storage.local.get('connection')).connection)()", options)
    port = free_port()
    with stranger(port, {"service": "groundwork", "api": 1}, safely=True) as heard:
        looked = firefox.open("options/options.html")
        firefox.js("document.getElementById('elsewhere').open = true", looked)
        firefox.js(f"document.getElementById('address').value = 'https://elsewhere.test:{port}'", looked)
        firefox.click("#place button", looked)
        firefox.until("/Connect this browser once/.test(document.getElementById('cause').textContent)", looked)
    assert heard
    assert "https://elsewhere.test/*" in _origins(firefox, looked)
    firefox.js(f"browser.storage.local.set({{ connection: {json.dumps(before)} }})", looked)
    firefox.js("browser.permissions.remove({ origins: ['https://elsewhere.test/*'] })", looked)
    firefox.send("browsingContext.close", context=looked)


def test_bookmarks_are_clipped_once_they_are_switched_on_and_the_browser_allows_it(
    firefox: Firefox, groundwork: Groundwork, safe_site: Pages, options: str
) -> None:
    safe_site.put("/firefox-mark", article("Locks", *[f"{one} (lock)" for one in TOLD], author="Dana Whitlock"))
    firefox.go(safe_site.url("/firefox-mark"))
    looked = firefox.open("options/options.html")
    firefox.click("#bookmarks", looked)
    firefox.until("(async () => (await browser.storage.local.get('settings')).settings?.bookmarks)()", looked)
    firefox.js(BOOKMARK.replace("URL", safe_site.url("/firefox-mark")), looked)
    assert _arrival(firefox, groundwork, options, "/firefox-mark")["raw_sha256"]  # as the tab shows it
    firefox.click("#bookmarks", looked)
    firefox.until("(async () => !(await browser.storage.local.get('settings')).settings.bookmarks)()", looked)
    assert _origins(firefox, looked) == ["http://127.0.0.1/*"]
    firefox.send("browsingContext.close", context=looked)


def test_firefox_kept_the_shortcut(firefox: Firefox, options: str) -> None:
    asked = "(async () => (await browser.commands.getAll()).map(one => one.shortcut))()"
    assert firefox.js(asked, options) == ["Alt+Shift+G"]


def test_a_page_that_cannot_be_saved_is_refused_politely(firefox: Firefox, options: str) -> None:
    popup = firefox.open("popup/popup.html")
    assert "This page cannot be saved." in firefox.js("document.body.innerText", popup)


def test_deleting_all_local_data_gives_back_what_the_browser_allowed(firefox: Firefox, options: str) -> None:
    firefox.click("#toolbar", options)
    firefox.until("(async () => (await browser.permissions.getAll()).permissions.includes('webNavigation'))()", options)
    firefox.js("document.getElementById('forget').click()", options)
    firefox.js("document.getElementById('forget_sure').click()", options)
    firefox.until("!!document.getElementById('forgotten').textContent", options)
    firefox.until("!document.getElementById('toolbar').checked", options)
    assert firefox.js("browser.permissions.contains({ permissions: ['webNavigation'] })", options) is False
    left = firefox.js("(async () => Object.keys(await browser.storage.local.get()))()", options)
    assert left in ([], ["connection"])  # where Groundwork is; no token
    assert "token" not in firefox.js(
        "(async () => (await browser.storage.local.get('connection')).connection ?? {})()", options
    )


def _origins(firefox: Firefox, context: str) -> list[str]:
    return list(firefox.js(f"(async () => {PERMITTED})()", context))


def _press(firefox: Firefox, site: Pages, path: str, *more: str) -> None:
    told = [f"{one} ({path})" for one in (*TOLD, *more)]
    site.put(path, article("Notes by Dana Whitlock", *told, author="Dana Whitlock"))
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
