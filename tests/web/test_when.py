"""A day, a time and a zone as people write them."""

from datetime import datetime, timedelta

import pytest

from server.errors import InputError
from server.web.when import When, parsed, shown


@pytest.mark.parametrize(
    "zone, hours",
    [
        ("UTC", 0),
        ("utc+1", 1),
        ("+05:30", 5.5),
        ("-3", -3),
        ("Europe/Berlin", 1),
        ("berlin", 1),
        ("New York", -5),
        ("CET", 1),
    ],
)
def test_a_zone_is_a_city_a_name_or_an_offset(zone: str, hours: float) -> None:
    moment = parsed(When("2026-12-03", "10:00", zone))
    assert moment
    assert (moment.utcoffset(), moment.hour) == (timedelta(hours=hours), 10)


def test_without_a_zone_it_is_this_computers_own_and_shown_without_one() -> None:
    moment = parsed(When("2026-07-03", "10:00"))
    assert moment == datetime(2026, 7, 3, 10).astimezone()
    assert shown(moment) == When("2026-07-03", "10:00", "")


def test_what_is_shown_is_what_is_read_again() -> None:
    far = next(zone for zone in ("UTC+05:45", "UTC-09:30") if shown(parsed(When("2026-12-03", "10:00", zone))).zone)
    moment = parsed(When("2026-12-03", "10:00", far))
    assert parsed(shown(moment)) == moment


def test_no_day_is_no_moment() -> None:
    assert parsed(When()) is None
    assert shown(None) == When()


@pytest.mark.parametrize(
    "given",
    [
        When("", "10:00"),
        When("tomorrow"),
        When("2026-13-01", "10:00"),
        When("2026-12-03", "25:00"),
        When("2026-12-03", "10:00", "Middle Earth"),
        When("2026-12-03", "10:00", "+99"),
        When("2026-12-03", "10:00", "../../etc/passwd"),
    ],
)
def test_what_is_no_moment_is_said(given: When) -> None:
    with pytest.raises(InputError):
        parsed(given)
