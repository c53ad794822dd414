"""The page on which a person pairs browsers and sends them away."""

import io
import json
import re
import zipfile
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from server.actions.button import Kind, file_name, packed
from tests.house import ROOT
from tests.web.made import ALICE, BASE, BOB, INTERVIEW, ORIGIN, PAIRED, PAIRED_SECRET, Clock, House, Program, csrf_of

CODE = re.compile(r"[A-Z2-9]{4}-[A-Z2-9]{4}")


def send(client: FlaskClient, path: str) -> TestResponse:
    return client.post(path, base_url=BASE, data={"csrf_token": csrf_of(client)})


def shown(client: FlaskClient) -> str:
    return client.get("/browsers", base_url=BASE).text


@pytest.fixture
def alices(house: House) -> FlaskClient:
    return house.browser(ALICE)


def test_the_code_on_the_page_pairs_a_browser_which_then_stands_there(house: House) -> None:
    bobs = house.browser(BOB)
    assert "No browser is paired yet." in shown(bobs)
    found = CODE.search(bobs.get("/browsers/code", base_url=BASE).text)
    assert found
    house.extension()("POST", "/pair", {"code": found[0], "browser": "Firefox on <Linux>"})
    assert "Firefox on &lt;Linux&gt;" in shown(bobs)
    assert "Paired today · not used yet" in shown(bobs)


def test_the_page_of_the_browsers_makes_no_code(alices: FlaskClient) -> None:
    assert not CODE.search(shown(alices))


def test_the_code_is_the_title_so_that_it_is_read_off_the_tab(alices: FlaskClient) -> None:
    told = alices.get("/browsers/code", base_url=BASE).text
    found = CODE.search(told)
    assert found
    assert f"<title>{found[0]} · Groundwork</title>" in told


@pytest.mark.parametrize(
    ("says", "first", "type_"),
    [
        ("Mozilla/5.0 (X11) Chrome/156.0 Safari/537.36", "Chrome", "chrome://extensions"),
        ("Mozilla/5.0 (X11) Chrome/156.0 Safari/537.36 Edg/156.0", "Edge", "edge://extensions"),
        (
            "Mozilla/5.0 (X11; rv:153.0) Gecko/20100101 Firefox/153.0",
            "Firefox",
            "about:debugging#/runtime/this-firefox",
        ),
    ],
)
def test_a_newcomer_is_told_on_the_first_screen_how_the_button_is_put_into_their_browser(
    house: House, says: str, first: str, type_: str
) -> None:
    bobs = house.browser(BOB)
    for path in ("/", "/browsers"):
        told = bobs.get(path, base_url=BASE, headers={"User-Agent": says}).text
        opened = told[told.index("Put the button in") :]
        assert f"<code>{type_}</code>" in opened[: opened.index("</details>")]
        assert str(ROOT / "extension") in opened[: opened.index("</details>")]
    assert f"Put the button into {first}" in bobs.get("/", base_url=BASE, headers={"User-Agent": says}).text


def test_who_has_the_button_is_told_no_more(alices: FlaskClient) -> None:
    assert "Put the button into" not in alices.get("/", base_url=BASE).text
    assert "Put the button into" not in alices.get(f"/interviews/{INTERVIEW}", base_url=BASE).text


def test_the_button_is_handed_out_as_the_zip_that_make_extension_writes(alices: FlaskClient) -> None:
    answer = alices.get("/browsers/button/chrome", base_url=BASE)
    assert answer.data == packed(Kind.CHROME)
    assert answer.headers["Content-Disposition"] == f"attachment; filename={file_name(Kind.CHROME)}"


def test_a_button_for_firefox_has_an_id_of_ones_own_since_mozilla_signs_each_for_one_account(
    house: House, alices: FlaskClient
) -> None:
    asked = (alices, alices, house.browser(BOB))
    first, again, other = (_id_in(who.get("/browsers/button/firefox", base_url=BASE).data) for who in asked)
    assert first == again
    assert len({first, other, _id_in(packed(Kind.FIREFOX))}) == 3
    assert re.fullmatch(r"clip-[0-9a-f]{16}@groundwork\.example", first)


def test_there_is_no_button_for_a_browser_that_we_do_not_know(house: House, alices: FlaskClient) -> None:
    assert alices.get("/browsers/button/lynx", base_url=BASE).status_code == 404
    assert house.client().get("/browsers/button/chrome", base_url=BASE).status_code == 401


def test_a_browser_says_when_it_was_paired_and_used(house: House, alices: FlaskClient) -> None:
    assert isinstance(house.service.now, Clock)
    house.service.now.move(timedelta(days=3))
    Program(house.client(), PAIRED_SECRET)("GET", "/interviews")
    assert "Paired on 26 November 2026 · last used today" in shown(alices)


def test_a_browser_that_is_removed_is_let_in_no_more(house: House, alices: FlaskClient) -> None:
    ask = Program(house.client(), PAIRED_SECRET)
    assert ask("GET", "/interviews", Origin=ORIGIN).status_code == 200
    assert send(alices, f"/browsers/{PAIRED}/remove").headers["Location"] == "/browsers"
    assert ask("GET", "/interviews", Origin=ORIGIN).status_code == 401
    assert "Chromium on Linux" not in shown(alices)


def test_browsers_of_somebody_else_are_neither_seen_nor_removed(house: House) -> None:
    bobs = house.browser(BOB)
    assert "Chromium on Linux" not in shown(bobs)
    assert send(bobs, f"/browsers/{PAIRED}/remove").status_code == 404
    assert Program(house.client(), PAIRED_SECRET)("GET", "/interviews").status_code == 200


def test_a_token_for_a_program_is_no_browser(house: House, alices: FlaskClient) -> None:
    house.secret()
    assert shown(alices).count("Paired today") == 1


def _id_in(packed_: bytes) -> str:
    """What Firefox knows the button in a zip by."""
    manifest = json.loads(zipfile.ZipFile(io.BytesIO(packed_)).read("manifest.json"))
    return str(manifest["browser_specific_settings"]["gecko"]["id"])
