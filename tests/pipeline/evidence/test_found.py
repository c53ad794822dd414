from dataclasses import replace

from server.pipeline.evidence.found import Found
from server.pipeline.features.once import once
from tests.pipeline.made import found

ASKED: list[str] = []


@once
def letters(one: Found) -> int:
    ASKED.append(one.evidence.exact)
    return len(one.evidence.exact)


def test_a_passage_is_looked_at_once_whatever_it_weighs_and_one_with_other_words_anew() -> None:
    ASKED.clear()
    one = found("I moved the night ward in 2016.")
    other = replace(one, evidence=one.evidence.model_copy(update={"exact": "I moved it."}))
    assert [letters(one), letters(one.weighed(9.0, ("year",))), letters(other)] == [31, 31, 11]
    assert ASKED == ["I moved the night ward in 2016.", "I moved it."]


def test_a_passage_with_another_score_is_the_same_passage() -> None:
    one = found("I moved the night ward in 2016.")
    assert one.weighed(9.0, ("year",)) == replace(one, score=9.0, reasons=("year",))
