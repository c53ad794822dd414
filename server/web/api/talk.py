"""The talk itself: cues in order, and what is written down while it goes on."""

from typing import TYPE_CHECKING, Annotated

from flask import Response
from pydantic import Field

from server.at_need import at_need
from server.model import Part, Tier
from server.model.base import Frozen
from server.model.talk import Mark, Talk
from server.web.api.shared import InterviewPath, answer, part
from server.web.current import service, user_id

if TYPE_CHECKING:
    from server.actions import talk as actions
    from server.web.screens import talk as screens
else:
    actions = at_need("server.actions.talk")
    screens = at_need("server.web.screens.talk")

api = part("marks")


class CueAnswer(Frozen):
    """A question in the talk: its cue, its full wording, and how to go on from the answer."""

    id: str
    cue: str
    text: str
    tier: Tier
    part: Part
    probes: tuple[str, ...]


class TalkAnswer(Frozen):
    """All that is needed in the talk, in the order the user put it. minutes: as booked."""

    minutes: int
    opening: tuple[str, ...]
    questions: tuple[CueAnswer, ...]
    close: tuple[str, ...]
    written: Talk


class MarksIn(Frozen):
    """What was written down. Sent again, it is there once; of each thing the mark of the latest moment counts."""

    marks: Annotated[tuple[Mark, ...], Field(max_length=1_000)]


@api.get("/interviews/<interview_id>/talk", responses={200: TalkAnswer})
def get_talk(path: InterviewPath) -> Response:
    """Opening, questions as cues, close, and what was written down so far."""
    found = actions.at_hand(service(), user_id(), path.interview_id)
    asked = found.document.questions
    cues = (screens.cued(question, number, found.talk) for number, question in enumerate(asked, start=1))
    plan = found.document.plan
    return answer(
        TalkAnswer(
            minutes=plan.minutes,
            opening=plan.opening,
            questions=tuple(
                CueAnswer(id=one.id, cue=cue.cue, text=cue.text, tier=one.tier, part=one.part, probes=one.probes)
                for one, cue in zip(asked, cues, strict=True)
            ),
            close=plan.close,
            written=found.talk,
        )
    )


@api.post("/interviews/<interview_id>/talk", responses={200: Talk})
def post_talk(path: InterviewPath, body: MarksIn) -> Response:
    """Write down ticks, notes, cues, side-tracks; the answer is all that is written."""
    return answer(actions.write_marks(service(), user_id(), path.interview_id, body.marks))
