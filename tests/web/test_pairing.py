"""The button of a browser: paired by a code, sure of whom it talks to, let in and sent away."""

import hashlib
import hmac
from datetime import timedelta

import pytest

from server.actions.entry import revoke_token
from server.actions.pairing import paired
from server.store.tokens import Scope
from tests.web.made import (
    ALICE,
    BASE,
    BOB,
    INTERVIEW,
    ORIGIN,
    OTHER_ORIGIN,
    PAIRED,
    PAIRED_SECRET,
    PORT,
    Clock,
    House,
    Program,
    clip,
)

NONCE = "0123456789abcdef" * 4


def pairing(house: House, code: str, browser: str = "Firefox on Linux", origin: str = OTHER_ORIGIN) -> Program:
    """A browser that is paired now."""
    answer = house.extension(origin)("POST", "/pair", {"code": code, "browser": browser})
    assert answer.status_code == 201, answer.text
    return Program(house.client(), answer.json["token"])


def later(house: House, **by: float) -> None:
    assert isinstance(house.service.now, Clock)
    house.service.now.move(timedelta(**by))


def test_an_extension_learns_who_we_are_and_nothing_about_who_uses_us(house: House) -> None:
    answer = house.extension()("GET", "/hello")
    assert (answer.json["service"], answer.json["api"]) == ("groundwork", 1)
    assert answer.json.keys() == {"service", "api", "version"}
    assert house.client().get("/api/v1/hello", base_url=BASE).status_code == 403


def test_a_code_pairs_a_browser_which_then_clips_and_reads(house: House) -> None:
    answer = house.extension()("POST", "/pair", {"code": house.code(), "browser": " Chromium on Linux "})
    assert answer.status_code == 201
    assert (answer.json["scopes"], answer.json["browser"]) == (["clip", "read"], "Chromium on Linux")
    ask = Program(house.client(), answer.json["token"])
    assert ask("POST", "/clips", clip(), Origin=ORIGIN).status_code == 201
    assert ask("GET", f"/interviews/{INTERVIEW}/export").status_code == 200
    assert ask("PUT", "/seeker", {}, Origin=ORIGIN).status_code == 403


def test_what_a_browser_was_given_is_good_from_its_own_extension_alone(house: House) -> None:
    ask = pairing(house, house.code())
    assert ask("POST", "/clips", clip(), Origin=OTHER_ORIGIN).status_code == 201
    assert ask("POST", "/clips", clip("k2"), Origin=ORIGIN).status_code == 403


@pytest.mark.parametrize("typed", ["{}", " {} ", "{}\n"])
def test_a_code_is_read_as_people_type_it(house: House, typed: str) -> None:
    code = house.code()
    pairing(house, typed.format(code.lower().replace("-", " ")))


def test_a_code_is_easy_to_type_and_hard_to_guess(house: House) -> None:
    codes = {house.code() for _ in range(50)}
    assert len(codes) == 50
    assert not set("".join(codes)) & set("01ILO")
    assert {len(code) for code in codes} == {9}


def test_a_code_works_once(house: House) -> None:
    code = house.code()
    pairing(house, code)
    again = house.extension()("POST", "/pair", {"code": code, "browser": "Edge"})
    assert (again.status_code, again.json["error"]["code"]) == (403, "refused")
    assert "Make a new one" in again.json["error"]["hint"]


def test_a_code_lasts_two_minutes(house: House) -> None:
    code = house.code()
    later(house, seconds=119)
    pairing(house, code)
    code = house.code()
    later(house, seconds=120)
    assert house.extension()("POST", "/pair", {"code": code, "browser": "Edge"}).status_code == 403


def test_a_new_code_ends_the_one_before_and_leaves_those_of_others(house: House) -> None:
    old, bobs = house.code(), house.code(BOB)
    house.code()
    assert house.extension()("POST", "/pair", {"code": old, "browser": "Edge"}).status_code == 403
    pairing(house, bobs, "of Bob")
    assert [one.name for one in paired(house.service, BOB)] == ["of Bob"]


def test_five_codes_a_minute_may_be_tried_whoever_tries(house: House) -> None:
    wrong = {"code": "AAAA-2345", "browser": "Edge"}
    for at, origin in enumerate([ORIGIN, OTHER_ORIGIN] * 3):
        answer = house.extension(origin)("POST", "/pair", wrong)
        assert answer.status_code == (429 if at == 5 else 403)
    assert answer.json["error"]["hint"] == "Wait a minute, then try again."
    code = house.code()
    assert house.extension()("POST", "/pair", {"code": code, "browser": "Edge"}).status_code == 429
    later(house, seconds=60)
    pairing(house, code)


