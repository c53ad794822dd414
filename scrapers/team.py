"""Pages of people: three or more cards (or rows) of one structure, each with a name, a role and perhaps a few lines."""

from collections.abc import Iterator, Mapping, Sequence

from lxml.html import HtmlElement

from scrapers.cards import ROLE_WORDS, find_cards
from scrapers.content import candidates, is_furniture, words
from scrapers.metadata import read_metadata
from scrapers.names import is_listed_name
from scrapers.page import Block, Kind, Page, Place, Reading
from scrapers.tree import parse
from scrapers.turns import common_ancestor
from scrapers.visible import Piece, pieces_of

ROW_CELLS = 4
LONG_TEXT = 400  # words
MUCH_MORE = 4


class Team:
    """Reads team pages and directories: a row "name, role" a person, then their lines under their name."""

    name = "team"

    def can_read(self, page: Page) -> bool:
        """True if at least three siblings begin with a name and go on with a role."""
        return not page.pdf and bool(find_cards(parse(page.html).root))

    def read(self, page: Page) -> Reading | None:
        """The page's own lines with the cards in their place; None if no card holds a visible name."""
        tree = parse(page.html)
        cards = find_cards(tree.root)
        pieces = pieces_of(page.html)
        possible = candidates(pieces)
        members = _members(pieces, set(cards))
        scope = _scope(common_ancestor(cards))
        blocks: list[Block] = []
        for index, piece in enumerate(pieces):
            card = members.get(index)
            if card is not None:
                blocks += _card(card)
            elif (
                index not in members and index in possible and scope in (piece.element, *piece.element.iterancestors())
            ):
                blocks.append(Block(piece.text, piece.place))
        if not any(block.place is Place.ROW for block in blocks) or _is_beside_the_point(pieces, possible, members):
            return None
        return Reading(Kind.TEAM, tuple(blocks), read_metadata(page.url, tree.root, page.title), tree.notes)


def _is_beside_the_point(pieces: Sequence[Piece], possible: set[int], members: Mapping[int, object]) -> bool:
    """True for a few cards beside a long text: authors below an article."""
    outside = words(pieces, possible - set(members))
    return outside > LONG_TEXT and outside > MUCH_MORE * words(pieces, set(members))


def _members(pieces: Sequence[Piece], cards: set[HtmlElement]) -> dict[int, list[Piece] | None]:
    """Index of a piece in a card -> all pieces of that card at its first one, None at the others."""
    first: dict[HtmlElement, list[Piece]] = {}
    found: dict[int, list[Piece] | None] = {}
    for index, piece in enumerate(pieces):
        card = next((step for step in (piece.element, *piece.element.iterancestors()) if step in cards), None)
        if card is None:
            continue
        found[index] = first.setdefault(card, []) if card not in first else None
        first[card].append(piece)
    return found


def _scope(home: HtmlElement) -> HtmlElement:
    for step in (home, *home.iterancestors()):
        if step.tag in ("main", "article", "body") or step.get("role") == "main":
            return step
    return home


def _card(pieces: Sequence[Piece]) -> Iterator[Block]:
    """Name and short lines as one row, then whatever else the card says under the name as heading."""
    if pieces[0].place is Place.ROW:
        yield Block(pieces[0].text, Place.ROW)
        return
    lines = [line for piece in pieces for line in piece.text.split("\n") if line]
    at = next((index for index, line in enumerate(lines) if is_listed_name(line)), None)
    if at is None:
        yield from (Block(line) for line in lines if not is_furniture(line))
        return
    name, end = lines[at], at + 1
    while end < len(lines) and end - at < ROW_CELLS and _is_short(lines[end]):
        end += 1
    yield Block("\n".join(lines[at:end]), Place.ROW)
    for line in lines[end:]:
        if not is_furniture(line):
            yield Block(line, Place.PARAGRAPH, heading=name)


def _is_short(line: str) -> bool:
    return len(line.split()) <= ROLE_WORDS and not is_furniture(line) and not line.endswith((".", "!", "?"))
