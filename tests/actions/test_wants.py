"""What a person wants belongs to them: it carries over, and the same words are the same want."""

from datetime import timedelta

import pytest

from server.actions.interviews import InterviewIn, add_interview, get_interview
from server.actions.service import Service
from server.actions.wants import WantChange, add_want, change_want, known_wants, remove_want, wants_of_others
from server.errors import InputError, NotFoundError
from server.model import Goal, GoalKind, Interviewee
from tests.web.made import ALICE, BOB, INTERVIEW, Clock

LEAVE, LEARN = "Decide by May whether to leave field work.", "Learn how a first year in product goes."


def begun(service: Service, name: str, *wants: str, user: str = BOB) -> str:
    assert isinstance(service.now, Clock)
    service.now.move(timedelta(hours=1))  # the newest is the newest
    goals = tuple(Goal(id=f"g{n}", text=text, priority=n) for n, text in enumerate(wants, 1))
    return add_interview(service, user, InterviewIn(interviewee=Interviewee(name=name), goals=goals)).id


def goals(service: Service, interview: str) -> list[Goal]:
    return list(get_interview(service, BOB, interview).facts.goals)


def test_the_same_words_are_the_same_want_whoever_is_asked(service: Service) -> None:
    dana, ola = (
        begun(service, "Dana Okafor", LEAVE, LEARN),
        begun(service, "Ola Reyes", " decide by  May whether to leave field work"),
    )
    known = known_wants(service, BOB)
    assert [want.text for want in known] == [LEAVE, LEARN]
    assert known[0].told == ((dana, "g1"), (ola, "g1"))


def test_what_the_person_of_the_sample_wants_is_not_theirs(service: Service) -> None:
    assert get_interview(service, ALICE, INTERVIEW).facts.goals
    assert known_wants(service, ALICE) == ()


def test_what_they_wanted_of_others_is_offered_and_taken_once(service: Service) -> None:
    begun(service, "Dana Okafor", LEAVE, LEARN)
    ola = begun(service, "Ola Reyes", LEAVE)
    assert wants_of_others(service, BOB, ola) == (LEARN,)
    taken = add_want(service, BOB, ola, LEARN)
    assert add_want(service, BOB, ola, LEARN.upper()) == taken
    assert [(goal.id, goal.priority, goal.text) for goal in goals(service, ola)] == [("g1", 1, LEAVE), ("g2", 2, LEARN)]
    assert wants_of_others(service, BOB, ola) == ()


def test_a_want_changes_moves_and_goes_and_no_id_is_given_twice(service: Service) -> None:
    dana = begun(service, "Dana Okafor", LEAVE, LEARN)
    change_want(service, BOB, dana, "g2", WantChange(move="up"))
    assert [(goal.id, goal.priority) for goal in goals(service, dana)] == [("g2", 1), ("g1", 2)]
    change_want(
        service, BOB, dana, "g2", WantChange(text="Learn it.", kind=GoalKind.SKILL, hints=("desk", "desk", "year"))
    )
    first = goals(service, dana)[0]
    assert (first.text, first.kind, first.hints) == ("Learn it.", GoalKind.SKILL, ("desk", "year"))
    change_want(service, BOB, dana, "g2", WantChange(guess=True))
    assert goals(service, dana)[0].kind is None
    remove_want(service, BOB, dana, "g2")
    assert add_want(service, BOB, dana, "Meet two others.").id == "g2"
    assert [goal.priority for goal in goals(service, dana)] == [1, 2]


def test_what_is_no_want_and_what_is_not_there_is_said(service: Service) -> None:
    dana = begun(service, "Dana Okafor", LEAVE)
    with pytest.raises(InputError, match="no want"):
        add_want(service, BOB, dana, "  ")
    for act in (
        lambda: remove_want(service, BOB, dana, "g9"),
        lambda: change_want(service, ALICE, dana, "g1", WantChange()),
    ):
        with pytest.raises(NotFoundError):
            act()
