"""The pages of an interview: what became of each, new ones by link or file, whose they are; and forgetting the person."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request, url_for
from pydantic import ValidationError
from werkzeug.wrappers import Response

from server.actions.adding import Link, add_link, retry_link
from server.actions.clips import ClipChange, amend_clip, clip_lines, read_again, undo_clip
from server.actions.files import File, Given, add_files
from server.actions.forgetting import about_person, forget_person
from server.actions.interviews import get_interview
from server.actions.keeping import going
from server.at_need import at_need
from server.errors import InputError
from server.model import Verdict
from server.store.clips import StoredClip
from server.web.current import service, tell, user_id
from server.web.door import MAX_BODY
from server.web.screens.kept import goes
from server.web.screens.pages import listed
from server.web.screens.parting import parting

if TYPE_CHECKING:
    from server.actions import briefs
else:
    briefs = at_need("server.actions.briefs")

listing = Blueprint("listing", __name__)


@dataclass(frozen=True, slots=True)
class Pasted:
    """A link as it was pasted, and what to do about it."""

    url: str
    wrong: str


@listing.get("/interviews/<interview_id>/pages")
def every(interview_id: str) -> str:
    """All pages of an interview, and the ways to add one."""
    return _pages(interview_id)


@listing.post("/interviews/<interview_id>/links")
def link(interview_id: str) -> tuple[str, int] | Response:
    """Keep a pasted link; its page is fetched and read in the background. The form again if it is none."""
    given = request.form.get("url", "")
    try:
        kept, _ = add_link(service(), user_id(), interview_id, Link(given))
    except InputError as error:
        return _pages(interview_id, pasted=Pasted(given, f"{error.what} {error.hint}")), 422
    tell()
    return _to_page(kept)


@listing.post("/interviews/<interview_id>/files")
def files(interview_id: str) -> tuple[str, int] | Response:
    """Keep the files that are pages. The list again, with a word on each that is none or is here already."""
    given = _keep_files(interview_id)
    if given.kept and not (given.known or given.refused):
        return _to_page(given.kept[0])
    return _pages(interview_id, given=given), 422 if given.refused or not given.kept + given.known else 200


def bring(interview_id: str) -> tuple[str, int] | None:
    """Keep the links and files that came with a form. The list of pages, where one of them is none; None if all is well."""
    wrong = [found for url in request.form.get("links", "").split() if (found := _keep_link(interview_id, url))]
    given = _keep_files(interview_id)
    tell()
    if wrong or given.refused:
        return _pages(interview_id, pasted=wrong[0] if wrong else None, given=given if given.refused else None), 422
    return None


def _keep_link(interview_id: str, url: str) -> Pasted | None:
    """What is wrong with a link; None if it is kept."""
    try:
        add_link(service(), user_id(), interview_id, Link(url))
    except InputError as error:
        return Pasted(url, f"{error.what} {error.hint}")
    return None


def _keep_files(interview_id: str) -> Given:
    chosen = [one for one in request.files.getlist("files") if one.filename]
    given = add_files(
        service(), user_id(), interview_id, [File(one.filename or "", one.stream.read()) for one in chosen]
    )
    if given.kept:
        tell()
    return given


@listing.post("/clips/<clip_id>/retry")
def retry(clip_id: str) -> Response:
    """Fetch the page of a link now, which was put off or given up."""
    kept = retry_link(service(), user_id(), clip_id)
    tell()
    return _to_page(kept)


@listing.post("/clips/<clip_id>/reread")
def reread(clip_id: str) -> Response:
    """Read a stored page once more."""
    kept = read_again(service(), user_id(), clip_id)
    tell()
    return _to_page(kept)


@listing.post("/clips/<clip_id>/verdict")
def verdict(clip_id: str) -> Response:
    """Keep what the person says of a page, or take it back, and return to its place in the list."""
    try:
        change = ClipChange.model_validate({"verdict": request.form.get("verdict") or None})
    except ValidationError as error:
        raise InputError("That cannot be said of a page.", where="verdict", hint=_one_of(Verdict)) from error
    return _to_page(amend_clip(service(), user_id(), clip_id, change))


@listing.post("/clips/<clip_id>/remove")
def remove(clip_id: str) -> Response:
    """Take a page out, with what was read off it."""
    gone = undo_clip(service(), user_id(), clip_id)
    if gone.interview_id is None:
        return redirect(url_for("pages.interviews"), 303)
    return redirect(url_for("listing.every", interview_id=gone.interview_id), 303)


@listing.get("/interviews/<interview_id>/forget")
def forget(interview_id: str) -> str:
    """What goes if the person is forgotten, and the button that does it."""
    known = about_person(service(), user_id(), interview_id)
    return render_template("forget.html", seen=parting(known), interview_id=interview_id)


@listing.post("/interviews/<interview_id>/forget")
def forgotten(interview_id: str) -> str:
    """Forget the person, and tell what went."""
    account = forget_person(service(), user_id(), interview_id)
    return render_template("forgotten.html", name=account.name, lines=account.lines)


def _pages(interview_id: str, pasted: Pasted | None = None, given: Given | None = None) -> str:
    made = briefs.document(service(), user_id(), interview_id)
    name = get_interview(service(), user_id(), interview_id).facts.interviewee
    seen = listed(interview_id, made, clip_lines(service(), user_id(), interview_id))
    stored = goes(going(service(), user_id(), interview_id), name.first_name)
    return render_template(
        "pages.html", seen=seen, pasted=pasted, given=given, stored=stored, limit=MAX_BODY, sent=given is not None
    )


def _to_page(clip: StoredClip) -> Response:
    """Back to Tonight, if the form stands there; else to where the page stands in the list."""
    if clip.interview_id and request.form.get("back") == "tonight":
        return redirect(url_for("pages.brief", interview_id=clip.interview_id), 303)
    if clip.interview_id is None:
        return redirect(url_for("pages.interviews"), 303)
    return redirect(url_for("listing.every", interview_id=clip.interview_id, _anchor=f"page-{clip.id}"), 303)


def _one_of(values: type[Verdict]) -> str:
    return f"Send one of: {', '.join(values)}."
