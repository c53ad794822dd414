"""How long stored pages stay, as people see and set it; and leaving."""

from datetime import timedelta

import pytest

from server.actions.keeping import keep_days
from server.store import clips, pages
from server.store.users import UserSettings
from server.web.session import LASTS
from tests.web.made import ALICE, BASE, BOB, CLIP, INTERVIEW, Clock, House
from tests.web.test_pages import BRIEF, see, send, words

KEPT = "/kept"
PAGES = f"{BRIEF}/pages"


def move(house: House, by: timedelta) -> None:
    assert isinstance(house.service.now, Clock)
    house.service.now.move(by)


def has_raw(house: House) -> bool:
    with house.service.store.view() as tx:
        sha256 = next(one for one in clips.of_interview(tx, ALICE, INTERVIEW) if one.id == CLIP).raw_sha256
        return pages.has(tx, ALICE, sha256 or "")


def test_the_pages_of_an_interview_say_until_when_they_are_stored(house: House) -> None:
    browser = house.browser()
    assert "The pages are stored until 3 March 2027, 90 days after the talk. What was read in them stays." in words(
        see(browser, PAGES), ".care"
    )
    send(browser, f"{KEPT}/days", days="for-good")
    assert "The pages are stored until you forget Marit." in words(see(browser, PAGES), ".care")


def test_how_long_pages_stay_is_chosen_on_a_page(house: House) -> None:
    browser = house.browser()
    chosen = see(browser, KEPT).select("input[checked]")
    assert [one["value"] for one in chosen] == ["90"]
    status, seen = send(browser, f"{KEPT}/days", days="30")
    assert (status, words(seen, "[role=status]")) == (200, "Noted. No page was old enough to go.")
    assert [one["value"] for one in seen.select("input[checked]")] == ["30"]
    assert keep_days(house.service, ALICE) == 30
    assert keep_days(house.service, BOB) == 90


def test_pages_past_the_new_time_go_at_once_and_are_told(house: House) -> None:
    move(house, timedelta(days=40))
    assert has_raw(house)
    _, seen = send(house.browser(), f"{KEPT}/days", days="0")
    assert "stored pages of past interviews (Marit Halloran) went" in words(seen, "[role=status]")
    assert not has_raw(house)
    assert house.browser().get(f"/clips/{CLIP}", base_url=BASE).status_code == 200


@pytest.mark.parametrize("days", ["", "-1", "soon", "9999999", "99999", "٣"])
def test_days_that_make_no_sense_change_nothing(house: House, days: str) -> None:
    status, _ = send(house.browser(), f"{KEPT}/days", days=days)
    assert (status, keep_days(house.service, ALICE)) == (422, 90)


def test_a_browser_leaves_and_others_stay(house: House) -> None:
    here, there = house.browser(), house.browser()
    _, seen = send(here, "/leave")
    assert "This browser is out. Others stay in." in words(seen)
    assert see(here, BRIEF, status=401)
    assert see(there, BRIEF)


def test_all_browsers_leave_and_a_new_link_lets_one_in_again(house: House) -> None:
    here, there, bobs = house.browser(), house.browser(), house.browser(BOB)
    cookie = there.get_cookie("groundwork_8765", "127.0.0.1")
    assert cookie
    _, seen = send(here, "/leave-everywhere")
    assert "No browser is in any more." in words(seen)
    assert [browser.get(BRIEF, base_url=BASE).status_code for browser in (here, there)] == [401, 401]
    assert see(bobs, "/")
    assert see(house.browser(), BRIEF)
    stolen = house.client()
    stolen.set_cookie("groundwork_8765", cookie.value, domain="127.0.0.1")
    assert see(stolen, BRIEF, status=401)


def test_a_session_ends_after_its_time_and_not_because_a_clock_jumps_back(house: House) -> None:
    browser = house.browser()
    move(house, -timedelta(days=400))
    assert see(browser, BRIEF)
    move(house, timedelta(days=400) + LASTS - timedelta(seconds=1))
    assert see(browser, BRIEF)
    move(house, timedelta(seconds=1))
    assert see(browser, BRIEF, status=401)


def test_what_is_set_outlives_leaving(house: House) -> None:
    send(house.browser(), f"{KEPT}/days", days="30")
    send(house.browser(), "/leave-everywhere")
    assert keep_days(house.service, ALICE) == 30
    assert UserSettings().sessions == ""


def test_a_link_that_did_not_come_says_when_it_is_tried_again_and_can_be_tried_now(house: House) -> None:
    browser = house.browser()
    send(browser, f"{BRIEF}/links", url="https://dana.example/notes")
    with house.service.store.transaction() as tx:
        clip = clips.of_interview(tx, ALICE, INTERVIEW)[-1]
        clips.put_off(tx, ALICE, clip.id, "The site took too long.", house.service.now() + timedelta(minutes=5))
    seen = see(browser, PAGES)
    assert "Next try in 5 minutes." in words(seen, f"#page-{clip.id}")
    told = len(house.told)
    _, seen = send(browser, f"/clips/{clip.id}/retry")
    assert "This link is still to be fetched." in words(seen, f"#page-{clip.id}")
    assert len(house.told) == told + 1
    assert "Fetch it now" not in words(seen, f"#page-{clip.id}")
    assert INTERVIEW in str(seen.select_one("form.link"))
