"""Steps in a working life: told to their face only where the page says they were taken, and asked only of who has them ahead."""

import pytest

from server.pipeline.identity.names import Names
from server.pipeline.questions.bank import load_bank
from server.pipeline.questions.drafts import Draft
from server.pipeline.questions.material.steps import (
    STEPS,
    named_by_page,
    particulars,
    step_taken,
    steps_ahead,
    workplaces,
)
from server.pipeline.questions.on_goals import drafts_on_goals
from tests.pipeline.made import candidates, interview, matches, page

LEAVE = "Decide whether to leave my job."
QUAY = "I left Skerry Ferries in 2018."
NINE_YEARS = "I worked at Skerry Ferries for nine years."
KNOWN = frozenset({"Skerry Ferries"})


def on_a_step(*texts: str, goal: str = LEAVE, plan: str = "", url: str = "") -> list[Draft]:
    """What is asked of the steps that one page tells, for one goal."""
    read, about = page(*texts, url=url), interview(goal, plan=plan)
    made = drafts_on_goals(
        candidates(read, about=about), matches(read, about=about), Names.of(about.interviewee), load_bank()
    )
    return [draft for draft in made if draft.candidate.step]


@pytest.mark.parametrize(
    "step, text, told",
    [
        ("leaving", QUAY, "You left Skerry Ferries in 2018."),
        ("leaving", "I’ve quit my job as a ferry planner.", "You quit your job as a ferry planner."),
        ("leaving", "I left my job at Skerry Ferries in 2018.", "You left your job at Skerry Ferries in 2018."),
        ("leaving", "I left our company in 2018.", "You left your company in 2018."),
        ("going_alone", "I started my own studio in 2011.", "You started your own studio in 2011."),
        ("moving", "We moved from Brack to Leer in 2009.", "You moved from Brack to Leer in 2009."),
        ("hiring", "In 2017 we hired our first apprentice.", "You hired your first apprentice in 2017."),
        ("teaching", "I gave my first workshop in 2012.", "You gave your first workshop in 2012."),
        ("leading", "I became head of the textile museum in 2018.", "You became head of the textile museum in 2018."),
        ("new_work", "I got my first job as a planner in 2006.", "You got your first job as a planner in 2006."),
    ],
)
def test_a_step_is_told_to_their_face_and_what_was_theirs_becomes_yours(step: str, text: str, told: str) -> None:
    assert step_taken(text, step, KNOWN) == told


@pytest.mark.parametrize(
    "text",
    [
        "I never left Skerry Ferries.",
        "I didn't leave Skerry Ferries in 2018.",
        "I haven't left Skerry Ferries.",
        "I have not left Skerry Ferries.",
        "I wanted to leave Skerry Ferries.",
        "I wish I had left Skerry Ferries in 2018.",
        "If I left Skerry Ferries, nobody would notice.",
        "I almost left Skerry Ferries in 2018.",
        "I would have left Skerry Ferries in 2018.",
        "They asked whether I left Skerry Ferries in 2018.",
        "Imagine I left Skerry Ferries in 2018.",
        "She left Skerry Ferries in 2018.",
        "I left the lamp on at Skerry Ferries.",
        "I left Skerry Ferries off the map.",
        "I nearly left Skerry Ferries in 2018.",
        "I barely left Skerry Ferries in 2018.",
        "Had I left Skerry Ferries in 2018, the crew would have gone too.",
        "Mia packed her looms and moved to Leer in 2009.",
        "Mia left the mill and went freelance in 2012.",
        "Mia packed up and took a year off.",
        "My boss told me to take a year off.",
        "I left Mia in 2015.",
        "I moved to Python in 2015.",
        "",
    ],
)
def test_a_step_not_taken_or_only_thought_of_is_not_told(text: str) -> None:
    assert [step for step in STEPS if step_taken(text, step, KNOWN)] == []


def test_a_doubt_in_another_clause_does_not_take_a_step_back() -> None:
    told = QUAY.replace("I", "You", 1)
    assert step_taken("I didn't like the fog, I left Skerry Ferries in 2018.", "leaving", KNOWN) == told
    assert step_taken("If in doubt, row. I left Skerry Ferries in 2018.", "leaving", KNOWN) == told


