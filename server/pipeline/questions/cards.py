"""Cards: the passages most worth a question, each with two or three ways of asking for the seeker to finish."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from scrapers.page import Place
from server.model import Card, Shape
from server.pipeline.brief.lines import ROW_BREAK
from server.pipeline.brief.select import Budget, pick, worth
from server.pipeline.evidence.gather import Found, Pool
from server.pipeline.evidence.pool import is_picked
from server.pipeline.goals.match import GoalMatch
from server.pipeline.questions.bank import Bank

MOST, PER_PAGE = 18, 4
SHAPES = 3
NO_LEADS: Mapping[str, str] = MappingProxyType({})


def offer_cards(
    pool: Pool, matches: Sequence[GoalMatch], bank: Bank, leads: Mapping[str, str] = NO_LEADS
) -> tuple[Card, ...]:
    """What the seeker marked first, then the best passages, no two alike; unsure pages only here, and marked.

    leads: by id of evidence, the sentence a question on it starts from, where one could be made.
    """
    marked = [at for at, picked in enumerate(pool.each(is_picked)) if picked]
    budget = Budget(words=100_000, passages=MOST, per_page=PER_PAGE)
    best = pick(pool, worth(pool, matches), budget, words=[1] * len(pool.found), fits=_worth_a_card)
    return tuple(
        _card(at, pool.found[at], matches, _shapes(pool.found[at], bank, leads))
        for at in dict.fromkeys([*marked, *best])
    )


def _worth_a_card(found: Found) -> bool:
    return found.marks.words >= 5 and not found.marks.cues & {"question", "note_line", "code", "list_lead"}


def _card(at: int, found: Found, matches: Sequence[GoalMatch], shapes: tuple[Shape, ...]) -> Card:
    served = sorted(matches, key=lambda match: -float(match.near[at]))[:2]
    return Card(
        evidence=found.evidence.id,
        goals=tuple(match.goal.id for match in served),
        why=_why(found),
        shapes=shapes,
    )


def _why(found: Found) -> str:
    if found.picked:
        return f"You marked this: {found.note}" if found.note else "You marked this."
    told = "; ".join(found.reasons[:2])
    return f"Stands out by: {told}." if found.sure else f"Not sure this is the same person. Stands out by: {told}."


def _shapes(found: Found, bank: Bank, leads: Mapping[str, str]) -> tuple[Shape, ...]:
    lead = leads.get(found.evidence.id) or _lead(found)
    fitting = [half for half in bank.shapes if half.signs <= found.marks.cues]
    return tuple(Shape(move=half.move, text=f"{lead} {half.text}") for half in fitting[:SHAPES])


def _lead(found: Found) -> str:
    """The passage in a few words, to start the line with."""
    words = ROW_BREAK.sub(", ", found.evidence.exact).rstrip(".").split()
    short = " ".join(words[:10]) + (" …" if len(words) > 10 else "")
    if found.passage.place is Place.ROW:
        return f"{short}:"
    return f"“{short}”:"
