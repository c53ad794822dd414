"""Browsers: the one-time link by which one comes in, the session it has then, and the token its forms carry.

The session is a signed cookie that scripts cannot read and other sites cannot have sent (HttpOnly, SameSite=Strict). Its name
carries the port, since a browser keeps one set of cookies for all ports of a host.
"""

import hashlib
import hmac
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import Flask, Request, session
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from itsdangerous import BadSignature
from typing_extensions import override

LASTS = timedelta(days=90)
LINK_LASTS = timedelta(minutes=15)  # the link that is printed at the start; `groundwork open` makes others
USER, CSRF, MARK, BORN = "user_id", "csrf", "mark", "born"
FIELD = "csrf_token"  # of a form
# What a talk left in the browser (static/talk/kept.js, worker.js) goes with whoever it is of.
EMPTIED = {"Clear-Site-Data": '"storage"'}


@dataclass(frozen=True, slots=True)
class Way:
    """Where a one-time link leads: a user, and the path of a page of theirs. until: from when on it leads nowhere."""

    user_id: str
    path: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Came:
    """A browser that came in: whose it is, under which mark (`entry.session_mark`), and when."""

    user_id: str
    mark: str
    born: datetime

    def is_old(self, now: datetime) -> bool:
        """Whether it has to come in anew. A clock that jumps back throws nobody out."""
        return now - self.born >= LASTS


class Sessions(SecureCookieSessionInterface):
    """Signed cookies whose age we count ourselves, by the clock of the service: Flask refuses one that is younger than now."""

    @override
    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        signing = self.get_signing_serializer(app)
        given = request.cookies.get(self.get_cookie_name(app))
        if signing is None or not given:
            return self.session_class()
        try:
            return self.session_class(signing.loads(given))
        except BadSignature:
            return self.session_class()


class Links:
    """One-time links that nobody used yet. They live as long as the process; only their hashes are held.

    left: asked for a code that is not among them, at a moment; the user of a link that another process of ours left.
    """

    def __init__(self, left: Callable[[str, datetime], str | None] = lambda *_: None) -> None:
        self._left = left
        self._lock = threading.Lock()
        self._ways: dict[str, Way] = {}

    def make(self, way: Way) -> str:
        """The code of a new link."""
        code = secrets.token_urlsafe(24)
        with self._lock:
            self._ways[_hash(code)] = way
        return code

    def take(self, code: str, now: datetime) -> Way | None:
        """Where a code leads; None if there is no such code, or no more."""
        with self._lock:
            self._ways = {key: way for key, way in self._ways.items() if way.until is None or now < way.until}
            way = self._ways.pop(_hash(code), None)
        user_id = None if way else self._left(code, now)
        return Way(user_id, "/") if user_id else way


def set_up(app: Flask, port: int, key: bytes) -> None:
    """How sessions are kept; templates get csrf_token()."""
    app.session_interface = Sessions()
    app.config.update(
        SECRET_KEY=key,
        SESSION_COOKIE_NAME=f"groundwork_{port}",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        PERMANENT_SESSION_LIFETIME=LASTS,
        SESSION_REFRESH_EACH_REQUEST=False,
    )
    app.jinja_env.globals[FIELD] = csrf_token


def log_in(user_id: str, mark: str, now: datetime) -> None:
    """Begin a session for a user, in the place of the one that was."""
    session.clear()
    session.permanent = True
    session[USER] = user_id
    session[CSRF] = secrets.token_urlsafe(24)
    session[MARK], session[BORN] = mark, now


def log_out() -> None:
    """End the session of this browser."""
    session.clear()


def came() -> Came | None:
    """The session that came with the request, if one did."""
    user_id, mark, born = (session.get(name) for name in (USER, MARK, BORN))
    if not (isinstance(user_id, str) and isinstance(mark, str) and isinstance(born, datetime)):
        return None
    return Came(user_id, mark, born)


def csrf_token() -> str:
    """What the forms of this session carry."""
    return str(session.get(CSRF, ""))


def is_ours(given: str) -> bool:
    """Whether a form was written by us for this session."""
    wanted = csrf_token()
    return bool(wanted) and hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode("utf-8", "replace")).hexdigest()
