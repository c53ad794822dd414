"""Stored pages go by themselves while the service runs."""

from datetime import timedelta

import pytest

from server.actions.keeping import EVERY, Keeper, going, set_keep_days
from server.actions.service import Service
from server.errors import InputError
from server.store import clips, pages
from tests.web.made import ALICE, BOB, CLIP, INTERVIEW, Clock


def has_raw(service: Service) -> bool:
    with service.store.view() as tx:
        return pages.has(tx, ALICE, clips.get(tx, ALICE, CLIP).raw_sha256 or "")


def test_the_keeper_takes_away_what_is_past_its_time_and_looks_again_later(service: Service) -> None:
    keeper = Keeper(service)
    assert keeper.work() == EVERY.total_seconds()
    assert has_raw(service)
    when = going(service, ALICE, INTERVIEW).when
    assert when
    assert isinstance(service.now, Clock)
    service.now.move(when - service.now() - timedelta(seconds=1))
    keeper.work()
    assert has_raw(service)
    service.now.move(timedelta(seconds=1))
    keeper.work()
    assert not has_raw(service)


def test_a_setting_of_one_user_says_nothing_about_another(service: Service) -> None:
    set_keep_days(service, BOB, 0)
    assert isinstance(service.now, Clock)
    service.now.move(timedelta(days=30))
    Keeper(service).work()
    assert has_raw(service)


def test_days_that_make_no_sense_are_refused(service: Service) -> None:
    with pytest.raises(InputError, match="from 0 days on"):
        set_keep_days(service, ALICE, -1)
