"""Whatever order marks come in, and however often, the sheet is the same, and of each thing the last word counts."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from server.model.talk import Mark, MarkKind, Talk
from server.pipeline.talk.marks import mark_now, merged

NOW = datetime(2026, 12, 3, 10, 0, tzinfo=UTC)
ALONE = (MarkKind.BEGAN, MarkKind.NUDGES)


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    what = draw(st.sampled_from(MarkKind))
    text = "" if what is MarkKind.BEGAN else draw(st.sampled_from(["", "yes", "ring Ola", "zwölf", "\U0001f30a"]))
    return Mark(
        what=what, of="" if what in ALONE else draw(st.sampled_from("ab")), text=text, at=draw(st.integers(0, 3))
    )


@given(st.lists(marks(), max_size=8), st.randoms())
def test_marks_in_another_order_and_sent_again_come_to_the_same(given_marks: list[Mark], chance: object) -> None:
    shuffled = sorted(given_marks, key=lambda _: chance.random())  # type: ignore[attr-defined]
    once = merged(Talk(), given_marks)
    assert merged(Talk(), shuffled) == once
    assert merged(merged(Talk(), shuffled[:3]), [*given_marks, *shuffled]) == once


def test_a_later_word_counts_and_an_earlier_one_that_comes_late_does_not() -> None:
    talk = merged(Talk(), [_note("ring Ola", 5), _note("ring", 4)])
    assert talk.noted == {"q1": "ring Ola"}
    assert merged(talk, [_note("", 6)]).noted == {}


def test_who_writes_over_something_they_see_is_later_whatever_the_clock_says() -> None:
    ahead = merged(Talk(), [_note("from a clock a year ahead", int(NOW.timestamp() * 1000) + 31_536_000_000)])
    mine = mark_now(ahead, _note("mine", 0), NOW)
    assert merged(ahead, [mine]).noted == {"q1": "mine"}


def test_side_tracks_stand_in_the_order_they_were_written_down() -> None:
    sent = [Mark(what=MarkKind.ASIDE, of=of, text=of, at=9) for of in ("0002-b", "0001-a", "0003-c")]
    assert list(merged(Talk(), sent).side_tracks) == ["0001-a", "0002-b", "0003-c"]


def test_what_is_off_the_record_leaves_with_no_export() -> None:
    off = Mark(what=MarkKind.OFF, of="q1", text="yes", at=1)
    talk = merged(Talk(), [_note("ring Ola", 1), Mark(what=MarkKind.NOTE, of="q2", text="two dams", at=1), off])
    assert talk.on_record().noted == {"q2": "two dams"}
    assert merged(talk, [off.model_copy(update={"text": "", "at": 2})]).on_record().noted == talk.noted


@pytest.mark.parametrize(
    "wrong",
    [
        {"what": "note"},
        {"what": "began", "of": "q1"},
        {"what": "began", "text": "this morning"},
        {"what": "note", "of": "q1", "at": -1},
        {"what": "note", "of": "q1", "text": "x" * 4_001},
        {"what": "shout", "of": "q1"},
        {"what": "note", "of": "q1", "by": "me"},
    ],
)
def test_what_makes_no_sense_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Mark.model_validate({"at": 1} | wrong)


def test_a_note_is_text_without_characters_that_no_store_takes() -> None:
    assert Mark(what=MarkKind.NOTE, of="q1", text="a\x00b\nc", at=1).text == "ab\nc"


def _note(text: str, at: int) -> Mark:
    return Mark(what=MarkKind.NOTE, of="q1", text=text, at=at)
