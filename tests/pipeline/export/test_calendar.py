"""The calendar parsed back: what stands in it, when, and that others learn nothing from it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from server.errors import InputError
from server.model.reminders import Reminder
from server.pipeline.export.calendar import Appointment, Due, calendar
from server.pipeline.export.initials import initials

NOW = datetime(2026, 10, 1, 12, 0, tzinfo=UTC)
BERLIN, NEW_YORK, AUCKLAND = (ZoneInfo(name) for name in ("Europe/Berlin", "America/New_York", "Pacific/Auckland"))
ADDRESS = "http://127.0.0.1:8765/interviews/i1"
ORDER = ("talk", "evening", "thanks", "tried")


def given(start: datetime | None, name: str = "Marit Halloran", changed: int = 0) -> Appointment:
    return Appointment("i1", name, start, 45, ADDRESS, changed)


def parsed(made: bytes) -> dict[str, Any]:
    """The events by what they are for, in the order in which they stand."""
    return dict(zip(ORDER, Calendar.from_ical(made).walk("VEVENT"), strict=True))


def at(event: Any, zone: ZoneInfo) -> datetime:
    """When an event begins for somebody who lives in a zone."""
    begins: datetime = event.decoded("dtstart")
    return begins.replace(tzinfo=zone) if begins.tzinfo is None else begins.astimezone(zone)


@pytest.mark.parametrize(
    ("start", "zone"),
    [
        (datetime(2026, 10, 24, 10, 0, tzinfo=BERLIN), BERLIN),  # clocks go back the night after
        (datetime(2026, 10, 25, 10, 0, tzinfo=BERLIN), BERLIN),  # clocks went back the night before
        (datetime(2026, 10, 10, 10, 0, tzinfo=BERLIN), BERLIN),  # and here within the three weeks
        (datetime(2027, 3, 28, 9, 0, tzinfo=BERLIN), BERLIN),  # clocks went forward
        (datetime(2027, 3, 13, 15, 30, tzinfo=NEW_YORK), NEW_YORK),
        (datetime(2027, 4, 4, 8, 0, tzinfo=AUCKLAND), AUCKLAND),
        (datetime(2026, 12, 3, 10, 0, tzinfo=UTC), BERLIN),  # given as UTC
        (datetime(2026, 12, 3, 20, 0, tzinfo=NEW_YORK), BERLIN),  # in Berlin it is the day after already
    ],
)
def test_each_entry_stands_at_its_time_of_the_day_whatever_the_clocks_do(start: datetime, zone: ZoneInfo) -> None:
    events = parsed(calendar(given(start), NOW, zone))
    day = start.astimezone(zone).date()
    assert events["talk"].decoded("dtstart") == start
    assert events["talk"].decoded("dtend") - events["talk"].decoded("dtstart") == timedelta(minutes=45)
    told = {name: at(events[name], zone) for name in ORDER[1:]}
    assert {name: (one.date() - day, one.hour, one.minute) for name, one in told.items()} == {
        "evening": (timedelta(days=-1), 19, 0),
        "thanks": (timedelta(days=1), 9, 0),
        "tried": (timedelta(days=21), 9, 0),
    }


def test_others_who_look_into_it_see_initials_and_nothing_else() -> None:
    made = calendar(given(datetime(2026, 12, 3, 10, 0, tzinfo=UTC)), NOW, BERLIN)
    for event in parsed(made).values():
        assert event["class"] == "PRIVATE"
        assert "M.H." in event["summary"]
        assert str(event["description"]).startswith(f"On your laptop, while Groundwork runs: {ADDRESS}")
    unfolded = made.replace(b"\r\n ", b"").decode()
    assert "Marit" not in unfolded
    assert "Halloran" not in unfolded
    assert {line.split(":")[0].split(";")[0] for line in unfolded.splitlines()} == {
        *(
            "BEGIN",
            "END",
            "VERSION",
            "PRODID",
            "CALSCALE",
            "METHOD",
            "UID",
            "DTSTAMP",
            "DTSTART",
            "DTEND",
            "SEQUENCE",
            "CLASS",
        ),
        *("SUMMARY", "DESCRIPTION", "TRANSP", "ACTION", "TRIGGER"),
    }


def test_a_reminder_blocks_no_time_and_rings_when_it_begins_and_the_talk_ten_minutes_before() -> None:
    events = parsed(calendar(given(datetime(2026, 12, 3, 10, 0, tzinfo=UTC)), NOW, BERLIN))
    rings = {name: event.walk("VALARM")[0].decoded("trigger") for name, event in events.items()}
    assert rings == {
        "talk": -timedelta(minutes=10),
        "evening": timedelta(0),
        "thanks": timedelta(0),
        "tried": timedelta(0),
    }
    assert [event["transp"] for event in events.values()] == ["OPAQUE", *["TRANSPARENT"] * 3]


def test_taken_again_the_entries_are_the_same_and_the_later_ones_win() -> None:
    before = parsed(calendar(given(datetime(2026, 12, 3, 10, 0, tzinfo=UTC)), NOW, BERLIN))
    after = parsed(calendar(given(datetime(2026, 12, 8, 11, 0, tzinfo=UTC), changed=86_400), NOW, BERLIN))
    assert [one["uid"] for one in before.values()] == [one["uid"] for one in after.values()]
    assert len({str(one["uid"]) for one in before.values()}) == len(ORDER)
    assert all(int(after[name]["sequence"]) > int(before[name]["sequence"]) for name in ORDER)
    other = Appointment("i2", "Marit Halloran", datetime(2026, 12, 3, 10, 0, tzinfo=UTC), 45, ADDRESS, 0)
    assert {str(one["uid"]) for one in parsed(calendar(other, NOW)).values()}.isdisjoint(
        {str(one["uid"]) for one in before.values()}
    )


@pytest.mark.parametrize("off", [one for one in Reminder if one is not Reminder.PROMISED])
def test_a_reminder_can_be_switched_off(off: Reminder) -> None:
    start = datetime(2026, 12, 3, 10, 0, tzinfo=UTC)
    every = [str(one["uid"]) for one in Calendar.from_ical(calendar(given(start), NOW, BERLIN)).walk("VEVENT")]
    fewer = calendar(given(start), NOW, BERLIN, frozenset({off}))
    left = [str(one["uid"]) for one in Calendar.from_ical(fewer).walk("VEVENT")]
    assert len(left) == len(every) - 1
    assert set(left) < set(every)


def test_what_was_promised_for_a_day_is_in_it_and_says_nothing_of_what_it_is() -> None:
    promised = (Due("p1", date(2026, 12, 10), mine=True), Due("p2", date(2026, 12, 17), mine=False))
    start = datetime(2026, 12, 3, 10, 0, tzinfo=UTC)
    made = calendar(replace(given(start), promised=promised), NOW, BERLIN)
    events = Calendar.from_ical(made).walk("VEVENT")[len(ORDER) :]
    assert [str(one["summary"]) for one in events] == ["What you promised M.H.", "What M.H. promised"]
    begins = [one.decoded("dtstart").isoformat() for one in events]
    assert begins == ["2026-12-10T09:00:00", "2026-12-17T09:00:00"], "at nine wherever they are"
    assert all(one["class"] == "PRIVATE" for one in events)
    moved = calendar(replace(given(start), promised=(replace(promised[0], day=date(2026, 12, 11)),)), NOW, BERLIN)
    assert str(Calendar.from_ical(moved).walk("VEVENT")[-1]["uid"]) == str(events[0]["uid"])
    without = calendar(replace(given(start), promised=promised), NOW, BERLIN, frozenset({Reminder.PROMISED}))
    assert len(Calendar.from_ical(without).walk("VEVENT")) == len(ORDER)


def test_a_talk_without_a_date_has_no_calendar() -> None:
    with pytest.raises(InputError, match="has no date yet"):
        calendar(given(None), NOW)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Marit Halloran", "M.H."),
        ("Lorna Vasquez-Pell", "L.V.P."),
        ("Ana María de la Cruz Ortiz", "A.M.O."),
        ("Madonna", "M."),
        ("  élise  ", "É."),
        ("Dana <b onclick=x>Whitlock</b>", "D.B.O."),
        ("王小明", "王."),
        ("42", "someone"),
        ("Bad\r\nATTENDEE:mailto:x@y.example", "B.A."),
    ],
)
def test_somebody_is_told_by_their_initials(name: str, short: str) -> None:
    assert initials(name) == short
    made = calendar(given(datetime(2026, 12, 3, 10, 0, tzinfo=UTC), name), NOW, BERLIN)
    assert str(parsed(made)["thanks"]["summary"]) == f"Thank {short}"
    assert b"ATTENDEE" not in made
