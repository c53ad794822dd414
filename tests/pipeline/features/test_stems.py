from server.pipeline.features.stems import folded, stem_list, stems, words


def test_forms_of_one_word_have_one_stem() -> None:
    assert stems("planning plans planned") == stems("plan")


def test_words_that_stand_in_every_text_have_none() -> None:
    assert stems("It is what it was, and they would have been there.") == frozenset()


def test_a_curly_apostrophe_and_a_ligature_make_no_other_word() -> None:
    assert words("The nurse’s oﬃce") == words("the nurse's office")
    assert stems("nurse’s") == stems("nurse")


def test_numbers_count_and_single_letters_do_not() -> None:
    assert stems("7 x 2019") == {"7", "2019"}


def test_a_list_keeps_order_and_repeats() -> None:
    assert stem_list("wards, more wards and a nurse") == ["ward", "ward", "nurs"]


def test_letters_of_other_languages_stay_letters() -> None:
    assert words("Frühjahr in Tromsø") == ["frühjahr", "in", "tromsø"]
    assert folded("ＡＢ") == "ab"
