"""What a passage claims that can be compared with another page: how many of something, and in which year a turn came."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scrapers.page import Place
from server.pipeline.evidence.found import Found
from server.pipeline.features.stems import folded, stem_list, stems

_DIGITS = r"\d{1,3}(?:[,.]\d{3})+|\d+"
_SMALL = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES = {word: at for at, word in enumerate(_SMALL.split(), 1)} | {
    word: 10 * at for at, word in enumerate(_TENS.split(), 2)
}
_WORD = "|".join((*_VALUES, "hundred", "thousand"))
_DIGIT = re.compile(r"\d")
_COUNT = re.compile(
    rf"(?P<about>\b(?:over|more than|at least|around|about|nearly|almost|some|roughly|up to|über|mehr als|rund|plus de|más de)\s+)?"
    rf"(?<![\w.,:/$€£-])"
    rf"(?P<number>{_DIGITS}|(?:{_WORD})(?:[ -](?:and )?(?:{_WORD}))*)(?P<plus>\+?)(?=\s+(?P<words>[^\W\d]+(?:\s+[^\W\d]+){{0,2}}))"
)
_AT_LEAST = re.compile(r"over|more than|at least|über|mehr als|plus de|más de")
# "£40,000", "2 million euros": of no thing, so that much else has to be shared.
_AMOUNT = re.compile(
    rf"(?P<about>\b(?:over|more than|at least|around|about|nearly|almost|some|roughly)\s+)?[£$€]\s?(?P<number>{_DIGITS})(?:\.\d+)?"
    r"(?P<times>\s?(?:k|m|bn|thousand|million|billion)\b)?"
)
_TIMES = {"k": 1e3, "t": 1e3, "m": 1e6, "b": 1e9}
MONEY = "money"
# "the 84 of us", "84 members": how many they are.
_OF_US = re.compile(
    rf"(?:(?P<about>\b(?:over|more than|at least|about|around|nearly)\s+))?(?<![\w.,-])(?P<number>{_DIGITS})\s+of us\b"
)
US = "members"
MEMBERS = stem_list(US)[0]
_US = re.compile(r"members|mitglieder|membres|miembros")
# What is counted of one season, quarter or year is no standing number, unless it is spoken of as one: "the eleven hospitals".
_OF_A_TIME = re.compile(
    r"(?<!\bsince )\b(?:(?:19|20)\d\d|seasons?|quarters?|(?:last|this|each|every|a|per) (?:year|month|week|day)|january|february|march|"
    r"april|june|july|august|september|october|november|december)\b"
)
_PART = re.compile(r"[,;](?=\s)|\band\b")
_STANDING = re.compile(r"\b(?:the|our|its|their|all|now)\s+$")
_PLURAL = re.compile(r"(?:[^\W\d]{2,}(?<![sui])s|people|children|women|men|staff)")
YEAR = re.compile(r"\b(?:19[5-9]\d|20[0-4]\d)\b")
_ROLE = (
    r"(?:director|head|lead|leader|manager|engineer|professor|lecturer|consultant|founder|editor|writer|nurse|doctor|teacher|"
    r"designer|developer|scientist|researcher|analyst|officer|chief|partner|principal|president|chair|coordinator|assistant|"
    r"associate|adviser|advisor|planner|architect|producer|curator|librarian|secretary|apprentice|clerk|technician|inspector)s?"
)
ROLE = re.compile(rf"\b{_ROLE}\b")
_TURNS = {
    "founding": r"\b(?:we (?:started|began|opened|set up)|founded|established|opened|set up) in (?=\d{4})|\bwe(?:'ve| have) been\b[^,]*\bsince\b",
    "start": r"\b(?:led|leads?|headed|heads|run|runs|ran|work\w*|serv\w*|taught|teach\w*|been|acted)\b[^,]*\bsince\b|\b(?:joined|start(?:ed|ing)?|began|beginning|took over|founded|set up|opened|became|launched|took up|appointed|took charge)\b|"
    rf"\b(?:{_ROLE})\b.*\bsince\b|\bgot a new\b|\bwas (?:formed|created)\b",
    "end": r"\b(?:left|leaving|quit|until|resigned|stepped down|gave (?:it|the \w+) up|handed over)\b",
    "doctorate": r"\b(?:ph\.?d|d\.?phil|doctora\w+|dr\.|promovierte|promotion)(?!\w)",
    "degree": r"\b(?:master'?s?|msc|ma|mba|ba|bsc|diploma|graduated|degree|thesis)\b",
    "publication": r"\b(?:published|broadcast|released|came out|went out|printed|appeared|premiered)\b",
}
_TURN = {name: re.compile(pattern) for name, pattern in _TURNS.items()}
_CLAUSE = re.compile(
    r"[;:!?]\s|\s\((?=and\b|but\b|though\b|while\b)|(?<!\bdr)\.\s(?!\()|\),\s|\s(?:before|after|when|while|but|until|and then)\s"
)
NUMBER = re.compile(
    rf"\b(?:{_DIGITS}|{'|'.join(word for word in _VALUES if word not in ('one', 'two'))}|hundred|thousand)\b"
)
NUMBER_STEMS = stems(" ".join((*_VALUES, "hundred", "thousand")))


@dataclass(frozen=True, slots=True)
class Claim:
    """A value, of what (a noun as it stands, or a kind of turn), and the clause that gives it.

    loose: a round total ("about 40"); least: it says that there are no fewer ("over 40", "40+").
    """

    of: str
    value: float
    said: str
    loose: bool = False
    least: bool = False


def counted(found: Found) -> tuple[Claim, ...]:
    """What is counted and how many: "12 leaky dams" and "twelve dams along the brook" both count dams."""
    exact = found.evidence.exact
    if not (found.marks.stems & NUMBER_STEMS or _DIGIT.search(exact)):  # most passages
        return ()
    text = folded(exact)
    return (*_of_things(text), *_of_money(text), *_of_us(text))


def _of_things(text: str) -> Iterator[Claim]:
    for match in _COUNT.finditer(text):
        value = _value(match["number"])
        noun = next((word for word in match["words"].split() if _counts(word)), "")
        if noun and value and not YEAR.fullmatch(match["number"]) and _stands(text, match.start()):
            of, plus = US if _US.fullmatch(noun) else noun, bool(match["plus"])
            yield Claim(of, value, text, **_looseness(match["about"], plus=plus))


def _of_money(text: str) -> Iterator[Claim]:
    for match in _AMOUNT.finditer(text):
        times = _TIMES[match["times"].strip()[0]] if match["times"] else 1
        yield Claim(MONEY, _value(match["number"]) * times, text, **_looseness(match["about"], plus=False))


def _of_us(text: str) -> Iterator[Claim]:
    for match in _OF_US.finditer(text):
        yield Claim(US, _value(match["number"]), text, **_looseness(match["about"], plus=False))


def _stands(text: str, at: int) -> bool:
    """Whether the number at this place is one that holds beyond a season or a year."""
    begins = max((part.end() for part in _PART.finditer(text, 0, at)), default=0)
    ends = next((part.start() for part in _PART.finditer(text, at)), len(text))
    return bool(_STANDING.search(text[:at])) or not _OF_A_TIME.search(text[begins:ends])


def _counts(word: str) -> bool:
    return bool(_US.fullmatch(word)) or (bool(_PLURAL.fullmatch(word)) and bool(stem_list(word)))


def _looseness(about: str | None, *, plus: bool) -> dict[str, bool]:
    return {"loose": bool(about) or plus, "least": plus or bool(about and _AT_LEAST.match(about))}


def dated(found: Found) -> tuple[Claim, ...]:
    """Kinds of turn a passage tells of, each with the year of its clause."""
    slots = found.evidence.slots
    if not (YEAR.search(found.evidence.exact) or slots.start):  # most passages
        return ()
    if found.passage.place is Place.ROW and slots.start and slots.end and (slots.role or slots.org):
        return (Claim("start", int(slots.start[:4]), folded(f"{slots.role} {slots.org}")),)
    return _dated(folded(found.evidence.exact))


def _dated(text: str) -> tuple[Claim, ...]:
    clauses = [(clause, year) for clause in _CLAUSE.split(text) if (year := _year(clause))]
    return tuple(
        Claim(kind, year, clause)
        for clause, year in clauses
        for kind, pattern in _TURN.items()
        if pattern.search(clause)
    )


def _year(clause: str) -> int:
    """The one year of a clause, of a span of study its end; 0 where there is none, or more."""
    named = list(dict.fromkeys(YEAR.findall(clause)))
    if (
        len(named) == 2
        and _TURN["doctorate"].search(clause)
        and re.search(rf"{named[0]}\s*(?:[-–—]|to|bis|until)\s*{named[1]}", clause)
    ):
        return int(named[1])
    return int(named[0]) if len(named) == 1 else 0


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
