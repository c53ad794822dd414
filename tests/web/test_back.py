"""What has no interview here yet: one that is brought back from a file, pages that were saved for nobody, and what is too much."""

import io
import json
import zipfile
from http.client import HTTPConnection
from threading import Thread

import pytest
import waitress
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from server.actions.clips import ClipIn, add_clip
from server.actions.exports import Form, Wanted, export_interview
from server.actions.interviews import list_interviews
from server.store import clips
from server.web.door import MAX_BACK, MAX_BODY, MAX_SENT
from tests.web.made import ALICE, BASE, BOB, INTERVIEW, PAGE, PORT, House, csrf_of
from tests.web.test_pages import LIST, see, send, words

WANTED = Wanted(address=BASE)
MARIT = b'{"interviewee": {"name": "Marit Halloran"}}'


def bring(browser: FlaskClient, content: bytes, name: str = "marit.zip") -> tuple[int, BeautifulSoup, str]:
    """Send a file and go where that leads."""
    form = {"csrf_token": csrf_of(browser), "file": (io.BytesIO(content), name)}
    answer = browser.post("/interviews/back", data=form, base_url=BASE, follow_redirects=True)
    return answer.status_code, BeautifulSoup(answer.text, "lxml"), answer.request.path


def zip_of(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return made.getvalue()


def contents(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_what_was_taken_along_comes_back_as_it_was_and_once(house: House) -> None:
    taken = export_interview(house.service, ALICE, INTERVIEW, Form.EVERYTHING, WANTED)
    browser = house.browser(BOB)
    for _ in range(2):
        status, seen, path = bring(browser, taken.content, taken.name)
        assert (status, words(seen, "h1")) == (200, "Pages")
    assert house.told, "the pages are read"
    (known,) = list_interviews(house.service, BOB)
    assert path == f"/interviews/{known.id}/pages"
    again = export_interview(house.service, BOB, known.id, Form.FOLDER, WANTED)
    folder = export_interview(house.service, ALICE, INTERVIEW, Form.FOLDER, WANTED)
    assert contents(again.content) == contents(folder.content)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"no zip at all", "The file is no zip file, or a damaged one."),
        (zip_of(**{"notes.txt": b"hello"}), "There is no dossier.json in it."),
        (zip_of(**{"dossier.json": b"{"}), "JSON"),
        (zip_of(**{"dossier.json": b"{}"}), "interviewee"),
        (zip_of(**{"dossier.json": MARIT, "..__evil.html": b"out"}), "It names a file outside itself"),
        (zip_of(**{"dossier.json": MARIT, "pages__big.html": b"0" * 30_000_000}), "It holds more than fits."),
    ],
)
def test_a_file_that_cannot_be_used_is_told_and_nothing_of_it_is_kept(house: House, content: bytes, told: str) -> None:
    browser = house.browser(BOB)
    status, seen, _ = bring(browser, content)
    assert status == 422
    assert told.lower() in words(seen, "#file-wrong").lower()
    assert "groundwork-" not in seen.text, "where it was unpacked is nobody's business"
    assert seen.select("#back[open]")
    assert list_interviews(house.service, BOB) == ()


def test_no_file_is_told_as_well(house: House) -> None:
    status, seen = send(house.browser(), "/interviews/back")
    assert (status, words(seen, "#file-wrong")) == (422, "Choose the zip file first.")


def test_pages_that_cannot_come_are_named_beside_the_way_to_the_rest(house: House) -> None:
    given = {
        "interviewee": {"name": "Rosa Lind"},
        "clips": [{"id": "c1", "file": "a.html"}, {"id": "c2", "file": "b.html"}],
    }
    status, seen, _ = bring(
        house.browser(BOB), zip_of(**{"dossier.json": json.dumps(given).encode(), "a.html": PAGE.encode()})
    )
    (known,) = list_interviews(house.service, BOB)
    assert (status, known.clips) == (200, 1)
    assert "b.html" in words(seen, "#file-wrong") or "c2" in words(seen, "#file-wrong")
    assert seen.select_one(f"#file-wrong a[href='/interviews/{known.id}/pages']")


