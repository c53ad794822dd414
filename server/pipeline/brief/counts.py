"""Numbers of one thing that two pages give differently: "12 leaky dams" and "nine dams along the brook"."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from server.model import SaidBy
from server.pipeline.brief.claims import MEMBERS, Claim, counted
from server.pipeline.brief.tellings import Telling, Told, ranks, telling_stems
from server.pipeline.evidence.found import Found
from server.pipeline.features.once import once
from server.pipeline.features.stems import folded, stem_list

ROUND = 0.02  # two numbers nearer than this are one number, rounded
OVER = 1.2  # "more than 300" is still right of a number so much larger
FAR = 1.7  # two numbers further apart are numbers of two things
VALUES = 3  # a noun counted in more ways than this, in that range, is no slot
SLIGHT = 0.5  # what a stem that stands everywhere adds to a tie
MANY = 100  # from here on the same noun is enough
FEW = 10  # below it two numbers agree in their noun too easily
# Everybody counts these all the time; two numbers of them are one thing only where much else is shared.
UNITS = frozenset(
    "year month week day hour minut second time season term quarter percent cent mile kilomet page word thing peopl pound euro dollar "
    "money tonn ton kilogram kilo gram litr metr franc shill krone crown rupe yen".split()
)
LASTING = frozenset({"year", "month"})


@dataclass(frozen=True, slots=True)
class _Count:
    """A claim in its passage. counts: all that the passage counts."""

    claim: Claim
    found: Found
    counts: frozenset[tuple[str, float]]


def counts(told: Told) -> list[Telling]:
    """One telling a noun, the pair that shares most of the pairs that share enough."""
    claims: dict[str, list[_Count]] = defaultdict(list)
    for found, (of, together) in told.each(_counts_of):
        for noun, claim in of:
            claims[noun].append(_Count(claim, found, together))
    pairs = ((of[0].claim.of, _best_pair(noun, of, told.common)) for noun, of in sorted(claims.items()))
    return [Telling(of, pair) for of, pair in pairs if pair]


@once
def _counts_of(found: Found) -> tuple[tuple[tuple[str, Claim], ...], frozenset[tuple[str, float]]] | None:
    """The claims of a passage, each with the stem of its noun; and how many of what it counts in all. None if it counts nothing."""
    of = tuple((stem_list(claim.of)[0], claim) for claim in counted(found))
    return (of, frozenset((noun, claim.value) for noun, claim in of)) if of else None


@once
def _ties(found: Found) -> tuple[frozenset[str], frozenset[str]]:
    """What ties a passage to others: its stems, and the ranks that a time was spent in."""
    said = folded(found.evidence.exact)
    return telling_stems(said), ranks(said)


def _best_pair(noun: str, told: Sequence[_Count], common: frozenset[str]) -> tuple[Found, Found] | None:
    best: tuple[tuple[bool, float], tuple[Found, Found]] | None = None
    for a, b in _apart(told):
        if a.found.clip.id == b.found.clip.id or not _differ(a.claim, b.claim) or _each_of_its_day(a.found, b.found):
            continue
        (stems, called), (other_stems, other_called) = _ties(a.found), _ties(b.found)
        shared = (stems & other_stems) - {noun}
        tie = len(shared - common) + SLIGHT * len(shared & common) + len(a.counts & b.counts)
        worth = (not (a.claim.least and b.claim.least), tie)
        loose, low = a.claim.loose and b.claim.loose, min(a.claim.value, b.claim.value)
        needed = _needed(noun, low, loose=loose) - (noun in LASTING and bool(called & other_called))
        if tie >= needed and (best is None or worth > best[0]):
            best = (worth, (a.found, b.found))
    return best[1] if best else None


def _each_of_its_day(a: Found, b: Found) -> bool:
    """Whether both are of their own pages, of two dates: what they count has grown since, and neither tells it wrong."""
    own = SaidBy.REPORTED not in {a.evidence.said_by, b.evidence.said_by} and SaidBy.OWN in {
        a.evidence.said_by,
        b.evidence.said_by,
    }
    return own and bool(a.evidence.when and b.evidence.when) and a.evidence.when != b.evidence.when


def _apart(told: Sequence[_Count]) -> Iterator[tuple[_Count, _Count]]:
    """Pairs of two values that are, in their range, nearly the only ones; in the order of the claims."""
    places: dict[float, list[int]] = defaultdict(list)
    for at, one in enumerate(told):
        if one.claim.value:  # "£0" is no count of anything
            places[one.claim.value].append(at)
    values = sorted(places)
    pairs = [
        tuple(sorted(pair))
        for at, low in enumerate(values)
        for high in values[at + 1 : at + VALUES]
        if bisect_right(values, high * FAR) - bisect_left(values, low / FAR) <= VALUES
        for pair in product(places[low], places[high])
    ]
    return ((told[first], told[second]) for first, second in sorted(pairs))


def _differ(a: Claim, b: Claim) -> bool:
    """Whether two counts of one thing cannot both be meant: "300+" and 312 can, "over 400" and 312 cannot."""
    few, many = sorted((a, b), key=lambda claim: claim.value)
    far = many.value / few.value
    if few.least and not many.least and far <= OVER:
        return False
    return 1 + ROUND < far <= FAR


def _needed(noun: str, low: float, *, loose: bool) -> float:
    """How much two passages must share besides the noun for two numbers to be of one thing."""
    if noun in UNITS:
        return 3
    if loose or low >= MANY or (noun == MEMBERS and low >= 2 * FEW):
        return 0
    return SLIGHT if low >= FEW else 2
