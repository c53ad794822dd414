"""Every move of the bank against its lines in tests/moves: one file a move, found by its name.

A case is a passage and what stands around it: page ("own", "talk" or "press"), title, published, cells (a job line in place of
text), next (the passage after it), rest (further ones of the same page), other (one more page of theirs, the same keys), selection
(what the seeker marked; the whole text where only a note is given), note (what they scribbled there), told (the page answers what the
goal asks of them), and of the seeker goal, background, plan, assumption, show.
`says` is what the question must hold of it, whatever its wording.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from scrapers.page import Block, Kind
from server.model import Interview
from server.pipeline.features.compute import ReadClip
from server.pipeline.identity.names import Names
from server.pipeline.questions.bank import load_bank
from server.pipeline.questions.conditions import PREDICATES
from server.pipeline.questions.drafts import make_drafts
from server.pipeline.questions.on_goals import Means, drafts_on_goals
from server.pipeline.questions.slots import SLOT
from tests.pipeline.made import PRESS_URL, candidates, interview, language, matches, page, row, turn

CASES = Path(__file__).parents[2] / "moves"
BANK = load_bank()
OWN = re.compile(r"\{(?:wonder|in_case|because|goal_question|how_did|straight|page_asked|retell)\}")
EVERY = sorted(move.id for move in BANK.moves)


def lines(move: str, verdict: str) -> list[dict[str, Any]]:
    told = tomllib.loads((CASES / f"{move}.toml").read_text("utf-8")).get(verdict, ())
    return list(told)


def wordings(move: str, case: dict[str, Any]) -> list[str]:
    """What the move asks of the first page of a case."""
    pages = [clip(case, "c1")] + ([clip(case["other"], "c2")] if "other" in case else [])
    about = seeker(case)
    made = candidates(*pages, about=about)
    told = made[0] if case.get("told") else None
    goals = matches(*pages, about=about)
    means = Means(Names.of(about.interviewee), BANK, language(), about.seeker.show, lambda _: told)
    on_goals = drafts_on_goals(made, goals, means)
    return [
        text
        for draft in (*make_drafts(made, BANK), *on_goals)
        if draft.move.id == move and draft.candidate.found.clip.id == "c1"
        if draft.candidate.found.evidence.exact not in case.get("next", "")
        for text in draft.wordings
    ]


def clip(case: dict[str, Any], ident: str) -> ReadClip:
    where = case.get("page", "own")
    texts: list[str | Block] = [row(*case["cells"])] if "cells" in case else [case["text"]]
    texts += [*([case["next"]] if "next" in case else []), *case.get("rest", ())]
    if where == "talk":
        texts = [turn("How do you work?", "Host"), *(turn(str(text)) for text in texts)]
    return page(
        *texts,
        id=ident,
        url="" if where == "own" else f"{PRESS_URL}/{ident}",
        kind=Kind.TRANSCRIPT if where == "talk" else Kind.PROFILE if "cells" in case else Kind.ARTICLE,
        title=case.get("title", ""),
        published=case.get("published", ""),
        selection=case.get("selection", case["text"] if "note" in case else ""),
        note=case.get("note", ""),
    )


def seeker(case: dict[str, Any]) -> Interview:
    return interview(
        *([case["goal"]] if "goal" in case else []),
        background=case.get("background", ""),
        plan=case.get("plan", ""),
        assumptions=(case["assumption"],) if "assumption" in case else (),
        show=(case["show"],) if "show" in case else (),
    )


@pytest.mark.parametrize("move", EVERY)
def test_a_move_fires_where_its_conditions_truly_hold(move: str) -> None:
    asked = [(case["says"], wordings(move, case)) for case in lines(move, "fires")]
    assert [(says, texts) for says, texts in asked if not any(says in text for text in texts)] == []


@pytest.mark.parametrize("move", EVERY)
def test_a_move_is_silent_on_a_near_miss(move: str) -> None:
    asked = [(case, wordings(move, case)) for case in lines(move, "silent")]
    assert [(case, texts) for case, texts in asked if texts] == []


def test_every_move_has_lines_where_it_fires_and_lines_close_to_them_where_it_is_silent() -> None:
    told = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in CASES.glob("*.toml")}
    assert set(told) == set(EVERY)
    assert [name for name, kinds in told.items() if len(kinds["fires"]) < 2] == []
    bound = {move.id for move in BANK.moves if move.when != ("always",)}
    assert [name for name in bound if len(told[name].get("silent", ())) < 3] == []


def test_every_shape_is_a_half_of_a_move_of_the_bank() -> None:
    assert {half.move for half in BANK.shapes} <= set(EVERY)


def test_every_predicate_is_named_by_a_move_and_every_name_is_a_predicate() -> None:
    assert {name for move in BANK.moves for name in move.when} == set(PREDICATES)


def test_every_predicate_says_what_it_asks() -> None:
    assert [name for name, predicate in PREDICATES.items() if not predicate.__doc__] == []


def test_every_move_has_another_name_and_another_part_or_other_conditions_than_a_move_that_words_it_alike() -> None:
    assert len(EVERY) == len(set(EVERY))
    every = [(text, move.part, frozenset(move.when)) for move in BANK.moves for text in move.ask]
    assert len(every) == len(set(every))


@pytest.mark.parametrize("move", BANK.moves, ids=lambda move: move.id)
def test_a_move_asks_one_thing_and_its_probes_are_short(move: Any) -> None:
    asked = [OWN.sub("Their own?", text) for text in move.ask]
    assert all(text.count("?") == 1 and text.endswith("?") for text in (*asked, *move.probes))
    assert all(len(SLOT.sub("", text).split()) <= 20 for text in move.ask)
    assert all(len(probe.split()) <= 9 for probe in move.probes)
