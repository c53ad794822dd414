"""An interview leaves as a folder and comes back as it was, with what was done to its questions."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from server.actions.asked import QuestionChange, QuestionIn
from server.actions.briefs import document
from server.actions.clips import ClipChange, ClipIn, add_clip, amend_clip
from server.actions.folder import Tools, prepare_folder
from server.actions.importing import import_folder
from server.actions.questions import add_question, change_question
from server.actions.reading import read_waiting
from server.actions.service import Service
from server.actions.taking import take_folder
from server.errors import NotFoundError
from server.model import Document, Tier, Verdict
from server.pipeline.clip.dossier import write_interview
from server.pipeline.clip.interview import read_interview
from tests.web.made import ALICE, BOB, INTERVIEW, PAGE

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
