"""One service at a time on a data folder. Others may read and write meanwhile, as the database allows."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from server.errors import StoreError
from server.store import disk
from server.store.faults import of_disk

LOCK, HOLDER = "service.lock", "service.pid"


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Hold the folder. The system lets go when the process ends, however it ends.

    Raises StoreError that names the process which holds it.
    """
    lock = FileLock(folder / LOCK, timeout=0)
    try:
        disk.make_folder(folder)
        lock.acquire()
    except Timeout as error:
        raise StoreError(
            f"Another Groundwork{_holder(folder)} is running on this data folder.",
            where=str(folder),
            hint="Use that one, end it first, or name another folder with --data.",
        ) from error
    except OSError as error:
        raise of_disk(error, str(folder)) from error
    try:
        _say_who(folder)
        yield
    finally:
        (folder / HOLDER).unlink(missing_ok=True)
        lock.release()


def _say_who(folder: Path) -> None:
    """Beside the lock, which others cannot read everywhere."""
    try:
        (folder / HOLDER).write_text(f"{os.getpid()}\n", "ascii")
    except OSError as error:
        raise of_disk(error, str(folder)) from error


def _holder(folder: Path) -> str:
    """Who holds it, as far as it has said so."""
    try:
        pid = (folder / HOLDER).read_text("ascii").strip()
    except OSError:  # just starting or just ending
        return ""
    return f" (process {pid})" if pid.isdigit() else ""
