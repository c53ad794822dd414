"""What to ask after an answer: of a move, or, after the seeker's own question, what goes with the word it asks with."""

from collections.abc import Sequence

from server.pipeline.questions.bank import Move, Probes
from server.pipeline.questions.lint.queries import core
from server.pipeline.questions.slots import Fact, tells

OWN_QUESTION = frozenset({Fact.WONDER, Fact.IN_CASE, Fact.STRAIGHT})


def probes_after(text: str, move: Move, probes: Sequence[Probes]) -> tuple[str, ...]:
    """Two short follow-ups to a question (text, in the words chosen) of this move; the move's own where nothing goes with its word."""
    query = core(text) if OWN_QUESTION.intersection(tells(move.ask)) else None
    asked = text[query.start :].lower() if query else ""
    return next((one.then for one in probes if asked.startswith(tuple(f"{word} " for word in one.asks))), move.probes)
