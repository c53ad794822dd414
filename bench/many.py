"""What Tonight costs with many pages against what it costs with few: looked at again, after a change, and after a start."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import count
from statistics import median

from bench.letters import letter
from bench.looking import client_of, look, seconds
from server.actions.briefs import document, drafted
from server.actions.clips import ClipChange, ClipIn, add_clip, amend_clip
from server.actions.interviews import InterviewChange, InterviewIn, add_interview, change_interview
from server.actions.reading import read_waiting
from server.actions.service import Service
from server.model import ClipStatus, Goal, Interviewee
from server.parts import ME

FEW, MANY, ROUNDS = 12, 300, 5  # pages of an interview, and how often each change is made
MOST = 3.0
WANT = "Decide by May whether to leave the harbour for the islands."
USED = 0.9  # of the pages: copies of one another would cost nothing


def many(service: Service) -> str:
    """A line a kind of look."""
    few, much = (_looks(service, pages) for pages in (FEW, MANY))
    return "\n".join(
        f"Tonight with {MANY} pages, {kind}: {much[kind] * 1000:.0f} ms, {much[kind] / few[kind]:.2f} times that with"
        f" {FEW} ({few[kind] * 1000:.0f} ms; at most {MOST})"
        for kind in much
    )


def _looks(service: Service, pages: int) -> dict[str, float]:
    """Seconds of each kind of look, medians."""
    given = InterviewIn(interviewee=Interviewee(name="Dana Whitlock"), goals=(Goal(id="g1", text=WANT),))
    made, numbers = add_interview(service, ME, given).id, count()
    ids = [_send(service, made, next(numbers)) for _ in range(pages)]
    read_waiting(service)
    took = defaultdict[str, list[float]](list)
    for _ in range(ROUNDS):
        for kind, lasted in _round(service, made, ids[0], numbers).items():
            took[kind].append(lasted)
    used = sum(clip.status is ClipStatus.USED for clip in document(service, ME, made).clips)
    assert used >= USED * pages, f"Only {used} of {pages} pages are used."
    return {kind: median(times) for kind, times in took.items()}


def _round(service: Service, interview_id: str, clip_id: str, numbers: Iterator[int]) -> dict[str, float]:
    """Seconds of a look with nothing in memory, of one more, and of one after each thing that a person does between two."""
    fresh, ready = (
        Service(service.store, service.reader, service.language, service.bank, service.now) for _ in range(2)
    )
    drafted(ready, ME, interview_id)  # as a service does for the talk that comes next, while its list is looked at
    client, number = client_of(fresh), next(numbers)
    goal, note = Goal(id="g1", text=f"{WANT} I asked {number} people."), ClipChange(note=f"Why {number} of them?")
    changes: dict[str, Callable[[], object]] = {
        "after a start": lambda: None,
        "again": lambda: None,
        "after one more page": lambda: _add(fresh, interview_id, number),
        "after a note": lambda: amend_clip(fresh, ME, clip_id, note),
        "after a want": lambda: change_interview(fresh, ME, interview_id, InterviewChange(goals=(goal,))),
    }
    first = client_of(ready)
    took = {"after a start, drafted ahead": seconds(lambda: look(first, interview_id))}
    for kind, change in changes.items():
        change()
        took[kind] = seconds(lambda: look(client, interview_id))
    return took


def _add(service: Service, interview_id: str, number: int) -> None:
    """Save one more page of hers and have it read."""
    _send(service, interview_id, number)
    read_waiting(service)


def _send(service: Service, interview_id: str, number: int) -> str:
    """The clip's id."""
    url = f"https://w.example/{number}"
    given = ClipIn(key=f"{interview_id}-{number}", interview_id=interview_id, url=url, html=letter(number))
    return add_clip(service, ME, given)[0].id
