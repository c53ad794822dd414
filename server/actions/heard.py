"""What the user has heard so far: to each want, the answer of each person, side by side."""

from dataclasses import dataclass
from datetime import datetime

from server.actions.sample import SAMPLE_ID
from server.actions.service import Service
from server.actions.wants import same_want
from server.model.after import After
from server.store import interviews, sheets


@dataclass(frozen=True, slots=True)
class Answer:
    """What one person said to a want. when: the talk, if its date is known."""

    interview_id: str
    name: str
    text: str
    when: datetime | None
    off_record: bool


@dataclass(frozen=True, slots=True)
class WantHeard:
    """A want, as it was worded first, and what was said to it, the oldest answer first."""

    want: str
    answers: tuple[Answer, ...]


def heard(service: Service, user_id: str) -> tuple[WantHeard, ...]:
    """All wants of a user's, those with most answers first, then as they were told; of the sample only what was answered."""
    with service.store.view() as tx:
        every, written = interviews.every(tx, user_id), sheets.every(tx, user_id, After)
    wants: dict[str, str] = {}
    answers: dict[str, list[Answer]] = {}
    for one in sorted(every, key=lambda one: (one.facts.meeting.start or one.created_at, one.id)):
        said = written.get(one.id, After()).heard
        told = [] if one.id == SAMPLE_ID else [goal.text for goal in one.facts.goals]
        for want in (*told, *(line.want for line in said)):
            wants.setdefault(same_want(want), want)
        for line in said:
            found = Answer(one.id, one.facts.interviewee.name, line.text, one.facts.meeting.start, line.off_record)
            answers.setdefault(same_want(line.want), []).append(found)
    made = [WantHeard(want, tuple(answers.get(key, ()))) for key, want in wants.items()]
    return tuple(sorted(made, key=lambda one: -len(one.answers)))
