"""An interview leaves as a folder and comes back as it was, with what was done to its questions."""

import importlib
import io
import json
import pkgutil
import stat
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from server import model
from server.actions.asked import QuestionChange, QuestionIn
from server.actions.briefs import document
from server.actions.clips import ClipChange, ClipIn, add_clip, amend_clip
from server.actions.folder import Tools, prepare_folder
from server.actions.importing import import_folder, import_zip
from server.actions.interviews import get_interview, list_interviews, set_status
from server.actions.questions import add_question, change_question
from server.actions.reading import read_waiting
from server.actions.service import Service
from server.actions.taking import take_folder
from server.errors import InputError, NotFoundError
from server.model import Document, InterviewStatus, Tier, Verdict
from server.model.after import After, Line, Note, NoteKind, PersonNamed, Promise, Whose
from server.model.brought import Brought
from server.model.looked import Looked
from server.model.sheets import Sheet
from server.model.talk import Talk, Written
from server.model.written import SHEETS, AllSheets
from server.pipeline.clip.dossier import write_interview
from server.pipeline.clip.interview import read_interview
from server.store import sheets
from tests.actions.people import everybody
from tests.web.made import ALICE, BOB, INTERVIEW, NOW, PAGE

STAYING = {Brought, Looked}  # whose turn it was leaves as such; what was seen here is nothing elsewhere
SECRET = "what nobody is to read"
OWN = "What did you look at before you chose the islands?"


def touch(service: Service) -> None:
    """One of everything that can be done to a question."""
    ours = [question.id for question in document(service, ALICE, INTERVIEW).questions]
    mine = add_question(service, ALICE, INTERVIEW, QuestionIn(text=OWN)).edit.question.id
    for ident, change in (
        (mine, QuestionChange(everyone=True)),
        (ours[0], QuestionChange(text="What tipped it?")),
        (ours[1], QuestionChange(move="up")),
        (ours[2], QuestionChange(tier=Tier.PARKED)),
        (ours[3], QuestionChange(removed=True)),
    ):
        change_question(service, ALICE, INTERVIEW, ident, change)
    amend_clip(service, ALICE, "sample-s08", ClipChange(verdict=Verdict.SOMEONE_ELSE))
    add_clip(service, ALICE, ClipIn(key="new", interview_id=INTERVIEW, url="https://dana.example/new", html=PAGE))
    read_waiting(service)


def unpacked(service: Service, user: str, interview: str, to: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(take_folder(service, user, interview).zipped)) as archive:
        archive.extractall(to)
    return to


def told(made: Document) -> dict[str, Any]:
    return made.model_dump(mode="json", exclude={"generated_at"})


def test_a_folder_that_was_taken_and_imported_is_the_same_interview(service: Service, tmp_path: Path) -> None:
    touch(service)
    folder = unpacked(service, ALICE, INTERVIEW, tmp_path / "one")
    done = import_folder(service, BOB, folder)
    read_waiting(service)
    assert done.problems == ()
    assert told(document(service, BOB, done.interview_id)) == told(document(service, ALICE, INTERVIEW))
    again = unpacked(service, BOB, done.interview_id, tmp_path / "two")
    names = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    assert names == sorted(str(path.relative_to(again)) for path in again.rglob("*") if path.is_file())
    first, second = (json.loads((path / "dossier.json").read_text("utf-8")) for path in (folder, again))
    for one in (*first["groundwork"]["questions"], *second["groundwork"]["questions"]):
        del one["everyone"]  # a folder of somebody else asks nothing of everyone
    assert first == second


def test_the_brief_of_a_folder_that_was_taken_is_the_one_it_was_taken_from(service: Service, tmp_path: Path) -> None:
    touch(service)
    folder = unpacked(service, ALICE, INTERVIEW, tmp_path / "one")
    tools = Tools(service.reader, service.language, service.bank)
    made = prepare_folder(folder, tools, service.now()).document
    here = document(service, ALICE, INTERVIEW)
    assert [(one.id, one.text, one.tier) for one in made.questions] == [
        (one.id, one.text, one.tier) for one in here.questions
    ]
    assert made.brief == here.brief


def noted(service: Service, user: str, interview: str) -> None:
    """Something on each sheet, and something off the record."""
    after = After(
        stuck=Line(text="Read the log before the dashboard."),
        gained=Line(text=SECRET, off_record=True),
        promises=(Promise(id="p1", whose=Whose.MINE, text="Send the map", due=date(2026, 12, 1)),),
        people=(PersonNamed(id="n1", name="Ravi Sen", why="He ran the island", interview_id="i-elsewhere"),),
        notes={NoteKind.THANKS: Note(sent_at=NOW)},
    )
    talk = Talk(
        notes={"q1": Written(text="Two winters.", at=1), "q2": Written(text=SECRET, at=2)},
        off={"q2": Written(text="1", at=3)},
        asides={"a1": Written(text="The island", at=4)},
        wordings={"q1": "What tipped it?"},
    )
    with service.store.transaction() as tx:
        sheets.put(tx, user, interview, after, NOW)
        sheets.put(tx, user, interview, talk, NOW)


