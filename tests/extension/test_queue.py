"""A page is kept before anything is sent: whatever ends or is not there, it arrives once, and nobody else gets it."""

import json
from typing import Any

import pytest
from playwright.sync_api import Playwright, expect

from tests.extension.chrome import Chrome, wait_for
from tests.extension.conftest import House
from tests.extension.small import stranger

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ALARM = "chrome.alarms.onAlarm.dispatch({ name: 'send' })"
DUE_NOW = """(async () => {
  for (const [key, one] of Object.entries(await chrome.storage.local.get()))
    if (key.startsWith('clip:')) await chrome.storage.local.set({ [key]: { ...one, next: 0 } })
})()"""


def kept(house: House) -> list[dict[str, Any]]:
    """What the browser keeps of clips."""
    found = house.chrome.worker("chrome.storage.local.get()")
    return [one for key, one in found.items() if key.startswith("clip:")]


def waiting(house: House) -> list[dict[str, Any]]:
    return [one for one in kept(house) if one["state"] != "sent"]


def wake(house: House) -> None:
    """What the alarm does, half a minute early."""
    house.chrome.worker(DUE_NOW)
    house.chrome.worker(ALARM)


def test_a_page_saved_while_the_service_is_down_arrives_once_it_is_up(house: House) -> None:
    house.visit(house.notes("/down"))
    house.groundwork.kill()
    popup = house.press("/down")
    popup.until("/Groundwork is not running/.test(document.body.innerText)")
    assert house.chrome.worker("chrome.alarms.get('send')")["name"] == "send"
    assert house.chrome.worker("chrome.action.getBadgeText({})") == "1"
    house.groundwork.start()
    wake(house)
    assert len(house.arrived("/down") or [house.arrival("/down")]) == 1
    wait_for(lambda: house.chrome.worker("chrome.action.getBadgeText({})") == "", house.chrome.page)
    assert [one["body"] for one in kept(house)] == [None]


def test_a_background_that_is_killed_loses_nothing(house: House) -> None:
    house.visit(house.notes("/killed-worker"))
    house.groundwork.kill()
    house.press("/killed-worker")
    house.chrome.kill_worker()
    house.groundwork.start()
    popup = house.press("/killed-worker")  # the popup wakes it
    wait_for(lambda: "Already saved for Dana." in popup.text() or "Kept" in popup.text(), house.chrome.page)
    assert house.arrival("/killed-worker")
    assert len(house.arrived("/killed-worker")) == 1


def test_a_browser_that_is_killed_and_started_again_sends_what_it_kept(house: House, playwright: Playwright) -> None:
    house.visit(house.notes("/killed-browser"))
    house.groundwork.kill()
    house.press("/killed-browser")
    house.chrome.kill()
    house.groundwork.start()
    house.chrome = Chrome(playwright, house.chrome.profile)
    assert house.arrival("/killed-browser")["title"] == "Notes by Dana Whitlock"
    wait_for(lambda: not waiting(house), house.chrome.page)
    assert len(house.arrived("/killed-browser")) == 1


def test_what_waits_is_listed_and_can_be_deleted(house: House) -> None:
    house.visit(house.notes("/listed"))
    house.groundwork.kill()
    house.press("/listed")
    options = house.chrome.open("options/options.html")
    expect(options.locator("#queue")).to_contain_text("Notes by Dana Whitlock")
    expect(options.locator("#queue")).to_contain_text("Groundwork is not running")
    options.click("#queue [data-act=drop]")
    options.wait_for_selector("#queue", state="hidden")
    options.close()
    house.groundwork.start()
    assert waiting(house) == []


def test_a_wrong_token_keeps_the_page_until_the_browser_is_connected_again(house: House) -> None:
    before = house.chrome.worker("chrome.storage.local.get('connection')")
    house.chrome.worker(f"chrome.storage.local.set({json.dumps(_with(before, token='wrong'))})")
    house.chrome.kill_worker()  # what was proved is known to one life of it
    house.visit(house.notes("/wrong-token"))
    popup = house.press("/wrong-token")
    wait_for(lambda: "could not prove to be your Groundwork" in popup.text(), house.chrome.page)
    house.chrome.worker(f"chrome.storage.local.set({json.dumps(_with(before, token_id='nobody'))})")
    wake(house)
    wait_for(lambda: waiting(house)[0]["cause"] == "unknown", house.chrome.page)
    house.chrome.worker(f"chrome.storage.local.set({json.dumps(before)})")
    wake(house)
    assert house.arrival("/wrong-token")


def test_another_program_on_the_port_gets_neither_page_nor_token(house: House) -> None:
    house.visit(house.notes("/stranger"))
    house.groundwork.kill()
    token = house.chrome.worker("chrome.storage.local.get('connection')")["connection"]["token"]
    with stranger(house.groundwork.port, {"service": "groundwork", "api": 1, "proof": "00"}) as heard:
        popup = house.press("/stranger")
        wait_for(lambda: "could not prove to be your Groundwork" in popup.text(), house.chrome.page)
        options = house.chrome.open("options/options.html")
        wait_for(lambda: "is not your Groundwork" in options.inner_text("#connection"), options)
        options.close()
    with stranger(house.groundwork.port, {"hello": "I am a printer"}) as also_heard:
        options = house.chrome.open("options/options.html")
        wait_for(lambda: "Another program answers" in options.inner_text("#connection"), options)
        options.close()
    everything = b"".join(heard + also_heard)
    assert everything
    assert token.encode() not in everything
    assert b"harbour" not in everything
    house.groundwork.start()
    wake(house)
    assert house.arrival("/stranger")


def test_what_the_service_will_never_take_is_listed_with_its_reason(house: House) -> None:
    house.visit(house.notes("/refused"))
    house.groundwork.kill()
    house.press("/refused")
    (entry,) = waiting(house)
    entry["interview"] = entry["body"]["interview_id"] = "nobody"
    house.chrome.worker(f"chrome.storage.local.set({json.dumps({'clip:' + entry['key']: entry})})")
    house.groundwork.start()
    wake(house)
    wait_for(lambda: waiting(house)[0]["state"] == "refused", house.chrome.page)
    options = house.chrome.open("options/options.html")
    expect(options.locator("#queue .soft")).to_contain_text("not taken: There is no such interview.")
    options.click("#queue [data-act=retry]")  # as it is, it is refused again
    expect(options.locator("#queue .soft")).to_contain_text("not taken")
    options.click("#queue [data-act=give]")
    expect(options.locator("#queue")).to_be_hidden()
    options.close()
    assert house.arrival("/refused")["interview_id"] == house.person("Dana Whitlock")


def test_all_local_data_can_be_deleted(house: House) -> None:
    options = house.chrome.open("options/options.html")
    options.click("#forget")
    options.click("#forget_sure")
    options.wait_for_selector("#forgotten:not(:empty)")
    expect(options.locator("#cause")).not_to_have_text("Connected.")
    options.close()
    assert house.chrome.worker("chrome.storage.local.get()") in (
        {},
        {"connection": {"address": house.groundwork.address}},
    )


def _with(stored: dict[str, Any], **changed: str) -> dict[str, Any]:
    return {"connection": stored["connection"] | changed}
