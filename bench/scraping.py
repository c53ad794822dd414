"""What scraping costs, as a ratio to a bare trafilatura.extract of the same pages in the same process.

Pages: the project's HTML fixtures and some longer articles made here. Rounds are interleaved, so that load on the machine
falls on both sides; each page counts with the median of its rounds.
"""

import gc
import logging
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import trafilatura

from scrapers import scrape
from scrapers.page import Page

PAGES = Path(__file__).parent.parent / "tests" / "pages"
ROUNDS = 7
WORDS = (
    "the harbour kept its own clock and every crew that came in after dark learned to read it from the water while the office "
    "went on printing tables that nobody on the quay had asked for since the winter when the ice took both cranes"
).split()


def measure(rounds: int = ROUNDS) -> dict[str, float]:
    """{"pages", "bare_ms", "scrape_ms" (each the mean over pages of the median of rounds), "ratio"}."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    pages = [*_fixtures(), *(_article(paragraphs) for paragraphs in (15, 30, 60, 120))]
    bare: list[list[float]] = [[] for _ in pages]
    ours: list[list[float]] = [[] for _ in pages]
    for number in range(rounds + 1):
        for index, html in enumerate(pages):
            # a fresh copy each time: the caches of `scrapers` know the page they read last
            bare_time = _timed(lambda html=html: trafilatura.extract(html, include_comments=False))  # type: ignore[misc]
            ours_time = _timed(lambda html=html: scrape(Page(url="https://bench.example/", html=html)))  # type: ignore[misc]
            if number:  # the first round warms up
                bare[index].append(bare_time)
                ours[index].append(ours_time)
    bare_ms = statistics.fmean(statistics.median(times) for times in bare)
    ours_ms = statistics.fmean(statistics.median(times) for times in ours)
    return {
        "pages": len(pages),
        "bare_ms": round(bare_ms, 2),
        "scrape_ms": round(ours_ms, 2),
        "ratio": round(ours_ms / bare_ms, 2),
    }


def _timed(work: Callable[[], object]) -> float:
    gc.disable()
    start = time.perf_counter()
    work()
    end = time.perf_counter()
    gc.enable()
    return (end - start) * 1000


def _fixtures() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(PAGES.glob("*/*.html")) if path.parent.name != "wall"]


def _article(paragraphs: int) -> str:
    """A long article in the surroundings of a news site; no two paragraphs alike, since extractors drop repeats."""
    body = []
    for number in range(paragraphs):
        shift = number * 7
        words = [WORDS[(shift + step * (1 + number % 5)) % len(WORDS)] for step in range(70)]
        body.append(
            f"<p>In {1900 + number} {' '.join(words[:35])}. Then <a href='/{number}'>{words[35]}</a> {' '.join(words[36:])}.</p>"
        )
        if number % 6 == 5:
            body.append(f"<h2>Part {number} of the story</h2>")
    menu = "".join(f"<li><a href='/s/{number}'>Section {number}</a></li>" for number in range(40))
    side = "".join(
        f"<div class='teaser'><h3><a href='/t/{number}'>Teaser {number}</a></h3><p>Short text.</p></div>"
        for number in range(20)
    )
    return (
        "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>The clock | Harbour</title>"
        "<meta property='article:published_time' content='2020-05-01'></head><body>"
        f"<header><nav><ul>{menu}</ul></nav></header><main><article><h1>The clock</h1>{''.join(body)}</article></main>"
        f"<aside>{side}</aside><footer><ul>{menu}</ul></footer></body></html>"
    )


if __name__ == "__main__":
    print(measure())
