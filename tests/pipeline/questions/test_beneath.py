"""What the seeker marked stands under the question it belongs to, each mark once."""

from server.model import Part, Question, Tier
from tests.pipeline.made import document, interview, page

GOAL = "Decide by May whether to leave the ferries for the harbour school."
DECIDING = "I have to decide by May whether to leave the ferries for the harbour school."
ON_FERRIES = "The ferries keep whoever has a cousin on board."
ON_FOG = "The fog came in at nine on every island of the north that year."


def asked(marked: str, note: str) -> tuple[list[Question], dict[str, str]]:
    """The questions where one line of a page is marked, and the words of each passage by its id."""
    about = interview(GOAL, assumptions=("the island pays for good charts",))
    made = document(page(marked, selection=marked, note=note, published="2019-04-02"), about=about)
    return [one for one in made.questions if one.tier is not Tier.PARKED], {one.id: one.exact for one in made.evidence}


def beneath(marked: str, note: str) -> dict[str, list[str]]:
    """By question: what stands under it."""
    questions, exact = asked(marked, note)
    return {one.text: [exact[ident] for ident in one.evidence] for one in questions}


def test_a_mark_stands_under_the_question_it_belongs_to_and_under_no_other() -> None:
    shown = beneath(ON_FERRIES, "the harbour school asks for no cousin")
    assert [text for text, lines in shown.items() if lines == [ON_FERRIES] and text.startswith(DECIDING)]
    assert sum(map(len, shown.values())) == 1


def test_why_the_question_is_asked_names_the_mark() -> None:
    questions, _ = asked(ON_FERRIES, "the harbour school asks for no cousin")
    [why] = [one.why for one in questions if one.evidence]
    assert why == f"For what you want ({GOAL.rstrip('.')}); you marked this passage, 2019."


def test_what_belongs_to_no_question_stands_under_none() -> None:
    shown = beneath(ON_FOG, "same with us last week")
    assert any(text.startswith(DECIDING) for text in shown)
    assert not any(shown.values())


def test_a_mark_that_is_asked_about_stands_under_nothing_else() -> None:
    shown = beneath(ON_FERRIES, "who kept her when she left the ferries?")
    [text] = [text for text, lines in shown.items() if lines]
    assert text.endswith("Who kept you when you left the ferries?")


def test_nothing_stands_under_whom_to_meet_and_under_the_close() -> None:
    questions, _ = asked(ON_FERRIES, "the harbour school asks for no cousin")
    assert [one.evidence for one in questions if one.part in {Part.NEXT, Part.CLOSE}] == [(), ()]
