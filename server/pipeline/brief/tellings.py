"""What all tellings of one fact on two pages share: the passages that can be held against each other, and what ties two of them.

Only a slot can be compared: the number of one thing, the year of one turn. Two values of it on two pages are shown side by
side, never judged; which one is right, or whether both were in their time, is for the person to find out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from server.pipeline.brief.claims import NUMBER_STEMS, ROLE
from server.pipeline.evidence.gather import Found, Pool
from server.pipeline.features.stems import stems, words

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


@dataclass(frozen=True, slots=True)
class Told:
    """The passages that are surely of them, and the stems that stand everywhere on these pages, their names among them."""

    sure: tuple[Found, ...]
    common: frozenset[str]

    @staticmethod
    def on(pool: Pool) -> "Told":
        """What the pages of a pool tell."""
        every = (*pool.found, *pool.beside)
        sure = tuple(found for found in every if found.sure and not found.marks.cues & _NO_TELLING)
        most = max(3, COMMON * len(pool.found))
        return Told(sure, frozenset(stem for stem, count in pool.held.items() if count > most))


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
