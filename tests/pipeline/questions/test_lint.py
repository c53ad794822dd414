"""The linter as a whole: spans in the question as typed, what is masked, the one hint worth showing, how fast it is."""

import time

import pytest

from server.model import Finding, Part, Severity
from server.pipeline.privacy.spans import categories
from server.pipeline.questions.lint import RULES, WORTH_SHOWING, Setting, lint, worth_showing
from server.pipeline.questions.lint.patterns import lexicon
from server.pipeline.questions.lint.prepare import prepare
from server.pipeline.questions.lint.queries import core, queries

# One plain question for each of many ways to ask: none of them may ever be marked.
GOOD = (
    "You left the harbour for a school of six pupils in 2015; what tipped it?",
    "Going from choir to newsroom, which habit did you have to drop first?",
    "You took over the Halden lock last spring; what did you decide to leave alone?",
    "How did the first ten stalls on the square come about?",
    "What was different about the archive the second time?",
    "You trained as a surveyor; when did that stop being the plan?",
    "You wrote 'a map is a promise'; which map taught you that?",
    "Where have you seen raised walls stop working?",
    "In 2012 you favoured walls, by 2020 meadows; what happened in between?",
    "I've read two versions of how the ferry closed; how would you tell it?",
    "When your team says 'walking the line', what are they actually doing?",
    "Your essay ends on who pays for dredging; what have you learned about that since?",
    "Which chapter of Low Water did anglers argue with?",
    "The last time you walked a levee, where did the hours go?",
    "You took complaints from forty to nine a month; which change did most of it?",
    "You've written about closing the Leer shop; what did you carry from it into the press?",
    "When a beginner shows you a tide table, what do you look at first?",
    "You tell people to publish weekly; I have two evenings a month, so which part should I start with?",
    "My plan is two stalls by May, then an oven; what would you change first?",
    "I'm assuming a master's is optional at the lock; where is that off?",
    "You've done both agency and in-house; what did each one cost you?",
    "Who would disagree with you about dredging and be worth hearing?",
    "I'll try the site visit by June; how would you like to hear how it went?",
)


def found(question: str, setting: Setting | None = None) -> dict[str, Finding]:
    return {finding.id: finding for finding in lint(question, setting or Setting())}


@pytest.mark.parametrize("question", GOOD)
def test_a_good_question_is_left_alone(question: str) -> None:
    assert [one.id for one in lint(question) if one.severity is not Severity.INFO] == []


@pytest.mark.parametrize(
    "question, rule, marked",
    [
        ("- Did   you like it, and “are you hiring” there?", "L01", "Did"),
        ("You wrote “are you hiring?”;  are  you hiring?", "L14", "are  you hiring"),
        ("3) What’s a  typical  day like?", "L11", "typical  day"),
        ("‘Are you hiring’ was the title; what is your salary?", "L15", "your salary"),
        ("• How old are you?", "L16", "How old are you"),
    ],
)
def test_a_span_is_a_place_in_the_question_as_typed(question: str, rule: str, marked: str) -> None:
    start, end = found(question)[rule].span
    assert question[start:end] == marked


def test_a_span_never_leaves_the_question() -> None:
    for question in ("?", "  ", "'", "“”", "Why?", "- ", "Who? What?\n", "a" * 3000, "'quoted'?"):
        for finding in lint(question):
            assert 0 <= finding.span[0] <= finding.span[1] <= len(question)


def test_nothing_typed_is_nothing_found() -> None:
    assert lint("   ") == ()


@pytest.mark.parametrize(
    "typed, masked",
    [
        ("You wrote “don’t ask”; why?", "You wrote QUOTE; why?"),
        ("Don't the nurses' notes say 'it's over' at the end?", "Don't the nurses' notes say QUOTE at the end?"),
        ('You said "who pays?" and left', "You said QUOTE and left"),
        ("In Low Water you stop early", "In QUOTE you stop early"),
        ("Tell me about yourself", "Tell me about yourself"),
    ],
)  # fmt: skip
def test_their_own_words_and_titles_are_masked(typed: str, masked: str) -> None:
    assert prepare(typed, titles=("Low Water", "About", "Me")).masked == masked


def test_words_of_theirs_never_trip_a_rule() -> None:
    assert found("You wrote 'are you hiring, how much do you make'; what had you just heard?") == {}


def test_an_abbreviation_ends_no_sentence() -> None:
    assert len(prepare("You asked Dr. Weil of St. Anne; what did she say?").sentences) == 1


