"""What goes into a scraper and what comes out of it.

A scraper takes a saved page and never the network. It returns blocks; `scrapers.passages` cuts them into passages and
lays the text under them, so that every passage is verbatim in `Extract.text` at `start:end` (code points).
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class Kind(StrEnum):
    """What a page is, by its shape (never by its address alone)."""

    ARTICLE = "article"
    PROFILE = "profile"
    TEAM = "team"
    TRANSCRIPT = "transcript"
    PDF = "pdf"


class Place(StrEnum):
    """Where on the page a block stood."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    QUOTE = "quote"
    COMMENT = "comment"


class DateFrom(StrEnum):
    """Where on the page a date was read. A guessed date is no date."""

    JSON_LD = "json-ld"
    META = "meta"
    TIME = "time"
    URL = "url"


@dataclass(frozen=True, slots=True)
class Page:
    """One saved page: HTML as text, or the bytes of a PDF (exactly one of them)."""

    url: str
    html: str = ""
    pdf: bytes = b""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item, heading, quote or row as a scraper found it.

    `text` has no list marker and no markup. The cells of a row are joined by a newline. `speaker` is the label as the page
    prints it ("Dana Whitlock"), "Q" or "A" where turns carry no name, "" where the page names nobody. `heading` is set where
    it is another than the heading block above ("Name" for the lines of one card, "role, organisation" for those of one job).
    """

    text: str
    place: Place = Place.PARAGRAPH
    speaker: str = ""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says about itself. Empty strings where it says nothing."""

    title: str = ""
    author: str = ""
    published: str = ""  # ISO 8601, as precise as the page is: "2024", "2024-05" or "2024-05-21"
    published_from: DateFrom | None = None
    language: str = ""
    site: str = ""
    description: str = ""
    canonical: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence, list item or row, verbatim in its extract's text at start:end."""

    text: str
    start: int
    end: int
    place: Place
    heading: str = ""
    speaker: str = ""
    block: int = 0  # running number of the block it was cut from
    opens: bool = True  # the first passage of its block


@dataclass(frozen=True, slots=True)
class Extract:
    """What a scraper read from a page.

    `notes` are codes that say how the reading went, for a person to be told: "visible-text" (the extractor dropped most of
    the page, so its visible text was read instead), "deep-nesting", "surrogates", "no-text" (a PDF of pictures), and
    "failed:<scraper>" for a scraper that crashed on this page.
    """

    kind: Kind
    text: str
    passages: tuple[Passage, ...]
    meta: Metadata = field(default_factory=Metadata)
    scraper: str = ""
    visible_words: int = 0
    notes: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """By the text alone: it tells most pages apart, and their passages are many."""
        return hash(self.text)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a scraper hands to `scrape`: blocks in reading order and what the page says about itself."""

    kind: Kind
    blocks: tuple[Block, ...]
    meta: Metadata = field(default_factory=Metadata)
    notes: tuple[str, ...] = ()


class Scraper(Protocol):
    """One kind of page. `can_read` is cheap and sure; `read` may be slow and returns None when the page is not its kind."""

    name: str

    def can_read(self, page: Page) -> bool:
        """True if this page has the shape this scraper knows."""
        ...

    def read(self, page: Page) -> Reading | None:
        """Read the page; None if, on a closer look, it is not this kind."""
        ...
