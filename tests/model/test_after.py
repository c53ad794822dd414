"""What is off the record is in nothing that leaves the machine."""

from datetime import UTC, datetime

from server.model.after import After, Heard, Line, Note, NoteKind, PersonNamed, Promise, Whose

SENT = datetime(2026, 12, 4, 9, tzinfo=UTC)
SECRET = "the trust may close in spring"
WHOLE = After(
    stuck=Line(text="Never a desk."),
    surprised=Line(text=SECRET, off_record=True),
    heard=(
        Heard(want="Decide by May.", text=SECRET, off_record=True),
        Heard(want="Find two people.", text="Ask Ravi."),
    ),
    promises=(Promise(id="p1", whose=Whose.THEIRS, text=SECRET, off_record=True),),
    people=(PersonNamed(id="n1", name="Ravi Teller", why=SECRET, off_record=True),),
    notes={NoteKind.THANKS: Note(words=f"Dear Dana, {SECRET}", sent_at=SENT)},
)


def test_what_is_off_the_record_leaves_with_no_sheet() -> None:
    left = WHOLE.on_record()
    assert SECRET not in left.model_dump_json()
    assert left.stuck.text == "Never a desk."
    assert left.heard == (WHOLE.heard[1],)
    assert left.note(NoteKind.THANKS).sent_at == SENT
    assert left.on_record() == left


def test_a_sheet_with_nothing_off_the_record_leaves_as_it_is() -> None:
    open_sheet = After(stuck=Line(text="Never a desk."), notes={NoteKind.THANKS: Note(words="Dear Dana")})
    assert open_sheet.on_record() is open_sheet


def test_a_sheet_comes_back_as_it_was_kept() -> None:
    assert After.model_validate_json(WHOLE.model_dump_json()) == WHOLE
