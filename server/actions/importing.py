"""What was collected elsewhere comes in: a dossier folder as an interview, a bookmarks file as links to read later.

Each page or link is a transaction of its own, so an import that was broken off goes on where it was when it is run again.
"""

import hashlib
import secrets
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from server.actions.adding import Link, add_link
from server.actions.asked import bare, for_everyone
from server.actions.service import Service
from server.actions.unpacking import unpacked
from server.errors import ConflictError, InputError, Problem
from server.folder import dossier_of, page_bytes, read_dossier
from server.model import Clip, Interview, QuestionEdit, Seeker
from server.model.brought import Brought
from server.model.written import SHEETS
from server.pipeline.clip.bookmarks import Bookmark, bookmarks
from server.pipeline.clip.page import MAX_BYTES, bad
from server.pipeline.clip.urls import normalise
from server.store import clips, edits, everyone, interviews, seekers, sheets
from server.store.clips import Added, NewClip
from server.store.interviews import InterviewFacts
from server.store.tx import Tx

LONGEST_ID = 100  # characters

Progress = Callable[[int, int, str], None]  # done, total, what was done


@dataclass(frozen=True, slots=True)
class Imported:
    """added: pages or links that are new. known: those that were here already. problems: those that could not come, and why."""

    interview_id: str
    added: int
    known: int
    problems: tuple[Problem, ...] = ()


def import_zip(service: Service, user_id: str, path: Path, progress: Progress | None = None) -> Imported:
    """As import_folder, for a folder that comes as a zip file, which is known again by where it lies.

    Raises InputError, too, for one that is damaged, too large, or reaches out of itself.
    """
    with unpacked(path) as folder:
        return _import(service, user_id, folder, path.resolve(), progress)


def bring_back(service: Service, user_id: str, content: IO[bytes], name: str) -> Imported:
    """As import_zip, for a zip file that was sent: it is known again by what is in it. name: what it is called, for whoever sent it.

    Nothing of it is kept where it cannot be used.
    """
    with tempfile.TemporaryDirectory(prefix="groundwork-") as made:
        path = Path(made) / "sent.zip"
        with path.open("wb") as out:
            shutil.copyfileobj(content, out)
        with path.open("rb") as sent:
            digest = hashlib.file_digest(sent, "sha256").hexdigest()
        try:
            with unpacked(path) as folder:
                return _import(service, user_id, folder, Path(digest), None)
        except InputError as error:
            inside = error.where.rpartition(": ")[2] if ": " in error.where else ""  # not where it lay here
            raise InputError(error.what, where=f"{name}, {inside}" if inside else name, hint=error.hint) from error


def import_folder(service: Service, user_id: str, path: Path, progress: Progress | None = None) -> Imported:
    """The interview of a dossier folder, with its pages and verdicts; they are read in the background.

    A folder is known again by where it lies and whom it is about: imported a second time, what is new in it is added and
    nothing is there twice; what was changed here meanwhile stays. A clip whose id is taken gets another, a clip without a
    file is a link to read later. Raises InputError if the dossier.json cannot be used.
    """
    return _import(service, user_id, path, dossier_of(path).resolve(), progress)


def _import(service: Service, user_id: str, path: Path, known_as: Path, progress: Progress | None) -> Imported:
    given, warnings = read_dossier(path)
    folder, ident = dossier_of(path).resolve().parent, _interview_id(known_as, given)
    with service.store.transaction() as tx:
        if not _there(tx, user_id, ident):
            interviews.add(tx, user_id, ident, _facts(tx, user_id, given), service.now())
    added, problems, named = 0, list(warnings), dict[str, str]()
    for at, clip in enumerate(given.clips, start=1):
        try:
            kept = _keep(service, user_id, _new(ident, given, clip, folder))
            added, named[clip.id] = added + kept.new, kept.clip.id
        except InputError as error:
            problems.append(Problem(error.what, error.where, error.hint))
        if progress:
            progress(at, len(given.clips), clip.id)
    _keep_questions(service, user_id, ident, [_quoting(edit, named) for edit in given.edits])
    _keep_sheets(service, user_id, ident, given)
    failed = len(problems) - len(warnings)
    return Imported(ident, added, len(given.clips) - added - failed, tuple(problems))


def import_bookmarks(
    service: Service, user_id: str, interview_id: str, path: Path, progress: Progress | None = None
) -> Imported:
    """The links of a bookmarks file as links to read later; those the interview has already are left as they are.

    Raises InputError for a file that holds no bookmarks, NotFoundError for an interview that is not theirs.
    """
    with service.store.view() as tx:
        interviews.get(tx, user_id, interview_id)
    found = bookmarks(_text(path))
    added, problems = 0, []
    for at, one in enumerate(found.entries, start=1):
        try:
            added += _keep_link(service, user_id, interview_id, one)
        except InputError as error:
            problems.append(Problem(error.what, error.where, error.hint))
        if progress:
            progress(at, len(found.entries), one.url)
    known = len(found.entries) - added - len(problems)
    if found.others:
        problems.append(Problem(f"{found.others} entries lead to no web page.", str(path), warning=True))
    return Imported(interview_id, added, known, tuple(problems))


