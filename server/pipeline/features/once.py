"""What was worked out of a page is kept on the page: where one of many pages is new, it alone is looked at."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from server.pipeline.features.values import ReadClip

Given = ParamSpec("Given")
Value = TypeVar("Value")


def once_a_page(
    work: Callable[Concatenate[ReadClip, Given], Value],
) -> Callable[Concatenate[ReadClip, Given], Value]:
    """`work` of a page and what else is known, done again only where that is another than the last time. It must be pure."""

    @wraps(work)
    def kept(one: ReadClip, /, *given: Given.args, **named: Given.kwargs) -> Value:
        known = one.worked_out.get(work)
        if known and known[0] == (given, named):
            value: Value = known[1]
            return value
        value = work(one, *given, **named)
        one.worked_out[work] = ((given, named), value)
        return value

    return kept
