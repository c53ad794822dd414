"""Print is as large as the paper allows."""

from server.pipeline.talk.fit import A6, PHONE, shortened, size_for

FEW = ["left Arup 2014: what tipped it"] * 6


def test_a_few_lines_are_printed_large_and_many_small() -> None:
    few, many = size_for(A6, FEW, 4), size_for(A6, FEW * 4, 4)
    assert few == 0
    assert many is not None
    assert many > few


def test_what_is_too_much_for_a_page_has_no_size() -> None:
    assert size_for(A6, FEW * 12, 4) is None


def test_a_taller_paper_takes_larger_print() -> None:
    a6, phone = size_for(A6, FEW * 5, 4), size_for(PHONE, FEW * 5, 4)
    assert a6 is not None
    assert phone is not None
    assert phone < a6


def test_letters_that_are_wide_count_twice() -> None:
    assert (size_for(A6, ["堤防を見直す話をもう一度" * 4] * 16, 4) or 9) > (size_for(A6, ["a" * 48] * 16, 4) or 0)


def test_a_text_is_cut_between_words_and_says_so() -> None:
    assert shortened("Decide whether to leave", 23) == "Decide whether to leave"
    assert shortened("Decide whether to leave", 20) == "Decide whether to…"
    assert shortened("x" * 30, 10) == "x" * 9 + "…"
