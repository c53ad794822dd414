"""What a visit may do: where it may go, how much it may bring, how long it may take."""

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version

import certifi

from server.fetch.guard import IPAddress, public_only, system_addresses
from server.fetch.robots import Heard

MB = 1_000_000


class Turns:
    """One visit at a time for each host, over all threads that share these rules. Keeps a lock a host, for good."""

    def __init__(self) -> None:
        self._locks: dict[str, threading.Lock] = {}
        self._mine = threading.Lock()

    @contextmanager
    def of(self, host: str, seconds: float) -> Iterator[None]:
        """Wait for the turn and hold it. Raises TimeoutError if it did not come within `seconds`."""
        with self._mine:
            lock = self._locks.setdefault(host, threading.Lock())
        if not lock.acquire(timeout=seconds):
            raise TimeoutError
        try:
            yield
        finally:
            lock.release()


@cache  # a cache: the roots take 60 ms to load, and a service that starts need not wait for them
def trusted() -> ssl.SSLContext:
    """Certificates are checked against those of the system (a company's own among them) and Mozilla's."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    context.set_alpn_protocols(["http/1.1"])
    return context


def _agent() -> str:
    return f"Groundwork/{version('groundwork')} (a person asked for this page)"


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Rules:
    """The limits of every visit; the defaults are what the service uses.

    seconds: wall clock over everything, waiting and redirects included. html_bytes and pdf_bytes count what is unpacked.
    resolve: all addresses of a host name. allowed: whether the host may be visited at one of its addresses; a host is
    visited only if that holds for all of them. tls: how certificates are checked. Share one object between threads and
    visits: it holds the turns of the hosts, and what their robots.txt said.
    """

    seconds: float = 30.0
    html_bytes: int = 5 * MB
    pdf_bytes: int = 20 * MB
    ports: frozenset[int] = frozenset({80, 443})
    agent: str = field(default_factory=_agent)
    resolve: Callable[[str], tuple[IPAddress, ...]] = system_addresses
    allowed: Callable[[str, IPAddress], bool] = public_only
    tls: Callable[[], ssl.SSLContext] = trusted
    now: Callable[[], datetime] = _now
    turns: Turns = field(default_factory=Turns)
    heard: Heard = field(default_factory=Heard, init=False)  # rules that differ hear for themselves
