"""An interview leaves as a folder: its dossier.json, its pages, and what the user did and wrote down."""

import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from server.actions.service import Service
from server.folder import DOSSIER
from server.model import Clip, Interview
from server.model.after import After
from server.model.sheets import Sheet
from server.model.written import SHEETS
from server.pipeline.clip.dossier import write_interview
from server.pipeline.clip.page import PDF_WITHIN, TEXT_FILES
from server.store import clips, compose, pages, sheets
from server.store.turns import turn_of
from server.store.tx import Tx

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can tell: the same content gives the same bytes


@dataclass(frozen=True, slots=True)
class Taken:
    """A folder as a zip file, and what to call it (without an ending)."""

    name: str
    zipped: bytes


def take_folder(service: Service, user_id: str, interview_id: str) -> Taken:
    """The folder of an interview: imported elsewhere, it is the same interview. Raises NotFoundError.

    A page whose stored file has gone is a link to be read again.
    """
    name, files = folder_files(service, user_id, interview_id)
    return Taken(name, zipped(files))


def folder_files(service: Service, user_id: str, interview_id: str) -> tuple[str, dict[str, bytes]]:
    """What to call the folder, and its files by their names in it. Raises NotFoundError."""
    with service.store.view() as tx:
        interview = _whole(tx, user_id, interview_id)
        raw = _raw(tx, user_id, interview_id)
    files = {
        clip.id: f"pages/{at:02}-{safe(clip.id)}{_ending(clip, raw[clip.id])}"
        for at, clip in enumerate(interview.clips, 1)
        if clip.id in raw
    }
    dossier = json.dumps(write_interview(interview, files), ensure_ascii=False, indent=2) + "\n"
    named = {files[ident]: content for ident, content in raw.items()}
    return safe(interview.interviewee.name.lower()), {DOSSIER: dossier.encode(), **named}


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Files as a zip file: the same ones give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _whole(tx: Tx, user_id: str, interview_id: str) -> Interview:
    """The interview with what was written down about it, and which of theirs it was: wordings take turns."""
    found = ((kind.called, sheets.get(tx, user_id, interview_id, kind), kind()) for kind in SHEETS)
    written = {called: _leaving(sheet).model_dump(mode="json") for called, sheet, empty in found if sheet != empty}
    whole = compose.whole(tx, user_id, interview_id)
    return whole.model_copy(update={"sheets": written, "turn": turn_of(tx, user_id, interview_id)})


def _leaving(sheet: Sheet) -> Sheet:
    """Without what is off the record, and without ids of interviews, which are nobody's elsewhere."""
    told = sheet.on_record()
    if not isinstance(told, After):
        return told
    people = tuple(one.model_copy(update={"interview_id": ""}) for one in told.people)
    return told.model_copy(update={"people": people})


def _raw(tx: Tx, user_id: str, interview_id: str) -> dict[str, bytes]:
    kept = {one.id: one.raw_sha256 for one in clips.of_interview(tx, user_id, interview_id) if one.raw_sha256}
    found = {ident: pages.get(tx, user_id, sha256) for ident, sha256 in kept.items()}
    return {ident: content for ident, content in found.items() if content is not None}


def _ending(clip: Clip, content: bytes) -> str:
    """A page of plain text is known by its name alone."""
    named = next((ending for ending in TEXT_FILES if clip.file.lower().endswith(ending)), "")
    return named or (".pdf" if b"%PDF-" in content[:PDF_WITHIN] else ".html")


def safe(name: str) -> str:
    """A name that is a file's name on every system."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return re.sub(r"[^A-Za-z0-9-]+", "-", plain).strip("-") or "interview"
