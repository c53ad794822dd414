"""How the cost of work grows with its size. No limit in seconds is any: machines differ, and this one may be busy."""

import time
from collections.abc import Callable

TIMES = 4
MOST = 10.0  # in proportion it is 4 times as much; by the square it would be 16
NOTHING = 0.002  # seconds, which no growth makes dear


def growth(work: Callable[[int], object], size: int) -> float:
    """How many times as much of the processor work(size) takes as work(size / 4) does: of three tries each, the cheapest."""
    return _least(work, size) / (_least(work, size // TIMES) + NOTHING)


def _least(work: Callable[[int], object], size: int) -> float:
    return min(_cost(work, size) for _ in range(3))


def _cost(work: Callable[[int], object], size: int) -> float:
    start = time.process_time()
    work(size)
    return time.process_time() - start
