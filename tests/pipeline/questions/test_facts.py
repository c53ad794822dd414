import pytest

from server.model import Goal
from server.pipeline.questions.material.facts import (
    after_thinking,
    as_clause,
    my_thing,
    named_thing,
    people_sought,
    shown,
)


@pytest.mark.parametrize(
    "typed, clause",
    [
        ("The pay is worse.", "the pay is worse"),
        ("I build one chair a week!", "I build one chair a week"),
        ("I’ll build a chair", "I’ll build a chair"),
        ("SEO pays better", "SEO pays better"),
        ("  two winters ashore  ", "two winters ashore"),
        ("", ""),
        ("...", ""),
    ],
)
def test_what_was_typed_stands_inside_a_sentence(typed: str, clause: str) -> None:
    assert as_clause(typed) == clause


@pytest.mark.parametrize(
    "clause, said",
    [
        ("boats pay worse", "boats pay worse"),
        ("that boats pay worse", "boats pay worse"),
        ("if it rains nobody comes", "that if it rains nobody comes"),
        ("rowing is enough", "that rowing is enough"),
        ("can sort the licence later", "I can sort the licence later"),
    ],
)
def test_what_one_assumes_stands_after_thinking(clause: str, said: str) -> None:
    assert after_thinking(clause) == said


@pytest.mark.parametrize(
    "typed, thing",
    [
        ("A one-page plan.", "one-page plan"),
        ("my crop sheet", "crop sheet"),
        ("portfolio of five charts, ten minutes", "portfolio of five charts"),
        ("One draft chart", "draft chart"),
        ("a 1,400-word draft about a wreck of 1937, with my list of sources", "1,400-word draft about a wreck of 1937"),
        ("My own chart: six pages of rocks and buoys and lamps", "chart"),
        ("A chart of the harbour with all its lamps, drawn in 2019", "chart of the harbour with all its lamps"),
        ("", ""),
    ],
)
def test_a_thing_to_show_stands_after_my_and_is_short(typed: str, thing: str) -> None:
    assert my_thing(typed) == thing


@pytest.mark.parametrize(
    "thing, lead",
    [
        ("two draft charts", "Here are my two draft charts."),
        ("three drawings of the quay", "Here are my three drawings of the quay."),
        ("slides 1 and 2", "Here are my slides 1 and 2."),
        ("photos of the boat", "Here are my photos of the boat."),
        ("draft chart", "Here's my draft chart."),
        ("two-page plan", "Here's my two-page plan."),
        ("lamp I cast by hand in 2019", "Here's a lamp I cast by hand in 2019."),
        ("what I earned", "Here's what I earned."),
        ("how I drew it", "Here's how I drew it."),
        ("whole chart", "Here's my whole chart."),
        ("our worst chart", "Here is our worst chart."),
        ("some notes of the crew", "Here are some notes of the crew."),
        ("", ""),
    ],
)
def test_several_things_are_shown_as_several(thing: str, lead: str) -> None:
    assert shown(thing) == lead


@pytest.mark.parametrize(
    "thing, named",
    [
        ("savings table", "my savings table"),
        ("frame I cast", "the frame I cast"),
        ("our budget", "our budget"),
        ("what I earned", "what I earned"),
        ("whole chart", "my whole chart"),
        ("these maps", "these maps"),
        ("", ""),
    ],
)
def test_a_thing_that_does_not_lie_on_the_table_is_named_by_whose_it_is(thing: str, named: str) -> None:
    assert named_thing(thing) == named


