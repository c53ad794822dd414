"""One fact told differently on two pages: a count, the year of a turn, and a forecast that they look back on themselves.

Only a slot can be compared: the number of one thing, the year of one turn. Two values of it on two pages are shown side by
side, never judged; which one is right, or whether both were in their time, is for the person to find out.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from server.pipeline.brief.claims import MEMBERS, NUMBER, NUMBER_STEMS, ROLE, YEAR, Claim, counted, dated
from server.pipeline.brief.posts import denied, held_on, titles
from server.pipeline.evidence.gather import Found, Pool
from server.pipeline.features.stems import folded, stem_list, stems, words

ROUND = 0.02  # two numbers nearer than this are one number, rounded
OVER = 1.2  # "more than 300" is still right of a number so much larger
FAR = 1.7  # two numbers further apart are numbers of two things
YEARS_APART = 3  # so are two years
VALUES = 3  # a noun counted in more ways than this, in that range, is no slot
MEANT = 4  # words, numbers and years that tie a look back to what it looks back on
COMMON = 0.06  # a stem in more of the passages than this ties nothing to nothing
SLIGHT = 0.5  # what a stem that stands everywhere adds to a tie
MANY = 100  # from here on the same noun is enough
FEW = 10  # below it two numbers agree in their noun too easily
# Everybody counts these all the time; two numbers of them are one thing only where much else is shared.
UNITS = frozenset(
    "year month week day hour minut second time season term quarter percent cent mile kilomet page word thing peopl pound euro dollar "
    "money tonn ton kilogram kilo gram litr metr franc shill krone crown rupe yen".split()
)
LASTING = frozenset({"year", "month"})

_CUES = stems(
    "joined started began took founded opened became launched appointed left published went came said told wrote thought"
)
_LOOKS_BACK = re.compile(
    r"\b(?:i|we) (?:\w+ly |had )?(?:said|thought|expected|believed|predicted|promised|assumed|swore|claimed)\b"
    r"|\b(?:i|we) (?:\w+ly |had )?(?:told|wrote)(?: \w+){0,4}?(?: that\b|:)"
    r"|\b(?:my|our|the) (?:bet|forecast|prediction|promise|estimate|guess) (?:was|is|had)\b"
)
_FORECAST = frozenset({"prediction", "opinion", "advice", "claim"})


@dataclass(frozen=True, slots=True)
class Telling:
    """Two passages that tell one thing differently. about: the words they share on it."""

    about: str
    passages: tuple[Found, Found]


def counts(pool: Pool) -> list[Telling]:
    """Numbers of one thing that two pages give differently."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    for found in _sure(pool):
        for claim in counted(found):
            claims[stem_list(claim.of)[0]].append(claim)
    common = _common(pool)
    return [
        Telling(told[0].of, pair) for noun, told in sorted(claims.items()) if (pair := _two_counts(noun, told, common))
    ]


def turns_told(pool: Pool) -> list[Telling]:
    """Turns of one kind in one place (or of one role) that two pages date differently."""
    common = _common(pool)
    claims = [claim for found in _sure(pool) for claim in dated(found)]
    out: list[Telling] = []
    for a, b in combinations(claims, 2):
        if a.of != b.of or not 0 < abs(a.value - b.value) <= YEARS_APART or a.found.clip.id == b.found.clip.id:
            continue
        if tie := _one_turn(a, b, common):
            out.append(Telling(_in_words(a.said, tie), (a.found, b.found)))
    return _one_each(out)


def posts_told(pool: Pool) -> list[Telling]:
    """Posts that two pages tell differently."""
    sure = _sure(pool)
    return _one_each([Telling(about, pair) for of in (titles, held_on, denied) for about, pair in of(sure)])


def looked_back_on(pool: Pool) -> list[Telling]:
    """A forecast or a rule, and a later page on which they look back on it in so many words; the older first."""
    common, sure = _common(pool), [found for found in _sure(pool) if found.evidence.when]
    said = [_telling_stems(found.evidence.exact) - common for found in sure]
    places: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(said):
        for stem in one:
            places[stem].append(at)
    out = []
    for at, new in enumerate(sure):
        if not _LOOKS_BACK.search(folded(new.evidence.exact)):
            continue
        shared = Counter(place for stem in said[at] for place in places[stem])
        older = [place for place, tie in shared.items() if tie > 1 and _before(sure[place], new)]
        meant, place = max(((_meant(sure[place], new, shared[place]), -place) for place in older), default=(0, 0))
        if meant >= MEANT:
            old = sure[-place]
            out.append(Telling(_in_words(old.evidence.exact, said[-place] & said[at]), (old, new)))
    return _one_each(out)


def _before(old: Found, new: Found) -> bool:
    return old.evidence.when[:4] < new.evidence.when[:4]


