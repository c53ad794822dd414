"""The questions of a brief, each with what can be done to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from server.model import Question, Severity
from server.pipeline.export.faces.view import TIERS, View, clean, says
from server.web.screens.pages import Choice
from server.web.screens.source import Quote, quotes

ANSWERED = "L13"  # a page may answer it


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the quotes under it, where it stands in the talk, and how to go on from it.

    quotes: those to show at once; folded: the others of a question of their own. hint: the one thing to say of their words, if
    any. up, down: whether it can move so. choices: what else can be done, as (value, label).
    """

    id: str
    number: int
    text: str
    quotes: tuple[Quote, ...]
    folded: tuple[Quote, ...]
    says: str
    probes: tuple[str, ...]
    hint: str
    up: bool
    down: bool
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Removed:
    """A question that was removed and can be put back."""

    id: str
    text: str


def asked_in(view: View, asked: Sequence[tuple[int, Question]], everyone: frozenset[str]) -> tuple[Asked, ...]:
    """The questions of one tier. everyone: ids of those they ask everyone."""
    first, last = asked[0][0], asked[-1][0]
    return tuple(
        _asked(view, number, one, up=number > first, down=number < last, everyone=one.id in everyone)
        for number, one in asked
    )


def _asked(view: View, number: int, question: Question, *, up: bool, down: bool, everyone: bool) -> Asked:  # noqa: PLR0913  one line of the list
    own = question.origin == "seeker"
    shown = quotes(view, question.evidence)
    return Asked(
        id=question.id,
        number=number,
        text=clean(question.text),
        quotes=shown[:1] if own else shown,
        folded=shown[1:] if own else (),
        says=" · ".join(part for part in (says(question), "you ask everyone" if everyone else "") if part),
        probes=question.probes,
        hint=_hint(question) if own or question.edited else "",
        up=up,
        down=down,
        choices=_choices(question, everyone=everyone),
    )


def _hint(question: Question) -> str:
    """What would spoil the question, else, of one of their own, that a page may answer it: ours rest on a page that does."""
    worst = next((one.message for one in question.lint if one.severity is Severity.ERROR), "")
    answered = (one.message for one in question.lint if one.id == ANSWERED and question.origin == "seeker")
    return worst or next(answered, "")


def _choices(question: Question, *, everyone: bool) -> tuple[Choice, ...]:
    tiers = [Choice(tier.value, label) for tier, label in TIERS.items() if tier is not question.tier]
    for_all = question.origin == "seeker" or not question.evidence
    ask = Choice("only-here", "Not everyone") if everyone else Choice("everyone", "I ask everyone")
    return (*tiers, *([ask] if for_all else []), Choice("remove", "Remove"))
