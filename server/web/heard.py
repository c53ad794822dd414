"""What the user has heard so far, per want, the answers of all people side by side."""

from flask import Blueprint, render_template

from server.actions.heard import heard as heard_so_far
from server.web.current import service, user_id
from server.web.screens.heard import heard_screen

heard = Blueprint("heard", __name__)


@heard.get("/heard")
def shown() -> str:
    """Each want, and what was said to it."""
    return render_template("heard.html", seen=heard_screen(heard_so_far(service(), user_id())))
