"""One interview put together from its rows, as the pipeline takes it."""

from collections.abc import Sequence

from server.model import Interview, QuestionEdit
from server.store import clips, edits, everyone, interviews, seekers
from server.store.clips import StoredClip
from server.store.tx import Tx


def whole(tx: Tx, user_id: str, interview_id: str, known: Sequence[StoredClip] | None = None) -> Interview:
    """The interview with its seeker, goals, clips and verdicts. known: its clips, where this view has looked them up already.

    Raises NotFoundError.
    """
    facts = interviews.get(tx, user_id, interview_id).facts
    ours = clips.of_interview(tx, user_id, interview_id) if known is None else known
    seeker = facts.own_seeker or seekers.get(tx, user_id)
    return Interview(
        interviewee=facts.interviewee,
        referrer=facts.referrer,
        meeting=facts.meeting,
        seeker=seeker.model_copy(update={"goals": facts.goals}),
        clips=tuple(clip.clip for clip in ours),
        verdicts={clip.id: clip.verdict for clip in ours if clip.verdict},
        edits=_edits(tx, user_id, interview_id),
        status=facts.status,
        kept_aside=facts.kept_aside,
    )


def _edits(tx: Tx, user_id: str, interview_id: str) -> tuple[QuestionEdit, ...]:
    """What was done to the questions here, then what is asked of everyone and not touched here."""
    asked = {one.id: one for one in everyone.every(tx, user_id)}
    here = edits.of_interview(tx, user_id, interview_id)
    touched = {one.question.id for one in here}
    told = (one.model_copy(update={"everyone": one.question.id in asked}) for one in here)
    return (*told, *(QuestionEdit(question=q, everyone=True) for q in asked.values() if q.id not in touched))
