"""How long it takes to the first brief of one's own, from the start of the service: two boxes, three page files, a real Chromium.

python -m bench.beginning
"""

import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.serving import served

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")
WHO, WANT = "Dana Okafor", "Decide by May whether to leave field work."
STEPS = 3  # begin one's own, choose files, begin
A_CHARACTER = 0.3  # seconds: forty words a minute
A_STEP = 5.0  # seconds to see what is next, and to press it
PATIENCE = 60_000  # milliseconds
PAGES = {
    "leaving.html": (
        "Leaving the harbour board",
        "I left the harbour board in 2019 because the timetable had become more important than the islands it was made for.",
        "For three years I said never a desk, and then I took one for eleven months to see what the others saw from it.",
        "We dropped eleven sailings in the first winter and nobody on the islands missed nine of them.",
    ),
    "counting.html": (
        "What we counted on the quay",
        "In 2021 I counted everybody who came to the quay for a week, and a third of them only wanted to see the boat.",
        "I used to believe that a timetable is a promise. Now I think it is a guess that is printed.",
        "I should have asked the two women who sell the tickets before I drew anything.",
    ),
    "desk.html": (
        "Eleven months at a desk",
        "The desk taught me how a decision is made when nobody in the room has been on the boat.",
        "I still don't know how one tells a board that the sailing they love carries four people.",
        "If you come from field work, keep your boots in the office: somebody has to be able to leave it.",
    ),
}


@dataclass(frozen=True)
class Took:
    """Seconds: what the machine took, the start of the service included, and with it a person who types and looks."""

    machine: float
    whole: float


def took(browser: Browser, folder: Path) -> Took:
    """Start the service on an empty folder, begin an interview with three files, and wait for its first question."""
    files = _saved(folder)
    began = time.perf_counter()
    with served(folder / "data") as running:
        context = browser.new_context()
        _begin(context.new_page(), running.link, files)
        machine = time.perf_counter() - began
        context.close()
    return Took(machine, machine + A_CHARACTER * len(WHO + WANT) + A_STEP * STEPS)


def _begin(page: Page, link: str, files: list[Path]) -> None:
    page.goto(link)
    page.get_by_role("link", name="Begin one of your own").click()
    page.get_by_label("Who", exact=True).fill(WHO)
    page.get_by_label("What do you want from them?").fill(WANT)
    page.get_by_label("Or saved pages and PDFs").set_input_files(files)
    page.get_by_role("button", name="Begin", exact=True).click()
    page.locator("h1", has_text=WHO).wait_for(timeout=PATIENCE)
    page.locator(".asked .question").first.wait_for(timeout=PATIENCE)


def _saved(folder: Path) -> list[Path]:
    for name, (title, *said) in PAGES.items():
        told = "".join(f"<p>{one}</p>" for one in said)
        head = f'<head><title>{title} | {WHO}</title><meta name="author" content="{WHO}"></head>'
        body = f"<body><article><h1>{title}</h1><p>By {WHO}</p>{told}</article></body>"
        (folder / name).write_text(f"<html>{head}{body}</html>", "utf-8")
    return [folder / name for name in PAGES]


def main() -> None:
    """Print both."""
    path = next((one for name in CHROMIUM if (one := shutil.which(name))), None)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        found = took(browser, Path(folder))
        browser.close()
    print(f"{STEPS} steps; the machine {found.machine:.1f} s, with typing and looking {found.whole:.1f} s")


if __name__ == "__main__":
    main()
