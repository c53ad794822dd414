"""The button in its states, as a person sees it, taken from real browsers against the real service.

python -m tests.extension.pictures             those of docs/extension.md, into docs/pictures
python -m tests.extension.pictures FOLDER [de] all of them, by day and by night
"""

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, Playwright, sync_playwright

from tests.extension.chrome import Chrome, Target
from tests.extension.conftest import House, begin, pair
from tests.extension.firefox import Firefox
from tests.extension.permitted import looking_at, permitted
from tests.extension.service import Groundwork, article, free_port, pages
from tests.extension.small import CERTIFICATE, PDF, stranger
from tests.house import ROOT

SCHEMES = ("light", "dark")
IN_DOCS = (
    *("install-chrome", "install-firefox", "options-connect", "popup-saved", "popup-more", "popup-other"),
    *("popup-down", "tabs"),
)
DRAWN = """() => {  // the row of buttons has slid in
  const bar = document.querySelector('extensions-manager').shadowRoot.querySelector('extensions-toolbar').shadowRoot
  const button = bar.querySelector('#loadUnpacked')
  const top = button.getBoundingClientRect().top
  const still = button.dataset.top === String(top) && top > 50
  button.dataset.top = top
  return still
}"""
SETTLED = "!/Reading it|Wird gelesen|On its way|Unterwegs/.test(document.getElementById('line').textContent)"
TOLD = {
    "Why I left the harbour board": (
        "I left the harbour board in 2019 because nobody would say no to me any more.",
        "For three years I had signed what lay on my desk, and I missed the water more each winter.",
        "My first week in the yard I learned more than in the ten years before, most of it from a welder of 19.",
        "People ask whether I miss the view. I miss the tide tables, and the quarrels over them.",
    ),
    "A crane of forty tons": (
        "In 2012 I built a crane of 40 tons with four people and learned patience from it.",
        "We poured the base three times, since I would not listen to the man who knew the ground.",
        "I now hire for curiosity and teach the rest, which took me nine years to believe.",
        "The crane still stands, and it lifts what it was built for: boats, and once a piano.",
    ),
    "What a winter on the ferry taught me": (
        "What changed my mind was a winter on the ferry, when I had to ask for help every day.",
        "I still keep the list of whom I asked, and I call three of them each spring.",
        "Asking, I found, is a craft like any other: you get better by doing it badly in public.",
        "That is why the yard has an hour on Fridays in which nobody may give an answer.",
    ),
}
BREAD = "<title>Bread takes a night</title><p>Bread takes a night and no hurry at all.</p>"
NAMES_RAVI = "<title>Bread takes a night</title><p>Ravi Menon bakes bread in a night and no hurry at all.</p>"
WHY, CRANE, FERRY = TOLD
WRONG = {"wrong": "token", "unknown": "token_id"}


