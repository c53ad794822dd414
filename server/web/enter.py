"""Where the one-time link leads: this browser has a session then, and sees the page the link was made for."""

from flask import Blueprint, redirect
from werkzeug.wrappers import Response

from server.web.current import parts, service
from server.web.errors import NoSessionError
from server.web.session import log_in, user_of_session

enter = Blueprint("enter", __name__)


@enter.get("/enter/<code>")
def by_link(code: str) -> Response:
    """A used link takes a browser that has a session to its interviews, and says to others how to get a new one."""
    way = parts().links.take(code, service().now())
    if way is None and user_of_session():
        return redirect("/", 303)
    if way is None:
        raise NoSessionError(
            "This link was used already, or is too old.", hint="`groundwork open` gives you a new one."
        )
    log_in(way.user_id)
    parts().expect()
    return redirect(way.path, 303)
