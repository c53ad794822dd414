"""Tonight, the main screen of an interview: what they want, how to start, five questions, and that it is enough; then the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from server.actions.sample import SAMPLE_ID
from server.model import Document, GoalView, Question, QuestionEdit, Tier
from server.pipeline.export.faces.view import TIERS, View, clean
from server.web.screens.asked import Asked, Removed, Touch, asked_in
from server.web.screens.cards import Offers, offers
from server.web.screens.homework import Homework, cited, homework
from server.web.screens.pages import ASKED, waiting_words
from server.web.screens.thin import THIN, thin_words

if TYPE_CHECKING:  # the pipeline is loaded when a document is asked for
    from server.pipeline.brief.unsaid import Step

FIVE = 5
LATER = TIERS[Tier.PARKED]


@dataclass(frozen=True, slots=True)
class WantLine:
    """What they want from this person. advice: help with its wording, the most useful first, at most two."""

    id: str
    text: str
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Numbered questions under a title, "" where it goes without saying."""

    title: str
    questions: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Unsaid:
    """What the pages do not tell, in a sentence, and a question to begin with."""

    text: str
    ask: str


@dataclass(frozen=True, slots=True)
class Tonight:
    """All that the screen shows. facts: when, how long, through whom; dated: when is known.

    waiting: what is still to be read, in a sentence, or ""; thin: that the pages hold little, why, and what to bring next.
    five: what to ask, in order; spare: what else there might be time for; later: for another day. pages_line: how many pages,
    and how many of them ask for a word; "" as long as there is none. new_pages: one of them came since they looked last.
    """

    id: str
    name: str
    first_name: str
    headline: str
    facts: tuple[str, ...]
    dated: bool
    waiting: str
    thin: tuple[str, ...]
    wants: tuple[WantLine, ...]
    opening: tuple[str, ...]
    five: tuple[Row, ...]
    spare: tuple[Asked, ...]
    later: tuple[Asked, ...]
    removed: tuple[Removed, ...]
    unsaid: tuple[Unsaid, ...]
    close: tuple[str, ...]
    enough: str
    homework: Homework
    offers: tuple[Offers, ...]
    pages_line: str
    new_pages: bool
    moved: str

    @property
    def is_sample(self) -> bool:
        """It is the example that everybody starts with."""
        return self.id == SAMPLE_ID

    @property
    def asks(self) -> int:
        """How many questions stand among the five."""
        return sum(len(row.questions) for row in self.five)


@dataclass(frozen=True, slots=True)
class Given:
    """What the screen is made of besides the document.

    said: ids of pages of which they said whose they are. new: ids of what came since they looked last. moved: id of a question that
    just went to another tier.
    """

    said: frozenset[str] = frozenset()
    touched: Sequence[QuestionEdit] = ()
    unsaid: "Step | None" = None
    new: frozenset[str] = frozenset()
    moved: str = ""


def tonight(interview_id: str, document: Document, given: Given) -> Tonight:
    """The screen of an interview, from its document and what surrounds it."""
    view = View.of(document)
    waiting = waiting_words(document)
    headline, facts = _who(view)
    first_name = view.name.split()[0]
    five, spare, later = _rows(view, Touch.of(given.touched, given.new))
    return Tonight(
        id=interview_id,
        name=view.name,
        first_name=first_name,
        headline=headline,
        facts=facts,
        dated=bool(document.meeting["start"]),
        waiting=waiting,
        thin=() if waiting else thin_words(view),
        wants=tuple(_want(goal) for goal in sorted(document.goals, key=lambda goal: goal.priority)),
        opening=document.plan.opening,
        five=five,
        spare=spare,
        later=later,
        removed=tuple(Removed(edit.question.id, clean(edit.question.text)) for edit in given.touched if edit.removed),
        unsaid=() if waiting else _unsaid(document, given.unsaid, first_name),
        close=document.plan.close,
        enough=_enough(five, document),
        homework=homework(view, given.new, waiting=bool(waiting)),
        offers=offers(view, given.new),
        pages_line=_pages_line(document, given.said),
        new_pages=not given.new.isdisjoint(view.clips),
        moved=_moved(document, given.moved),
    )


