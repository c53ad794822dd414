"""axe finds nothing to mend, on every view, by day and by night, and no view is wider than its window."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Site
from tests.browser.views import VIEWS

pytestmark = pytest.mark.browser
WIDTHS = (320, 360, 390, 700, 1280)  # 320 is also a window of 640 at 200 %
UNFOLD = "document.querySelectorAll('details').forEach(one => { one.open = true })"
RUN = "async () => (await axe.run()).violations.map(v => [v.id, v.help, v.nodes.map(n => n.html.slice(0, 200))])"
WIDER = "document.documentElement.scrollWidth - window.innerWidth"


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    site: Site, page: Page, axe: str, view: Callable[[Site, Page], None]
) -> None:
    view(site, page)
    page.evaluate(UNFOLD)
    page.evaluate(axe)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert page.evaluate(RUN) == [], scheme
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(WIDER) <= 0, f"wider than {width}"
