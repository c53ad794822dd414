"""A service on a data folder: store, reader, language, bank and clock put together, as actions take them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from server import language
from server.actions.entry import ensure_user
from server.actions.service import Service
from server.pipeline.questions.bank import load_bank
from server.reader import Reader
from server.settings import Settings
from server.store import Store

ME = "me"  # the user of a service that runs for one person
HOST, PORT = "127.0.0.1", 8765


@contextmanager
def opened(settings: Settings, now: Callable[[], datetime] | None = None) -> Iterator[Service]:
    """A service on the data folder of the settings, with ourselves as its user. Its store and reader are closed at the end."""
    clock = now or _now
    store = Store.open(settings.place, clock())
    try:
        with Reader(settings.workers) as reader:
            made = Service(store, reader, language.load(), load_bank(), clock)
            ensure_user(made, ME)
            yield made
    finally:
        store.close()


def _now() -> datetime:
    return datetime.now(UTC)