def seen_in(document: Document) -> frozenset[str]:
    """Ids of all that the screen shows and that can be new: questions, quotes, pages."""
    view = View.of(document)
    asked = {one.id for one in document.questions if one.origin != "seeker"}
    return frozenset({*asked, *cited(view), *(card.evidence for card in document.cards), *view.clips})


def _rows(view: View, touch: Touch) -> tuple[tuple[Row, ...], tuple[Asked, ...], tuple[Asked, ...]]:
    """The five by tier, what else there might be time for, what is for another day."""
    told: dict[str, tuple[Asked, ...]] = {title: asked_in(view, asked, touch) for title, asked in view.questions}
    first, second = told.get(TIERS[Tier.MUST], ()), told.get(TIERS[Tier.SHOULD], ())
    room = max(0, FIVE - len(first))
    rows = (Row("", first), Row("If there is time" if first else "", second[:room]))
    return tuple(row for row in rows if row.questions), second[room:], told.get(LATER, ())


def _moved(document: Document, question_id: str) -> str:
    """Where a question went, in words; "" if none did."""
    tier = next((one.tier for one in document.questions if one.id == question_id), None)
    text = next((clean(one.text) for one in document.questions if one.id == question_id), "")
    return f"“{text}” is now under “{TIERS[tier].capitalize()}”." if tier else ""


def _want(goal: GoalView) -> WantLine:
    return WantLine(goal.id, clean(goal.text), goal.advice[:2])


def _who(view: View) -> tuple[str, tuple[str, ...]]:
    """The headline without the name before it, and when, how long and through whom."""
    items = [clean(item.text) for section in view.card if section.id == "card" for item in section.items]
    if not items:
        return "", ()
    facts = tuple(item for item in items[1:] if not item.startswith(THIN))
    return items[0].removeprefix(view.name).removeprefix(": "), facts


def _unsaid(document: Document, step: "Step | None", first_name: str) -> tuple[Unsaid, ...]:
    """First a step that nobody explains, then a want on which no page says anything."""
    told = []
    if step:
        why = f"Your pages don’t say why {first_name} left {step.left}"
        told.append(Unsaid(clean(why), clean(f"How did you choose {step.joined} in {step.year}?")))
    silent = {gap.goal for gap in document.gaps if document.clips}
    told += [
        Unsaid(f"Your pages say nothing on “{clean(goal.text).rstrip('.')}”", "")
        for goal in document.goals
        if goal.id in silent
    ]
    return tuple(told)


def _enough(five: Sequence[Row], document: Document) -> str:
    """How far this goes, in a sentence; "" as long as there is nothing to ask."""
    shown = {one.id for row in five for one in row.questions}
    asked: list[Question] = [one for one in document.questions if one.id in shown]
    if not asked:
        return ""
    count = "One question" if len(asked) == 1 else f"{_number(len(asked))} questions"
    minutes, booked = sum(one.minutes for one in asked), document.plan.minutes
    fits = f"about {minutes} of your {booked} minutes" if minutes < booked else f"more than your {booked} minutes hold"
    return f"{count}, a way to start and a way to close: {fits}."


def _number(count: int) -> str:
    words = {2: "Two", 3: "Three", 4: "Four", 5: "Five", 6: "Six", 7: "Seven", 8: "Eight"}
    return words.get(count, str(count))


def _pages_line(document: Document, said: frozenset[str]) -> str:
    pages = document.clips
    if not pages:
        return ""
    asking = sum(page.status in ASKED and page.id not in said for page in pages)
    count = "1 page" if len(pages) == 1 else f"{len(pages)} pages"
    if not asking:
        return count
    return f"{count}, {asking} {'asks' if asking == 1 else 'ask'} for a word of yours"
