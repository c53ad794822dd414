"""Private life that no word names: what is guessed, what is not, and that the weights are those of the sentences that lie there."""

import pytest

from bench.privacy.sentences import WORK, digest, written
from server.model import Interviewee
from server.pipeline.identity.names import Names
from server.pipeline.privacy.guess import GUESSED, sounds_private, telling, weights
from server.pipeline.privacy.hits import known_hits, private_hits
from server.pipeline.privacy.spans import is_private, private_spans, redact

DANA = Names.of(Interviewee(name="Dana Okafor"))
GUESS = "We carried him up the hill in the rain, the six of us who were left from the class."


def test_the_weights_are_made_from_the_sentences_that_lie_there() -> None:
    assert weights().made_from == digest()  # else: python -m bench.privacy --write


def test_a_sentence_that_names_nothing_private_may_still_sound_of_it() -> None:
    assert known_hits(GUESS) == ()
    [span] = private_spans(GUESS, DANA)
    assert (span.start, span.end, span.category) == (0, len(GUESS), GUESSED)


def test_a_guess_can_say_which_words_it_hangs_on() -> None:
    assert telling(GUESS)
    assert telling("") == ()


def test_what_a_word_says_is_not_guessed_again() -> None:
    assert GUESSED not in {
        hit.category for hit in private_hits("My wife and I were left with the cat when it was over.")
    }


def test_a_title_is_no_sentence_and_is_not_guessed_at() -> None:
    assert redact(GUESS, DANA) == GUESS


def test_of_somebody_who_works_with_lives_nothing_is_guessed() -> None:
    assert is_private(GUESS, DANA)
    assert not is_private(GUESS, DANA, frozenset({"death"}))


@pytest.mark.parametrize("line", ["", "Alone again.", "1999", "…"])
def test_a_short_line_says_too_little_to_guess_at(line: str) -> None:
    assert not sounds_private(line)


def test_most_of_what_was_learnt_from_is_judged_rightly() -> None:
    """No measure of strangers' sentences, which `python -m bench.privacy` gives: it only falls when something has broken."""
    lines = written()
    life, work = ([one for one in lines if (one.style == WORK) is wanted] for wanted in (False, True))
    assert sum(is_private(one.text, DANA) for one in life) >= 0.85 * len(life)
    assert sum(is_private(one.text, DANA) for one in work) <= 0.05 * len(work)
