"""What tests of several rooms share: one Playwright, since a process can run no more; how often the quick loop tries."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

settings.register_profile(
    "quick", max_examples=25
)  # make check; the whole run tries as often as hypothesis does by itself


@pytest.fixture(scope="session")
def playwright() -> Iterator["Playwright"]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  most tests need no browser and start without it

    with sync_playwright() as running:
        yield running
