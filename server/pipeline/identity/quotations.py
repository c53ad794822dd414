"""What of each passage stands in quotation marks, also where a quotation runs over several sentences."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from scrapers.page import Passage

FIRST = re.compile(r"\b(?:I|I'm|I've|I'd|I'll|me|my|mine|myself)\b")
SAID = re.compile(
    r"\b(?:said|says|saying|told|tells|explain(?:s|ed)|add(?:s|ed)|recall(?:s|ed)|argue[sd]|write[s]?|wrote|ask(?:s|ed)|"
    r"repl(?:ies|ied)|answer(?:s|ed)|remember(?:s|ed)|note[sd]|admit(?:s|ted)|joke[sd]|laugh(?:s|ed)|insist(?:s|ed)|"
    r"believe[sd]|warn(?:s|ed)|put it|puts it|according to|in (?:his|her|their) words|call(?:s|ed)|describe[sd]|"
    r"recommend(?:s|ed)|suggest(?:s|ed)|conclude[sd]|think[s]?|thought|mention(?:s|ed)|stress(?:es|ed)|reflect(?:s|ed)|sagt|sagte|erzählt|erklärt|meint|schreibt|erinnert)\b",
    re.IGNORECASE,
)
_OPENS, _CLOSES = "“„«", "”»"
_BOTH = '"'
# Single marks open and close within one sentence only: an apostrophe looks the same.
_SINGLE = re.compile(r"(?<!\w)['‘][^'‘’]{12,}?['’](?!\w)")
_MARKS = re.compile(f"[{_OPENS}{_CLOSES}{_BOTH}]")
_ANY = re.compile(f"[{_OPENS}{_CLOSES}{_BOTH}]|(?<!\\w)['‘’]")  # as they stand before `plain`


@dataclass(frozen=True, slots=True)
class Parted:
    """The words of a passage inside quotation marks and outside, and whether it begins inside a quotation opened before."""

    quoted: str
    rest: str
    goes_on: bool = False

    @property
    def share(self) -> float:
        """Of its words, those inside quotation marks: 0 to 1."""
        inside, outside = len(self.quoted.split()), len(self.rest.split())
        return inside / (inside + outside) if inside else 0.0


def plain(text: str) -> str:
    """The text with straight apostrophes."""
    return text.replace("’", "'").replace("‘", "'") if "“" in text or '"' in text else text.replace("’", "'")


def parted(passages: Sequence[Passage]) -> tuple[Parted, ...]:
    """One Parted a passage. A quotation ends with its block; one that is never closed there ends with its sentence."""
    return _parted(tuple((passage.block, passage.text) for passage in passages))


@lru_cache(maxsize=256)  # a cache: a dozen things are asked of the quotations of one page
def _parted(passages: tuple[tuple[int, str], ...]) -> tuple[Parted, ...]:
    """passages: block and text of each."""
    out: list[Parted] = []
    closing, last, block = "", _last_closings(passages), -1
    for index, (here, text) in enumerate(passages):
        if here != block:
            closing, block = "", here
        one, closing = _part(text, closing)
        out.append(one)
        if all(last.get((block, mark), -1) <= index for mark in closing):
            closing = ""
    return tuple(out)


def _part(text: str, closing: str) -> tuple[Parted, str]:
    """The passage parted, and the mark that closes a quotation still open at its end ("" for none)."""
    if not closing and not _ANY.search(text):  # most
        return Parted("", plain(text).strip()), ""
    inside: list[str] = []
    outside: list[str] = []
    goes_on, at = bool(closing), 0
    for mark in _MARKS.finditer(text):
        if not closing and text[: mark.start()][-1:].isdigit():  # an inch
            continue
        (inside if closing else outside).append(text[at : mark.start()])
        closing, at = _after(mark.group(), closing), mark.end()
    (inside if closing else outside).append(text[at:])
    rest = plain(" ".join(outside))
    single = " ".join(_SINGLE.findall(rest))
    quoted = " ".join([*inside, single]).strip()
    return Parted(plain(quoted), _SINGLE.sub(" ", rest).strip(), goes_on), closing


def _after(mark: str, closing: str) -> str:
    """What closes the quotation that is open after this mark."""
    if closing:
        return "" if mark in closing else closing
    if mark in _CLOSES:
        return ""
    return {"“": "”", "„": "“”", "«": "»"}.get(mark, _BOTH)


def _last_closings(passages: Sequence[tuple[int, str]]) -> dict[tuple[int, str], int]:
    """(block, mark) -> the last passage of the block in which the mark can close a quotation."""
    return {(block, mark): index for index, (block, text) in enumerate(passages) for mark in _MARKS.findall(text)}
