"""How long a press of the real toolbar button takes until its page is durable, and whether kills lose or double a page.

python -m bench.button [PRESSES]        press to durable, on a page of 300 kB
python -m bench.button kills [CLIPS]    background, service and browser killed at random points
"""

import atexit
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import median

from playwright.sync_api import Error, Playwright, sync_playwright

from tests.extension.chrome import Chrome
from tests.extension.conftest import begin, pair
from tests.extension.service import Groundwork, Pages, article, pages

SIZE = 300_000  # characters
PRESSES, CLIPS = 15, 50
PATIENCE = 120  # seconds
LATEST = 0.6  # seconds from the popup to a kill; a page is kept after about half of it, and sent after most of it
SENTENCE = "In {n} I built a crane of {n} tons and learned patience from it, page {page}."


def durations(playwright: Playwright, presses: int) -> dict[str, list[float]]:
    """Seconds from the press: until the page is kept in the browser, until the service has it on its disk."""
    found: dict[str, list[float]] = {"kept": [], "durable": []}
    with tempfile.TemporaryDirectory() as folder, pages() as site:
        groundwork, chrome = _start(playwright, Path(folder))
        for at in range(presses):
            _put(site, f"/p{at}", SIZE)
            chrome.page.goto(site.url(f"/p{at}"))
            began = time.perf_counter()
            popup = chrome.press(f"/p{at}")
            _until(lambda popup=popup: popup.js("document.body.dataset.kept"))
            found["kept"].append(time.perf_counter() - began)
            _until(lambda at=at: _has(groundwork, f"/p{at}"))
            found["durable"].append(time.perf_counter() - began)
        chrome.close()
        groundwork.kill()
    return found


def kills(playwright: Playwright, clips: int, seed: int = 20261122) -> dict[str, object]:
    """Press on so many pages; after half of the presses something is killed at random, before, while or after the page is kept or sent."""
    chance, told, killed = random.Random(seed), set[str](), Counter[str]()
    with tempfile.TemporaryDirectory() as folder, pages() as site:
        groundwork, chrome = _start(playwright, Path(folder))
        for at in range(clips):
            path = f"/p{at}"
            _put(site, path, 20_000)
            chrome.page.goto(site.url(path))
            what = chance.choice(["background", "service", "browser", "", "", ""])
            if _says_kept(chrome, path, chance.random() * LATEST if what else None):
                told.add(path)
            killed[what or "nothing"] += 1
            if what == "background":
                chrome.kill_worker()
            elif what == "service":
                groundwork.kill()
                groundwork.start()
            elif what == "browser":
                chrome.kill()
                chrome = Chrome(playwright, chrome.profile)
        popup = chrome.open("options/options.html")
        popup.evaluate("chrome.runtime.sendMessage({ what: 'update' })")
        _until(lambda: not _waiting(chrome))
        arrived = Counter(f"/{one['url'].rpartition('/')[2]}" for one in groundwork.clips())
        chrome.close()
        groundwork.kill()
    return {
        "clips": clips,
        "killed": dict(killed),
        "told to be kept": len(told),
        "arrived": len(arrived),
        "lost": sorted(told - set(arrived)),
        "doubled": sorted(path for path, count in arrived.items() if count > 1),
    }


def _start(playwright: Playwright, folder: Path) -> tuple[Groundwork, Chrome]:
    (folder / "data").mkdir()
    groundwork = Groundwork(folder / "data").start()
    atexit.register(groundwork.kill)
    chrome = Chrome(playwright, folder / "profile")
    begin(chrome.page, groundwork)
    pair(chrome, groundwork)
    return groundwork, chrome


def _put(site: Pages, path: str, size: int) -> None:
    said, n = [], 0
    while sum(map(len, said)) < size:
        n += 1
        said.append(SENTENCE.format(n=n, page=path))
    site.put(path, article("Notes by Dana Whitlock", *said, author="Dana Whitlock"))


def _says_kept(chrome: Chrome, path: str, after: float | None) -> bool:
    """Press; whether the popup says so many seconds later that the page is kept. With None it is waited for."""
    try:
        popup = chrome.press(path)
        if after is None:
            popup.until("document.body.dataset.kept")
        time.sleep(after or 0)
        return bool(popup.js("document.body.dataset.kept || ''"))
    except (AssertionError, Error):
        return False


def _has(groundwork: Groundwork, path: str) -> bool:
    return any(one["url"].endswith(path) for one in groundwork.clips())


def _waiting(chrome: Chrome) -> bool:
    found = chrome.worker("chrome.storage.local.get()")
    return any(key.startswith("clip:") and one["state"] != "sent" for key, one in found.items())


def _until(asked: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not asked():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.005)


def main(words: list[str]) -> None:
    count = int(words[-1]) if words and words[-1].isdigit() else None
    with sync_playwright() as playwright:
        if words[:1] == ["kills"]:
            for name, value in kills(playwright, count or CLIPS).items():
                print(f"{name}: {value}")
            return
        for name, values in durations(playwright, count or PRESSES).items():
            print(f"{name}: median {median(values):.2f} s, worst {max(values):.2f} s, of {len(values)}")


if __name__ == "__main__":
    main(sys.argv[1:])