def _new(interview_id: str, given: Interview, clip: Clip, folder: Path) -> NewClip:
    """One clip of a folder, with its page. Raises InputError if there is neither page nor link."""
    if not clip.file and not clip.url:
        raise bad(clip, "The clip names neither a file nor an address.", "Give it one of the two.")
    return NewClip(
        clip=clip,
        key=f"{interview_id}/{_short(clip.id)}",
        normal_url=normalise(clip.url),
        interview_id=interview_id,
        verdict=given.verdicts.get(clip.id),
        raw=page_bytes(folder, clip) if clip.file else None,
    )


def _keep(service: Service, user_id: str, new: NewClip) -> Added:
    """Keep a clip of a folder, under an id that is free."""
    with service.store.transaction() as tx:
        named = new.clip.model_copy(update={"id": _free_id(tx, user_id, new.clip.id)})
        try:
            return clips.add(tx, user_id, replace(new, clip=named), service.now())
        except ConflictError as error:
            what, hint = (
                "It has changed since it was imported; what is here stays.",
                "To take the new one, clip its page.",
            )
            raise bad(new.clip, what, hint) from error


def _quoting(edit: QuestionEdit, named: Mapping[str, str]) -> QuestionEdit:
    """With its quotes on the clips as they are called here."""
    quotes = (one.model_copy(update={"clip_id": named.get(one.clip_id, one.clip_id)}) for one in edit.quotes)
    return edit.model_copy(update={"quotes": tuple(quotes)})


def _keep_questions(service: Service, user_id: str, interview_id: str, given: Sequence[QuestionEdit]) -> None:
    """Keep what was done to questions, but for those that something was done to here. Somebody else's ask nothing of everyone."""
    with service.store.transaction() as tx:
        known = {edit.question.id for edit in edits.of_interview(tx, user_id, interview_id)}
        is_users = interviews.get(tx, user_id, interview_id).facts.own_seeker is None
        for edit in given:
            if edit.question.id in known:
                continue
            edits.put(tx, user_id, interview_id, edit, service.now())
            if edit.everyone and is_users and for_everyone(edit):
                everyone.put(tx, user_id, bare(edit), service.now())


def _keep_sheets(service: Service, user_id: str, interview_id: str, given: Interview) -> None:
    """Keep what was written down, but for sheets that somebody wrote on here."""
    with service.store.transaction() as tx:
        for kind in SHEETS:
            told = given.sheets.get(kind.called)
            if told is not None and sheets.get(tx, user_id, interview_id, kind) == kind():
                sheets.put(tx, user_id, interview_id, kind.model_validate(told), service.now())
        if given.turn is not None and sheets.get(tx, user_id, interview_id, Brought).turn is None:
            sheets.put(tx, user_id, interview_id, Brought(turn=given.turn), service.now())


def _keep_link(service: Service, user_id: str, interview_id: str, one: Bookmark) -> bool:
    return add_link(service, user_id, interview_id, Link(one.url, one.title, one.added))[1]


def _interview_id(known_as: Path, given: Interview) -> str:
    return f"i{_short(f'{known_as} {given.interviewee.name}')}"


def _short(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _free_id(tx: Tx, user_id: str, wanted: str) -> str:
    """The id a clip has in its folder, unless another clip has it or it is longer than ids of ours."""
    if len(wanted) > LONGEST_ID or clips.is_known(tx, user_id, wanted):
        return f"c{secrets.token_hex(8)}"
    return wanted


def _there(tx: Tx, user_id: str, interview_id: str) -> bool:
    return any(one.id == interview_id for one in interviews.every(tx, user_id))


def _facts(tx: Tx, user_id: str, given: Interview) -> InterviewFacts:
    asks = given.seeker.model_copy(update={"goals": ()})
    is_user = asks in (Seeker(), seekers.get(tx, user_id))
    return InterviewFacts(
        interviewee=given.interviewee,
        referrer=given.referrer,
        meeting=given.meeting,
        goals=given.seeker.goals,
        status=given.status,
        own_seeker=None if is_user else asks,
        kept_aside=given.kept_aside,
    )


def _text(path: Path) -> str:
    where = str(path)
    try:
        if path.stat().st_size >= MAX_BYTES:
            raise InputError("The file is too large to be a bookmarks file.", where=where)
        return path.read_bytes().decode("utf-8-sig", "replace")
    except OSError as error:
        raise InputError(
            f"The file cannot be opened ({error.strerror}).", where=where, hint="Name a bookmarks file, or a folder."
        ) from error
