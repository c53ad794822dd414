"""What two dated pages of theirs say of one thing at two times: what was promised for a day, what was the best ever, what they were called."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from server.model import SaidBy
from server.pipeline.brief.claims import ROLE
from server.pipeline.brief.promised import how_it_went, promised
from server.pipeline.brief.tellings import Telling, Told, in_words, one_each, ranks
from server.pipeline.evidence.found import Found
from server.pipeline.features.once import once
from server.pipeline.features.stems import folded

YEARS_LATER = 3  # a promise is looked back on soon, or not at all
CALLED_APART = 2

_BEST = re.compile(
    r"\b(?P<most>best|worst|biggest|busiest|hardest|proudest|longest|favou?rite|most [a-z]+) (?:[a-z'-]+ ){0,2}?(?P<noun>[a-z'-]+)"
    r" (?:ever|yet|so far|to date|of (?:my|our) (?:life|career)|(?:i|we)(?:'ve| have) ever)\b"
)
# "I am the son of professors", "I'm a former leader": nothing they are.
_AM = re.compile(
    r"\bi(?:'m| am|'ve been| have been) (?:now |currently )?(?:an?|the) (?!former\b|ex-|retired\b)"
    rf"(?:(?!of\b|for\b|with\b|at\b|who\b|that\b)[\w&'/-]+ ){{0,5}}?(?={ROLE.pattern})[^,.;:()]*"
)
_HEADLINE = re.compile(r"(?:[\w&/-]+ ){0,3}[\w&/-]+(?:, (?:and )?(?:[\w&/-]+ ){0,3}[\w&/-]+){1,4}\.?")


@dataclass(frozen=True, slots=True)
class _Said:
    """What a passage of theirs says that another time can be held against."""

    best: frozenset[str] = frozenset()  # "best year"
    promised: frozenset[str] = frozenset()  # stems of what is to be done by a day
    stands: frozenset[str] = frozenset()  # stems of what is told how it went
    plain: int = 0  # how plainly that is said, 0 most
    called: frozenset[str] = frozenset()  # ranks


def then_told(told: Told) -> list[Telling]:
    """The older first, each passage once."""
    said = [(found, one) for found, one in told.each(_said)]
    return one_each([*_promises(said), *_bests(said), *_calls(said)])


def _bests(said: Sequence[tuple[Found, _Said]]) -> Iterator[Telling]:
    for (a, one), (b, other) in combinations([pair for pair in said if pair[1].best and pair[0].evidence.when], 2):
        if a.clip.id != b.clip.id and a.evidence.when != b.evidence.when and (both := one.best & other.best):
            yield Telling(min(both), _older_first(a, b))


def _promises(said: Sequence[tuple[Found, _Said]]) -> Iterator[Telling]:
    made = [(found, one.promised) for found, one in said if one.promised and found.evidence.when]
    stand = sorted((pair for pair in said if pair[1].stands and pair[0].evidence.when), key=lambda pair: pair[1].plain)
    kept = [(found, one.stands) for found, one in stand]
    for (then, what), (now, of) in product(made, kept):
        later = now.evidence.when > then.evidence.when and then.clip.id != now.clip.id
        if later and int(now.evidence.when[:4]) - int(then.evidence.when[:4]) <= YEARS_LATER and (both := what & of):
            yield Telling(in_words(then.evidence.exact, both), (then, now))


def _calls(said: Sequence[tuple[Found, _Said]]) -> Iterator[Telling]:
    """One pair at most: the oldest page on which they say what they are, and the newest, where no rank is the same."""
    called = sorted(
        ((found, one.called) for found, one in said if one.called), key=lambda pair: pair[0].evidence.when or "9"
    )
    if not called or not called[0][0].evidence.when:
        return
    (first, was), newest = called[0], called[-1][0].evidence.when or "9"
    latest = [(found, now) for found, now in called if (found.evidence.when or "9") == newest]
    apart = newest == "9" or int(newest[:4]) - int(first.evidence.when[:4]) >= CALLED_APART
    if apart and not any(was & now for _, now in latest):
        yield Telling("work", (first, latest[0][0]))


def _older_first(a: Found, b: Found) -> tuple[Found, Found]:
    return (a, b) if a.evidence.when <= b.evidence.when else (b, a)


@once
def _said(found: Found) -> _Said | None:
    if found.evidence.said_by is not SaidBy.OWN:
        return None
    text = folded(found.evidence.exact)
    best = frozenset(f"{one['most']} {one['noun']}" for one in _BEST.finditer(text))
    stands, plain = how_it_went(text)
    said = _Said(best, promised(text), stands, plain, _called(text))
    return said if best or said.promised or stands or said.called else None


def _called(text: str) -> frozenset[str]:
    if am := _AM.search(text):
        return ranks(am[0])
    return ranks(text) if _HEADLINE.fullmatch(text) and ROLE.search(text) else frozenset()
