from datetime import UTC, datetime
from typing import Any

import pytest

from server.errors import InputError
from server.model import Interview, Verdict
from server.pipeline.clip.interview import read_interview

DANA = {"interviewee": {"name": "Dana Whitlock"}}


def refusal(raw: object) -> str:
    with pytest.raises(InputError) as caught:
        read_interview(raw)
    return str(caught.value)


def parsed(**more: Any) -> Interview:
    return read_interview(DANA | more)[0]


def test_a_name_is_enough() -> None:
    interview, problems = read_interview(DANA)
    assert interview.interviewee.first_name == "Dana"
    assert interview.meeting.minutes == 30
    assert problems == ()


KEPT: dict[str, Any] = {
    "question": {
        "id": "q1",
        "rank": 1,
        "tier": "must",
        "part": "core",
        "move": "own",
        "text": "Why so?",
        "minutes": 4,
        "origin": "seeker",
    },
    "quotes": [{"id": "e1", "clip_id": "c1", "kind": "opinion", "exact": "so", "start": 1, "end": 3, "said_by": "own"}],
    "position": 2,
    "pinned": True,
}


def test_what_was_done_to_questions_comes_back_whole() -> None:
    interview, problems = read_interview(DANA | {"groundwork": {"questions": [KEPT]}})
    (edit,) = interview.edits
    assert (edit.question.text, edit.question.origin, edit.position, edit.pinned) == ("Why so?", "seeker", 2, True)
    assert edit.quotes[0].exact == "so"
    assert problems == ()
    assert edit.model_dump(mode="json", exclude_defaults=True)["quotes"] == KEPT["quotes"]


def test_what_we_do_not_know_of_a_kept_question_is_kept_aside() -> None:
    interview = parsed(groundwork={"questions": [KEPT | {"colour": "red"}]})
    assert interview.kept_aside == {"groundwork.questions[0].colour": "red"}


WRONG: dict[str, tuple[object, str]] = {
    "no object": ([], 'dossier: must be an object, is a list. It starts with {"interviewee": {"name": "..."}}.'),
    "nobody": ({}, "interviewee: is missing."),
    "a kept question twice": (
        DANA | {"groundwork": {"questions": [KEPT, KEPT]}},
        'groundwork.questions[1].id: "q1" is used twice, first by groundwork.questions[0]. Give each its own id.',
    ),
    "a kept question with an id that is none": (
        DANA | {"groundwork": {"questions": [KEPT | {"question": {**KEPT["question"], "id": "a b"}}]}},
        'groundwork.questions[0].question.id: "a b" is no id of a question. An id has 1 to 100 letters, digits, - and _.',
    ),
    "a kept question without words": (
        DANA | {"groundwork": {"questions": [KEPT | {"question": {**KEPT["question"], "text": None}}]}},
        "groundwork.questions[0].question.text: is missing.",
    ),
    "nobody, said so": ({"interviewee": None}, "interviewee: is missing."),
    "a name for a person": ({"interviewee": "Dana"}, 'interviewee: must be an object, is "Dana".'),
    "a person without a name": ({"interviewee": {}}, "interviewee.name: is missing."),
    "a number for a goal's text": (
        DANA | {"user": {"goals": [{"text": "a"}, {"text": 3}]}},
        "user.goals[1].text: must be text, is the number 3.",
    ),
    "a goal without text": (DANA | {"user": {"goals": [{"priority": 1}]}}, "user.goals[0].text: is missing."),
    "a goal of blanks": (
        DANA | {"user": {"goals": [{"text": " \t"}]}},
        "user.goals[0].text: is empty; write something there or take it out.",
    ),
    "a goal that is text": (DANA | {"user": {"goals": ["a"]}}, 'user.goals[0]: must be an object, is "a".'),
    "goals that are no list": (DANA | {"user": {"goals": {}}}, "user.goals: must be a list, is an object."),
    "text for minutes": (DANA | {"meeting": {"minutes": "30"}}, 'meeting.minutes: must be a whole number, is "30".'),
    "true for minutes": (
        DANA | {"meeting": {"minutes": True}},
        "meeting.minutes: must be a whole number, is true or false.",
    ),
    "three minutes": (DANA | {"meeting": {"minutes": 3}}, "meeting.minutes: must be at least 5, is the number 3."),
    "a day nobody knows": (
        DANA | {"meeting": {"start": "Thursday"}},
        'meeting.start: must be a date and time such as 2026-11-26T10:00:00Z, is "Thursday".',
    ),
    "a list for a clip's date": (
        DANA | {"clips": [{"id": "d1", "clipped_at": []}]},
        "clips[0].clipped_at: must be a date and time such as 2026-11-26T10:00:00Z, is a list.",
    ),
    "clip ids twice": (
        DANA | {"clips": [{"id": "d1"}, {"id": "d1"}]},
        'clips[1].id: "d1" is used twice, first by clips[0]. Give each its own id.',
    ),
    "goal ids twice": (
        DANA | {"user": {"goals": [{"id": "g1", "text": "a"}, {"id": "g1", "text": "b"}]}},
        'user.goals[1].id: "g1" is used twice, first by user.goals[0]. Give each its own id.',
    ),
    "a verdict nobody knows": (
        DANA | {"groundwork": {"verdicts": {"d1": "maybe"}}},
        "groundwork.verdicts.d1: must be one of 'this_person', 'someone_else' or 'context', is \"maybe\".",
    ),
    "a NUL": (DANA | {"referrer": "Sam\0"}, "referrer: holds a NUL character. Delete it and try again."),
    "half a character": (
        DANA | {"user": {"assumptions": ["ok", "\ud800"]}},
        "user.assumptions[1]: holds half a character (a lone surrogate). Delete it and try again.",
    ),
    "a name of 3,000 letters": (
        {"interviewee": {"name": "D" * 3000}},
        "interviewee.name: is too long: 3,000 characters, at most 2,000.",
    ),
}


