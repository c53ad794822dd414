"""The readers of pages in their order, and how a page goes through them.

`SCRAPERS` is tried in order and the first that both can and does read the page wins: `pdf` first because its bytes are told
in no time and nothing else may see them; then the pages with the most particular shape (a profile is also full of cards, so
`profile` and `codehost` stand before `team`); `article` reads whatever is left and so stands last.
"""

import logging

from scrapers.article import Article
from scrapers.codehost import CodeHost
from scrapers.page import Extract, Kind, Metadata, Page, Reading, Scraper
from scrapers.passages import cut
from scrapers.pdf import Pdf
from scrapers.profile import Profile
from scrapers.team import Team
from scrapers.visible import pieces_of

SCRAPERS: tuple[Scraper, ...] = (Pdf(), Profile(), CodeHost(), Team(), Article())

_LOG = logging.getLogger(__name__)


def scrape(page: Page) -> Extract:
    """Read a page with the first scraper that knows it; an extract without passages if nobody finds a word.

    A scraper that crashes is logged by name, noted in the extract ("failed:<name>") and the next one reads the page. Raises
    MemoryError at once.
    """
    failed: list[str] = []
    for scraper in SCRAPERS:
        try:
            reading = scraper.read(page) if scraper.can_read(page) else None
        except MemoryError:
            raise  # what is left of the memory is no place for the next scraper
        except Exception:  # noqa: BLE001  logged and noted; the next scraper reads the page
            _LOG.exception("scraper %s failed on %s", scraper.name, page.url)
            failed.append(f"failed:{scraper.name}")
            continue
        if reading is not None:
            return _extract(page, scraper.name, reading, failed)
    return Extract(
        Kind.PDF if page.pdf else Kind.ARTICLE, "", (), Metadata(title=page.title), notes=("no-text", *failed)
    )


def _extract(page: Page, name: str, reading: Reading, failed: list[str]) -> Extract:
    text, passages = cut(reading.blocks)
    return Extract(
        kind=reading.kind,
        text=text,
        passages=passages,
        meta=reading.meta,
        scraper=name,
        visible_words=len(text.split()) if page.pdf else sum(len(piece.text.split()) for piece in pieces_of(page.html)),
        notes=(*reading.notes, *failed),
    )
