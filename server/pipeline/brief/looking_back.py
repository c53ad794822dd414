"""A forecast or a rule, and a later page on which they look back on it in so many words."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import chain

from server.pipeline.brief.claims import NUMBER, YEAR
from server.pipeline.brief.tellings import Telling, Told, in_words, one_each, telling_stems
from server.pipeline.evidence.found import Found
from server.pipeline.features.once import once
from server.pipeline.features.stems import folded

MEANT = 4  # words, numbers and years that tie a look back to what it looks back on
TIED = 2  # words of them, at least

_LOOKS_BACK = re.compile(
    r"\b(?:i|we) (?:\w+ly |had )?(?:said|thought|expected|believed|predicted|promised|assumed|swore|claimed)\b"
    r"|\b(?:i|we) (?:\w+ly |had )?(?:told|wrote)(?: \w+){0,4}?(?: that\b|:)"
    r"|\b(?:my|our|the) (?:bet|forecast|prediction|promise|estimate|guess) (?:was|is|had)\b"
)
_FORECAST = frozenset({"prediction", "opinion", "advice", "claim"})


@dataclass(frozen=True, slots=True)
class _Saying:
    """A dated passage: its telling stems, its text as compared, and the numbers in it."""

    found: Found
    stems: frozenset[str]
    plain: str
    numbers: frozenset[str]

    @property
    def year(self) -> str:
        return self.found.evidence.when[:4]


def looked_back_on(told: Told) -> list[Telling]:
    """The older first, each passage once."""
    said = [_saying(found, told.common) for found in told.sure if found.evidence.when]
    places: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(said):
        for stem in one.stems:
            places[stem].append(at)
    out = []
    for new in said:
        if not _LOOKS_BACK.search(new.plain):
            continue
        years = frozenset(YEAR.findall(new.plain))
        shared = Counter(chain.from_iterable(places[stem] for stem in new.stems))
        older = (place for place, tie in shared.items() if tie >= TIED and said[place].year < new.year)
        meant = ((_meant(said[place], new, shared[place], years), -place) for place in older)
        most, at = max(meant, default=(0, 0))
        if most >= MEANT:
            old = said[-at]
            out.append(Telling(in_words(old.found.evidence.exact, old.stems & new.stems), (old.found, new.found)))
    return one_each(out)


def _saying(found: Found, common: frozenset[str]) -> _Saying:
    tying, plain, numbers = _said_in(found)
    return _Saying(found, tying - common, plain, numbers)


@once
def _said_in(found: Found) -> tuple[frozenset[str], str, frozenset[str]]:
    """Stems of a passage that can tie it to another, its text as compared, and the numbers in it."""
    plain = folded(found.evidence.exact)
    return telling_stems(found.evidence.exact), plain, frozenset(NUMBER.findall(plain))


def _meant(old: _Saying, new: _Saying, tie: int, years: frozenset[str]) -> int:
    """How surely the later passage means the earlier: words they share, a number they share, the year of the earlier page."""
    numbers = old.numbers & new.numbers
    if not (numbers or old.found.marks.cues & _FORECAST):
        return 0
    return tie + 2 * bool(numbers) + 2 * (old.year in years)
