"""What can be told besides who and what for, all optional: each want a form of its own, the talk and the seeker one form."""

from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request, url_for
from pydantic import ValidationError
from werkzeug.wrappers import Response

from server.actions.about import AboutTalk, AboutYou, assume, tell_of_talk, tell_of_you, told_so_far
from server.actions.wants import WantChange, add_want, change_want, remove_want, wants_of_others
from server.at_need import at_need
from server.errors import InputError
from server.model import GoalKind
from server.pipeline.clip.wrong import in_words
from server.pipeline.goals.said import PROMPTS, say
from server.web.current import service, user_id
from server.web.screens.about import about as about_screen
from server.web.when import When, parsed

if TYPE_CHECKING:
    from server.actions import briefs
else:
    briefs = at_need("server.actions.briefs")

about = Blueprint("told", __name__)

LONGEST_ANSWER = 500  # characters of one of the five answers


@about.get("/interviews/<interview_id>/about")
def shown(interview_id: str) -> str:
    """All that is told so far, as boxes."""
    return _shown(interview_id)


@about.post("/interviews/<interview_id>/about/talk")
def talk(interview_id: str) -> str | tuple[str, int]:
    """Keep who, when, how long, how and through whom."""
    if (
        "background" in request.form
    ):  # in the same form, and kept first: a date that is none must not lose what they told of themselves
        _keep_you(interview_id)
    form = {name: request.form.get(name, "").strip() for name in ("name", "headline", "format", "referrer")}
    when = When(*(request.form.get(name, "").strip() for name in ("day", "time", "zone")))
    try:
        told = AboutTalk(
            **form, aliases=_listed("aliases", ","), start=parsed(when), minutes=request.form.get("minutes") or 30
        )
    except ValidationError as error:
        return _shown(interview_id, wrong=f"{in_words(error.errors(include_url=False)[0])}."), 422
    except InputError as error:
        return _shown(interview_id, wrong=f"{error.what} {error.hint}", when=when), 422
    tell_of_talk(service(), user_id(), interview_id, told)
    return _shown(interview_id, kept="talk")


@about.post("/interviews/<interview_id>/about/you")
def you(interview_id: str) -> str:
    """Keep what they tell of themselves."""
    _keep_you(interview_id)
    return _shown(interview_id, kept="you")


def _keep_you(interview_id: str) -> None:
    form = {name: request.form.get(name, "").strip() for name in ("background", "plan")}
    told = AboutYou(**form, assumptions=_listed("assumptions", "\n"), show=_listed("show", "\n"))
    tell_of_you(service(), user_id(), interview_id, told)


@about.post("/interviews/<interview_id>/about/say")
def said(interview_id: str) -> str:
    """A want put together from five answers, for them to look at before it is kept."""
    answers = {prompt.name: request.form.get(prompt.name, "")[:LONGEST_ANSWER] for prompt in PROMPTS}
    assume(service(), user_id(), interview_id, " ".join(answers["believe"].split()))
    return _shown(interview_id, draft=say(answers), answers=answers)


@about.post("/interviews/<interview_id>/about/wants")
def want(interview_id: str) -> Response:
    """One more want."""
    goal = add_want(service(), user_id(), interview_id, request.form.get("want", "").strip())
    return _to(interview_id, f"want-{goal.id}")


@about.post("/interviews/<interview_id>/about/wants/<goal_id>")
def change(interview_id: str, goal_id: str) -> Response:
    """Do to a want what the button says: keep its boxes, move it, take it away."""
    wanted = request.form.get("do", "keep")
    if wanted == "remove":
        remove_want(service(), user_id(), interview_id, goal_id)
        return _to(interview_id, "wants")
    change_want(service(), user_id(), interview_id, goal_id, _asked_for(wanted))
    return _to(interview_id, f"want-{goal_id}")


def _asked_for(wanted: str) -> WantChange:
    if wanted in {"up", "down"}:
        return WantChange(move="up" if wanted == "up" else "down")
    kind = request.form.get("kind", "")
    try:
        return WantChange(
            text=request.form.get("want", ""),
            kind=GoalKind(kind) if kind else None,
            guess=not kind,
            hints=tuple(request.form.getlist("hint[]")),
        )
    except ValueError as error:  # of pydantic, too
        raise InputError("There is no want in it, or too much.", where="want", hint="Say it in a sentence.") from error


def _listed(name: str, between: str) -> tuple[str, ...]:
    parts = request.form.get(name, "").replace("\r", "").split(between)
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def _shown(interview_id: str, **more: object) -> str:
    told = told_so_far(service(), user_id(), interview_id)
    document = briefs.document(service(), user_id(), interview_id)
    others = wants_of_others(service(), user_id(), interview_id)
    seen = about_screen(interview_id, told, document, others)
    return render_template("about.html", **{"seen": seen, "prompts": PROMPTS, "answers": {}} | more)


def _to(interview_id: str, anchor: str) -> Response:
    return redirect(url_for("told.shown", interview_id=interview_id, _anchor=anchor), 303)
