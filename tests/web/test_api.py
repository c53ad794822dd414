"""The API as programs use it."""

import base64
import json
import logging
from typing import Any

import jsonschema
import pytest
from flask import Flask

from server.actions.reading import read_waiting
from server.errors import StoreError
from server.store import clips, pages
from server.store.tokens import Scope
from tests.house import ROOT
from tests.web.made import ALICE, BASE, CLIP, INTERVIEW, PAGE, House, Program, clip

SCHEMA = json.loads((ROOT / "docs/schema/groundwork.brief-1.schema.json").read_text("utf-8"))
PDF = base64.b64encode((ROOT / "tests/pages/pdf/one-page-cv.pdf").read_bytes()).decode()


@pytest.fixture
def ask(house: House) -> Program:
    return house.program()


def listed(ask: Program, clip_id: str) -> dict[str, Any]:
    found = ask("GET", f"/interviews/{INTERVIEW}/clips").json["clips"]
    return next(one for one in found if one["id"] == clip_id)


def test_a_new_clip_is_kept_once_however_often_it_is_sent(ask: Program) -> None:
    first, again = ask("POST", "/clips", clip()), ask("POST", "/clips", clip())
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json == again.json == {"id": first.json["id"], "status": "reading"}


def test_a_known_key_with_another_page_is_refused_and_the_first_page_stays(house: House, ask: Program) -> None:
    kept = ask("POST", "/clips", clip()).json["id"]
    answer = ask("POST", "/clips", clip(html="<p>Another page</p>"))
    assert (answer.status_code, answer.json["error"]["code"]) == (409, "conflict")
    with house.service.store.view() as tx:
        assert pages.get(tx, ALICE, _sha(house, kept)) == PAGE.encode()


def test_the_reader_is_told_and_the_status_follows(house: House, ask: Program) -> None:
    kept = ask("POST", "/clips", clip(interview_id=INTERVIEW)).json["id"]
    assert house.told
    assert listed(ask, kept)["reason"] == "This page is being read."
    read_waiting(house.service)
    assert listed(ask, kept)["status"] == "thin"
    assert ask("POST", "/clips", clip(interview_id=INTERVIEW)).json["status"] == "read"


def test_a_pdf_comes_as_base64_and_a_link_without_a_page(house: House, ask: Program) -> None:
    pdf = ask("POST", "/clips", clip("pdf", html=None, pdf_base64=PDF, interview_id=INTERVIEW))
    link = ask("POST", "/clips", clip("link", html=None, interview_id=INTERVIEW))
    assert (pdf.status_code, link.status_code) == (201, 201)
    assert link.json["status"] == "to_read"
    read_waiting(house.service)
    assert listed(ask, pdf.json["id"])["status"] != "unreadable"
    assert listed(ask, link.json["id"])["reason"] == "This link is still to be fetched."


def test_a_page_nobody_can_read_is_kept_and_told(house: House, ask: Program) -> None:
    kept = ask("POST", "/clips", clip(html="\x89PNG or so", interview_id=INTERVIEW)).json["id"]
    read_waiting(house.service)
    assert listed(ask, kept)["status"] == "unreadable"
    assert "there is no tag in it" in listed(ask, kept)["reason"]


WRONG = {
    "no key": ({"url": "https://dana.example/"}, "key", "is missing."),
    "two pages": (clip(pdf_base64=PDF), "", "a clip is one"),
    "no page at all": (clip(html=None, url=""), "", "a clip needs html"),
    "an address that is none": (clip(url="javascript:alert(1)"), "url", "must start with http:// or https://"),
    "a PDF that is not base64": (clip(html=None, pdf_base64="§"), "pdf_base64", "The PDF is not base64."),
    "a key we do not know": (clip(mood="calm"), "mood", ""),
    "half a character": (clip(title="\ud800"), "title", ""),
    "a NUL in the note": (clip(note="\0"), "", "The text holds a NUL character."),
    "a key that is too long": (clip("k" * 201), "key", ""),
    "no key but blanks": (clip(" "), "key", ""),
    "a list": ([], "", ""),
    "null": (None, "", ""),
}


