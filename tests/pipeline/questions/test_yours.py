"""What the user did to questions always wins: kept whole, held against the pages as they are, first in its tier."""

from collections.abc import Sequence

import pytest

from scrapers.page import Block
from server.model import Document, Evidence, EvidenceKind, Part, Question, QuestionEdit, SaidBy, Tier
from server.pipeline.features.compute import ReadClip
from server.pipeline.questions.yours.order import in_order
from tests.pipeline.made import document, interview, page

GOAL = "Decide by May whether to leave the ferries for the harbour school."
NOTES = (
    "I left the ferry board in 2019 because nobody on it would say no to me.",
    "The harbour school taught me to read a tide table before a timetable.",
    "We moved the night boat to Friday after counting who was on it for a year.",
    "I would never again plan a route from a desk.",
)


def question(ident: str, tier: Tier = Tier.MUST, part: Part = Part.CORE, rank: int = 1) -> Question:
    return Question(id=ident, rank=rank, tier=tier, part=part, move="m", text=f"Why {ident}?", minutes=4)


def own(ident: str, text: str = "", number: int | None = 1, tier: Tier = Tier.MUST, **more: object) -> QuestionEdit:
    made = question(ident, tier).model_copy(update={"origin": "seeker", "text": text or f"And {ident}?"})
    return QuestionEdit(question=made, number=number).model_copy(update=more)


def ours(*parts: tuple[str, Tier, Part]) -> list[Question]:
    return [question(ident, tier, part, rank) for rank, (ident, tier, part) in enumerate(parts, 1)]


OURS = ours(
    ("open", Tier.MUST, Part.OPENER),
    ("core1", Tier.MUST, Part.CORE),
    ("core2", Tier.SHOULD, Part.CORE),
    ("me1", Tier.MUST, Part.ME),
    ("next", Tier.SHOULD, Part.NEXT),
    ("later", Tier.PARKED, Part.CORE),
)


def ids(questions: Sequence[Question], tier: Tier | None = None) -> list[str]:
    return [one.id for one in questions if tier in {None, one.tier}]


def of(made: Document, ident: str) -> Question:
    return next(one for one in made.questions if one.id == ident)


def prepared(*edits: QuestionEdit, notes: Sequence[str | Block] = NOTES) -> Document:
    return document(page(*notes, title="Notes"), about=interview(GOAL, edits=edits))


def test_without_a_touch_all_stays_as_it_was() -> None:
    assert in_order(OURS, [], 30) == tuple(OURS)


def test_their_own_stand_above_ours_of_the_same_tier_the_first_one_first() -> None:
    edits = [own("b", number=2), own("c", number=None, everyone=True), own("a", number=1)]
    found = in_order(OURS, edits, 60)
    assert ids(found, Tier.MUST) == ["a", "b", "c", "open", "core1", "me1"]
    assert [one.rank for one in found] == list(range(1, len(found) + 1))
    assert ids(in_order(OURS, [own("a", tier=Tier.SHOULD)], 60), Tier.SHOULD) == ["a", "core2", "next"]


def test_what_they_moved_has_its_place_and_all_else_flows_around_it() -> None:
    moved = QuestionEdit(question=OURS[3], position=1)
    assert ids(in_order(OURS, [moved], 30), Tier.MUST) == ["me1", "open", "core1"]
    both = [moved, own("a", position=3)]
    assert ids(in_order(OURS, both, 60), Tier.MUST) == ["me1", "open", "a", "core1"]
    assert ids(in_order(OURS, [own("a", position=90)], 60), Tier.MUST)[-1] == "a"


def test_what_they_removed_does_not_come_back_as_another_question_on_the_same_passages() -> None:
    on_it = [question("x", rank=1).model_copy(update={"evidence": ("e1",)}), question("y", rank=2)]
    gone = QuestionEdit(question=question("w").model_copy(update={"evidence": ("e1",)}), removed=True)
    assert ids(in_order(on_it, [gone], 30)) == ["y"]


def test_a_question_of_ours_that_they_touched_stays_though_we_would_ask_it_no_more() -> None:
    kept = QuestionEdit(question=question("old", Tier.SHOULD, Part.CORE), pinned=True)
    assert "old" in ids(in_order(OURS, [kept], 30), Tier.SHOULD)


