"""The document for a terminal: 80 columns, the card first, then the homework."""

import textwrap
from collections.abc import Iterator, Sequence

from server.model import BriefItem, BriefSection, Card, Document, Question
from server.pipeline.export.faces.view import READ, View, clean, date_of, fate, quoted, says

WIDTH = 80
INDENT = "  "


def text(document: Document) -> str:
    """The whole document in plain text, ending in a newline."""
    view = View.of(document)
    blocks = [
        _banner(view.name),
        *(_section(view, section) for section in view.card),
        _list("How you might start", document.plan.opening),
        *_questions(view),
        _list("How you might close", document.plan.close),
        _banner("Homework"),
        *(_section(view, section) for section in view.homework),
        _cards(view),
        _pages(view),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _banner(title: str) -> str:
    return f"{title}\n{'─' * min(len(title), WIDTH)}"


def _list(title: str, lines: Sequence[str]) -> str:
    return "\n".join([title, *(_bullet(line) for line in lines)]) if lines else ""


def _section(view: View, section: BriefSection) -> str:
    return _list(section.title, [_item(view, item) for item in section.items])


def _item(view: View, item: BriefItem) -> str:
    when = date_of(item)
    told = sorted({view.numbers[quote.clip_id] for quote in view.cited(item.evidence)})
    mark = ", ".join([*(f"page {number}" for number in told), *([when] if when else [])])
    return f"{item.text} [{mark}]" if mark else item.text


def _questions(view: View) -> Iterator[str]:
    for title, asked in view.questions:
        yield title + "\n" + "\n\n".join(_question(view, number, question) for number, question in asked)


def _question(view: View, number: int, question: Question) -> str:
    lines = [_wrapped(question.text, f"{number:>3}  ", " " * 5)]
    for quote in view.cited(question.evidence):
        lines.append(_wrapped(quoted(quote), " " * 7, " " * 7))
        lines.append(_wrapped(f"– {view.source(quote)}", " " * 7, " " * 9))
    lines.append(_wrapped(says(question), " " * 5, " " * 5))
    if question.probes:
        lines.append(_wrapped(f"then: {' / '.join(question.probes)}", " " * 5, " " * 11))
    return "\n".join(lines)


def _cards(view: View) -> str:
    asked = {ident for question in view.document.questions for ident in question.evidence}
    cards = [card for card in view.document.cards if card.evidence not in asked]
    return "More quotes to build your own questions on\n" + "\n\n".join(_card(view, c) for c in cards) if cards else ""


def _card(view: View, card: Card) -> str:
    quote = view.quotes[card.evidence]
    lines = [
        _bullet(quoted(quote)),
        _wrapped(f"– {view.source(quote)}", " " * 4, " " * 6),
        *(_wrapped(f"→ {shape.text}", " " * 4, " " * 6) for shape in card.shapes),
    ]
    return "\n".join(lines)


def _pages(view: View) -> str:
    lines = ["Pages"]
    for clip in view.document.clips:
        note = "" if clip.status in READ else f" ({fate(clip)})"
        lines.append(_wrapped(f"{clip.title}{note}", f"{view.numbers[clip.id]:>3}  ", " " * 5))
        if clip.url:
            lines.append(" " * 5 + clean(clip.url))
    return "\n".join(lines)


def _bullet(line: str) -> str:
    return _wrapped(line, INDENT + "· ", INDENT + "  ")


def _wrapped(line: str, first: str, rest: str) -> str:
    return textwrap.fill(
        clean(line), WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
