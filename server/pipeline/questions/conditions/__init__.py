"""The predicates that moves of the bank name. Each is one tested function of a candidate; there are no expressions in data.

words   what their words are      acts   what they did      efforts   what they tried, won, refused, kept to
marks   what they marked, and noted beside it      lived   what a marked line tells of something lived through
mine    what the seeker brings     goals  what they want    shown  what they could show
steps   what both have before or behind them
"""

from collections.abc import Callable, Mapping

from server.pipeline.questions.conditions import acts, efforts, goals, lived, marks, mine, shown, steps, words
from server.pipeline.questions.material.candidate import Candidate

__all__ = ["PREDICATES", "Candidate"]

_ALL: tuple[Callable[[Candidate], bool], ...] = (
    *words.PREDICATES,
    *acts.PREDICATES,
    *efforts.PREDICATES,
    *marks.PREDICATES,
    *lived.PREDICATES,
    *mine.PREDICATES,
    *goals.PREDICATES,
    *shown.PREDICATES,
    *steps.PREDICATES,
)
PREDICATES: Mapping[str, Callable[[Candidate], bool]] = {predicate.__name__: predicate for predicate in _ALL}
