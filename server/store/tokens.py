"""Tokens by which programs enter. Only their SHA-256 is kept: who reads the database cannot use them."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, and_, insert, select, update

from server.errors import NotFoundError
from server.store.tables import tokens
from server.store.tx import Tx


class Scope(StrEnum):
    """What a token allows. browser: what the button in a browser does, which is to clip, to read and to open our pages."""

    CLIP = "clip"
    READ = "read"
    BROWSER = "browser"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it is kept. origin: the one Origin that may use it, "" for any program that sends none."""

    id: str
    user_id: str
    name: str
    scope: Scope
    origin: str
    created_at: datetime
    last_used_at: datetime | None
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class NewToken:
    """A token to be kept. secret is what its bearer will send."""

    id: str
    secret: str
    name: str
    scope: Scope
    origin: str = ""


def add(tx: Tx, user_id: str, new: NewToken, now: datetime) -> Token:
    """Keep a new token by the hash of its secret."""
    row = {
        "user_id": user_id,
        "id": new.id,
        "sha256": sha256_of(new.secret),
        "name": new.name,
        "scope": new.scope.value,
        "origin": new.origin,
        "created_at": now,
    }
    tx.execute(insert(tokens).values(row))
    return get(tx, user_id, new.id)


def bearer(tx: Tx, secret: str) -> Token | None:
    """Whose token this is; None if it is unknown or revoked.

    The one question asked without a user, since its answer is the user. The index is asked for a hash, from whose timing
    nothing can be learned about the secret; the comparison is constant in time all the same.
    """
    wanted = sha256_of(secret)
    row = tx.execute(select(tokens).where(tokens.c.sha256 == wanted, tokens.c.revoked_at.is_(None))).one_or_none()
    return _of(row) if row and hmac.compare_digest(row.sha256, wanted) else None


def digest_of(tx: Tx, token_id: str, origin: str) -> bytes | None:
    """The SHA-256 of the token of that id that an Origin may use; None if there is none, or no more.

    Asked without a user, too: by a browser that wants to know whom it talks to before it shows its token.
    """
    ours = and_(tokens.c.id == token_id, tokens.c.origin == origin, tokens.c.revoked_at.is_(None))
    found = tx.execute(select(tokens.c.sha256).where(ours)).scalars().first()
    return None if found is None else bytes.fromhex(found)


def get(tx: Tx, user_id: str, token_id: str) -> Token:
    """The token. Raises NotFoundError."""
    row = tx.execute(select(tokens).where(_is(user_id, token_id))).one_or_none()
    if row is None:
        raise NotFoundError("There is no such token.", where=f"token {token_id}")
    return _of(row)


def every(tx: Tx, user_id: str) -> tuple[Token, ...]:
    """All tokens of a user, revoked ones too, oldest first."""
    order = (tokens.c.created_at, tokens.c.id)
    return tuple(_of(row) for row in tx.execute(select(tokens).where(tokens.c.user_id == user_id).order_by(*order)))


def used(tx: Tx, user_id: str, token_id: str, now: datetime) -> None:
    """Note that a token was used."""
    tx.execute(update(tokens).where(_is(user_id, token_id)).values(last_used_at=now))


def revoke(tx: Tx, user_id: str, token_id: str, now: datetime) -> Token:
    """End a token; the first time counts. Raises NotFoundError."""
    if get(tx, user_id, token_id).revoked_at is None:
        tx.execute(update(tokens).where(_is(user_id, token_id)).values(revoked_at=now))
    return get(tx, user_id, token_id)


def sha256_of(secret: str) -> str:
    """All that is kept of a secret."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _is(user_id: str, token_id: str) -> Any:
    return and_(tokens.c.user_id == user_id, tokens.c.id == token_id)


def _of(row: Row[Any]) -> Token:
    return Token(
        id=row.id,
        user_id=row.user_id,
        name=row.name,
        scope=Scope(row.scope),
        origin=row.origin,
        created_at=row.created_at,
        last_used_at=row.last_used_at,
        revoked_at=row.revoked_at,
    )
