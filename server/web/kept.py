"""How things are kept, and who is in: the days that stored pages stay, and the ways out for browsers."""

from flask import Blueprint, Response, make_response, render_template, request

from server.actions.entry import end_sessions
from server.actions.keeping import keep_days, set_keep_days
from server.errors import InputError
from server.web.current import service, user_id
from server.web.screens.kept import FOR_GOOD, choices
from server.web.session import EMPTIED, LASTS, log_out

kept = Blueprint("kept", __name__)


@kept.get("/kept")
def shown() -> str:
    """How long stored pages stay, and how to leave."""
    return _shown("")


@kept.post("/kept/days")
def days() -> str:
    """Keep stored pages so long from now on; what is past that time goes at once, and is told."""
    given = request.form.get("days", "")
    if given != FOR_GOOD and not (given.isascii() and given.isdigit() and len(given) <= 6):
        raise InputError("Pages can be kept for a number of days, or for good.", where="days", hint="Choose one.")
    return _shown(str(set_keep_days(service(), user_id(), None if given == FOR_GOOD else int(given))))


@kept.post("/leave")
def leave() -> Response:
    """Throw this browser out; others stay in."""
    return _left(everywhere=False)


@kept.post("/leave-everywhere")
def leave_everywhere() -> Response:
    """Throw out every browser of theirs, wherever its cookie is."""
    end_sessions(service(), user_id())
    return _left(everywhere=True)


def _left(*, everywhere: bool) -> Response:
    """Out, and nothing of theirs stays in this browser."""
    log_out()
    return make_response(render_template("left.html", everywhere=everywhere), EMPTIED)


def _shown(told: str) -> str:
    return render_template("kept.html", choices=choices(keep_days(service(), user_id())), told=told, lasts=LASTS.days)
