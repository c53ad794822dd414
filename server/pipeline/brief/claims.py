"""What a passage claims that can be compared with another page: how many of something, and in which year a turn came."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scrapers.page import Place
from server.pipeline.evidence.gather import Found
from server.pipeline.features.stems import folded, stem_list, stems

_DIGITS = r"\d{1,3}(?:[,.]\d{3})+|\d+"
_SMALL = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES = {word: at for at, word in enumerate(_SMALL.split(), 1)} | {
    word: 10 * at for at, word in enumerate(_TENS.split(), 2)
}
_WORD = "|".join((*_VALUES, "hundred", "thousand"))
_COUNT = re.compile(
    rf"(?P<about>\b(?:over|more than|around|about|nearly|almost|some|roughly|at least|up to)\s+)?(?<![\w.,:/$€£-])"
    rf"(?P<number>{_DIGITS}|(?:{_WORD})(?:[ -](?:and )?(?:{_WORD}))*)(?P<plus>\+?)\s+(?P<words>[^\W\d]+(?:\s+[^\W\d]+){{0,2}})"
)
_PLURAL = re.compile(r"(?:[^\W\d]{2,}(?<![sui])s|people|children|women|men|staff)")
YEAR = re.compile(r"\b(?:19[5-9]\d|20[0-4]\d)\b")
_TURNS = {
    "start": r"\b(?:led|leads?|headed|heads|run|runs|ran|work\w*|serv\w*|taught|teach\w*|been|acted)\b[^,]*\bsince\b|\b(?:joined|start(?:ed|ing)?|began|beginning|took over|founded|set up|opened|became|launched|took up|appointed)\b",
    "end": r"\b(?:left|leaving|quit|until|resigned|stepped down|gave (?:it|the \w+) up|handed over)\b",
    "degree": r"\b(?:ph\.?d|doctora\w+|dr\.|master'?s?|msc|ma|mba|ba|bsc|diploma|graduated|degree|thesis)\b",
    "publication": r"\b(?:published|broadcast|released|came out|went out|printed|appeared|premiered)\b",
}
_TURN = {name: re.compile(pattern) for name, pattern in _TURNS.items()}
_CLAUSE = re.compile(r"[;.:!?]\s|\s(?:before|after|when|while|but|until|and then)\s")
NUMBER = re.compile(
    rf"\b(?:{_DIGITS}|{'|'.join(word for word in _VALUES if word not in ('one', 'two'))}|hundred|thousand)\b"
)
NUMBER_STEMS = stems(" ".join((*_VALUES, "hundred", "thousand")))


@dataclass(frozen=True, slots=True)
class Claim:
    """A value, of what (a noun as it stands, or a kind of turn), and the clause that gives it. loose: a round total ("over 40")."""

    of: str
    value: float
    found: Found
    said: str
    loose: bool = False


def counted(found: Found) -> Iterator[Claim]:
    """What is counted and how many: "12 leaky dams" and "twelve dams along the brook" both count dams."""
    text = folded(found.evidence.exact)
    for match in _COUNT.finditer(text):
        value = _value(match["number"])
        noun = next((word for word in match["words"].split() if _PLURAL.fullmatch(word) and stem_list(word)), "")
        if noun and value and not YEAR.fullmatch(match["number"]):
            yield Claim(noun, value, found, text, loose=bool(match["about"] or match["plus"]))


def dated(found: Found) -> Iterator[Claim]:
    """Kinds of turn a passage tells of, each with the year of its clause."""
    slots, text = found.evidence.slots, folded(found.evidence.exact)
    if found.passage.place is Place.ROW and slots.start and (slots.role or slots.org):
        yield Claim("start", int(slots.start[:4]), found, folded(f"{slots.role} {slots.org}"))
        return
    for clause in _CLAUSE.split(text):
        named = set(YEAR.findall(clause))
        if len(named) == 1:
            year = int(named.pop())
            yield from (Claim(kind, year, found, clause) for kind, pattern in _TURN.items() if pattern.search(clause))


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
