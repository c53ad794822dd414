import pytest

from server.errors import InputError
from server.model import Goal, GoalKind
from server.pipeline.clip.interview import read_interview
from server.pipeline.goals.hints import MOST
from server.pipeline.goals.match import kinds_of, match_goals
from tests.pipeline.made import interview, language, page, pool

PAGES = (
    page(
        "The licensing desk took a year.",
        "Licensing and night shifts wore me down.",
        "Night shifts end at six.",
        id="c1",
    ),
    page("I asked the licensing clerk about shifts.", "The ferry left without the licensing papers.", id="c2"),
    page(*(f"Boat number {n} was painted, and somebody paid for it." for n in range(40)), id="c3"),
)


def hints(text: str) -> tuple[str, ...]:
    [match] = match_goals(interview(text), pool(*PAGES), language())
    return match.hints


def test_words_that_come_back_on_the_pages_are_offered_as_they_stand_there() -> None:
    offered = hints("Decide whether the work on the ferries is for me.")
    assert {"licensing", "shifts"} <= set(offered)
    assert len(offered) <= MOST


def test_no_word_of_the_goal_itself_no_name_and_no_word_of_every_page_is_offered() -> None:
    offered = hints("Decide whether licensing is for me.")
    assert not {"licensing", "ferry", "number", "boat", "Boat"} & set(offered)


def test_without_pages_there_is_no_word_to_offer() -> None:
    [match] = match_goals(interview("Decide whether to leave."), pool(), language())
    assert match.hints == ()


def test_the_kind_that_the_seeker_gives_comes_before_what_the_words_suggest() -> None:
    goal = Goal(id="g1", text="Decide by May whether to take the post.")
    assert kinds_of(goal)[0] is GoalKind.DECIDE
    told = kinds_of(goal.model_copy(update={"kind": GoalKind.FIND_WANT}))
    assert told[:2] == (GoalKind.FIND_WANT, GoalKind.DECIDE)


def test_a_kind_can_be_given_in_a_dossier_and_a_wrong_one_is_named_with_its_place() -> None:
    def dossier(kind: str) -> dict[str, object]:
        goal = {"id": "g1", "text": "Decide by May whether to take the post.", "kind": kind}
        return {"interviewee": {"name": "Dana Okafor"}, "user": {"goals": [goal]}}

    read, warnings = read_interview(dossier("find_out_what_i_want"))
    assert (read.seeker.goals[0].kind, warnings) == (GoalKind.FIND_WANT, ())
    with pytest.raises(InputError) as wrong:
        read_interview(dossier("wishful"))
    assert "user.goals[0].kind" in wrong.value.where
