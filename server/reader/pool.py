"""The reader: hands pages to warm children and replaces the children that die."""

import logging
import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from types import TracebackType
from typing import Self

from scrapers.page import Page
from server.errors import GroundworkError
from server.reader.wire import ReadResult, pack_page, unpack_answer
from server.reader.worker import DiedError, Worker

DEADLINE = 10.0  # seconds a page may take
MEMORY = 1 << 30  # bytes a page may need beyond what a warm child has

Progress = Callable[[int, int, str], None]  # done, total, the page that was done

_log = logging.getLogger(__name__)


PAGES_WORTH_A_CHILD = 30  # 1.3 s to start a child, 20 to 50 ms to read a page


class Reader:
    """A pool of children; a context manager that leaves no process behind. Its methods may be called from several threads.

    workers: at most so many children (default: one a core). They start at the first `read`, one more for every thirty pages, or
    at `warm`. deadline in seconds and memory in bytes are what one page may take.
    """

    def __init__(self, workers: int | None = None, *, deadline: float = DEADLINE, memory: int = MEMORY) -> None:
        self._most = workers or cores()
        self._told = workers is not None
        self._deadline, self._memory = deadline, memory
        self._lock = threading.Condition()
        self._idle: list[Worker] = []
        self._busy: list[Worker] = []
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all children, also those in the middle of a page."""
        with self._lock:
            self._closed = True
            children = self._idle + self._busy
            self._idle, self._busy = [], []
            self._lock.notify_all()
        for child in children:
            child.kill()

    def pids(self, *, busy: bool = False) -> list[int]:
        """Process ids of the children, or of those that have a page in hand."""
        with self._lock:
            return [child.pid for child in (self._busy if busy else self._idle + self._busy)]

    def warm(self, children: int = 1) -> None:
        """Have at least so many children, warm. Raises GroundworkError if they do not start."""
        self._start(children)
        with self._lock:
            idle = list(self._idle)
        for child in idle:
            child.wait_until_warm()

    def read(self, pages: Sequence[tuple[str, Page]], progress: Progress | None = None) -> dict[str, ReadResult]:
        """Read pages, each under its key; the result has the order of pages, whatever was done first.

        progress is called in this thread after each page. Raises GroundworkError only if no child starts.
        """
        if not pages:
            return {}
        crew = self._crew(len(pages))
        self._start(crew)
        done: dict[str, ReadResult] = {}
        threads = ThreadPoolExecutor(crew, thread_name_prefix="reader")
        try:
            waiting = {threads.submit(self.read_one, page): key for key, page in pages}
            for future in as_completed(waiting):
                done[waiting[future]] = future.result()
                if progress:
                    progress(len(done), len(pages), waiting[future])
        finally:
            threads.shutdown(wait=False, cancel_futures=True)
        return {key: done[key] for key, _ in pages}

    def read_one(self, page: Page) -> ReadResult:
        """Read one page; waits for a child that is free."""
        child = self._take()
        fit = False
        try:
            child.wait_until_warm()
            answer = unpack_answer(child.ask(pack_page(page)))
            fit = not answer.tired
        except DiedError as death:
            return ReadResult(problem=str(death))
        except ValueError:
            _log.warning("the child that read %s answered with something else than an answer", page.url)
            return ReadResult(problem="The page was not read: what came back of it makes no sense.")
        finally:
            self._give_back(child, fit=fit)
        if answer.trace:
            _log.warning("reading %s failed\n%s", page.url, answer.trace)
        return answer.result

    def _crew(self, pages: int) -> int:
        """How many children for so many pages: a start costs as much as many pages, so a few pages share one."""
        return min(self._most, pages if self._told else 1 + pages // PAGES_WORTH_A_CHILD)

    def _start(self, wanted: int) -> None:
        """Have min(wanted, most) children; they warm up side by side."""
        with self._lock:
            self._refuse_if_closed()
            missing = min(wanted, self._most) - len(self._idle) - len(self._busy)
            self._idle += [Worker(self._deadline, self._memory) for _ in range(missing)]

    def _take(self) -> Worker:
        with self._lock:
            while True:
                self._refuse_if_closed()
                child = self._idle.pop(0) if self._idle else self._new()
                if child is None:
                    self._lock.wait()
                elif child.alive:
                    self._busy.append(child)
                    return child
                else:
                    child.kill()

    def _new(self) -> Worker | None:
        """A new child, or None if there are as many as there may be."""
        return Worker(self._deadline, self._memory) if len(self._busy) < self._most else None

    def _give_back(self, child: Worker, *, fit: bool) -> None:
        with self._lock:
            if child not in self._busy:  # closed meanwhile
                return
            self._busy.remove(child)
            if fit:
                self._idle.append(child)
            self._lock.notify()
        if not fit:
            child.kill()

    def _refuse_if_closed(self) -> None:
        if self._closed:
            raise GroundworkError("The reader is closed.")


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
