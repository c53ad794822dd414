"""Small texts and what must come of them: one data file a step.

perspective, address, quotes, leads, notes, kinds of goals.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from server.model import Goal
from server.pipeline.features.stems import stems
from server.pipeline.goals.kinds import guess_goal_kinds
from server.pipeline.identity.names import Names
from server.pipeline.questions.material.address import as_reported, speaks_of_them, to_their_face
from server.pipeline.questions.material.leads import act_leads, quote_leads
from server.pipeline.questions.material.notes import NOTHING_NOTED, read_note
from server.pipeline.questions.material.perspective import mine_to_yours, to_you
from server.pipeline.questions.material.quotes import MARKED_MOST, MOST, marked_quotes, quote_of
from server.pipeline.questions.material.retold import retold
from server.pipeline.questions.material.straight import asked_straight
from tests.pipeline.made import DANA, NOW, language

HERE = Path(__file__).parents[2]
NAMES = Names.of(DANA)
RIGHT = 0.85  # of the kinds of goals: a guess that the seeker can change


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))


def lines(name: str, given: str, wanted: str, *, key: str = "lines") -> Any:
    cases = [pytest.param(one[given], one[wanted], id=one[given][:60] or "nothing") for one in read(name)[key]]
    return pytest.mark.parametrize("given, wanted", cases)


@lines("perspective", "said", "turned")
def test_their_sentence_is_turned_to_you_or_left_alone(given: str, wanted: str) -> None:
    assert to_you(given) == wanted


@pytest.mark.parametrize("line", read("perspective")["lines"], ids=lambda line: line["said"][:60] or "nothing")
def test_who_has_read_the_page_knows_what_a_pronoun_points_at(line: dict[str, str]) -> None:
    assert to_you(line["said"], known=True) == line.get("known", line["turned"])


@pytest.mark.parametrize(
    "clause, yours",
    [
        ("how we lost our crew", "how you lost your crew"),
        ("who looks after the dams", "who looks after the dams"),
        ("whether she knows", ""),
        ("what “slack” means to me", ""),
        ("how my brother and I met", ""),
    ],
)
def test_a_clause_of_theirs_is_turned_where_it_speaks_of_nobody_else(clause: str, yours: str) -> None:
    assert mine_to_yours(clause) == yours


@lines("address", "said", "told", key="typed")
def test_what_is_typed_of_them_is_said_to_their_face_or_not_at_all(given: str, wanted: str) -> None:
    told = to_their_face(given, NAMES)
    assert told == wanted
    assert not told or not speaks_of_them(told, NAMES)


@lines("address", "said", "told", key="reported")
def test_what_another_page_reports_is_said_to_their_face_if_it_is_one_act_of_theirs(given: str, wanted: str) -> None:
    assert as_reported(given, NAMES) == wanted


def test_an_act_is_also_told_without_what_leads_up_to_it_but_never_without_its_year() -> None:
    assert act_leads("After the flood, you sold the looms") == (
        "After the flood, you sold the looms.",
        "You sold the looms.",
    )
    assert act_leads("In 2019, you sold the looms") == ("In 2019, you sold the looms.",)
    assert act_leads("") == ()


@pytest.mark.parametrize(
    "year, dated", [("2019", True), (str(NOW.year - 1), False), (str(NOW.year), False), ("", False)]
)
def test_words_of_theirs_carry_a_year_where_it_says_something(year: str, *, dated: bool) -> None:
    leads = quote_leads("A chart is a promise", "said", year, NOW.year)
    assert any("In 2019" in lead for lead in leads) is dated
    assert all("“A chart is a promise”" in lead and "you said" in lead.lower() for lead in leads)
    assert quote_leads("", "said", year, NOW.year) == ()


PARTS = ("wonder", "in_case", "reading", "case", "doubt", "retell")


def test_a_note_gives_what_can_be_said_and_nothing_is_invented() -> None:
    lines = read("notes")["lines"]
    noted = [read_note(line["note"], NAMES, language()) for line in lines]
    made = [{part: found for part in PARTS if (found := getattr(one, part))} for one in noted]
    assert made == [{part: line[part] for part in PARTS if line.get(part)} for line in lines]
    wrong = [
        (line["note"], one.signs)
        for line, one in zip(lines, noted, strict=True)
        if set(line.get("signs", ())) - one.signs or set(line.get("unlike", ())) & one.signs
    ]
    assert wrong == []


def test_the_case_that_speaks_of_the_passage_goes_before_others() -> None:
    note = "I rent a room in Leer. I draw charts at night."
    assert read_note(note, NAMES, language(), "A chart is a promise to a crew.").case == "I draw charts at night"
    assert read_note(note, NAMES, language(), "A room in Leer costs a boat.").case == "I rent a room in Leer"


def test_of_what_was_only_thought_of_nothing_turned_out() -> None:
    note = "how did it turn out?"
    assert read_note(note, NAMES, language(), "I closed the yard that winter.").wonder == "How did it turn out?"
    only_thought_of = "I'd have closed the yard that winter."
    assert read_note(note, NAMES, language(), only_thought_of) == NOTHING_NOTED
    assert read_note("who paid the yard?", NAMES, language(), only_thought_of).wonder == "Who paid the yard?"


def test_no_note_is_nothing_noted() -> None:
    assert read_note("", NAMES, language()) == NOTHING_NOTED


@lines("straight", "goal", "asked")
def test_a_goal_is_asked_straight_out_or_not_at_all(given: str, wanted: str) -> None:
    asked = asked_straight(Goal(id="g1", text=given), NAMES, language())
    assert asked.question == wanted


@pytest.mark.parametrize("line", read("retold")["lines"], ids=lambda line: line["text"][:60])
def test_a_marked_sentence_too_long_to_quote_is_retold_or_left_alone(line: dict[str, str]) -> None:
    tell = ("wrote", line.get("year", ""), NOW.year)
    told = retold(line["text"], line.get("marked", line["text"]), tell, language())
    assert next(iter(told), "") == line["told"]


@lines("quotes", "passage", "quote")
def test_a_quote_stands_alone_or_there_is_none(given: str, wanted: str) -> None:
    quote = quote_of(given, language())
    assert quote == wanted
    assert quote in given
    assert len(quote.split()) <= MOST


@pytest.mark.parametrize("line", read("quotes")["marked"], ids=lambda line: line["passage"][:60])
def test_a_marked_passage_gives_quotes_that_say_what_it_says(line: dict[str, str]) -> None:
    quotes = marked_quotes(line["passage"], stems(line["note"]), language())
    assert all(quote in line["passage"] and len(quote.split()) <= MARKED_MOST for quote in quotes)
    assert line.get("never") not in quotes
    assert "first" not in line or quotes[0] == line["first"]


def test_the_kind_of_a_goal_is_guessed_right_but_for_the_known_ones() -> None:
    data = read("goal_kinds")
    wrong = [goal["text"] for goal in data["goals"] if guess_goal_kinds(goal["text"])[0] != goal["kind"]]
    assert wrong == data["known"]
    assert len(wrong) <= (1 - RIGHT) * len(data["goals"])


def test_there_are_forty_goals_of_every_kind() -> None:
    goals = read("goal_kinds")["goals"]
    assert len(goals) == len({goal["text"] for goal in goals}) == 40
    assert len({goal["kind"] for goal in goals}) == 11
