"""What a reader of the page sees, piece by piece in reading order, from the shared tree.

Every scraper of HTML starts from these pieces. A piece is a paragraph, heading, list item, quote or table row with the
element it stands in; whether it is content or chrome is marked, not decided.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree
from lxml.html import HtmlElement

from scrapers.chrome import is_chrome, is_dropped
from scrapers.page import Place
from scrapers.tree import INLINE, parse

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
NOT_IN_A_ROW = ("table", "ul", "ol", "h1", "h2", "h3", "h4", "blockquote", "pre")
ROW_WORDS = 60  # a longer row is a layout table: its cells are read as paragraphs
BOXES = frozenset({"span", "a", "time", "strong", "b", "em", "i", "small"})  # may be laid out as lines of their own
FLOW = INLINE | {"br", "img", "wbr"}
FEW = 3  # more boxes in a heading are its words or letters, set apart for show
RUNS = frozenset({"p", "a", "dt", "blockquote", "pre", "figcaption"})

_SPACE = re.compile(r"[^\S\n]+")
_AROUND_BREAK = re.compile(r" ?\n ?")
_PERMALINK = re.compile(r"^[#¶§🔗\s]*$")


@dataclass(slots=True)
class Piece:
    """One block of visible text. A newline in text is a line break of the page (or the end of a cell, in a row).

    lead is the bold text it begins with; linked counts the characters inside links; level is 1-6 for a heading, else 0.
    """

    text: str
    place: Place
    element: HtmlElement
    chrome: bool = False
    lead: str = ""
    linked: int = 0
    level: int = 0


@dataclass(slots=True)
class _Buffer:
    parts: list[str] = field(default_factory=list)
    lead: str = ""
    linked: int = 0
    blank: bool = True

    def add(self, text: str) -> None:
        self.parts.append(text)
        if self.blank and not text.isspace():
            self.blank = False


@lru_cache(maxsize=1)  # a cache: the page being read
def pieces_of(html: str) -> tuple[Piece, ...]:
    """All visible text of a page, chrome included and marked, in reading order."""
    return tuple(_Walker().walk(parse(html).root))


def content_of(html: str) -> list[Piece]:
    """The visible pieces that are not marked as chrome."""
    return [piece for piece in pieces_of(html) if not piece.chrome]


class _Walker:
    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.buffer = _Buffer()
        self.blocks: list[HtmlElement] = []
        self.chrome: list[HtmlElement] = []
        self.links = 0
        self.bold: HtmlElement | None = None

    def walk(self, root: HtmlElement) -> list[Piece]:
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            tag = element.tag
            if event == "end":
                self.end(element, tag)
            elif is_dropped(element) or (tag == "tr" and self.row(element)) or (tag == "a" and _is_permalink(element)):
                walker.skip_subtree()
            else:
                self.start(element, tag)
        self.flush()
        return self.pieces

    def start(self, element: HtmlElement, tag: str) -> None:
        if tag not in FLOW:
            self.flush()
            self.blocks.append(element)
            if is_chrome(element):
                self.chrome.append(element)
        elif tag == "a":
            self.links += 1
        elif tag in ("b", "strong") and self.buffer.blank and self.bold is None:
            self.bold = element
        text = element.text
        if text:
            self.text(text)

    def end(self, element: HtmlElement, tag: str) -> None:
        if tag == "br":
            self.line_break(element)
        elif tag == "a":
            self.links = max(0, self.links - 1)
        if self.bold is element:
            self.buffer.lead = _tidy("".join(self.buffer.parts))
            self.bold = None
        if self.blocks and self.blocks[-1] is element:
            self.flush()
            self.blocks.pop()
            if self.chrome and self.chrome[-1] is element:
                self.chrome.pop()
        elif tag in BOXES and _is_box(element):
            self.buffer.parts.append("\n")
        text = element.tail
        if text:
            self.text(text)

    def text(self, text: str) -> None:
        if self.blocks and self.blocks[-1].tag != "pre":
            text = text.replace("\n", " ")
        self.buffer.add(text)
        if self.links:
            self.buffer.linked += len(text)

    def line_break(self, element: HtmlElement) -> None:
        following = element.getnext()
        if following is not None and following.tag == "br" and not (element.tail or "").strip():
            self.flush()
        else:
            self.buffer.parts.append("\n")

    def flush(self) -> None:
        buffer = self.buffer
        if not buffer.blank:
            text = _tidy("".join(buffer.parts))
            if self.bold is not None:
                buffer.lead = text
            block = self.blocks[-1]
            place, level = _place(self.blocks)
            piece = Piece(text, place, block, bool(self.chrome), buffer.lead, buffer.linked, level)
            self.pieces.append(piece)
        elif not buffer.parts:
            return
        self.buffer = _Buffer()

    def row(self, element: HtmlElement) -> bool:
        """Read a row of a table at once; False if it belongs to a table that is there for the layout."""
        if next(element.iter(*NOT_IN_A_ROW), None) is not None:
            return False
        cells = [_cell(cell) for cell in element.iterchildren("td", "th")]
        filled = [cell for cell in cells if cell]
        if len(filled) < 2 or sum(cell.count(" ") + 1 for cell in filled) > ROW_WORDS:
            return False
        self.flush()
        titles = next(element.iterchildren("td"), None) is None  # column titles say nothing alone
        self.pieces.append(Piece("\n".join(filled), Place.ROW, element, titles or bool(self.chrome)))
        return True


def _cell(cell: HtmlElement) -> str:
    return " ".join(" ".join(part for part in _texts(cell)).split())


def _texts(cell: HtmlElement) -> list[str]:
    if next(cell.iter("script", "style", "button"), None) is None:
        return _spaced(cell)
    return _spaced(cell, skip=True)


def _spaced(cell: HtmlElement, *, skip: bool = False) -> list[str]:
    """Text of a cell; a space stands where an element that is not inline begins or ends."""
    out: list[str] = []
    walker = etree.iterwalk(cell, events=("start", "end"))
    for event, element in walker:
        if element.tag not in INLINE:
            out.append(" ")
        if event == "start":
            if skip and is_dropped(element):
                walker.skip_subtree()
            else:
                out.append(element.text or "")
        elif element is not cell:
            out.append(element.tail or "")
    return ["".join(out)]


def _tidy(text: str) -> str:
    if "\n" not in text:
        return " ".join(text.split())
    text = _SPACE.sub(" ", text)
    return _AROUND_BREAK.sub("\n", text).strip()


def _is_permalink(element: HtmlElement) -> bool:
    """The sign beside a heading that links to the heading itself."""
    if len(element) or not (element.get("href") or "").startswith("#"):
        return False
    return bool(_PERMALINK.match(element.text or ""))


def _is_box(element: HtmlElement) -> bool:
    """An inline element that only has elements beside it, in a parent that is no run of text: a line of its own."""
    parent = element.getparent()
    if parent is None or parent.tag in RUNS or parent.tag in INLINE:
        return False
    if parent.tag in HEADINGS and len(parent) > FEW:
        return False
    if (element.tail or "").strip() or (parent.text or "").strip():
        return False
    return element.getnext() is not None


def _place(blocks: list[HtmlElement]) -> tuple[Place, int]:
    for block in reversed(blocks):
        tag = block.tag
        if tag in HEADINGS:
            return Place.HEADING, int(tag[1])
        if tag == "li":
            return Place.ITEM, 0
        if tag == "blockquote":
            return Place.QUOTE, 0
        if tag in ("article", "main", "body", "td", "section"):
            break
    return Place.PARAGRAPH, 0
