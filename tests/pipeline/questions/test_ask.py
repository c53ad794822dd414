"""From pages to questions: what they tell already is gone on from where they surely tell it, and else not asked."""

from collections.abc import Sequence

import pytest

from scrapers.page import Block, Place
from server.model import Part, Question
from server.pipeline.features.compute import ReadClip
from server.pipeline.identity.names import Names
from server.pipeline.identity.spoken import spoken_on
from server.pipeline.questions.answerable import gather_pages
from server.pipeline.questions.answered import ANSWERS, DEEPEN, Answers
from server.pipeline.questions.ask import Asking, ask
from server.pipeline.questions.bank import Bank, Move, RestsOn, load_bank
from server.pipeline.questions.check import setting_for
from tests.pipeline.made import DANA, candidates, document, interview, language, matches, page, standing

BANK = load_bank()
GOAL = "Learn how she tested the Skerry map with people, so I can do it too."
SHEETS = "log chart map paper letter book list mail label sheet".split()
HEADING = Block("How did you test the Skerry map with people?", Place.HEADING)
ELSEWHERE = Block("The office", Place.HEADING)
STOVE = (
    "The office has a stove and two green chairs by the window.",
    "I bought the stove in 2011 from a baker.",
)
MARINA = page(
    "The marina sells ice cream and tickets for the museum of knots.", "Fog came in at nine that day.", id="marina"
)


def move(*texts: str, part: Part = Part.CORE, when: tuple[str, ...] = ("always",)) -> Move:
    rests_on = RestsOn.SEEKER if when == ("always",) else RestsOn.PASSAGE
    return Move("m", part, rests_on, 4, (), when, texts, (), 1.0)


def asking(read: Sequence[ReadClip], *goals: str, bank: Bank = BANK) -> Asking:
    about, standings, names = interview(*goals), {one.clip.id: standing(one) for one in read}, Names.of(DANA)
    pages = gather_pages(read, standings, spoken_on(read, standings, names), names, frozenset())
    made, goals_there = candidates(*read, about=about), matches(*read, about=about)
    return Asking(about, made, goals_there, bank, setting_for(about, pages), Answers(pages, language()))


def about_them(given: Asking) -> list[tuple[str, list[str]]]:
    """The questions that look for something of theirs, each with the words it rests on."""
    exact = {one.found.evidence.id: one.found.evidence.exact for one in given.candidates}
    return [(one.text, [exact[ident] for ident in one.evidence]) for one in of_them(ask(given))]


def of_them(questions: Sequence[Question]) -> list[Question]:
    return [one for one in questions if one.part in {Part.OPENER, Part.CORE}]


def told(*texts: str | Block) -> list[tuple[str, list[str]]]:
    return about_them(asking((page(*texts), MARINA), GOAL))


def test_what_a_goal_asks_and_a_page_tells_is_gone_on_from() -> None:
    line = "I tested the first map with people from the rowing club, three at a time."
    [(text, rests_on)] = told(line)
    assert text == "I've read about how you tested the Skerry map with people. Which part nearly went wrong?"
    assert rests_on == [line]


@pytest.mark.parametrize(
    "sharing", ["We went three at a time to the rowing club.", "We unrolled the map at the rowing club."]
)
def test_what_shares_no_two_words_with_the_question_does_not_tell_its_answer(sharing: str) -> None:
    asks = "How did you test the Skerry map with people?"
    assert asking((page(HEADING, sharing), MARINA)).answers.best(asks, 1)[0].score >= DEEPEN
    assert told(HEADING, sharing) == []


def test_another_passage_of_the_page_stands_for_the_answer_where_it_shares_two_words_with_the_question() -> None:
    answer, beside = "We went three at a time to the rowing club.", "I tested each sheet of the map before it was hung."
    assert told(HEADING, answer, ELSEWHERE, *STOVE, "The map hangs in the office beside the stove.") == []
    [(text, rests_on)] = told(HEADING, answer, ELSEWHERE, *STOVE, beside)
    assert text.startswith("I've read about how you tested the Skerry map with people.")
    assert rests_on == [beside]


