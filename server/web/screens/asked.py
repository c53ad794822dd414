"""The questions of a brief, each with why it is asked and what can be done to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from server.model import Question, QuestionEdit, Severity, Tier
from server.pipeline.export.faces.view import TIERS, View, clean, says
from server.web.screens.pages import Choice
from server.web.screens.source import Quote, quotes

ANSWERED = "L13"  # a page may answer it


@dataclass(frozen=True, slots=True)
class Why:
    """Why a question: what they want with it, the pages it rests on, and what it takes of the talk, in words."""

    want: str
    rests_on: str
    takes: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the quotes under it, where it stands in the talk, and how to go on from it.

    quotes: those to show at once; folded: the others of a question of their own. hint: the one thing to say of their words, if
    any. up, down: whether it can move so. at_hand: what one tap does; choices: what else can be done, as (value, label).
    """

    id: str
    number: int
    text: str
    quotes: tuple[Quote, ...]
    folded: tuple[Quote, ...]
    says: str
    why: Why
    probes: tuple[str, ...]
    hint: str
    up: bool
    down: bool
    at_hand: tuple[Choice, ...]
    choices: tuple[Choice, ...]
    new: bool


@dataclass(frozen=True, slots=True)
class Removed:
    """A question that was removed and can be put back."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Touch:
    """What was done to questions and what is new, for all questions of a screen. everyone, pinned, new: ids."""

    everyone: frozenset[str]
    pinned: frozenset[str]
    new: frozenset[str]

    @classmethod
    def of(cls, edits: Sequence[QuestionEdit], new: frozenset[str]) -> "Touch":
        """From what is kept of them."""
        every = frozenset(edit.question.id for edit in edits if edit.everyone)
        return cls(every, frozenset(edit.question.id for edit in edits if edit.pinned), new)


def asked_in(view: View, asked: Sequence[tuple[int, Question]], touch: Touch) -> tuple[Asked, ...]:
    """The questions of one tier."""
    first, last, tier = asked[0][0], asked[-1][0], asked[0][1].tier
    over, under = tier is Tier.SHOULD, tier is Tier.MUST  # where another tier stands above, below
    return tuple(
        _asked(view, number, one, touch, up=over or number > first, down=under or number < last)
        for number, one in asked
    )


def _asked(view: View, number: int, question: Question, touch: Touch, *, up: bool, down: bool) -> Asked:  # noqa: PLR0913  one line of the list
    own, ident = question.origin == "seeker", question.id
    shown = quotes(view, question.evidence)
    everyone, pinned = ident in touch.everyone, ident in touch.pinned
    marks = (says(question), "pinned" if pinned else "", "you ask everyone" if everyone else "")
    return Asked(
        id=ident,
        number=number,
        text=clean(question.text),
        quotes=shown[:1] if own else shown,
        folded=shown[1:] if own else (),
        says=" · ".join(mark for mark in marks if mark),
        why=_why(view, question),
        probes=question.probes,
        hint=_hint(question) if own or question.edited else "",
        up=up,
        down=down,
        at_hand=_at_hand(question, pinned=pinned),
        choices=_choices(question, everyone=everyone),
        new=ident in touch.new and not own,
    )


def _why(view: View, question: Question) -> Why:
    want = next((clean(goal.text) for goal in view.document.goals if goal.id == question.goal), "")
    booked = view.document.plan.minutes
    takes = f"{question.minutes} of your {booked} minutes, with the answer"
    pages = dict.fromkeys(view.source(quote) for quote in view.cited(question.evidence))
    return Why(want, f"Rests on: {' / '.join(pages)}" if pages else "", takes)


def _hint(question: Question) -> str:
    """What would spoil the question, else, of one of their own, that a page may answer it: ours rest on a page that does."""
    worst = next((one.message for one in question.lint if one.severity is Severity.ERROR), "")
    answered = (one.message for one in question.lint if one.id == ANSWERED and question.origin == "seeker")
    return worst or next(answered, "")


def _at_hand(question: Question, *, pinned: bool) -> tuple[Choice, ...]:
    """Pinned, it stays as it is, whatever pages come; parked, it waits for another day."""
    if question.tier is Tier.PARKED:
        return (Choice(Tier.MUST.value, TIERS[Tier.MUST]),)
    pin = Choice("unpin", "Unpin") if pinned else Choice("pin", "Pin")
    return (pin, Choice(Tier.PARKED.value, TIERS[Tier.PARKED]))


def _choices(question: Question, *, everyone: bool) -> tuple[Choice, ...]:
    beside = {Tier.PARKED} if question.tier is not Tier.PARKED else {Tier.MUST}
    tiers = [Choice(tier.value, label) for tier, label in TIERS.items() if tier not in {question.tier, *beside}]
    for_all = question.origin == "seeker" or not question.evidence
    ask = Choice("only-here", "Not everyone") if everyone else Choice("everyone", "I ask everyone")
    return (*tiers, *([ask] if for_all else []), Choice("remove", "Remove"))
