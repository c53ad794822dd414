import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.model import Interview, Interviewee
from server.pipeline.identity.names import Names
from server.pipeline.privacy.hits import tactless
from server.pipeline.privacy.lexicon import lexicon
from server.pipeline.privacy.spans import (
    categories,
    is_private,
    mostly_private,
    private_spans,
    public_part,
    public_work,
    redact,
)

LINES = Path(__file__).parents[2] / "privacy"
DANA = Names.of(Interviewee(name="Dana Okafor"))
MARKED = re.compile(r"\[([^\]]+)\]")


def lines(file: str) -> list[str]:
    text = (LINES / file).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def cut(text: str, names: Names = DANA) -> list[str]:
    return [text[span.start : span.end] for span in private_spans(text, names)]


def left(text: str, names: Names = DANA) -> str | None:
    part = public_part(text, private_spans(text, names))
    return text[part[0] : part[1]] if part else None


def gives_away(category: str, marked: str) -> bool:
    """Whether something private of a line of ours is still there once its spans are cut."""
    text = MARKED.sub(r"\1", marked)
    private = MARKED.findall(marked)[-1:] if category == "contact" else MARKED.findall(marked)
    return not cut(text) or any(word in (left(text) or "") for word in private)


@pytest.mark.parametrize("category", sorted({line.partition(" | ")[0] for line in lines("private.txt")}))
def test_nothing_private_is_left_in_what_may_be_quoted(category: str) -> None:
    assert category in categories()
    told = [marked for kind, _, marked in (line.partition(" | ") for line in lines("private.txt")) if kind == category]
    assert [marked for marked in told if gives_away(category, marked)] == []


def test_work_that_has_a_private_word_in_it_stays() -> None:
    assert [(line, cut(line)) for line in lines("innocent.txt") if cut(line)] == []


def test_there_are_lines_of_every_category() -> None:
    told = {line.partition(" | ")[0] for line in lines("private.txt")}
    assert told >= categories() - {"birth", "childhood", "address"}
    assert len(lines("private.txt")) >= 80
    assert len(lines("innocent.txt")) >= 80


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I turned forty last year, and I left the agency in the same month.", "I left the agency in the same month."),
        (
            "At fifteen I read the whole shelf of tide tables in a week.",
            "I read the whole shelf of tide tables in a week.",
        ),
        (
            "I closed the desk in May, which nobody had expected; my wife was ill.",
            "I closed the desk in May, which nobody had expected",
        ),
        (
            "I kept the press because I like the noise it makes, my father said.",
            "I kept the press because I like the noise it makes",
        ),
        ("My daughter is six.", None),
        ("After my divorce, quickly and without a plan, to Lisbon.", None),
        ("I sold the shop when my son was born.", None),
        ("My mother, who ran it, the till, the books and the yard at night.", None),
        ("We kept the old name of the shop.", "We kept the old name of the shop."),
    ],
)
def test_what_is_left_is_a_whole_clause_or_nothing(text: str, expected: str | None) -> None:
    assert left(text) == expected


def test_a_name_that_has_a_private_word_in_it_is_a_name() -> None:
    assert cut("I learned typesetting at Mother Goose Letterpress in Ghent.") == []
    assert cut("She edits the Journal of Family Systems.") == []


def test_a_heading_with_capitals_throughout_is_no_name() -> None:
    assert cut("My Divorce And What It Taught Me About Contracts")


def test_a_party_a_union_and_a_church_are_private_as_names_too() -> None:
    assert cut("I am a member of the Green Party.")
    assert cut("She joined the National Writers Union.")


def test_a_work_topic_is_told_from_a_life() -> None:
    assert cut("I write about divorce for a trade paper.") == []
    assert cut("I write at night since the divorce.") == ["divorce"]


def test_a_name_after_a_relation_goes_with_it() -> None:
    assert cut("My brother Theo wrote the first version.") == ["My brother Theo"]


