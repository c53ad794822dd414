"""A cue is short, says nothing that its question does not say, and can be read at a glance."""

import tomllib
from typing import Any

import pytest

from server.pipeline.questions.bank import load_bank
from server.pipeline.talk.cue import MOST_CHARS, MOST_WORDS, cue_of
from server.pipeline.talk.words import CLOSING, LEADING, plain
from tests.house import ROOT

CUES = tomllib.loads((ROOT / "tests/cues.toml").read_text("utf-8"))["cues"]
FILLED = {
    "did": "You left the harbour board in 2019.",
    "they_said": "You wrote “good maps are never finished”.",
    "quote": "good maps are never finished",
    "quote_then": "maps can be finished",
    "work": "The last survey",
    "year": "2019",
    "year_then": "2011",
    "org": "the Tidewell Trust",
    "org_before": "the harbour board",
    "unknown": "who looks after the dams",
    "unit": "weeks",
    "act_after": "you opened a school",
    "person": "Ruth Adeyemi",
    "who": "two people who survey rivers",
    "choice": "between two offers",
    "topic": "how a survey is done",
    "marked": "You wrote “good maps are never finished”.",
    "assumption": "I'm assuming the pay cut will hurt most",
    "here_is": "Here's",
    "show": "my two-page survey of the upper valley",
    "plan": "say yes to the offer in February",
    "plan_short": "say yes to the offer",
    "wish": "I'd like to learn how a survey is done",
    "fact": "I have two evenings a week",
    "said": "maps are never finished",
    "said_then": "maps can be finished",
}
BANK = {
    move.id: [
        wording.format_map({key: FILLED.get(key, "the field survey") for key in _slots(wording)})
        for wording in move.ask
        for _slots in [lambda text: {part.split("}")[0] for part in text.split("{")[1:]}]
    ]
    for move in load_bank().moves
}
FLOOR = 0.95  # of the questions in cues.toml


def lacks(known: dict[str, Any]) -> list[str]:
    """What a cue should hold and does not."""
    cue = cue_of(known["question"]).lower()
    return [group for group in known["must"] if not any(words.lower() in cue for words in group.split("|"))]


def test_from_nineteen_cues_in_twenty_one_knows_what_to_ask() -> None:
    poor = {known["question"]: (cue_of(known["question"]), lacks(known)) for known in CUES if lacks(known)}
    told = len(CUES) - len(poor)
    assert told >= FLOOR * len(CUES), f"{told} of {len(CUES)}: {poor}"


@pytest.mark.parametrize("questions", [*BANK.values(), [known["question"] for known in CUES]], ids=[*BANK, "said"])
def test_a_cue_is_short_ends_whole_and_speaks_of_nothing_its_question_does_not(questions: list[str]) -> None:
    for question in questions:
        stands_beside(question)


def stands_beside(question: str) -> None:
    cue = cue_of(question)
    assert 1 <= len(cue.split()) <= MOST_WORDS
    assert len(cue) <= MOST_CHARS
    topic, colon, asked = cue.partition(": ")
    said = {plain(word) for word in question.replace("yes or no", "yes-or-no").split()}
    assert {plain(word) for word in topic.split()} <= said | {"…"} or topic.endswith("…")
    assert not colon or asked
    last = plain(topic.split()[-1])
    assert topic.endswith("…") or last not in LEADING - CLOSING - {"made", "taken"} or not colon


@pytest.mark.parametrize(
    "question, turn",
    [
        ("You never wanted a desk job. What changed?", "never"),
        ("You wrote “The hard part is that nobody says no to you any more”. What helped you with that?", "nobody says no"),
        ("You said you would not do the doctorate again. What would you do instead?", "not"),
        ("You said “don't open until there are three of you”. Where would you start?", "don't open…"),
        ("You said “If the roof leaks, nobody writes poems about the rain in the valley”. What would you do about that?", "If"),
        ("I'm assuming without the degree nobody lets me near a booth; where am I wrong?", "without"),
    ],
)  # fmt: skip
def test_what_turns_the_sense_stays_in_the_cue(question: str, turn: str) -> None:
    assert turn in cue_of(question)


def test_a_short_question_is_its_own_cue() -> None:
    assert cue_of("why did you leave the ministry?") == "why did you leave the ministry"


@pytest.mark.parametrize(
    "question", ["", "?", "…", "   ", "“”", "x" * 500, "a " * 250, "what " * 90 + "?", "¿" * 40, "“" * 30]
)
def test_nothing_that_can_be_typed_makes_it_fail_or_go_on_for_long(question: str) -> None:
    assert len(cue_of(question)) <= MOST_CHARS
