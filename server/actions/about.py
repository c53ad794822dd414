"""What is told about a talk and about oneself beyond who and what for: all optional, each part kept by itself."""

from dataclasses import replace

from pydantic import Field

from server.actions.service import Service
from server.model import Interview, Interviewee, Meeting, Seeker
from server.model.base import Frozen
from server.model.words import Moment, Named, Text
from server.store import compose, interviews, seekers


class AboutTalk(Frozen):
    """With whom, when, for how long, in what form, through whom."""

    name: Named
    headline: Text = ""
    aliases: tuple[Named, ...] = ()
    start: Moment | None = None
    minutes: int = Field(30, ge=5, le=240)
    format: Text = ""
    referrer: Text = ""


class AboutYou(Frozen):
    """What about the user matters to the answers. It is theirs, so it counts for all their interviews."""

    background: Text = ""
    plan: Text = ""
    assumptions: tuple[Named, ...] = ()
    show: tuple[Named, ...] = ()


def told_so_far(service: Service, user_id: str, interview_id: str) -> Interview:
    """The interview with all that was told for it. Raises NotFoundError."""
    with service.store.view() as tx:
        return compose.whole(tx, user_id, interview_id)


def tell_of_talk(service: Service, user_id: str, interview_id: str, told: AboutTalk) -> None:
    """Keep what is told of the talk, in the place of what was. Raises NotFoundError."""
    with service.store.transaction() as tx:
        before = interviews.get(tx, user_id, interview_id).facts
        person = Interviewee(name=told.name, aliases=told.aliases, headline=told.headline)
        meeting = Meeting(start=told.start, minutes=told.minutes, format=told.format)
        facts = replace(before, interviewee=person, meeting=meeting, referrer=told.referrer)
        interviews.put(tx, user_id, interview_id, facts, service.now())


def tell_of_you(service: Service, user_id: str, interview_id: str, told: AboutYou) -> None:
    """Keep what they tell of themselves; of whoever asks, where that is somebody else (the sample). Raises NotFoundError."""
    with service.store.transaction() as tx:
        before = interviews.get(tx, user_id, interview_id).facts
        seeker: Seeker = before.own_seeker or seekers.get(tx, user_id)
        kept = seeker.model_copy(update={name: getattr(told, name) for name in AboutYou.model_fields})
        if before.own_seeker:
            interviews.put(tx, user_id, interview_id, replace(before, own_seeker=kept), service.now())
        else:
            seekers.put(tx, user_id, kept, service.now())


def assume(service: Service, user_id: str, interview_id: str, belief: str) -> None:
    """Note one more thing that they believe and that might be wrong. Raises NotFoundError."""
    seeker = told_so_far(service, user_id, interview_id).seeker
    if belief and belief not in seeker.assumptions:
        told = {name: getattr(seeker, name) for name in AboutYou.model_fields}
        told["assumptions"] = (*seeker.assumptions, belief)
        tell_of_you(service, user_id, interview_id, AboutYou(**told))
