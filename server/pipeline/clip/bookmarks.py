"""A bookmarks file, as every browser exports one, becomes a list of links with the folders they lie in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml import etree

from server.errors import InputError

DEEPEST = 50  # folders within folders; what lies deeper counts to the last of them
LOOK = 2000  # characters in which a file must show that it holds bookmarks
WEB = ("http://", "https://")
LATEST = 4_102_444_800  # 2100-01-01 in seconds; larger numbers are milliseconds or microseconds
_ENDS_A_TITLE = frozenset({"a", "dt", "dd", "dl", "h3"})


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One link. folder: names from the outermost on. title: the address where it has none. added: None if not told."""

    folder: tuple[str, ...]
    title: str
    url: str
    added: datetime | None = None


@dataclass(frozen=True, slots=True)
class Bookmarks:
    """The links in the order of the file. others: entries that lead to no web page, such as bookmarklets and local files."""

    entries: tuple[Bookmark, ...]
    others: int = 0


def bookmarks(text: str) -> Bookmarks:
    """The links in a bookmarks file (the Netscape format), however broken; a link may stand in it twice.

    Raises InputError for a file that is none: it neither says so at its beginning nor holds a list of links.
    """
    beginning = text[:LOOK].lower()
    if "netscape-bookmark-file" not in beginning and "<dl" not in beginning:
        hint = "In your browser's bookmark manager, choose to export bookmarks, and give that file."
        raise InputError("This is not a bookmarks file.", hint=hint)
    # lxml's tokenizer takes time in proportion to the file; html.parser took 14 s for 30 kB of "<a ".
    parser = etree.HTMLParser(target=_Reader(), encoding="utf-8", huge_tree=True)
    parser.feed(text.replace("\0", "").encode("utf-8", "replace"))
    found: Bookmarks = parser.close()
    return found


class _Reader:
    """Follows lists (dl), the headings that name them (h3), and links (a); the parser calls it tag by tag."""

    def __init__(self) -> None:
        self._folders: list[tuple[str, ...]] = [()]
        self._name = ""  # of the list that comes next
        self._link: Mapping[str, str] | None = None
        self._words: list[str] = []
        self._entries: list[Bookmark] = []
        self._others = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in _ENDS_A_TITLE:
            self._keep()
            self._words.clear()
        if tag == "a":
            self._link = dict(attributes)
        elif tag == "dl":
            self._folders.append(self._inner())
            self._name = ""

    def end(self, tag: str) -> None:
        if tag == "a":
            self._keep()
        elif tag == "h3":
            self._name = self._text()
        elif tag == "dl":
            self._keep()
            self._folders.pop()

    def data(self, text: str) -> None:
        self._words.append(text)

    def close(self) -> Bookmarks:
        self._keep()
        return Bookmarks(tuple(self._entries), self._others)

    def _keep(self) -> None:
        if self._link is None:
            return
        url = self._link.get("href", "").strip()
        if url.lower().startswith(WEB):
            self._entries.append(Bookmark(self._folders[-1], self._text() or url, url, _added(self._link)))
        else:
            self._others += 1
        self._link = None

    def _inner(self) -> tuple[str, ...]:
        here = self._folders[-1]
        return (*here, self._name) if self._name and len(here) < DEEPEST else here

    def _text(self) -> str:
        return " ".join("".join(self._words).split())


def _added(link: Mapping[str, str]) -> datetime | None:
    """When it was bookmarked: seconds since 1970 as the format has it, or milli- or microseconds as some browsers write."""
    given = link.get("add_date", "")
    if not (given.isascii() and given.isdigit() and len(given) <= 16 and int(given)):
        return None
    number = int(given)
    unit = next((unit for unit in (1, 1_000, 1_000_000) if number / unit < LATEST), None)
    return datetime.fromtimestamp(number // unit, UTC) if unit else None
