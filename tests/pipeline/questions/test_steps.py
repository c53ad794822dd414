"""Steps in a working life: told to their face only where the page says they were taken, and asked only of who has them ahead."""

from collections.abc import Sequence

import pytest

from scrapers.page import Kind
from server.pipeline.features.compute import ReadClip
from server.pipeline.identity.names import Names
from server.pipeline.questions.bank import load_bank
from server.pipeline.questions.drafts import Draft
from server.pipeline.questions.material.steps import (
    STEPS,
    is_work,
    named_by_page,
    particulars,
    step_told,
    steps_ahead,
    steps_told,
    under_way,
    workplaces,
)
from server.pipeline.questions.on_goals import Means, drafts_on_goals
from tests.pipeline.made import candidates, interview, language, matches, page, row

LEAVE = "Decide whether to leave my job."
QUAY = "I left Skerry Ferries in 2018."
NINE_YEARS = "I worked at Skerry Ferries for nine years."
KNOWN = frozenset({"Skerry Ferries"})


def step_taken(text: str, step: str, known: frozenset[str] = frozenset()) -> str:
    said = step_told(text, step)
    return said if is_work(said, lambda: known) else ""


def on_a_step(
    *texts: str, goal: str = LEAVE, plan: str = "", url: str = "", beside: Sequence[ReadClip] = ()
) -> list[Draft]:
    """What is asked of the steps that one page, with others beside it, tells, for one goal."""
    pages, about = (page(*texts, url=url), *beside), interview(goal, plan=plan)
    made = drafts_on_goals(
        candidates(*pages, about=about),
        matches(*pages, about=about),
        Means(Names.of(about.interviewee), load_bank(), language()),
    )
    return [draft for draft in made if draft.candidate.step]


TOLD = [
    ("leaving", QUAY, "You left Skerry Ferries in 2018."),
    ("leaving", "I’ve quit my job as a ferry planner.", "You quit your job as a ferry planner."),
    ("leaving", "I left my job at Skerry Ferries in 2018.", "You left your job at Skerry Ferries in 2018."),
    ("leaving", "I left our company in 2018.", "You left your company in 2018."),
    ("going_alone", "I started my own studio in 2011.", "You started your own studio in 2011."),
    ("moving", "We moved from Brack to Leer in 2009.", "You moved from Brack to Leer in 2009."),
    ("hiring", "In 2017 we hired our first apprentice.", "You hired your first apprentice in 2017."),
    ("teaching", "I gave my first workshop in 2012.", "You gave your first workshop in 2012."),
    ("leading", "I became head of the textile museum in 2018.", "You became head of the textile museum in 2018."),
    ("leaving", "My last day at Skerry Ferries was 4 May 2018.", "You left Skerry Ferries in 2018."),
    ("degree", "I finished a PhD in 2010.", "You did a PhD in 2010."),
    ("new_post", "I accepted a post at Skerry Ferries in 2009.", "You took a post at Skerry Ferries in 2009."),
    ("new_post", "I accepted a job offer in 2006.", "You accepted a job offer in 2006."),
    ("new_post", "I joined Eel as a planner in 2009.", "You joined Eel as a planner in 2009."),
    ("taking_over", "I took over our shop in 2010.", "You took over your shop in 2010."),
    ("handing_over", "I handed over the choir to Mia in 2019.", "You handed over the choir in 2019."),
    ("selling", "We sold our boat business in 2019.", "You sold your boat business in 2019."),
    ("handing_over", "I passed the choir to Mia in 2019.", "You passed the choir on in 2019."),
    ("new_work", "I got my first job as a planner in 2006.", "You got your first job as a planner in 2006."),
]


@pytest.mark.parametrize("step, text, told", TOLD)
def test_the_words_of_a_step_stand_in_whatever_tells_it(step: str, text: str, told: str) -> None:
    found = candidates(page(text))[0].found
    assert dict(steps_told(found))[step] == told


