"""One page as the already-answered check looks at it: its passages, and all of them that no other page has a part in."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from scrapers.page import Place
from server.pipeline.features.stems import words

MOST_WORDS = 45  # of what is shown as the answer
FEWEST_WORDS = 3  # of a passage that can answer anything, unless it is an item of a list
FOLLOWS = 4  # passages after a question, or after a line that ends in a colon, that may answer it
FADES = 0.15  # of a question's weight, with every passage further from it

Window = tuple[int, int]  # first and last passage of a stretch
Places = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Answerable:
    """One passage as the check sees it. exact is what may be shown, verbatim in its extract's text at start:end ("" if nothing may).

    whole: nothing was cut out of it. asks: it is a question or an interviewer's line, so what follows may answer it. A
    quotation set off from the text is neither: whoever said it, it may be the answer.
    """

    clip_id: str
    exact: str
    start: int
    end: int
    stems: frozenset[str]
    place: Place
    heading: str
    title: str
    block: int
    speaker: str
    own: bool  # in the first person
    whole: bool
    asks: bool
    theirs: bool  # they say it, or a page quotes them

    @property
    def leads(self) -> bool:
        """Whether what follows is what it tells of: "Three things helped:"."""
        return self.exact.rstrip().endswith(":")

    @property
    def answers(self) -> bool:
        """Whether it could answer anything by itself."""
        if not self.exact or self.asks or self.place is Place.HEADING:
            return False
        return self.place is Place.ITEM or len(self.exact.split()) >= FEWEST_WORDS


@dataclass(frozen=True, slots=True)
class Laid:
    """A page's passages in reading order; the rest by their places on it.

    windows: the first and the last of each stretch that can be shown as one answer, a row each: neighbours under one heading, at most 45
    words. below: how many passages of the same section that could answer stand before each; what others say there is not counted. sections: the number of the section (a run
    of passages below one heading) in which each stands. question_of: the question or lead it may answer (itself for none), and
    question_counts how much that counts. holders: for each stem the places that hold it. silent: which can answer nothing; own: which are
    told in the first person, as 0 or 1. told: the stems of all passages, each as often as it is held. own_words: of what is told in the
    first person; capitals: words that stand in capital letters.
    """

    passages: tuple[Answerable, ...]
    windows: Places
    below: Places
    sections: Places
    question_of: Places
    question_counts: Scores
    holders: dict[str, list[int]]
    silent: npt.NDArray[np.bool_]
    own: Scores
    told: tuple[str, ...]
    own_words: frozenset[str]
    capitals: frozenset[str]


def lay(passages: tuple[Answerable, ...]) -> Laid:
    """A page from its passages."""
    questions, counts = _questions_before(passages)
    answers = [at for at, passage in enumerate(passages) if passage.answers]
    silent = np.ones(len(passages), np.bool_)
    silent[answers] = False
    begins = [bool(at) and not _one_section(passages[at - 1], passage) for at, passage in enumerate(passages)]
    return Laid(
        passages=passages,
        windows=np.array([(at, _last(passages, at)) for at in answers], np.int64).reshape(-1, 2),
        below=np.array(_below(passages), np.int64),
        sections=np.cumsum(np.array(begins, np.int64)),
        question_of=questions,
        question_counts=counts,
        holders=holders(passage.stems for passage in passages),
        silent=silent,
        own=np.array([passage.own for passage in passages], np.float64),
        told=tuple(chain.from_iterable(passage.stems for passage in passages)),
        own_words=frozenset(words(" ".join(passage.exact for passage in passages if passage.own))),
        capitals=frozenset(word for passage in passages for word in passage.exact.split() if word.isupper()),
    )


def holders(found: Iterable[frozenset[str]]) -> dict[str, list[int]]:
    """For each stem the places that hold it."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, ones in enumerate(found):
        for stem in ones:
            places[stem].append(at)
    return dict(places)


def _below(passages: Sequence[Answerable]) -> list[int]:
    """How many passages of the same section that could answer stand before each: what others say there is not counted."""
    places: list[int] = []
    said = 0
    for at, passage in enumerate(passages):
        if not (at and _one_section(passages[at - 1], passage)):
            said = 0
        places.append(said)
        said += bool(passage.exact) and not passage.asks
    return places


def _one_section(one: Answerable, other: Answerable) -> bool:
    return (one.clip_id, one.heading) == (other.clip_id, other.heading)


def _questions_before(passages: Sequence[Answerable]) -> tuple[Places, Scores]:
    """For each passage the place of the question or lead it may answer (its own for none) and how much that counts."""
    places, counts = np.arange(len(passages)), np.zeros(len(passages))
    for at, passage in enumerate(passages):
        for away in range(1, min(FOLLOWS, at) + 1):
            before = passages[at - away]
            if (before.clip_id, before.heading) != (passage.clip_id, passage.heading):
                break
            if before.asks or before.leads:
                places[at], counts[at] = at - away, 1 - FADES * (away - 1)
                break
    return places, counts


def _last(passages: Sequence[Answerable], first: int) -> int:
    last, length = first, len(passages[first].exact.split())
    while last + 1 < len(passages) and _goes_on(passages[last], passages[last + 1]):
        length += len(passages[last + 1].exact.split())
        if length > MOST_WORDS:
            break
        last += 1
    return last


def _goes_on(one: Answerable, other: Answerable) -> bool:
    """Whether two neighbours can be shown together: one speaker, one heading, nothing private and nothing left out between."""
    if (one.clip_id, one.heading, one.speaker) != (other.clip_id, other.heading, other.speaker):
        return False
    if not (one.whole and other.whole and not other.asks and other.place is not Place.HEADING):
        return False
    return one.block == other.block or one.block + 1 == other.block
