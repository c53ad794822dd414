"""What an interview is for: its document, its cards, and the check of a question."""

from typing import TYPE_CHECKING, Literal

from flask import Response
from pydantic import BaseModel

from server.actions.clips import Reference
from server.at_need import at_need
from server.model import Card, Checked, Document, Evidence
from server.model.base import Frozen
from server.model.words import Text
from server.web.api.shared import InterviewPath, answer, part
from server.web.current import service, user_id

if TYPE_CHECKING:
    from server.actions import briefs, texts
else:
    briefs = at_need("server.actions.briefs")
    texts = at_need("server.actions.texts")

api = part("briefs")


class CardShown(Frozen):
    """A card with the passage it offers."""

    card: Card
    evidence: Evidence


class CardList(Frozen):
    """The passages worth asking about, best first."""

    cards: tuple[CardShown, ...]


class LintIn(Frozen):
    """A question as it is typed, and whom it is for."""

    interview_id: Reference
    question: Text


class ExportQuery(BaseModel):
    """What more a document should hold: clips is the text of each page it may quote, with what is private covered."""

    include: Literal["clips"] | None = None


@api.get("/interviews/<interview_id>/export", responses={200: Document})
def get_export(path: InterviewPath, query: ExportQuery) -> Response:
    """The whole document of an interview, `groundwork.brief/1`."""
    if query.include:
        return answer(texts.document_with_texts(service(), user_id(), path.interview_id))
    made = briefs.document_json(service(), user_id(), path.interview_id)
    return Response(made, mimetype="application/json")


@api.get("/interviews/<interview_id>/cards", responses={200: CardList})
def get_cards(path: InterviewPath) -> Response:
    """The passages worth asking about, best first."""
    made = briefs.document(service(), user_id(), path.interview_id)
    passages = {one.id: one for one in made.evidence}
    return answer(CardList(cards=tuple(CardShown(card=c, evidence=passages[c.evidence]) for c in made.cards)))


@api.post("/lint", responses={200: Checked})
def post_lint(body: LintIn) -> Response:
    """What is to be said of a question as it stands, and the three passages it hangs on."""
    return answer(briefs.lint_question(service(), user_id(), body.interview_id, body.question))
