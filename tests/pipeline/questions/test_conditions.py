"""What no line of tests/moves shows by itself: predicates at their edges, and candidates with nothing in them."""

from dataclasses import replace
from typing import Any

import pytest

from scrapers.page import Kind
from server.pipeline.questions.bank import load_bank
from server.pipeline.questions.conditions import PREDICATES, Candidate
from server.pipeline.questions.conditions.acts import light
from server.pipeline.questions.material.notes import NOTHING_NOTED, Noted
from tests.pipeline.made import NOW, candidates, found, page, row

HOLD_OF_NOTHING = {
    "always",
    "own_words",
    "recent",
    "why_untold",
    "since_untold",
    "outcome_untold",
    "assumption_untold",
}
# What is so unless the opposite is: true of nothing too, and so only named by moves that ask first that something is there.
COMPLEMENTS = {
    "assumes_of_others": "seeker_assumption",
    "shows_at_a_glance": "seeker_show",
    "shows_own_making": "seeker_show",
    "step_planned": "same_step",
    "case_stands_alone": "note_tells_a_case",
    "wish_is_no_act": "wish_asks",
    "mark_leads_to_it": "marked_by_me",
    "case_is_no_errand": "note_tells_a_case",
    "wish_act_is_one_step": "wish_is_an_act",
    "left_without_a_belief": "turn",
}


def one(text: str = "The hall was green that year.", **parts: object) -> Candidate:
    where = {name: str(parts.pop(name)) for name in ("published", "title") if name in parts}
    return Candidate(0, found(text, **where), now_year=NOW.year, **parts)  # type: ignore[arg-type]


def test_a_candidate_with_nothing_in_it_is_judged_without_an_error() -> None:
    held = {name: predicate(one()) for name, predicate in PREDICATES.items()}
    assert held == {name: name in HOLD_OF_NOTHING | set(COMPLEMENTS) for name in PREDICATES}


def test_no_move_names_a_complement_without_what_has_to_be_there() -> None:
    named = [(move.id, name) for move in load_bank().moves for name in COMPLEMENTS if name in move.when]
    whole = {(move.id, name) for move in load_bank().moves for name, there in COMPLEMENTS.items() if there in move.when}
    assert set(named) <= whole
    assert {name for _, name in named} == set(COMPLEMENTS)


@pytest.mark.parametrize(
    "complement, holds, opposite",
    [
        ("assumes_of_others", {"assumption": "buyers want local flour"}, {"assumption": "I'm too slow at night"}),
        ("shows_at_a_glance", {"show": "map of the quay"}, {"show": "budget of the mill"}),
        ("shows_at_a_glance", {"show": "map of the quay"}, {"show": "letter to the mill"}),
        ("shows_what_happened", {"show": "photos of the oven"}, {"show": "map of the quay"}),
        (
            "mark_leads_to_it",
            {
                "mark_leads": ("In 2019 you wrote that you sold the boat.",),
                "noted": Noted(wonder="Who bought the boat?"),
            },
            {
                "mark_leads": ("In 2019 you wrote that you sold the boat.",),
                "noted": Noted(wonder="Who shouted at you?"),
            },
        ),
        (
            "case_is_no_errand",
            {"noted": Noted(case="I'm afraid of roofs")},
            {"noted": Noted(case="I'm afraid to ask her")},
        ),
        ("wish_is_no_act", {"goal_straight": "Where do passengers come from?"}, {"goal_act": "sell charts"}),
        ("wish_act_is_one_step", {"goal_act": "get a first contract"}, {"goal_act": "keep rowing"}),
        ("wish_act_is_one_step", {"goal_act": "get a first contract"}, {"goal_act": "tell the board"}),
        ("step_planned", {"step": "leaving"}, {"step": "leaving", "step_weighed": True}),
    ],
)
def test_a_complement_holds_of_what_is_there_unless_the_opposite_does(
    complement: str, holds: dict[str, Any], opposite: dict[str, Any]
) -> None:
    assert PREDICATES[complement](one(**holds))
    assert not PREDICATES[complement](one(**opposite))


@pytest.mark.parametrize(
    "published, old", [("", False), ("2023", True), ("2023-11-26", True), ("2024-01", False), ("2030", False)]
)
def test_a_page_is_years_old_by_its_own_date_only(published: str, *, old: bool) -> None:
    assert PREDICATES["recent"](one(published=published)) is not old


@pytest.mark.parametrize(
    "lead, tied",
    [
        ("You wrote “My drawings are a promise”.", True),
        ("You drew the charts of the quay.", False),
        ("You wrote “I never write in fog”.", False),
        ("", False),
    ],
)
def test_a_case_is_tied_by_a_word_of_the_marked_words_and_not_by_what_brings_them_in(lead: str, *, tied: bool) -> None:
    noted = replace(NOTHING_NOTED, case="I wrote one drawing in 2019")
    assert PREDICATES["case_is_tied"](one(mark_leads=(lead,), noted=noted)) is tied


def test_a_case_is_tied_to_what_is_said_first_of_the_marked_words_since_that_is_asked() -> None:
    noted = replace(NOTHING_NOTED, case="I sold one drawing")
    leads = ("You wrote “Fog is patient”.", "You wrote “My drawings are a promise”.")
    assert not PREDICATES["case_is_tied"](one(mark_leads=leads, noted=noted))


@pytest.mark.parametrize(
    "beside, told",
    [
        ("It was because the fog never lifted.", "why"),
        ("We wanted to be paid on time.", "why"),
        ("That is why nobody rows there.", "why"),
        ("These days I ask the porter first.", "since"),
        ("I was wrong about the crew.", "since"),
        ("So I stopped.", "since"),
        ("It took me a year to say so.", "since"),
        ("It failed within a year.", "outcome"),
        ("Three months later the quay was ours.", "outcome"),
        ("As a result, nobody boards in fog.", "outcome"),
        ("The quay is green and made of stone.", ""),
        ("The fog has been there since Monday.", ""),
        ("", ""),
    ],
)
def test_what_the_page_tells_right_beside_a_passage_is_not_asked(beside: str, told: str) -> None:
    untold = {name: PREDICATES[f"{name}_untold"](one(beside=beside)) for name in ("why", "since", "outcome")}
    silenced = {name for name, open_ in untold.items() if not open_}
    assert silenced == ({told} | ({"outcome"} if told == "since" else set()) if told else set())


@pytest.mark.parametrize(
    "text, fit",
    [
        ("In 2019 I moved twelve looms across the border.", True),
        ("I sold the boat for two hundred euros.", False),
        ("I spent a winter of unpaid work on the charts.", False),
        ("I underestimated how long the customs papers take.", False),
        ("I lost the lease of the boathouse in 2014.", False),
    ],
)
def test_a_talk_opens_with_nothing_sore(text: str, *, fit: bool) -> None:
    [made] = candidates(page(text))
    assert light(made) is fit


@pytest.mark.parametrize("quote", ["You need to feed the seed beds first", "You should need no speed"])
def test_need_seed_and_speed_are_no_past_tenses(quote: str) -> None:
    assert PREDICATES["rule"](one(f"{quote}.", quote=quote))


def test_a_job_that_runs_for_eight_years_is_a_long_stay_and_one_that_ended_is_not() -> None:
    def stays(dates: str) -> bool:
        job = found(row("Planner", "Skerry Ferries", dates), kind=Kind.PROFILE)
        return PREDICATES["eight_years_there"](Candidate(0, job, now_year=NOW.year))

    assert [stays(dates) for dates in ("2018 - present", "2019 - present", "2009 - 2020", "present")] == [
        True, False, False, False,
    ]  # fmt: skip
