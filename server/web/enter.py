"""Where the one-time link leads: this browser has a session then, and sees the page the link was made for."""

from flask import Blueprint, redirect
from werkzeug.wrappers import Response

from server.actions.entry import session_mark
from server.web.current import browser_user, parts, service
from server.web.errors import NoSessionError
from server.web.session import EMPTIED, came, log_in

enter = Blueprint("enter", __name__)


@enter.get("/enter/<code>")
def by_link(code: str) -> Response:
    """A used link takes a browser that has a session to its interviews, and says to others how to get a new one."""
    way = parts().links.take(code, service().now())
    if way is None and browser_user():
        return redirect("/", 303)
    if way is None:
        raise NoSessionError(
            "This link was used already, or is too old.", hint="“groundwork open” gives you a new one."
        )
    known = came()
    log_in(way.user_id, session_mark(service(), way.user_id) or "", service().now())
    parts().expect()
    answer = redirect(way.path, 303)
    if known is None or known.user_id != way.user_id:  # what somebody else left in this browser is not for them
        answer.headers.extend(EMPTIED)
    return answer
