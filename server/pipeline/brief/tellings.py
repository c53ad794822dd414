"""What all tellings of one fact on two pages share: the passages that can be held against each other, and what ties two of them.

Only a slot can be compared: the number of one thing, the year of one turn. Two values of it on two pages are shown side by
side, never judged; which one is right, or whether both were in their time, is for the person to find out.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from server.pipeline.brief.claims import NUMBER_STEMS, ROLE
from server.pipeline.evidence.gather import Found, Pool
from server.pipeline.features.stems import stems, words

Value = TypeVar("Value")
COMMON = 0.06  # a stem in more of the passages than this ties nothing to nothing

_CUES = stems(
    "joined started began took founded opened became launched appointed left published went came said told wrote thought"
)
_NO_TELLING = frozenset({"question", "furniture", "note_line"})


@dataclass(frozen=True, slots=True)
class Telling:
    """Two passages that tell one thing differently. about: the words they share on it."""

    about: str
    passages: tuple[Found, Found]


@dataclass(frozen=True)
class Told:
    """What the pages tell; common: the stems that stand everywhere on these pages, their names among them."""

    pool: Pool
    common: frozenset[str]

    @staticmethod
    def on(pool: Pool) -> "Told":
        """What the pages of a pool tell."""
        most = max(3, COMMON * len(pool.found))
        return Told(pool, frozenset(stem for stem, count in pool.held.items() if count > most))

    @cached_property
    def sure(self) -> tuple[Found, ...]:
        """The passages that are surely of them."""
        return tuple(found for found, sure in self._every(_tells) if sure)

    def each(self, work: Callable[[Found], Value | None]) -> Iterator[tuple[Found, Value]]:
        """The passages that are surely of them with what comes of `work`, see `Sheaf.each`; those of which nothing comes are left out."""
        return ((found, value) for found, value in self._every(_of_sure, work) if value)

    def _every(self, work: Callable[..., Value], *given: object) -> Iterator[tuple[Found, Value]]:
        yield from zip(self.pool.found, self.pool.each(work, *given), strict=True)
        yield from ((found, work(found, *given)) for found in self.pool.beside)


def _tells(found: Found) -> bool:
    return found.sure and not found.marks.cues & _NO_TELLING


def _of_sure(found: Found, work: Callable[[Found], Value | None]) -> Value | None:
    return work(found) if _tells(found) else None


def telling_stems(text: str) -> frozenset[str]:
    """Stems that can tie two passages: no numbers, no contractions, no verbs that only report."""
    return frozenset(stem for stem in stems(text) - NUMBER_STEMS - _CUES if stem.isalpha())


def ranks(text: str) -> frozenset[str]:
    """Stems of what a folded text calls somebody at work."""
    return stems(" ".join(ROLE.findall(text)))


def in_words(text: str, tie: frozenset[str]) -> str:
    """The words of a text that belong to what two passages share, in their order."""
    return " ".join(dict.fromkeys(word for word in words(text) if stems(word) & tie))


def one_each(told: Sequence[Telling]) -> list[Telling]:
    """Best first where a passage stands in several: each passage once."""
    used: set[str] = set()
    out = []
    for telling in sorted(told, key=lambda one: -len(one.about.split())):
        ids = {found.evidence.id for found in telling.passages}
        if not ids & used:
            used |= ids
            out.append(telling)
    return out
