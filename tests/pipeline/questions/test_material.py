"""What questions are made of, where a passage has to be weighed with its page: acts, marks, what is told beside and later."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from server.pipeline.identity.names import Names
from server.pipeline.questions.material.act import act_of
from server.pipeline.questions.material.leads import act_leads
from server.pipeline.questions.material.marked import mark_leads
from tests.pipeline.made import DANA, NOW, PRESS_URL, found, language

ACTS = tomllib.loads((Path(__file__).parents[2] / "acts.toml").read_text("utf-8"))["lines"]
NAMES = Names.of(DANA)


def line_of(case: dict[str, Any]) -> str:
    return " ".join((case["text"][:50], case.get("published", ""), "marked" if case.get("marked") else "")).strip()


@pytest.mark.parametrize("case", ACTS, ids=line_of)
def test_an_act_is_told_to_their_face_or_not_at_all(case: dict[str, Any]) -> None:
    where = PRESS_URL if case.get("page") == "press" else ""
    marked = case["text"] if case.get("marked") else ""
    one = found(case["text"], url=where, published=case.get("published", ""), selection=marked)
    assert act_of(one, NAMES, NOW.year) == case["act"]


def test_a_long_act_is_cut_where_a_clause_ends() -> None:
    one = found(
        "In 2019 I drew the charts of every quay between Leer and the islands by hand, because the harbour office had lost its own in the flood."
    )
    act = act_of(one, NAMES, NOW.year)
    assert act.startswith("In 2019 you drew the charts")
    assert act.endswith("by hand")


def marked(text: str, note: str = "", *, selection: str = "", turn: str = "", published: str = "") -> tuple[str, ...]:
    one = found(text, selection=selection or text, note=note, published=published)
    return mark_leads(one, turn, ("wrote", one.evidence.when[:4], NOW.year), language())


def test_a_marked_act_is_told_before_it_is_quoted() -> None:
    leads = marked("I left the ferry office in 2016.", turn="You left the ferry office in 2016")
    assert leads[0] == act_leads("You left the ferry office in 2016")[0]
    assert any("“I left the ferry office in 2016”" in lead for lead in leads[1:])


def test_the_part_of_a_mark_that_the_note_picks_up_comes_first() -> None:
    text = "Small courts depend on patient clerks, and large courts forget their clerks entirely."
    assert "“large courts forget their clerks entirely”" in marked(text, "who is it they forget?")[0]
    assert "forget" not in marked(text, "patient?", selection="Small courts depend on patient clerks")[0]


def test_what_was_not_marked_is_not_quoted() -> None:
    text = "Small courts depend on patient clerks, and large courts forget their clerks entirely."
    leads = marked(text, "hm", selection="large courts forget their clerks entirely")
    assert leads
    assert not any("Small courts" in lead for lead in leads)


def test_where_no_quote_fits_the_words_that_the_note_picks_up_will_do() -> None:
    text = (
        "What it needed, and this they never believed, was 3+ months to close the books on one season (as I told them)."
    )
    [lead] = marked(text, "3+ months to close??")
    assert lead == "You wrote of “3+ months to close”."


def test_a_year_ago_says_nothing_and_seven_do() -> None:
    text = "Good orchards are made by bad pruners."
    assert marked(text, published="2019-03")[0].startswith("In 2019 ")
    assert not any("2025" in lead for lead in marked(text, published="2025-12"))


def test_a_mark_that_cannot_be_said_leads_nowhere() -> None:
    assert marked("They never ask the night porter.") == ()
