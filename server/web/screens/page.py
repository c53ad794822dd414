"""Our own view of a page: its stored text with the quote marked, when it is from, who says it, and the way to the live page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from scrapers.page import Place
from server.model import SaidBy
from server.pipeline.clip.interview import WEB
from server.pipeline.clip.urls import host
from server.pipeline.export.faces.view import clean, date_words, quoted
from server.web.screens.pages import voice_words

if TYPE_CHECKING:  # what is shown was made by then, and the pipeline loaded
    from server.actions.briefs import PageText, Piece, TextBlock

SAID = {
    SaidBy.OWN: "{name}, in their own words",
    SaidBy.QUOTED: "{name}, as this page quotes them",
    SaidBy.REPORTED: "somebody else, about {name}",
    SaidBy.HOST: "somebody else, not {name}",
    SaidBy.UNKNOWN: "the page does not tell",
}
UNDATED = "the page carries no date"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text; target: the place that links to the quote lead to."""

    text: str
    marked: bool
    private: bool
    target: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text that belongs together; speaker is told where it changes."""

    speaker: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Paragraphs of one place on the page, one after the other; heading is told where it changes."""

    heading: str
    place: Place
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class PageScreen:
    """All that the screen of a page shows. facts: what is known of it, as (name, words). quote: the marked words, if any.

    live: the address of the page on the web, at the quote where browsers can do that; "" if it has none.
    """

    id: str
    interview_id: str
    name: str
    title: str
    facts: tuple[tuple[str, str], ...]
    quote: str
    live: str
    host: str
    runs: tuple[Run, ...]


def page_screen(page: "PageText", name: str) -> PageScreen:
    """The screen of a page. name: whom the interview is with."""
    live = page.marked.link if page.marked else page.url
    return PageScreen(
        id=page.clip_id,
        interview_id=page.interview_id,
        name=clean(name),
        title=clean(page.title),
        facts=tuple(_facts(page)),
        quote=quoted(page.marked) if page.marked else "",
        live=live if WEB.match(live) else "",
        host=host(page.url),
        runs=tuple(_runs(page.blocks, clean(page.title))),
    )


def _facts(page: "PageText") -> Iterator[tuple[str, str]]:
    if page.marked:
        yield "Who says it", SAID[page.marked.said_by].format(name=page.first_name)
    yield "From", date_words(page.published) or UNDATED
    if page.author:
        yield "By", clean(page.author)
    yield "Kind of page", voice_words(page.voice, page.first_name)
    if page.note:
        yield "Your note", page.note
    if page.reason:
        yield "To know", clean(page.reason)


def _runs(blocks: "Iterable[TextBlock]", title: str) -> Iterator[Run]:
    heading, speaker, is_first = "", "", True
    for (under, place), group in groupby(blocks, key=lambda block: (clean(block.heading), block.place)):
        paragraphs = []
        for block in group:
            said = block.speaker if block.speaker != speaker else ""
            speaker = block.speaker
            paragraphs.append(Paragraph(said, tuple(_stretches(block.pieces, is_first=is_first))))
            is_first = is_first and not any(piece.marked for piece in block.pieces)
        is_told = under == heading or title.startswith(under)
        yield Run("" if is_told else under, place, tuple(paragraphs))
        heading = under


def _stretches(pieces: "Iterable[Piece]", *, is_first: bool) -> Iterator[Stretch]:
    for piece in pieces:
        yield Stretch(piece.text, piece.marked, piece.private, target=piece.marked and is_first)
        is_first = is_first and not piece.marked