@pytest.mark.parametrize(
    "text, told",
    [
        ("In March 2018, after the storm, I left Skerry Ferries.", "You left Skerry Ferries in 2018."),
        ("I left Skerry Ferries on 4 May 2018.", "You left Skerry Ferries in 2018."),
        ("I left Skerry Ferries.", "You left Skerry Ferries."),
        ("I left Skerry Ferries. In 2020 Mia took over.", "You left Skerry Ferries."),
        ("In 1998 I drew maps. I left Skerry Ferries.", "You left Skerry Ferries."),
        ("In 1998 I drew maps. I left Skerry Ferries in 2018.", "You left Skerry Ferries in 2018."),
        ("I left Skerry Ferries in 2018 and built a mill in 2020.", "You left Skerry Ferries."),  # which of the two?
        ("I left Skerry Ferries, which was founded in 1950.", "You left Skerry Ferries."),
    ],
)
def test_the_year_of_the_same_sentence_is_told_and_no_other(text: str, told: str) -> None:
    assert step_taken(text, "leaving", KNOWN) == told


@pytest.mark.parametrize(
    "text, steps",
    [
        (LEAVE, {"leaving"}),
        ("hand in my notice and go freelance", {"leaving", "going_alone"}),
        ("what made him take a job again", set()),
        ("Understand what made her leave the job.", set()),
        ("Learn how his crew gives notice.", set()),
        ("how she went freelance", set()),
        ("what Mia did before leaving the job", set()),
        ("should I quit smoking", set()),
        ("Learn how a timetable is drawn.", set()),
    ],
)
def test_a_goal_about_their_step_is_not_the_seekers_own(text: str, steps: set[str]) -> None:
    assert steps_ahead((text,)) == steps


@pytest.mark.parametrize(
    "text, names",
    [
        (NINE_YEARS, {"Skerry Ferries"}),
        ("Mia and I joined Eel in 2010.", {"Eel"}),
        ("I drew for Eel, a small chart studio.", {"Eel"}),
        ("My last winter at the Museum of Ropes was mild.", {"Museum of Ropes"}),
        ("I missed Mia when she moved to Leer.", set()),
        ("", set()),
    ],
)
def test_a_place_of_work_is_known_by_how_a_page_speaks_of_it(text: str, names: set[str]) -> None:
    assert workplaces((text,)) == names


def test_what_was_left_by_name_is_told_only_if_a_page_knows_it_as_a_place_of_work() -> None:
    assert step_taken(QUAY, "leaving") == ""
    assert step_taken("I left the Skerry Ferries in 2018.", "leaving", KNOWN) == "You left the Skerry Ferries in 2018."
    assert step_taken("I left my job at Leer Looms in 2018.", "leaving") == "You left your job at Leer Looms in 2018."
    assert on_a_step(QUAY) == []


def test_one_text_of_several_is_enough_to_have_a_step_ahead() -> None:
    assert steps_ahead(("Learn how a timetable is drawn.", LEAVE)) == {"leaving"}


def test_who_names_the_company_is_asked_before_your_job() -> None:
    [asked] = on_a_step(NINE_YEARS, "I left my job in 2016.", QUAY, "I left my job.")
    assert asked.wordings[0].startswith("You left Skerry Ferries in 2018. ")
    told = ["You left Skerry Ferries in 2018.", "You left Skerry Ferries.", "You left your job in 2018."]
    assert sorted([*reversed(told), "You left your job."], key=particulars, reverse=True) == [
        *told,
        "You left your job.",
    ]
    assert particulars("You left your job at Skerry Ferries.") == particulars("You left Skerry Ferries.")


def test_a_step_that_nothing_places_is_placed_by_the_year_of_its_page() -> None:
    assert named_by_page("You left your job.", "wrote", "2022") == "In 2022 you wrote you'd left your job."
    assert named_by_page("You left your job.", "said", "2022") == "In 2022 you said you'd left your job."
    assert named_by_page("You left your job.", "wrote", "") == "You left your job."
    assert named_by_page("You left Skerry Ferries.", "wrote", "2022") == "You left Skerry Ferries."


def test_a_step_is_asked_under_the_goal_that_has_it_and_as_weighed_only_while_it_is() -> None:
    [weighed] = on_a_step(NINE_YEARS, QUAY)
    [planned] = on_a_step(NINE_YEARS, QUAY, goal="Learn how to hand in my notice.")
    assert (weighed.goal, planned.goal) == ("g1", "g1")
    assert "I'm weighing something similar" in weighed.wordings[0]
    assert "I have something similar ahead of me" in planned.wordings[0]


def test_the_plan_of_the_seeker_has_steps_ahead_as_a_goal_has() -> None:
    assert on_a_step(NINE_YEARS, QUAY, goal="Learn how a timetable is drawn.", plan="Hand in my notice in May.")
    assert on_a_step(NINE_YEARS, QUAY, goal="Learn how a timetable is drawn.", plan="Bake on Fridays.") == []


def test_what_others_tell_of_them_is_no_step_to_tell_them() -> None:
    told = "Dana Okafor worked at Skerry Ferries.", "Dana Okafor left Skerry Ferries in 2018."
    assert on_a_step(*told, url="https://harbour-times.example/people/1") == []
