"""One-time links that another process of ours leaves for the service: a file each in the data folder, under its code's SHA-256.

Whoever can write into the folder can read all that is in it, so a link gives them nothing new; whoever can only read there
learns no code.
"""

import json
import secrets
from datetime import datetime, timedelta
from pathlib import Path

from server.store import disk
from server.store.faults import of_disk
from server.store.tokens import sha256_of

FOLDER, ENDING = "links", ".json"
LASTS = timedelta(minutes=10)


def leave(data: Path, user_id: str, now: datetime) -> str:
    """The code of a new link for a user, good for ten minutes. Raises StoreError if it cannot be written."""
    code = secrets.token_urlsafe(24)
    file = data / FOLDER / sha256_of(code)
    try:
        disk.make_folder(file.parent)
        disk.make_file(file)
        file.write_text(json.dumps({"user_id": user_id, "until": (now + LASTS).isoformat()}), "utf-8")
        file.rename(file.with_suffix(ENDING))  # whole, or not there
    except OSError as error:
        raise of_disk(error, str(file.parent)) from error
    return code


def take(data: Path, code: str, now: datetime) -> str | None:
    """Whose link has this code, which is used up then; None if there is none, or no more. Old links go with it."""
    wanted, found = sha256_of(code), None
    for file in (data / FOLDER).glob(f"*{ENDING}"):
        user_id = _read(file, now)
        if user_id is None or file.stem == wanted:
            was_ours = _remove(file)
            found = user_id if was_ours and file.stem == wanted else found
    return found


def _read(file: Path, now: datetime) -> str | None:
    """Whose link it is; None if it is too old or none of ours. A clock that jumped back does not make it last longer."""
    try:
        kept = json.loads(file.read_text("utf-8"))
        until = datetime.fromisoformat(kept["until"])
        return str(kept["user_id"]) if now < until <= now + LASTS else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _remove(file: Path) -> bool:
    """Whether it was us who took it away: of two who try, one has."""
    try:
        file.unlink()
    except OSError:
        return False
    return True
