"""The database behind a folder or an address: opened, with what every connection must be told."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from server.errors import InputError, StoreError
from server.store.faults import told

LIKE = "postgresql://user@host/name"
WRITER, SERVICE = (
    71_204,
    71_205,
)  # the advisory locks in PostgreSQL: of one writer at a time, and of the running service


def sqlite_engine(path: str, wait: float) -> Engine:
    """An engine over one SQLite file. wait: seconds to wait for another process that writes."""
    engine = create_engine(URL.create("sqlite", database=path), connect_args={"timeout": wait})
    event.listen(engine, "connect", _told_to_be_durable)
    event.listen(engine, "begin", _begin)
    return engine


def postgres_engine(address: str, wait: float) -> Engine:
    """An engine over PostgreSQL. Raises InputError for another address, StoreError without its driver."""
    if not address.startswith("postgresql://"):
        raise InputError("This is not the address of a database we know.", hint=f"It looks like {LIKE}.")
    try:
        url = make_url(address).set(drivername="postgresql+psycopg")
        return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": max(2, round(wait))})
    except (ArgumentError, ValueError) as error:
        raise InputError("The address of the database cannot be understood.", hint=f"It looks like {LIKE}.") from error
    except ImportError as error:
        raise StoreError("PostgreSQL needs its driver.", hint="pip install 'groundwork[postgres]'") from error


@contextmanager
def writing(engine: Engine, where: str, wait: float) -> Iterator[Connection]:
    """One unit of work that is kept whole or not at all. One writer at a time, in both databases."""
    with _in_words(where), engine.connect().execution_options(groundwork_writes=True) as tx, tx.begin():
        if tx.dialect.name == "postgresql":
            tx.exec_driver_sql(f"SET LOCAL lock_timeout = {round(wait * 1000)}")
            tx.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITER})")
        yield tx


@contextmanager
def viewing(engine: Engine, where: str) -> Iterator[Connection]:
    """One moment of the data, for reading only; it waits for nobody and nobody waits for it."""
    steady: dict[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    options = steady if engine.dialect.name == "postgresql" else {}
    with _in_words(where), engine.connect().execution_options(**options) as tx, tx.begin():
        yield tx


@contextmanager
def holding(engine: Engine, where: str) -> Iterator[None]:
    """One service at a time on a PostgreSQL database, wherever it runs. The server lets go when the connection ends.

    Raises StoreError while another holds it.
    """
    with _in_words(where), engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.detach()  # closed at the end, not kept for others: the lock is the connection's
        if not connection.exec_driver_sql(f"SELECT pg_try_advisory_lock({SERVICE})").scalar():
            raise StoreError(
                "Another Groundwork is running on this database.",
                where=where,
                hint="Use that one, end it first, or name another database.",
            )
        yield


@contextmanager
def _in_words(where: str) -> Iterator[None]:
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        if words := told(error, where):
            raise words from error
        raise


def _told_to_be_durable(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # the module begins nothing by itself: `_begin` does
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON", "trusted_schema=OFF"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(tx: Connection) -> None:
    writes = tx.get_execution_options().get("groundwork_writes", False)
    tx.exec_driver_sql(f"PRAGMA query_only={'OFF' if writes else 'ON'}")
    # A transaction that reads first and writes later could find that another process wrote in between.
    tx.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
