"""What was worked out of a page or a passage is kept on it: where one of many is new, it alone is looked at."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar


class Keeps(Protocol):
    """What has room for what was worked out of it: by what worked it out, what else was given and what came of it."""

    @property
    def worked_out(self) -> dict[Any, tuple[Any, Any]]:
        """Goes where the page or the passage goes."""


One = TypeVar("One", bound=Keeps)
Given = ParamSpec("Given")
Value = TypeVar("Value")


def once(work: Callable[Concatenate[One, Given], Value]) -> Callable[Concatenate[One, Given], Value]:
    """`work` of one page or passage and what else is known, done again only where that is another than the last time. It must be pure."""

    @wraps(work)
    def kept(one: One, /, *given: Given.args, **named: Given.kwargs) -> Value:
        known = one.worked_out.get(work)
        if known and known[0] == (given, named):
            value: Value = known[1]
            return value
        value = work(one, *given, **named)
        one.worked_out[work] = ((given, named), value)
        return value

    return kept
