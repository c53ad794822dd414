"""A folder and a bookmarks file come in, whole, once, and again without doing anything twice."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from server.actions.asked import QuestionChange
from server.actions.briefs import document
from server.actions.clips import ClipChange, amend_clip, clip_lines
from server.actions.folder import Tools, prepare_folder
from server.actions.importing import import_bookmarks, import_folder
from server.actions.interviews import get_interview, list_interviews
from server.actions.questions import change_question
from server.actions.reading import read_waiting
from server.actions.sample import SAMPLE
from server.actions.service import Service
from server.errors import InputError, NotFoundError
from server.model import ClipStatus, Verdict
from server.store.clips import ClipState
from tests.web.made import ALICE, BOB, INTERVIEW, PAGE

BOOKMARKS = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<DL><p>
<DT><A HREF="https://dana.example/talk?utm_source=x" ADD_DATE="1772442000">A talk</A>
<DT><A HREF="https://dana.example/talk/">The same talk</A>
<DT><A HREF="https://news.example/dana"></A>
<DT><A HREF="javascript:void(0)">a button</A>
</DL>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "rosa"
    made.mkdir()
    (made / "one.html").write_text(PAGE.replace("Dana Whitlock", "Rosa Lind"), "utf-8")
    write(made)
    return made


def write(folder: Path, *more: dict[str, Any], **keys: Any) -> None:
    clips = [{"id": "one", "file": "one.html", "url": "https://rosa.example/one", "note": "mine"}, *more]
    dossier = {
        "interviewee": {"name": "Rosa Lind"},
        "user": {"background": "Six years of surveys.", "goals": [{"id": "g1", "text": "Decide."}]},
        "clips": clips,
        "groundwork": {"verdicts": {"one": "this_person"}, "debrief": "none yet"},
    }
    (folder / "dossier.json").write_text(json.dumps(dossier | keys), "utf-8")


def kept(text: str = "Why Rosa?", **more: Any) -> dict[str, Any]:
    """A question of one's own on the page of the folder, as it stands in a dossier.json."""
    question = {
        "id": "q1",
        "rank": 1,
        "tier": "must",
        "part": "core",
        "move": "own",
        "text": text,
        "minutes": 4,
        "origin": "seeker",
    }
    exact = "Rosa Lind left the harbour board in 2019."
    quote = {"id": "e1", "clip_id": "one", "kind": "move", "exact": exact, "start": 0, "end": 41, "said_by": "own"}
    return {"question": question, "quotes": [quote], "number": 1} | more


def test_what_was_done_to_questions_comes_in_with_its_quotes_once(service: Service, folder: Path) -> None:
    write(folder, groundwork={"questions": [kept(everyone=True)]})
    done = import_folder(service, ALICE, folder)
    read_waiting(service)
    first = document(service, ALICE, done.interview_id).questions[0]
    assert (first.text, first.origin) == ("Why Rosa?", "seeker")
    quotes = {one.id: one.exact for one in document(service, ALICE, done.interview_id).evidence}
    assert quotes[first.evidence[0]] == "Rosa Lind left the harbour board in 2019."
    change_question(service, ALICE, done.interview_id, "q1", QuestionChange(text="Why, Rosa?"))
    import_folder(service, ALICE, folder)
    assert document(service, ALICE, done.interview_id).questions[0].text == "Why, Rosa?"


@pytest.mark.parametrize("whose, asked", [({}, 1), ({"background": "Somebody else's."}, 0)])
def test_only_a_folder_of_ones_own_asks_something_of_everyone(
    service: Service, folder: Path, whose: dict[str, str], asked: int
) -> None:
    write(folder, user=whose, groundwork={"questions": [kept(everyone=True)]})
    import_folder(service, ALICE, folder)
    there = document(service, ALICE, INTERVIEW).questions
    assert [question.text for question in there].count("Why Rosa?") == asked


def test_a_brief_of_the_folder_honours_what_was_done_to_questions(service: Service, folder: Path) -> None:
    tools = Tools(service.reader, service.language, service.bank)
    plain = prepare_folder(folder, tools, service.now()).document.questions
    gone = plain[0].model_dump(mode="json")
    write(folder, groundwork={"questions": [kept(), {"question": gone, "removed": True}]})
    questions = prepare_folder(folder, tools, service.now()).document.questions
    assert questions[0].text == "Why Rosa?"
    assert plain[0].id not in {question.id for question in questions}


def test_a_folder_becomes_an_interview_with_its_pages_verdicts_and_state(service: Service, folder: Path) -> None:
    done = import_folder(service, ALICE, folder)
    assert (done.added, done.known) == (1, 0)
    facts = get_interview(service, ALICE, done.interview_id).facts
    assert (facts.interviewee.name, facts.goals[0].text) == ("Rosa Lind", "Decide.")
    assert facts.own_seeker
    assert facts.own_seeker.background == "Six years of surveys."
    assert facts.kept_aside == {"groundwork.debrief": "none yet"}
    assert read_waiting(service) == 1
    (line,) = clip_lines(service, ALICE, done.interview_id)
    assert (line.note, line.verdict) == ("mine", Verdict.THIS_PERSON)
    assert {one.name: one.sample for one in list_interviews(service, ALICE)}["Rosa Lind"] is False