def test_pages_for_nobody_stand_on_the_list_and_go_to_somebody_or_away(house: House) -> None:
    browser = house.browser()
    assert not see(browser, LIST).select("#nobody")
    first, _ = add_clip(house.service, ALICE, ClipIn(key="k1", html=PAGE, title="Notes", note="who is she?"))
    second, _ = add_clip(house.service, ALICE, ClipIn(key="k2", url="https://dana.example/talks"))
    seen = see(browser, LIST)
    told = words(seen, "section:has(> #nobody)")
    assert "Notes" in told
    assert "Your note: who is she?" in told
    assert "dana.example" in told
    assert [option["value"] for option in seen.select(f"#for-{first.id} option")] == ["", INTERVIEW]
    send(browser, f"/clips/{first.id}/for", interview_id=INTERVIEW)
    send(browser, f"/clips/{second.id}/remove")
    with house.service.store.view() as tx:
        assert first.id in {one.id for one in clips.of_interview(tx, ALICE, INTERVIEW)}
        assert clips.of_interview(tx, ALICE, None) == ()
    assert not see(browser, LIST).select("#nobody")


def test_a_page_goes_to_nobody_elses_interview(house: House) -> None:
    mine, _ = add_clip(house.service, BOB, ClipIn(key="k1", html=PAGE))
    assert send(house.browser(BOB), f"/clips/{mine.id}/for", interview_id=INTERVIEW)[0] == 404
    assert send(house.browser(BOB), f"/clips/{mine.id}/for")[0] == 422
    assert send(house.browser(ALICE), f"/clips/{mine.id}/for", interview_id=INTERVIEW)[0] == 404


def test_a_form_that_is_too_much_is_answered_by_a_page_of_ours_through_the_real_server(house: House) -> None:
    """The whole body is taken in first: a browser that still sends would never see the answer."""
    assert MAX_BODY < MAX_BACK < MAX_SENT
    server = waitress.create_server(house.app, host="127.0.0.1", port=0, max_request_body_size=MAX_SENT)
    loop = Thread(target=server.run, daemon=True)
    loop.start()
    connection = HTTPConnection("127.0.0.1", server.effective_port, timeout=60)
    sent = b"x" * (MAX_BODY + 1_000_000)
    kind = "multipart/form-data; boundary=x"
    connection.request(
        "POST",
        f"/interviews/{INTERVIEW}/files",
        body=sent,
        headers={"Host": f"127.0.0.1:{PORT}", "Content-Type": kind, "Sec-Fetch-Site": "same-origin"},
    )
    answer = connection.getresponse()
    seen = BeautifulSoup(answer.read(), "lxml")
    connection.close()
    server.task_dispatcher.shutdown()  # no worker tells the loop anything any more
    server.trigger.pull_trigger(server.close)  # by the loop itself: closed under it, it would poll what is gone
    loop.join(timeout=60)
    assert not loop.is_alive()
    assert (answer.status, words(seen, "h1")) == (413, "That is too large")
    assert "All of it together may have 25 MB." in words(seen, "main")


def test_a_file_too_large_to_come_back_is_told_its_own_limit_and_what_takes_it(house: House) -> None:
    sent = {"base_url": BASE, "environ_overrides": {"CONTENT_LENGTH": str(MAX_BACK + 1)}}
    answer = house.browser().post("/interviews/back", content_type="multipart/form-data; boundary=x", **sent)
    told = words(BeautifulSoup(answer.text, "lxml"), "main")
    assert answer.status_code == 413
    assert "may have 100 MB." in told
    assert "groundwork import" in told


def test_a_program_that_sends_too_much_is_told_in_json(house: House) -> None:
    sent = house.program()
    answer = sent.client.post(
        "/api/v1/clips",
        base_url=BASE,
        headers={
            "Authorization": f"Bearer {sent.token}",
            "X-Groundwork-Client": "test",
            "Content-Type": "application/json",
        },
        environ_overrides={"CONTENT_LENGTH": str(MAX_BODY + 1)},
    )
    assert (answer.status_code, answer.json["error"]["code"]) == (413, "refused")
