"""Photographs Tonight of the sample interview as the service shows it: `python docs/screenshot.py docs/pictures/tonight.png`.

Needs a Chromium (`make browsers`); everything else is our own service on a folder that is thrown away.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

WIDTH, HEIGHT = 1000, 1120  # what one sees without scrolling on a tall window: down to the questions
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")
STILL = "still being fetched or read"
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
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(link)
        _wait_until_read(page)
        page.screenshot(path=str(target))
        browser.close()


def _wait_until_read(page: Page) -> None:
    while page.get_by_text(STILL).count():
        page.wait_for_timeout(500)
        page.reload()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
