"""The jobs and schools of a profile: one row an entry (role, organisation, dates, place), then what describes it.

Networks print the dates below the role, European ones often above it; several roles at one organisation stand under its name
and the time spent there in all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from scrapers import labels
from scrapers.page import Block, Place

DESCRIPTION_WORDS = 9  # a line with more words describes; with fewer it names
ABOVE_DATES = 2
BELOW_DATES = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a profile and the element it stands in; level is that of a heading, else 0; linked: mostly a link."""

    text: str
    element: HtmlElement
    level: int = 0
    linked: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    row: tuple[Line, ...]
    rest: tuple[Line, ...]


def read_entries(lines: Sequence[Line]) -> Iterator[Block]:
    """Rows and descriptions of one section; single items where it holds no dates."""
    dated = [index for index, line in enumerate(lines) if labels.is_period(line.text)]
    if not dated:
        yield from (Block(labels.without_more(line.text), Place.ITEM) for line in lines)
        return
    heads = _dates_first(lines, dated) if dated[0] == 0 else _dates_last(lines, dated)
    if heads[0][0] > 0:
        yield from (Block(line.text, Place.PARAGRAPH) for line in lines[: heads[0][0]])
    group: Line | None = None
    for (start, end), following in zip(heads, [*(head[0] for head in heads[1:]), len(lines)], strict=True):
        entry = _Entry(tuple(lines[start:end]), tuple(lines[end:following]))
        group = _opens_group(entry) or (group if group and _same_item(group, entry.row[-1]) else None)
        yield from _blocks(entry, group)


def _dates_first(lines: Sequence[Line], dated: Sequence[int]) -> list[tuple[int, int]]:
    """(start, end) of the row of each entry: the dates and the short lines below them."""
    heads = []
    for index, limit in zip(dated, [*dated[1:], len(lines)], strict=True):
        end = index + 1
        while end < limit and end - index < BELOW_DATES and _is_short(lines[end].text):
            end += 1
        heads.append((index, end))
    return heads


def _dates_last(lines: Sequence[Line], dated: Sequence[int]) -> list[tuple[int, int]]:
    """(start, end) of the row of each entry: the short lines above the dates, the dates, and a place below them."""
    heads: list[tuple[int, int]] = []
    last = 0
    for index in dated:
        start = index
        most = ABOVE_DATES if last else ABOVE_DATES + 1
        while start > last and index - start < most and _is_short(lines[start - 1].text):
            start -= 1
        if start > last and labels.is_duration(lines[start].text):
            start -= 1  # the name of the organisation stands above the time spent there
        end = index + 1
        if end < len(lines) and end not in dated and _is_short(lines[end].text) and labels.is_place(lines[end].text):
            end += 1
        heads.append((start, end))
        last = end
    return heads


def _is_short(text: str) -> bool:
    return len(text.split()) <= DESCRIPTION_WORDS and not text.endswith((".", "!"))


def _opens_group(entry: _Entry) -> Line | None:
    """The organisation, where the row begins with its name and the time spent there in all."""
    if len(entry.row) > 2 and labels.is_duration(entry.row[1].text):
        return entry.row[0]
    return None


def _same_item(group: Line, line: Line) -> bool:
    """True if both stand in one item of the outer list."""
    outer = list(group.element.iterancestors("li"))
    return bool(outer) and any(step is outer[-1] for step in line.element.iterancestors("li"))


def _blocks(entry: _Entry, group: Line | None) -> Iterator[Block]:
    row = [line.text for line in entry.row]
    organisation = group.text if group else ""
    if group and entry.row[0] is group:
        yield Block("\n".join(row[:2]), Place.ROW)
        row = row[2:]
    yield Block("\n".join(row), Place.ROW, heading=organisation)
    names = [text for text in row if not labels.is_period(text)]
    heading = ", ".join(filter(None, (*names[:1], organisation or "".join(names[1:2]))))
    for line in entry.rest:
        yield Block(labels.without_more(line.text), Place.PARAGRAPH, heading=heading)
