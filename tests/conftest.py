"""What tests of several rooms share: one Playwright, since a process can run no more."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Playwright


@pytest.fixture(scope="session")
def playwright() -> Iterator["Playwright"]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  most tests need no browser and start without it

    with sync_playwright() as running:
        yield running