@pytest.mark.parametrize(
    "question, opener, asks",
    [
        ("When you left the harbour, what tipped it?", "what", "wh"),
        ("In which year did it close?", "which", "wh"),
        ("What tipped it, do you think?", "What", "wh"),
        ("Since you know what works, would you do it again?", "would", "aux"),
        ("Had you known, what would you have kept?", "what", "wh"),
        ("Will Larsen's map ends at the lock; who drew the rest?", "who", "wh"),
    ],
)
def test_the_core_is_where_the_asking_begins(question: str, opener: str, asks: str) -> None:
    query = core(question)
    assert query is not None
    assert (question[query.start :].startswith(opener), query.asks) == (True, asks)


def test_a_clause_that_asks_nothing_is_no_query() -> None:
    assert [query.word for query in queries("What you know and how you know it matters when you leave")] == []


def test_the_first_question_of_a_talk_must_not_be_a_stock_one() -> None:
    assert found("How did you get started?")["L11"].severity is Severity.WARN
    assert found("How did you get started?", Setting(slot=1))["L11"].severity is Severity.ERROR


def test_words_they_use_of_themselves_may_be_used_back() -> None:
    assert "L08" in found("What do you check since the failure?")
    assert "L08" not in found("What do you check since the failure?", Setting(own_words=frozenset({"failure"})))


def test_what_the_passage_or_the_seeker_says_is_no_praise_when_it_is_said_back() -> None:
    question = "You sold the amazing boat in 2019; what did the crew say?"
    assert "L09" in found(question)
    assert "L09" in found(question, Setting(told=frozenset({"boat", "crew"})))
    assert "L09" not in found(question, Setting(told=frozenset({"amazing", "boat"})))


def test_one_word_that_was_told_excuses_no_other() -> None:
    question = "You sold the amazing boat to a brilliant crew; what did they say?"
    assert "L09" in found(question, Setting(told=frozenset({"amazing"})))


def test_a_quote_counts_as_one_word_before_the_question_but_not_in_its_length() -> None:
    quoted = (
        "the night boat waits for the pilot and the pilot waits for the fog and the fog waits for nobody on the quay"
    )
    question = f"You wrote “{quoted}” and then “{quoted}”; what came of it?"
    assert "L05" not in found(question)
    assert "L06" in found(question)


def test_private_life_that_is_their_public_work_may_be_asked_about() -> None:
    question = "How does your religion shape the column?"
    assert "L16" in found(question)
    assert "L16" not in found(question, Setting(topics=frozenset({"religion"})))


def test_thanks_and_context_belong_to_the_opening() -> None:
    question = "I loved the tide tables; what made you start them?"
    assert "L10" in found(question)
    assert "L10" not in found(question, Setting(part=Part.OPENER))


def test_an_abbreviation_of_their_pages_is_no_jargon() -> None:
    assert "L18" in found("What did the XRQ want?", Setting(capitals=frozenset({"BBC"})))
    assert "L18" not in found("What did the BBC want?", Setting(capitals=frozenset({"BBC"})))


def test_nobody_can_say_anyone_before_pages_were_read() -> None:
    assert "L22" not in found("What makes a good manager?")


@pytest.mark.parametrize(
    "question, rule",
    [
        ("Are you hiring, and do you have kids?", "L14"),
        ("Do you have kids, and where do they go to school?", "L16"),
        ("How did you find it and who paid for it?", "L03"),
        ("What is a typical day?", None),
        ("How do openings get filled?", None),
        ("What tipped it?", None),
    ],
)
def test_at_most_one_hint_is_worth_showing(question: str, rule: str | None) -> None:
    hint = worth_showing(lint(question))
    assert (hint.id if hint else None) == rule


def test_the_table_names_each_rule_once_and_hints_are_rules() -> None:
    ids = [rule.id for rule in RULES]
    assert ids == sorted(ids)
    assert len(set(ids)) == len(ids) == 24
    assert set(WORTH_SHOWING) < set(ids)


def test_every_message_is_short_and_says_no_rule_number() -> None:
    lines = [
        *GOOD,
        "Did you?",
        "How old are you?",
        "Are you hiring?",
        "Your move.",
        "Any tips?",
        "What is your salary?",
    ]
    for finding in (one for line in lines for one in lint(line)):
        assert len(finding.message.split()) <= 25
        assert not finding.message.startswith("L")


def test_categories_of_private_life_are_those_that_pages_are_masked_by() -> None:
    assert set(lexicon("bounds")["personal"]) <= categories()


@pytest.mark.parametrize("paste", ["what, ", "is it, ", "'a ", "What and who? ", "A of B "])
def test_a_pasted_page_costs_no_more_than_its_length_would_let_one_think(paste: str) -> None:
    def took(letters: int) -> float:
        text = paste * (letters // len(paste))
        began = time.thread_time()
        assert lint(text)
        return time.thread_time() - began

    # Four times the length: sixteen times the work would be a pattern that looks back over and over.
    assert min(took(8_000) for _ in range(3)) < 12 * max(took(2_000) for _ in range(3))