class Album:
    """A folder of pictures, each by day and by night."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def popup(self, name: str, popup: Target) -> None:
        for scheme in SCHEMES:
            popup.picture(self.folder / f"popup-{name}-{scheme}.png", scheme)

    def page(self, name: str, page: Page) -> None:
        page.set_viewport_size({"width": 760, "height": 600})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            page.screenshot(path=self.folder / f"{name}-{scheme}.png", full_page=True)


@contextmanager
def house(playwright: Playwright, extension: Path, language: str, certificate: Path | None = None) -> Iterator[House]:
    """A browser that was just installed, with a service and a site."""
    with tempfile.TemporaryDirectory() as folder, pages(certificate) as site:
        groundwork = Groundwork(Path(folder)).start()
        chrome = Chrome(playwright, Path(folder) / "profile", extension, language=language)
        try:
            yield House(groundwork, site, chrome)
        finally:
            chrome.close()
            groundwork.kill()


def story(at: House, path: str, title: str, *more: str) -> str:
    """Put a page of hers on the site; its address."""
    at.site.put(path, article(title, "by Dana Whitlock", *TOLD[title], *more, author="Dana Whitlock"))
    return at.site.url(path)


def installing(at: House, album: Album) -> None:
    """The page of the browser where the button is put into it."""
    page = at.chrome.context.new_page()
    page.set_viewport_size({"width": 760, "height": 330})
    page.goto("chrome://extensions")
    page.click("#devMode")
    page.wait_for_function(DRAWN)
    page.screenshot(path=album.folder / "install-chrome-light.png")
    page.close()


def first_steps(at: House, album: Album) -> None:
    """Before anything is connected, until it is."""
    at.visit(story(at, "/first", WHY))
    album.popup("first", at.press("/first"))
    options = at.chrome.open("options/options.html")
    options.wait_for_selector("#connection_acts [data-act=check]")
    album.page("options-down", options)
    options.close()
    at.chrome.page.goto(at.groundwork.link)
    at.chrome.worker(f"chrome.storage.local.set({{ connection: {{ address: {at.groundwork.address!r} }} }})")
    options = at.chrome.open("options/options.html#connect")
    options.wait_for_selector("#pairing:not([hidden])")
    album.page("options-connect", options)
    options.close()
    pair(at.chrome, at.groundwork)
    at.visit(story(at, "/whom", WHY))
    popup = at.press("/whom")
    popup.until("!!document.querySelector('#proposed button')")
    album.popup("whom-proposed", popup)
    _take_back(popup)
    at.visit(story(at, "/in/dana", WHY).replace("dana.test", "danawhitlock.test"))
    popup = at.press("/in/dana")
    popup.until("document.getElementById('name').value")
    album.popup("whom", popup)
    _take_back(popup)
    begin(at.chrome.page, at.groundwork)


def installing_in_firefox(album: Album) -> None:
    """The same page of Firefox."""
    with tempfile.TemporaryDirectory() as profile:
        firefox = Firefox(Path(profile))
        firefox.send("browsingContext.setViewport", context=firefox.page, viewport={"width": 980, "height": 352})
        firefox.go("about:debugging#/runtime/this-firefox")
        firefox.until("/Groundwork/.test(document.body.innerText)")
        firefox.picture(album.folder / "install-firefox-light.png")
        firefox.close()


def popups(at: House, album: Album) -> None:
    """What a press says."""
    at.visit(story(at, "/crane", CRANE))
    popup = at.press("/crane")
    popup.until(SETTLED)
    album.popup("saved", popup)
    popup.js("document.getElementById('more').open = true")
    album.popup("more", popup)
    popup.js("document.getElementById('sent').open = true")
    album.popup("sent", popup)
    album.popup("already", at.press("/crane"))
    at.visit(story(at, "/crane", CRANE, "I changed my mind about cranes since I saw the new ones in the north."))
    popup = at.press("/crane")
    popup.until(SETTLED)
    popup.js("document.getElementById('more').open = true")
    album.popup("changed", popup)
    _take_back(popup)
    album.popup("undone", popup)
    for name, page in (("nobody", BREAD), ("other", NAMES_RAVI)):
        at.site.put(f"/{name}", page)
        at.visit(at.site.url(f"/{name}"))
        popup = at.press(f"/{name}")
        popup.until("!document.getElementById('warning').hidden")
        popup.until(SETTLED)
        album.popup(name, popup)
    at.site.put("/cv.pdf", PDF, "application/pdf")
    at.visit(at.site.url("/cv.pdf"))
    popup = at.press("/cv.pdf")
    popup.until(SETTLED)
    album.popup("pdf", popup)
    for name, url in (("internal", "chrome://version"), ("ours", at.groundwork.address)):
        at.visit(url)
        album.popup(name, at.press(url))


def troubles(at: House, album: Album) -> None:
    """What is said when pages cannot be sent."""
    before = at.chrome.worker("chrome.storage.local.get('connection')")
    known = before["connection"]
    for name, key in WRONG.items():
        at.chrome.worker(f"chrome.storage.local.set({json.dumps({'connection': known | {key: 'nobody'}})})")
        _options(at, album, name)
    at.chrome.worker(f"chrome.storage.local.set({json.dumps(before)})")
    _options(at, album, "connected")
    at.groundwork.kill()
    with stranger(at.groundwork.port, {"hello": "I am a printer"}):
        _options(at, album, "other")
    for path, title in (("/down", FERRY), ("/down-too", CRANE)):
        at.visit(story(at, path, title, "It was cold."))
        popup = at.press(path)
        popup.until("document.querySelectorAll('#acts button').length > 1")
    album.popup("down", popup)
    _options(at, album, "waiting")
    (entry, *_) = [
        one
        for key, one in at.chrome.worker("chrome.storage.local.get()").items()
        if key.startswith("clip:") and one["state"] == "waiting"
    ]
    entry["interview"] = entry["body"]["interview_id"] = "nobody"
    at.chrome.worker(f"chrome.storage.local.set({json.dumps({'clip:' + entry['key']: entry})})")
    at.groundwork.start()
    at.chrome.worker("chrome.alarms.onAlarm.dispatch({ name: 'send' })")
    at.visit(story(at, "/after", FERRY))
    popup = at.press("/after")
    popup.until("!document.getElementById('queue').hidden")
    popup.until(SETTLED)
    album.popup("refused", popup)


def tabs(at: House, album: Album) -> None:
    """The list of tabs, in a browser that gave its leave."""
    at.site.put("/weather", "<title>Weather</title><p>Rain, then more rain.</p>")
    opened = [at.chrome.context.new_page() for _ in range(3)]
    for page, url in zip(opened, [story(at, "/1", WHY), story(at, "/2", CRANE), at.site.url("/weather")], strict=True):
        page.goto(url)
    many = at.chrome.open("tabs/tabs.html")
    many.wait_for_selector("#list")
    album.page("tabs", many)


def _take_back(popup: Target) -> None:
    popup.click("[data-act=undo]")
    popup.until("!document.querySelector('[data-act=undo]')")


def _options(at: House, album: Album, name: str) -> None:
    options = at.chrome.open("options/options.html")
    options.wait_for_function("document.body.dataset.ready")
    album.page(f"options-{name}", options)
    options.close()


def main(folder: str, language: str = "en") -> None:
    """All of them, for one language."""
    album = Album(Path(folder))
    installing_in_firefox(album)
    with sync_playwright() as playwright:
        with (
            tempfile.TemporaryDirectory() as copy,
            house(playwright, looking_at(Path(copy), free_port()), language) as at,
        ):
            for part in (installing, first_steps, popups, troubles):
                part(at, album)
        with (
            tempfile.TemporaryDirectory() as copy,
            house(playwright, permitted(Path(copy)), language, CERTIFICATE) as at,
        ):
            begin(at.chrome.page, at.groundwork)
            pair(at.chrome, at.groundwork)
            tabs(at, album)


def for_docs() -> None:
    """Those that the documentation shows."""
    with tempfile.TemporaryDirectory() as folder:
        main(folder)
        for name in IN_DOCS:
            shutil.copy(Path(folder) / f"{name}-light.png", ROOT / f"docs/pictures/{name}.png")


if __name__ == "__main__":
    main(*sys.argv[1:]) if sys.argv[1:] else for_docs()
