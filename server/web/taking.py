"""What a person can take with them: a calendar, a note, sources, data, a folder. Nothing leaves unless they take it."""

import io
from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request, send_file
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from server.actions.after import get_after
from server.actions.interviews import get_interview
from server.actions.owed import done_with
from server.at_need import at_need
from server.errors import NotFoundError
from server.model.reminders import Reminder
from server.web.current import parts, service, user_id
from server.web.screens.taking import takings

if TYPE_CHECKING:
    from server.actions import exports
else:
    exports = at_need("server.actions.exports")

taking = Blueprint("taking", __name__)

CHOSEN = "chosen"  # of the calendar's form: without it, no reminder was switched off


@taking.get("/interviews/<interview_id>/take")
def every(interview_id: str) -> str:
    """All that can be taken, and what each is good for."""
    done = done_with(get_after(service(), user_id(), interview_id))
    return render_template("take.html", seen=takings(get_interview(service(), user_id(), interview_id), done))


@taking.get("/interviews/<interview_id>/take/<form>")
def take(interview_id: str, form: str) -> Response:
    """An interview as a file to keep. ?include=clips: data with the texts of its pages; ?chosen&thanks: of the calendar only these."""
    get_interview(service(), user_id(), interview_id)
    known = next((one for one in exports.Form if one.value == form), None)
    if known is None:
        raise NotFoundError("It cannot be taken as that.", where=form, hint="Choose on “Take with you”.")
    wanted = exports.Wanted(
        address=f"http://127.0.0.1:{parts().port}",
        texts="clips" in request.args.getlist("include"),
        without=_switched_off(request.args),
    )
    made = exports.export_interview(service(), user_id(), interview_id, known, wanted)
    return send_file(io.BytesIO(made.content), made.media, as_attachment=True, download_name=made.name)


def _switched_off(given: MultiDict[str, str]) -> frozenset[Reminder]:
    if CHOSEN not in given:
        return frozenset()
    return frozenset(one for one in Reminder if one.value not in given)
