"""The few settings that come from the environment. A wrong value refuses to start."""

import platform
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from server.errors import InputError

MOST_WORKERS = 64
POSTGRES = "postgresql://"


@dataclass(frozen=True, slots=True)
class Settings:
    """data: the one folder where everything the user has lies (GROUNDWORK_DATA).

    workers: processes that read pages (GROUNDWORK_WORKERS); None is one a core. database: the address of a PostgreSQL database
    in the place of the SQLite file in the folder (GROUNDWORK_DATABASE); "" for that file.
    """

    data: Path
    workers: int | None = None
    database: str = ""

    @property
    def place(self) -> Path | str:
        """Where the store is opened: the folder, or the address of its database."""
        return self.database or self.data

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "Settings":
        """The settings in an environment. Raises InputError that names the variable."""
        given = environment.get("GROUNDWORK_DATA", "")
        return cls(
            data=Path(given).expanduser() if given else _usual_folder(environment),
            workers=_workers(environment.get("GROUNDWORK_WORKERS", "")),
            database=checked_database(environment.get("GROUNDWORK_DATABASE", ""), "GROUNDWORK_DATABASE"),
        )


def _usual_folder(environment: Mapping[str, str]) -> Path:
    """Where programs of this system keep what belongs to a user."""
    home = Path.home()
    system = platform.system()
    if system == "Windows":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local") / "Groundwork"
    if system == "Darwin":
        return home / "Library" / "Application Support" / "Groundwork"
    return Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share") / "groundwork"


def checked_database(given: str, where: str) -> str:
    """An address as it was given, or "". Raises InputError, which names `where` it was given and never the password in it."""
    if given and not given.startswith(POSTGRES):
        raise InputError("This is not the address of a database.", where=where, hint=f"It starts with {POSTGRES}.")
    return given


def _workers(given: str) -> int | None:
    if not given:
        return None
    if not (given.isascii() and given.isdigit() and 1 <= int(given) <= MOST_WORKERS):
        raise InputError(f'must be a whole number from 1 to {MOST_WORKERS}, is "{given}".', where="GROUNDWORK_WORKERS")
    return int(given)