def test_a_tier_they_chose_stays_and_ours_make_room_for_it() -> None:
    to_park = QuestionEdit(question=OURS[1].model_copy(update={"tier": Tier.PARKED}))
    assert ids(in_order(OURS, [to_park], 30), Tier.PARKED) == ["core1", "later"]
    three = [own(name, number=at) for at, name in enumerate("abc", 1)]
    found = in_order(OURS, three, 30)
    assert ids(found, Tier.MUST) == ["a", "b", "c", "open", "me1"]
    assert ids(found, Tier.SHOULD) == ["core1", "core2", "next"]


@pytest.mark.parametrize("minutes", [15, 20, 30, 60])
def test_a_question_that_only_moved_or_was_kept_puts_off_no_other(minutes: int) -> None:
    for one in OURS:
        for edit in (QuestionEdit(question=one, pinned=True), QuestionEdit(question=one, position=1)):
            found = {question.id: question.tier for question in in_order(OURS, [edit], minutes)}
            assert found == {question.id: question.tier for question in OURS}


def test_over_all_tiers_they_stand_in_the_order_of_the_talk() -> None:
    assert ids(in_order(OURS, [QuestionEdit(question=OURS[4], pinned=True)], 30)) == ids(OURS)


def test_their_own_question_is_linted_and_carries_the_passages_it_hangs_on() -> None:
    asked = own("a", "Can you get me a job on the night boat, or was Friday a mistake?")
    four = [page(note, id=f"c{at}", title=f"Note {at}") for at, note in enumerate(NOTES, 1)]
    made = document(*four, about=interview(GOAL, edits=(asked,)))
    mine = of(made, "a")
    assert made.questions[0] == mine
    assert "L14" in {finding.id for finding in mine.lint}
    quotes = {one.id: one.exact for one in made.evidence}
    assert [quotes[ident] for ident in mine.evidence] == [
        NOTES[2]
    ]  # the others are near it, and speak of something else
    assert "a" in next(box.questions for box in made.plan.boxes if box.part is Part.CORE)


def kept_quote(exact: str, start: int) -> Evidence:
    return Evidence(
        id="e-kept",
        clip_id="c1",
        kind=EvidenceKind.OPINION,
        exact=exact,
        start=start,
        end=start + len(exact),
        said_by=SaidBy.OWN,
    )


@pytest.mark.parametrize("before", ["", "Something new stands above it now."])
def test_a_quote_is_found_where_it_stands_by_now(before: str) -> None:
    exact = "taught me to read a tide table"
    edit = own("a").model_copy(update={"quotes": (kept_quote(exact, 3),)})
    notes = [before, *NOTES] if before else NOTES
    made = prepared(edit, notes=notes)
    one = next(one for one in made.evidence if one.id == of(made, "a").evidence[0])
    text = read_text(page(*notes))
    assert text[one.start : one.end] == exact


def read_text(one: ReadClip) -> str:
    assert one.extract
    return one.extract.text


def test_a_quote_that_its_page_holds_no_more_is_not_shown_and_the_question_stays() -> None:
    edit = own("a").model_copy(update={"quotes": (kept_quote("words of an older page", 3),)})
    made = prepared(edit)
    assert of(made, "a").text == "And a?"
    assert "e-kept" not in {one.id for one in made.evidence}


def test_a_private_quote_is_not_shown_whatever_was_kept() -> None:
    secret = "My mother died of cancer that winter."
    edit = own("a").model_copy(update={"quotes": (kept_quote(secret, 0),)})
    made = prepared(edit, notes=[*NOTES, secret])
    assert secret not in made.model_dump_json()


def test_words_they_changed_stay_whatever_pages_come() -> None:
    first = prepared().questions[0]
    changed = first.model_copy(update={"text": "What did the first no sound like?", "edited": True})
    edit = QuestionEdit(question=changed, quotes=tuple(e for e in prepared().evidence if e.id in first.evidence))
    more = page("In 2024 I built a boat for the islands.", id="c2", title="Boats")
    made = document(page(*NOTES, title="Notes"), more, about=interview(GOAL, edits=(edit,)))
    assert (of(made, first.id).text, of(made, first.id).evidence) == (changed.text, first.evidence)
    gone = document(more, about=interview(GOAL, edits=(edit,)))
    assert of(gone, first.id).text == changed.text
    assert of(gone, first.id).evidence == ()


def test_an_own_question_stands_in_an_interview_without_pages() -> None:
    made = document(about=interview(GOAL, edits=(own("a"),)))
    assert ids(made.questions)[0] == "a"
