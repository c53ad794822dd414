"""Which moves fire on a candidate: their conditions as a tree, so that what many moves share is asked once.

Most candidates have no act to tell, say, and with that one answer falls every move that needs one.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from server.pipeline.questions.bank import Move
from server.pipeline.questions.conditions import PREDICATES, Candidate


@dataclass(frozen=True, slots=True)
class Tree:
    """fires: the moves of which nothing is left to ask, with their places in the bank. below: a condition, and the tree of those that share it."""

    fires: tuple[tuple[int, Move], ...]
    below: tuple[tuple[str, "Tree"], ...]


def fired(one: Candidate, tree: Tree) -> list[Move]:
    """The moves of which every condition holds, in the order of the bank."""
    found: list[tuple[int, Move]] = []
    _walk(tree, one, {}, found)
    return [move for _, move in sorted(found, key=itemgetter(0))]


def _walk(tree: Tree, one: Candidate, known: dict[str, bool], found: list[tuple[int, Move]]) -> None:
    """Adds the moves that fire to those found. known: conditions that were asked already, since branches share them."""
    found += tree.fires
    for name, below in tree.below:
        if name not in known:
            known[name] = PREDICATES[name](one)
        if known[name]:
            _walk(below, one, known, found)


@lru_cache(maxsize=8)  # a cache: there is one bank, and its part on goals
def tree_of(moves: tuple[Move, ...]) -> Tree:
    """The tree of some moves, given in the order of the bank."""
    return _grown({(at, move): move.when for at, move in enumerate(moves)})


def _grown(left: Mapping[tuple[int, Move], tuple[str, ...]]) -> Tree:
    """The tree of some moves by what is left to ask of each.

    Next comes what stands first in some move, the bank putting what is dear to ask last, and of that what most of them share.
    """
    fires = tuple(move for move, when in left.items() if not when)
    below = []
    while heads := {when[0] for when in left.values() if when}:
        shared = Counter(name for when in left.values() for name in when)
        first = min(heads, key=lambda name: (-shared[name], name))
        asking = {move: tuple(name for name in when if name != first) for move, when in left.items() if first in when}
        below.append((first, _grown(asking)))
        left = {move: when for move, when in left.items() if first not in when}
    return Tree(fires, tuple(below))
