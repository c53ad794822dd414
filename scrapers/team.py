"""Pages of people: three or more cards (or rows) of one structure, each with a name, a role and perhaps a few lines.

Cards are found by repetition: siblings whose first words are a name and whose next line is short. No class name is read.
"""

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from scrapers.chrome import is_dropped
from scrapers.content import candidates, is_furniture
from scrapers.dates import WHEN
from scrapers.metadata import read_metadata
from scrapers.names import is_listed_name
from scrapers.page import Block, Kind, Page, Place, Reading
from scrapers.tree import parse
from scrapers.turns import common_ancestor
from scrapers.visible import Piece, pieces_of

LEAST_CARDS = 3
MOST_NAMES = 0.6  # of the siblings begin with a name
ROLE_WORDS = 12
ROW_CELLS = 4
LONGEST_NAME = 60
_ROLE = re.compile(
    r"\b(?:director|manager|head|lead|leader|founder|co-?founder|engineer|designer|developer|professor|lecturer|fellow|researcher|"
    r"scientist|student|postdoc\w*|officer|chief|c[etofm]o|president|partner|principal|analyst|consultant|coordinator|assistant|"
    r"associate|editor|writer|author|producer|architect|advisor|adviser|chair|member|trustee|board|counsel|specialist|strategist|"
    r"teacher|instructor|coach|physician|nurse|technician|operations|marketing|sales|product|finance|people|support|research|"
    r"leiter(?:in)?|professor(?:in)?|entwickler(?:in)?|geschäftsführer(?:in)?|mitarbeiter(?:in)?|referent(?:in)?|vorstand|"
    r"directeur|directrice|responsable|chercheur|chercheuse|ingénieure?|directora?|profesora?|investigadora?|jefe|jefa)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:team|staff|people|members?|faculty|who we are|leadership|board|speakers?|directory|contributors|founders|crew|humans|"
    r"mitarbeiter\w*|mannschaft|équipe|équipes|equipo|personal|nosotros|über uns)\b",
    re.IGNORECASE,
)


class Team:
    """Reads team pages and directories: a row "name, role" a person, then their lines under their name."""

    name = "team"

    def can_read(self, page: Page) -> bool:
        """True if at least three siblings begin with a name and go on with a role."""
        return not page.pdf and bool(_cards(parse(page.html).root))

    def read(self, page: Page) -> Reading | None:
        """The page's own lines with the cards in their place."""
        tree = parse(page.html)
        cards = _cards(tree.root)
        pieces = pieces_of(page.html)
        members: dict[int, list[Piece]] = {}
        blocks: list[Block] = []
        home = common_ancestor(cards)
        possible = candidates(pieces)
        scope = _scope(home)
        for index, piece in enumerate(pieces):
            card = next((number for number, card in enumerate(cards) if _within(piece.element, card)), None)
            if card is not None:
                if card not in members:
                    blocks += _card(_own(pieces, index, cards[card]))
                    members[card] = []
            elif index in possible and _within(piece.element, scope):
                blocks.append(Block(piece.text, piece.place))
        return Reading(Kind.TEAM, tuple(blocks), read_metadata(page.url, tree.root, page.title), tree.notes)


def _scope(home: HtmlElement) -> HtmlElement:
    for step in (home, *home.iterancestors()):
        if step.tag in ("main", "article", "body") or step.get("role") == "main":
            return step
    return home


def _own(pieces: Sequence[Piece], start: int, card: HtmlElement) -> list[Piece]:
    own = []
    for piece in pieces[start:]:
        if not _within(piece.element, card):
            break
        own.append(piece)
    return own


def _card(pieces: Sequence[Piece]) -> Iterator[Block]:
    """Name and short lines as one row, then whatever else the card says under the name as heading."""
    if pieces[0].place is Place.ROW:
        yield Block(pieces[0].text, Place.ROW)
        return
    lines = [line for piece in pieces for line in piece.text.split("\n") if line]
    at = next(index for index, line in enumerate(lines) if is_listed_name(line))
    name, end = lines[at], at + 1
    while end < len(lines) and end - at < ROW_CELLS and _is_short(lines[end]):
        end += 1
    yield Block("\n".join(lines[at:end]), Place.ROW)
    for line in lines[end:]:
        if not is_furniture(line):
            yield Block(line, Place.PARAGRAPH, heading=name)


def _is_short(line: str) -> bool:
    return len(line.split()) <= ROLE_WORDS and not is_furniture(line) and not line.endswith((".", "!", "?"))


def _cards(root: HtmlElement) -> list[HtmlElement]:
    """The cards of the page in order, of all groups of siblings that are cards; empty if it is no page of people."""
    found: list[HtmlElement] = []
    for parent in root.iter("div", "ul", "ol", "section", "tbody", "table", "main", "article", "dl"):
        if len(parent) < LEAST_CARDS:
            continue
        children = [child for child in parent if child.tag in ("div", "li", "article", "section", "tr", "figure", "a")]
        if len(children) < LEAST_CARDS:
            continue
        named = [child for child in children if _begins_with_name(child)]
        if len(named) >= LEAST_CARDS and len(named) >= MOST_NAMES * len(children):
            found += named
    cards = [card for card in found if not any(other is not card and _within(other, card) for other in found)]
    if len(cards) < LEAST_CARDS:
        return []
    seconds = [_second_line(card) for card in cards]
    roles = sum(1 for line in seconds if _ROLE.search(line))
    said_to_be = _PEOPLE.search(_headings(root)) and all(seconds)
    return cards if said_to_be or roles >= MOST_NAMES * len(cards) else []


def _headings(root: HtmlElement) -> str:
    return " ".join("".join(element.itertext())[:200] for element in root.iter("title", "h1", "h2"))


def _begins_with_name(element: HtmlElement) -> bool:
    first = next(_lines(element), "")
    return len(first) <= LONGEST_NAME and is_listed_name(first)


def _second_line(element: HtmlElement) -> str:
    """What stands below the name, if it is as short as a role or a place and no date."""
    lines = _lines(element)
    next(lines, "")
    second = next(lines, "")
    return second if len(second.split()) <= ROLE_WORDS and not WHEN.match(second) else ""


def _lines(element: HtmlElement) -> Iterator[str]:
    """Texts of the element as they stand, initials in a round picture left out."""
    for step in element.iter():
        if not isinstance(step.tag, str) or is_dropped(step):
            continue
        for text in (step.text, step.tail if step is not element else None):
            line = " ".join((text or "").split())
            if len(line) > 2:
                yield line


def _within(element: HtmlElement, root: HtmlElement) -> bool:
    return element is root or any(step is root for step in element.iterancestors())
