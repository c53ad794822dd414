"""The page of the browsers whose button is paired: a code for another one, and the way to send one away."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from server.actions.pairing import paired, unpair
from server.web.current import parts, service, user_id
from server.web.screens.browsers import browsers

pairing = Blueprint("browsers", __name__)


@pairing.get("/browsers")
def every() -> str:
    """The browsers that are paired."""
    return _page("")


@pairing.post("/browsers/code")
def code() -> str:
    """The same page with a code on it. A form that posts, since a code that is shown ends the one before."""
    return _page(parts().codes.make(user_id(), service().now()))


@pairing.post("/browsers/<token_id>/remove")
def remove(token_id: str) -> Response:
    """Send a browser away."""
    unpair(service(), user_id(), token_id)
    return redirect(url_for("browsers.every"), 303)


def _page(shown: str) -> str:
    found = browsers(paired(service(), user_id()), service().now())
    return render_template("browsers.html", browsers=found, code=shown)
