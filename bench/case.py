"""A case for the measures: a person, and the document that was made for them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from bench.matching import covers, speaks_of
from bench.people import Person

CITED = 3  # passages a line of the brief may cite

Json = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """A person, the document made for them, and what the answered check said to typed questions, best answer first."""

    person: Person
    document: Json
    answers: Mapping[str, Sequence[Json]] = field(default_factory=dict)

    @cached_property
    def evidence(self) -> dict[str, Json]:
        """The document's evidence by id."""
        return {one["id"]: one for one in self.document["evidence"]}

    @property
    def questions(self) -> list[Json]:
        """The questions in the document's order."""
        return list(self.document["questions"])

    @property
    def lines(self) -> list[Json]:
        """All lines of the brief."""
        return [item for section in self.document["brief"]["sections"] for item in section["items"]]

    @cached_property
    def covered(self) -> frozenset[str]:
        """Ids of the gold facts of which a line of the brief speaks, through a passage it cites."""
        spoken = {exact for line in self.lines for exact in self._spoken(line)}
        return frozenset(self.facts_in(spoken))

    def facts_in(self, texts: Iterable[str]) -> set[str]:
        """Ids of the gold facts whose quote one of the texts covers."""
        said = tuple(texts)
        return {fact["id"] for fact in self.person.facts.values() if any(covers(text, fact["quote"]) for text in said)}

    def exacts(self, ids: Sequence[str]) -> list[str]:
        """The passages behind these ids; an id that the document does not define has none."""
        return [self.evidence[one]["exact"] for one in ids if one in self.evidence]

    def _spoken(self, line: Json) -> list[str]:
        return [exact for exact in self.exacts(line["evidence"][:CITED]) if speaks_of(line["text"], exact)]


def strings(value: Any, at: str = "") -> Iterator[tuple[str, str]]:
    """Every string of a JSON value with the place where it stands, keys included."""
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield at, key
            yield from strings(inner, f"{at}.{key}")
    elif isinstance(value, list | tuple):
        for n, inner in enumerate(value):
            yield from strings(inner, f"{at}[{n}]")
