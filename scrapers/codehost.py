"""Profiles on code hosts: a name, a line about the person, and a pinned list of what they built."""

from collections.abc import Iterator, Sequence

from scrapers import labels
from scrapers.metadata import read_metadata
from scrapers.page import Block, Kind, Page, Place, Reading
from scrapers.tree import parse
from scrapers.visible import Piece, content_of

LEAST_PROJECTS = 2
LONGEST_LABEL = 40


class CodeHost:
    """Reads the top card and the pinned projects; counts of stars, followers and commits are left out."""

    name = "codehost"

    def can_read(self, page: Page) -> bool:
        """True if a heading says pinned (or popular repositories) and is followed by a list of links."""
        if page.pdf:
            return False
        pieces = content_of(page.html)
        return any(len(_projects(pieces, index)) >= LEAST_PROJECTS for index in _pinned(pieces))

    def read(self, page: Page) -> Reading | None:
        """The name as heading, lines about the person, and each project as a heading with its description."""
        tree = parse(page.html)
        pieces = content_of(page.html)
        at = next(iter(_pinned(pieces)))
        name = next((index for index, piece in enumerate(pieces[:at]) if piece.level == 1), 0)
        blocks = [block for piece in pieces[name:at] for block in _about(piece)]
        blocks.append(Block(pieces[at].text, Place.HEADING))
        for piece in _projects(pieces, at):
            blocks += _project(piece)
        return Reading(Kind.PROFILE, tuple(blocks), read_metadata(page.url, tree.root, page.title), tree.notes)


def _pinned(pieces: Sequence[Piece]) -> list[int]:
    return [
        index
        for index, piece in enumerate(pieces)
        if piece.level > 1 and len(piece.text) < LONGEST_LABEL and labels.PINNED.fullmatch(piece.text)
    ]


def _projects(pieces: Sequence[Piece], at: int) -> list[Piece]:
    """The list items after the heading, up to the next heading that is not itself in an item."""
    found = []
    for piece in pieces[at + 1 :]:
        if piece.place is not Place.ITEM:
            break
        found.append(piece)
    return found


def _about(piece: Piece) -> Iterator[Block]:
    for line in piece.text.split("\n"):
        if not labels.is_noise(line):
            yield Block(line, piece.place)


def _project(piece: Piece) -> Iterator[Block]:
    """A piece that is mostly a link names a project; the others describe the one before. Counts are left out."""
    lines = piece.text.split("\n")
    if piece.linked * 2 > len(lines[0]) and not labels.is_count(lines[0]):
        yield Block(lines[0], Place.HEADING)
        lines = lines[1:]
    for line in lines:
        if len(line.split()) > 2 and not labels.is_count(line):
            yield Block(line, Place.ITEM)
