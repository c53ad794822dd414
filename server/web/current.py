"""What the request in hand works with: the parts, set once by `server.app`, and the user, set by the door."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import current_app, g

from server.actions.service import Service
from server.web.session import Links

NAME = "groundwork"  # under which the parts stand in app.extensions


@dataclass(frozen=True, slots=True)
class Parts:
    """service: what actions take. tell: says that something waits to be read. links: one-time links. port: ours."""

    service: Service
    tell: Callable[[], None]
    links: Links
    port: int


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


def tell() -> None:
    """Say that something waits to be read."""
    parts().tell()
