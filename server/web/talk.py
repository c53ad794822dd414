"""In the talk: a narrow window beside the call, a card on paper, and what is written there."""

import secrets
from typing import TYPE_CHECKING

from flask import Blueprint, Response, redirect, render_template, request, send_from_directory, url_for
from pydantic import TypeAdapter, ValidationError
from werkzeug.wrappers import Response as Answer

from server.at_need import at_need
from server.errors import InputError
from server.model.talk import Mark, MarkKind
from server.web.current import service, user_id

if TYPE_CHECKING:
    from server.actions import talk as actions
    from server.web.screens import card as cards
    from server.web.screens import talk as screens
else:
    actions = at_need("server.actions.talk")
    cards = at_need("server.web.screens.card")
    screens = at_need("server.web.screens.talk")

talk = Blueprint("talk", __name__)
MARKS = TypeAdapter(tuple[Mark, ...])
WORKER = "/talk-worker.js"


@talk.get("/interviews/<interview_id>/talk")
def shown(interview_id: str) -> str:
    """The narrow window: cues, clock, notes, side-tracks."""
    found = actions.at_hand(service(), user_id(), interview_id)
    seen = screens.talk_screen(interview_id, found, service().now())
    return render_template("talk.html", seen=seen, owner=user_id(), new_aside=new_aside())


@talk.post("/interviews/<interview_id>/talk")
def write(interview_id: str) -> Answer:
    """Write one thing down, by an ordinary form, and return to it."""
    given = {name: request.form.get(name, "").strip() for name in ("what", "of", "text")}
    if given["what"] == MarkKind.BEGAN and given["text"]:
        given["text"] = service().now().isoformat(timespec="seconds")
    try:
        mark = Mark.model_validate(given)
    except ValidationError as error:
        raise _not_so() from error
    actions.write_down(service(), user_id(), interview_id, mark)
    return redirect(url_for("talk.shown", interview_id=interview_id, _anchor=_place(mark)), 303)


@talk.post("/interviews/<interview_id>/talk/marks")
def marks(interview_id: str) -> Response:
    """Lay marks, sent as JSON in the form of our own script, over what is kept; the answer is all that is kept."""
    try:
        given = MARKS.validate_json(request.form.get("marks", ""))
    except ValidationError as error:
        raise _not_so() from error
    kept = actions.write_marks(service(), user_id(), interview_id, given)
    return Response(kept.model_dump_json(exclude={"wordings"}), mimetype="application/json")


@talk.get("/interviews/<interview_id>/talk/card")
def card(interview_id: str) -> str:
    """One page to print: on a card of A6, or as large as a phone."""
    found = actions.at_hand(service(), user_id(), interview_id)
    phone = request.args.get("size") == "phone"
    return render_template("card.html", card=cards.printed(interview_id, found, phone=phone), phone=phone)


@talk.get(WORKER)
def worker() -> Response:
    """The script that has the page of a talk come up while we do not answer. It holds nothing of anybody."""
    answer = send_from_directory(f"{talk.root_path}/static/talk", "worker.js", mimetype="text/javascript")
    answer.headers["Service-Worker-Allowed"] = "/interviews/"
    return answer


def new_aside() -> str:
    """The id that the next side-track of a form gets: sent twice, it is there once. Later ones sort later."""
    moment = int(service().now().timestamp() * 1000)
    return f"{moment:013d}-{secrets.token_hex(4)}"


def _place(mark: Mark) -> str:
    if mark.what is MarkKind.ASIDE:
        return "asides"
    return f"q-{mark.of}" if mark.of else "clock"


def _not_so() -> InputError:
    return InputError("That cannot be written down.", where="talk", hint=f"Send one of: {', '.join(MarkKind)}.")
