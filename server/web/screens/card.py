"""The printed card: opening, cues in the user's order, close, on one page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from server.actions.talk import AtHand
from server.model import Document, Part, Tier
from server.pipeline.export.faces.view import TIERS, View, clean
from server.pipeline.talk.fit import A6, PHONE, SIZES, Paper, shortened, size_for
from server.web.screens.talk import MARKS, Cued, cued

NAME, WHERE, OPENING, CLOSE = 60, 80, 120, 80  # characters at most
PRINTED = (Tier.MUST, Tier.SHOULD)
MARKED = MARKS[Part.ME]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed of a tier."""

    title: str
    questions: tuple[Cued, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One page. about: when and how long, then where or how, if that is known. size: which of `fit.SIZES`; left_off: how many questions had no room."""

    id: str
    name: str
    about: tuple[str, ...]
    opening: tuple[str, ...]
    tiers: tuple[Sheet, ...]
    close: tuple[str, ...]
    size: int
    left_off: int


def printed(interview_id: str, found: AtHand, *, phone: bool) -> Card:
    """The card of an interview for its paper."""
    view, plan = View.of(found.document), found.document.plan
    asked = [
        (title, cued(question, number, found.talk))
        for tier, title in TIERS.items()
        if tier in PRINTED
        for number, question in (pair for name, pairs in view.questions if name == title for pair in pairs)
    ]
    name, about = shortened(view.name, NAME), _about(found.document)
    opening = tuple(shortened(line, OPENING) for line in plan.opening)
    close = tuple(shortened(line, CLOSE) for line in plan.close)
    around = [name, name, *about, *opening, *close]  # the name is printed larger
    size, room = _fitting(PHONE if phone else A6, around, [_line(cue) for _, cue in asked])
    shown = asked[:room]
    tiers = tuple(
        Sheet(title, questions)
        for title in dict.fromkeys(title for title, _ in asked)
        if (questions := tuple(cue for of, cue in shown if of == title))
    )
    return Card(interview_id, name, about, opening, tiers, close, size, len(asked) - room)


def _about(document: Document) -> tuple[str, ...]:
    """When, how long, where or how, as "Thursday 26 November, 10:00 UTC" and "30 minutes"; what is not known is left out."""
    start = datetime.fromisoformat(told) if (told := document.meeting["start"]) else None
    when = f"{start:%A} {start.day} {start:%B, %H:%M %Z}".strip() if start else ""
    where = shortened(clean(str(document.meeting["format"])), WHERE)
    return tuple(line for line in (when, f"{document.plan.minutes} minutes", where) if line)


def _fitting(paper: Paper, around: Sequence[str], cues: Sequence[str]) -> tuple[int, int]:
    """The size, and how many of the cues there is room for: all, or as many as fit at the smallest, from the first on."""
    for room in range(len(cues), -1, -1):
        told = [] if room == len(cues) else ["and more on the screen"]
        size = size_for(paper, [*around, *cues[:room], *told], headings=4)
        if size is not None:
            return size, room
    return len(SIZES) - 1, 0


def _line(cue: Cued) -> str:
    return f"{cue.cue} {cue.mark}"
