"""Public profile pages of professional networks, by their shape: a name, then sections headed About, Experience, Education.

Class names there are hashed and change weekly; the labels and the order role, organisation, dates have stood for years.
"""

from collections.abc import Iterator, Sequence

from scrapers import labels
from scrapers.content import is_furniture
from scrapers.entries import Line, read_entries
from scrapers.labels import Section
from scrapers.metadata import read_metadata
from scrapers.page import Block, Kind, Page, Place, Reading
from scrapers.tree import parse
from scrapers.visible import Piece, content_of

LEAST_SECTIONS = 2


class Profile:
    """Reads profiles: headline, about, one row a job, education, projects; drops what others did and said there."""

    name = "profile"

    def can_read(self, page: Page) -> bool:
        """True if one heading or bold label says experience and another one of the usual sections, below a single h1."""
        if page.pdf:
            return False
        found = [labels.section(piece.text) for piece in content_of(page.html) if _is_label(piece)]
        named = {section for section in found if section}
        return Section.JOBS in named and len(named) >= LEAST_SECTIONS

    def read(self, page: Page) -> Reading | None:
        """Rows and paragraphs of the profile; None if nothing stands under its headings."""
        tree = parse(page.html)
        blocks: list[Block] = []
        for section, heading, lines in _sections(content_of(page.html)):
            body = list(_read_section(section, lines))
            if body:
                blocks += ([Block(heading, Place.HEADING)] if heading else []) + body
        if not any(block.place is Place.ROW for block in blocks):
            return None
        return Reading(Kind.PROFILE, tuple(blocks), read_metadata(page.url, tree.root, page.title), tree.notes)


def _is_label(piece: Piece) -> bool:
    return len(piece.text) < 60 and (piece.level > 1 or (bool(piece.lead) and piece.lead == piece.text))


def _sections(pieces: Sequence[Piece]) -> Iterator[tuple[Section, str, list[Line]]]:
    """(kind, heading, lines) of each part of the page; the first is the top card, which has no heading."""
    section, heading, lines = Section.TOP, "", list[Line]()
    level = 0
    for piece in pieces:
        label = labels.section(piece.text) if _is_label(piece) else None
        if label is None and _is_label(piece) and 0 < piece.level <= level:
            label = Section.OTHER
        if label is None:
            lines += [
                Line(text, piece.element, piece.level, linked=piece.linked * 2 > len(piece.text))
                for text in piece.text.split("\n")
                if text
            ]
            continue
        yield section, heading, lines
        section, heading, lines = label, piece.text.split("\n")[0], []
        level = piece.level or level
    yield section, heading, lines


def _read_section(section: Section, lines: Sequence[Line]) -> Iterator[Block]:
    kept = [line for line in _once(lines) if not labels.is_noise(line.text)]
    if section is Section.TOP:
        yield from _top_card(kept)
    elif section in (Section.JOBS, Section.EDUCATION):
        yield from read_entries(kept)
    elif section is Section.OTHER:
        yield from (Block(line.text) for line in kept if not line.linked and not is_furniture(line.text))
    elif section in (Section.TEXT, Section.WORKS):
        for line in kept:
            yield Block(labels.without_more(line.text), Place.PARAGRAPH if section is Section.TEXT else Place.ITEM)


def _once(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines without those that repeat the one before (a second copy for screen readers)."""
    before = ""
    for line in lines:
        if line.text != before:
            yield line
        before = line.text


def _top_card(lines: Sequence[Line]) -> Iterator[Block]:
    """The name as heading, then the lines below it; what stands above the name belongs to the site."""
    at = next((index for index, line in enumerate(lines) if line.level == 1), 0)
    for index, line in enumerate(lines[at:]):
        if index == 0 and line.level == 1:
            yield Block(line.text, Place.HEADING)
        elif not is_furniture(line.text):
            yield Block(line.text, Place.PARAGRAPH)
