"""Any page with a piece of writing on it. The only file that imports trafilatura.

trafilatura (balanced mode: on mixed pages its fast and precise modes lose words) says which part of the page is the piece;
the text itself is taken from the visible pieces, so that it stays verbatim and keeps its lines, rows and bold labels.
"""

import logging
from collections.abc import Sequence
from dataclasses import replace

import trafilatura
from lxml import etree
from trafilatura.settings import Document

from scrapers import comments, content, turns
from scrapers.breaks import apart
from scrapers.metadata import read_metadata
from scrapers.page import Block, Kind, Page, Place, Reading
from scrapers.rows import gathered
from scrapers.tree import parse
from scrapers.visible import Piece, pieces_of

_LOG = logging.getLogger(__name__)

# any page may bring it down, and the visible text is there without it
WHAT_AN_EXTRACTOR_RAISES = (
    ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, TypeError, ValueError, etree.LxmlError,
)  # fmt: skip

LEAST_SHARE = 0.4  # of the words that could be content; below it the extractor read something else than the page
LEAST_SHARE_OF_STRONG = 0.15  # a whole article may stand among many teasers
LEAST_WORDS = 30  # under that many words there is nothing to compare
MOSTLY = 0.6
LABEL_WORDS = 6
STATEMENT_WORDS = 5
BODY_BLOCKS = ("p", "head", "item", "cell", "quote", "code", "ab")


class Article:
    """The last scraper: reads whatever is left."""

    name = "article"

    def can_read(self, page: Page) -> bool:
        """Any page that came as HTML."""
        return not page.pdf

    def read(self, page: Page) -> Reading:
        """Blocks of the piece with speakers, then the comments."""
        tree = parse(page.html)
        pieces, said_below = comments.split(gathered(_statements(apart(pieces_of(page.html)))))
        possible = content.candidates(pieces)
        chosen, notes = _choose(pieces, extracted(page.html), possible)
        blocks, kind = speak(pieces, chosen, possible)
        meta = read_metadata(page.url, tree.root, page.title)
        return Reading(kind, (*blocks, *said_below), meta, (*tree.notes, *notes))


def extracted(html: str) -> list[str]:
    """Texts of the blocks that trafilatura takes for the piece; empty if it finds none, or fails (which is logged)."""
    try:
        document = trafilatura.bare_extraction(
            parse(html).root, include_comments=False, output_format="xml", with_metadata=False
        )
    except WHAT_AN_EXTRACTOR_RAISES:
        _LOG.exception("trafilatura failed")
        return []
    if not isinstance(document, Document) or document.body is None:
        return []
    return [text for element in document.body.iter(*BODY_BLOCKS) if (text := "".join(element.itertext())).strip()]


def _choose(pieces: Sequence[Piece], texts: Sequence[str], possible: set[int]) -> tuple[set[int], tuple[str, ...]]:
    if not pieces:
        return set(), ()
    kept = content.kept_by(pieces, texts)
    kept = {index for index in kept if pieces[index].level or not content.is_furniture(pieces[index].text)}
    chosen = content.completed(pieces, kept, possible) if kept else set()
    least = LEAST_SHARE if content.words(pieces, kept) < content.STRONG else LEAST_SHARE_OF_STRONG
    missing = content.words(pieces, possible)
    if missing >= LEAST_WORDS and content.words(pieces, chosen & possible) < least * missing:
        return chosen | possible, ("visible-text",)
    if not chosen:
        return possible, ("visible-text",) if possible else ()
    return chosen, ()


def speak(pieces: Sequence[Piece], chosen: set[int], possible: set[int]) -> tuple[list[Block], Kind]:
    """Blocks of the chosen pieces with their speakers; what could be content and lies inside a turn comes along."""
    said = _said(pieces, chosen | possible)
    blocks: list[Block] = []
    spoken = total = 0
    for index in sorted({*chosen, *said}):
        piece = pieces[index]
        turn = said.get(index)
        text = turn.text if turn else piece.text
        if not text:
            continue
        place = Place.PARAGRAPH if turn and piece.place is Place.HEADING else piece.place
        blocks.append(Block(text, place, turn.speaker if turn else ""))
        count = len(text.split())
        total += count
        spoken += count if turn else 0
    return blocks, Kind.TRANSCRIPT if spoken * 2 > total else Kind.ARTICLE


def _said(pieces: Sequence[Piece], readable: set[int]) -> dict[int, turns.Said]:
    """Turns of the page, unless most of what they say is no content: then they were boxes of the site that look alike."""
    near = [
        piece if index in readable or _may_be_label(piece) else replace(piece, text="", lead="")
        for index, piece in enumerate(pieces)
    ]
    said = turns.find(near)
    mine = {index: turn for index, turn in said.items() if index in readable or not turn.text}
    return mine if content.words(pieces, set(mine)) >= MOSTLY * content.words(pieces, set(said)) else {}


def _may_be_label(piece: Piece) -> bool:
    return not piece.chrome and len(piece.text.split()) <= LABEL_WORDS


def _statements(pieces: Sequence[Piece]) -> list[Piece]:
    """Headings that say something themselves become paragraphs: a whole sentence, or the line right under the title."""
    return [
        replace(piece, level=0, place=Place.PARAGRAPH)
        if _states(piece, pieces[index - 1] if index else None)
        else piece
        for index, piece in enumerate(pieces)
    ]


def _states(piece: Piece, above: Piece | None) -> bool:
    if piece.level == 0 or len(piece.text.split()) < STATEMENT_WORDS:
        return False
    return piece.text.endswith((".", "!", "…")) or (piece.level > 1 and above is not None and above.level == 1)
