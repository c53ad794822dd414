"""What single line breaks inside a block mean: new turns, list items, separate lines, or nothing but a wrapped line."""

import re
from collections.abc import Sequence
from dataclasses import replace

from scrapers.page import Place
from scrapers.turns import begins_turn, is_stamped_label
from scrapers.visible import Piece

MOSTLY = 0.8
_BULLET = re.compile(r"^(?:[-–—*•·▪◦●]|\(?\d{1,2}[.)])\s+\S")
_ANEW = re.compile(r"^[\"“‘'(\[]?(?:[^\W_a-z]|\d)")
_GOES_ON = re.compile(r"[,;–—-]$")


def apart(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces whose line breaks part them are cut at these breaks; rows and wrapped paragraphs stay whole."""
    out: list[Piece] = []
    for piece in pieces:
        lines = [line for line in piece.text.split("\n") if line] if piece.place is not Place.ROW else []
        starts = _starts(lines) if len(lines) > 1 and not is_stamped_label(piece.text) else []
        if not starts:
            out.append(piece)
            continue
        for start, end in zip([0, *starts], [*starts, len(lines)], strict=True):
            if start < end:
                out.append(_part(piece, lines[start:end]))
    return out


def _starts(lines: Sequence[str]) -> list[int]:
    """Indices (from 1) of the lines that begin something new."""
    turns = [index for index, line in enumerate(lines) if begins_turn(line)]
    if len(turns) > 1:
        return [index for index in turns if index]
    bullets = [index for index, line in enumerate(lines) if _BULLET.match(line)]
    if len(bullets) > 1:
        return [index for index in bullets if index]
    anew = [
        index for index in range(1, len(lines)) if _ANEW.match(lines[index]) and not _GOES_ON.search(lines[index - 1])
    ]
    return anew if len(anew) >= MOSTLY * (len(lines) - 1) else []


def _part(piece: Piece, lines: Sequence[str]) -> Piece:
    text = "\n".join(lines)
    place = Place.ITEM if _BULLET.match(text) and piece.place is Place.PARAGRAPH else piece.place
    lead = piece.lead if piece.lead and text.startswith(piece.lead) else ""
    return replace(piece, text=text, place=place, lead=lead, linked=min(piece.linked, len(text)))
