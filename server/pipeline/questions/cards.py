"""Cards: the passages most worth a question, each with two or three ways of asking for the seeker to finish."""

from collections.abc import Sequence

from scrapers.page import Place
from server.model import Card, Shape
from server.pipeline.brief.lines import ROW_BREAK
from server.pipeline.brief.select import Budget, pick, worth
from server.pipeline.evidence.gather import Found, Pool
from server.pipeline.goals.match import GoalMatch

MOST, PER_PAGE = 18, 4
SHAPES = 3

# Half-finished on purpose: the dots are the seeker's. First sign that fits wins a place; the last row fits everything.
_SHAPES: tuple[tuple[frozenset[str], str, str], ...] = (
    (frozenset({"move"}), "what_tipped_it", "… what tipped it?"),
    (frozenset({"change"}), "first_sign", "… what was the first sign?"),
    (frozenset({"setback"}), "checked_earlier_since", "Since then, what do you check earlier when …?"),
    (frozenset({"number"}), "which_change_did_it", "Which change did most of that, for someone who …?"),
    (frozenset({"advice"}), "their_rule_my_case", "I …; which part of that would you start with?"),
    (frozenset({"practice"}), "the_last_time", "The last time you did that, where did …?"),
    (frozenset({"prediction"}), "how_it_went", "How has that gone, when it comes to …?"),
    (frozenset({"opinion"}), "which_case", "Which case taught you that about …?"),
    (frozenset({"mentor"}), "from_them", "What did you take from them for …?"),
    (frozenset(), "my_case", "My own case is …; what does that change?"),
    (frozenset(), "where_it_breaks", "Where have you seen that not hold, say for …?"),
)


def offer_cards(pool: Pool, matches: Sequence[GoalMatch]) -> tuple[Card, ...]:
    """What the seeker marked first, then the best passages, no two alike; unsure pages only here, and marked."""
    marked = [at for at, found in enumerate(pool.found) if found.picked]
    budget = Budget(words=100_000, passages=MOST, per_page=PER_PAGE)
    best = pick(pool, worth(pool, matches), budget, words_of=lambda _: 1, fits=_worth_a_card)
    return tuple(_card(at, pool.found[at], matches) for at in dict.fromkeys([*marked, *best]))


def _worth_a_card(found: Found) -> bool:
    return found.marks.words >= 5 and not found.marks.cues & {"question", "note_line", "code", "list_lead"}


def _card(at: int, found: Found, matches: Sequence[GoalMatch]) -> Card:
    served = sorted(matches, key=lambda match: -float(match.near[at]))[:2]
    return Card(
        evidence=found.evidence.id,
        goals=tuple(match.goal.id for match in served),
        why=_why(found),
        shapes=tuple(_shapes(found)),
    )


def _why(found: Found) -> str:
    if found.picked:
        return f"You marked this: {found.note}" if found.note else "You marked this."
    told = "; ".join(found.reasons[:2])
    return f"Stands out by: {told}." if found.sure else f"Not sure this is the same person. Stands out by: {told}."


def _shapes(found: Found) -> list[Shape]:
    fitting = [(move, text) for signs, move, text in _SHAPES if signs <= found.marks.cues]
    lead = _lead(found)
    return [Shape(move=move, text=f"{lead} {text}".strip()) for move, text in fitting[:SHAPES]]


def _lead(found: Found) -> str:
    """The passage in a few words, to start the line with."""
    words = ROW_BREAK.sub(", ", found.evidence.exact).rstrip(".").split()
    short = " ".join(words[:10]) + (" …" if len(words) > 10 else "")
    if found.passage.place is Place.ROW:
        return f"{short}:"
    return f"“{short}”:"
