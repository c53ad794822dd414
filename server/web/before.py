"""The screen before there is a talk: the ask, the note that can be forwarded, and what is still owed to others."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from server.actions.chain import get_chain
from server.actions.interviews import get_interview
from server.actions.letters import Letter, letters_before
from server.actions.owed import owed
from server.at_need import at_need
from server.errors import InputError
from server.model.after import NoteKind
from server.web.after import fate_of, keep_letters, ours_again
from server.web.current import service, user_id
from server.web.screens.before import before_screen
from server.web.screens.owed import owed_block

if TYPE_CHECKING:
    from server.actions import briefs
else:
    briefs = at_need("server.actions.briefs")

before = Blueprint("before", __name__)


@before.get("/interviews/<interview_id>/before")
def shown(interview_id: str) -> str:
    """The ask and the note, and who else should hear something first."""
    seen = before_screen(
        get_interview(service(), user_id(), interview_id),
        _letters(interview_id),
        get_chain(service(), user_id(), interview_id),
    )
    still = owed_block(owed(service(), user_id()), without=interview_id)
    return render_template("before.html", seen=seen, owed=still)


@before.post("/interviews/<interview_id>/before")
def keep(interview_id: str) -> Response:
    """Keep the words of both notes, then do what the button says."""
    press, _, of = request.form.get("press", "keep").partition(":")
    if press not in PRESSED:
        raise InputError("That cannot be done here.", where="press", hint="Load the page again.")
    keep_letters(interview_id, _letters(interview_id))
    place = PRESSED[press](interview_id, of)
    return redirect(url_for("before.shown", interview_id=interview_id, _anchor=place or None), 303)


def _letters(interview_id: str) -> dict[NoteKind, Letter]:
    made = briefs.document(service(), user_id(), interview_id)
    return letters_before(service(), user_id(), interview_id, made)


PRESSED: dict[str, Callable[[str, str], str]] = {  # what each button does, and where it leads
    "keep": lambda *_: "notes",
    "ours": ours_again,
    "sent": lambda here, kind: fate_of(here, "sent", kind),
    "not-sent": lambda here, kind: fate_of(here, "not-sent", kind),
}
