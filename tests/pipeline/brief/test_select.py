from dataclasses import replace

import numpy as np
import pytest

from server.pipeline.brief import select
from server.pipeline.brief.select import Budget, pick, worth
from server.pipeline.evidence.gather import Pool
from server.pipeline.goals.match import match_goals
from tests.pipeline.made import interview, language, page, pool

WARD = [f"I moved the night ward with nurses and blankets number {n}." for n in range(10, 22)]
POOL = pool(page(*WARD), page("Violins need new strings before winter.", "Farmers borrow beans in spring.", id="c2"))


def chosen(budget: Budget, made: Pool = POOL) -> list[int]:
    return pick(made, worth(made, ()), budget, words=[len(one.evidence.exact.split()) for one in made.found], fits=lambda _: True)  # fmt: skip


def test_neither_words_nor_passages_exceed_the_budget() -> None:
    picked = chosen(Budget(words=21, passages=3))
    assert len(picked) <= 3
    assert sum(len(POOL.found[at].evidence.exact.split()) for at in picked) <= 21


def test_no_page_takes_it_all() -> None:
    picked = chosen(Budget(words=999, passages=99, per_page=2))
    assert all(sum(POOL.found[at].clip.id == clip for at in picked) <= 2 for clip in ("c1", "c2"))


def test_nothing_is_chosen_twice_and_what_says_the_same_is_left_out() -> None:
    picked = chosen(Budget(words=999, passages=99, per_page=99))
    assert len(picked) == len(set(picked)) < len(POOL.found)


def test_what_does_not_fit_is_not_taken_and_nothing_gives_nothing() -> None:
    assert pick(POOL, worth(POOL, ()), Budget(99, 9), words=[1] * len(POOL.found), fits=lambda _: False) == []
    assert chosen(Budget(words=0, passages=5)) == []
    empty = pool()
    assert (worth(empty, ()).tolist(), chosen(Budget(9, 9), empty)) == ([], [])


def test_who_looks_at_few_chooses_what_who_looks_at_all_does(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(3)
    many = pool(
        *(page(*(f"Crew {n} counted {n * at + 3} winches." for n in range(9)), id=f"c{at}") for at in range(40))
    )
    vectors = random.normal(size=(len(many.found), 8)).astype(np.float32)
    many = replace(many, vectors=vectors / np.linalg.norm(vectors, axis=1, keepdims=True))
    scores = random.normal(size=len(many.found)).round(1)  # many of them equal
    words = random.integers(3, 30, len(many.found)).tolist()

    def look(first: int, budget: Budget) -> list[int]:
        monkeypatch.setattr(select, "FIRST_LOOK", first)
        return pick(many, scores, budget, words, fits=lambda one: one.evidence.start > 0)

    for budget in (Budget(400, 30), Budget(9_999, 50, per_page=2), Budget(99_999, 999)):
        assert look(4, budget) == look(10_000, budget) != []


def test_of_two_alike_the_one_on_a_page_that_the_seeker_marked_is_worth_more() -> None:
    two = pool(page("I run the ferries.", "Forty crews."), page("I ran the ferries.", "Sixty crews.", id="c2"))
    marked = tuple(replace(one, clip=one.clip.model_copy(update={"selection": "Sixty"})) if one.clip.id == "c2" else one for one in two.found)  # fmt: skip
    plain, raised = worth(two, ()), worth(replace(two, found=marked, sheaves=()), ())
    assert all((now > before) == (one.clip.id == "c2") for now, before, one in zip(raised, plain, marked, strict=True))


def test_a_passage_is_held_against_its_page() -> None:
    even = pool(page("I left the ward in 2016.", "I left the ship in 2017.", "I left the farm in 2018."))
    lone = pool(page("I left the ward in 2016.", "The hall was green.", "The door was shut."))
    assert max(worth(lone, ())) > max(worth(even, ()))


def test_a_goal_lifts_what_is_near_to_it() -> None:
    matches = match_goals(interview("Learn which strings a violin needs in winter."), POOL, language())
    at = next(i for i, one in enumerate(POOL.found) if "Violins" in one.evidence.exact)
    raised = [aimed - plain for aimed, plain in zip(worth(POOL, matches), worth(POOL, ()), strict=True)]
    assert max(range(len(raised)), key=lambda i: raised[i]) == at
