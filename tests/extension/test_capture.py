"""What of a page is sent: pairs of a page and what must be in the copy, what must not. The page itself is left as it is."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import chromium, context, page
from tests.extension.chrome import EXTENSION
from tests.extension.service import Pages, pages

__all__ = ["chromium", "context", "page"]  # fixtures

pytestmark = pytest.mark.browser
CAPTURE = "\n".join((EXTENSION / f"content/{name}.js").read_text("utf-8") for name in ("together", "whom", "capture"))
PAIRS = sorted((Path(__file__).parent / "captures").glob("*.html"))


@pytest.fixture(scope="module")
def site() -> Iterator[Pages]:
    with pages() as running:
        yield running


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
    page.evaluate("new Promise(done => Object.assign(new Image(), { onerror: done, src: 'y' }))")
    assert page.evaluate("[window.ran, window.made]") == made


def test_the_text_has_a_line_for_each_block_and_its_words_are_counted(page: Page) -> None:
    page.set_content(
        "<body><nav>menu of four words</nav><h1>Notes</h1><p>I <b>left</b> the\n board.</p><p>Then I stayed.</p></body>"
    )
    taken = page.evaluate(CAPTURE)
    assert taken["text"] == "Notes\nI left the board.\nThen I stayed."
    assert (taken["words"], taken["seen"]) == (8, 12)


def test_who_a_page_is_by_or_about_is_told_as_far_as_it_says_so_in_data(page: Page, site: Pages) -> None:
    data = '{"@graph": [{"@type": "Article", "author": {"@type": ["Person"], "name": "Ravi Menon"}}]}'
    head = f"<meta name='author' content='Dana Whitlock'><script type='application/ld+json'>{data}</script>"
    broken = "<script type='application/ld+json'>{ not json </script>"
    site.put("/in/dana", f"<head>{head}{broken}</head><h1>Dana  <b>Whitlock</b></h1><h1>Another</h1>")
    site.put("/notes", "<meta property='og:type' content='article'><h1>Leaving Harbour Boards</h1>")
    page.goto(site.url("/in/dana", "127.0.0.1"))
    taken = page.evaluate(CAPTURE)
    assert taken["heading"] == "Dana Whitlock"
    assert taken["people"] == ["Dana Whitlock", "Ravi Menon", "Dana Whitlock"]
    page.goto(site.url("/notes", "127.0.0.1"))
    assert page.evaluate(CAPTURE)["people"] == []


def test_a_frame_of_the_same_site_is_part_of_the_page_and_one_of_another_site_is_not(page: Page, site: Pages) -> None:
    site.put("/inside", "<p>I left the board in 2019.</p>")
    ours, theirs = site.url("/inside", "127.0.0.1"), site.url("/inside", "localhost")
    site.put("/around", f"<h1>Notes</h1><iframe src='{ours}'></iframe><iframe src='{theirs}'></iframe>")
    page.goto(site.url("/around", "127.0.0.1"))
    assert page.evaluate(CAPTURE)["text"] == "Notes\nI left the board in 2019."


def test_a_page_made_of_frames_is_read(page: Page, site: Pages) -> None:
    site.put("/left", "<h2>Contents</h2>")
    site.put("/right", "<h1>Dana Whitlock</h1><p>I left the board in 2019.</p>")
    site.put("/frames", "<title>Home</title><frameset cols='30%,*'><frame src='/left'><frame src='/right'></frameset>")
    page.goto(site.url("/frames", "127.0.0.1"))
    taken = page.evaluate(CAPTURE)
    assert taken["text"] == "Contents\nDana Whitlock\nI left the board in 2019."
    assert "<body><div><div><h2>Contents</h2>" in taken["html"]


def test_what_is_selected_in_a_frame_or_a_shadow_root_is_the_selection(page: Page, site: Pages) -> None:
    site.put("/inside", "<p>I left the board in 2019.</p>")
    shadow = "<x-a><template shadowrootmode='open'><p>I stayed.</p></template></x-a>"
    site.put("/around", f"<h1>Notes</h1><iframe src='/inside'></iframe>{shadow}")
    page.goto(site.url("/around", "127.0.0.1"))
    page.evaluate("(doc => doc.getSelection().selectAllChildren(doc.body))(frames[0].document)")
    assert page.evaluate(CAPTURE)["selection"] == "I left the board in 2019."
    page.evaluate("getSelection().selectAllChildren(document.querySelector('x-a').shadowRoot.querySelector('p'))")
    assert page.evaluate(CAPTURE)["selection"] == "I stayed."


def test_words_in_frames_and_shadow_roots_count(page: Page) -> None:
    page.set_content(
        "<nav>menu of four words</nav><x-a><template shadowrootmode='open'><p>two words</p></template></x-a>"
        "<iframe srcdoc='<p>three more words</p>'></iframe>"
    )
    taken = page.evaluate(CAPTURE)
    assert (taken["words"], taken["seen"]) == (5, 9)