def test_the_passage_that_answers_goes_before_another_of_its_page() -> None:
    beside, answer = (
        "I tested each sheet of the map in 2011 before it was hung.",
        "The club tested the map three at a time.",
    )
    both = told(ELSEWHERE, beside, *STOVE, HEADING, answer), told(HEADING, answer, ELSEWHERE, *STOVE, beside)
    assert [rests_on for [(_, rests_on)] in both] == [[answer], [answer]]


def test_who_says_what_they_have_read_may_ask_what_is_told_elsewhere_of_something_else() -> None:
    things = (f"I painted {n} boats and read the {sheet}." for n, sheet in enumerate(SHEETS, 2))
    engine = "The part that nearly went wrong was the engine, of which I had read that it goes wrong."
    other = page(Block("Which part nearly went wrong?", Place.HEADING), engine, id="c2")
    given = asking((page(*things), other, MARINA), "Learn how she painted the boats.")
    text = "I've read about how you painted the boats. Which part nearly went wrong?"
    assert given.answers.best(text, 1)[0].score >= DEEPEN
    assert text in [one for one, _ in about_them(given)]


ASKED = "What made you leave Skerry Ferries?"
MAY_TELL = "I left Skerry Ferries in 2015 because nobody there asked the passengers anything."
TELLS = "I left Skerry Ferries for good, and the noise made me leave it."
ANOTHER = "I grew the yard from two looms to nine."


def test_what_a_question_only_tells_is_no_answer_to_it() -> None:
    text = "You left Skerry Ferries for good, and the noise made you leave it; how long did you wait?"
    bank = Bank((move(text, part=Part.ME),))
    assert [one.text for one in ask(asking((page(TELLS), MARINA), bank=bank))] == [text]


def where(*texts: str, part: Part = Part.CORE, when: tuple[str, ...] = ("always",)) -> list[str]:
    """What one move that asks ASKED comes to where there are pages with these texts."""
    read = [page(text, id=f"c{at}") for at, text in enumerate(texts)]
    return [one.text for one in ask(asking((*read, MARINA), bank=Bank((move(ASKED, part=part, when=when),))))]


def test_a_passage_that_may_answer_is_no_passage_that_surely_does() -> None:
    may, surely = (asking((page(text), MARINA)).answers.best(ASKED, 1)[0].score for text in (MAY_TELL, TELLS))
    assert ANSWERS <= may < DEEPEN <= surely


def test_what_is_asked_for_no_goal_and_on_no_passage_is_not_asked_where_a_page_may_tell_it() -> None:
    assert where(ANOTHER) == [ASKED]
    assert where(MAY_TELL) == []


def test_what_rests_on_a_passage_or_on_the_seeker_is_not_asked_where_another_passage_surely_tells_it() -> None:
    assert where(ANOTHER, MAY_TELL, when=("grew",)) == [ASKED]
    assert where(ANOTHER, TELLS, when=("grew",)) == []
    assert where(MAY_TELL, part=Part.ME) == [ASKED]
    assert where(TELLS, part=Part.ME) == []


def test_the_passage_that_a_question_rests_on_may_answer_it() -> None:
    assert where(TELLS, when=("turn",)) == [ASKED]


@pytest.mark.parametrize("part", [Part.NEXT, Part.CLOSE])
def test_whom_to_meet_stands_on_no_page(part: Part) -> None:
    assert where(TELLS, part=part) == [ASKED]


@pytest.mark.parametrize(
    "goal",
    ["Have my questionnaire torn apart while there is time.", "Feedback on my questionnaire. My niece laughs at it."],
)
def test_what_a_goal_wants_looked_at_is_shown_for_that_goal_though_one_word_alone_names_it(goal: str) -> None:
    about = interview(
        "Learn how she tested the Skerry map with people.",
        goal,
        show=("draft questionnaire, 34 questions, four pages",),
    )
    made = document(page("I never hang a map before three rowers have seen it."), about=about)
    assert [(one.goal, one.text) for one in made.questions if "questionnaire" in one.text] == [
        ("g2", "I've brought my draft questionnaire. What would you change first?")
    ]
