"""The bank of moves, as data: each entry names predicates (conditions.py), the goals it suits, wordings and probes."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files

from server.model import GoalKind, Part

FILES = ("marks.toml", "core.toml", "me.toml", "close.toml")


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


@dataclass(frozen=True, slots=True)
class Bank:
    """All moves, in the order of their files."""

    moves: tuple[Move, ...]


def load_bank() -> Bank:
    """The bank that comes with the package. A key that is missing or misspelt is an error here, not later."""
    return Bank(tuple(_move(entry) for name in FILES for entry in _entries(name)))


def _entries(name: str) -> list[dict[str, object]]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    entries: list[dict[str, object]] = tomllib.loads(text)["move"]
    return entries


def _move(entry: dict[str, object]) -> Move:
    plain = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    plain["part"] = Part(str(plain["part"]))
    plain["kinds"] = tuple(GoalKind(kind) for kind in entry["kinds"])  # type: ignore[attr-defined]
    return Move(**plain)  # type: ignore[arg-type]