def test_an_imported_folder_gives_the_brief_of_the_folder(service: Service, tmp_path: Path) -> None:
    shutil.copytree(SAMPLE, tmp_path / "copy")
    done = import_folder(service, BOB, tmp_path / "copy" / "dossier.json")
    read_waiting(service)
    ours, sample = document(service, BOB, done.interview_id), document(service, ALICE, INTERVIEW)
    # A question of the seeker's own takes a place: what is parked for want of one may differ.
    asked = ([q.text for q in made.questions if q.origin != "seeker" and q.tier != "parked"] for made in (ours, sample))
    here, there = asked
    assert here == there
    assert [clip.status for clip in ours.clips] == [clip.status for clip in sample.clips]


def test_the_same_folder_again_adds_only_what_is_new_and_undoes_nothing(service: Service, folder: Path) -> None:
    first = import_folder(service, ALICE, folder)
    (line,) = clip_lines(service, ALICE, first.interview_id)
    amend_clip(service, ALICE, line.id, ClipChange(note="better"))
    (folder / "two.html").write_text(PAGE, "utf-8")
    write(folder, {"id": "two", "file": "two.html"})
    again = import_folder(service, ALICE, folder / "dossier.json")
    assert (again.interview_id, again.added, again.known) == (first.interview_id, 1, 1)
    assert [one.note for one in clip_lines(service, ALICE, first.interview_id)] == ["better", ""]
    assert len(list_interviews(service, ALICE)) == 2


def test_an_import_that_was_broken_off_goes_on_where_it_was(service: Service, folder: Path) -> None:
    (folder / "two.html").write_text(PAGE, "utf-8")
    write(folder, {"id": "two", "file": "two.html"})

    def break_off(_done: int, _total: int, _what: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_folder(service, ALICE, folder, break_off)
    told: list[tuple[int, int, str]] = []
    done = import_folder(service, ALICE, folder, lambda *step: told.append(step))
    assert (done.added, done.known) == (1, 1)
    assert told == [(1, 2, "one"), (2, 2, "two")]


def test_an_id_that_is_taken_is_another_here_and_its_verdict_goes_with_it(service: Service, folder: Path) -> None:
    taken = "sample-s02"
    write(folder, {"id": taken, "url": "https://rosa.example/two"}, groundwork={"verdicts": {taken: "context"}})
    done = import_folder(service, ALICE, folder)
    first, second = clip_lines(service, ALICE, done.interview_id)
    assert (first.id, second.id != taken, second.verdict) == ("one", True, Verdict.CONTEXT)
    assert second.status is ClipStatus.TO_READ  # no file: a link to read later
    assert import_folder(service, ALICE, folder).added == 0


def test_a_page_that_is_missing_costs_only_itself_and_comes_when_it_is_there(service: Service, folder: Path) -> None:
    write(folder, {"id": "two", "file": "two.html"}, {"id": "three"})
    done = import_folder(service, ALICE, folder)
    assert [problem.where for problem in done.problems if not problem.warning] == ["clip two (two.html)", "clip three"]
    (folder / "two.html").write_text(PAGE, "utf-8")
    assert import_folder(service, ALICE, folder).added == 1


def test_a_page_that_changed_in_its_folder_is_told_and_the_one_here_stays(service: Service, folder: Path) -> None:
    import_folder(service, ALICE, folder)
    (folder / "one.html").write_text(PAGE, "utf-8")
    done = import_folder(service, ALICE, folder)
    assert "has changed since it was imported" in str(done.problems[-1])
    assert (done.added, done.known) == (0, 0)


def test_an_unusable_dossier_adds_nothing(service: Service, folder: Path) -> None:
    (folder / "dossier.json").write_text("{", "utf-8")
    with pytest.raises(InputError, match="not JSON"):
        import_folder(service, ALICE, folder)
    assert len(list_interviews(service, ALICE)) == 1


def test_bookmarks_become_links_each_once(service: Service, tmp_path: Path) -> None:
    file = tmp_path / "bookmarks.html"
    file.write_text(BOOKMARKS, "utf-8")
    told: list[int] = []
    done = import_bookmarks(service, ALICE, INTERVIEW, file, lambda at, _total, _what: told.append(at))
    assert (done.added, done.known, told) == (2, 1, [1, 2, 3])
    assert [problem.warning for problem in done.problems] == [True]
    lines = clip_lines(service, ALICE, INTERVIEW)[-2:]
    assert [line.title for line in lines] == ["A talk", "https://news.example/dana"]
    assert {line.status.value for line in lines} == {ClipState.TO_READ.value}
    assert import_bookmarks(service, ALICE, INTERVIEW, file).added == 0


def test_what_holds_no_bookmarks_is_an_error_in_words(service: Service, tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text(PAGE, "utf-8")
    with pytest.raises(InputError, match="not a bookmarks file"):
        import_bookmarks(service, ALICE, INTERVIEW, tmp_path / "x.html")
    with pytest.raises(InputError, match="cannot be opened"):
        import_bookmarks(service, ALICE, INTERVIEW, tmp_path / "none.html")
    with pytest.raises(NotFoundError):
        import_bookmarks(service, BOB, INTERVIEW, tmp_path / "x.html")
