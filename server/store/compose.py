"""One interview put together from its rows, as the pipeline takes it."""

from server.model import Interview
from server.store import clips, interviews, seekers
from server.store.tx import Tx


def whole(tx: Tx, user_id: str, interview_id: str) -> Interview:
    """The interview with its seeker, goals, clips and verdicts. Raises NotFoundError."""
    facts = interviews.get(tx, user_id, interview_id).facts
    ours = clips.of_interview(tx, user_id, interview_id)
    seeker = facts.own_seeker or seekers.get(tx, user_id)
    return Interview(
        interviewee=facts.interviewee,
        referrer=facts.referrer,
        meeting=facts.meeting,
        seeker=seeker.model_copy(update={"goals": facts.goals}),
        clips=tuple(clip.clip for clip in ours),
        verdicts={clip.id: clip.verdict for clip in ours if clip.verdict},
        kept_aside=facts.kept_aside,
    )
