"""More quotes to build a question on, by what one wants: each with ways of asking to finish."""

from dataclasses import dataclass

from server.model import Card
from server.pipeline.export.faces.view import View, clean
from server.web.screens.source import Quote, quotes

MARKED = "You marked this"


@dataclass(frozen=True, slots=True)
class Offer:
    """A quote, ways of asking about it, half filled in, and what they noted of it. id: of the quote."""

    id: str
    quote: Quote
    shapes: tuple[str, ...]
    mark: str
    new: bool


@dataclass(frozen=True, slots=True)
class Offers:
    """What serves one want; the want is "" for what serves none."""

    want: str
    offers: tuple[Offer, ...]


def offers(view: View, new: frozenset[str]) -> tuple[Offers, ...]:
    """The quotes that no question stands on, under the want each serves best."""
    asked = {ident for question in view.document.questions for ident in question.evidence}
    free = [one for one in view.document.cards if one.evidence not in asked]
    wants = sorted(view.document.goals, key=lambda goal: goal.priority)
    served = {goal.id: [one for one in free if one.goals[:1] == (goal.id,)] for goal in wants}
    rest = [one for one in free if not one.goals or one.goals[0] not in served]
    groups = [*((clean(goal.text), served[goal.id]) for goal in wants), ("", rest)]
    return tuple(Offers(want, tuple(_offer(view, one, new) for one in cards)) for want, cards in groups if cards)


def _offer(view: View, card: Card, new: frozenset[str]) -> Offer:
    return Offer(
        id=card.evidence,
        quote=quotes(view, [card.evidence])[0],
        shapes=tuple(shape.text for shape in card.shapes),
        mark=clean(card.why) if card.why.startswith(MARKED) else "",
        new=card.evidence in new,
    )
