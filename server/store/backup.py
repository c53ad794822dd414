"""Backups of the SQLite file: made while it is in use, checked before they are put back."""

import logging
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from server.errors import InputError, StoreError
from server.store import disk
from server.store.faults import of_disk, told
from server.store.hold import hold
from server.store.migrate import known, newer

_log = logging.getLogger(__name__)

KEPT = 5  # backups made before migrations


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of it. aside: where the data that was there before lies now; None if there was none."""

    database: Path
    aside: Path | None


def copy(database: Path, to: Path) -> None:
    """A copy of a database that may be in use, as one file: whole under its name, or not there at all.

    Raises InputError if there is something of that name, StoreError if it cannot be read or written.
    """
    if to.exists():
        raise InputError("There is a file of this name already.", where=str(to), hint="Name another one.")
    unfinished = to.with_name(f"{to.name}.unfinished")
    try:
        disk.make_folder(to.parent)
        unfinished.unlink(missing_ok=True)
        disk.make_file(unfinished)
        _copy_pages(database, unfinished)
        disk.sync(unfinished)
        unfinished.rename(to)
        disk.sync_folder(to.parent)
    except sqlite3.Error as error:
        raise _in_words(error, to) from error
    except OSError as error:
        raise of_disk(error, str(to)) from error
    finally:
        unfinished.unlink(missing_ok=True)


def before_migration(database: Path, now: datetime, revision: str) -> Path:
    """A backup in the data folder before the tables change; the newest few such are kept."""
    folder = database.parent / disk.BACKUPS
    made = disk.stamped(folder, now, f"before-{revision}")
    copy(database, made)
    others = sorted(path for path in folder.glob("*-before-*.db") if path != made)
    for old in others[: max(0, len(others) - KEPT + 1)]:
        old.unlink()
    return made


def restore(folder: Path, source: Path, now: datetime) -> Restored:
    """Put a backup in the place of the data in folder; what was there is kept aside among the backups.

    The backup is checked first and only copied. Raises InputError if there is no such file, StoreError if it is damaged,
    no backup of ours or of a newer version, and while a service runs on the folder.
    """
    check(source)
    database = folder / disk.DATABASE
    incoming = folder / f"{disk.DATABASE}.restoring"
    try:
        disk.make_folder(folder)
        with hold(folder):
            incoming.unlink(missing_ok=True)
            copy(source, incoming)
            aside = _set_aside(database, now)
            _empty_log(database)  # so that what was there is whole without it, should we be killed on the next line
            for name in disk.BESIDE:  # what is left of the old one must not be read into the new one
                database.with_name(database.name + name).unlink(missing_ok=True)
            incoming.replace(database)
            disk.sync_folder(folder)
    except OSError as error:
        raise of_disk(error, str(folder)) from error
    return Restored(database, aside)


def check(source: Path) -> None:
    """Whether a file is a sound backup that this version can use. Raises InputError or StoreError if not."""
    if not source.is_file():
        raise InputError("There is no such file.", where=str(source), hint="Backups lie in the folder `backups`.")
    try:
        with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            sound = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
            revision = _revision(connection)
    except sqlite3.Error as error:
        raise _unusable(source) from error
    if not sound or not revision:
        raise _unusable(source)
    if not known(revision):
        raise newer(str(source))


def scrub(database: Path, now: datetime) -> int:
    """After something was forgotten: take it out of the log beside the database, and out of the backups in the data folder.

    Backups there give way to one made now. Returns how many they were.
    """
    try:
        with closing(sqlite3.connect(database, timeout=5)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        folder = database.parent / disk.BACKUPS
        old = sorted(folder.glob("*.db"))
        if old:
            copy(database, disk.stamped(folder, now, "after-forgetting"))
        for path in [*old, *(beside for beside in folder.glob("*.db-*"))]:
            path.unlink()
    except sqlite3.Error as error:
        raise _in_words(error, database) from error
    except OSError as error:
        raise of_disk(error, str(database.parent)) from error
    return len(old)


def prune(database: Path, user_id: str, sha256s: Iterable[str]) -> tuple[str, ...]:
    """Take raw pages of a user out of the backups in the data folder. Returns the names of those that could not be changed."""
    wanted, locked = [(user_id, sha256) for sha256 in sha256s], []
    for path in sorted((database.parent / disk.BACKUPS).glob("*.db")):
        try:
            with closing(
                sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, isolation_level=None)
            ) as backup:
                backup.execute("PRAGMA secure_delete=ON").fetchall()
                backup.executemany("DELETE FROM pages WHERE user_id = ? AND sha256 = ?", wanted)
                backup.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except sqlite3.Error as error:  # set aside because it was damaged, for instance
            _log.warning("%s: %s", path, error)
            locked.append(path.name)
    return tuple(locked)


def _copy_pages(database: Path, to: Path) -> None:
    with (
        closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=rw", uri=True)) as source,
        closing(sqlite3.connect(to)) as target,
    ):
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE").fetchall()  # one file, with nothing beside it


def _set_aside(database: Path, now: datetime) -> Path | None:
    if not database.exists():
        return None
    folder = database.parent / disk.BACKUPS
    disk.make_folder(folder)
    aside = disk.stamped(folder, now, "aside")
    log = database.with_name(f"{database.name}-wal")
    if log.exists():
        disk.copy_file(log, aside.with_name(f"{aside.name}-wal"))
    disk.copy_file(database, aside)
    disk.sync_folder(folder)
    return aside


def _empty_log(database: Path) -> None:
    """Bring what lies in the log into the database. One that is damaged stays as it is: it lies aside with its log."""
    if not database.exists():
        return
    try:
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except sqlite3.Error as error:
        _log.warning("%s: %s", database, error)


def _revision(connection: sqlite3.Connection) -> str:
    names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not {"alembic_version", "users", "clips"} <= names:
        return ""
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else ""


def _unusable(source: Path) -> StoreError:
    return StoreError(
        "This file is damaged, or is no backup of ours. Nothing was changed.",
        where=str(source),
        hint="Try an older backup.",
    )


def _in_words(error: sqlite3.Error, path: Path) -> StoreError:
    return told(error, str(path)) or StoreError(f"The database refused ({error}).", where=str(path))
