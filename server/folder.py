"""Reads a dossier folder from the disk: dossier.json and the pages it names. It never writes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scrapers.page import Page
from server.errors import InputError, Problem
from server.model import Clip, Interview
from server.pipeline.clip.interview import read_interview
from server.pipeline.clip.page import bad, page_of, refuse_size

DOSSIER = "dossier.json"
MAX_DOSSIER_BYTES = 25_000_000


@dataclass(frozen=True, slots=True)
class Folder:
    """What a folder holds: the interview, the pages by clip id, and for each clip that has none the reason why."""

    interview: Interview
    pages: Mapping[str, Page]
    unreadable: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_dossier(path: Path) -> tuple[Interview, tuple[Problem, ...]]:
    """The interview in the folder at path, or in the dossier.json at path, without its pages; and warnings.

    Raises InputError if the dossier.json cannot be used at all.
    """
    dossier = dossier_of(path)
    try:
        return read_interview(_json(dossier))
    except InputError as error:
        where = str(dossier) if error.where in ("", str(dossier)) else f"{dossier}: {error.where}"
        raise InputError(error.what, where=where, hint=error.hint) from error


def dossier_of(path: Path) -> Path:
    """The dossier.json that a person means who names it or its folder."""
    return path / DOSSIER if path.is_dir() else path


def read_folder(path: Path) -> Folder:
    """Read the folder at path, or the one in which the dossier.json at path lies.

    Raises InputError if the dossier.json cannot be used at all. A page that cannot be used costs only its clip: it stands in
    `unreadable` and in `problems`.
    """
    interview, warnings = read_dossier(path)
    pages: dict[str, Page] = {}
    unreadable: dict[str, str] = {}
    problems = list(warnings)
    for clip in interview.clips:
        try:
            pages[clip.id], mended = page_of(clip, page_bytes(dossier_of(path).parent, clip))
            problems += mended
        except InputError as error:
            unreadable[clip.id] = error.what
            problems.append(Problem(error.what, error.where, error.hint))
    return Folder(interview, pages, unreadable, tuple(problems))


def page_bytes(folder: Path, clip: Clip) -> bytes:
    """The bytes of a clip's file, which lies inside the folder and nowhere else. Raises InputError that names the clip."""
    if not clip.file:
        raise bad(clip, "The clip names no file.", f'Give "file" in {DOSSIER}, for instance "pages/{clip.id}.html".')
    try:
        file = (folder / clip.file).resolve()
        if not file.is_relative_to(folder.resolve()):
            raise bad(
                clip, "The file lies outside the folder of its dossier and was not opened.", "Copy the page into it."
            )
        if not file.exists():
            raise bad(clip, "The page is missing: there is no such file.", "Put the page there, or take the clip out.")
        if not file.is_file():
            raise bad(clip, "This is not a file.", "Name the saved page itself.")
        refuse_size(clip, file.stat().st_size)
        return file.read_bytes()
    except OSError as error:
        raise bad(clip, f"The file cannot be opened ({error.strerror}).", "Check who may read it.") from error
    except RuntimeError as error:  # how pathlib tells of links that lead in a circle
        raise bad(clip, "The file is a link that leads in a circle.", "Put the page itself there.") from error


def _json(dossier: Path) -> object:
    where = str(dossier)
    try:
        if not dossier.exists():
            raise InputError("There is no such file.", where=where, hint=f"Name a {DOSSIER} or its folder.")
        if dossier.stat().st_size >= MAX_DOSSIER_BYTES:
            raise InputError(
                "The file is too large to be a dossier.", where=where, hint="Pages go into files beside it."
            )
        raw = dossier.read_bytes()
    except OSError as error:
        raise InputError(
            f"The file cannot be opened ({error.strerror}).", where=where, hint="Check who may read it."
        ) from error
    return _decoded_json(raw, where)


def _decoded_json(raw: bytes, where: str) -> object:
    if not raw.strip():
        raise InputError("The file is empty.", where=where, hint='It starts with {"interviewee": {"name": "..."}}.')
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise InputError(f"The file is not UTF-8 text (line {line}).", where=where, hint="Save it as UTF-8.") from error
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise InputError(
            f"The file is not JSON: {error.msg} at {place}.", where=where, hint="Mend that place."
        ) from error
    except (RecursionError, ValueError) as error:
        what = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise InputError(f"The file is not usable JSON: {what}.", where=where, hint="Mend that place.") from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A key given twice would lose its first value without a word."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f'"{twice}" stands twice in one object')
    return found


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not a JSON number")
