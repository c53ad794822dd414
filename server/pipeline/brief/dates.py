"""Turns of one kind in one place (or of one role) that two pages date differently."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from server.pipeline.brief.claims import Claim, dated
from server.pipeline.brief.tellings import Telling, Told, in_words, one_each, ranks, telling_stems
from server.pipeline.evidence.found import Found
from server.pipeline.features.once import once
from server.pipeline.features.stems import stems

YEARS_APART = 3  # two years further apart are years of two turns
FOUNDING, DOCTORATE = "founding", "doctorate"
_FOUNDED = stems("we started in since founded opened")


@dataclass(frozen=True, slots=True)
class _Dated:
    """A claim with what ties it to others: two of its words, or one of its keys."""

    claim: Claim
    found: Found
    stems: frozenset[str]
    ranks: frozenset[str]
    words: frozenset[str]
    keys: frozenset[str]


def turns_told(told: Told) -> list[Telling]:
    """Turns that two pages date differently, each passage once."""
    claims = [_dated(*turn, found, told.common) for found, turns in told.each(_turns_of) for turn in turns]
    tied = ((a, b, _one_turn(a, b, told.common)) for a, b in _near(claims))
    return one_each([Telling(in_words(a.claim.said, tie), (a.found, b.found)) for a, b, tie in tied if tie])


@once
def _turns_of(found: Found) -> tuple[tuple[Claim, frozenset[str], frozenset[str]], ...]:
    """The turns that a passage dates, each with the stems and the ranks of its clause."""
    return tuple((claim, telling_stems(claim.said), ranks(claim.said)) for claim in dated(found))


def _dated(claim: Claim, own: frozenset[str], called: frozenset[str], found: Found, common: frozenset[str]) -> _Dated:
    words, keys = own - common, frozenset(f"rank {rank}" for rank in called)
    if claim.of == FOUNDING:
        words, keys = frozenset(), frozenset({"we"} if claim.said.lstrip().startswith(("we ", "we've ")) else ())
    elif claim.of == DOCTORATE:
        words, keys = frozenset(), words
    return _Dated(claim, found, own, called, words, keys)


def _near(claims: Sequence[_Dated]) -> Iterator[tuple[_Dated, _Dated]]:
    """Pairs on two pages, a year to three apart, that may be tied; in the order of the claims."""
    places: defaultdict[tuple[str, float], defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    years = [apart for apart in range(-YEARS_APART, YEARS_APART + 1) if apart]
    pairs: list[tuple[int, int]] = []
    for at, one in enumerate(claims):
        of, year = one.claim.of, one.claim.value
        around = [places[of, year + apart] for apart in years if (of, year + apart) in places]
        twice = {place for place, count in Counter(_sharing(one.words, around)).items() if count > 1}
        near = twice.union(_sharing(one.keys, around))
        pairs += ((place, at) for place in near if claims[place].found.clip.id != one.found.clip.id)
        for key in one.words | one.keys:
            places[of, year][key].append(at)
    return ((claims[first], claims[second]) for first, second in sorted(pairs))


def _sharing(keys: frozenset[str], around: Sequence[Mapping[str, list[int]]]) -> Iterator[int]:
    """Places that stand under these keys, once a key."""
    return chain.from_iterable(there[key] for there in around for key in keys & there.keys())


def _one_turn(one: _Dated, other: _Dated, common: frozenset[str]) -> frozenset[str]:
    """What ties two clauses to one turn: one role and what it is of; or, without a role, two words that are not everywhere.

    One beginning of what "we" are, and one doctorate, need no more than their kind, a doctorate its place.
    """
    shared = one.stems & other.stems
    if one.claim.of == FOUNDING:
        return _FOUNDED
    if one.claim.of == DOCTORATE:
        return shared - common
    if one.ranks and other.ranks:
        return shared if one.ranks & other.ranks and len(shared) >= 2 else frozenset()
    return shared if len(shared - common) >= 2 else frozenset()
