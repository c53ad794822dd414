"""What tests of several rooms share: one Playwright, since a process can run no more; how often the quick loop tries."""

import gc
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

# A busy machine is no finding: nothing is timed. make check tries less often; the whole run as often as hypothesis does by itself.
settings.register_profile("whole", deadline=None)
settings.register_profile("quick", deadline=None, max_examples=10)
settings.load_profile("whole")
SELDOM = 50_000  # objects made before the collector looks


def pytest_collection_finish() -> None:
    """All that is loaded by now stays: a collector that walks it again and again costs a twentieth of the quick loop."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(SELDOM)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A browser on a busy machine may be late once. Two failures are a finding; a second try is counted in the run's last line."""
    for item in items:
        if item.get_closest_marker("browser") and config.pluginmanager.hasplugin("rerunfailures"):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def playwright() -> Iterator["Playwright"]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  most tests need no browser and start without it

    with sync_playwright() as running:
        yield running
