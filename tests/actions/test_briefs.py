import time

import pytest

from server.actions.briefs import document, lint_question, page_text
from server.actions.clips import ClipChange, ClipIn, add_clip, amend_clip
from server.actions.folder import Tools, prepare_folder
from server.actions.interviews import InterviewChange, InterviewIn, add_interview, change_interview
from server.actions.reading import read_waiting
from server.actions.sample import SAMPLE, ensure_sample
from server.actions.service import Service
from server.errors import NotFoundError
from server.model import Interviewee, Verdict
from tests.web.made import ALICE, BOB, CLIP, INTERVIEW

DANA = Interviewee(name="Dana Whitlock", headline="Plans ferries")
NOTES = """<html><head><title>Dana Whitlock: ferries in winter</title></head><body><article><h1>Ferries in winter</h1>
<p>By Dana Whitlock</p>
<p>I left the harbour board in 2019 because the timetable had become more important than the islands it was made for.</p>
<p>My husband was diagnosed with cancer that spring, and we sold the house. Since then I plan the winter ferries of the outer
islands, and I row to work when the fog is thin enough.</p>
<p>We dropped eleven sailings in the first winter and nobody on the islands missed nine of them.</p></article></body></html>"""


@pytest.fixture
def dana(service: Service) -> str:
    made = add_interview(service, ALICE, InterviewIn(interviewee=DANA))
    clip = add_clip(
        service,
        ALICE,
        ClipIn(key="k1", interview_id=made.id, url="https://ferries.example/winter", title="Ferries", html=NOTES),
    )[0]
    read_waiting(service)
    return clip.id


def test_the_stored_sample_gives_the_brief_of_its_folder(service: Service) -> None:
    folder = prepare_folder(SAMPLE, Tools(service.reader, service.language, service.bank), service.now()).document
    stored = document(service, ALICE, INTERVIEW)
    assert [section.model_dump(exclude={"items"}) for section in stored.brief.sections] == [
        section.model_dump(exclude={"items"}) for section in folder.brief.sections
    ]
    ours = [one for one in stored.questions if one.origin != "seeker"]
    # A question of the seeker's own takes a place: what is parked for want of one may differ.
    asked = [[(one.text, one.tier) for one in told if one.tier != "parked"] for told in (ours, folder.questions)]
    assert asked[0] == asked[1]


def test_a_document_is_made_once_and_again_when_something_changed(service: Service) -> None:
    first = document(service, ALICE, INTERVIEW)
    assert document(service, ALICE, INTERVIEW) is first
    amend_clip(service, ALICE, CLIP, ClipChange(verdict=Verdict.SOMEONE_ELSE))
    second = document(service, ALICE, INTERVIEW)
    assert {one.clip_id for one in first.evidence} - {one.clip_id for one in second.evidence} == {CLIP}
    change_interview(service, ALICE, INTERVIEW, InterviewChange(goals=()))
    assert document(service, ALICE, INTERVIEW).goals != second.goals


def test_a_cached_document_is_nobody_elses(service: Service) -> None:
    document(service, ALICE, INTERVIEW)
    with pytest.raises(NotFoundError):
        document(service, BOB, INTERVIEW)
    ensure_sample(service, BOB)
    assert all(one.status == "reading" for one in document(service, BOB, INTERVIEW).clips)


def test_pages_that_wait_stand_in_the_document_and_cost_nothing(service: Service) -> None:
    add_clip(service, ALICE, ClipIn(key="k9", interview_id=INTERVIEW, url="https://later.example/"))
    made = document(service, ALICE, INTERVIEW)
    assert (made.clips[-1].status, made.clips[-1].reason) == ("to_read", "This link is still to be fetched.")
    assert len(made.questions) > 5


def test_a_page_shows_its_passage_marked(service: Service) -> None:
    passage = next(one for one in document(service, ALICE, INTERVIEW).evidence if one.clip_id == CLIP)
    seen = page_text(service, ALICE, CLIP, passage.id)
    marked = [piece.text for block in seen.blocks for piece in block.pieces if piece.marked]
    assert " ".join(marked) == passage.exact
    assert (seen.marked, seen.first_name) == (passage, "Marit")


def test_what_is_private_is_not_on_the_page(service: Service, dana: str) -> None:
    seen = page_text(service, ALICE, dana)
    text = "".join(piece.text for block in seen.blocks for piece in block.pieces)
    assert "cancer" not in text
    assert "husband" not in text
    assert "I left the harbour board in 2019" in text
    assert any(piece.private and piece.text == "…" for block in seen.blocks for piece in block.pieces)


def test_a_passage_of_another_page_marks_nothing(service: Service) -> None:
    passage = next(one for one in document(service, ALICE, INTERVIEW).evidence if one.clip_id != CLIP)
    assert page_text(service, ALICE, CLIP, passage.id).marked is None


def test_a_page_of_no_interview_has_nobody_to_look_for(service: Service) -> None:
    clip = add_clip(service, ALICE, ClipIn(key="k9", html=NOTES))[0]
    with pytest.raises(NotFoundError, match="belongs to no interview yet"):
        page_text(service, ALICE, clip.id)


def test_a_typed_question_costs_little_once_the_pages_are_known(service: Service) -> None:
    def took() -> float:
        began = time.thread_time()  # our own share: other programs run on this machine
        assert lint_question(service, ALICE, INTERVIEW, "Why did you leave the Ministry in 2019?").answered_by
        return time.thread_time() - began

    first = took()
    assert min(took() for _ in range(5)) < first / 4


def test_a_user_who_has_an_interview_gets_no_sample(service: Service) -> None:
    add_interview(service, BOB, InterviewIn(interviewee=DANA))
    assert not ensure_sample(service, BOB)
    assert ensure_sample(service, ALICE)
