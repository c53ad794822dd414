"""What holds of every document, whatever the pages: checked on our fictional interviews, read and prepared once."""

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import server
from scrapers import scrape
from server.actions.folder import now_of
from server.folder import read_folder
from server.model import Document, Interview, Part, Severity, Tier
from server.pipeline.brief.write import count_words
from server.pipeline.conduct import Clock, prepare
from server.pipeline.export.document import to_json
from server.pipeline.features.compute import ReadClip, compute
from server.pipeline.features.stems import stems
from server.pipeline.questions.bank import load_bank
from tests.house import ROOT
from tests.pipeline.made import NOW, language

SAMPLE = Path(server.__file__).parent / "sample" / "dossier.json"
OTHER = Path(__file__).parents[1] / "people" / "renee-achterberg" / "dossier.json"

interviews = pytest.mark.parametrize("path", [SAMPLE, OTHER], ids=["sample", "renee"])


@cache  # reading a folder twice tells nothing new
def pages(path: Path) -> tuple[Interview, tuple[ReadClip, ...]]:
    folder = read_folder(path)
    extracts = {clip.id: scrape(folder.pages[clip.id]) for clip in folder.interview.clips}
    read = [ReadClip(c, extracts[c.id], compute(extracts[c.id], language(""))) for c in folder.interview.clips]
    return folder.interview, tuple(read)


@cache
def made(path: Path) -> Document:
    interview, read = pages(path)
    return prepare(interview, read, language(""), load_bank(), Clock(now_of(interview), NOW))


@interviews
def test_every_quote_stands_word_for_word_where_it_says_and_is_short(path: Path) -> None:
    texts = {one.clip.id: one.extract.text for one in pages(path)[1] if one.extract}
    for one in made(path).evidence:
        assert texts[one.clip_id][one.start : one.end] == one.exact
        assert 0 < len(one.exact.split()) <= 45
        assert texts[one.clip_id][: one.start].endswith(one.prefix)
        assert texts[one.clip_id][one.end :].startswith(one.suffix)


@interviews
def test_the_document_is_what_the_published_schema_says(path: Path) -> None:
    published = json.loads((ROOT / "docs/schema/groundwork.brief-1.schema.json").read_text("utf-8"))
    Draft202012Validator(published).validate(json.loads(to_json(made(path))))


@interviews
def test_no_two_pieces_of_evidence_have_one_id(path: Path) -> None:
    ids = [one.id for one in made(path).evidence]
    assert len(ids) == len(set(ids))


@interviews
def test_a_line_of_the_brief_cites_at_most_three_passages_and_speaks_of_them(path: Path) -> None:
    exact = {one.id: one.exact for one in made(path).evidence}
    for section in made(path).brief.sections:
        for item in section.items:
            assert len(item.evidence) <= 3
            for ident in item.evidence:
                assert len(stems(item.text) & stems(exact[ident])) >= min(3, len(stems(exact[ident]))), item.text


@interviews
def test_no_two_lines_of_the_brief_are_alike_and_no_section_is_empty(path: Path) -> None:
    sections = made(path).brief.sections
    lines = [item.text for section in sections for item in section.items]
    assert [line for line, count in Counter(lines).items() if count > 1] == []
    assert all(section.items for section in sections)


@interviews
def test_the_brief_can_be_read_in_five_minutes_and_counts_its_words(path: Path) -> None:
    brief = made(path).brief
    assert brief.words == count_words(brief.sections) <= 700


@interviews
def test_what_they_say_themselves_stands_in_quotation_marks(path: Path) -> None:
    whose = {one.id: one.said_by.value for one in made(path).evidence}
    for section in made(path).brief.sections:
        for item in section.items:
            if section.id in {"hold", "now", "work"} and whose[item.evidence[0]] in {"own", "quoted"}:
                assert item.text.startswith("“")


@interviews
def test_the_first_goal_has_two_questions_and_every_other_one_or_a_word_on_what_is_missing(path: Path) -> None:
    document = made(path)
    asked = Counter(question.goal for question in document.questions if question.tier is not Tier.PARKED)
    missing = {gap.goal for gap in document.gaps}
    first, *others = sorted(document.goals, key=lambda goal: goal.priority)
    assert asked[first.id] >= 2
    assert [goal.id for goal in others[:2] if not asked[goal.id] and goal.id not in missing] == []


