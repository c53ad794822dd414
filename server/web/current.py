"""What the request in hand works with: the parts, set once by `server.app`, and the user, set by the door."""

from collections.abc import Callable
from dataclasses import dataclass, field

from flask import current_app, g

from server.actions.entry import session_mark
from server.actions.service import Service
from server.store.tokens import Token
from server.web.codes import Codes
from server.web.session import Links, came

NAME = "groundwork"  # under which the parts stand in app.extensions


@dataclass(frozen=True, slots=True)
class Parts:
    """service: what actions take. tell: says that something waits to be read. links, codes: of one use. port: ours.

    expect: says that somebody is here who will want a brief.
    """

    service: Service
    tell: Callable[[], None]
    links: Links
    port: int
    codes: Codes = field(default_factory=Codes)
    expect: Callable[[], None] = lambda: None


def parts() -> Parts:
    """The parts of the app."""
    found: Parts = current_app.extensions[NAME]
    return found


def service() -> Service:
    """What actions take."""
    return parts().service


def user_id() -> str:
    """Whose request it is. There is always one behind the door."""
    found: str = g.user_id
    return found


def browser_user() -> str | None:
    """Whose browser it is; None if it did not come in, too long ago, or was thrown out since."""
    found = came()
    if found is None or found.is_old(service().now()):
        return None
    return found.user_id if session_mark(service(), found.user_id) == found.mark else None


def token() -> Token:
    """The token of the request. There is one behind every row of the door that needs one."""
    found: Token = g.token
    return found


def tell() -> None:
    """Say that something waits to be read."""
    parts().tell()