@pytest.mark.parametrize("body, field, said", WRONG.values(), ids=WRONG.keys())
def test_a_wrong_clip_is_told_by_its_place(ask: Program, body: Any, field: str, said: str) -> None:
    answer = ask.client.post(
        "/api/v1/clips",
        base_url=BASE,
        data=json.dumps(body),
        headers={
            "Authorization": f"Bearer {ask.token}",
            "X-Groundwork-Client": "t",
            "Content-Type": "application/json",
        },
    )
    error = answer.json["error"]
    assert (answer.status_code, error["code"], error["field"]) == (422, "bad_input", field)
    assert said in error["message"]


@pytest.mark.parametrize("raw", [b"", b"{", b'{"key": "\xff"}', b"[" * 200_000, b'{"key": 1' + b"0" * 5_000 + b"}"])
def test_what_is_no_json_is_no_failure_of_ours(ask: Program, raw: bytes) -> None:
    sent = {"Authorization": f"Bearer {ask.token}", "X-Groundwork-Client": "t", "Content-Type": "application/json"}
    answer = ask.client.post("/api/v1/clips", base_url=BASE, data=raw, headers=sent)
    assert (answer.status_code, answer.json["error"]["code"]) == (422, "bad_input")


def test_an_interview_that_is_not_there_takes_no_clip(house: House, ask: Program) -> None:
    assert ask("POST", "/clips", clip(interview_id="nobody")).status_code == 404
    assert not house.told


def test_what_the_person_says_of_a_page_wins_and_can_be_taken_back(ask: Program) -> None:
    before = listed(ask, CLIP)["status"]
    assert ask("PATCH", f"/clips/{CLIP}", {"verdict": "someone_else", "note": "Not her."}).status_code == 200
    assert (listed(ask, CLIP)["status"], listed(ask, CLIP)["note"]) == ("other_person", "Not her.")
    ask("PATCH", f"/clips/{CLIP}", {"verdict": None})
    assert (listed(ask, CLIP)["status"], listed(ask, CLIP)["note"]) == (before, "Not her.")


def test_a_clip_that_moves_loses_its_verdict(house: House, ask: Program) -> None:
    other = ask("POST", "/interviews", {"interviewee": {"name": "Dana Whitlock"}}).json["id"]
    ask("PATCH", f"/clips/{CLIP}", {"verdict": "this_person"})
    assert ask("PATCH", f"/clips/{CLIP}", {"interview_id": other}).status_code == 200
    moved = ask("GET", f"/interviews/{other}/clips").json["clips"]
    assert [(one["id"], one["verdict"], one["status"]) for one in moved] == [(CLIP, None, "no_mention")]


def test_an_undone_clip_is_gone_with_its_page(house: House, ask: Program) -> None:
    kept = ask("POST", "/clips", clip()).json["id"]
    sha256 = _sha(house, kept)
    assert ask("DELETE", f"/clips/{kept}").status_code == 204
    assert ask("DELETE", f"/clips/{kept}").status_code == 404
    with house.service.store.view() as tx:
        assert not pages.has(tx, ALICE, sha256)


def test_an_interview_is_begun_changed_and_listed(ask: Program) -> None:
    given = {"interviewee": {"name": "Dana Whitlock"}, "goals": [{"id": "g1", "text": "Decide about the islands."}]}
    made = ask("POST", "/interviews", given)
    assert made.status_code == 201
    path = f"/interviews/{made.json['id']}"
    changed = ask("PATCH", path, {"status": "asked", "meeting": {"start": "2026-12-01T10:00:00+01:00", "minutes": 45}})
    assert changed.json == ask("GET", path).json
    assert (changed.json["status"], changed.json["goals"][0]["text"]) == ("asked", "Decide about the islands.")
    assert changed.json["meeting"]["start"] == "2026-12-01T10:00:00+01:00"
    assert {one["name"] for one in ask("GET", "/interviews").json["interviews"]} == {"Marit Halloran", "Dana Whitlock"}


