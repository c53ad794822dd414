"""Blocks laid under each other as one text, and cut into passages that stand verbatim in it."""

import re
from collections.abc import Iterable, Iterator

from scrapers.page import Block, Passage, Place
from scrapers.sentences import spans

GAP = "\n\n"
_MARKER = re.compile(r"^(?:[•·▪▸►‣◦●○■□✓✔➤→*–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
_BULLET = re.compile(r"^(?:[•·▪▸►‣◦●○■□✓✔➤→]\s*|[-*]\s+)(?=\S)")


def cut(blocks: Iterable[Block]) -> tuple[str, tuple[Passage, ...]]:
    """Blocks in reading order -> (text, passages). Headings stand in the text and name what follows; the rest is cut."""
    parts: list[str] = []
    passages: list[Passage] = []
    heading, length = "", 0
    for block in blocks:
        text = clean(block)
        if not any(char.isalnum() for char in text):
            continue
        if block.place is Place.HEADING:
            heading = text
        else:
            passages += _passages(block, text, length, block.heading or heading, len(parts))
        parts.append(text)
        length += len(text) + len(GAP)
    return GAP.join(parts), tuple(passages)


def clean(block: Block) -> str:
    """A block's text with white space collapsed (the cells of a row stay on lines) and without a list marker."""
    if block.place is Place.ROW:
        return "\n".join(" ".join(cell.split()) for cell in block.text.split("\n") if cell.strip())
    text = " ".join(block.text.split())
    marker = _MARKER if block.place is Place.ITEM else _BULLET
    return marker.sub("", text)


def _passages(block: Block, text: str, offset: int, heading: str, number: int) -> Iterator[Passage]:
    cuts = [(0, len(text))] if block.place is Place.ROW else spans(text)
    for index, (start, end) in enumerate(cuts):
        yield Passage(
            text=text[start:end],
            start=offset + start,
            end=offset + end,
            place=block.place,
            heading=heading,
            speaker=block.speaker,
            block=number,
            opens=index == 0,
        )
