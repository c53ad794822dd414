"""An interview leaves: as data, a note, a calendar, a list of sources, a folder, or all of these in one."""

from dataclasses import dataclass
from datetime import tzinfo
from enum import StrEnum

from server.actions.briefs import document
from server.actions.owed import done_with, promised
from server.actions.service import Service
from server.actions.taking import folder_files, safe, zipped
from server.actions.texts import document_with_texts
from server.model.after import After, Whose
from server.model.reminders import Reminder
from server.pipeline.export.calendar import Appointment, Due, calendar
from server.pipeline.export.csl import csl_list
from server.pipeline.export.document import to_json
from server.pipeline.export.obsidian import obsidian
from server.store import interviews, sheets


class Form(StrEnum):
    """What an interview can leave as."""

    FOLDER = "folder"
    JSON = "json"
    MARKDOWN = "markdown"
    CALENDAR = "ics"
    SOURCES = "csl"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How it should leave. address: of this service ("http://127.0.0.1:8765"), for the links in a calendar.

    texts: with the texts of its pages (JSON). without: reminders that are not wanted. zone: in which the person lives, this
    machine's unless told.
    """

    address: str
    texts: bool = False
    without: frozenset[Reminder] = frozenset()
    zone: tzinfo | None = None


@dataclass(frozen=True, slots=True)
class Export:
    """A file that leaves: its name, its media type, and what is in it."""

    name: str
    media: str
    content: bytes


def export_interview(service: Service, user_id: str, interview_id: str, form: Form, wanted: Wanted) -> Export:
    """An interview in one of its forms. Raises NotFoundError, and InputError for the calendar of a talk without a date."""
    if form is Form.FOLDER or form is Form.EVERYTHING:
        name, files = folder_files(service, user_id, interview_id)
        more = _more(service, user_id, interview_id, wanted) if form is Form.EVERYTHING else {}
        what = "everything" if form is Form.EVERYTHING else "folder"
        return Export(f"{name}-{what}.zip", "application/zip", zipped(files | more))
    content, ending, media = _content(service, user_id, interview_id, form, wanted)
    return Export(f"{_called(service, user_id, interview_id)}{ending}", media, content)


def _content(service: Service, user_id: str, interview_id: str, form: Form, wanted: Wanted) -> tuple[bytes, str, str]:
    """The bytes, what the name of the file ends in, the media type."""
    if form is Form.CALENDAR:
        return _calendar(service, user_id, interview_id, wanted), ".ics", "text/calendar"
    if form is Form.JSON and wanted.texts:
        return (
            to_json(document_with_texts(service, user_id, interview_id)).encode(),
            "-with-texts.json",
            "application/json",
        )
    made = document(service, user_id, interview_id)
    if form is Form.JSON:
        return to_json(made).encode(), "-brief.json", "application/json"
    if form is Form.MARKDOWN:
        return obsidian(made).encode(), ".md", "text/markdown"
    return csl_list(made).encode(), "-sources.csl.json", "application/vnd.citationstyles.csl+json"


def _calendar(service: Service, user_id: str, interview_id: str, wanted: Wanted) -> bytes:
    with service.store.view() as tx:
        stored = interviews.get(tx, user_id, interview_id)
        after = sheets.get(tx, user_id, interview_id, After)
    appointment = Appointment(
        interview_id=interview_id,
        name=stored.facts.interviewee.name,
        start=stored.facts.meeting.start,
        minutes=stored.facts.meeting.minutes,
        address=f"{wanted.address}/interviews/{interview_id}",
        changed=int((stored.updated_at - stored.created_at).total_seconds()),
        promised=tuple(Due(one.id, one.due, one.whose is Whose.MINE) for one in promised(after) if one.due),
    )
    return calendar(appointment, service.now(), wanted.zone, wanted.without | done_with(after))


def _more(service: Service, user_id: str, interview_id: str, wanted: Wanted) -> dict[str, bytes]:
    """What lies beside the folder: for people and other programs to read, and passed over when it is imported."""
    with service.store.view() as tx:
        has_date = interviews.get(tx, user_id, interview_id).facts.meeting.start is not None
    forms = {"brief.md": Form.MARKDOWN, "brief.json": Form.JSON, "sources.csl.json": Form.SOURCES}
    forms |= {"calendar.ics": Form.CALENDAR} if has_date else {}
    return {name: _content(service, user_id, interview_id, form, wanted)[0] for name, form in forms.items()}


def _called(service: Service, user_id: str, interview_id: str) -> str:
    with service.store.view() as tx:
        return safe(interviews.get(tx, user_id, interview_id).facts.interviewee.name.lower())
