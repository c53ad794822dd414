"""When things were, as bars on one axis of years: places in hundredths of its width."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from server.model import Turn

SHORTEST = 2.0  # hundredths: what has no end, or hardly lasted, is still seen
DATE = re.compile(r"(\d{4})(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Span:
    """A bar: where it begins and how long it is, in hundredths. open: it goes on."""

    left: float
    width: float
    open: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """The years at the ends, as decimal years."""

    first: float
    last: float

    @classmethod
    def of(cls, turns: Sequence[Turn], now: str) -> "Axis | None":
        """The axis that holds all turns; None if they are of one moment. now: ISO 8601, where what goes on ends."""
        moments = [moment for turn in turns for moment in _ends(turn, now) if moment]
        if not moments or max(moments) - min(moments) < 1:
            return None
        return cls(min(moments), max(moments))

    @property
    def years(self) -> tuple[int, int]:
        """The years to write at the ends."""
        return int(self.first), int(self.last)

    def span(self, turn: Turn) -> Span:
        """The bar of a turn."""
        start, end = _ends(turn, f"{self.last:.4f}")
        left = min(self._at(start), 100 - SHORTEST)
        goes_on = turn.end == "now"
        right = 100.0 if goes_on else self._at(end) if end else left
        return Span(round(left, 1), round(max(right - left, SHORTEST), 1), open=goes_on)

    def _at(self, moment: float) -> float:
        return 100 * (moment - self.first) / (self.last - self.first)


def _ends(turn: Turn, now: str) -> tuple[float, float]:
    """Start and end in decimal years; 0 where the pages do not tell."""
    return _year(turn.start), _year(now if turn.end == "now" else turn.end)


def _year(iso: str) -> float:
    match = DATE.match(iso)
    if not match:
        return 0.0
    return int(match[1]) + (int(match[2]) - 1) / 12 if match[2] else float(match[1])
