"""Runs migrations. The only file that imports Alembic, but for the migrations themselves; loaded when there is one to run."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def run(tx: Connection, scripts: Path) -> None:
    """Run the migrations in scripts that a database lacks, inside the transaction that is open on it."""
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = tx
    command.upgrade(config, "head")
