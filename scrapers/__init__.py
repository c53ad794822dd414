"""Saved page in, extract out. No network, no database; imports nothing of the server.

    extract = scrape(Page(url=..., html=...))

`scrape` and `SCRAPERS` stand in `scrapers.order` and are loaded when they are asked for (PEP 562): whoever needs no more than
the words of `scrapers.page` does not pay for every reader of pages.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scrapers.order import SCRAPERS, scrape

__all__ = ["SCRAPERS", "scrape"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(import_module("scrapers.order"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
