"""The document as Markdown with footnotes: a note that shows where each line comes from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote as percent

from server.model import BriefItem, BriefSection, Card, Document, Evidence, Question
from server.model.document import ClipView
from server.pipeline.export.faces.view import READ, View, clean, date_of, date_words, fate, quoted, says

SPECIAL = re.compile(r"([\\`*_\[\]<>|~]|&(?=#?\w+;))")
IN_URL = "%/:?#[]@!$&'()*+,;=~-._"
LEADING = re.compile(r"^(\d+)([.)])|^([-+#=])")


@dataclass(frozen=True, slots=True)
class _Notes:
    """Footnotes in the order they are first needed: id of a quote to its number."""

    numbers: dict[str, int] = field(default_factory=dict)

    def mark(self, ids: Sequence[str]) -> str:
        return "".join(f"[^{self.numbers.setdefault(ident, len(self.numbers) + 1)}]" for ident in ids)


def markdown(document: Document, *, tasks: bool = False) -> str:
    """The whole document in Markdown (CommonMark with footnotes), ending in a newline. tasks: questions can be ticked off."""
    view, notes = View.of(document), _Notes()
    blocks = [
        f"# {_escaped(view.name)}",
        *(_section(section, notes) for section in view.card),
        _list("How you might start", [_escaped(cue) for cue in document.plan.opening]),
        *_questions(view, notes, "[ ] " if tasks else ""),
        _list("How you might close", [_escaped(cue) for cue in document.plan.close]),
        "# Homework",
        *(_section(section, notes) for section in view.homework),
        _cards(view, notes),
        _pages(view),
        _footnotes(view, notes),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _list(title: str, lines: Sequence[str]) -> str:
    return f"## {_escaped(title)}\n\n" + "\n".join(f"- {line}" for line in lines) if lines else ""


def _section(section: BriefSection, notes: _Notes) -> str:
    return _list(section.title, [_item(item, notes) for item in section.items])


def _item(item: BriefItem, notes: _Notes) -> str:
    when = date_of(item)
    return f"{_escaped(item.text)}{f' ({when})' if when else ''}{notes.mark(item.evidence)}"


def _questions(view: View, notes: _Notes, box: str) -> Iterator[str]:
    for title, asked in view.questions:
        told = (_question(view, f"{number}. {box}", question, notes) for number, question in asked)
        yield f"## {title}\n\n" + "\n\n".join(told)


def _question(view: View, lead: str, question: Question, notes: _Notes) -> str:
    gap = " " * (lead.index(" ") + 1)
    head = f"{lead}**{_escaped(question.text)}**{notes.mark(question.evidence)}"
    quotes = [f"{gap}> {_quoted(quote)}" for quote in view.cited(question.evidence)]
    probes = "\n".join(f"{gap}- {_escaped(probe)}" for probe in question.probes)
    return "\n\n".join(part for part in [head, *quotes, gap + says(question), probes] if part)


def _cards(view: View, notes: _Notes) -> str:
    return _list("Quotes to build your own questions on", [_card(view, card, notes) for card in view.document.cards])


def _card(view: View, card: Card, notes: _Notes) -> str:
    quote = view.quotes[card.evidence]
    shapes = "".join(f"\n  - {_escaped(shape.text)}" for shape in card.shapes)
    return f"{_quoted(quote)}{notes.mark([quote.id])}{shapes}"


def _pages(view: View) -> str:
    return _list("Pages", [_page(clip) for clip in view.document.clips])


def _page(clip: ClipView) -> str:
    note = "" if clip.status in READ else f" ({_escaped(fate(clip))})"
    return f"{_link(clip.title, clip.url)}{note}"


def _footnotes(view: View, notes: _Notes) -> str:
    return "\n".join(f"[^{number}]: {_source(view, view.quotes[ident])}" for ident, number in notes.numbers.items())


def _source(view: View, quote: Evidence) -> str:
    when = f", {date_words(quote.when)}" if quote.when else ""
    return f"{_quoted(quote)} {_link(view.clips[quote.clip_id].title, quote.link)}{when}"


def _quoted(quote: Evidence) -> str:
    return _escaped(quoted(quote))


def _link(title: str, url: str) -> str:
    """A link if the address is one a browser should follow, else the title alone."""
    if not url.startswith(("http://", "https://")):
        return _escaped(title)
    return f"[{_escaped(title)}](<{percent(clean(url), safe=IN_URL)}>)"


def _escaped(text: str) -> str:
    line = SPECIAL.sub(r"\\\1", clean(text))
    return LEADING.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", line)
