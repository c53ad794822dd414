"""Pages that come in: each is on the disk before it is acknowledged, and there once however often it was sent."""

import base64
import binascii
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

from pydantic import StringConstraints, field_validator, model_validator

from server.actions.service import Service
from server.actions.waiting import WAITING
from server.at_need import at_need
from server.errors import InputError
from server.model import Clip, ClipStatus, Verdict
from server.model.base import Frozen
from server.model.words import Moment, Text
from server.pipeline.clip.interview import WEB
from server.pipeline.clip.page import MAX_BYTES
from server.pipeline.clip.urls import normalise
from server.store import clips, interviews, pages
from server.store.clips import ClipState, NewClip, StoredClip

if TYPE_CHECKING:
    from server.actions import briefs
else:
    briefs = at_need("server.actions.briefs")

Key = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Reference = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Raw = Annotated[str, StringConstraints(max_length=MAX_BYTES)]


class ClipIn(Frozen):
    """A clip as it is sent. key: the sender's own name for this press of the button; sent again, it is the same clip.

    The page comes as html or pdf_base64, never both; with neither, url is a link to be fetched later.
    """

    key: Key
    interview_id: Reference | None = None
    url: Text = ""
    title: Text = ""
    html: Raw | None = None
    pdf_base64: Raw | None = None
    selection: Text = ""
    note: Text = ""
    clipped_at: Moment | None = None
    language: Text = ""

    @field_validator("url")
    @classmethod
    def _of_the_web(cls, url: str) -> str:
        if url and not WEB.match(url):
            raise ValueError("must start with http:// or https://")
        return url

    @model_validator(mode="after")
    def _one_page(self) -> "ClipIn":
        if self.html is not None and self.pdf_base64 is not None:
            raise ValueError("html and pdf_base64 are two pages; a clip is one")
        if self.html is None and self.pdf_base64 is None and not self.url:
            raise ValueError("a clip needs html, pdf_base64 or the url of a page")
        return self


class ClipChange(Frozen):
    """What changes about a clip. A field that is left out stays; interview_id and verdict can be taken away with null."""

    note: Text | None = None
    interview_id: Reference | None = None
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class ClipLine:
    """One clip in a list, with what became of it and why, in words.

    next_try: when a link that did not come is fetched again, in a sentence. retry: it can be tried now. stored: its page came.
    """

    id: str
    interview_id: str | None
    title: str
    url: str
    note: str
    status: ClipStatus
    reason: str
    verdict: Verdict | None
    clipped_at: datetime | None
    next_try: str = ""
    retry: bool = False
    stored: bool = False


def add_clip(service: Service, user_id: str, given: ClipIn) -> tuple[StoredClip, bool]:
    """Keep a clip, and whether it is new. When this returns, its page is on the disk; it is read later (`reading`).

    Raises ConflictError for a known key with other content, NotFoundError for an interview that is not theirs, InputError
    for a PDF that is not base64.
    """
    new = NewClip(
        clip=Clip(
            id=f"c{secrets.token_hex(8)}",
            url=given.url,
            title=given.title,
            clipped_at=given.clipped_at,
            selection=given.selection,
            note=given.note,
            language=given.language,
        ),
        key=given.key,
        normal_url=normalise(given.url),
        interview_id=given.interview_id,
        raw=_raw(given),
    )
    with service.store.transaction() as tx:
        added = clips.add(tx, user_id, new, service.now())
    return added.clip, added.new


def get_clip(service: Service, user_id: str, clip_id: str) -> StoredClip:
    """The clip. Raises NotFoundError."""
    with service.store.view() as tx:
        return clips.get(tx, user_id, clip_id)


