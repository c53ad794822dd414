"""The bank of moves, as data: each entry names predicates (conditions/), what it rests on, the goals it suits, wordings and probes."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from server.model import GoalKind, Part
from server.pipeline.questions.bank.checks import faults
from server.pipeline.questions.bank.moves import Bank, HalfMove, Move, Probes, RestsOn

__all__ = ["Bank", "HalfMove", "Move", "Probes", "RestsOn", "load_bank", "read_moves"]

PROBES = "probes.toml"
FILES = ("marks.toml", "steps.toml", "core.toml", "me.toml", "close.toml")
SHAPES = "shapes.toml"


@cache  # a cache: what comes with the package does not change while it runs
def load_bank() -> Bank:
    """The bank that comes with the package. What is missing, misspelt or cannot be is an error here, not later."""
    moves = tuple(move for name in FILES for move in read_moves(_text(name), name))
    probes = tuple(Probes(tuple(entry["asks"]), tuple(entry["then"])) for entry in _entries(PROBES, "probes"))
    return Bank(moves, tuple(_shape(**entry) for entry in _entries(SHAPES, "shape")), probes)


def read_moves(text: str, name: str) -> tuple[Move, ...]:
    """The moves of one file, text as it stands in it. A fault is a ValueError that names the file and the move."""
    return tuple(_move(entry, name) for entry in tomllib.loads(text)["move"])


def _text(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _entries(name: str, key: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = tomllib.loads(_text(name))[key]
    return entries


def _shape(move: str, signs: list[str], text: str) -> HalfMove:
    return HalfMove(move, frozenset(signs), text)


def _move(entry: dict[str, Any], name: str) -> Move:
    plain: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    try:
        plain["part"], plain["rests_on"] = Part(plain["part"]), RestsOn(plain["rests_on"])
        plain["kinds"] = tuple(GoalKind(kind) for kind in plain["kinds"])
        move = Move(**plain)
    except KeyError as error:
        raise _fault(entry, name, f"it does not say {error.args[0]}") from error
    except (TypeError, ValueError) as error:  # a key too many or too few, or a value that none of the words for it is
        raise _fault(entry, name, str(error)) from error
    if found := faults(move):
        raise _fault(entry, name, "; ".join(found))
    return move


def _fault(entry: dict[str, Any], name: str, what: str) -> ValueError:
    return ValueError(f"{name}: move {entry.get('id', 'without an id')}: {what}")
