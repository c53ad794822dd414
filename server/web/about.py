"""What can be told besides who and what for, all optional. One form for all of it: whatever is pressed, nothing that was typed is lost."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from flask import Blueprint, redirect, render_template, request, url_for
from pydantic import ValidationError
from werkzeug.wrappers import Response

from server.actions.about import AboutTalk, AboutYou, assume, tell_of_talk, tell_of_you, told_so_far
from server.actions.wants import WantChange, add_want, change_want, remove_want, wants_of_others
from server.at_need import at_need
from server.errors import InputError
from server.model import GoalKind, Interview
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
Told = TypeVar("Told", AboutTalk, AboutYou)

LONGEST_ANSWER = 500  # characters of one of the five answers
BOXES = {"name": "Their name", "aliases": "Other names", "minutes": "Minutes", "assumptions": "What you believe"}


@about.get("/interviews/<interview_id>/about")
def shown(interview_id: str) -> str:
    """All that is told so far, as boxes."""
    return _shown(interview_id)


@about.post("/interviews/<interview_id>/about")
def keep(interview_id: str) -> Response | str | tuple[str, int]:
    """Keep all that stands in the form, then do what the button says. What will not do stays as it was, and is said."""
    press, _, of = request.form.get("press", "keep").partition(":")
    if press not in PRESSED:
        raise InputError("That cannot be done here.", where="press", hint="Load the page again.")
    told = told_so_far(service(), user_id(), interview_id)
    _keep_you(interview_id, told)
    wrong = [*_keep_talk(interview_id, told), *_keep_wants(interview_id, told, "" if press != "remove" else of)]
    answers = {prompt.name: request.form.get(prompt.name, "")[:LONGEST_ANSWER] for prompt in PROMPTS}
    if press == "say":
        assume(service(), user_id(), interview_id, " ".join(answers["believe"].split()))
        return _shown(interview_id, draft=say(answers), answers=answers)
    place = PRESSED[press](interview_id, of)
    if wrong:
        return _shown(interview_id, wrong=" ".join(wrong), when=_when(), answers=answers), 422
    if place and not any(answers.values()):
        return redirect(url_for("told.shown", interview_id=interview_id, _anchor=place), 303)
    return _shown(interview_id, kept=True, answers=answers)


def _keep_you(interview_id: str, told: Interview) -> None:
    if "background" not in request.form:
        return
    given: dict[str, Any] = {name: request.form.get(name, "").strip() for name in ("background", "plan")}
    given |= {name: _listed(name, "\n") for name in ("assumptions", "show")}
    kept, _ = _mended(AboutYou, given, {name: getattr(told.seeker, name) for name in given})
    tell_of_you(service(), user_id(), interview_id, kept)


def _keep_talk(interview_id: str, told: Interview) -> list[str]:
    """Keep who, when, how long, how and through whom; returns what is wrong with it."""
    if "name" not in request.form:
        return []
    who, meeting, wrong = told.interviewee, told.meeting, list[str]()
    before: dict[str, Any] = {"name": who.name, "headline": who.headline, "aliases": who.aliases}
    before |= {"referrer": told.referrer, "start": meeting.start, "minutes": meeting.minutes, "format": meeting.format}
    given = before | {name: request.form.get(name, "").strip() for name in ("name", "headline", "format", "referrer")}
    given |= {"aliases": _listed("aliases", ","), "minutes": request.form.get("minutes") or 30}
    try:
        given["start"] = parsed(_when())
    except InputError as error:
        wrong = [f"{error.what} {error.hint}"]
    kept, more = _mended(AboutTalk, given, before)
    tell_of_talk(service(), user_id(), interview_id, kept)
    return wrong + more


def _mended(model: type[Told], given: Mapping[str, Any], before: Mapping[str, Any]) -> tuple[Told, list[str]]:
    """What was given, and as it was before where it will not do; and what is wrong there, in words."""
    try:
        return model(**given), []
    except ValidationError as error:
        bad = {str(one["loc"][0]): in_words(one) for one in error.errors(include_url=False)}
        kept = model(**{name: before[name] if name in bad else value for name, value in given.items()})
        return kept, [f"{BOXES.get(name, name.capitalize())} {says}." for name, says in bad.items()]


def _keep_wants(interview_id: str, told: Interview, but: str) -> Iterator[str]:
    """Keep the boxes of the wants, and one more; yields what is wrong with them. but: the want that is taken away anyway."""
    for number, goal in enumerate(sorted(told.seeker.goals, key=lambda one: one.priority), 1):
        if goal.id == but or f"want-{goal.id}" not in request.form:
            continue
        change = _asked_for(goal.id)
        if change:
            change_want(service(), user_id(), interview_id, goal.id, change)
        else:
            yield f"Want {number} has no words, or too many: it stays as it was. “Remove” takes it away."
    more = request.form.get("want", "").strip()
    if more and request.form.get("press") != "say":
        add_want(service(), user_id(), interview_id, more)


def _asked_for(goal_id: str) -> WantChange | None:
    kind, hints = request.form.get(f"kind-{goal_id}", ""), request.form.getlist(f"hint-{goal_id}[]")
    try:
        return WantChange(
            text=request.form[f"want-{goal_id}"],
            kind=GoalKind(kind) if kind else None,
            guess=not kind,
            hints=tuple(hints),
        )
    except ValueError:  # of pydantic, too
        return None


def _moved(interview_id: str, goal_id: str, change: WantChange) -> str:
    change_want(service(), user_id(), interview_id, goal_id, change)
    return f"want-{goal_id}"


def _removed(interview_id: str, goal_id: str) -> str:
    remove_want(service(), user_id(), interview_id, goal_id)
    return "wants"


def _one_more(interview_id: str, text: str) -> str:
    """text: a want of other people; without it the one that was typed, which is kept already."""
    wanted = text or request.form.get("want", "").strip()
    return f"want-{add_want(service(), user_id(), interview_id, wanted).id}" if wanted else ""


PRESSED: dict[str, Callable[[str, str], str]] = {  # what each button does, and where it leads
    "keep": lambda *_: "",
    "want": lambda _, of: f"want-{of}",
    "up": lambda here, of: _moved(here, of, WantChange(move="up")),
    "down": lambda here, of: _moved(here, of, WantChange(move="down")),
    "remove": _removed,
    "more": _one_more,
    "say": lambda *_: "",
}


def _when() -> When:
    return When(*(request.form.get(name, "").strip() for name in ("day", "time", "zone")))


def _listed(name: str, between: str) -> tuple[str, ...]:
    parts = request.form.get(name, "").replace("\r", "").split(between)
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def _shown(interview_id: str, **more: object) -> str:
    told = told_so_far(service(), user_id(), interview_id)
    document = briefs.document(service(), user_id(), interview_id)
    others = wants_of_others(service(), user_id(), interview_id)
    seen = about_screen(interview_id, told, document, others)
    return render_template("about.html", **{"seen": seen, "prompts": PROMPTS, "answers": {}} | more)
