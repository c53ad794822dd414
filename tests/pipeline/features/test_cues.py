import pytest

from server.pipeline.evidence.weights import CUES
from server.pipeline.features.cues import _COMPILED, cues


@pytest.mark.parametrize(
    "text, sign",
    [
        ("I left the ward in 2016.", "move"),
        ("In 2016 I left the ward.", "year"),
        ("She founded a seed library.", "founded"),
        ("He studied law in Turku.", "education"),
        ("Oddny taught me to read a rota.", "mentor"),
        ("I underestimated it and lost the lease.", "setback"),
        ("I used to plan by the hour.", "change"),
        ("I think wards need fewer doors.", "opinion"),
        ("Never cut the second board first.", "advice"),
        ("Drivers will be paid by the hour.", "prediction"),
        ("Every Friday I walk the orchard.", "practice"),
        ("It failed because nobody asked.", "reason"),
        ("We fed forty people.", "number"),
        ("A crate costs €40.", "money"),
        ("What did it cost?", "question"),
        ("Three things matter:", "list_lead"),
        ("Read more in this article.", "self_reference"),
        ("That was the hardest part.", "anaphora"),
        ("[3] See the archive.", "note_line"),
        ("© Harbour Times", "furniture"),
        ("Good orchards are made by bad pruners.", "claim"),
        ("I’ve moved it twice.", "have_done"),
        ("Walk the orchard before you draw it.", "rule"),
        ("If you have one crate, start there.", "rule"),
    ],
)
def test_a_sign_is_seen(text: str, sign: str) -> None:
    assert sign in cues(text)


@pytest.mark.parametrize(
    "text, sign",
    [
        ("i. the first item", "first_person"),
        ("Chapter 1984 opens the book.", "number"),
        ("The order form came at 10:30.", "number"),
        ("The drawing hangs in the hall.", "question"),
        ("A ward of forty beds.", "year"),
        ("They asked me what I knew of you.", "rule"),
        ("Die Werft steht am Hafen.", "move"),
    ],
)
def test_a_sign_is_not_seen_where_there_is_none(text: str, sign: str) -> None:
    assert sign not in cues(text)


def test_nothing_tells_nothing() -> None:
    assert cues("") == frozenset()


def test_every_weight_is_of_a_sign_that_can_be_seen() -> None:
    assert set(CUES) <= {name for name, _, _ in _COMPILED}
