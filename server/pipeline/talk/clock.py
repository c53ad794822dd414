"""How much of the booking is left, counted from "we began". The words are the same in the browser (static/talk/clock.js)."""

import math
from dataclasses import dataclass
from datetime import datetime

NEAR_END = 5  # minutes left, from which on a word says so


@dataclass(frozen=True, slots=True)
class Clock:
    """minutes: left, below 0 what it is over; None before it began. word: what to do now, or ""."""

    minutes: int | None
    shown: str
    word: str


def clock(minutes_booked: int, began: datetime | None, now: datetime) -> Clock:
    """The clock of a talk. A minute that has begun counts as left; a clock that was set back shows the whole booking."""
    if began is None:
        return Clock(None, f"{minutes_booked} min", "")
    gone = max(0.0, (now - began).total_seconds())
    left = math.ceil(minutes_booked - gone / 60)
    if left > 0:
        return Clock(left, f"{left} min left", "Say the time" if left <= NEAR_END else "")
    over = -left
    return Clock(left, f"{over} min over" if over else "Time is up", "Close, unless they offer more")
