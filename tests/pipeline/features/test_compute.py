import numpy as np
import pytest

from scrapers.page import Block, Place
from server.pipeline.features.compute import compute, shingles
from tests.pipeline.made import extract, language, row


def test_there_is_one_mark_and_one_vector_a_passage_in_their_order() -> None:
    read = extract("I left the ward. Ask the porter.", row("Planner", "Skerry Ferries", "2014"))
    features = compute(read, language())
    assert len(features.marks) == len(features.vectors) == len(features.contexts) == len(read.passages) == 3
    assert "move" in features.marks[0].cues
    assert features.marks[1].words == 3


def test_a_context_holds_some_of_the_paragraph_and_the_title() -> None:
    read = extract("It failed twice. The orchard was too wet.", title="Growing plums")
    features = compute(read, language())
    [query] = language().embed(["orchard plums"])
    assert features.contexts[0] @ query > features.vectors[0] @ query
    assert np.linalg.norm(features.contexts, axis=1) == pytest.approx([1, 1], abs=1e-4)


def test_a_page_without_a_passage_has_vectors_of_nothing() -> None:
    features = compute(extract(), language())
    assert (features.vectors.shape, features.page_vector.shape, features.words) == ((0, 512), (512,), 0)
    assert features.shingles == frozenset()


def test_copies_share_their_shingles_and_other_texts_do_not() -> None:
    text = "We dug nine ponds above the mill and two of them held."
    assert shingles(text) == shingles(text.upper())
    assert not shingles(text) & shingles("Nobody asked the night porter before the ward was moved.")
    assert len(shingles("two words")) == 1


def test_a_page_that_quotes_another_in_full_has_shingles_of_its_own() -> None:
    quoted = Block("We dug nine ponds above the mill and two of them held.", Place.QUOTE)
    answer = "I read this twice before I saw what the writer leaves out of it."
    assert compute(extract(quoted, answer), language()).own_shingles == shingles(answer)
    plain = compute(extract(answer), language())
    assert plain.own_shingles == plain.shingles


def test_the_same_page_gives_the_same_features() -> None:
    one, other = (compute(extract("I left the ward."), language()) for _ in range(2))
    assert one.shingles == other.shingles
    assert (one.vectors == other.vectors).all()
