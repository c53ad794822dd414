"""The near misses of what was lived through are silent for what they tell: each is marked, and could be brought in."""

import pytest

from server.pipeline.questions.bank import load_bank
from server.pipeline.questions.conditions import lived
from tests.pipeline.made import candidates
from tests.pipeline.questions.test_moves import clip, lines, seeker

LIVED = frozenset(predicate.__name__ for predicate in lived.PREDICATES)
MOVES = sorted(move.id for move in load_bank().moves if LIVED & set(move.when))


@pytest.mark.parametrize("move", MOVES)
def test_a_near_miss_is_marked_and_can_be_said(move: str) -> None:
    told = {case["text"]: candidates(clip(case, "c1"), about=seeker(case)) for case in lines(move, "silent")}
    assert [text for text, made in told.items() if not any(one.mark_leads for one in made)] == []
