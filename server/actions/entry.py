"""Who may come in: users, and the tokens by which their programs enter."""

import logging
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.actions.service import Service
from server.errors import NotFoundError, StoreError
from server.store import tokens, users
from server.store.tokens import NewToken, Scope, Token
from server.store.users import User

HOUR = timedelta(hours=1)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Made:
    """A new token, and the secret that is told this once and never again."""

    token: Token
    secret: str


def ensure_user(service: Service, user_id: str, name: str = "") -> User:
    """The user of that id, new if there was none."""
    with service.store.transaction() as tx:
        return users.add(tx, user_id, name or user_id, service.now())


def make_token(service: Service, user_id: str, name: str, scope: Scope, origin: str = "") -> Made:
    """A token for a program of the user's. origin: the one Origin that may use it. Raises NotFoundError for an unknown user."""
    secret = secrets.token_urlsafe(32)
    new = NewToken(f"t{secrets.token_hex(8)}", secret, name, scope, origin)
    with service.store.transaction() as tx:
        users.get(tx, user_id)
        return Made(tokens.add(tx, user_id, new, service.now()), secret)


def bearer(service: Service, secret: str) -> Token | None:
    """Whose token this is; None if it is unknown or revoked. That it was used is noted once an hour."""
    with service.store.view() as tx:
        token = tokens.bearer(tx, secret)
    if token and _is_news(token.last_used_at, service.now()):
        _note_use(service, token)
    return token


def session_mark(service: Service, user_id: str) -> str | None:
    """The mark that sessions of a user must carry; None for nobody."""
    try:
        with service.store.view() as tx:
            return users.get(tx, user_id).settings.sessions
    except NotFoundError:
        return None


def end_sessions(service: Service, user_id: str) -> None:
    """Throw out every browser of a user. Raises NotFoundError."""
    with service.store.transaction() as tx:
        settings = users.get(tx, user_id).settings.model_copy(update={"sessions": secrets.token_hex(8)})
        users.set_settings(tx, user_id, settings)


def list_tokens(service: Service, user_id: str) -> tuple[Token, ...]:
    """All tokens of a user, revoked ones too, oldest first."""
    with service.store.view() as tx:
        return tokens.every(tx, user_id)


def revoke_token(service: Service, user_id: str, token_id: str) -> Token:
    """End a token. Raises NotFoundError."""
    with service.store.transaction() as tx:
        return tokens.revoke(tx, user_id, token_id, service.now())


def _note_use(service: Service, token: Token) -> None:
    try:
        with service.store.transaction() as tx:
            tokens.used(tx, token.user_id, token.id, service.now())
    except StoreError as error:  # a full disk keeps nobody from reading what is there
        _log.warning("%s", error)


def _is_news(last: datetime | None, now: datetime) -> bool:
    return last is None or not timedelta(0) <= now - last < HOUR  # a clock may jump back