@interviews
def test_a_question_about_them_rests_on_passages_and_one_about_me_on_what_i_said_of_myself(path: Path) -> None:
    known = {one.id for one in made(path).evidence}
    for question in made(path).questions:
        assert set(question.evidence) <= known
        if question.part in {Part.OPENER, Part.CORE}:
            assert question.evidence
        if question.part is Part.ME:
            assert question.user_facts
            assert any(fact.lower() in question.text.lower() for fact in question.user_facts)


@interviews
def test_a_set_has_five_moves_no_tic_and_no_page_that_feeds_more_than_half(path: Path) -> None:
    asked = [question for question in made(path).questions if question.tier is not Tier.PARKED]
    clip_of = {one.id: one.clip_id for one in made(path).evidence}
    fed = Counter(clip_of[question.evidence[-1]] for question in asked if question.evidence)
    assert len({question.move for question in asked}) >= 5
    assert max(Counter(question.move for question in asked).values()) <= 2
    assert max(fed.values()) <= len(asked) / 2
    every = [" ".join(question.text.lower().split()[:3]) for question in made(path).questions]
    assert [opening for opening, count in Counter(every).items() if count > 1] == []


@interviews
def test_the_order_is_opener_core_me_next_close_then_what_is_parked(path: Path) -> None:
    questions = made(path).questions
    assert [question.rank for question in questions] == list(range(1, len(questions) + 1))
    asked = [list(Part).index(question.part) for question in questions if question.tier is not Tier.PARKED]
    assert asked == sorted(asked)
    assert all(question.tier is Tier.PARKED for question in questions[len(asked) :])
    assert len({question.id for question in questions}) == len(questions)


@interviews
def test_no_question_of_ours_has_an_error_or_a_warning_and_all_can_be_said_in_one_breath(path: Path) -> None:
    for question in made(path).questions:
        assert {finding.severity for finding in question.lint} <= {Severity.INFO}
        assert len(question.text.split()) <= 30


@interviews
def test_advice_on_me_is_asked_while_there_is_time(path: Path) -> None:
    me = [question for question in made(path).questions if question.part is Part.ME]
    assert [question.tier for question in me].count(Tier.MUST) == 1


@interviews
def test_every_planned_question_stands_in_one_box_of_its_part(path: Path) -> None:
    document = made(path)
    boxed = [ident for box in document.plan.boxes for ident in box.questions]
    assert boxed == [question.id for question in document.questions if question.tier is not Tier.PARKED]


@interviews
def test_what_the_seeker_marked_is_on_a_card(path: Path) -> None:
    document, interview = made(path), pages(path)[0]
    marked = {clip.id for clip in interview.clips if clip.selection}
    used = {clip.id for clip in document.clips if clip.status in {"used", "unsure"}}
    clip_of = {one.id: one.clip_id for one in document.evidence}
    with_card = {clip_of[card.evidence] for card in document.cards if card.why.startswith("You marked")}
    assert marked & used <= with_card


def test_the_same_folder_gives_the_same_document() -> None:
    interview, read = pages(OTHER)
    again = prepare(interview, read, language(""), load_bank(), Clock(now_of(interview), NOW))
    assert to_json(again) == to_json(made(OTHER))


@interviews
def test_the_card_stands_alone_within_two_hundred_words(path: Path) -> None:
    document = made(path)
    card = [item.text for part in document.brief.sections if part.id in {"card", "why"} for item in part.items]
    assert sum(len(line.split()) for line in (*card, *document.plan.opening)) <= 200
    assert len(document.plan.opening) <= 4


@interviews
def test_a_goal_offers_words_of_the_pages_and_ten_passages_of_several_pages(path: Path) -> None:
    document = made(path)
    clips = {one.id: one.clip_id for one in document.evidence}
    for goal in document.goals:
        assert 3 <= len(goal.hints_offered) <= 6
        assert goal.kind == goal.kinds[0]
        assert len(goal.evidence) == len(set(goal.evidence)) == 10
        assert len({clips[one] for one in goal.evidence}) >= 3
