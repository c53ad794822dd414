"""Letters without their marks, with the way back: comparison of names must not hang on an accent, quotes must stay verbatim."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

# Letters that Unicode does not take apart.
_PLAIN = {
    "ß": "ss", "ẞ": "SS", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D",
    "þ": "th", "Þ": "Th", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i", "ħ": "h", "Ħ": "H",
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "‐": "-", "‑": "-", "–": "-", "—": "-",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u200b": "", "\u00ad": "", "\ufeff": "",
}  # fmt: skip
_FOREIGN = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Folded:
    """text without diacritics; origin[i] is where its i-th character stood in the source (one more entry for the end)."""

    text: str
    origin: Sequence[int]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """A span of the folded text as a span of the source."""
        return self.origin[start], self.origin[end - 1] + 1 if end > start else self.origin[start]


def fold(text: str) -> Folded:
    """Fold a text, keeping case and the place of every character."""
    if text.isascii():
        return Folded(text, range(len(text) + 1))
    out: list[str] = []
    origin: list[int] = []
    for at, letter in enumerate(text):
        plain = letter if letter.isascii() else _fold_letter(letter)
        out.append(plain)
        origin.extend([at] * len(plain))
    origin.append(len(text))
    return Folded("".join(out), tuple(origin))


def folded(text: str) -> str:
    """The folded text alone."""
    return text if text.isascii() else _FOREIGN.sub(lambda letter: _fold_letter(letter.group()), text)


@cache  # a cache: a page has few letters, many times
def _fold_letter(letter: str) -> str:
    if letter in _PLAIN:
        return _PLAIN[letter]
    apart = unicodedata.normalize("NFKD", letter)
    return "".join(_PLAIN.get(part, part) for part in apart if not unicodedata.combining(part))
