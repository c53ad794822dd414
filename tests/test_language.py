import numpy as np
import pytest

from server.language import Lexical, load

BOTH = pytest.mark.parametrize("name", ["lexical-512", ""], ids=["lexical", "the best there is"])


@BOTH
def test_every_text_has_one_vector_of_unit_length(name: str) -> None:
    vectors = load(name).embed(["A drawing is a promise.", "Ask the porter."])
    assert vectors.shape[0] == 2
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1], abs=1e-4)


@BOTH
def test_no_text_has_no_vectors_and_a_text_without_words_a_vector_of_nothing(name: str) -> None:
    language = load(name)
    assert language.embed([]).shape[0] == 0
    assert np.isfinite(language.embed(["", "…"])).all()


@BOTH
def test_texts_on_one_matter_are_nearer_than_texts_on_two(name: str) -> None:
    here, same, other = load(name).embed(["Nurses plan the ward", "How nurses plan wards", "A violin needs rosin"])
    assert here @ same > here @ other


def test_the_same_text_has_the_same_vector_in_every_process() -> None:
    assert Lexical().embed(["ward"]).argmax() == Lexical().embed(["Wards"]).argmax() == 257


def test_the_name_says_which_language_it_is() -> None:
    assert load("lexical-512").name == "lexical-512"


@pytest.mark.parametrize("text", ["The ward isn't full", "The ward isn’t full"])
def test_a_curly_apostrophe_is_no_other_grammar(text: str) -> None:
    assert ("is", "VBZ") in load("lexical-512").tag(text)


def test_punctuation_has_no_tag() -> None:
    assert [word for word, _ in load("lexical-512").tag("Well, no: ask!")] == ["Well", "no", "ask"]
