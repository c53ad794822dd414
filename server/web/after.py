"""The screen after a talk. One form for all of it: whatever button is pressed, nothing that was typed is lost."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import count, takewhile
from typing import TYPE_CHECKING, Literal

from flask import Blueprint, redirect, render_template, request, url_for
from pydantic import ValidationError
from werkzeug.wrappers import Response

from server.actions import after as actions
from server.actions.after import AfterChange, Fate, NotedSentence, PersonIn, PromiseChange, PromiseIn
from server.actions.chain import get_chain
from server.actions.interviews import get_interview, set_status
from server.actions.letters import Letter, is_over, letters_after
from server.at_need import at_need
from server.errors import InputError
from server.model.after import Heard, Line, NoteKind, Whose
from server.store.interviews import InterviewStatus
from server.web.current import service, user_id
from server.web.screens.after import Parts, after_screen

if TYPE_CHECKING:  # it makes documents
    from server.actions import talk as talks
else:
    talks = at_need("server.actions.talk")

after = Blueprint("after", __name__)

LINES = ("stuck", "will_do", "surprised", "about_me", "gained", "tried")
LONGEST, LONGEST_WANT, LONGEST_PROMISE, LONGEST_NAME = 4_000, 2_000, 400, 200  # characters; as the forms say
LONGEST_NUMBER = 5  # digits of how many sentences a note can have
FATES = {"sent": Fate.SENT, "not-sent": Fate.NOT_SENT, "none": Fate.NONE}


@after.get("/interviews/<interview_id>/after")
def shown(interview_id: str) -> str:
    """The two boxes, the notes, and what may wait."""
    stored = get_interview(service(), user_id(), interview_id)
    talk = talks.get_talk(service(), user_id(), interview_id)
    parts = Parts(
        stored=stored,
        after=actions.get_after(service(), user_id(), interview_id),
        talk=talk,
        letters=letters_after(service(), user_id(), interview_id),
        chain=get_chain(service(), user_id(), interview_id),
        over=is_over(stored.facts.meeting, talk.began_at, service()),
    )
    seen = after_screen(parts, service().now())
    return render_template("after.html", seen=seen, rest_open="rest" in request.args)


@after.post("/interviews/<interview_id>/after")
def keep(interview_id: str) -> Response:
    """Keep all that stands in the form, then do what the button says."""
    press, _, of = request.form.get("press", "keep").partition(":")
    if press not in PRESSED:
        raise InputError("That cannot be done here.", where="press", hint="Load the page again.")
    change = _lines()
    keep_letters(interview_id, letters_after(service(), user_id(), interview_id))
    actions.change_after(service(), user_id(), interview_id, change)
    _keep_new(interview_id)
    return _to(interview_id, PRESSED[press](interview_id, of))


@after.post("/interviews/<interview_id>/status")
def status(interview_id: str) -> Response:
    """Say how far it has come, and return to the screen where that is next."""
    given = request.form.get("status", "")
    if given not in set(InterviewStatus):
        raise InputError("An interview cannot be that.", where="status", hint="Load the page again.")
    set_status(service(), user_id(), interview_id, InterviewStatus(given))
    leads = {
        InterviewStatus.WISH: "before.shown",
        InterviewStatus.ASKED: "before.shown",
        InterviewStatus.BOOKED: "pages.brief",
    }
    return redirect(url_for(leads.get(InterviewStatus(given), "after.shown"), interview_id=interview_id), 303)


def keep_letters(interview_id: str, letters: dict[NoteKind, Letter]) -> None:
    """Keep the words of notes that were changed in their boxes; those that stand as we wrote them stay ours."""
    for kind, letter in letters.items():
        given = request.form.get(f"words-{kind}")
        if given is not None and _plain(given) != _plain(letter.draft.body):
            actions.keep_words(service(), user_id(), interview_id, kind, _checked(given))


def fate_of(interview_id: str, press: str, kind: str) -> str:
    """Say what became of a note; returns where it stands."""
    actions.note_fate(service(), user_id(), interview_id, _kind(kind), FATES[press])
    return f"note-{kind}"


def ours_again(interview_id: str, kind: str) -> str:
    """Our words of a note again; returns where it stands."""
    actions.keep_words(service(), user_id(), interview_id, _kind(kind), "")
    return f"note-{kind}"


def _lines() -> AfterChange:
    form = request.form
    lines = {name: _line(name) for name in LINES if name in form}
    heard = tuple(_heard())
    return AfterChange(**lines, heard=heard or None)


def _heard() -> Iterator[Heard]:
    """What stands in the boxes of the wants, each with the words of its want beside it."""
    form = request.form
    for at in takewhile(lambda at: f"want-{at}" in form, count()):
        want, text = _checked(form[f"want-{at}"], LONGEST_WANT), _checked(form.get(f"heard-{at}", ""))
        if want:
            yield Heard(want=want, text=text, off_record=f"heard-{at}-off" in form)


def _line(name: str) -> Line:
    return Line(text=_checked(request.form[name]), off_record=f"{name}_off" in request.form)


def _keep_new(interview_id: str) -> None:
    """A promise and a person, where their boxes were filled."""
    text, name, why = (request.form.get(box, "").strip() for box in ("promise", "person", "person_why"))
    if text:
        whose = Whose.THEIRS if request.form.get("whose") == Whose.THEIRS else Whose.MINE
        given = PromiseIn(
            whose=whose, text=_checked(text, LONGEST_PROMISE), due=_due(), off_record="promise_off" in request.form
        )
        actions.add_promise(service(), user_id(), interview_id, given)
    if why and not name:
        raise InputError("Who did they name?", where="person", hint="Go back and write the name: the rest is kept.")
    if name:
        person = PersonIn(name=_checked(name, LONGEST_NAME), why=_checked(why), off_record="person_off" in request.form)
        actions.name_person(service(), user_id(), interview_id, person)


def _due() -> date | None:
    given = request.form.get("due", "").strip()
    try:
        return date.fromisoformat(given) if given else None
    except ValueError as error:
        raise InputError("This is no day.", where="due", hint="Write it like 2026-12-04.") from error


def _kind(given: str) -> NoteKind:
    if given not in set(NoteKind):
        raise InputError("There is no such note.", where="press", hint="Load the page again.")
    return NoteKind(given)


def _checked(text: str, longest: int = LONGEST) -> str:
    if len(text) > longest:
        raise InputError(f"This is too long: “{text[:40]}…”", hint=f"Please say it in {longest} characters.")
    try:
        return Line(text=_plain(text)).text
    except ValidationError as error:
        raise InputError("This is no text.", hint="Write it without control characters.") from error


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\0", "").strip()


def _promise_done(interview_id: str, promise_id: str, *, done: bool) -> str:
    actions.change_promise(service(), user_id(), interview_id, promise_id, PromiseChange(done=done))
    return "promises"


def _promise_gone(interview_id: str, promise_id: str) -> str:
    actions.remove_promise(service(), user_id(), interview_id, promise_id)
    return "promises"


def _unnamed(interview_id: str, person_id: str) -> str:
    actions.unname_person(service(), user_id(), interview_id, person_id)
    return "people"


def _taken(interview_id: str, of: str, box: Literal["stuck", "will_do"]) -> str:
    at, _, question_id = of.partition(":")
    number = int(at) if at.isdecimal() and len(at) < LONGEST_NUMBER else LONGEST
    actions.take_note(service(), user_id(), interview_id, NotedSentence(question_id, number), box)
    return box


def _held(interview_id: str, _: str) -> str:
    set_status(service(), user_id(), interview_id, InterviewStatus.HELD)
    return ""


PRESSED: dict[str, Callable[[str, str], str]] = {  # what each button does, and where it leads
    "keep": lambda *_: "note-thanks",
    "rest": lambda *_: "rest",
    "promise": lambda *_: "promises",
    "person": lambda *_: "people",
    "later": lambda *_: "note-tried",
    "stuck": lambda here, of: _taken(here, of, "stuck"),
    "do": lambda here, of: _taken(here, of, "will_do"),
    "held": _held,
    "sent": lambda here, kind: fate_of(here, "sent", kind),
    "not-sent": lambda here, kind: fate_of(here, "not-sent", kind),
    "none": lambda here, kind: fate_of(here, "none", kind),
    "ours": ours_again,
    "done": lambda here, of: _promise_done(here, of, done=True),
    "not-done": lambda here, of: _promise_done(here, of, done=False),
    "no-promise": _promise_gone,
    "unname": _unnamed,
}
FOLDED = frozenset({"rest", "promises", "people"})


def _to(interview_id: str, place: str) -> Response:
    """Back to where the button stood; the folded part is open if that is in it."""
    rest = "1" if place in FOLDED else None
    return redirect(url_for("after.shown", interview_id=interview_id, _anchor=place or None, rest=rest), 303)
