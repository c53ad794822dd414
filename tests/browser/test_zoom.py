"""Whoever needs it larger sees all of it: at 200 % of the browser, and with letters of twice the size alone."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Site
from tests.browser.test_axe import UNFOLD, WIDER
from tests.browser.views import VIEWS

pytestmark = pytest.mark.browser
WINDOW = {"width": 640, "height": 400}  # one of 1280 by 800 at 200 %
LARGER = "document.documentElement.style.fontSize = '200%'"
# Text that its own box hides; a line one types into moves under the cursor. What is cut on purpose says so with an ellipsis, or is there for readers aloud alone.
CLIPPED = """() => Array.from(document.querySelectorAll('main *, header *')).filter(one => {
  const style = getComputedStyle(one)
  if (!one.checkVisibility() || one.matches('input') || one.closest('.unseen') || style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') return false
  const hides = (way) => way === 'hidden' || way === 'clip'
  return hides(style.overflowX) && one.scrollWidth > one.clientWidth + 1 || hides(style.overflowY) && one.scrollHeight > one.clientHeight + 1
}).map(one => one.outerHTML.slice(0, 120))"""
OUTSIDE = """() => Array.from(document.querySelectorAll('button, a[href], input, textarea, select, summary, h1, h2, h3, p, li, label'))
  .filter(one => one.checkVisibility() && !one.closest('.unseen') && !one.classList.contains('skip'))
  .filter(one => { const box = one.getBoundingClientRect(); return box.width && (box.left < -1 || box.right > innerWidth + 1) })
  .map(one => one.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def zoomed(chromium: Browser) -> Iterator[Page]:
    """A browser at 200 %: half the width, each point twice as fine."""
    with chromium.new_context(viewport=WINDOW, device_scale_factor=2) as context:  # type: ignore[arg-type]
        yield context.new_page()


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_nothing_is_clipped_or_out_of_sight_at_200_percent_or_with_larger_letters(
    site: Site, zoomed: Page, view: Callable[[Site, Page], None]
) -> None:
    view(site, zoomed)
    zoomed.evaluate(UNFOLD)
    for larger in ("null", LARGER):
        zoomed.evaluate(larger)
        assert zoomed.evaluate(WIDER) <= 0, larger
        assert zoomed.evaluate(CLIPPED) == [], larger
        assert zoomed.evaluate(OUTSIDE) == [], larger
