"""One interview: the Card, the questions, the Homework and more quotes."""

from collections.abc import Sequence
from dataclasses import dataclass

from server.model import BriefItem, BriefSection, Document, Question, QuestionEdit
from server.model import Card as Offered
from server.model import Tier as Ranked
from server.pipeline.export.faces.view import TIERS, View, clean, date_of
from server.web.screens.asked import Asked, Removed, asked_in
from server.web.screens.pages import waiting_words
from server.web.screens.source import Quote, Source, quotes, sources


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the brief: what leads to the words, the words as a page has them, or plain text; each may be empty.

    year: when it was, for lines in the order of time.
    """

    lead: str
    words: str
    plain: str
    year: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a title; in_time says that they are in the order of time."""

    title: str
    lines: tuple[Line, ...]
    in_time: bool


@dataclass(frozen=True, slots=True)
class Tier:
    """Numbered questions to ask first, if there is time, or (later) another day."""

    title: str
    later: bool
    questions: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A quote to build a question on, and ways of asking, half filled in."""

    quote: Quote
    shapes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """All that the screen of an interview shows. waiting: what is still to be fetched and read, in a sentence, or "".

    has_pages: whether there is anything to make it of.
    """

    id: str
    name: str
    first_name: str
    headline: str
    facts: tuple[str, ...]
    wants: tuple[str, ...]
    why: tuple[Section, ...]
    opening: tuple[str, ...]
    tiers: tuple[Tier, ...]
    close: tuple[str, ...]
    homework: tuple[Section, ...]
    cards: tuple[Card, ...]
    waiting: str
    has_pages: bool
    removed: tuple[Removed, ...]


def brief(interview_id: str, document: Document, touched: Sequence[QuestionEdit] = ()) -> Brief:
    """The screen of an interview, from its document and what was done to its questions."""
    view = View.of(document)
    everyone = frozenset(edit.question.id for edit in touched if edit.everyone)
    headline, facts = _who(view)
    return Brief(
        id=interview_id,
        name=view.name,
        first_name=view.name.split()[0],
        headline=headline,
        facts=facts,
        wants=tuple(clean(goal.text) for goal in sorted(document.goals, key=lambda goal: goal.priority)),
        why=tuple(_section(view, one) for one in view.card if one.id == "why"),
        opening=document.plan.opening,
        tiers=tuple(_tier(view, title, asked, everyone) for title, asked in view.questions),
        close=document.plan.close,
        homework=tuple(_section(view, one) for one in view.homework),
        cards=_cards(view, document.cards),
        waiting=waiting_words(document),
        has_pages=bool(document.clips),
        removed=tuple(Removed(edit.question.id, clean(edit.question.text)) for edit in touched if edit.removed),
    )


def _who(view: View) -> tuple[str, tuple[str, ...]]:
    """The headline without the name before it, and when, how long and through whom."""
    items = [clean(item.text) for section in view.card if section.id == "card" for item in section.items]
    if not items:
        return "", ()
    return items[0].removeprefix(view.name).removeprefix(": "), tuple(items[1:])


def _section(view: View, section: BriefSection) -> Section:
    in_time = section.id == "turning_points"
    return Section(section.title, tuple(_line(view, item, in_time=in_time) for item in section.items), in_time)


def _line(view: View, item: BriefItem, *, in_time: bool) -> Line:
    text = clean(item.text)
    lead, words = _parted(text)
    year = item.when[:4] if in_time else ""
    return Line(lead, words, "" if words else text, year, _dated(view, item, year))


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


def _tier(view: View, title: str, asked: Sequence[tuple[int, Question]], everyone: frozenset[str]) -> Tier:
    return Tier(title, title == TIERS[Ranked.PARKED], asked_in(view, asked, everyone))


def _cards(view: View, cards: Sequence[Offered]) -> tuple[Card, ...]:
    """The quotes that no question stands on."""
    asked = {ident for question in view.document.questions for ident in question.evidence}
    return tuple(
        Card(quotes(view, [one.evidence])[0], tuple(shape.text for shape in one.shapes))
        for one in cards
        if one.evidence not in asked
    )
