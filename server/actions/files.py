"""Files from the person's own disk as pages of an interview: each is kept or refused by itself."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

from server.actions.service import Service
from server.errors import InputError
from server.model import Clip
from server.pipeline.clip.page import page_of
from server.pipeline.clip.saved_from import saved_from
from server.pipeline.clip.urls import normalise
from server.store import clips, interviews
from server.store.clips import NewClip, StoredClip

LONGEST_NAME = 120  # characters


@dataclass(frozen=True, slots=True)
class File:
    """A file as it was given: its name, and what is in it."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that is no page: its name, what is wrong with it and what to do."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Given:
    """What became of some files. known: names of files that the interview has already."""

    kept: tuple[StoredClip, ...]
    known: tuple[str, ...]
    refused: tuple[Refused, ...]


def add_files(service: Service, user_id: str, interview_id: str, files: Sequence[File]) -> Given:
    """Keep each file that is a web page, a PDF or a plain text; a bad one costs only itself. They are read in the background.

    A page that says where it was saved from has that address. Raises NotFoundError for an interview that is not theirs.
    """
    with service.store.view() as tx:
        interviews.get(tx, user_id, interview_id)
    kept, known, refused = list[StoredClip](), list[str](), list[Refused]()
    for file in files:
        name = _plain_name(file.name)
        try:
            added = _keep(service, user_id, interview_id, File(name, file.content))
        except InputError as error:
            refused.append(Refused(name, f"{error.what} {error.hint}".strip()))
            continue
        if added:
            kept.append(added)
        else:
            known.append(name)
    return Given(tuple(kept), tuple(known), tuple(refused))


def _keep(service: Service, user_id: str, interview_id: str, file: File) -> StoredClip | None:
    """The clip; None if the interview has these very bytes already. Raises InputError for what is no page."""
    now = service.now()
    clip = Clip(id=f"c{secrets.token_hex(8)}", file=file.name, clipped_at=now)
    url = saved_from(page_of(clip, file.content)[0].html)
    new = NewClip(
        clip=clip.model_copy(update={"url": url}),
        key=f"file-{clip.id}",
        normal_url=normalise(url),
        interview_id=interview_id,
        raw=file.content,
    )
    sha256 = hashlib.sha256(file.content).hexdigest()
    with service.store.transaction() as tx:
        if any(one.raw_sha256 == sha256 for one in clips.of_interview(tx, user_id, interview_id)):
            return None
        return clips.add(tx, user_id, new, now).clip


def _plain_name(name: str) -> str:
    """The name alone, whatever folder a browser told with it; shortened before its ending."""
    last = PureWindowsPath(PurePosixPath(name).name).name.replace("\0", "")
    told = "".join(char for char in last if not "\ud800" <= char <= "\udfff").strip() or "file"
    stem, ending = PurePosixPath(told).stem, PurePosixPath(told).suffix[:10]
    return told if len(told) <= LONGEST_NAME else f"{stem[: LONGEST_NAME - len(ending)]}{ending}"
