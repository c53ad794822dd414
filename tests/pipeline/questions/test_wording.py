"""Clumsy questions in words one could say: judged one by one, and what holds of every wording over our fictional people."""

import re
import tomllib
from functools import cache
from typing import Any

import pytest

from scrapers import scrape
from server.folder import read_folder
from server.model import Checked
from server.pipeline.features.compute import ReadClip, compute
from server.pipeline.features.stems import words
from server.pipeline.questions.check import check
from server.pipeline.questions.lint.queries import queries
from server.pipeline.questions.wording.near import matters
from server.pipeline.questions.wording.spelled import clumsy, spelled
from server.pipeline.typed import check_typed, made_for
from tests.house import ROOT
from tests.pipeline.made import interview, language, page

CASES = tomllib.loads((ROOT / "tests/typed.toml").read_text("utf-8"))["typed"]
PEOPLE = ("renee-achterberg", "gwilym-haddow", "dervla-quarrie")
SHORTHAND = re.compile(r"\b(?:u|ur|r|idk|im|ive|dont|cant|whats|gonna|wanna|pls|lol)\b", re.IGNORECASE)
THIRD = re.compile(r"\b(?:he|she|his)\b", re.IGNORECASE)


def test_a_clumsy_question_is_offered_as_it_was_judged() -> None:
    made = check_typed([case["asks"] for case in CASES], interview(), [], language())
    assert [(found.question, found.offers, found.waits, found.help) for found in made] == [
        judged(case) for case in CASES
    ]


def judged(case: dict[str, Any]) -> tuple[str, tuple[str, ...], tuple[str, ...], str]:
    say = (case["say"],) if "say" in case else ()
    return case["asks"], (*say, *case.get("also", ())), tuple(case.get("waits", ())), case.get("help", "")


@cache
def told(slug: str) -> tuple[Checked, ...]:
    folder = read_folder(ROOT / "tests/people" / slug / "dossier.json")
    extracts = [(clip, scrape(folder.pages[clip.id])) for clip in folder.interview.clips]
    read = [ReadClip(clip, extract, compute(extract, language(""))) for clip, extract in extracts]
    setting, answers = made_for(folder.interview, read, language(""))
    return tuple(check(case["asks"], setting, answers) for case in CASES)


@pytest.mark.parametrize("slug", [PEOPLE[0], *(pytest.param(slug, marks=pytest.mark.slow) for slug in PEOPLE[1:])])
def test_every_wording_is_one_open_question_that_can_be_said(slug: str) -> None:
    for found in told(slug):
        assert len(found.offers) <= 3
        for offer in found.offers:
            assert offer.endswith(("?", ".")), offer
            assert len(offer.split()) <= 30, offer
            assert offer[0].isupper() or offer[0] == "“", offer
            assert not SHORTHAND.search(re.sub(r"“[^”]*”", "", offer)), offer
            assert not THIRD.search(re.sub(r"“[^”]*”", "", offer)), offer
            assert not any(one.asks == "aux" for one in queries(offer)) or offer.startswith("Could you tell me"), offer


@pytest.mark.parametrize("slug", [PEOPLE[0], *(pytest.param(slug, marks=pytest.mark.slow) for slug in PEOPLE[1:])])
def test_where_no_wording_is_honest_one_kind_line_says_what_would_help(slug: str) -> None:
    for found in told(slug):
        assert not (found.offers and found.help)
        silent = not found.offers and not found.help
        assert not silent or words(spelled(found.question)) == words(found.question), found.question


FERRIES = page(
    "I left the ferries in 2014. I was tired of timetables.",
    "We moved six looms to Vassbo in one winter.",
    *(f"In year {n} the workshop by the harbour took in {n} chairs, each with a box of parts." for n in range(1, 12)),
    language_name="",
)


def typed(question: str) -> Checked:
    [found] = check_typed([question], interview(), [FERRIES], language(""))
    return found


def test_a_wording_stands_on_what_they_did_where_a_page_speaks_of_it() -> None:
    assert "You left the ferries in 2014. What led you to that?" in typed("why did u leave the ferries").offers
    assert not any("looms" in offer for offer in typed("why did u leave the ferries").offers)


def test_a_passage_that_shares_no_matter_with_a_question_is_not_held_to_speak_of_it() -> None:
    assert not any(one.fits for one in typed("are you happy").answered_by)
    near = typed("what about the looms in winter").answered_by
    assert all("looms" in one.exact for one in near if one.fits)
    assert any(one.fits for one in near)


def test_a_question_without_its_mark_is_a_question() -> None:
    for asks in ("u ever regret it", "whats the worst thing about it", "what if i fail", "when u left did they laugh"):
        assert "L12" not in {one.id for one in typed(asks).findings}, asks


def test_a_good_question_is_never_spelled_out() -> None:
    for asks in ("You left the ferries in 2014; what tipped it?", "Which of the two did you try first?"):
        assert not clumsy(asks)
    assert spelled("ur hiring??") == "You're hiring?"


def test_several_words_for_one_matter_count_as_one() -> None:
    assert matters("why quit") == matters("I left in May") & matters("why quit")
    assert not matters("is it worth it") & matters("I'll try to be good")
