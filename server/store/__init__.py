"""All that is kept, and the only code that knows SQL.

    store = Store.open(folder, now)
    with store.transaction() as tx:
        added = clips.add(tx, user_id, new, now)

A transaction is one unit; nothing commits by itself, and one that ended has reached the disk. Functions on tables take the
transaction and the user first; a row of another user is a row that is not there. Times come in as arguments.

users seekers interviews clips pages readings edits everyone sheets tokens    a noun each
compose    an interview put together from its rows
forgetting retention    what goes, and the account of it
backup hold migrate    the file as a whole
tables columns engine disk faults    what the above stand on
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from server.errors import StoreError
from server.store import backup, disk
from server.store.engine import holding, postgres_engine, sqlite_engine, viewing, writing
from server.store.faults import of_disk
from server.store.forgetting import Forgotten, forget
from server.store.migrate import SCRIPTS, bring_up
from server.store.retention import Expired, expire
from server.store.tx import Tx

__all__ = ["Expired", "Forgotten", "Store", "Tx", "opened", "restore"]

WAIT = 5.0  # seconds to wait for another process that writes


@dataclass(frozen=True, slots=True)
class Store:
    """An open store. file: the SQLite file; None for PostgreSQL. where: what errors call it."""

    engine: Engine
    where: str
    file: Path | None = None
    wait: float = WAIT

    @classmethod
    def open(cls, place: Path | str, now: datetime, *, wait: float = WAIT, scripts: Path = SCRIPTS) -> "Store":
        """Open the store in a folder, or at a PostgreSQL address (postgresql://...), and bring it up to date.

        Before tables change, a backup is made in the folder. Raises StoreError, one sentence with what to do, if the data is
        damaged, of a newer version, busy or cannot be written, and InputError for an address that is none.
        """
        store = cls._at_address(place, wait) if "://" in str(place) else cls._in_folder(Path(place), wait)

        def save(revision: str) -> None:
            if store.file:
                backup.before_migration(store.file, now, revision)

        try:
            bring_up(store.engine, store.where, wait, save, scripts)
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def _at_address(cls, address: str | Path, wait: float) -> "Store":
        engine = postgres_engine(str(address), wait)
        return cls(engine, engine.url.render_as_string(hide_password=True), None, wait)

    @classmethod
    def _in_folder(cls, folder: Path, wait: float) -> "Store":
        file = folder / disk.DATABASE
        try:
            disk.make_folder(folder)
            disk.make_file(file)
        except OSError as error:
            raise of_disk(error, str(file)) from error
        return cls(sqlite_engine(str(file), wait), str(file), file, wait)

    def transaction(self) -> AbstractContextManager[Tx]:
        """One unit of work: on the disk when it ends, or, if an error leaves it, as if it had not begun."""
        return writing(self.engine, self.where, self.wait)

    def view(self) -> AbstractContextManager[Tx]:
        """One moment of the data, for reading only: never waits for a writer."""
        return viewing(self.engine, self.where)

    def alone(self) -> AbstractContextManager[None]:
        """Hold a PostgreSQL database as its one service; a SQLite file is held by its folder (`hold.hold`). Raises StoreError."""
        return nullcontext() if self.file else holding(self.engine, self.where)

    def backup(self, to: Path) -> None:
        """A copy of everything in one file, made while the store is in use.

        Raises InputError if there is something of that name, StoreError for PostgreSQL, which has its own tools.
        """
        if not self.file:
            raise StoreError(
                "PostgreSQL is backed up by its own tools.",
                where=self.where,
                hint="Use pg_dump, and pg_restore to go back.",
            )
        backup.copy(self.file, to)

    def forget(self, user_id: str, who: str, now: datetime) -> Forgotten:
        """Forget a person everywhere, also in the log and the backups of the data folder. See `forgetting.forget`."""
        with self.transaction() as tx:
            account = forget(tx, user_id, who, now)
        return replace(account, backups=backup.scrub(self.file, now)) if self.file else account

    def expire(self, user_id: str, now: datetime) -> Expired:
        """Take away the raw pages that are past their time, also from the backups of the data folder. See `retention.expire`."""
        with self.transaction() as tx:
            gone = expire(tx, user_id, now)
            if not (self.file and gone.sha256s):
                return gone
            # Before the end, so that whoever is killed in between does all of it again.
            return replace(gone, locked=backup.prune(self.file, user_id, gone.sha256s))

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


@contextmanager
def opened(place: Path | str, now: datetime) -> Iterator[Store]:
    """A store for one piece of work, closed when it ends."""
    store = Store.open(place, now)
    try:
        yield store
    finally:
        store.close()


def restore(place: Path | str, source: Path, now: datetime) -> backup.Restored:
    """Put a backup in the place of the data in a folder. See `backup.restore`. Raises StoreError for a PostgreSQL address."""
    if isinstance(place, str):
        raise StoreError(
            "PostgreSQL is put back by its own tools.", where=str(source), hint="Use pg_restore, on what pg_dump made."
        )
    return backup.restore(place, source, now)
