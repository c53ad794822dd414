"""The pages under tests/pages: each an HTML or PDF file and beside it a JSON file that says what must come of it."""

import json
import re
from dataclasses import dataclass
from functools import cache, cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from scrapers import scrape
from scrapers.page import Extract, Page

FOLDER = Path(__file__).parent.parent / "pages"
FOR_THE_EAR = re.compile(r"""<span class="visually-hidden">[^<]*</span>""")
UNSEEN = frozenset({"script", "style", "template", "noscript", "svg"})


@dataclass(frozen=True)
class Case:
    path: Path  # of the JSON

    @property
    def name(self) -> str:
        return f"{self.path.parent.name}/{self.path.stem}"

    @cached_property
    def wanted(self) -> dict[str, Any]:
        return json.loads(self.path.read_text("utf-8"))

    @cached_property
    def page(self) -> Page:
        pdf = self.path.with_suffix(".pdf")
        if pdf.exists():
            return Page(url=self.wanted["url"], pdf=pdf.read_bytes())
        return Page(url=self.wanted["url"], html=self.path.with_suffix(".html").read_text("utf-8"))

    @property
    def extract(self) -> Extract:
        return _read(self)


@cache  # a cache: one reading a page serves all tests
def _read(case: Case) -> Extract:
    return scrape(case.page)


CASES = [Case(path) for path in sorted(FOLDER.glob("*/*.json"))]
HTML_CASES = [case for case in CASES if not case.path.with_suffix(".pdf").exists()]


def one_line(text: str) -> str:
    return " ".join(text.split())


def stripped(html: str) -> str:
    """All text of a page that the eye sees (no scripts, no second copies for screen readers), by another parser than ours."""
    html = FOR_THE_EAR.sub("", html)
    stripper = _Stripper()
    stripper.feed(html)
    stripper.close()
    return "".join(stripper.out)


class _Stripper(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the parser's own signature
        self.unseen += tag in UNSEEN

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in UNSEEN and self.unseen > 0

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.out.append(data)
