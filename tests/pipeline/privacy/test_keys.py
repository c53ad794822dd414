"""Words by which a pattern can be told not to match, so that it is not tried."""

import pytest

from server.pipeline.privacy.index import grams
from server.pipeline.privacy.keys import keys_of
from server.pipeline.privacy.lexicon import lexicon


@pytest.mark.parametrize(
    ("pattern", "keys"),
    [
        (r"\bfuneral\b", {"funer"}),
        (r"\bmy\ grave\b", {"grave"}),
        (r"\b(?:coffin|urn)s?\b", {"coffi", "urn"}),
        (r"\bmarr(?:y|ied)\b", {"marr"}),
        (r"\b(?:the\ )?urn\b", {"urn"}),
        (r"\bgraves?\b", {"grave"}),
        (r"\bwidow\b(?!\ of\ the\ trade)", {"widow"}),
        (r"\bs[áa]mi\b", {"sami"}),
        (r"\b(?:coffin|\d+)\b", set()),
        (r"\b(?:coffin)?\ lid\b", {"lid"}),
        (r"\bMénière\b", {"menie"}),
    ],
)
def test_the_rarest_words_that_every_match_has_are_its_keys(pattern: str, keys: set[str]) -> None:
    assert keys_of(pattern) == keys


def test_a_word_with_accents_is_looked_up_without_them() -> None:
    assert "menie" in grams("She has Ménière's.")


def test_hardly_a_rule_is_tried_on_a_line_of_work() -> None:
    assert len(lexicon().possible("The scheduler drops what it cannot place.")) < len(lexicon().rules) / 100
