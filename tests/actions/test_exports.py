"""An interview leaves in each of its forms, and nothing private or off the record with it."""

import io
import json
import zipfile
from datetime import date, timedelta
from pathlib import Path

import jsonschema
import pytest
from icalendar import Calendar

from server.actions.briefs import document
from server.actions.clips import ClipChange, ClipIn, add_clip, amend_clip
from server.actions.exports import Form, Wanted, export_interview
from server.actions.folder import Tools, prepare_folder
from server.actions.importing import import_zip
from server.actions.interviews import InterviewChange, change_interview, get_interview
from server.actions.reading import read_waiting
from server.actions.service import Service
from server.actions.texts import TOLD, document_with_texts
from server.errors import InputError, NotFoundError
from server.model import Document, Meeting, Verdict
from server.model.after import After, Line, Note, NoteKind, Promise, Whose
from server.pipeline.export.csl import USED, csl_list
from server.pipeline.export.schema import schema
from server.store import sheets
from tests.actions.people import everybody
from tests.web.made import ALICE, BOB, INTERVIEW, NOW, Clock

SCHEMA = json.loads(Path(__file__).with_name("csl-items.schema.json").read_text("utf-8"))
WANTED = Wanted("http://127.0.0.1:8765")
SECRET = "what nobody is to read"


def tools(service: Service) -> Tools:
    return Tools(service.reader, service.language, service.bank)


def events(service: Service, wanted: Wanted = WANTED) -> dict[str, tuple[str, int, str]]:
    """UID, SEQUENCE and beginning of each entry, by its words."""
    made = export_interview(service, ALICE, INTERVIEW, Form.CALENDAR, wanted)
    found = Calendar.from_ical(made.content).walk("VEVENT")
    return {str(one["summary"]): (str(one["uid"]), int(one["sequence"]), str(one.decoded("dtstart"))) for one in found}


