"""The text of a PDF: lines joined into paragraphs again, running heads dropped, ligatures left as they stand."""

import io
import re
from collections import Counter
from collections.abc import Sequence

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from scrapers.names import is_name
from scrapers.page import Block, Kind, Metadata, Page, Place, Reading

MAX_PAGES = 400
EDGE_LINES = 2  # first and last lines of a page that may be running heads
_PAGE_NUMBER = re.compile(
    r"^(?:page |seite |p\. ?)?\d{1,4}(?: ?(?:of|/|von) ?\d{1,4})?$|^.{0,60}\b(?:page|seite) \d+ (?:of|von) \d+$",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"^(?:19|20)\d\d\b(?: ?[-–—] ?(?:(?:19|20)?\d\d\b|present|now|today|heute))? ")
SHORT_LINE = 0.75  # of the usual width: a paragraph may end there
_BULLET = re.compile(r"^(?:[•·▪◦●○■–—*-]|\(?\d{1,2}[.)])\s+")
_ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_NO_TITLE = re.compile(
    r"^(?:untitled|microsoft word|document\d*|slide \d+|.*\.(?:docx?|tex|pdf|indd|pptx?|odt|dvi))\b", re.IGNORECASE
)
_YEARS = re.compile(r"(?:19|20)\d\d")


class Pdf:
    """Reads PDFs; those of pictures give no passages and the note "no-text"."""

    name = "pdf"

    def can_read(self, page: Page) -> bool:
        """Any page that came as bytes."""
        return bool(page.pdf)

    def read(self, page: Page) -> Reading:
        """Blocks of all pages. Raises ValueError for bytes that are no PDF, or one that cannot be opened."""
        try:
            reader = PdfReader(io.BytesIO(page.pdf))
            sheets = [_lines(sheet.extract_text()) for sheet in reader.pages[:MAX_PAGES]]
            info = reader.metadata
        except (PyPdfError, OSError, KeyError, TypeError, RecursionError) as error:
            raise ValueError(f"not a readable PDF: {error}") from error
        blocks = _blocks(_without_running_heads(sheets))
        title = _sensible(info.title if info else None) or page.title
        author = info.author if info and info.author and is_name(info.author) else ""
        meta = Metadata(title=title or _first_heading(blocks), author=author)
        return Reading(Kind.PDF, tuple(blocks), meta, () if blocks else ("no-text",))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.replace("\x00", "").splitlines()]


def _without_running_heads(sheets: Sequence[list[str]]) -> list[list[str]]:
    """Lines at the edge of a page that come back on most pages (numbers aside), and page numbers, are left out."""

    def edges(lines: list[str]) -> set[int]:
        filled = [index for index, line in enumerate(lines) if line]
        return {*filled[:EDGE_LINES], *filled[-EDGE_LINES:]}

    counts = Counter(form for lines in sheets for form in {_form(lines[index]) for index in edges(lines)})
    repeated = {form for form, count in counts.items() if len(sheets) > 2 and count * 2 > len(sheets)}

    def runs(line: str) -> bool:
        return bool(_PAGE_NUMBER.match(line)) or _form(line) in repeated

    return [
        [line for index, line in enumerate(lines) if index not in edges(lines) or not runs(line)] for lines in sheets
    ]


def _form(line: str) -> str:
    return re.sub(r"\d+", "#", line)


def _blocks(sheets: Sequence[list[str]]) -> list[Block]:
    lines = [line for sheet in sheets for line in sheet if line]
    if not lines:
        return []
    width = _usual_width(lines)
    listed = (
        sum(1 for line in lines if _YEAR_FIRST.match(line)) > 2
    )  # a CV: each line that begins with a year stands alone
    blocks: list[Block] = []
    paragraph: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        begins = bool(_BULLET.match(line)) or (listed and bool(_YEAR_FIRST.match(line)))
        heads = not begins and _is_heading(line, following, width) and (not paragraph or line.isupper())
        if begins or heads:
            blocks += _close(paragraph)
            paragraph = []
        if heads:
            blocks.append(Block(line, Place.HEADING))
            continue
        paragraph.append(line)
        if len(line) < SHORT_LINE * width and (_ENDS.search(line) or _starts_anew(following)):
            blocks += _close(paragraph)
            paragraph = []
    return [*blocks, *_close(paragraph)]


def _usual_width(lines: Sequence[str]) -> int:
    lengths = sorted(len(line) for line in lines if len(line) > 20)
    return lengths[len(lengths) * 4 // 5] if lengths else 80


def _starts_anew(line: str) -> bool:
    return not line or not line[0].islower()


def _is_heading(line: str, following: str, width: int) -> bool:
    words = line.split()
    if (
        len(words) > 8
        or len(line) > 0.6 * width
        or _ENDS.search(line)
        or line.endswith((",", "-"))
        or _YEARS.search(line)
    ):
        return False
    if not line[0].isupper() and not line[0].isdigit():
        return False
    return line.isupper() or (len(words) <= 6 and (not following or not following[0].islower()) and "," not in line)


def _close(lines: Sequence[str]) -> list[Block]:
    if not lines:
        return []
    place = Place.ITEM if _BULLET.match(lines[0]) else Place.PARAGRAPH
    return [Block(_join(lines), place)]


def _join(lines: Sequence[str]) -> str:
    """Lines as one text. A word broken at the end of a line is closed up but keeps its hyphen: what is quoted stands on the page."""
    text = lines[0]
    for line in lines[1:]:
        broken = text.endswith("-") and text[-2:-1].isalpha() and line[:1].islower()
        text = f"{text}{line}" if broken else f"{text} {line}"
    return text


def _sensible(title: str | None) -> str:
    bare = " ".join((title or "").split())
    return "" if len(bare) < 4 or _NO_TITLE.match(bare) else bare


def _first_heading(blocks: Sequence[Block]) -> str:
    return next((block.text for block in blocks[:3] if block.place is Place.HEADING), "")
