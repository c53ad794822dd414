"""Modules that are loaded when something of theirs is first used, so that what can answer already does not wait for them.

    if TYPE_CHECKING:
        from server.actions import briefs
    else:
        briefs = at_need("server.actions.briefs")

It stands where imports stand and obeys the same arrows: tests/test_layers.py reads it as an import. Why not everywhere:
docs/decisions/009-loaded-at-need.md.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any


class _AtNeed:
    """Stands for a module. Every attribute is the module's; Python's own lock has two threads load it once."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._module: ModuleType | None = None

    def __getattr__(self, attribute: str) -> Any:
        if self._module is None:
            self._module = _loaded(self._name)
        return getattr(self._module, attribute)


def at_need(name: str) -> Any:
    """What stands for the module of that full name until it is used."""
    return _AtNeed(name)


def load(*names: str) -> None:
    """Load modules now, before somebody waits for them."""
    for name in names:
        _loaded(name)


@contextmanager
def collector_rests() -> Iterator[None]:
    """While much is made that stays, the collector rests: it would look through all of it again and again, a sixth of the time, for nothing.

    What was made counts as old at once, as it would after two more looks at it.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def _loaded(name: str) -> ModuleType:
    with collector_rests():
        return import_module(name)
