"""What the person can switch on: several tabs, bookmarks, the mark on the button.

A browser without a window cannot be asked for its leave, so this extension is a copy that has the optional permissions from the start.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.pressing import press
from tests.extension.chrome import wait_for
from tests.extension.conftest import House
from tests.extension.permitted import permitted
from tests.extension.service import Pages, pages
from tests.extension.small import CERTIFICATE

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def site() -> Iterator[Pages]:
    """Without https a page is read only by a press on it."""
    with pages(CERTIFICATE) as running:
        yield running


@pytest.fixture(scope="module")
def extension(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return permitted(tmp_path_factory.mktemp("allowed"))


def test_only_tabs_that_name_them_are_ticked_and_nothing_is_sent_before_it_is_said(house: House) -> None:
    house.site.put("/weather", "<title>Weather</title><p>Rain, then more rain.</p>")
    opened = [house.chrome.context.new_page() for _ in range(3)]
    for page, url in zip(
        opened, [house.notes("/tab-1"), house.notes("/tab-2"), house.site.url("/weather")], strict=True
    ):
        page.goto(url)
    many = house.chrome.open("tabs/tabs.html")
    many.wait_for_selector("#list")
    ticked = {
        line.inner_text().split("\n")[0]: line.locator("input").is_checked() for line in many.locator("#tabs li").all()
    }
    assert ticked["Weather"] is False
    assert ticked["Notes by Dana Whitlock"] is True
    assert many.inner_text("#found") == "2 tabs name Dana."
    assert house.arrived("/tab-1") == []
    many.click("#save")
    many.wait_for_selector("#done:has-text('2 pages saved.')")
    assert house.arrival("/tab-1")
    assert house.arrival("/tab-2")
    assert house.arrived("/weather") == []
    for page in [*opened, many]:
        page.close()


def test_a_bookmark_put_into_the_folder_of_a_person_is_clipped(house: House) -> None:
    house.chrome.worker("chrome.storage.local.set({ settings: { bookmarks: true } })")
    house.visit(house.notes("/bookmarked"))
    _bookmark(house, house.site.url("/bookmarked"), "Dana Whitlock")
    assert house.arrival("/bookmarked")["raw_sha256"]  # as the tab shows it
    _bookmark(house, "https://dana.example/only-a-link", "Dana Whitlock")
    assert house.arrival("/only-a-link")["raw_sha256"] is None
    _bookmark(house, house.notes("/of-nobody"), "Somebody Else")
    house.chrome.worker("chrome.storage.local.set({ settings: { bookmarks: false } })")
    _bookmark(house, house.notes("/switched-off"), "Dana Whitlock")
    house.chrome.worker("chrome.storage.local.set({ settings: { bookmarks: true } })")
    _bookmark(house, "https://dana.example/the-last", "Dana Whitlock")
    assert house.arrival("/the-last")
    assert house.arrived("/of-nobody") + house.arrived("/switched-off") == []


def test_a_bookmark_moved_into_the_folder_is_clipped_too_though_the_person_was_begun_a_moment_ago(house: House) -> None:
    """As the star beside the address does it: made somewhere, then a folder is chosen."""
    house.chrome.worker("chrome.storage.local.set({ settings: { bookmarks: true } })")
    _begin(house, "Ines Okafor")
    _bookmark(house, "https://dana.example/starred", "Ines Okafor", moved=True)
    assert house.arrival("/starred")["interview_id"] == house.person("Ines Okafor")


def test_the_button_shows_that_a_page_is_saved_where_that_is_switched_on(house: House) -> None:
    house.visit(house.notes("/marked"))
    house.press("/marked")
    house.arrival("/marked")
    house.visit(f"{house.site.url('/marked')}?utm_source=paper")
    assert _badge(house) == ""  # it is not switched on
    house.chrome.worker("chrome.storage.local.set({ settings: { toolbar: true } })")
    house.visit(house.notes("/not-marked"))
    wait_for(lambda: _badge(house) == "", house.chrome.page)
    house.visit(f"{house.site.url('/marked')}?utm_source=letter#top")
    wait_for(lambda: _badge(house) == "✓", house.chrome.page)


def _badge(house: House) -> str:
    tab = "(await chrome.tabs.query({ active: true, url: 'https://dana.test/*' }))[0].id"
    return str(house.chrome.worker(f"(async () => chrome.action.getBadgeText({{ tabId: {tab} }}))()"))


def _begin(house: House, name: str) -> None:
    """Begin an interview in the pages of the service, of which the button hears nothing."""
    page = house.visit(house.groundwork.address)
    page.fill("input[name=name]", name)
    page.fill("[name=want]", "Learn how locks are kept.")
    press(page.get_by_role("button", name="Begin", exact=True))


def _bookmark(house: House, url: str, name: str, *, moved: bool = False) -> None:
    made = "made => chrome.bookmarks.move(made.id, { parentId: person.id })" if moved else "() => 0"
    house.chrome.worker(f"""(async () => {{
      const folder = await chrome.bookmarks.create({{ title: 'Groundwork' }})
      const person = await chrome.bookmarks.create({{ title: {name!r}, parentId: folder.id }})
      const where = {{ parentId: {str(moved).lower()} ? folder.id : person.id }}
      await chrome.bookmarks.create({{ title: 'A page', url: {url!r}, ...where }}).then({made})
    }})()""")
