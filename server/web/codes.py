"""One-time codes by which the button of a browser is paired: shown on our page, typed into the extension.

Typed rather than asked for by a box to press, since any page can make a box appear.
"""

import hashlib
import secrets
import threading
from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.web.errors import RefusedError

LASTS = timedelta(minutes=2)
TRIES, WITHIN = 5, timedelta(minutes=1)  # over all users: who guesses does not say for whom
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that looks like another
LENGTH = 8
_AGAIN = "Make a new one on the page Browsers of Groundwork and type it within two minutes."


@dataclass(frozen=True, slots=True)
class _Shown:
    user_id: str
    at: datetime


class Codes:
    """Codes that nobody used yet, one a user. They live as long as the process; only their hashes are held."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._shown: dict[str, _Shown] = {}
        self._tries: deque[datetime] = deque(maxlen=TRIES)

    def make(self, user_id: str, now: datetime) -> str:
        """A new code, as it is shown ("ABCD-2345"). The one before it is good for nothing any more."""
        code = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
        with self._lock:
            others = {key: one for key, one in self._shown.items() if one.user_id != user_id}
            self._shown = others | {_hash(code): _Shown(user_id, now)}
        return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"

    def take(self, typed: str, now: datetime) -> str:
        """Whose code this is; it is used up then. Case, blanks and hyphens do not count.

        Raises RefusedError: 429 after too many tries, 403 for a code that is wrong, old or used.
        """
        with self._lock:
            if len(self._tries) == TRIES and all(_is_within(WITHIN, at, now) for at in self._tries):
                raise RefusedError(429, "Too many codes were tried.", "Wait a minute, then try again.")
            self._tries.append(now)
            shown = self._shown.pop(_hash(_plain(typed)), None)
        if shown is None or not _is_within(LASTS, shown.at, now):
            raise RefusedError(403, "This code is wrong, too old or used already.", _AGAIN)
        return shown.user_id


def _is_within(time: timedelta, since: datetime, now: datetime) -> bool:
    return timedelta(0) <= now - since < time  # a clock may jump back


def _plain(typed: str) -> str:
    return "".join(char for char in typed.upper() if char.isalnum())


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode("utf-8", "replace")).hexdigest()
