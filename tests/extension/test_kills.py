"""Whatever is killed at whatever moment: what the popup said is kept is there, and nothing is there twice."""

import pytest
from playwright.sync_api import Playwright

from bench.button import kills


@pytest.mark.browser
@pytest.mark.slow
def test_a_run_of_kills_loses_nothing_and_doubles_nothing(playwright: Playwright) -> None:
    found = kills(playwright, 12, seed=3)
    assert (found["lost"], found["doubled"]) == ([], [])
    assert found["arrived"]
