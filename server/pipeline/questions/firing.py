"""Which moves fire on a candidate: their conditions as a tree, so that what many moves share is asked once.

Most candidates have no act to tell, say, and with that one answer falls every move that needs one.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from server.pipeline.questions.bank import Move
from server.pipeline.questions.conditions import PREDICATES, Candidate


@dataclass(frozen=True, slots=True)
class _Tree:
    """fires: places of the moves of which nothing is left to ask. below: a condition, and the tree of the moves that share it."""

    fires: tuple[int, ...]
    below: tuple[tuple[str, "_Tree"], ...]


def fired(one: Candidate, moves: tuple[Move, ...]) -> list[Move]:
    """The moves of which every condition holds, in their order."""
    holds = cache(lambda name: PREDICATES[name](one))  # a cache, gone with this call: branches share conditions
    return [moves[at] for at in sorted(_walk(_tree(moves), holds))]


def _walk(tree: _Tree, holds: Callable[[str], bool]) -> Iterator[int]:
    yield from tree.fires
    for name, below in tree.below:
        if holds(name):
            yield from _walk(below, holds)


@lru_cache(maxsize=8)  # a cache: there is one bank, and its part on goals
def _tree(moves: tuple[Move, ...]) -> _Tree:
    return _grown({at: move.when for at, move in enumerate(moves)})


def _grown(left: Mapping[int, tuple[str, ...]]) -> _Tree:
    """The tree of some moves (by their places) by what is left to ask of each.

    Next comes what stands first in some move, the bank putting what is dear to ask last, and of that what most of them share.
    """
    fires = tuple(at for at, when in left.items() if not when)
    below = []
    while heads := {when[0] for when in left.values() if when}:
        shared = Counter(name for when in left.values() for name in when)
        first = min(heads, key=lambda name: (-shared[name], name))
        asking = {at: tuple(name for name in when if name != first) for at, when in left.items() if first in when}
        below.append((first, _grown(asking)))
        left = {at: when for at, when in left.items() if first not in when}
    return _Tree(fires, tuple(below))
