"""Pages that come in, and what became of them."""

from datetime import datetime
from http import HTTPStatus

from flask import Response, make_response
from pydantic import BaseModel

from server.actions.clips import ClipChange, ClipIn, ClipLine, add_clip, amend_clip, clip_lines, undo_clip
from server.model import ClipStatus, Verdict
from server.model.base import Frozen
from server.store.clips import ClipState, StoredClip
from server.web.api.shared import Ident, InterviewPath, answer, part
from server.web.current import service, tell, user_id

api = part("clips")


class ClipPath(BaseModel):
    """A clip in an address."""

    clip_id: Ident


class ClipAnswer(Frozen):
    """The id of a clip, and how far its reading has come; what became of it is told in the list of clips."""

    id: str
    status: ClipState

    @classmethod
    def of(cls, stored: StoredClip) -> "ClipAnswer":
        """From the stored clip."""
        return cls(id=stored.id, status=stored.state)


class ClipListed(Frozen):
    """One clip in a list, with what became of it and why."""

    id: str
    title: str
    url: str
    note: str
    status: ClipStatus
    reason: str
    verdict: Verdict | None
    clipped_at: datetime | None

    @classmethod
    def of(cls, line: ClipLine) -> "ClipListed":
        """From the action's line."""
        return cls(**{name: getattr(line, name) for name in cls.model_fields})


class ClipList(Frozen):
    """The clips of an interview, in the order in which they came."""

    clips: tuple[ClipListed, ...]


@api.post("/clips", responses={200: ClipAnswer, 201: ClipAnswer})
def post_clip(body: ClipIn) -> Response:
    """Keep a page. Answered when it is on the disk; it is read after that.

    201 for a new clip, 200 if the same key came with the same content before, 409 if it came with other content.
    """
    clip, new = add_clip(service(), user_id(), body)
    tell()
    return answer(ClipAnswer.of(clip), HTTPStatus.CREATED if new else HTTPStatus.OK)


@api.patch("/clips/<clip_id>", responses={200: ClipAnswer})
def patch_clip(path: ClipPath, body: ClipChange) -> Response:
    """Change a clip's note, interview or verdict; what is left out stays, null takes away."""
    return answer(ClipAnswer.of(amend_clip(service(), user_id(), path.clip_id, body)))


@api.delete("/clips/<clip_id>", responses={204: None})
def delete_clip(path: ClipPath) -> Response:
    """Undo a clip: its page goes with it."""
    undo_clip(service(), user_id(), path.clip_id)
    return make_response("", HTTPStatus.NO_CONTENT)


@api.get("/interviews/<interview_id>/clips", responses={200: ClipList})
def get_clips(path: InterviewPath) -> Response:
    """The clips of an interview, with what became of each and why."""
    lines = clip_lines(service(), user_id(), path.interview_id)
    return answer(ClipList(clips=tuple(ClipListed.of(line) for line in lines)))
