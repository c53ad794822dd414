"""Photographs the questions of Tonight, of the sample interview as the service shows it: `python docs/screenshot.py docs/pictures/tonight.png`.

Needs a Chromium (`make browsers`); everything else is our own service on a folder that is thrown away.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import FloatRect, Page, sync_playwright

WIDTH, HEIGHT = 1000, 1120
SHOWN, AROUND = 2, 24  # questions in the picture, each with its quote; pixels of paper around them
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")
STILL = "being fetched and read"
LINK = re.compile(r"http://\S+/enter/\S+")


def main(target: Path) -> None:
    """Start the service, look, and end it."""
    with tempfile.TemporaryDirectory() as data:
        command = [Path(sys.executable).with_name("groundwork"), "serve", "--data", data, "--port", "0", "--no-browser"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as service:  # noqa: S603  our own command
            try:
                _photograph(_link(service), target)
            finally:
                service.terminate()


def _link(service: "subprocess.Popen[str]") -> str:
    assert service.stdout
    found = next(match for line in service.stdout if (match := LINK.search(line)))
    return found[0]


def _photograph(link: str, target: Path) -> None:
    path = next(found for name in CHROMIUM if (found := shutil.which(name)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page(  # without scripts, so that it looks again when we say
            viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", java_script_enabled=False
        )
        page.goto(link)
        _wait_until_read(page)
        page.screenshot(path=str(target), full_page=True, clip=_questions(page))
        browser.close()


def _questions(page: Page) -> FloatRect:
    """Where the first questions stand, from their title on."""
    title = page.locator("#questions").bounding_box()
    last = page.locator(".asked > li").nth(SHOWN - 1).bounding_box()
    assert title
    assert last
    left, top = title["x"] - AROUND, title["y"] - AROUND
    return {"x": left, "y": top, "width": title["width"] + 2 * AROUND, "height": last["y"] + last["height"] - top}


def _wait_until_read(page: Page) -> None:
    while page.get_by_text(STILL).count():
        page.wait_for_timeout(500)
        page.reload()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
