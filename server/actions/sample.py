"""The interview one can look at before one has any: a fictional person, with pages as such sites are built."""

from pathlib import Path

from server.actions.service import Service
from server.folder import read_folder
from server.pipeline.clip.urls import normalise
from server.store import clips, interviews
from server.store.clips import NewClip
from server.store.interviews import InterviewFacts, InterviewStatus

SAMPLE = Path(__file__).parents[1] / "sample"
SAMPLE_ID = "sample"


def ensure_sample(service: Service, user_id: str) -> bool:
    """Give a user who has no interview the sample. Returns whether they have it now."""
    with service.store.view() as tx:
        known = [one.id for one in interviews.every(tx, user_id)]
    if known:
        return SAMPLE_ID in known
    folder = read_folder(SAMPLE)
    given = folder.interview
    facts = InterviewFacts(
        interviewee=given.interviewee,
        referrer=given.referrer,
        meeting=given.meeting,
        goals=given.seeker.goals,
        status=InterviewStatus.BOOKED,
        own_seeker=given.seeker.model_copy(update={"goals": ()}),
    )
    now = service.now()
    with service.store.transaction() as tx:
        interviews.add(tx, user_id, SAMPLE_ID, facts, now)
        for clip in given.clips:
            named = clip.model_copy(update={"id": f"sample-{clip.id}"})
            raw = (SAMPLE / clip.file).read_bytes()
            clips.add(tx, user_id, NewClip(named, named.id, normalise(clip.url), SAMPLE_ID, None, raw), now)
    return True
