"""The few settings that come from the environment. A wrong value refuses to start."""

from collections.abc import Mapping
from dataclasses import dataclass

from server.errors import InputError

MOST_WORKERS = 64


@dataclass(frozen=True, slots=True)
class Settings:
    """workers: processes that read pages (GROUNDWORK_WORKERS); None is one a core."""

    workers: int | None = None

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "Settings":
        """The settings in an environment. Raises InputError that names the variable."""
        return cls(workers=_workers(environment.get("GROUNDWORK_WORKERS", "")))


def _workers(given: str) -> int | None:
    if not given:
        return None
    if not (given.isascii() and given.isdigit() and 1 <= int(given) <= MOST_WORKERS):
        raise InputError(f'must be a whole number from 1 to {MOST_WORKERS}, is "{given}".', where="GROUNDWORK_WORKERS")
    return int(given)