def amend_clip(service: Service, user_id: str, clip_id: str, change: ClipChange) -> StoredClip:
    """Write a note, a verdict or another interview over what was there. Raises NotFoundError.

    A verdict was about the person of its interview, so a clip that moves loses it unless the change brings a new one.
    """
    told = change.model_fields_set
    with service.store.transaction() as tx:
        if "note" in told:
            clips.set_note(tx, user_id, clip_id, change.note or "")
        if "interview_id" in told:
            clips.move(tx, user_id, clip_id, change.interview_id)
        if "verdict" in told:
            clips.set_verdict(tx, user_id, clip_id, change.verdict)
        return clips.get(tx, user_id, clip_id)


def read_again(service: Service, user_id: str, clip_id: str) -> StoredClip:
    """Have a stored page read once more; what was found serves until then. Raises NotFoundError.

    Raises InputError where nothing is stored of it: a link still to be fetched, or a page past its time.
    """
    with service.store.transaction() as tx:
        clip = clips.get(tx, user_id, clip_id)
        if not (clip.raw_sha256 and pages.has(tx, user_id, clip.raw_sha256)):
            raise InputError("This page is not stored any more.", where=f"clip {clip_id}", hint="Clip it again.")
        return clips.mark(tx, user_id, clip_id, ClipState.READING)


def undo_clip(service: Service, user_id: str, clip_id: str) -> StoredClip:
    """Take a clip back, with its page and what was read off it. Raises NotFoundError."""
    with service.store.transaction() as tx:
        return clips.remove(tx, user_id, clip_id)


def clip_lines(service: Service, user_id: str, interview_id: str | None) -> tuple[ClipLine, ...]:
    """The clips of an interview, or with None those of no interview, in the order in which they came. Raises NotFoundError."""
    with service.store.view() as tx:
        if interview_id is not None:
            interviews.get(tx, user_id, interview_id)
        found = clips.of_interview(tx, user_id, interview_id)
    views = briefs.document(service, user_id, interview_id).clips if interview_id is not None else ()
    told = {view.id: (view.status, view.reason) for view in views}
    now = service.now()
    return tuple(_line(one, *told.get(one.id, _by_state(one)), now) for one in found)


def clip_line(service: Service, user_id: str, clip_id: str) -> ClipLine:
    """One clip, as in the list; cheap as long as it is not read. Raises NotFoundError."""
    one = get_clip(service, user_id, clip_id)
    read = one.interview_id is not None and one.state is ClipState.READ
    listed = clip_lines(service, user_id, one.interview_id) if read else ()
    return next((line for line in listed if line.id == clip_id), _line(one, *_by_state(one), service.now()))


def _raw(given: ClipIn) -> bytes | None:
    if given.html is not None:
        return given.html.encode("utf-8", "replace")
    if given.pdf_base64 is None:
        return None
    try:
        return base64.b64decode(given.pdf_base64, validate=True)
    except (binascii.Error, ValueError) as error:
        raise InputError("The PDF is not base64.", where="pdf_base64", hint="Send its bytes as base64.") from error


def _by_state(one: StoredClip) -> tuple[ClipStatus, str]:
    if one.state is ClipState.READ:
        return ClipStatus.UNSURE, "This page belongs to no interview yet."
    return ClipStatus(one.state.value), one.reason or WAITING.get(one.state, "")


def _line(one: StoredClip, status: ClipStatus, reason: str, now: datetime) -> ClipLine:
    clip = one.clip
    failed = one.state is ClipState.TO_READ and one.attempts > 0
    return ClipLine(
        id=clip.id,
        interview_id=one.interview_id,
        title=clip.title or clip.url or clip.file,
        url=clip.url,
        note=clip.note,
        status=status,
        reason=reason,
        verdict=one.verdict,
        clipped_at=clip.clipped_at,
        next_try=_next_try(one.retry_at, now) if failed else "",
        retry=failed or (one.state is ClipState.UNREADABLE and one.raw_sha256 is None),
        stored=one.raw_sha256 is not None,
    )


def _next_try(when: datetime | None, now: datetime) -> str:
    minutes = round((when - now).total_seconds() / 60) if when else 0
    if minutes < 1:
        return "The next try is due."
    return f"Next try in {minutes} minute{'' if minutes == 1 else 's'}."
