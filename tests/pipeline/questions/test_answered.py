"""The already-answered check, on pages of a ferry planner who does not exist."""

from collections.abc import Mapping, Sequence

import pytest

from scrapers.page import Block, Kind, Place
from server.model import ClipStatus, Standing, Voice
from server.pipeline.features.compute import ReadClip
from server.pipeline.identity.names import Names
from server.pipeline.identity.spoken import spoken_on
from server.pipeline.questions.answerable import Pages, gather_pages, windows
from server.pipeline.questions.answered import ANSWERS, Answers
from server.pipeline.questions.check import check, setting_for
from server.pipeline.questions.laid import MOST_WORDS
from tests.pipeline.made import DANA, interview, language, page, standing, turn

NOTES = page(
    Block("Why I left the shipyard", Place.HEADING),
    "I left the shipyard in 2015 because nobody there asked the passengers anything.",
    "My husband and I had just bought the house on Mill Lane. The ferry company had one planner, and she was retiring.",
    Block("How a timetable is made", Place.HEADING),
    "We count heads on the quay for two weeks in March. Then I draw the tide windows by hand.",
    Block("Count the heads.", Place.ITEM),
    Block("Draw the tides.", Place.ITEM),
    Block("Cut what nobody boards.", Place.ITEM),
    id="notes",
    title="Tide windows",
)
TALK = page(
    turn("How many crossings do you plan in a year?", "Host"),
    turn("Eleven thousand, give or take the fog. The fog takes about two hundred."),
    turn("Do you still row?", "Host"),
    turn("Every Sunday, badly."),
    id="talk",
    kind=Kind.TRANSCRIPT,
    title="Quay talk",
)
OTHERS = page("The marina sells ice cream and tickets for the museum of knots.", id="marina", title="Marina")
COPY = page("I left the shipyard in 2015 because nobody there asked the passengers anything.", id="copy")


def pages(*read: ReadClip, **other: ClipStatus) -> Pages:
    standings = {one.clip.id: standing(one, other.get(one.clip.id, ClipStatus.USED)) for one in read}
    return gathered(read, standings)


def gathered(read: Sequence[ReadClip], standings: Mapping[str, Standing]) -> Pages:
    names = Names.of(DANA)
    return gather_pages(read, standings, spoken_on(read, standings, names), names, frozenset())


@pytest.fixture(scope="module")
def answers() -> Answers:
    return Answers(pages(NOTES, TALK, OTHERS), language())


@pytest.mark.parametrize("person", ["you", "she", "they"])
def test_the_page_that_says_why_is_found_whoever_is_spoken_of(answers: Answers, person: str) -> None:
    best = answers.best(f"Why did {person} leave the shipyard?")[0]
    assert (best.clip_id, best.verdict) == ("notes", "answers")
    assert "because nobody there asked the passengers" in best.exact


def test_an_interviewers_question_is_no_answer_but_what_follows_is(answers: Answers) -> None:
    hits = answers.best("How many crossings do you plan?")
    assert hits[0].exact.startswith("Eleven thousand")
    assert not any("How many" in hit.exact for hit in hits)


def test_always_the_three_best_passages_and_none_twice(answers: Answers) -> None:
    hits = answers.best("What do you think of chess?")
    assert len(hits) == 3
    assert {hit.verdict for hit in hits} == {"touches"}
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    places = [(hit.clip_id, at) for hit in hits for at in range(hit.start, hit.end)]
    assert len(places) == len(set(places))


def test_what_a_question_tells_is_not_what_it_asks(answers: Answers) -> None:
    told = "You left the shipyard in 2015; which bolt would you tighten first on a kayak?"
    hits = answers.best(told)
    assert any("left the shipyard" in hit.exact for hit in hits)
    assert all(hit.verdict == "touches" for hit in hits)


def test_no_page_answers_for_the_seekers_own_case(answers: Answers) -> None:
    asked = "How is a timetable made with tide windows?"
    mine = "How is my timetable made with tide windows?"
    assert answers.best(asked)[0].score - answers.best(mine)[0].score > 0.2


def test_private_life_is_never_shown(answers: Answers) -> None:
    for question in ("Where is your house?", "What does your husband do?", "Who was retiring at the ferry company?"):
        assert not any("husband" in hit.exact or "Mill Lane" in hit.exact for hit in answers.best(question))


def test_what_is_shown_stands_word_for_word_in_its_page(answers: Answers) -> None:
    texts = {one.clip.id: one.extract.text for one in (NOTES, TALK, OTHERS) if one.extract}
    for question in ("Why did you leave?", "How do you plan?", "What do you cut?", "Ice cream?"):
        for hit in answers.best(question):
            assert texts[hit.clip_id][hit.start : hit.end] == hit.exact
            assert len(hit.exact.split()) <= MOST_WORDS


