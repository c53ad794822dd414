"""Brings a database to the form this version knows: at once, whole or not at all, after a backup."""

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect

from server.errors import StoreError
from server.store.engine import viewing, writing

SCRIPTS = Path(__file__).parent / "migrations"


def bring_up(engine: Engine, where: str, wait: float, before: Callable[[str], None], scripts: Path = SCRIPTS) -> None:
    """Run the migrations that are missing, in one transaction.

    before is called with the name of the newest migration when there is something to lose. Raises StoreError for a database
    of a newer version and for one that is not ours.
    """
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    newest = ScriptDirectory.from_config(config).get_current_head() or ""
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
        config.attributes["connection"] = tx
        command.upgrade(config, "head")


def known(revision: str, scripts: Path = SCRIPTS) -> bool:
    """Whether this version knows a revision."""
    return revision in {script.revision for script in ScriptDirectory(str(scripts)).walk_revisions()}


def newer(where: str) -> StoreError:
    """The refusal of data that a newer version wrote."""
    return StoreError(
        "This data was written by a newer version of Groundwork; this one leaves it alone.",
        where=where,
        hint="Update Groundwork, or put back an older backup with `groundwork restore FILE`.",
    )


def _revision(tx: Connection) -> str | None:
    return MigrationContext.configure(tx).get_current_revision()


def _refuse_what_is_not_ours(tx: Connection, found: str | None, scripts: Path, where: str) -> None:
    if found is not None and not known(found, scripts):
        raise newer(where)
    if found is None and inspect(tx).get_table_names():
        raise StoreError("This database is not one of ours.", where=where, hint="Name another folder with --data.")