def _meant(old: Found, new: Found, tie: int) -> int:
    """How surely the later passage means the earlier: words they share, a number they share, the year of the earlier page."""
    one, other = folded(old.evidence.exact), folded(new.evidence.exact)
    numbers = set(NUMBER.findall(one)) & set(NUMBER.findall(other))
    if not (numbers or old.marks.cues & _FORECAST):
        return 0
    return tie + 2 * bool(numbers) + 2 * (old.evidence.when[:4] in YEAR.findall(other))


def _one_turn(one: Claim, other: Claim, common: frozenset[str]) -> frozenset[str]:
    """What ties two clauses to one turn: one role and what it is of; or, without a role, two words that are not everywhere.

    One beginning of what "we" are, and one doctorate, need no more than their kind, a doctorate its place.
    """
    shared = _telling_stems(one.said) & _telling_stems(other.said)
    if one.of == "founding":
        return frozenset(stems("we started in since founded opened")) if _of_us(one) and _of_us(other) else frozenset()
    if one.of == "doctorate":
        return shared - common
    roles = [stems(" ".join(ROLE.findall(claim.said))) for claim in (one, other)]
    if all(roles):
        return shared if roles[0] & roles[1] and len(shared) >= 2 else frozenset()
    return shared if len(shared - common) >= 2 else frozenset()


def _of_us(claim: Claim) -> bool:
    return claim.said.lstrip().startswith(("we ", "we've "))


def _two_counts(noun: str, told: Sequence[Claim], common: frozenset[str]) -> tuple[Found, Found] | None:
    """The pair that shares most of the two that share enough."""
    best: tuple[tuple[bool, float], tuple[Found, Found]] | None = None
    for a, b in combinations(told, 2):
        low, high = sorted((a.value, b.value))
        if a.found.clip.id == b.found.clip.id or not _differ(a, b):
            continue
        if len({claim.value for claim in told if low / FAR <= claim.value <= high * FAR}) > VALUES:
            continue
        shared = (_telling_stems(a.said) & _telling_stems(b.said)) - {noun}
        tie = len(shared - common) + SLIGHT * len(shared & common) + _same_beside(a, b)
        worth = (not (a.least and b.least), tie)
        needed = _needed(noun, low, loose=a.loose and b.loose) - (noun in LASTING and _one_rank(a, b))
        if tie >= needed and (best is None or worth > best[0]):
            best = (worth, (a.found, b.found))
    return best[1] if best else None


def _differ(a: Claim, b: Claim) -> bool:
    """Whether two counts of one thing cannot both be meant: "300+" and 312 can, "over 400" and 312 cannot."""
    few, many = sorted((a, b), key=lambda claim: claim.value)
    far = many.value / few.value
    if few.least and not many.least and far <= OVER:
        return False
    return 1 + ROUND < far <= FAR


def _one_rank(a: Claim, b: Claim) -> bool:
    """Whether both tell of one post: so many years as a planner."""
    one, other = (stems(" ".join(ROLE.findall(claim.said))) for claim in (a, b))
    return bool(one & other)


def _same_beside(a: Claim, b: Claim) -> int:
    """How many other things both count alike ("two winters")."""
    one, other = ({(stem_list(c.of)[0], c.value) for c in counted(claim.found)} for claim in (a, b))
    return len(one & other)


def _needed(noun: str, low: float, *, loose: bool) -> float:
    """How much two passages must share besides the noun for two numbers to be of one thing."""
    if noun in UNITS:
        return 3
    if loose or low >= MANY or (noun == MEMBERS and low >= 2 * FEW):
        return 0
    return SLIGHT if low >= FEW else 2


def _sure(pool: Pool) -> list[Found]:
    return [
        found
        for found in (*pool.found, *pool.beside)
        if found.sure and not found.marks.cues & {"question", "furniture", "note_line"}
    ]


def _common(pool: Pool) -> frozenset[str]:
    """Stems that stand everywhere on these pages, names of the interviewee among them."""
    seen = Counter(stem for found in pool.found for stem in found.marks.stems)
    return frozenset(stem for stem, count in seen.items() if count > max(3, COMMON * len(pool.found)))


def _telling_stems(text: str) -> frozenset[str]:
    """Stems that can tie two passages: no numbers, no contractions, no verbs that only report."""
    return frozenset(stem for stem in stems(text) - NUMBER_STEMS - _CUES if stem.isalpha())


def _in_words(text: str, tie: frozenset[str]) -> str:
    """The words of a text that belong to what two passages share, in their order."""
    return " ".join(dict.fromkeys(word for word in words(text) if stems(word) & tie))


def _one_each(told: Sequence[Telling]) -> list[Telling]:
    """Best first where a passage stands in several: each passage once."""
    used: set[str] = set()
    out = []
    for telling in sorted(told, key=lambda one: -len(one.about.split())):
        ids = {found.evidence.id for found in telling.passages}
        if not ids & used:
            used |= ids
            out.append(telling)
    return out