@pytest.mark.parametrize("step, text, told", TOLD)
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
        "We moved to Postgres in 2015.",
        "I know a planner who quit and went freelance.",
        "I watched how Mia packed and moved to Leer in 2009.",
        "I told my crew to take a year off.",
        "Mia said I left Skerry Ferries in 2018.",
        "Suppose I left Skerry Ferries in 2018.",
        "I dreamt I left Skerry Ferries in 2018.",
        "I pretended I left Skerry Ferries in 2018.",
        "I left Skerry Ferries for the weekend.",
        "Every evening I left the library last.",
        "I left the library after closing time.",
        "I left the school in the fog.",
        "I found my first job boring.",
        "I got my first job offer in 2006.",
        "I turned down a job offer in 2006.",
        "I took my job seriously.",
        "I had my first customer complaint in 2013.",
        "I stepped back from the edge.",
        "I stepped away from my desk.",
        "Mia took over the shop in 2010.",
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
        ("Decide between the internship and the desk job.", {"new_post"}),
        ("take over my father's shop", {"taking_over"}),
        ("hand over the choir", {"handing_over"}),
        ("give over to one of the crew or look outside", {"handing_over"}),
        ("sell the shop to a competitor", {"selling"}),
        ("take the desk job or stay at the harbour", {"leaving", "new_post"}),
        ("sign for next year or leave in June", {"leaving"}),
        ("why she took over the shop", set()),
        ("Decide whether I leave the bank.", {"leaving"}),
        ("Decide whether to leave the bank for the post.", {"leaving"}),
        ("lead a night crew", {"leading"}),
        ("take on the team", {"leading"}),
        ("an MBA, or not", {"degree"}),
        ("accept the fellowship", {"new_post"}),
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
        ("I worked at the Museum of Ropes.", {"Museum of Ropes"}),
        ("I worked for Skerry Ferries.", {"Skerry Ferries"}),
        ("My job at Eel was quiet.", {"Eel"}),
        ("I resigned from Skerry Ferries.", {"Skerry Ferries"}),
        ("Skerry Ferries, a small company, hired me.", {"Skerry Ferries"}),
        ("I met Mia at Leer.", set()),
        ("I looked at Mia and she laughed.", set()),
        ("We met at Christmas.", set()),
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


def test_a_place_of_work_is_known_from_a_question_or_a_job_line_too() -> None:
    assert on_a_step(QUAY, "Where was I working at Skerry Ferries?")
    jobs = page(row("Planner", "Skerry Ferries", "2009 - 2018"), id="c2", kind=Kind.PROFILE)
    assert on_a_step(QUAY, beside=(jobs,))


def test_the_name_of_a_place_said_once_with_at_is_none_and_said_twice_is() -> None:
    at = "We drew charts at Eel.", "The fog is thick at Eel in May."
    assert workplaces(at[:1]) == frozenset()
    assert workplaces(at) == {"Eel"}
    assert workplaces(("We met at Eel's quay.",) * 2) == frozenset()


def test_a_plan_has_a_step_asked_only_where_the_goal_speaks_of_none_that_they_took() -> None:
    texts = NINE_YEARS, QUAY, "I went freelance in 2019."
    assert {one.candidate.step for one in on_a_step(*texts, plan="go freelance")} == {"leaving"}
    by_plan = on_a_step(*texts, goal="Learn how a timetable is drawn.", plan="go freelance")
    assert {one.candidate.step for one in by_plan} == {"going_alone"}


def test_a_passage_holds_only_the_steps_that_the_seeker_has_ahead() -> None:
    texts = NINE_YEARS, QUAY, "I went freelance in 2019."
    told = {step for one in candidates(page(*texts), about=interview(LEAVE)) for step, _ in one.steps}
    assert told == {"leaving"}
    assert {one.steps for one in candidates(page(*texts), about=interview("Bake on Fridays."))} == {()}


@pytest.mark.parametrize(
    "elsewhere, asked",
    [
        ("I suffered a rare illness, which meant I had to terminate my contract.", False),
        ("The winter was long, and I had to mend the nets.", True),
    ],
)
def test_who_had_to_go_for_an_illness_told_on_any_page_is_not_asked_about_leaving(
    elsewhere: str, *, asked: bool
) -> None:
    about = interview("Decide whether to leave my job.")
    left, other = page("I quit my job in 2010.", id="left"), page(elsewhere, id="other")
    steps = {name for one in candidates(left, other, about=about) for name, _ in one.steps}
    assert ("leaving" in steps) is asked


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


@pytest.mark.parametrize(
    "background, steps",
    [
        ("Third-year PhD student in tides, 26.", {"degree"}),
        ("I am in year 2 of my master, on maps.", {"degree"}),
        ("Pilot for nine years, no degree.", set()),
        ("I finished my master in 2011 and drive a ferry.", set()),
    ],
)
def test_a_step_the_seeker_is_in_the_middle_of_is_not_ahead_of_them(background: str, steps: set[str]) -> None:
    assert under_way(background) == steps


def test_what_others_tell_of_them_is_no_step_to_tell_them() -> None:
    told = "Dana Okafor worked at Skerry Ferries.", "Dana Okafor left Skerry Ferries in 2018."
    assert on_a_step(*told, url="https://harbour-times.example/people/1") == []
