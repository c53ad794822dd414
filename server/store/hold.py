"""One service at a time on a data folder. Others may read and write meanwhile, as the database allows."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from server.errors import StoreError
from server.store import disk
from server.store.faults import of_disk

LOCK, HOLDER, ADDRESS = "service.lock", "service.pid", "service.address"
PATIENCE = 0.2  # seconds: somebody may just be asking whether the folder is held


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Hold the folder. The system lets go when the process ends, however it ends.

    Raises StoreError that names the process which holds it.
    """
    lock = FileLock(folder / LOCK, timeout=PATIENCE)
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
        for said in (ADDRESS, HOLDER):
            (folder / said).unlink(missing_ok=True)
        lock.release()


def say_where(folder: Path, address: str) -> None:
    """Say at which address the service that holds the folder answers. Raises StoreError."""
    try:
        (folder / ADDRESS).write_text(f"{address}\n", "ascii")
    except OSError as error:
        raise of_disk(error, str(folder)) from error


def where(folder: Path) -> str:
    """The address of the service that holds the folder; "" if none does, or none that answers yet."""
    if not (folder / LOCK).exists():
        return ""
    try:
        with FileLock(folder / LOCK, timeout=0):
            return ""  # what a killed service said of itself holds no more
    except Timeout:
        said = folder / ADDRESS
        return said.read_text("ascii").strip() if said.exists() else ""
    except OSError as error:
        raise of_disk(error, str(folder)) from error


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