def test_what_one_tells_about_oneself_is_kept(ask: Program) -> None:
    told = {"background": "Six years of field surveys.", "show": ["a map"]}
    assert ask("PUT", "/seeker", told).status_code == 200
    assert told.items() <= ask("GET", "/seeker").json.items()


def test_the_export_keeps_to_the_published_schema(ask: Program) -> None:
    document = ask("GET", f"/interviews/{INTERVIEW}/export").json
    jsonschema.validate(document, SCHEMA)
    assert document["generated_at"] == "2026-11-26T09:30:00Z"
    assert len(document["questions"]) > 5


def test_every_card_comes_with_its_passage(ask: Program) -> None:
    cards = ask("GET", f"/interviews/{INTERVIEW}/cards").json["cards"]
    assert len(cards) >= 8
    assert all(one["card"]["evidence"] == one["evidence"]["id"] and one["evidence"]["exact"] for one in cards)


def test_a_question_is_held_against_the_pages(ask: Program) -> None:
    said = ask("POST", "/lint", {"interview_id": INTERVIEW, "question": "Are you hiring at the moment?"}).json
    assert said["findings"][0]["severity"] == "error"
    assert len(said["answered_by"]) == 3


def test_a_token_for_clips_sees_whom_they_can_be_for_and_nothing_else(house: House) -> None:
    ask = house.program(scope=Scope.CLIP)
    assert ask("GET", "/interviews").status_code == 200
    assert ask("GET", f"/interviews/{INTERVIEW}/export").status_code == 403
    assert ask("POST", "/clips", clip()).status_code == 201


def test_a_token_for_reading_writes_nothing(house: House) -> None:
    ask = house.program(scope=Scope.READ)
    assert ask("POST", "/lint", {"interview_id": INTERVIEW, "question": "Why?"}).status_code == 200
    assert ask("POST", "/clips", clip()).status_code == 403
    assert ask("PUT", "/seeker", {}).status_code == 403


def test_the_api_describes_itself(ask: Program) -> None:
    described = ask("GET", "/openapi.json").json
    assert described["openapi"].startswith("3.1")
    assert {"/api/v1/clips", "/api/v1/lint", "/api/v1/interviews/{interview_id}/export"} <= described["paths"].keys()


def test_the_log_holds_routes_and_neither_text_nor_tokens(
    house: House, ask: Program, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    ask("POST", "/clips", clip(title="Title of a page", note="A note of mine"))
    ask("PATCH", f"/clips/{CLIP}?note=secret", {"note": "A note of mine"})
    house.client().get("/enter/some-code", base_url=BASE)
    assert "PATCH /api/v1/clips/<clip_id> 200" in caplog.text
    assert "GET /enter/<code> 401" in caplog.text
    for secret in ("Title of", "note of mine", "harbour", ask.token, "some-code", "secret"):
        assert secret not in caplog.text


def test_an_error_of_ours_is_told_without_the_text_that_caused_it(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    _plant(house.alone(), ValueError("the text of a page"))
    answer = house.browser().get("/planted", base_url=BASE)
    assert answer.status_code == 500
    assert "the text of a page" not in caplog.text + answer.text
    assert "ValueError at" in caplog.text


def test_a_store_that_cannot_be_used_is_no_failure_of_the_request(house: House) -> None:
    _plant(house.alone(), StoreError("The disk is full.", hint="Make room, then again."))
    answer = house.browser().get("/planted", base_url=BASE)
    assert answer.status_code == 503
    assert "Make room, then again." in answer.text


def _plant(app: Flask, error: Exception) -> None:
    def planted() -> str:
        raise error

    app.add_url_rule("/planted", view_func=planted)


def _sha(house: House, clip_id: str) -> str:
    with house.service.store.view() as tx:
        return clips.get(tx, ALICE, clip_id).raw_sha256 or ""