@everybody
def test_sources_are_as_the_schema_has_them_and_only_those_that_are_used(service: Service, person: Path) -> None:
    made: Document = prepare_folder(person, tools(service), NOW).document
    items = json.loads(csl_list(made))
    jsonschema.validate(items, SCHEMA, cls=jsonschema.Draft202012Validator)
    assert [one["id"] for one in items] == [clip.id for clip in made.clips if clip.status in USED]
    assert items


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "c1", "type": "webpage"},
        {"id": "c1", "type": "site", "title": "x"},
        {"id": "c1", "type": "webpage", "title": "x", "issued": {"date-parts": [["May"]]}},
        {"id": "c1", "type": "webpage", "title": "x", "author": "Dana"},
    ],
)
def test_the_schema_of_sources_refuses_what_is_none(wrong: dict[str, object]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate([wrong], SCHEMA, cls=jsonschema.Draft202012Validator)


def test_texts_are_there_where_they_are_asked_for_and_every_quote_stands_in_them(service: Service) -> None:
    plain = document(service, ALICE, INTERVIEW)
    assert '"text_sha256"' in plain.model_dump_json()
    assert all("text" not in one for one in json.loads(plain.model_dump_json())["clips"])
    made = document_with_texts(service, ALICE, INTERVIEW)
    texts = {one.id: one.text for one in made.clips if one.text is not None}
    assert set(texts) == {one.id for one in made.clips if one.status in TOLD}
    for quote in made.evidence:
        assert texts[quote.clip_id][quote.start : quote.end] == quote.exact
    assert all(len(texts[one.id]) == one.chars for one in made.clips if one.id in texts)
    jsonschema.validate(json.loads(made.model_dump_json(by_alias=True)), schema())


def test_what_is_private_in_a_text_is_covered(service: Service) -> None:
    page = (
        "<article><h1>Notes</h1><p>Marit Halloran built the leaky dams above Ketter in 2019 with a crew of nine people.</p>"
        "<p>Marit's husband was diagnosed with cancer that winter. She took over the trust in the spring of 2020.</p></article>"
    )
    from_clip = ClipIn(key="private", interview_id=INTERVIEW, url="https://slowwater.example/new", html=page)
    ident = add_clip(service, ALICE, from_clip)[0].id
    amend_clip(service, ALICE, ident, ClipChange(verdict=Verdict.THIS_PERSON))
    read_waiting(service)
    text = next(one.text for one in document_with_texts(service, ALICE, INTERVIEW).clips if one.id == ident)
    assert text
    assert "leaky dams" in text
    assert "cancer" not in text
    assert "husband" not in text
    assert "█" in text


def test_a_calendar_that_is_taken_again_moves_the_same_entries(service: Service) -> None:
    before = events(service)
    assert len(before) == 4
    assert isinstance(service.now, Clock)
    service.now.move(timedelta(hours=1))
    assert events(service) == before
    start = get_interview(service, ALICE, INTERVIEW).facts.meeting.start
    assert start
    moved = Meeting(start=start + timedelta(days=5), minutes=30)
    change_interview(service, ALICE, INTERVIEW, InterviewChange(meeting=moved))
    after = events(service)
    assert {words: one[0] for words, one in after.items()} == {words: one[0] for words, one in before.items()}
    assert all(after[words][1] > before[words][1] and after[words][2] != before[words][2] for words in before)


def test_nobody_is_reminded_of_what_was_sent(service: Service) -> None:
    with service.store.transaction() as tx:
        sheets.put(tx, ALICE, INTERVIEW, After(notes={NoteKind.THANKS: Note(sent_at=NOW)}), NOW)
    assert [words.split()[0] for words in events(service)] == ["Talk", "Get", "Tell"]


def test_a_promise_with_a_day_is_in_the_calendar_until_it_is_kept_and_never_off_the_record(service: Service) -> None:
    promises = [
        Promise(id="p1", whose=Whose.MINE, text=SECRET, due=date(2026, 12, 10)),
        Promise(id="p2", whose=Whose.THEIRS, text=SECRET, due=date(2026, 12, 11), done_at=NOW),
        Promise(id="p3", whose=Whose.MINE, text=SECRET, due=date(2026, 12, 12), off_record=True),
        Promise(id="p4", whose=Whose.MINE, text=SECRET),
    ]
    with service.store.transaction() as tx:
        sheets.put(tx, ALICE, INTERVIEW, After(promises=tuple(promises)), NOW)
    told = list(events(service))
    assert told[4:] == ["What you promised M.H."]
    assert SECRET not in " ".join(told)


def test_everything_is_in_one_zip_which_comes_back_in(service: Service, tmp_path: Path) -> None:
    with service.store.transaction() as tx:
        sheets.put(tx, ALICE, INTERVIEW, After(gained=Line(text=SECRET, off_record=True)), NOW)
    made = export_interview(service, ALICE, INTERVIEW, Form.EVERYTHING, WANTED)
    assert made.name == "marit-halloran-everything.zip"
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        names = archive.namelist()
        assert all(SECRET.encode() not in archive.read(name) for name in names)
        brief = json.loads(archive.read("brief.json"))
    assert [name for name in names if "/" not in name] == [
        *("dossier.json", "brief.md", "brief.json", "sources.csl.json", "calendar.ics")
    ]
    assert brief["interviewee"]["name"] == "Marit Halloran"
    (tmp_path / "all.zip").write_bytes(made.content)
    done = import_zip(service, BOB, tmp_path / "all.zip")
    assert (done.added, done.problems) == (9, ())


def test_everything_of_a_talk_without_a_date_has_no_calendar(service: Service) -> None:
    change_interview(service, ALICE, INTERVIEW, InterviewChange(meeting=Meeting()))
    made = export_interview(service, ALICE, INTERVIEW, Form.EVERYTHING, WANTED)
    assert "calendar.ics" not in zipfile.ZipFile(io.BytesIO(made.content)).namelist()
    with pytest.raises(InputError, match="has no date yet"):
        export_interview(service, ALICE, INTERVIEW, Form.CALENDAR, WANTED)


@pytest.mark.parametrize("form", list(Form))
def test_nobody_takes_what_is_somebody_elses(service: Service, form: Form) -> None:
    with pytest.raises(NotFoundError):
        export_interview(service, BOB, INTERVIEW, form, WANTED)