def test_a_clock_that_jumps_back_locks_nobody_out_and_makes_no_code_last(house: House) -> None:
    for _ in range(5):
        house.extension()("POST", "/pair", {"code": "AAAA-2345", "browser": "Edge"})
    old = house.code()
    later(house, days=-1)
    assert house.extension()("POST", "/pair", {"code": old, "browser": "Edge"}).status_code == 403
    pairing(house, house.code())


@pytest.mark.parametrize(
    "body", [{}, {"code": "AAAA-2345"}, {"code": "", "browser": "x"}, {"code": "A", "browser": " "}]
)
def test_a_pairing_that_is_not_whole_is_told_and_costs_no_try(house: House, body: dict[str, str]) -> None:
    for _ in range(6):
        assert house.extension()("POST", "/pair", body).status_code == 422
    pairing(house, house.code())


def test_we_prove_that_we_know_the_token_and_who_called_us(house: House) -> None:
    answer = house.extension()("POST", "/prove", {"token_id": PAIRED, "nonce": NONCE})
    key = hashlib.sha256(PAIRED_SECRET.encode()).digest()
    message = f"groundwork-prove:127.0.0.1:{PORT}:{NONCE}".encode()
    assert answer.json == {"proof": hmac.new(key, message, "sha256").hexdigest()}


def test_nothing_is_proved_to_an_extension_that_a_token_is_not_for(house: House) -> None:
    wanted = {"token_id": PAIRED, "nonce": NONCE}
    unknown = house.extension()("POST", "/prove", wanted | {"token_id": "t-nobody"})
    assert unknown.status_code == house.extension(OTHER_ORIGIN)("POST", "/prove", wanted).status_code == 404
    revoke_token(house.service, ALICE, PAIRED)
    assert house.extension()("POST", "/prove", wanted).status_code == 404


@pytest.mark.parametrize("nonce", ["", "0f", "g" * 32, "0F" * 16, "0f" * 65, "0f" * 16 + "\n"])
def test_only_a_fresh_number_is_signed(house: House, nonce: str) -> None:
    answer = house.extension()("POST", "/prove", {"token_id": PAIRED, "nonce": nonce})
    assert (answer.status_code, answer.json["error"]["field"]) == (422, "nonce")


def test_a_browser_forgets_itself(house: House) -> None:
    ask = pairing(house, house.code())
    assert ask("DELETE", "/pair", Origin=OTHER_ORIGIN).status_code == 204
    assert ask("GET", "/interviews").status_code == 401
    assert [one.id for one in paired(house.service, ALICE)] == [PAIRED]


def test_the_button_begins_an_interview_and_a_token_for_clips_or_reading_does_not(house: House) -> None:
    ask = pairing(house, house.code())
    wanted = {"interviewee": {"name": "Dana Whitlock"}, "goals": [{"id": "g1", "text": "Leave the harbour."}]}
    assert ask("POST", "/interviews", wanted, Origin=OTHER_ORIGIN).status_code == 201
    assert ask("PATCH", f"/interviews/{INTERVIEW}", {}, Origin=OTHER_ORIGIN).status_code == 403
    for scope in (Scope.READ, Scope.CLIP):
        assert house.program(scope=scope)("POST", "/interviews", wanted).status_code == 403


def test_the_button_opens_our_pages_in_its_browser(house: House) -> None:
    ask = pairing(house, house.code())
    link = ask("POST", "/login", {"interview_id": INTERVIEW}, Origin=OTHER_ORIGIN).json["link"]
    assert link.startswith(f"{BASE}/enter/")
    opened = house.client().get(link.removeprefix(BASE), base_url=BASE, follow_redirects=True)
    assert "Marit Halloran" in opened.text


def test_a_login_leads_to_the_list_if_no_interview_is_named_and_only_for_a_minute(house: House) -> None:
    ask = pairing(house, house.code())
    links = [ask("POST", "/login", {}, Origin=OTHER_ORIGIN).json["link"].removeprefix(BASE) for _ in range(2)]
    assert house.client().get(links[0], base_url=BASE).headers["Location"] == "/"
    later(house, seconds=60)
    assert house.client().get(links[1], base_url=BASE).status_code == 401


def test_a_token_for_reading_alone_becomes_no_session(house: House) -> None:
    assert house.program(scope=Scope.READ)("POST", "/login", {}).status_code == 403
    assert house.program(scope=Scope.CLIP)("POST", "/login", {}).status_code == 403
