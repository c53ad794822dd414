import pytest

from server.model import Part, Question, Tier
from server.pipeline.plan import ASKED, BOXES, box_for, make_plan
from tests.pipeline.made import interview


def question(ident: str, part: Part, tier: Tier = Tier.MUST) -> Question:
    return Question(id=ident, rank=1, tier=tier, part=part, move="m", text="Why?", minutes=3)


@pytest.mark.parametrize(
    "booked, box", [(5, 15), (15, 15), (19, 15), (20, 20), (30, 30), (44, 30), (50, 45), (240, 60)]
)
def test_a_talk_is_planned_in_the_longest_box_that_fits(booked: int, box: int) -> None:
    assert box_for(booked) == box


def test_the_boxes_fill_the_length_they_stand_for() -> None:
    assert {length: sum(parts) for length, parts in BOXES.items()} == {length: length for length in BOXES}
    assert set(ASKED) == set(BOXES)


def test_a_parked_question_is_in_no_box() -> None:
    asked = [question("a", Part.OPENER), question("b", Part.CORE), question("c", Part.CORE, Tier.PARKED)]
    plan = make_plan(interview(), asked, ())
    assert {box.part: box.questions for box in plan.boxes} == {
        Part.OPENER: ("a",), Part.CORE: ("b",), Part.ME: (), Part.NEXT: (), Part.CLOSE: (),
    }  # fmt: skip


def test_the_opening_says_only_what_is_so() -> None:
    bare = " ".join(make_plan(interview(), (), ()).opening)
    assert "sent you" not in bare
    assert "Why you are here" not in bare
    assert "You have read" not in bare
    assert "show" not in bare
    told = make_plan(
        interview("Decide by May.", referrer="Oddny Brekke, who shared an office with her", show=("A chart.",)),
        (),
        ("Ropes", "Tides"),
    )
    full = " ".join(told.opening)
    assert all(part in full for part in ("Oddny Brekke sent you", "Decide by May", "“Ropes” and “Tides”", "30 minutes"))
    assert "show" not in full


def test_something_is_announced_where_a_question_shows_it() -> None:
    text = "May I show you my chart, and hear what you'd change?"
    asked = Question(id="a", rank=1, tier=Tier.MUST, part=Part.ME, move="m", text=text, minutes=3)
    assert "show one page later" in " ".join(make_plan(interview(show=("A chart.",)), (asked,), ()).opening)


@pytest.mark.parametrize(
    "referrer, who",
    [
        ("a woman at the ferry gave me his name", "A woman at the ferry"),
        ("my tutor knows someone at her work", "Your tutor"),
        ("Oddny from the archive", "Oddny from the archive"),
        ("someone in my rowing club who knows him from school", "Someone in my rowing club"),
        ("the man who runs the harbour office", "The man who runs the harbour office"),
    ],
)
def test_who_is_described_and_not_named_is_thanked_for_without_what_they_did(referrer: str, who: str) -> None:
    assert make_plan(interview(referrer=referrer), (), ()).opening[0] == f"Thanks; {who} sent you"


@pytest.mark.parametrize("referrer", ["Nobody really. I found the address", "no one", "n/a", "found her myself"])
def test_where_nobody_sent_them_nobody_is_thanked_for_it(referrer: str) -> None:
    assert make_plan(interview(referrer=referrer), (), ()).opening[0] == "Thanks for making the time"


def test_the_opening_can_be_said_in_half_a_minute() -> None:
    long = "Decide " + "very carefully " * 40
    told = make_plan(interview(long, referrer="Oddny Brekke, head of the archive"), (), ("Ropes", "Tides"))
    assert sum(len(cue.split()) for cue in told.opening) <= 80  # a fifth of it tells how, and is not said


def test_what_the_questions_name_is_told_before() -> None:
    about = interview(
        "Decide by May.",
        background="Cook, Bergen, nine years on the coast line. Since spring I row a tide school for twelve children. I have a cat.",
        plan="Sell the tide charts by the quay.",
    )
    school, charts, nothing = (
        Question(id="a", rank=1, tier=Tier.MUST, part=Part.ME, move="m", text=text, minutes=3)
        for text in ("What of my tide school would you keep?", "What would you pay for charts?", "What was it?")
    )

    def opened(question: Question) -> str:
        return make_plan(about, [question], ()).opening[1]

    assert "coast line. Since spring I row a tide school for twelve children. Why" in opened(school)
    assert "coast line. Your plan: Sell the tide charts by the quay. Why" in opened(charts)
    assert "coast line. Why" in opened(nothing)


def test_there_is_always_a_close() -> None:
    assert len(make_plan(interview(minutes=5), (), ()).close) == 3