@everybody
def test_everybody_leaves_and_comes_back_with_edits_and_sheets(service: Service, tmp_path: Path, person: Path) -> None:
    here = import_folder(service, ALICE, person).interview_id
    read_waiting(service)
    ours = [question.id for question in document(service, ALICE, here).questions]
    add_question(service, ALICE, here, QuestionIn(text=OWN))
    change_question(service, ALICE, here, ours[0], QuestionChange(text="What tipped it?"))
    change_question(service, ALICE, here, ours[-1], QuestionChange(move="up"))
    set_status(service, ALICE, here, InterviewStatus.HELD)
    noted(service, ALICE, here)
    first = take_folder(service, ALICE, here)
    (tmp_path / "taken.zip").write_bytes(first.zipped)
    done = import_zip(service, BOB, tmp_path / "taken.zip")
    read_waiting(service)
    assert done.problems == ()
    assert take_folder(service, BOB, done.interview_id) == first
    assert told(document(service, BOB, done.interview_id)) == told(document(service, ALICE, here))
    assert SECRET.encode() not in first.zipped
    assert get_interview(service, BOB, done.interview_id).facts.status is InterviewStatus.HELD


def test_a_sheet_that_somebody_wrote_on_here_stays(service: Service, tmp_path: Path) -> None:
    noted(service, ALICE, INTERVIEW)
    folder = unpacked(service, ALICE, INTERVIEW, tmp_path / "one")
    ident = import_folder(service, BOB, folder).interview_id
    mine = After(stuck=Line(text="Mine."))
    with service.store.transaction() as tx:
        sheets.put(tx, BOB, ident, mine, NOW)
    import_folder(service, BOB, folder)
    with service.store.view() as tx:
        assert sheets.get(tx, BOB, ident, After) == mine


def test_every_sheet_leaves_with_its_interview() -> None:
    """Whoever adds a sheet names it in server/model/written.py."""
    for module in pkgutil.iter_modules(model.__path__, "server.model."):
        importlib.import_module(module.name)
    known = {one for one in Sheet.__subclasses__() if one.__module__.startswith("server.model.")}
    assert known - STAYING == set(SHEETS)
    assert {kind.called for kind in SHEETS} == set(AllSheets.model_fields)


def zip_of(path: Path, **files: bytes | str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return path


@pytest.mark.parametrize(
    "name", ["../evil.html", "/etc/evil.html", "pages/../../evil.html", "C:evil.html", "a\\..\\evil"]
)
def test_a_zip_that_reaches_out_of_itself_is_refused_whole(service: Service, tmp_path: Path, name: str) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    with zipfile.ZipFile(inside / "evil.zip", "w") as archive:
        archive.writestr("dossier.json", '{"interviewee": {"name": "Rosa Lind"}}')
        archive.writestr(zipfile.ZipInfo(name), "out")
    with pytest.raises(InputError, match="outside itself"):
        import_zip(service, BOB, inside / "evil.zip")
    assert [path.name for path in tmp_path.rglob("*evil*")] == ["evil.zip"]
    assert list_interviews(service, BOB) == ()


def test_a_zip_with_a_link_in_it_is_refused(service: Service, tmp_path: Path) -> None:
    link = zipfile.ZipInfo("pages/one.html")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "link.zip", "w") as archive:
        archive.writestr("dossier.json", '{"interviewee": {"name": "Rosa Lind"}}')
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(InputError, match="outside itself"):
        import_zip(service, BOB, tmp_path / "link.zip")


def test_a_zip_that_swells_is_refused(service: Service, tmp_path: Path) -> None:
    bomb = zip_of(tmp_path / "bomb.zip", **{"dossier.json": "{}", "pages__big.html": b"\0" * 30_000_000})
    with pytest.raises(InputError, match="more than fits"):
        import_zip(service, BOB, bomb)


def test_a_file_that_is_no_zip_or_holds_no_interview_is_told(service: Service, tmp_path: Path) -> None:
    (tmp_path / "no.zip").write_text("no zip at all")
    with pytest.raises(InputError, match="no zip file"):
        import_zip(service, BOB, tmp_path / "no.zip")
    with pytest.raises(InputError, match=r"There is no dossier\.json in it"):
        import_zip(service, BOB, zip_of(tmp_path / "else.zip", **{"notes.txt": "hello"}))
    with pytest.raises(InputError, match="cannot be opened"):
        import_zip(service, BOB, tmp_path / "nowhere.zip")


def test_an_interview_in_a_folder_of_a_zip_is_found(service: Service, tmp_path: Path) -> None:
    given = {
        "rosa__dossier.json": '{"interviewee": {"name": "Rosa Lind"}, "clips": [{"id": "c1", "file": "one.html"}]}'
    }
    path = zip_of(tmp_path / "rosa.zip", **given, **{"rosa__one.html": PAGE})
    assert import_zip(service, BOB, path).added == 1


def test_nobody_takes_what_is_somebody_elses(service: Service) -> None:
    with pytest.raises(NotFoundError):
        take_folder(service, BOB, INTERVIEW)


def test_what_we_do_not_know_goes_back_to_where_it_stood() -> None:
    given = {
        "interviewee": {"name": "Rosa Lind", "shoe": 38},
        "user": {"goals": [{"text": "Decide.", "colour": "red"}]},
        "clips": [{"id": "c1", "url": "https://rosa.example/one", "stars": 5}],
        "groundwork": {"debrief": {"held": True}},
        "more": [1],
    }
    interview, _ = read_interview(given)
    written = write_interview(interview, {})
    assert written["interviewee"]["shoe"] == 38
    assert written["user"]["goals"][0]["colour"] == "red"
    assert written["clips"][0]["stars"] == 5
    assert (written["groundwork"]["debrief"], written["more"]) == ({"held": True}, [1])
    fewer = write_interview(interview.model_copy(update={"clips": ()}), {})
    assert fewer["clips[0].stars"] == 5
    assert read_interview(written)[0] == interview
