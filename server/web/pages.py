"""What people see: ordinary pages and forms, which need no script."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from server.actions.clips import clip_lines
from server.actions.heard import heard as heard_so_far
from server.actions.interviews import InterviewIn, add_interview, get_interview, list_interviews
from server.actions.owed import owed
from server.at_need import at_need
from server.model import Goal, Interviewee
from server.pipeline.evidence.links import text_fragment
from server.pipeline.goals.said import PROMPTS, say
from server.web.current import parts, service, user_id
from server.web.door import MAX_BACK
from server.web.listing import bring
from server.web.rooms import ways
from server.web.screens.loose import Brought, loose
from server.web.screens.owed import NEXT_STEPS, owed_block
from server.web.screens.page import page_screen
from server.web.screens.people import people
from server.web.screens.source import Source
from server.web.tonight import answer, show

if TYPE_CHECKING:
    from server.actions import briefs
else:
    briefs = at_need("server.actions.briefs")

pages = Blueprint("pages", __name__)

LONGEST_NAME, LONGEST_WANT, LONGEST_QUESTION, LONGEST_ANSWER = 200, 2_000, 500, 500  # characters; as the forms say
NO_ANSWERS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Begin:
    """The boxes an interview begins with, as they were sent, and what is wrong with them. draft: they are not done yet."""

    name: str = ""
    want: str = ""
    links: str = ""
    draft: bool = False

    @property
    def name_wrong(self) -> str:
        """What to do about the name; empty if it will do."""
        return "" if self.draft else _wrong(self.name, LONGEST_NAME, "Who is it?")

    @property
    def want_wrong(self) -> str:
        """What to do about the want; empty if it will do."""
        return "" if self.draft else _wrong(self.want, LONGEST_WANT, "Say in a sentence what you want from them.")


@pages.get("/")
def interviews() -> str:
    """All interviews, and the boxes to begin one."""
    parts().expect()
    return _list()


@pages.post("/interviews")
def begin() -> tuple[str, int] | Response:
    """A new interview, with the pages that came along; the same page again, with what was typed, if something is wrong with it."""
    given = Begin(request.form.get("name", "").strip(), request.form.get("want", "").strip(), _links())
    if given.name_wrong or given.want_wrong:
        return _list(given), 422
    made = add_interview(
        service(),
        user_id(),
        InterviewIn(interviewee=Interviewee(name=given.name), goals=(Goal(id="g1", text=given.want),)),
    )
    return bring(made.id) or redirect(url_for("pages.brief", interview_id=made.id), 303)


@pages.post("/interviews/say")
def say_it() -> str:
    """The two boxes again, the want put together from five answers, for them to look at before it is kept."""
    answers = {prompt.name: request.form.get(prompt.name, "")[:LONGEST_ANSWER] for prompt in PROMPTS}
    want = say(answers) or request.form.get("want", "").strip()
    return _list(Begin(request.form.get("name", "").strip(), want, _links(), draft=True), answers)


@pages.get("/interviews/<interview_id>")
def brief(interview_id: str) -> str:
    """Tonight: what to know and to ask, and that it is enough."""
    return show(interview_id, moved=request.args.get("moved", ""))


@pages.post("/interviews/<interview_id>/ask")
def ask(interview_id: str) -> str | Response:
    """The brief with an answer to a typed question. A form that posts, so that the question stands in no address."""
    question = " ".join(request.form.get("question", "").split())[:LONGEST_QUESTION]
    if not question:
        return redirect(url_for("pages.brief", interview_id=interview_id, _anchor="questions"), 303)
    return answer(interview_id, question)


@pages.get("/clips/<clip_id>")
def clip(clip_id: str) -> str:
    """The text of a page, with the quote of ?quote= marked."""
    quote = request.args.get("quote")
    text = briefs.page_text(service(), user_id(), clip_id, quote)
    name = get_interview(service(), user_id(), text.interview_id).facts.interviewee.name
    return render_template("page.html", seen=page_screen(text, name), lost=bool(quote and not text.marked))


pages.app_template_global()(ways)


@pages.app_template_global()
def room_url(endpoint: str, interview_id: str) -> str:
    """The address of a screen of an interview; of its main one as long as there is no such screen."""
    known = endpoint if endpoint in current_app.view_functions else "pages.brief"
    return url_for(known, interview_id=interview_id)


@pages.app_template_global()
def source_url(source: Source) -> str:
    """The address of a quote on our own view of its page; of a quote that the document does not list, by its words."""
    if source.quote:
        return url_for("pages.clip", clip_id=source.clip_id, quote=source.quote, _anchor="marked")
    return text_fragment(url_for("pages.clip", clip_id=source.clip_id, _external=True), source.exact)


def listed_with(brought: Brought) -> str:
    """All interviews, and how it went with a file that was brought back."""
    return _list(brought=brought)


def _list(given: Begin | None = None, answers: Mapping[str, str] = NO_ANSWERS, brought: Brought | None = None) -> str:
    shown = people(list_interviews(service(), user_id()), service().now())
    still = owed_block(owed(service(), user_id()), told=NEXT_STEPS)
    heard = any(one.answers for one in heard_so_far(service(), user_id()))
    return render_template(
        "interviews.html",
        people=shown,
        given=given,
        prompts=PROMPTS,
        answers=answers,
        owed=still,
        has_heard=heard,
        loose=loose(clip_lines(service(), user_id(), None)),
        brought=brought,
        most_back=MAX_BACK,
    )


def _links() -> str:
    return request.form.get("links", "").strip()


def _wrong(given: str, longest: int, missing: str) -> str:
    if not given:
        return missing
    return f"Please say it in {longest} characters." if len(given) > longest else ""
