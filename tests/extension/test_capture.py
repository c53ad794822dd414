"""What of a page is sent: pairs of a page and what must be in the copy, what must not. The page itself is left as it is."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import chromium, context, page
from tests.extension.chrome import EXTENSION

__all__ = ["chromium", "context", "page"]  # fixtures

pytestmark = pytest.mark.browser
CAPTURE = (EXTENSION / "content/capture.js").read_text("utf-8")
PAIRS = sorted((Path(__file__).parent / "captures").glob("*.html"))


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_the_copy_holds_what_it_must_and_nothing_else(page: Page, path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    page.goto(path.as_uri())
    before = page.content()
    taken = page.evaluate(CAPTURE)
    assert [one for one in expected["kept"] if one not in taken["html"]] == []
    assert [one for one in expected["gone"] if one in taken["html"] or one in taken["text"]] == []
    assert page.content() == before


def test_no_script_of_the_page_runs_in_the_copy(page: Page) -> None:
    page.set_content("<body><my-box>said</my-box><img src=x onerror='window.ran = (window.ran || 0) + 1'></body>")
    page.evaluate(
        "customElements.define('my-box', class extends HTMLElement { constructor() { super(); window.made = (window.made || 0) + 1 } })"
    )
    made = page.evaluate("[window.ran, window.made]")
    page.evaluate(CAPTURE)
    page.wait_for_timeout(100)
    assert page.evaluate("[window.ran, window.made]") == made


def test_the_text_has_a_line_for_each_block_and_its_words_are_counted(page: Page) -> None:
    page.set_content(
        "<body><nav>menu of four words</nav><h1>Notes</h1><p>I <b>left</b> the\n board.</p><p>Then I stayed.</p></body>"
    )
    taken = page.evaluate(CAPTURE)
    assert taken["text"] == "Notes\nI left the board.\nThen I stayed."
    assert (taken["words"], taken["seen"]) == (8, 12)
