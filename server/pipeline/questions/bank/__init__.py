"""The bank of moves, as data: each entry names predicates (conditions/), the goals it suits, wordings and probes."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from server.model import GoalKind, Part

PROBES = "probes.toml"
FILES = ("marks.toml", "steps.toml", "core.toml", "me.toml", "close.toml")
SHAPES = "shapes.toml"


@dataclass(frozen=True, slots=True)
class Move:
    """A way of asking. kinds are the goals it serves, none: any."""

    id: str
    part: Part
    minutes: int
    kinds: tuple[GoalKind, ...]
    when: tuple[str, ...]
    ask: tuple[str, ...]
    probes: tuple[str, ...]
    strength: float
    opener: bool = False
    filler: bool = False  # asked only where too few others are left
    story: bool = (
        False  # asks for one story: where many others are missing, it may stand a little further from the goals
    )


@dataclass(frozen=True, slots=True)
class HalfMove:
    """A way of asking for the seeker to finish: signs are what a passage has to show for it."""

    move: str
    signs: frozenset[str]
    text: str


@dataclass(frozen=True, slots=True)
class Probes:
    """What to ask next after a question that asks with one of some words."""

    asks: tuple[str, ...]
    then: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bank:
    """All moves, all shapes and all probes for the seeker's own questions, in the order of their files."""

    moves: tuple[Move, ...]
    shapes: tuple[HalfMove, ...] = ()
    probes: tuple[Probes, ...] = ()


def load_bank() -> Bank:
    """The bank that comes with the package. A key that is missing or misspelt is an error here, not later."""
    moves = tuple(_move(entry) for name in FILES for entry in _entries(name, "move"))
    probes = tuple(Probes(tuple(entry["asks"]), tuple(entry["then"])) for entry in _entries(PROBES, "probes"))
    return Bank(moves, tuple(_shape(**entry) for entry in _entries(SHAPES, "shape")), probes)


def _entries(name: str, key: str) -> list[dict[str, Any]]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    entries: list[dict[str, Any]] = tomllib.loads(text)[key]
    return entries


def _shape(move: str, signs: list[str], text: str) -> HalfMove:
    return HalfMove(move, frozenset(signs), text)


def _move(entry: dict[str, Any]) -> Move:
    plain: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    plain["part"] = Part(str(plain["part"]))
    plain["kinds"] = tuple(GoalKind(kind) for kind in entry["kinds"])
    return Move(**plain)