@pytest.mark.parametrize(
    "goal, who",
    [
        ("Find two people who run a harbour without a director.", "two people who run a harbour without a director"),
        ("Learn how to get to know people who look at a harbour plan.", ""),
        ("Find out whom to talk to next: two planners at other quays.", "two planners at other quays"),
        ("Find one or two carpenters who switched, and who would take me.", "one or two carpenters who switched"),
        ("Learn who mends looms in the county.", "somebody who mends looms in the county"),
        ("Looking for a mentor.", "a mentor"),
        ("Find someone who knows how he works.", ""),
        ("Meet a planner she trusts.", ""),
        ("Find a harbour with a crane.", ""),
        ("Find a way to work with pilots.", ""),
        ("Find one realistic way to get what an employer will count.", ""),
        ("Find a job with the night crew.", ""),
        ("Find some time for people who row.", ""),
        ("Decide by May whether to leave.", ""),
        ("Hear whom I should talk to next.", ""),
        (
            "Names of people alone in a small yard like me, better in the north.",
            "people alone in a small yard like me, better in the north",
        ),
        ("A name or two of pilots who came from the ferries", "pilots who came from the ferries"),
        (
            "Name one or two coaches who still row in the crew they coach.",
            "one or two coaches who still row in the crew they coach",
        ),
        ("who else should I speak to, pilots on a visa if possible", "pilots on a visa"),
        (
            "Whom to meet in harbours who made this move from a desk.",
            "somebody in harbours who made this move from a desk",
        ),
        (
            "Hear of somebody who steers part time outside the capital.",
            "somebody who steers part time outside the capital",
        ),
        (
            "Find out whom to meet in a small harbour, not a port, who works alone.",
            "somebody in a small harbour who works alone, not a port",
        ),
        ("someone else I could talk to whos not a teacher", "someone who's not a teacher"),
        (
            "A name or two: somebody who came late and works in a small harbour.",
            "somebody who came late and works in a small harbour",
        ),
        ("One pilot who left and one who went back, whom I could talk to.", "one pilot who left and one who went back"),
        (
            "Which other people who came to boats from a desk would be worth meeting around here.",
            "people who came to boats from a desk",
        ),
        ("Is there one person around Leer I could row along with.", "one person around Leer I could row along with"),
        ("Find another pilot or captain who went ashore.", "another pilot or captain who went ashore"),
        ("who else to talk, best somebody from abroad who steered alone", "somebody from abroad who steered alone"),
        ("Who else to speak, people who do this without a harbour", "people who do this without a harbour"),
        ("One pilot or captain in the north I could write to.", "one pilot or captain in the north"),
        ("Find out if there is any pilot she knows who left and is fine, by June", "a pilot who left and is fine"),
        ("Ask whether he knows other people who went ashore, he says none.", "other people who went ashore"),
        ("other lone pilots here who did the exam late", "other lone pilots here who did the exam late"),
        (
            "A name or two this side of the bay who steers at night.",
            "somebody this side of the bay who steers at night",
        ),
        (
            "Somebody young around the old harbour who does this work and would have a tea with me.",
            "somebody young around the old harbour who does this work",
        ),
        (
            "One or two people in the north with a boat like this, best without a loan.",
            "one or two people in the north with a boat like this, best without a loan",
        ),
        (
            "a circle of night pilots somewhere in the bay where I could sit in",
            "a circle of night pilots somewhere in the bay",
        ),
        (
            "Find out who else has gone from a ferry to the school.",
            "somebody else who has gone from a ferry to the school",
        ),
        (
            "who else came back to sea after a long gap and would talk to me",
            "somebody else who came back to sea after a long gap",
        ),
        (
            "One or two very small harbours, one pilot and a hut like ours, who went this way and would tell how it goes.",
            "one or two very small harbours, one pilot and a hut like ours who went this way",
        ),
        (
            "one other small ferry, north or far north, that did it with no grant",
            "one other small ferry, north or far north, that did it with no grant",
        ),
        ("Names of 1-2 persons who hire pilots.", "one or two people who hire pilots"),
        (
            "Names of one or two pilots, not captains, who made this move.",
            "one or two pilots who made this move, not captains",
        ),
        (
            "Ask for one person who stayed a pilot after being a painter.",
            "one person who stayed a pilot after being a painter",
        ),
        ("Who else near here does this and would read a chart for me.", "somebody else near here who does this"),
        ("somebody to sing with, how do you find one at 53", "somebody to sing with"),
        (
            "Is there anybody without a licence who made this move after 45? I would like to talk to that person.",
            "somebody without a licence who made this move after 45",
        ),
        ("who near me could help or lend a boat", "somebody near me who could help or lend a boat"),
        ("Find a bigger workshop.", ""),
        ("Find a cheaper boat for the winter.", ""),
        ("Find a printer for the charts.", ""),
        ("Find a printer of charts who works at night.", "a printer of charts who works at night"),
        ("Hear whom I should talk to.", ""),
        ("Find people who " + "really " * 20 + "know.", ""),
    ],
)
def test_the_people_a_goal_looks_for_stand_after_looking_for(goal: str, who: str) -> None:
    assert people_sought(Goal(id="g1", text=goal)) == who
