"""What a question is after, and whether a text shows that it has it."""

import pytest

from server.pipeline.questions.asked_for import asked_for, can_be_told, holds


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Why did you leave the quay?", "reason"),
        ("What tipped it?", "reason"),
        ("How much did the founders put in?", "amount"),
        ("What do you charge for a day?", "amount"),
        ("How many crossings are there in a year?", "number"),
        ("How long did it take?", "number"),
        ("Who taught you to read a tide?", "person"),
        ("When did the first boat go?", "date"),
        ("Where did you learn it?", "place"),
        ("Where should a beginner begin?", ""),
        ("What is a slack?", "meaning"),
        ("Do you still row?", "whether"),
        ("How is a timetable made?", "way"),
        ("Which chart do you use?", "choice"),
        ("Tell me about the fog.", ""),
    ],
)
def test_a_question_shows_what_it_is_after(question: str, kind: str) -> None:
    assert asked_for(question) == kind


@pytest.mark.parametrize(
    ("kind", "has", "has_not"),
    [
        ("reason", "I left because nobody asked.", "I left in the evening."),
        ("amount", "We put in two thousand euros each.", "We put in a lot of evenings."),
        ("number", "Eleven of us came.", "Some of us came."),
        ("person", "Berit Holm taught me.", "My teacher taught me."),
        ("date", "It went in March.", "It went early."),
        ("place", "I learnt it in Ghent.", "I learnt it late."),
        ("whether", "I don't row any more.", "The boat is in the shed."),
    ],
)
def test_a_text_shows_whether_it_has_it(kind: str, has: str, has_not: str) -> None:
    assert (holds(kind, has), holds(kind, has_not)) == (True, False)


def test_of_a_way_or_a_meaning_no_text_shows_that_it_has_it() -> None:
    assert not any(can_be_told(kind) for kind in ("way", "meaning", "choice", ""))
