"""The whole way on tiny interviews: the odd ones, and what must never come out."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scrapers import scrape
from scrapers.page import Kind, Page
from server.model import Clip, ClipStatus, Document, Goal, Interview, Interviewee, Part, Seeker, Tier, Verdict
from server.pipeline.conduct import Clock, prepare
from server.pipeline.export.document import to_json
from server.pipeline.features.compute import ReadClip, compute
from server.pipeline.questions.bank import load_bank
from tests.pipeline.made import DANA, NOW, PRESS_URL, document, interview, language, page, row, turn

ESSAY = (
    (
        "I left the ferry office in 2016 to teach evening classes at the harbour school. "
        "A timetable is a promise to people who cannot swim. I never cancel a sailing for wind below seven."
    ),
    (
        "In 2019 I moved twelve looms across the border for a museum that had forgotten its own door. "
        "I underestimated how long the customs papers take. Ask the night porter before the architect."
    ),
    "I spend a day a week in the seed store. Small courts depend on patient clerks, and so do small harbours.",
)
GOALS = (
    "Decide by May whether to leave the ferries for the harbour school.",
    "Get advice on my plan for the winter timetable.",
    "Find two people who run a harbour without a director.",
)
WALL = "<html><body><h1>Sign in</h1><p>Join now to see Dana's full profile. Sign in or create an account.</p></body></html>"
GERMAN = (
    (
        "Ich habe die Reederei im Frühjahr 2016 verlassen und unterrichte seither an der Hafenschule. "
        "Ein Fahrplan ist ein Versprechen an Menschen, die nicht schwimmen können."
    ),
    "Vor der ersten Fahrt frage ich den Nachtwächter und erst danach den Kapitän.",
)


def essay(**parts: str) -> ReadClip:
    return page(*ESSAY, **({"title": "Promises on paper", "published": "2021-03-02"} | parts))


def saved(html: str, ident: str = "c1") -> ReadClip:
    extract = scrape(Page(url=f"{PRESS_URL}/{ident}", html=html))
    return ReadClip(Clip(id=ident, url=f"{PRESS_URL}/{ident}"), extract, compute(extract, language()))


def asked(made: Document, part: Part) -> list[str]:
    return [question.text for question in made.questions if question.part is part]


def test_an_interview_with_a_name_and_nothing_else_gives_a_document() -> None:
    made = document(about=interview())
    assert (made.evidence, made.questions, made.cards, made.timeline) == ((), (), (), ())
    assert next(section.id for section in made.brief.sections) == "card"


def test_without_a_goal_there_are_questions_all_the_same() -> None:
    made = document(essay(), about=interview())
    assert asked(made, Part.OPENER)
    assert {question.goal for question in made.questions} == {""}
    assert made.gaps == ()


def test_without_anything_about_the_seeker_only_a_goal_as_it_stands_is_put_to_them() -> None:
    about_me = [one for one in document(essay()).questions if one.part is Part.ME]
    assert all(one.evidence == () and one.text.startswith(one.user_facts) for one in about_me)


def test_goals_without_a_page_are_gaps_and_plan_and_opening_stand() -> None:
    made = document(about=interview(*GOALS, plan="Two winters ashore."))
    assert {gap.goal for gap in made.gaps} == {"g1", "g2", "g3"}
    assert [goal.evidence for goal in made.goals] == [(), (), ()]
    assert len(made.plan.boxes) == 5
    assert made.plan.opening


def test_pages_that_could_not_be_read_give_a_document_that_says_so() -> None:
    clip = Clip(id="c1", url="https://danaokafor.example/lost")
    made = document(ReadClip(clip, problem="took longer than 10 seconds."))
    assert [(one.status, one.reason) for one in made.clips] == [(ClipStatus.UNREADABLE, "took longer than 10 seconds.")]


def test_a_page_without_a_word_harms_nobody() -> None:
    made = document(page(), essay(id="c2"))
    assert {one.clip_id for one in made.evidence} == {"c2"}


def test_only_walls_give_a_thin_brief_and_no_question() -> None:
    walls = [saved(WALL, "c1"), saved(WALL.replace("Sign in", "Log in"), "c2")]
    about = interview(*GOALS, verdicts={"c1": Verdict.CONTEXT, "c2": Verdict.CONTEXT})
    made = document(*walls, about=about)
    assert (made.evidence, made.questions) == ((), ())
    assert any("Thin brief" in item.text for item in made.brief.sections[0].items)


def test_one_page_is_enough_for_a_question() -> None:
    made = document(essay(), about=interview(*GOALS, background="Deck officer on a small ferry.", plan="Two winters."))
    assert asked(made, Part.OPENER) + asked(made, Part.CORE)
    assert made.plan.opening[-2] == "You have read “Promises on paper”, so they can skip the background"


def test_a_person_without_a_headline_is_named_and_no_more() -> None:
    made = document(essay(), about=interview(interviewee=Interviewee(name="Dana Okafor")))
    assert made.brief.sections[0].items[0].text == "Dana Okafor"


def test_a_name_of_one_word_and_a_very_long_one_do_no_harm() -> None:
    for name in ("Dana", "Dana " + "van der Okafor-" * 20 + "Lund"):
        assert document(essay(), about=interview(interviewee=Interviewee(name=name))).brief.sections


def test_a_german_page_gives_a_document_whose_questions_put_no_english_grammar_on_it() -> None:
    made = document(page(*GERMAN, title="Was ein Fahrplan verspricht", published="2021-03", language="de"))
    assert made.evidence
    assert all("You habe" not in q.text and "you frage" not in q.text for q in made.questions)


def test_a_page_with_a_very_long_title_gives_no_question_that_recites_it() -> None:
    title = " ".join(["Everything that I have learned about ropes and harbours"] * 8)
    made = document(essay(title=title))
    assert all(len(question.text.split()) <= 30 for question in made.questions)


def test_a_talk_of_five_minutes_and_one_of_four_hours_are_planned() -> None:
    for minutes in (5, 240):
        made = document(essay(), about=interview(*GOALS, minutes=minutes, plan="Two winters ashore."))
        assert made.plan.minutes == minutes
        assert sum(goal.minutes for goal in made.goals) == pytest.approx(minutes, abs=0.5)


def test_seven_goals_are_all_answered_for_and_none_is_refused() -> None:
    goals = (*GOALS, *(f"Learn how to splice rope number {n}." for n in range(4)))
    made = document(essay(), about=interview(*goals))
    assert len(made.goals) == 7
    leading = {question.goal for question in made.questions if question.tier is Tier.MUST}
    assert leading <= {"g1", "g2", "g3"}


def test_goals_of_one_priority_keep_their_order_and_ids_of_any_kind_do() -> None:
    goals = tuple(Goal(id=name, text=text, priority=1) for name, text in zip("zya", GOALS, strict=True))
    made = document(essay(), about=interview(seeker=Seeker(goals=goals)))
    assert [goal.id for goal in made.goals] == ["z", "y", "a"]


def test_a_page_that_may_be_somebody_elses_feeds_cards_only_and_they_say_so() -> None:
    doubtful = page(
        "Dana Okafor won the regional darts final in 2018 with nine perfect legs. "
        "Dana Okafor has thrown for the Red Lion since 2004 and coaches the juniors on Thursdays. "
        "The club's treasurer says that Okafor never misses a practice, whatever the weather on the moor.",
        id="c9",
        url="https://darts-league.example/finals",
        title="Okafor takes the final",
    )
    about = interview(*GOALS, clips=())
    sure = essay()
    told = about.model_copy(update={"verdicts": {"c1": Verdict.THIS_PERSON}, "clips": (sure.clip, doubtful.clip)})
    made = unjudged(told, sure, doubtful)
    status = {clip.id: clip.status for clip in made.clips}["c9"]
    assert status in {ClipStatus.UNSURE, ClipStatus.OTHER_PERSON}
    theirs = {one.id for one in made.evidence if one.clip_id == "c9"}
    assert not theirs & {ident for section in made.brief.sections for item in section.items for ident in item.evidence}
    assert not theirs & {ident for question in made.questions for ident in question.evidence}
    assert not theirs & {ident for goal in made.goals for ident in goal.evidence}
    assert not theirs & {ident for point in made.timeline for ident in point.evidence}
    assert not theirs & {ident for conflict in made.conflicts for ident in conflict.evidence}
    assert all(card.why.startswith("Not sure") for card in made.cards if card.evidence in theirs)


def unjudged(about: Interview, *pages: ReadClip) -> Document:
    """As `document`, but nobody has said which pages are hers."""
    return prepare(about, pages, language(), load_bank(), Clock(NOW, NOW))


@pytest.mark.parametrize(
    "verdict, status", [("someone_else", "other_person"), ("context", "context"), ("this_person", "used")]
)
def test_what_the_seeker_says_of_a_page_wins(verdict: str, status: str) -> None:
    made = document(essay(), about=interview(*GOALS, verdicts={"c1": Verdict(verdict)}))
    assert made.clips[0].status == status
    assert bool(made.evidence) == (status == "used")


def test_what_the_seeker_marked_is_on_a_card_however_little_it_says() -> None:
    marked = "Small courts depend on patient clerks, and so do small harbours."
    filler = [f"In 20{n} I moved {n} looms across the border and met {n} clerks." for n in range(10, 40)]
    made = document(page(*filler, *ESSAY, selection=marked, note="why courts?"))
    exact = {one.id: one.exact for one in made.evidence}
    [card] = [card for card in made.cards if card.why == "You marked this: why courts?"]
    assert exact[card.evidence] == marked


def test_a_selection_over_two_sentences_marks_both() -> None:
    made = document(essay(selection="I never cancel a sailing for wind below seven. In 2019 I moved twelve looms across the border for a museum"))  # fmt: skip
    exact = {one.id: one.exact for one in made.evidence}
    marked = [exact[card.evidence] for card in made.cards if card.why.startswith("You marked")]
    assert len(marked) == 2


def test_private_words_stand_nowhere_in_the_document() -> None:
    private = (
        "My wife Ingrid was diagnosed with leukaemia in 2013, and I left the ferries for a year.",
        "We live at 14 Chandler Street with our twin daughters.",
        "I teach on Tuesdays; write to dana.private@mailbox.example for my divorce lawyer.",
    )
    made = document(
        page(*ESSAY, *private, title="Promises on paper", selection=private[0]),
        page(row("Planner", "Skerry Ferries", "2009 - 2016"), *private, id="c2", kind=Kind.PROFILE),
        page(turn("How is Ingrid's leukaemia?", "Host"), *(turn(text) for text in private), id="c3", kind=Kind.TRANSCRIPT),
    )  # fmt: skip
    text = to_json(made)
    told = [word for word in ("leukaemia", "Chandler", "dana.private", "divorce", "twin daughters") if word in text]
    assert told == []
    assert made.withheld.count > 0


def test_a_note_of_the_seekers_own_is_not_their_private_life() -> None:
    made = document(essay(selection=ESSAY[2][:38], note="like my father's shop"))
    assert any(card.why == "You marked this: like my father's shop" for card in made.cards)


AGAIN = """
import sys
from server.pipeline.export.document import to_json
from tests.pipeline.test_conduct import whole
sys.stdout.reconfigure(encoding="utf-8")
print(to_json(whole(turned=True)), end="")
"""


def whole(*, turned: bool = False) -> Document:
    """A document with something in every part; turned: the verdicts are given in another order."""
    pages = (
        essay(selection="I spend a day a week in the seed store."),
        page(row("Planner", "Skerry Ferries", "2009 - 2016"), row("Teacher", "Harbour School", "2016 - present"), id="c2", kind=Kind.PROFILE),
        page(turn("How do you plan?", "Host"), turn("A timetable is a promise, and I was wrong about that for years."), id="c3", kind=Kind.TRANSCRIPT, published="2025-02"),
    )  # fmt: skip
    verdicts = {"c1": Verdict.THIS_PERSON, "c2": Verdict.THIS_PERSON, "c3": Verdict.THIS_PERSON}
    if turned:
        verdicts = dict(reversed(verdicts.items()))
    about = interview(*GOALS, background="Deck officer.", plan="Two winters.", show=("A chart.",), verdicts=verdicts)
    return document(*pages, about=about)


@pytest.mark.slow  # a process of its own
def test_neither_the_order_of_keys_nor_a_hash_shows_in_the_document() -> None:
    told = subprocess.run(
        [sys.executable, "-c", AGAIN],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"PYTHONHASHSEED": "4711"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert json.loads(told.stdout) == json.loads(to_json(whole()))
    assert DANA.name in told.stdout
