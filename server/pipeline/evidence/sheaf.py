"""The passages that one page brings, and what each of them is worth knowing for: kept by the page, since hundreds of pages stay as they are."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from server.pipeline.evidence.found import Found

Value = TypeVar("Value")


@dataclass(frozen=True)
class Sheaf:
    """Passages of one page, in their order; their scores may not be the last word. kept: what `each` was asked."""

    found: tuple[Found, ...]
    kept: dict[Any, tuple[Any, ...]] = field(default_factory=dict, init=False, compare=False, repr=False)

    def each(self, work: Callable[..., Value], *given: object) -> tuple[Value, ...]:
        """`work` of each passage and what else is given, done once. It must be pure, and neither depend on a score nor hold a `Found`."""
        key = (work, *given)
        if key not in self.kept:
            self.kept[key] = tuple(work(found, *given) for found in self.found)
        return self.kept[key]

    @cached_property
    def holders(self) -> Mapping[str, list[int]]:
        """For each stem the places of the passages that hold it."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for at, found in enumerate(self.found):
            for stem in found.marks.stems:
                places[stem].append(at)
        return dict(places)