def test_items_of_one_list_are_shown_together() -> None:
    read = pages(NOTES)
    shown = [read.shown(window) for window in windows(read)]
    assert "Count the heads.\n\nDraw the tides.\n\nCut what nobody boards." in shown


def test_a_copy_and_another_persons_page_answer_nothing() -> None:
    other = {"copy": ClipStatus.DUPLICATE, "marina": ClipStatus.OTHER_PERSON}
    answers = Answers(pages(NOTES, COPY, OTHERS, **other), language())
    assert {hit.clip_id for hit in answers.best("Why did you leave the shipyard for ice cream?")} == {"notes"}


def test_an_unread_page_and_no_page_at_all_leave_nothing_to_show() -> None:
    unread = ReadClip(NOTES.clip, problem="The page is empty.")
    there = {"notes": Standing(clip_id="notes", status=ClipStatus.UNREADABLE, voice=Voice.OWN)}
    for read in ((), (unread,)):
        answers = Answers(gathered(read, there), language())
        assert answers.best("Why did you leave?") == ()


def test_a_question_without_words_hangs_on_nothing(answers: Answers) -> None:
    assert answers.best("   ") == ()


def test_the_answer_becomes_a_finding_in_its_place(answers: Answers) -> None:
    talk = interview("Learn how a timetable is made.", pages=(NOTES, TALK, OTHERS))
    setting = setting_for(talk, pages(NOTES, TALK, OTHERS))
    checked = check("Did you leave the shipyard because nobody asked the passengers?", setting, answers)
    assert [finding.id for finding in checked.findings] == sorted(finding.id for finding in checked.findings)
    assert {"L01", "L13"} <= {finding.id for finding in checked.findings}
    assert checked.answered_by[0].score >= ANSWERS
    assert list(checked.model_dump(mode="json"))[:3] == ["question", "findings", "answered_by"]
    assert list(checked.model_dump()["answered_by"][0]) == ["clip_id", "exact", "score", "verdict"]


def test_their_words_and_the_seekers_facts_tie_a_question_to_them() -> None:
    talk = interview("Learn how a timetable is made.", background="Tram driver", pages=(NOTES, TALK))
    setting = setting_for(talk, pages(NOTES, TALK))
    assert "tram" in setting.seeker
    assert "quay" in setting.rare
    assert not setting.rare & {"dana", "okafor"}
    assert "Tide windows" in setting.titles


LOG = page(
    Block("What keeps a ferry late", Place.HEADING),
    "Three things keep us late in winter:",
    Block("Ice on the ramp.", Place.ITEM),
    Block("A lorry that will not start.", Place.ITEM),
    Block("What a slack is", Place.HEADING),
    "A pilot once told me how to put it:",
    Block("A slack is the time when the tide has not made up its mind.", Place.QUOTE),
    Block("Finding crew", Place.HEADING),
    "Nine in ten come from the rowing club.",
    "I have also asked at the school, where nobody wants to get up before five.",
    id="log",
    title="Log of the quay",
)


def test_what_follows_a_colon_answers_what_the_line_before_tells_of() -> None:
    hits = Answers(pages(LOG, TALK, OTHERS), language()).best("What keeps the ferry late in winter?")
    assert "Ice on the ramp." in hits[0].exact


def test_a_quotation_set_off_from_the_text_can_be_the_answer() -> None:
    hits = Answers(pages(LOG, TALK, OTHERS), language()).best("What is a slack?")
    assert any("A slack is the time" in hit.exact for hit in hits)


def test_the_first_line_below_a_heading_answers_what_the_heading_asks() -> None:
    hits = Answers(pages(LOG, NOTES, TALK, OTHERS), language()).best("How do you find crew?")
    assert hits[0].exact.startswith("Nine in ten")


def test_a_page_that_the_question_tells_of_has_been_read(answers: Answers) -> None:
    asked = answers.best("Why did you draw the tide windows by hand?")[0]
    told = answers.best("You draw the tide windows by hand, you wrote; why do you draw the tide windows by hand?")[0]
    assert told.score < asked.score


def test_a_page_with_the_best_three_passages_may_show_all_three() -> None:
    many = page(
        *(f"Mooring {at} is laid with a chain of {at + 7} metres and a stone." for at in range(1, 9)), id="many"
    )
    hits = Answers(pages(many, OTHERS), language()).best("How long is the chain of a mooring?")
    assert [hit.clip_id for hit in hits] == ["many"] * 3
