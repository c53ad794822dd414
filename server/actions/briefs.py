"""What an interview is for: its document, the text of a page with a passage marked, and the check of a question."""

from dataclasses import dataclass
from itertools import pairwise

from scrapers.page import Extract, Passage, Place
from server.actions.folder import now_of
from server.actions.material import Seen, gather, see
from server.actions.service import Service
from server.actions.waiting import WAITING
from server.at_need import collector_rests
from server.errors import NotFoundError
from server.model import Checked, ClipStatus, Document, Evidence, Interview, Voice
from server.model.after import After
from server.model.document import ClipView
from server.pipeline.brief.unsaid import Step
from server.pipeline.conduct import Drafted, draft, finish
from server.pipeline.export.document import to_json
from server.pipeline.follow_up.record import record
from server.pipeline.identity.names import Names
from server.pipeline.privacy.spans import MASK, private_spans, public_part, public_work, redact
from server.pipeline.questions.answered import Answers
from server.pipeline.questions.check import check
from server.pipeline.questions.lint import Setting
from server.pipeline.typed import made_for
from server.store import Tx, clips, sheets
from server.store.clips import StoredClip


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a page's text. private: something was left out here, and the text is an ellipsis."""

    text: str
    marked: bool = False
    private: bool = False


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph, list item or row of a page, cut at the marked passage and at what is left out. heading: what it stands under."""

    place: Place
    speaker: str
    pieces: tuple[Piece, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class PageText:
    """Our own view of a page. published is as precise as the page is ("2024-05"), "" if it does not say.

    marked: the passage asked for, with who says it and when; None if none was asked for or it is not here any more.
    """

    clip_id: str
    interview_id: str
    first_name: str
    title: str
    url: str
    author: str
    published: str
    status: ClipStatus
    reason: str
    voice: Voice
    note: str
    marked: Evidence | None
    blocks: tuple[TextBlock, ...]


@dataclass(frozen=True, slots=True)
class Evening:
    """What the main screen of an interview is made of. unsaid: a step of theirs of which no page says why."""

    document: Document
    unsaid: Step | None
    interview: Interview


def document(service: Service, user_id: str, interview_id: str) -> Document:
    """The document of an interview as it is now. Raises NotFoundError.

    Cached by all it depends on but the clock, which only stamps it; what costs most of it is kept while questions are edited.
    """
    with service.store.view() as tx:
        return _document(service, tx, see(tx, user_id, interview_id))


def evening(service: Service, user_id: str, interview_id: str) -> Evening:
    """All that the main screen is made of, looked up once. Raises NotFoundError."""
    with service.store.view() as tx:
        seen = see(tx, user_id, interview_id)
        return Evening(_document(service, tx, seen), _drafted(service, tx, seen)[0].unsaid, seen.interview)


def document_json(service: Service, user_id: str, interview_id: str) -> str:
    """The document as JSON text. Raises NotFoundError."""
    return to_json(document(service, user_id, interview_id))


def lint_question(service: Service, user_id: str, interview_id: str, text: str) -> Checked:
    """A question held against the linter and the pages. Raises NotFoundError.

    What the pages are to the check is cached by `material.Seen.name`; asking costs a few milliseconds then.
    """

    def make() -> tuple[Setting, Answers]:
        material = gather(service, tx, seen)
        return made_for(material.interview, material.read, service.language)

    with service.store.view() as tx:
        seen = see(tx, user_id, interview_id)
        known = service.checks.get(seen.owner, seen.name, make)
    return check(text, *known)


def page_text(service: Service, user_id: str, clip_id: str, evidence_id: str | None = None) -> PageText:
    """The text of a page, private stretches left out, with one passage marked. Raises NotFoundError."""
    with service.store.view() as tx:
        stored = clips.get(tx, user_id, clip_id)
        if stored.interview_id is None:
            raise NotFoundError(
                "This page belongs to no interview yet.",
                where=f"clip {clip_id}",
                hint="Give it to one, then look again.",
            )
        seen = see(tx, user_id, stored.interview_id)
        material, whole = gather(service, tx, seen), _document(service, tx, seen)
    view = next(view for view in whole.clips if view.id == clip_id)
    ours = (one for one in whole.evidence if (one.id, one.clip_id) == (evidence_id, clip_id))
    extract = next((one.extract for one in material.read if one.clip.id == clip_id), None)
    return _page_text(stored, material.interview, view, extract, next(ours, None))


def drafted(service: Service, user_id: str, interview_id: str) -> Drafted:
    """All of an interview but what the user did to its questions, cached by `material.Seen.name`. Raises NotFoundError."""
    with service.store.view() as tx:
        return _drafted(service, tx, see(tx, user_id, interview_id))[0]


def _document(service: Service, tx: Tx, seen: Seen) -> Document:
    edits, follow_up = seen.interview.edits, record(sheets.get(tx, *seen.owner, After))

    def make() -> Document:
        found, waiting = _drafted(service, tx, seen)
        made = finish(found, edits, service.now(), follow_up)
        return made.model_copy(update={"clips": (*made.clips, *waiting)})

    told = (follow_up.model_dump_json(), *(edit.model_dump_json() for edit in edits))
    return service.documents.get(seen.owner, (seen.name, *told), make)


def _drafted(service: Service, tx: Tx, seen: Seen) -> tuple[Drafted, tuple[ClipView, ...]]:
    @collector_rests()
    def make() -> tuple[Drafted, tuple[ClipView, ...]]:
        material = gather(service, tx, seen)
        now, mask = now_of(material.interview), _Mask(material.interview)
        made = draft(material.interview, material.read, service.language, service.bank, now, turn=material.turn)
        return made, tuple(_waiting_view(one, mask.title(one.clip.title)) for one in material.waiting)

    return service.drafts.get(seen.owner, seen.name, make)


def _waiting_view(one: StoredClip, title: str) -> ClipView:
    shown = title or one.clip.url or one.clip.file
    return ClipView(
        id=one.id,
        url=one.clip.url,
        title=shown,
        kind="",
        status=ClipStatus(one.state.value),
        reason=one.reason or WAITING[one.state],
        voice=Voice.ABOUT,
        csl={"id": one.id, "type": "webpage", "title": shown, "URL": one.clip.url},
        text_sha256="",
        chars=0,
    )


class _Mask:
    """What is private is left out of a page before any string goes on."""

    def __init__(self, interview: Interview) -> None:
        self._names = Names.of(interview.interviewee)
        self._exempt = public_work(interview, self._names)

    def title(self, text: str) -> str:
        return redact(text, self._names, self._exempt)

    def shown(self, text: str) -> tuple[int, int]:
        """[start, end) of what may be shown of a passage: what is left of a sentence around private words still tells of them."""
        spans = private_spans(text, self._names, self._exempt)
        return (public_part(text, spans) or (0, 0)) if spans else (0, len(text))


def _page_text(
    stored: StoredClip, interview: Interview, view: ClipView, extract: Extract | None, marked: Evidence | None
) -> PageText:
    assert stored.interview_id is not None
    mask = _Mask(interview)
    meta = extract.meta if extract else None
    return PageText(
        clip_id=stored.id,
        interview_id=stored.interview_id,
        first_name=interview.interviewee.first_name,
        title=view.title,
        url=stored.clip.url,
        author=mask.title(meta.author) if meta else "",
        published=meta.published if meta else "",
        status=view.status,
        reason=view.reason,
        voice=view.voice,
        note=stored.clip.note,
        marked=marked,
        blocks=_blocks(extract, mask, marked) if extract else (),
    )


def _blocks(extract: Extract, mask: _Mask, marked: Evidence | None) -> tuple[TextBlock, ...]:
    grouped: dict[int, list[Passage]] = {}
    for passage in extract.passages:
        grouped.setdefault(passage.block, []).append(passage)
    return tuple(
        TextBlock(
            passages[0].place,
            passages[0].speaker,
            tuple(
                piece for at, passage in enumerate(passages) for piece in _pieces(passage, mask, marked, apart=at > 0)
            ),
            mask.title(passages[0].heading),
        )
        for passages in grouped.values()
    )


def _pieces(passage: Passage, mask: _Mask, marked: Evidence | None, *, apart: bool) -> list[Piece]:
    """A passage cut where something is left out and where the mark begins and ends."""
    start, end = (marked.start - passage.start, marked.end - passage.start) if marked else (0, 0)
    low, high = mask.shown(passage.text)
    wanted = {0, len(passage.text), start, end, low, high}
    edges = sorted(edge for edge in wanted if 0 <= edge <= len(passage.text))
    found = [Piece(" ")] if apart else []
    for first, last in pairwise(edges):
        if low <= first and last <= high:
            found.append(Piece(passage.text[first:last], marked=start <= first and last <= end))
        elif not (found and found[-1].private):
            found.append(Piece(MASK, private=True))
    return found
