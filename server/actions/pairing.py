"""The button of a browser: the token it gets when it is paired, how we prove ourselves to it, and how it is sent away."""

import hmac

from server.actions.entry import Made, list_tokens, make_token, revoke_token
from server.actions.service import Service
from server.errors import NotFoundError
from server.store import tokens
from server.store.tokens import Scope, Token


def pair(service: Service, user_id: str, browser: str, origin: str) -> Made:
    """A token for a browser's button, which only the Origin of this extension may use. browser: what the person knows it by."""
    return make_token(service, user_id, browser, Scope.BROWSER, origin)


def prove(service: Service, token_id: str, origin: str, message: str) -> str:
    """Hex HMAC-SHA256 over a message, keyed by the SHA-256 of a token: only who was there at the pairing can make it.

    Raises NotFoundError for a token that is not known, was revoked, or is not for this Origin: they look the same.
    """
    with service.store.view() as tx:
        key = tokens.digest_of(tx, token_id, origin)
    if key is None:
        raise NotFoundError("This browser is not paired.", where=f"token {token_id}", hint="Pair it again.")
    return hmac.digest(key, message.encode(), "sha256").hex()


def paired(service: Service, user_id: str) -> tuple[Token, ...]:
    """The browsers that are paired, oldest first."""
    every = list_tokens(service, user_id)
    return tuple(one for one in every if one.scope is Scope.BROWSER and one.revoked_at is None)


def unpair(service: Service, user_id: str, token_id: str) -> Token:
    """Send a browser away: what it sends from now on is refused. Raises NotFoundError."""
    return revoke_token(service, user_id, token_id)
