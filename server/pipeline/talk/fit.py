"""How large the print of a card can be so that all of it stands on one page, and what is left off where nothing is small enough."""

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

POINT = 0.3528  # mm
SIZES = (11.0, 10.0, 9.0, 8.0, 7.2, 6.5)  # points, the largest first; 6.5 is what is still read at arm's length
LINE = 1.3  # of the size
CHAR = 0.56  # of the size, wider than most letters of most fonts
HEADING = 2.05  # lines, with the space before it
INDENT = 2.2  # of the size: what stands before a line


@dataclass(frozen=True, slots=True)
class Paper:
    """What can be printed on, in mm, margins left out."""

    width: float
    height: float


A6 = Paper(93.0, 136.0)
PHONE = Paper(86.0, 200.0)


def size_for(paper: Paper, lines: Sequence[str], headings: int) -> int | None:
    """The number of the largest of SIZES at which lines and headings fit; None if none does."""
    return next((n for n, size in enumerate(SIZES) if _height(paper, lines, headings, size) <= paper.height), None)


def shortened(text: str, most: int) -> str:
    """A text of at most so many characters, cut between words."""
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    return f"{kept[: kept.rfind(' ')] if ' ' in kept[most // 2 :] else kept}…"


def _height(paper: Paper, lines: Sequence[str], headings: int, size: float) -> float:
    a_line = (paper.width - INDENT * size * POINT) / (CHAR * size * POINT)
    rows = sum(max(1, math.ceil(_wide(line) / a_line)) for line in lines) + headings * HEADING
    return rows * size * LINE * POINT


def _wide(text: str) -> int:
    """Its width in letters: those of some scripts are as wide as two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
