"""The document with the texts of its pages, for programs that work on those."""

from scrapers.page import Extract
from server.actions.briefs import document
from server.actions.material import gather, see
from server.actions.service import Service
from server.model import ClipStatus, Document
from server.model.document import ClipView
from server.pipeline.identity.names import Names
from server.pipeline.privacy.cover import covered
from server.pipeline.privacy.spans import public_work

# Pages about somebody else, copies and those that nobody could read bring no text.
TOLD = frozenset({ClipStatus.USED, ClipStatus.CONTEXT, ClipStatus.UNSURE})


def document_with_texts(service: Service, user_id: str, interview_id: str) -> Document:
    """The document, each page that it may quote with its text; private stretches are covered. Raises NotFoundError."""
    with service.store.view() as tx:
        material = gather(service, tx, see(tx, user_id, interview_id))
    names = Names.of(material.interview.interviewee)
    exempt = public_work(material.interview, names)
    extracts = {one.clip.id: one.extract for one in material.read if one.extract}
    made = document(service, user_id, interview_id)
    clips = tuple(_told(one, extracts.get(one.id), names, exempt) for one in made.clips)
    return made.model_copy(update={"clips": clips})


def _told(view: ClipView, extract: Extract | None, names: Names, exempt: frozenset[str]) -> ClipView:
    if extract is None or view.status not in TOLD:
        return view
    return view.model_copy(update={"text": covered(extract, names, exempt)})
