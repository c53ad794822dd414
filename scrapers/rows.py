"""Short lines in one small box with dates among them, read as one row: an entry of a timeline that is no table."""

from collections.abc import Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from scrapers.labels import is_period
from scrapers.page import Place
from scrapers.visible import Piece

MOST_LINES = 4
SHORT = 9  # words


def gathered(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces in which the lines of a dated box ("Radio producer", "2011 – 2021", "Coast FM") have become one row."""
    out: list[Piece] = []
    index = 0
    while index < len(pieces):
        end = _end_of_row(pieces, index)
        if end - index > 1:
            text = "\n".join(piece.text for piece in pieces[index:end])
            out.append(replace(pieces[index], text=text, place=Place.ROW, lead="", level=0, linked=0))
        else:
            out.append(pieces[index])
        index = max(end, index + 1)
    return out


def _end_of_row(pieces: Sequence[Piece], start: int) -> int:
    """Where the row that begins here ends; start itself if none does."""
    box = _box(pieces[start])
    end = start
    while end < len(pieces) and end - start < MOST_LINES and _is_cell(pieces[end]) and _box(pieces[end]) is box:
        end += 1
    return end if any(is_period(piece.text) for piece in pieces[start:end]) else start


def _is_cell(piece: Piece) -> bool:
    text = piece.text
    return (
        piece.place is Place.PARAGRAPH and len(text.split()) <= SHORT and not text.endswith((".", "!", "?", ":", ","))
    )


def _box(piece: Piece) -> HtmlElement | None:
    """What holds the piece's element beside its like; a whole page is no box."""
    parent = piece.element.getparent()
    return None if parent is None or parent.tag in ("body", "main", "article", "section", "html") else parent
