"""Reading what came in: outside every request, in children that can be killed, and again after an upgrade."""

import logging
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from scrapers.page import Page
from server.actions.service import Service
from server.errors import GroundworkError, InputError
from server.pipeline.clip.page import page_of
from server.reader import ReadResult, reader_version
from server.reader.wire import pack_result
from server.store import clips, pages, readings, users
from server.store.clips import ClipState, StoredClip
from server.store.readings import Reading

AT_ONCE = 8  # pages that are read before what was found is stored: so much is read again if we are killed
Ended = Callable[[], bool]
LEASE = timedelta(minutes=2)  # a process that took pages to read has them this long; longer than AT_ONCE bad ones take
LOOK = 30.0  # seconds until the service looks for pages that another process left, or that were killed with it
AGAIN = 60.0  # seconds until the next attempt after the store or the reader failed

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reread:
    """read: pages that were read again. gone: pages an older reader read whose raw bytes are here no more."""

    read: int
    gone: int


def read_waiting(service: Service, ended: Ended = lambda: False, *, left: bool = False) -> int:
    """Read every clip that waits for it, of all users. Returns how many were read, those that nobody can read among them.

    Clips that another process is reading are left to it. left: those, too, since whoever had them may have been killed.
    ended says that the service is ending, and its children with it: what they did not answer says nothing about a page then.
    """
    with service.store.view() as tx:
        waiting = [
            (user.id, clip) for user in users.every(tx) for clip in clips.in_state(tx, user.id, ClipState.READING)
        ]
    return sum(_read(service, _taken(service, some, left=left), ended) for some in _slices(waiting))


def reread(service: Service, ended: Ended = lambda: False) -> Reread:
    """Read again what an older version of the reader read; what that found serves until the new reading is there."""
    version = reader_version(service.language.name)
    old = [(user_id, clip) for user_id, clip in _known(service) if _is_old(service, user_id, clip, version)]
    there = [(user_id, clip) for user_id, clip in old if _raw(service, user_id, clip) is not None]
    return Reread(sum(_read(service, some, ended) for some in _slices(there)), len(old) - len(there))


class Worker:
    """A thread that reads what waits, when it is told to, and at its start what a killed service left behind."""

    name = "reading"

    def __init__(self, service: Service) -> None:
        self._service = service
        self._told, self._ended = threading.Event(), threading.Event()
        self._begun = False
        self._thread = threading.Thread(target=self._run, name=self.name, daemon=True)

    def start(self) -> None:
        """Begin with what lies there."""
        self._told.set()
        self._thread.start()

    def tell(self) -> None:
        """Say that something new waits."""
        self._told.set()

    def end(self) -> None:
        """Begin nothing more. What is in hand is read the next time, unless it is done before the reader closes."""
        self._ended.set()
        self._told.set()

    def join(self) -> None:
        """Wait until the thread has ended. Sooner if the reader is closed before."""
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        wait: float | None = None
        while not self._ended.is_set():
            self._told.wait(wait)
            self._told.clear()
            wait = self._tried()

    def _tried(self) -> float | None:
        """Seconds until it is to be tried again; None if all is done."""
        try:
            return self.work()
        except GroundworkError as error:
            if not self._ended.is_set():
                _log.warning("%s stopped and goes on in %d s: %s", self.name, AGAIN, error)
        except Exception as error:  # noqa: BLE001  a thread that ends reads nothing any more, and nobody would notice
            trace = "".join(traceback.format_tb(error.__traceback__))
            _log.error("%s stopped and goes on in %d s: %s", self.name, AGAIN, trace)
        return AGAIN

    def work(self) -> float | None:
        """Do what there is to do. Returns after how many seconds there is more, None if only a word will tell."""
        read_waiting(self._service, self._ended.is_set, left=not self._begun)
        if not self._begun and not self._ended.is_set():
            reread(self._service, self._ended.is_set)
            self._begun = True
        return LOOK


def _slices(waiting: Sequence[tuple[str, StoredClip]]) -> Iterator[Sequence[tuple[str, StoredClip]]]:
    for at in range(0, len(waiting), AT_ONCE):
        yield waiting[at : at + AT_ONCE]


def _taken(service: Service, some: Sequence[tuple[str, StoredClip]], *, left: bool) -> Sequence[tuple[str, StoredClip]]:
    """Those of them that are ours to read now."""
    now = service.now()
    with service.store.transaction() as tx:
        taken = [
            (user_id, clip)
            for user_id, clip in some
            if clips.is_in_state(tx, user_id, clip.id, ClipState.READING)
            and (left or not _is_claimed(clips.get(tx, user_id, clip.id), now))
        ]
        for user_id, clip in taken:
            clips.claim(tx, user_id, clip.id, now + LEASE)
    return taken


def _is_claimed(clip: StoredClip, now: datetime) -> bool:
    return (
        clip.retry_at is not None and now < clip.retry_at <= now + LEASE
    )  # later than that only if a clock jumped back


def _read(service: Service, some: Sequence[tuple[str, StoredClip]], ended: Ended) -> int:
    """Read these clips and keep what was found; returns how many. No transaction is open meanwhile."""
    found: dict[str, ReadResult] = {}
    to_read: list[tuple[str, Page]] = []
    for at, (user_id, clip) in enumerate(some):
        page = _page(clip, _raw(service, user_id, clip))
        if isinstance(page, Page):
            to_read.append((str(at), page))
        else:
            found[str(at)] = page
    found |= service.reader.read(to_read)
    if ended():
        return 0
    version = reader_version(service.language.name)
    for at, (user_id, clip) in enumerate(some):
        _keep(service, user_id, clip, found[str(at)], version)
    return len(some)


def _page(clip: StoredClip, raw: bytes | None) -> Page | ReadResult:
    if raw is None:
        return ReadResult(problem="The stored page is here no more; clip it again.")
    try:
        return page_of(clip.clip, raw)[0]
    except InputError as error:
        return ReadResult(problem=f"{error.what} {error.hint}".strip())


def _keep(service: Service, user_id: str, clip: StoredClip, result: ReadResult, version: str) -> None:
    """One transaction; nothing if the clip was undone meanwhile."""
    assert clip.sight
    reading = Reading(clip.sight, version, pack_result(result), result.problem, service.now())
    state = ClipState.UNREADABLE if result.problem else ClipState.READ
    with service.store.transaction() as tx:
        if readings.put(tx, user_id, reading):
            clips.mark_read(tx, user_id, clip.sight, state, result.problem)


def _raw(service: Service, user_id: str, clip: StoredClip) -> bytes | None:
    with service.store.view() as tx:
        return pages.get(tx, user_id, clip.raw_sha256) if clip.raw_sha256 else None


def _known(service: Service) -> list[tuple[str, StoredClip]]:
    with service.store.view() as tx:
        return [
            (user.id, clip)
            for user in users.every(tx)
            for state in (ClipState.READ, ClipState.UNREADABLE)
            for clip in clips.in_state(tx, user.id, state)
            if clip.sight
        ]


def _is_old(service: Service, user_id: str, clip: StoredClip, version: str) -> bool:
    with service.store.view() as tx:
        return readings.version_of(tx, user_id, clip.sight) != version if clip.sight else False