def test_what_they_work_on_stays() -> None:
    text = "After the chemotherapy she hands every patient a notebook."
    assert not is_private(text, DANA, frozenset({"health"}))
    assert is_private(text, DANA)


@pytest.mark.parametrize("text", ["I had surgery on my spine.", "Her cancer came back.", "My husband is a nurse, too."])
def test_whoever_works_on_health_or_families_still_has_their_own(text: str) -> None:
    assert is_private(text, DANA, frozenset({"health", "family"}))


def test_public_work_is_what_the_headline_says_and_never_age_or_address() -> None:
    def work(headline: str, name: str = "Dana Okafor") -> frozenset[str]:
        interview = Interview(interviewee=Interviewee(name=name, headline=headline))
        return public_work(interview, Names.of(interview.interviewee))

    assert work("Hospice nurse, writes about grief") == {"death", "health"}
    assert work("Rabbi and youth worker") == {"religion"}
    assert work("Marguerite Church, bridge engineer", "Marguerite Church") == frozenset()
    assert work("Night editor, turned 40") == frozenset()


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u2011"])
def test_a_hyphen_of_any_kind_hides_nothing(hyphen: str) -> None:
    assert cut(f"I went on living with post{hyphen}viral fatigue that shaped how I work.")


def test_a_title_keeps_its_place_with_the_private_stretch_left_out() -> None:
    assert redact("How my wife and I built a press", DANA) == "How … and I built a press"
    assert redact("How we built a press", DANA) == "How we built a press"


def test_a_page_is_mostly_private_when_more_than_three_in_ten_sentences_are() -> None:
    life = ["My wife is ill.", "I turned 40.", "We got married in May."]
    work = ["I edit at night.", "The desk is on the pier.", "We print at two.", "I log corrections."]
    assert mostly_private(life + work, DANA)
    assert not mostly_private(life[:1] + work, DANA)
    assert not mostly_private([], DANA)


@pytest.mark.parametrize(
    "text",
    [
        "My son was in the room when I signed.",
        "I was an idiot about contracts.",
        "It was the worst day of my career.",
        "I was fired in front of the whole floor.",
        "The year of the illness I wrote nothing.",
    ],
)
def test_a_tactless_sentence_is_never_said_to_their_face(text: str) -> None:
    assert tactless(text)


def test_a_plain_sentence_may_be_said_to_their_face() -> None:
    assert not tactless("I moved the night desk to the pier in 2019.")


EVERY_NTH = 12  # by themselves all rules are slow, which is why there is a short cut


@pytest.mark.parametrize("step", [EVERY_NTH, pytest.param(1, marks=pytest.mark.slow)])
def test_the_short_cut_leaves_out_no_rule_that_matches(step: int) -> None:
    marked = [MARKED.sub(r"\1", line.partition(" | ")[2]) for line in lines("private.txt")]
    for text in [*marked, *lines("innocent.txt")][::step]:
        matching = [rule for rule in lexicon().rules if any(m.end() > m.start() for m in rule.pattern.finditer(text))]
        possible = lexicon().possible(text)
        assert [rule for rule in matching if rule not in possible] == []


@given(st.text(max_size=200))
def test_no_text_breaks_the_masking(text: str) -> None:
    spans = private_spans(text, DANA)
    for span, following in pairwise(spans):
        assert span.end <= following.start
    part = public_part(text, spans)
    if part:
        assert 0 <= part[0] <= part[1] <= len(text)
        assert not any(span.start < part[1] and part[0] < span.end for span in spans)


@pytest.mark.parametrize(
    "text",
    ["my " * 2000, "a " * 5000, "I have " * 1000, "(" * 3000, "My very " * 500 + "wife", "1 " * 3000, "a" * 20_000],
)
def test_a_hostile_passage_takes_no_time(text: str) -> None:
    assert isinstance(private_spans(text, DANA), tuple)
