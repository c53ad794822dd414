from dataclasses import replace

import numpy as np

from server.pipeline.evidence.found import Found
from server.pipeline.evidence.pool import best_first, clip_of, id_of
from tests.pipeline.made import page, pool

PAGES = (
    page("I moved the night ward in 2016.", "The hall was green and cold.", "I wrote 40 letters about the ward."),
    page("We left the ward in 2019.", "Nurses wrote to me about the hall.", id="c2"),
)
POOL = pool(*PAGES)
ASKED: list[str] = []


def letters(one: Found) -> int:
    ASKED.append(one.evidence.exact)
    return len(one.evidence.exact)


def longer(one: Found, than: int) -> bool:
    return len(one.evidence.exact) > than


def test_what_is_asked_of_each_passage_comes_in_the_order_of_the_pool_and_is_asked_once() -> None:
    ASKED.clear()
    wanted = [len(one.evidence.exact) for one in POOL.found]
    assert POOL.each(letters) == POOL.each(letters) == wanted
    assert len(ASKED) == len(POOL.found) == 5


def test_a_question_with_another_particular_is_another_question() -> None:
    assert POOL.having(longer, 30) == [one for one in POOL.found if len(one.evidence.exact) > 30]
    assert POOL.having(longer, 0) == list(POOL.found)


def test_stems_that_a_passage_holds_are_weighed_where_it_stands() -> None:
    stem = {"ward": 2.0, "hall": 0.5, "nobody": 9.0}
    wanted = [sum(weight for held, weight in stem.items() if held in one.marks.stems) for one in POOL.found]
    assert POOL.holding(stem).tolist() == wanted
    assert sorted(POOL.shared(["ward", "letter", "hall"]).tolist()) == [1, 1, 1, 1, 2]


def test_a_pool_that_is_no_gathering_of_pages_gives_the_same() -> None:
    alone = replace(POOL, sheaves=(), places=())
    assert alone.each(id_of) == POOL.each(id_of)
    assert alone.holding({"ward": 1.0}).tolist() == POOL.holding({"ward": 1.0}).tolist()
    assert (alone.pages.tolist(), dict(alone.by_id)) == (POOL.pages.tolist(), dict(POOL.by_id))


def test_passages_of_one_page_have_one_number() -> None:
    clips = POOL.each(clip_of)
    assert all((a == b) == (clips[i] == clips[j]) for i, a in enumerate(POOL.pages) for j, b in enumerate(POOL.pages))


def test_the_best_comes_first_and_of_equals_the_one_whose_id_does() -> None:
    names = ["d", "c", "a", "b", "e"]
    order = best_first(np.array([1.0, 3.0, 1.0, 1.0, 2.0]), lambda at: names[at])
    assert [names[at] for at in order] == ["c", "e", "a", "b", "d"]
