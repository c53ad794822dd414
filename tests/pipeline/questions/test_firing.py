from server.pipeline.questions.bank import load_bank
from server.pipeline.questions.conditions import PREDICATES
from server.pipeline.questions.firing import fired, tree_of
from tests.pipeline.made import candidates, page

PAGES = (
    page(
        "A drawing is a promise to a carpenter. I left the yard in 2019. You should ask the oldest hand first.", id="c1"
    ),
    page(
        "I used to think looms mend themselves. In 2015 I left a small firm. I grew the yard from two looms to nine. I still don't know who mends the looms.",
        published="2016-03",
        id="c2",
    ),
)


def test_a_move_fires_where_each_of_its_conditions_holds_and_in_the_order_of_the_bank() -> None:
    moves = load_bank().moves
    made = candidates(*PAGES)
    asked_one_by_one = [[move for move in moves if all(PREDICATES[name](one) for name in move.when)] for one in made]
    assert [fired(one, tree_of(moves)) for one in made] == asked_one_by_one
    assert len({move.id for told in asked_one_by_one for move in told}) > 5
