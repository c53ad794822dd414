"""Files and folders of the store: private to the user, and on the disk before we say so."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

DATABASE = "groundwork.db"
BACKUPS = "backups"
BESIDE = ("-wal", "-shm")  # files SQLite keeps beside a database that is open, or was when the power went


def make_folder(folder: Path) -> None:
    """A folder that only its owner may look into; one that is there stays as it is. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def make_file(path: Path) -> None:
    """An empty file that only its owner may read; one that is there stays as it is. Raises OSError."""
    new = not path.exists()
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    if new:
        sync_folder(path.parent)


def copy_file(source: Path, to: Path) -> None:
    """A copy, byte by byte, on the disk when this returns. Raises OSError."""
    make_file(to)
    shutil.copyfile(source, to)
    sync(to)


def sync(path: Path) -> None:
    """Have a file's content on the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk. Windows does so by itself and cannot open a folder."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def stamped(folder: Path, now: datetime, name: str) -> Path:
    """A path in folder that is still free and sorts by time: 20261122T202600Z-name.db."""
    stem = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}-{name}"
    paths = (folder / f"{stem}{'' if at == 1 else f'.{at}'}.db" for at in range(1, 10_000))
    return next(path for path in paths if not path.exists())
