import pytest

from server.pipeline.questions.material.agreement import agreed
from tests.pipeline.made import language


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("after ten winters the harbour find more money", "after ten winters the harbour finds more money"),
        ("my boss want to keep me", "my boss wants to keep me"),
        ("the pilot do the charts at night", "the pilot does the charts at night"),
        ("one person make the decision", "one person makes the decision"),
        ("the museum carry the cost of it", "the museum carries the cost of it"),
        ("I think my boss want to keep me", "I think my boss wants to keep me"),
        ("we lose the grant because the museum make no money", "we lose the grant because the museum makes no money"),
        ("I know the papers, but my old boss want to keep me", "I know the papers, but my old boss wants to keep me"),
    ],
)
def test_a_verb_that_lost_its_s_gets_it_back(text: str, mended: str) -> None:
    assert agreed(text, language()) == mended


@pytest.mark.parametrize(
    "text",
    [
        "a pilot can learn the charts in two weeks",  # after another verb
        "we let the county archive take the lot",
        "the council want certainty",  # said either way
        "the two of us carry it",
        "our harbour board vote was close",  # no verb
        "nobody else would offer",
        "labs come before the experiment",
        "the teachers in my school want more time",
        "my boss and the director want to keep me",
        "the people at the museum make the plans",
        "most jobs in the field require a degree",
        "the others in the office say no to it",
        "two friends of my sister run a shop",
        "people who know my boss want to leave",
        "in my school the teachers and the director want more time",
        "",
    ],
)
def test_what_agrees_or_may_stand_so_is_left(text: str) -> None:
    assert agreed(text, language()) == text
