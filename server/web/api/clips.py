"""Pages that come in, and what became of them."""

from dataclasses import asdict
from datetime import datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Response, make_response
from pydantic import BaseModel

from server.actions.adding import Link, add_link
from server.actions.clips import (
    ClipChange,
    ClipIn,
    ClipLine,
    Reference,
    add_clip,
    amend_clip,
    clip_line,
    clip_lines,
    undo_clip,
)
from server.actions.saved import saved
from server.at_need import at_need
from server.model import ClipStatus, Verdict
from server.model.base import Frozen
from server.model.words import Text
from server.store.clips import ClipState, StoredClip
from server.web.api.shared import Ident, InterviewPath, answer, part
from server.web.current import service, tell, user_id

if TYPE_CHECKING:
    from server.actions import gains
else:
    gains = at_need("server.actions.gains")

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


class ClipTold(ClipListed):
    """One clip, with what it brings: null while it is not read, if it cannot be read, and if it belongs to no interview.

    quotes: passages about the person; adds: those of them that no other page has; mentions: whether it names them.
    """

    interview_id: str | None
    quotes: int | None = None
    adds: int | None = None
    mentions: bool | None = None


class ClipList(Frozen):
    """The clips of an interview, in the order in which they came."""

    clips: tuple[ClipListed, ...]


class LinkIn(Frozen):
    """A link to read later, and for whom."""

    interview_id: Reference
    url: Text
    note: Text = ""


class SavedQuery(BaseModel):
    """since: the cursor of the answer before."""

    since: str = ""


class SavedShown(Frozen):
    """A clip by its address: the first 16 hex characters of SHA-256 over the salt and the normalised URL."""

    hash: str
    interview_id: str | None
    clip_id: str
    clipped_at: datetime


class SavedList(Frozen):
    """whole: pages stand in the place of all that was told before; else nothing has changed. gone is for later versions."""

    cursor: str
    salt: str
    whole: bool
    pages: tuple[SavedShown, ...]
    gone: tuple[str, ...] = ()


@api.post("/clips", responses={200: ClipAnswer, 201: ClipAnswer})
def post_clip(body: ClipIn) -> Response:
    """Keep a page. Answered when it is on the disk; it is read after that.

    201 for a new clip, 200 if the same key came with the same content before, 409 if it came with other content.
    """
    clip, new = add_clip(service(), user_id(), body)
    tell()
    return answer(ClipAnswer.of(clip), HTTPStatus.CREATED if new else HTTPStatus.OK)


@api.get("/clips/<clip_id>", responses={200: ClipTold})
def get_clip(path: ClipPath) -> Response:
    """One clip: what became of it and, once it is read, what it brings to its interview."""
    line = clip_line(service(), user_id(), path.clip_id)
    gain = gains.gain(service(), user_id(), path.clip_id)
    told = ClipListed.of(line).model_dump() | (asdict(gain) if gain else {})
    return answer(ClipTold(interview_id=line.interview_id, **told))


@api.patch("/clips/<clip_id>", responses={200: ClipAnswer})
def patch_clip(path: ClipPath, body: ClipChange) -> Response:
    """Change a clip's note, interview or verdict; what is left out stays, null takes away."""
    return answer(ClipAnswer.of(amend_clip(service(), user_id(), path.clip_id, body)))


@api.delete("/clips/<clip_id>", responses={204: None})
def delete_clip(path: ClipPath) -> Response:
    """Undo a clip: its page goes with it."""
    undo_clip(service(), user_id(), path.clip_id)
    return make_response("", HTTPStatus.NO_CONTENT)


@api.post("/links", responses={200: ClipAnswer, 201: ClipAnswer})
def post_link(body: LinkIn) -> Response:
    """Keep a link whose page is fetched later. 200 if the interview has that page already: it stays as it is."""
    link = Link(body.url, note=body.note)
    clip, new = add_link(service(), user_id(), body.interview_id, link)
    tell()
    return answer(ClipAnswer.of(clip), HTTPStatus.CREATED if new else HTTPStatus.OK)


@api.get("/saved", responses={200: SavedList})
def get_saved(query: SavedQuery) -> Response:
    """What was clipped already, by hashes: the whole list, or nothing if it is as it was when `since` was told."""
    found = saved(service(), user_id())
    whole = query.since != found.cursor
    pages = tuple(SavedShown(**asdict(page)) for page in found.pages) if whole else ()
    return answer(SavedList(cursor=found.cursor, salt=found.salt, whole=whole, pages=pages))


@api.get("/interviews/<interview_id>/clips", responses={200: ClipList})
def get_clips(path: InterviewPath) -> Response:
    """The clips of an interview, with what became of each and why."""
    lines = clip_lines(service(), user_id(), path.interview_id)
    return answer(ClipList(clips=tuple(ClipListed.of(line) for line in lines)))
