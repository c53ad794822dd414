"""Floors under the measures: a change may raise them, never lower them.

A floor holds for the mean over the people it was pinned with, so that a new interview does not move it. For a measure that is
better when lower it is a ceiling.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bench.measures import MEASURES, Measure

FLOORS = Path(__file__).parent / "floors.json"

Row = Mapping[str, float | None]  # the measures of one person by name
ROUNDING = 5e-4  # floors are written with three places

BY_NAME = {one.name: one for one in MEASURES}


class LoweredError(Exception):
    """Somebody asked for floors that are lower than the pinned ones."""


@dataclass(frozen=True)
class Floors:
    """Who the floors were pinned with, the floors by measure, and the name of the Language port that ranked by meaning."""

    people: tuple[str, ...] = ()
    floors: Mapping[str, float] = field(default_factory=dict)
    language: str = ""

    @classmethod
    def load(cls, path: Path) -> "Floors":
        """Floors as they are pinned; none where nothing is."""
        if not path.exists():
            return cls()
        pinned = json.loads(path.read_text("utf-8"))
        return cls(tuple(pinned["people"]), pinned["floors"], pinned["language"])

    def save(self, path: Path) -> None:
        """Pin these floors."""
        pinned: dict[str, Any] = {"language": self.language, "people": list(self.people), "floors": dict(self.floors)}
        path.write_text(json.dumps(pinned, indent=2) + "\n", "utf-8")


def mean(rows: Mapping[str, Row], name: str) -> float | None:
    """Mean of a measure over people, without those who have nothing to measure."""
    values = [value for row in rows.values() if (value := row.get(name)) is not None]
    return sum(values) / len(values) if values else None


def fallen(floors: Floors, rows: Mapping[str, Row]) -> list[str]:
    """One line for every measure that is worse than its floor, for every pinned person or measure that is gone."""
    gone = [
        f"{slug} was measured when the floors were pinned and is not there"
        for slug in floors.people
        if slug not in rows
    ]
    pinned = {slug: rows[slug] for slug in floors.people if slug in rows}
    return gone + [line for name, floor in floors.floors.items() if (line := _fall(name, floor, mean(pinned, name)))]


def raised(pinned: Floors, rows: Mapping[str, Row]) -> Floors:
    """Floors pinned at what is measured now, less the slack of each measure; none lower than it was.

    Where people have joined, the floors are pinned anew over all, and the old ones must hold over the old. Raises
    LoweredError when anything has fallen.
    """
    if lines := fallen(pinned, rows):
        raise LoweredError("; ".join(lines))
    people = tuple(sorted(rows))
    old = pinned.floors if people == pinned.people else {}
    measured = {one.name: value for one in MEASURES if (value := mean(rows, one.name)) is not None}
    floors = {name: _pin(BY_NAME[name], value, old.get(name)) for name, value in measured.items()}
    return replace(pinned, people=people, floors=floors)


def _pin(measure: Measure, value: float, old: float | None) -> float:
    if measure.better == "higher":
        floor = max(0.0, round(value - measure.slack, 3))
        return floor if old is None else max(floor, old)
    floor = round(value + measure.slack, 3)
    return floor if old is None else min(floor, old)


def _fall(name: str, floor: float, value: float | None) -> str:
    if value is None or name not in BY_NAME:
        return f"{name} has a floor of {floor:g} and was not measured"
    better = BY_NAME[name].better
    fell = value < floor - ROUNDING if better == "higher" else value > floor + ROUNDING
    return f"{name} is {value:.3f}, pinned at {floor:g} ({better} is better)" if fell else ""
