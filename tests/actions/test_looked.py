"""What is new since somebody looked last: within one sitting it stays new, after it is old."""

from datetime import timedelta

import pytest

from server.actions.looked import SITTING, look
from server.actions.service import Service
from server.errors import NotFoundError
from server.store import sheets
from tests.web.made import ALICE, BOB, INTERVIEW, Clock


def later(service: Service, by: timedelta) -> None:
    assert isinstance(service.now, Clock)
    service.now.move(by)


def test_nothing_is_new_in_the_first_sitting(service: Service) -> None:
    assert look(service, ALICE, INTERVIEW, {"q1"}) == frozenset()
    later(service, SITTING / 2)
    assert look(service, ALICE, INTERVIEW, {"q1", "q2"}) == frozenset()


def test_what_came_meanwhile_is_new_until_the_sitting_ends(service: Service) -> None:
    look(service, ALICE, INTERVIEW, {"q1"})
    later(service, SITTING)
    for _ in range(3):
        assert look(service, ALICE, INTERVIEW, {"q1", "q2"}) == {"q2"}
    later(service, SITTING)
    assert look(service, ALICE, INTERVIEW, {"q1", "q2", "q3"}) == {"q3"}


def test_what_was_seen_and_went_away_is_not_new_when_it_is_back(service: Service) -> None:
    look(service, ALICE, INTERVIEW, {"q1", "q2"})
    later(service, SITTING)
    look(service, ALICE, INTERVIEW, {"q1"})
    later(service, SITTING)
    assert look(service, ALICE, INTERVIEW, {"q1", "q2"}) == frozenset()


def test_nobody_looks_at_what_is_anothers(service: Service) -> None:
    with pytest.raises(NotFoundError):
        look(service, BOB, INTERVIEW, {"q1"})


def test_looking_again_writes_nothing(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    look(service, ALICE, INTERVIEW, {"q1"})
    written: list[object] = []
    monkeypatch.setattr(sheets, "put", lambda *given: written.append(given))
    look(service, ALICE, INTERVIEW, {"q1"})
    assert written == []
