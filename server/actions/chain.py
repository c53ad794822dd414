"""Who led to whom: a person named in one talk becomes the next interview, and both know of one another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from server.actions.service import Service
from server.model.after import After, PersonNamed
from server.store import Tx, interviews, sheets
from server.store.interviews import InterviewStatus, StoredInterview


@dataclass(frozen=True, slots=True)
class Link:
    """One interview in a chain. why: what they were named for, as the user wrote it down; "" for the first."""

    interview_id: str
    name: str
    status: InterviewStatus
    why: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """before: who led to this interview, the first first. after: by id of the naming, the interview it became.

    why: what this person was named for.
    """

    before: tuple[Link, ...]
    after: dict[str, Link]
    why: str = ""


def get_chain(service: Service, user_id: str, interview_id: str) -> Chain:
    """Who led to an interview and to whom it led. Raises NotFoundError."""
    with service.store.view() as tx:
        return chain(tx, user_id, interview_id)


def chain(tx: Tx, user_id: str, interview_id: str) -> Chain:
    """As `get_chain`, within a transaction. An interview that was forgotten is in no chain."""
    interviews.get(tx, user_id, interview_id)
    every = {one.id: one for one in interviews.every(tx, user_id)}
    written = sheets.every(tx, user_id, After)
    named_by = {
        person.interview_id: (here, person)
        for here, sheet in written.items()
        for person in sheet.people
        if person.interview_id
    }
    ours = written.get(interview_id, After()).people
    return Chain(
        before=tuple(reversed(list(_up(interview_id, named_by, every)))),
        after={one.id: _link(every[one.interview_id], one.why) for one in ours if one.interview_id in every},
        why=named_by[interview_id][1].why if interview_id in named_by else "",
    )


def _up(
    interview_id: str, named_by: Mapping[str, tuple[str, PersonNamed]], every: Mapping[str, StoredInterview]
) -> Iterator[Link]:
    """From an interview to the one it came from, and so on. A chain that was imported may run in a circle: each stands once."""
    seen, here = {interview_id}, interview_id
    while here in named_by and named_by[here][0] not in seen:
        here = named_by[here][0]
        seen.add(here)
        yield _link(every[here], named_by[here][1].why if here in named_by else "")


def _link(stored: StoredInterview, why: str) -> Link:
    return Link(stored.id, stored.facts.interviewee.name, stored.facts.status, why)
