"""What a database says when it cannot go on, as one error a person can act on."""

import errno
import sqlite3

from sqlalchemy.exc import DBAPIError

from server.errors import NoRoomError, StoreError

_FULL = (  # the one that is a NoRoomError
    "The disk is full. What was being saved was not; all that was saved before is there.",
    "Make room, then again.",
)
_BUSY = (
    "Another process is writing and does not come to an end.",
    "Try again in a moment; end the other one if it hangs.",
)
_READ_ONLY = ("It cannot be written.", "Check who may write to that folder and to the files in it.")
_DAMAGED = (
    "The database is damaged, or is no database of ours.",
    "Put a backup back with `groundwork restore FILE`; it keeps the damaged file aside.",
)
_DISK = ("The disk could not be read or written.", "Check the disk. All that was saved before is kept as it is.")
_AWAY = ("The database does not answer.", "Check that it runs and that its address is right.")

# By the beginning of SQLite's names of errors and of PostgreSQL's codes (SQLSTATE).
_CAUSES = {
    "SQLITE_FULL": _FULL,
    "53100": _FULL,
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
    "55P03": _BUSY,
    "40": _BUSY,
    "SQLITE_READONLY": _READ_ONLY,
    "SQLITE_CANTOPEN": _READ_ONLY,
    "SQLITE_PERM": _READ_ONLY,
    "25006": _READ_ONLY,
    "42501": _READ_ONLY,
    "SQLITE_CORRUPT": _DAMAGED,
    "SQLITE_NOTADB": _DAMAGED,
    "XX001": _DAMAGED,
    "XX002": _DAMAGED,
    "SQLITE_IOERR": _DISK,
    "58": _DISK,
    "08": _AWAY,
    "57P": _AWAY,
    "28": _AWAY,
    "3D000": _AWAY,
}


def told(error: DBAPIError | sqlite3.Error, where: str) -> StoreError | None:
    """The error in words, or None for one that is our own mistake and should be seen as it is."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    name = getattr(cause, "sqlite_errorname", None) or getattr(cause, "sqlstate", None) or ""
    found = next((words for start, words in _CAUSES.items() if name.startswith(start)), None)
    if found is None and isinstance(error, DBAPIError) and not name and error.connection_invalidated:
        found = _AWAY
    if found is None and type(cause).__name__ == "OperationalError" and not name:
        found = _AWAY  # psycopg without a code: there was no connection
    return found and _error(found, where)


def of_disk(error: OSError, where: str) -> StoreError:
    """What the system says of a file or folder, in words."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return _error(_FULL, where)
    return StoreError(f"The file or folder cannot be used ({error.strerror}).", where=where, hint=_READ_ONLY[1])


def _error(words: tuple[str, str], where: str) -> StoreError:
    kind = NoRoomError if words is _FULL else StoreError
    return kind(words[0], where=where, hint=words[1])
