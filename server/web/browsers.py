"""The page of the browsers with the button: how it is put in, the code that pairs one, and the way to send one away."""

import io

from flask import Blueprint, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response

from server.actions.button import Kind, file_name, folder, own_mark, packed
from server.actions.pairing import paired, unpair
from server.errors import NotFoundError
from server.web.current import parts, service, user_id
from server.web.screens.browsers import Way, browsers, ways_in

pairing = Blueprint("browsers", __name__)


@pairing.get("/browsers")
def every() -> str:
    """The browsers that are paired, and how the button is put into one more."""
    found = browsers(paired(service(), user_id()), service().now())
    return render_template("browsers.html", browsers=found, ways=_ways())


@pairing.get("/browsers/code")
def code() -> str:
    """A new code, which ends the one before. It is the title, too: so it can be read while another tab asks for it."""
    return render_template("code.html", code=parts().codes.make(user_id(), service().now()))


@pairing.get("/browsers/button/<browser>")
def button(browser: str) -> Response:
    """The button as a zip."""
    known = next((one for one in Kind if one.value == browser), None)
    if known is None:
        raise NotFoundError("There is no button for that browser.", where=browser, hint="Choose on the page Browsers.")
    made = io.BytesIO(packed(known, own_mark(service(), user_id())))
    return send_file(made, "application/zip", as_attachment=True, download_name=file_name(known))


@pairing.post("/browsers/<token_id>/remove")
def remove(token_id: str) -> Response:
    """Send a browser away."""
    unpair(service(), user_id(), token_id)
    return redirect(url_for("browsers.every"), 303)


@pairing.app_template_global()
def way_in() -> Way | None:
    """How the button is put into the browser that asks; None once one is paired."""
    return None if paired(service(), user_id()) else _ways()[0]


def _ways() -> tuple[Way, ...]:
    return ways_in(folder(), request.headers.get("User-Agent", ""))
