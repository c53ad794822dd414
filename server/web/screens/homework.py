"""The Homework: what to read the evening before, line by line, with when things were as a picture and tellings side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from server.model import BriefItem, BriefSection, Conflict, ConflictKind, Turn
from server.pipeline.export.faces.view import View, clean, date_of, date_words, quoted
from server.web.screens.source import Quote, Source, quotes, sources
from server.web.screens.span import Axis, Span

TURNS, TELLINGS, GAPS = "turning_points", "two_tellings", "gaps"
PAIRS = {
    ConflictKind.DISAGREEMENT: "Two tellings",
    ConflictKind.CHANGE_OF_MIND: "Then, and later",
    ConflictKind.THEN_AND_NOW: "Then, and now",
}
LABEL = 8  # words of a quote that stand for it


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the brief: what leads to the words, the words as a page has them, or plain text; each may be empty.

    year, span: when it was, for lines in the order of time. new: it came since they looked last.
    """

    lead: str
    words: str
    plain: str
    year: str
    span: Span | None
    sources: tuple[Source, ...]
    new: bool


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a title. axis: where they are in the order of time, the years at its ends."""

    title: str
    lines: tuple[Line, ...]
    axis: Axis | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings of one thing, to be read side by side."""

    title: str
    begins: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Homework:
    """All of it. pairs stand under pairs_title."""

    sections: tuple[Section, ...]
    pairs_title: str
    pairs: tuple[Pair, ...]


def homework(view: View, new: frozenset[str], *, waiting: bool) -> Homework:
    """The Homework of a document. new: ids of quotes that came since they looked last.

    waiting: pages are still to be read, so that nobody can say yet what they do not tell.
    """
    why = [one for one in view.card if one.id == "why"]
    told = {one.id: one for one in (*why, *view.homework) if not (waiting and one.id == GAPS)}
    tellings = told.pop(TELLINGS, None)
    return Homework(
        sections=tuple(_section(view, one, new) for one in told.values()),
        pairs_title=tellings.title if tellings else "",
        pairs=tuple(_pair(view, one) for one in view.document.conflicts) if tellings else (),
    )


def cited(view: View) -> frozenset[str]:
    """Ids of all quotes that the Homework shows."""
    lines = (item for section in view.document.brief.sections for item in section.items)
    pairs = (ident for one in view.document.conflicts for ident in one.evidence)
    return frozenset((*(ident for item in lines for ident in item.evidence), *pairs))


def _section(view: View, section: BriefSection, new: frozenset[str]) -> Section:
    turns = [_turn_of(item, view.document.timeline) for item in section.items] if section.id == TURNS else []
    axis = Axis.of([turn for turn in turns if turn], view.document.generated_at)
    spans = [axis.span(turn) if axis and turn else None for turn in turns] or [None] * len(section.items)
    lines = (_line(view, item, span, new) for item, span in zip(section.items, spans, strict=True))
    return Section(section.title, tuple(lines), axis)


def _turn_of(item: BriefItem, timeline: Sequence[Turn]) -> Turn | None:
    """The turning point that a line tells: the one of its words, else the first on one of its quotes."""
    same = (turn for turn in timeline if turn.what == item.text)
    near = (turn for turn in timeline if set(turn.evidence) & set(item.evidence))
    return next(same, None) or next(near, None)


def _line(view: View, item: BriefItem, span: Span | None, new: frozenset[str]) -> Line:
    text = clean(item.text)
    lead, words = _parted(text)
    year = item.when[:4] if span else ""
    is_new = bool(new.intersection(item.evidence))
    return Line(lead, words, "" if words else text, year, span, _dated(view, item, year), is_new)


def _parted(text: str) -> tuple[str, str]:
    """What leads to a quote that ends a line, and the quote; two empty strings if it does not end in one."""
    at = text.find("“")
    if at < 0 or not text.endswith("”"):
        return "", ""
    return text[:at].strip().removesuffix(":"), text[at:]


def _dated(view: View, item: BriefItem, year: str) -> tuple[Source, ...]:
    """Where a line stands; a page's date is left out where the line tells it itself."""
    told = sources(view, item.evidence)
    if date_of(item) and not year:
        return told
    return tuple(Source(one.clip_id, one.number, one.title, "", one.exact, one.quote) for one in told)


def _pair(view: View, conflict: Conflict) -> Pair:
    first = view.quotes[conflict.evidence[0]]
    years = dict.fromkeys(date_words(quote.when[:4]) for quote in view.cited(conflict.evidence) if quote.when)
    title = ", ".join((PAIRS[conflict.kind], *([" and ".join(years)] if len(years) > 1 else years)))
    words = quoted(first).strip("“”").split()
    begins = " ".join(words[:LABEL]) + (" …" if len(words) > LABEL else "")
    return Pair(title, f"“{begins}”", quotes(view, conflict.evidence))
