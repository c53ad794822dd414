"""The talk that comes next is drafted before somebody waits for it."""

from datetime import timedelta

from server.actions import briefs
from server.actions.ahead import draft_ahead, likeliest
from server.actions.entry import ensure_user
from server.actions.interviews import InterviewIn, add_interview
from server.actions.service import Service
from server.model import Interviewee, Meeting
from tests.web.made import ALICE, BOB, Clock


def begun(service: Service, name: str, days: int | None = None) -> str:
    start = None if days is None else service.now() + timedelta(days=days)
    assert isinstance(service.now, Clock)
    service.now.move(timedelta(minutes=1))
    given = InterviewIn(interviewee=Interviewee(name=name), meeting=Meeting(start=start))
    return add_interview(service, BOB, given).id


def test_the_talk_that_comes_next_is_the_likeliest_else_what_was_changed_last(service: Service) -> None:
    ensure_user(service, BOB)
    assert likeliest(service, BOB) == ""
    begun(service, "Ada Pell")
    newest = begun(service, "Ola Lind")
    assert likeliest(service, BOB) == newest
    begun(service, "Ravi Teller", days=9)
    next_one = begun(service, "Mia Sund", days=2)
    begun(service, "Past Talk", days=-2)
    assert likeliest(service, BOB) == next_one


def test_what_was_drafted_ahead_is_what_is_looked_at(service: Service) -> None:
    made = draft_ahead(service, ALICE)
    assert made is not None
    assert briefs.drafted(service, ALICE, likeliest(service, ALICE)) is made


def test_where_there_is_no_interview_nothing_is_drafted(service: Service) -> None:
    ensure_user(service, BOB)
    assert draft_ahead(service, BOB) is None
