"""From the HTML of a saved page to one lxml tree that all scrapers share.

Two things make a parser lose a page without a word: lone surrogates (all text behind the first one is gone) and deep
nesting (libxml2 stops at 256 levels). Both are mended before parsing, and the notes say so.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from html.parser import HTMLParser

from lxml import etree
from lxml.html import HtmlElement, document_fromstring
from lxml.html import HTMLParser as LxmlParser

MAX_DEPTH = 120  # well under libxml2's 256, and shallow enough for every recursive reader
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong "
    "sub sup time tt u var".split()
)
PARTED = "<br><br>"
RAW = frozenset({"script", "style"})

_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed page. Nobody changes root; notes are codes as in `Extract.notes`."""

    root: HtmlElement
    notes: tuple[str, ...]


@lru_cache(maxsize=1)  # a cache: the page being read, so that detectors and readers parse it once
def parse(html: str) -> Tree:
    """The tree of a page; an empty document for text without any markup or words."""
    text, notes = _clean(html)
    root, too_deep = _parse(text)
    if too_deep:
        root, _ = _parse(flatten(text))
        notes = (*notes, "deep-nesting")
    return Tree(root, notes)


def _clean(html: str) -> tuple[str, tuple[str, ...]]:
    text = html
    notes: tuple[str, ...] = ()
    if _SURROGATE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        notes = ("surrogates",)
    text = _CONTROL.sub(" ", text)
    return _XML_DECLARATION.sub("", text.lstrip("\ufeff")), notes


def _parse(text: str) -> tuple[HtmlElement, bool]:
    parser = LxmlParser(remove_comments=True, remove_pis=True, collect_ids=False, default_doctype=False)
    try:
        root = document_fromstring(text or "<html></html>", parser=parser)
    except etree.ParserError:
        return document_fromstring("<html><body></body></html>"), False
    return root, bool(parser.error_log.filter_types([etree.ErrorTypes.ERR_RESOURCE_LIMIT]))


def flatten(html: str) -> str:
    """The same page with no more than MAX_DEPTH levels: deeper tags are left out, their text and breaks are kept."""
    flattener = _Flattener()
    flattener.feed(html)
    flattener.close()
    return "".join(flattener.out)


class _Flattener(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.open: list[str] = []
        self.counts: Counter[str] = Counter()  # of open tags: asking the list would cost its length each time
        self.raw = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in RAW:
            self.raw += 1
            return
        if len(self.open) < MAX_DEPTH:
            kept = "".join(f' {name}="{escape(value or "")}"' for name, value in attrs if name.isidentifier())
            self.out.append(f"<{tag}{kept}>")
        else:
            self.part(tag)
        if tag not in VOID:
            self.open.append(tag)
            self.counts[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in RAW:
            self.raw = max(0, self.raw - 1)
            return
        while self.counts[tag]:
            last = self.open.pop()
            self.counts[last] -= 1
            if len(self.open) < MAX_DEPTH:
                self.out.append(f"</{last}>")
            else:
                self.part(last)
            if last == tag:
                return

    def part(self, tag: str) -> None:
        """Keep apart what stood in blocks of its own, once between two texts."""
        if tag not in INLINE and self.out and self.out[-1] != PARTED:
            self.out.append(PARTED)

    def handle_data(self, data: str) -> None:
        if not self.raw:
            self.out.append(escape(data, quote=False))
