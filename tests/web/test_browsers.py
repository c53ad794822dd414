"""The page on which a person pairs browsers and sends them away."""

import re
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.made import ALICE, BASE, BOB, ORIGIN, PAIRED, PAIRED_SECRET, Clock, House, Program, csrf_of

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
    found = CODE.search(send(bobs, "/browsers/code").text)
    assert found
    house.extension()("POST", "/pair", {"code": found[0], "browser": "Firefox on <Linux>"})
    assert "Firefox on &lt;Linux&gt;" in shown(bobs)
    assert "Paired today · not used yet" in shown(bobs)


def test_looking_at_the_page_makes_no_code(alices: FlaskClient) -> None:
    assert not CODE.search(shown(alices))


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
