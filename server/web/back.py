"""What has no interview here yet: an interview that is brought back from a file, and pages that were saved for nobody."""

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from server.actions.clips import ClipChange, amend_clip, get_clip
from server.actions.importing import bring_back
from server.errors import InputError, Problem
from server.web.current import service, tell, user_id
from server.web.pages import listed_with
from server.web.screens.loose import Brought

back = Blueprint("back", __name__)

TOLD = 5  # of what could not come, how much is told


@back.post("/interviews/back")
def bring() -> tuple[str, int] | Response:
    """An interview that was taken along comes back, with its pages. The list again, with a word, where something is wrong."""
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        return listed_with(Brought("Choose the zip file first.")), 422
    try:
        made = bring_back(service(), user_id(), sent.stream, sent.filename)
    except InputError as error:
        return listed_with(Brought(f"{error.where}: {error.what} {error.hint}".strip())), 422
    tell()
    lost = [_line(one) for one in made.problems if not one.warning]
    if lost:
        more = (f"And {len(lost) - TOLD} more.",) if len(lost) > TOLD else ()
        return listed_with(Brought(interview_id=made.interview_id, lost=(*lost[:TOLD], *more))), 200
    return redirect(url_for("listing.every", interview_id=made.interview_id), 303)


@back.post("/clips/<clip_id>/for")
def give(clip_id: str) -> Response:
    """A page that was saved for nobody is for somebody."""
    get_clip(service(), user_id(), clip_id)
    wanted = request.form.get("interview_id", "")
    if not wanted:
        raise InputError(
            "Whom is this page about?", where="interview_id", hint="Go back and choose one of your interviews."
        )
    amend_clip(service(), user_id(), clip_id, ClipChange(interview_id=wanted))
    tell()
    return redirect(url_for("listing.every", interview_id=wanted, _anchor=f"page-{clip_id}"), 303)


def _line(problem: Problem) -> str:
    return f"{problem.where}: {problem.what} {problem.hint}".strip()
