"""What the button knows of pages: which were clipped already, links handed over, and what a clip brought."""

import hashlib
from typing import Any

import pytest

from server.actions.reading import read_waiting
from server.store import users
from tests.web.made import ALICE, BOB, CLIP, INTERVIEW, House, Program, clip

URL = "https://www.dana.example/notes/?utm_source=letter#top"


@pytest.fixture
def ask(house: House) -> Program:
    return house.program()


def of_hash(house: House, url: str, user: str = ALICE) -> str:
    with house.service.store.view() as tx:
        salt = users.get(tx, user).salt
    return hashlib.sha256(f"{salt}{url}".encode()).hexdigest()[:16]


def saved(ask: Program, since: str = "") -> Any:
    return ask("GET", f"/saved?since={since}").json


def test_a_browser_is_told_hashes_and_no_address(house: House, ask: Program) -> None:
    kept = ask("POST", "/clips", clip(url=URL, interview_id=INTERVIEW)).json["id"]
    told = ask("GET", "/saved")
    assert "example" not in told.text
    assert told.json["pages"][-1] == {
        "hash": of_hash(house, "https://dana.example/notes"),
        "interview_id": INTERVIEW,
        "clip_id": kept,
        "clipped_at": "2026-11-25T19:00:00+01:00",
    }


def test_the_same_page_of_another_user_has_another_hash(house: House, ask: Program) -> None:
    others = house.program(BOB)
    ask("POST", "/clips", clip())
    others("POST", "/clips", clip())
    mine, theirs = saved(ask)["pages"][-1]["hash"], saved(others)["pages"][-1]["hash"]
    assert mine != theirs
    assert len(saved(others)["pages"]) == 1


def test_the_whole_list_is_told_when_anything_changed_and_nothing_when_not(ask: Program) -> None:
    first = saved(ask)
    assert (first["whole"], len(first["pages"])) == (True, 9)
    again = saved(ask, first["cursor"])
    assert again == first | {"whole": False, "pages": []}
    ask("PATCH", f"/clips/{CLIP}", {"interview_id": None})
    moved = saved(ask, first["cursor"])
    assert moved["whole"]
    assert {page["clip_id"]: page["interview_id"] for page in moved["pages"]}[CLIP] is None
    ask("DELETE", f"/clips/{CLIP}")
    gone = saved(ask, moved["cursor"])
    assert CLIP not in {page["clip_id"] for page in gone["pages"]}


def test_a_note_changes_nothing_that_a_browser_has_to_know(ask: Program) -> None:
    cursor = saved(ask)["cursor"]
    ask("PATCH", f"/clips/{CLIP}", {"note": "Ask about it."})
    assert not saved(ask, cursor)["whole"]


def test_a_page_without_an_address_is_nowhere_on_the_web(ask: Program) -> None:
    before = saved(ask)["cursor"]
    ask("POST", "/clips", clip(url=""))
    assert not saved(ask, before)["whole"]


def test_a_link_is_read_later_and_kept_once(house: House, ask: Program) -> None:
    link = {"interview_id": INTERVIEW, "url": URL, "note": "Why so early?"}
    first, again = ask("POST", "/links", link), ask("POST", "/links", link)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json == again.json == {"id": first.json["id"], "status": "to_read"}
    told = ask("GET", f"/clips/{first.json['id']}").json
    assert (told["status"], told["note"], told["quotes"]) == ("to_read", "Why so early?", None)
    assert house.told


@pytest.mark.parametrize("url", ["", "dana.example", "javascript:alert(1)", "file:///etc/passwd"])
def test_what_is_no_link_is_refused(ask: Program, url: str) -> None:
    answer = ask("POST", "/links", {"interview_id": INTERVIEW, "url": url})
    assert (answer.status_code, answer.json["error"]["code"]) == (422, "bad_input")


ABOUT = """<html><head><title>Dana Whitlock on winter ferries</title></head><body><article><h1>Dana Whitlock on winter
ferries</h1><p>Dana Whitlock said that she stopped planning winter timetables from a desk after the storm of 2019.</p>
<p>Whitlock told the harbour meeting that a ferry without a crew roster is a drawing and not a service.</p>
<p>She added that nobody had asked the crews before, and that this was the mistake she would not make again.</p>
<p>The meeting went on until late in the evening, and the minutes were kept by the harbour office of the town.</p>
</article></body></html>"""
NOBODY = "<html><title>Tides</title><body><article>" + "<p>The tide tables of the port are printed each year.</p>" * 9


@pytest.fixture
def danas(ask: Program) -> str:
    """The id of an interview that has no page yet."""
    given = {"interviewee": {"name": "Dana Whitlock", "headline": "Plans ferries"}}
    return str(ask("POST", "/interviews", given).json["id"])


def told(house: House, ask: Program, interview_id: str, html: str, url: str = "https://harbour.example/ferries") -> Any:
    kept = ask("POST", "/clips", clip(url, html=html, url=url, title="", interview_id=interview_id)).json["id"]
    before = ask("GET", f"/clips/{kept}").json
    assert (before["status"], before["reason"]) == ("reading", "This page is being read.")
    assert (before["quotes"], before["adds"], before["mentions"]) == (None, None, None)
    read_waiting(house.service)
    return ask("GET", f"/clips/{kept}").json


def test_a_read_clip_tells_what_it_brings(house: House, ask: Program, danas: str) -> None:
    found = told(house, ask, danas, ABOUT)
    assert (found["interview_id"], found["status"], found["mentions"]) == (danas, "used", True)
    assert found["adds"] == found["quotes"] >= 2


def test_a_clip_that_another_page_says_already_adds_less(house: House, ask: Program, danas: str) -> None:
    first = told(house, ask, danas, ABOUT)
    news = "".join(
        f"<p>Dana Whitlock opened pier {at} of the town in the spring of {at + 1980}.</p>" for at in range(25)
    )
    again = told(house, ask, danas, ABOUT.replace("</article>", f"{news}</article>"), "https://town.example/minutes")
    assert again["quotes"] > again["adds"] >= again["quotes"] - first["quotes"]


def test_a_page_that_does_not_name_them_says_so(house: House, ask: Program, danas: str) -> None:
    found = told(house, ask, danas, NOBODY)
    assert (found["status"], found["mentions"], found["quotes"], found["adds"]) == ("no_mention", False, 0, 0)
    assert "is not named on this page" in found["reason"]


def test_what_the_person_says_of_a_page_does_not_make_it_name_them(house: House, ask: Program, danas: str) -> None:
    found = told(house, ask, danas, NOBODY)
    ask("PATCH", f"/clips/{found['id']}", {"verdict": "context"})
    again = ask("GET", f"/clips/{found['id']}").json
    assert (again["status"], again["mentions"]) == ("context", False)


def test_a_clip_of_no_interview_waits_for_one(house: House, ask: Program) -> None:
    kept = ask("POST", "/clips", clip()).json["id"]
    read_waiting(house.service)
    found = ask("GET", f"/clips/{kept}").json
    assert (found["status"], found["interview_id"], found["mentions"]) == ("unsure", None, None)
    assert found["reason"] == "This page belongs to no interview yet."


def test_a_page_nobody_can_read_says_why(house: House, ask: Program) -> None:
    found = told(house, ask, INTERVIEW, "\x89PNG or so")
    assert (found["status"], found["mentions"], found["quotes"]) == ("unreadable", None, None)
    assert found["reason"]
