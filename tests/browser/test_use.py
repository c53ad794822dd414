"""Everything can be done with the keyboard alone, and with scripts switched off."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from server.actions.sample import SAMPLE_ID
from tests.browser.conftest import Site
from tests.browser.pressing import next_page, press
from tests.browser.views import (
    OWN,
    SAVED,
    VIEWS,
    a_new_interview,
    a_page_still_to_be_fetched,
    a_page_with_the_quote_marked,
    a_question_of_ones_own,
    a_typed_question,
    files_that_are_none,
    the_pages,
)

pytestmark = pytest.mark.browser
FOCUSABLE = "a[href], button, input:not([type=hidden], [type=radio]:not(:checked)), textarea, select, summary"  # choices are one stop
SEEN = f"Array.from(document.querySelectorAll('{FOCUSABLE}')).filter(one => one.checkVisibility()).length"
LOOKED_AGAIN = 3_500  # milliseconds, a little more than waiting.js lets pass
BETWEEN = 2  # presses that leave the page at its end and come back to its start
DROPPED = """text => {
    const carried = new DataTransfer()
    carried.items.add(new File([text], "notes.html", { type: "text/html" }))
    return carried
}"""
FOCUSED = """() => {
    const one = document.activeElement
    if (one === document.body) return null
    const style = getComputedStyle(one), box = one.getBoundingClientRect()
    one.dataset.at ??= String(document.querySelectorAll('[data-at]').length)
    return [one.dataset.at, style.outlineStyle !== 'none' && style.outlineWidth !== '0px', box.width > 0 && box.left >= 0]
}"""


@pytest.fixture
def scriptless(chromium: Browser) -> Iterator[Page]:
    """A browser that runs no script."""
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_the_keyboard_reaches_everything_and_shows_where_it_is(
    site: Site, page: Page, view: Callable[[Site, Page], None]
) -> None:
    view(site, page)
    page.evaluate("window.scrollTo(0, 0); history.replaceState(null, '', location.pathname)")
    there = page.evaluate(SEEN)
    reached: dict[str, bool] = {}
    for _ in range(2 * there + BETWEEN):  # twice around: a busy browser may begin anywhere
        if len(reached) == there:
            break
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused:
            reached[focused[0]] = focused[1] and focused[2]
    assert len(reached) == there
    assert all(reached.values())


def test_an_interview_is_begun_a_question_asked_and_its_source_opened_by_keyboard(site: Site, page: Page) -> None:
    site.enter(page, "/")
    page.get_by_label("Who").focus()
    page.keyboard.type("Dana Whitlock")
    page.keyboard.press("Tab")
    page.keyboard.type("Decide by May whether to leave.")
    for _ in ("links", "files", "Begin"):
        page.keyboard.press("Tab")
    with next_page(page):
        page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Dana Whitlock")
    site.enter(page, f"/interviews/{SAMPLE_ID}")
    page.get_by_label("What are you dying to ask?").focus()
    page.keyboard.type("Why did you leave the wall?")
    page.keyboard.press("Tab")
    with next_page(page):
        page.keyboard.press("Enter")
    page.locator(".answer a").first.focus()
    with next_page(page):
        page.keyboard.press("Enter")
    expect(page.locator(".leaf")).to_be_visible()


def test_the_skip_link_leads_past_the_frame(site: Site, page: Page) -> None:
    site.enter(page, "/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_an_interview_begins_without_a_script(site: Site, scriptless: Page) -> None:
    a_new_interview(site, scriptless)
    assert scriptless.locator("h1").inner_text() == "Dana Okafor"


def test_a_typed_question_is_answered_without_a_script(site: Site, scriptless: Page) -> None:
    a_typed_question(site, scriptless)
    assert "asks for a job" in scriptless.locator(".easier").inner_text()
    scriptless.get_by_text("What one might mind in it").click()
    expect(scriptless.locator(".findings")).to_contain_text("asks for a job")


def test_a_question_of_ones_own_is_added_changed_put_off_and_taken_away_without_a_script(
    site: Site, scriptless: Page
) -> None:
    a_question_of_ones_own(site, scriptless)
    mine = scriptless.locator(".asked > li").filter(has_text="yours").first
    expect(mine).to_contain_text(OWN)
    mine.locator(".tap summary").click()
    mine.get_by_label("In your words").fill("What did the islands ask of you?")
    press(mine.get_by_role("button", name="Keep these words"))
    changed = scriptless.locator(".asked > li").filter(has_text="What did the islands ask of you?").first
    expect(changed.locator(".question")).to_have_text("What did the islands ask of you?")
    changed.locator(".tap summary").click()
    press(changed.get_by_role("button", name="Another day"))
    later = scriptless.locator("details", has=scriptless.get_by_text("Another day (")).locator(".asked > li")
    parked = later.filter(has_text="What did the islands ask of you?").first
    expect(scriptless.locator(".moved")).to_be_visible()
    scriptless.get_by_text("Another day (").click()
    expect(parked).to_be_visible()
    parked.locator(".tap summary").click()
    press(parked.get_by_role("button", name="Remove"))
    scriptless.get_by_text("Removed (").click()
    expect(scriptless.locator(".gone")).to_contain_text("What did the islands ask of you?")


def test_questions_are_put_in_order_by_keyboard(site: Site, page: Page) -> None:
    site.enter(page)
    asked = page.locator("ol.asked:has(> li:nth-child(2))").first  # tests before may have left one alone in a list
    texts, number = asked.locator(".question"), asked.locator(".number").first.inner_text()
    first, second = texts.nth(0).inner_text(), texts.nth(1).inner_text()
    page.get_by_role("button", name=re.compile(rf"^Down\s*: question {number}$")).focus()
    with next_page(page):
        page.keyboard.press("Enter")
    expect(texts.nth(1)).to_have_text(first)
    expect(texts.nth(0)).to_have_text(second)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('li').querySelector('.question').innerText") == first


def test_the_marked_quote_stands_in_the_window(site: Site, scriptless: Page) -> None:
    a_page_with_the_quote_marked(site, scriptless)
    expect(scriptless.locator("#marked")).to_be_in_viewport()


def test_a_verdict_is_given_and_taken_back_without_a_script(site: Site, scriptless: Page) -> None:
    the_pages(site, scriptless)
    rowing = scriptless.locator("#page-sample-s08")
    press(rowing.get_by_role("button", name="Someone else"))
    expect(rowing).to_contain_text("You said that this is somebody else.")
    rowing.locator("summary").click()
    press(rowing.get_by_role("button", name="Take that back"))
    expect(rowing).to_contain_text("Perhaps about somebody else")


def test_files_are_brought_without_a_script_and_bad_ones_cost_only_themselves(site: Site, scriptless: Page) -> None:
    files_that_are_none(site, scriptless)
    expect(scriptless.locator(".given")).to_contain_text("Added: 1 file.")
    expect(scriptless.locator(".given .wrong")).to_contain_text("The page is a PNG picture")
    expect(scriptless.locator(".pages > li")).to_have_count(1)


def test_files_are_dropped_on_the_page(site: Site, page: Page) -> None:
    a_new_interview(site, page)
    press(page.get_by_role("link", name="Pages", exact=True))
    dropped = page.evaluate_handle(DROPPED, SAVED.decode())
    page.dispatch_event("h1", "dragover", {"dataTransfer": dropped})
    expect(page.locator(".drop")).to_have_class("drop near")
    page.dispatch_event("h1", "drop", {"dataTransfer": dropped})
    expect(page.locator(".pages > li")).to_have_count(1)


def test_what_waits_is_looked_at_again_by_itself_unless_somebody_types(site: Site, context: BrowserContext) -> None:
    context.unroute_all()
    page = context.new_page()
    page.clock.install()
    a_page_still_to_be_fetched(site, page)
    with next_page(page):
        page.clock.run_for(LOOKED_AGAIN)
    page.get_by_label("Paste a link").fill("https://dana.example/talks")
    left: list[Request] = []
    page.on("request", lambda asked: left.append(asked) if asked.is_navigation_request() else None)
    page.get_by_label("Paste a link").blur()
    page.clock.run_for(LOOKED_AGAIN)
    page.evaluate("fetch(location.href).then(answer => answer.text())")  # as long as the page itself would take
    assert left == []


def test_files_that_are_too_much_are_not_even_sent(site: Site, page: Page) -> None:
    the_pages(site, page)
    page.eval_on_selector("#drop", "form => { form.dataset.most = '30000' }")
    page.get_by_label("Bring files").set_input_files(
        [{"name": "long.txt", "mimeType": "text/plain", "buffer": b"long " * 4_000}]
    )
    expect(page.locator("#too-much")).to_be_visible()
    page.get_by_role("button", name="Add the files").click()
    expect(page).to_have_url(re.compile("/pages$"))


def test_on_paper_it_is_black_on_white_and_nothing_can_be_pressed(site: Site, page: Page) -> None:
    site.enter(page)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(
        "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    ) == [
        "rgb(0, 0, 0)",
        "rgb(255, 255, 255)",
    ]
    assert not [one for one in page.locator("button, nav, textarea, form:not(.hand)").all() if one.is_visible()]
    assert page.locator("#homework a").first.evaluate("one => getComputedStyle(one).textDecorationLine") == "none"