@pytest.mark.parametrize("raw, said", WRONG.values(), ids=WRONG.keys())
def test_a_wrong_value_is_named_by_its_path(raw: object, said: str) -> None:
    assert refusal(raw) == said


def test_all_wrong_places_are_named_at_once() -> None:
    said = refusal({"interviewee": {"name": 1}, "referrer": 2, "meeting": []})
    assert said == "interviewee.name: must be text, is the number 1. Also wrong: referrer, meeting."


def test_an_unknown_key_is_kept_aside_and_told() -> None:
    raw = DANA | {
        "mood": "calm",
        "clips": [{"id": "d1", "colour": "red"}],
        "user": {"goals": [{"text": "a", "why": 1}]},
    }
    interview, problems = read_interview(raw)
    assert interview.kept_aside == {"mood": "calm", "clips[0].colour": "red", "user.goals[0].why": 1}
    assert all(problem.warning for problem in problems)
    assert str(problems[0]) == (
        "mood: is not a key we know; it is kept aside and not used. Check its spelling if it was meant for us."
    )


def test_null_is_the_same_as_not_given() -> None:
    given = parsed(referrer=None, meeting={"start": None, "minutes": None}, clips=None, user={"goals": None})
    assert given == parsed()


def test_goals_without_id_or_priority_get_free_ones_in_order() -> None:
    goals = parsed(user={"goals": [{"text": "a"}, {"id": "g1", "text": "b"}, {"text": "c"}]}).seeker.goals
    assert [(goal.id, goal.priority) for goal in goals] == [("g1x", 1), ("g1", 2), ("g3", 3)]


def test_a_fourth_goal_is_kept() -> None:
    assert len(parsed(user={"goals": [{"text": letter} for letter in "abcd"]}).seeker.goals) == 4


def test_a_clip_without_id_gets_one() -> None:
    assert [clip.id for clip in parsed(clips=[{"file": "a.html"}, {"file": "b.html"}]).clips] == ["c1", "c2"]


@pytest.mark.parametrize("start", ["2026-11-26T10:00:00", "2026-11-26T10:00Z", "2026-11-26T11:00:00+01:00"])
def test_a_time_without_zone_is_utc(start: str) -> None:
    assert parsed(meeting={"start": start}).meeting.start == datetime(2026, 11, 26, 10, tzinfo=UTC)


def test_a_day_without_time_is_its_first_moment() -> None:
    assert parsed(meeting={"start": "2026-11-26"}).meeting.start == datetime(2026, 11, 26, tzinfo=UTC)


def test_an_empty_date_is_no_date() -> None:
    interview = parsed(meeting={"start": ""}, clips=[{"clipped_at": ""}])
    assert (interview.meeting.start, interview.clips[0].clipped_at) == (None, None)


def test_verdicts_are_read_and_one_on_no_clip_is_told() -> None:
    verdicts = {"d1": "someone_else", "d9": "context"}
    interview, problems = read_interview(DANA | {"clips": [{"id": "d1"}], "groundwork": {"verdicts": verdicts}})
    assert interview.verdicts["d1"] is Verdict.SOMEONE_ELSE
    assert [str(problem) for problem in problems] == [
        'groundwork.verdicts.d9: there is no clip "d9"; this verdict is not used.'
    ]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/hosts", "ferries.example/dana", "https://", "http:///x"]
)
def test_an_address_that_is_not_of_the_web_is_dropped_and_told(url: str) -> None:
    interview, (problem,) = read_interview(DANA | {"clips": [{"id": "d1", "url": url}]})
    assert interview.clips[0].url == ""
    assert problem.warning
    assert str(problem) == (
        f'clips[0].url: "{url}" is not an address of the web; it is not used. It starts with http:// or https://.'
    )


def test_deep_nesting_in_an_unknown_key_is_only_kept_aside() -> None:
    deep: list[Any] = []
    for _ in range(5000):
        deep = [deep]
    assert "deep" in read_interview(DANA | {"deep": deep})[0].kept_aside
