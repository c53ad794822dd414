"""One fact told differently on two pages: a count, the year of a turn, and a forecast that they look back on themselves.

Only a slot can be compared: the number of one thing, the year of one turn. Two values of it on two pages are shown side by
side, never judged; which one is right, or whether both were in their time, is for the person to find out.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from scrapers.page import Place
from server.pipeline.evidence.gather import Found, Pool
from server.pipeline.features.stems import folded, stem_list, stems

ROUND = 0.02  # two numbers nearer than this are one number, rounded
FAR = 1.7  # two numbers further apart are numbers of two things
YEARS_APART = 3  # so are two years
VALUES = 3  # a noun counted in more ways than this on these pages is no slot
COMMON = 0.06  # a stem in more of the passages than this ties nothing to nothing
FEW = 10  # below it two numbers agree in their noun too easily
# Everybody counts these all the time; two numbers of them are one thing only where much else is shared.
UNITS = frozenset("year month week day hour minut second time percent cent mile kilomet page word thing peopl".split())

_DIGITS = r"\d{1,3}(?:[,.]\d{3})+|\d+"
_SMALL = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES = {word: at for at, word in enumerate(_SMALL.split(), 1)} | {
    word: 10 * at for at, word in enumerate(_TENS.split(), 2)
}
_WORD = "|".join((*_VALUES, "hundred", "thousand"))
_COUNT = re.compile(
    rf"(?<![\w.,:/$€£-])(?P<number>{_DIGITS}|(?:{_WORD})(?:[ -](?:and )?(?:{_WORD}))*)\+?\s+(?P<near>[^\W\d]+)(?:\s+(?P<next>[^\W\d]{{4,}}))?"
)
_YEAR = re.compile(r"\b(?:19[5-9]\d|20[0-4]\d)\b")
_TURNS = {
    "start": r"\b(?:since|joined|start(?:ed|ing)?|began|beginning|took over|founded|set up|opened|became|launched|took up|appointed)\b",
    "end": r"\b(?:left|leaving|quit|until|resigned|stepped down|gave (?:it|the \w+) up|handed over)\b",
    "degree": r"\b(?:ph\.?d|doctora\w+|dr\.|master'?s?|msc|ma|mba|ba|bsc|diploma|graduated|degree|thesis)\b",
    "publication": r"\b(?:published|broadcast|released|came out|went out|printed|appeared|premiered)\b",
}
_TURN = {name: re.compile(pattern) for name, pattern in _TURNS.items()}
_LOOKS_BACK = re.compile(
    r"\b(?:i|we) (?:\w+ly )?(?:said|told|wrote|thought|expected|believed|predicted|promised|assumed|swore|claimed|had (?:said|told|thought|expected))\b"
    r"|\b(?:my|our|the) (?:bet|forecast|prediction|promise|estimate|guess) (?:was|is|had)\b|\bi gave (?:it|them|\w+ \w+) \w+ years\b"
)
_FORECAST = frozenset({"prediction", "opinion", "advice", "claim"})


@dataclass(frozen=True, slots=True)
class Telling:
    """Two passages that tell one thing differently. about: what of."""

    about: str
    passages: tuple[Found, Found]


@dataclass(frozen=True, slots=True)
class _Claim:
    value: float
    found: Found


def counts(pool: Pool) -> list[Telling]:
    """Numbers of one thing that two pages give differently."""
    claims: dict[str, list[_Claim]] = {}
    for found in _sure(pool):
        for noun, value in _counted(found.evidence.exact):
            claims.setdefault(noun, []).append(_Claim(value, found))
    common = _common(pool)
    return [
        Telling(noun, pair)
        for noun, told in sorted(claims.items())
        if len({claim.value for claim in told}) <= VALUES and (pair := _two_counts(noun, told, common))
    ]


def turns_told(pool: Pool) -> list[Telling]:
    """Turns of one kind in one place (or of one role) that two pages date differently."""
    common = _common(pool)
    claims = [(kind, _Claim(year, found)) for found in _sure(pool) for kind, year in _dated(found)]
    out: list[Telling] = []
    for (kind_a, a), (kind_b, b) in combinations(claims, 2):
        if kind_a != kind_b or a.found.clip.id == b.found.clip.id or not 0 < abs(a.value - b.value) <= YEARS_APART:
            continue
        tie = _tie(a.found, b.found, common)
        if len(tie) >= 2:
            out.append(Telling(" ".join(sorted(tie)[:3]), (a.found, b.found)))
    return _one_each(out)


def looked_back_on(pool: Pool) -> list[Telling]:
    """A forecast or a rule, and a later page on which they look back on it in so many words; the older first."""
    common = _common(pool)
    later = [found for found in _sure(pool) if _LOOKS_BACK.search(folded(found.evidence.exact)) and found.evidence.when]
    earlier = [found for found in _sure(pool) if found.marks.cues & _FORECAST and found.evidence.when]
    out = []
    for new in later:
        older = [old for old in earlier if old.evidence.when[:4] < new.evidence.when[:4]]
        ties = [(len(_tie(old, new, common)), -at) for at, old in enumerate(older)]
        most, at = max(ties, default=(0, 0))
        if most >= 4:
            out.append(Telling(" ".join(sorted(_tie(older[-at], new, common))[:3]), (older[-at], new)))
    return _one_each(out)


def _sure(pool: Pool) -> list[Found]:
    return [
        found for found in pool.found if found.sure and not found.marks.cues & {"question", "furniture", "note_line"}
    ]


def _common(pool: Pool) -> frozenset[str]:
    """Stems that stand everywhere on these pages, names of the interviewee among them."""
    seen = Counter(stem for found in pool.found for stem in found.marks.stems)
    return frozenset(stem for stem, count in seen.items() if count > max(3, COMMON * len(pool.found)))


def _counted(text: str) -> Iterator[tuple[str, float]]:
    """What is counted and how many: "12 leaky dams" and "twelve dams along the brook" both count dams."""
    for match in _COUNT.finditer(folded(text)):
        value = _value(match["number"])
        if _YEAR.fullmatch(match["number"]) or not value:
            continue
        found = stem_list(match["next"] or "") or (stem_list(match["near"]) if len(match["near"]) > 3 else [])
        if found:
            yield found[0], value


def _value(number: str) -> float:
    if number[0].isdigit():
        return float(re.sub(r"[,.](?=\d{3})", "", number))
    total, part = 0, 0
    for word in re.findall(r"[a-z]+", number):
        if word == "hundred":
            part = max(part, 1) * 100
        elif word == "thousand":
            total, part = total + max(part, 1) * 1000, 0
        else:
            part += _VALUES.get(word, 0)
    return float(total + part)


def _two_counts(noun: str, told: Sequence[_Claim], common: frozenset[str]) -> tuple[Found, Found] | None:
    needed = 3 if noun in UNITS else 1
    best = None
    for a, b in combinations(told, 2):
        low, high = sorted((a.value, b.value))
        if a.found.clip.id == b.found.clip.id or not 1 + ROUND < high / low <= FAR:
            continue
        tie = len(_tie(a.found, b.found, common | {noun}))
        if tie >= needed + (low < FEW) and (best is None or tie > best[0]):
            best = (tie, (a.found, b.found))
    return best[1] if best else None


def _dated(found: Found) -> Iterator[tuple[str, int]]:
    """Kinds of turn a passage tells of, with the one year it gives."""
    slots, text = found.evidence.slots, folded(found.evidence.exact)
    if found.passage.place is Place.ROW and slots.start and (slots.role or slots.org):
        yield "start", int(slots.start[:4])
        return
    named = set(_YEAR.findall(text))
    if len(named) == 1:
        yield from ((kind, int(*named)) for kind, pattern in _TURN.items() if pattern.search(text))


def _tie(a: Found, b: Found, common: frozenset[str]) -> frozenset[str]:
    """What two passages share that does not stand everywhere, years and numbers left aside."""
    shared = _said(a) & _said(b) - common
    return frozenset(stem for stem in shared if not stem.isdigit())


def _said(found: Found) -> frozenset[str]:
    return stems(found.evidence.exact)


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
