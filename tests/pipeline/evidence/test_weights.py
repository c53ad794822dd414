from dataclasses import replace

from scrapers.page import Passage, Place
from server.model import SaidBy
from server.pipeline.evidence.weights import Setting, weigh
from server.pipeline.features.compute import Marks
from server.pipeline.features.cues import cues
from server.pipeline.features.stems import stems

PLAIN = Setting(page_words=300, depth=0.5, picked=False, shared_heading=0)


def score(text: str, said_by: SaidBy = SaidBy.OWN, setting: Setting = PLAIN, place: Place = Place.PARAGRAPH) -> float:
    marks = Marks(cues(text), stems(text), len(text.split()))
    return weigh(Passage(text, 0, len(text), place), marks, said_by, setting).among(0.3)[0]


ACT = "I left the night ward in 2016 to run the pharmacy."


def test_an_act_of_theirs_weighs_more_than_a_remark_on_the_page() -> None:
    assert score(ACT) > score("Click below to read more of this article today.")


def test_their_own_words_weigh_more_than_a_report_and_the_hosts_nothing() -> None:
    assert score(ACT) > score(ACT, SaidBy.REPORTED) > score(ACT, SaidBy.UNKNOWN) > 0 > score(ACT, SaidBy.HOST)


def test_short_advice_without_a_year_weighs_more_than_a_long_remark() -> None:
    assert (
        score("Keep a log before you ask for more.") > score("The harbour was busy and the weather rather mixed.") + 1
    )


def test_what_the_seeker_marked_weighs_more_than_anything_we_know() -> None:
    assert score("The hall was green.", setting=replace(PLAIN, picked=True)) > score("The hall was green.") + 2


def test_a_long_page_and_a_late_place_weigh_less() -> None:
    assert score(ACT, setting=replace(PLAIN, page_words=9000)) < score(ACT)
    assert score(ACT, setting=replace(PLAIN, depth=1.0)) < score(ACT) < score(ACT, setting=replace(PLAIN, depth=0.0))


def test_an_empty_page_has_a_weight_too() -> None:
    assert isinstance(score("", setting=replace(PLAIN, page_words=0)), float)


def test_the_reasons_are_the_parts_that_raised_it_most() -> None:
    marks = Marks(cues(ACT), stems(ACT), len(ACT.split()))
    weight = weigh(Passage(ACT, 0, 9, Place.PARAGRAPH), marks, SaidBy.OWN, replace(PLAIN, picked=True))
    reasons = weight.among(0.3)[1]
    assert reasons[0] == "picked"
    assert len(reasons) <= 3
