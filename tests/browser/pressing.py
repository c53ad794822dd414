"""From one page to the next. A click returns while the old page may still stand, and what is read then is read of that one."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, Page

PATIENCE = 90_000  # milliseconds; a busy machine is no failure


@contextmanager
def next_page(page: Page) -> Iterator[None]:
    """What is done in here leaves the page. After it the next one is there, and its scripts have run."""
    with page.expect_navigation(timeout=PATIENCE):
        yield


def press(one: Locator) -> None:
    """Press what leads to another page, and be there. (What stays on the page is clicked.)"""
    with next_page(one.page):
        one.click()
