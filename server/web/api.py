"""The API. Who may call what stands in `door.TABLE`; what can go wrong in `errors`."""

from http import HTTPStatus

from flask import Response, current_app, jsonify, make_response
from flask_openapi3.blueprint import APIBlueprint
from pydantic import BaseModel

from server.actions.briefs import document, lint_question
from server.actions.clips import ClipChange, ClipIn, add_clip, amend_clip, clip_lines, undo_clip
from server.actions.interviews import (
    InterviewChange,
    InterviewIn,
    add_interview,
    change_interview,
    get_interview,
    get_seeker,
    list_interviews,
    put_seeker,
)
from server.model import Document, Seeker
from server.pipeline.export.document import to_json
from server.pipeline.questions.check import Checked
from server.store.clips import StoredClip
from server.web.current import service, tell, user_id
from server.web.shapes import (
    CardList,
    CardShown,
    ClipAnswer,
    ClipList,
    ClipListed,
    ClipPath,
    ErrorAnswer,
    InterviewAnswer,
    InterviewBrief,
    InterviewList,
    InterviewPath,
    LintIn,
    Ping,
)

PROTOCOL = 1
WRONG = (400, 401, 403, 404, 409, 413, 415, 422, 503)
api = APIBlueprint(
    "api",
    __name__,
    url_prefix="/api/v1",
    abp_responses={str(status): ErrorAnswer for status in WRONG},
    abp_security=[{"token": []}],
)


@api.get("/ping", responses={200: Ping}, security=[])
def ping() -> Response:
    """The number of the protocol. The only thing said to a caller without a token."""
    return _json(Ping(protocol=PROTOCOL))


@api.get("/openapi.json", doc_ui=False)
def description() -> Response:
    """All of it, described in OpenAPI 3.1."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001  what the proxy stands for
    return jsonify(app.api_doc)


@api.post("/clips", responses={200: ClipAnswer, 201: ClipAnswer})
def post_clip(body: ClipIn) -> Response:
    """Keep a page. Answered when it is on the disk; it is read after that.

    201 for a new clip, 200 if the same key came with the same content before, 409 if it came with other content.
    """
    clip, new = add_clip(service(), user_id(), body)
    tell()
    return _json(_clip_answer(clip), HTTPStatus.CREATED if new else HTTPStatus.OK)


@api.patch("/clips/<clip_id>", responses={200: ClipAnswer})
def patch_clip(path: ClipPath, body: ClipChange) -> Response:
    """Change a clip's note, interview or verdict; what is left out stays, null takes away."""
    return _json(_clip_answer(amend_clip(service(), user_id(), path.clip_id, body)))


@api.delete("/clips/<clip_id>", responses={204: None})
def delete_clip(path: ClipPath) -> Response:
    """Undo a clip: its page goes with it."""
    undo_clip(service(), user_id(), path.clip_id)
    return make_response("", HTTPStatus.NO_CONTENT)


@api.get("/interviews", responses={200: InterviewList})
def get_interviews() -> Response:
    """All interviews, oldest first."""
    lines = list_interviews(service(), user_id())
    return _json(InterviewList(interviews=tuple(InterviewBrief.of(line) for line in lines)))


@api.post("/interviews", responses={201: InterviewAnswer})
def post_interview(body: InterviewIn) -> Response:
    """A new interview."""
    return _json(InterviewAnswer.of(add_interview(service(), user_id(), body)), HTTPStatus.CREATED)


@api.get("/interviews/<interview_id>", responses={200: InterviewAnswer})
def get_one_interview(path: InterviewPath) -> Response:
    """One interview, without its clips."""
    return _json(InterviewAnswer.of(get_interview(service(), user_id(), path.interview_id)))


@api.patch("/interviews/<interview_id>", responses={200: InterviewAnswer})
def patch_interview(path: InterviewPath, body: InterviewChange) -> Response:
    """Change an interview; what is left out stays."""
    return _json(InterviewAnswer.of(change_interview(service(), user_id(), path.interview_id, body)))


@api.get("/interviews/<interview_id>/clips", responses={200: ClipList})
def get_clips(path: InterviewPath) -> Response:
    """The clips of an interview, with what became of each and why."""
    lines = clip_lines(service(), user_id(), path.interview_id)
    return _json(ClipList(clips=tuple(ClipListed.of(line) for line in lines)))


@api.get("/interviews/<interview_id>/export", responses={200: Document})
def get_export(path: InterviewPath) -> Response:
    """The whole document of an interview, `groundwork.brief/1`."""
    made = document(service(), user_id(), path.interview_id)
    return Response(to_json(made), mimetype="application/json")


@api.get("/interviews/<interview_id>/cards", responses={200: CardList})
def get_cards(path: InterviewPath) -> Response:
    """The passages worth asking about, best first."""
    made = document(service(), user_id(), path.interview_id)
    passages = {one.id: one for one in made.evidence}
    return _json(CardList(cards=tuple(CardShown(card=c, evidence=passages[c.evidence]) for c in made.cards)))


@api.post("/lint", responses={200: Checked})
def post_lint(body: LintIn) -> Response:
    """What is to be said of a question as it stands, and the three passages it hangs on."""
    return _json(lint_question(service(), user_id(), body.interview_id, body.question))


@api.get("/seeker", responses={200: Seeker})
def get_own() -> Response:
    """What the user told about themselves."""
    return _json(get_seeker(service(), user_id()))


@api.put("/seeker", responses={200: Seeker})
def put_own(body: Seeker) -> Response:
    """Keep what the user tells about themselves, in the place of what they told before."""
    return _json(put_seeker(service(), user_id(), body))


def _clip_answer(clip: StoredClip) -> ClipAnswer:
    return ClipAnswer(id=clip.id, status=clip.state)


def _json(model: BaseModel, status: HTTPStatus = HTTPStatus.OK) -> Response:
    return Response(model.model_dump_json(by_alias=True), status, mimetype="application/json")
