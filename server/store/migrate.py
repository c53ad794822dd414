"""Brings a database to the form this version knows: at once, whole or not at all, after a backup.

Migrations are files, mNNNN_name.py, and NNNN is what a database says of itself; so whether anything has to be done is told
without Alembic, which costs more to load than all the rest of the store.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from server.at_need import at_need
from server.errors import StoreError
from server.store.engine import viewing, writing

if TYPE_CHECKING:
    from server.store import upgrade
else:
    upgrade = at_need("server.store.upgrade")

SCRIPTS = Path(__file__).parent / "migrations"


def bring_up(engine: Engine, where: str, wait: float, before: Callable[[str], None], scripts: Path = SCRIPTS) -> None:
    """Run the migrations that are missing, in one transaction.

    before is called with the name of the newest migration when there is something to lose. Raises StoreError for a database
    of a newer version and for one that is not ours.
    """
    newest = max(revisions(scripts))
    with viewing(engine, where) as tx:
        if _revision(tx) == newest:
            return
    with writing(engine, where, wait) as tx:
        found = _revision(tx)  # again: another process may have been faster
        if found == newest:
            return
        _refuse_what_is_not_ours(tx, found, scripts, where)
        if found:
            before(newest)
        upgrade.run(tx, scripts)


def revisions(scripts: Path = SCRIPTS) -> frozenset[str]:
    """The names of all migrations of this version: "0001", "0002", ..."""
    return frozenset(path.name[1:5] for path in (scripts / "versions").glob("m[0-9][0-9][0-9][0-9]_*.py"))


def known(revision: str, scripts: Path = SCRIPTS) -> bool:
    """Whether this version knows a revision."""
    return revision in revisions(scripts)


def newer(where: str) -> StoreError:
    """The refusal of data that a newer version wrote."""
    return StoreError(
        "This data was written by a newer version of Groundwork; this one leaves it alone.",
        where=where,
        hint="Update Groundwork, or put back an older backup with `groundwork restore FILE`.",
    )


def _revision(tx: Connection) -> str | None:
    if not inspect(tx).has_table("alembic_version"):
        return None
    return tx.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def _refuse_what_is_not_ours(tx: Connection, found: str | None, scripts: Path, where: str) -> None:
    if found is not None and not known(found, scripts):
        raise newer(where)
    if found is None and inspect(tx).get_table_names():
        raise StoreError("This database is not one of ours.", where=where, hint="Name another folder with --data.")
