"""In the talk, with everything that goes wrong in one: the service goes and comes back, the page is loaded again, two windows."""

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, expect
from werkzeug.serving import BaseWSGIServer, make_server

from server.actions.entry import ensure_user
from server.actions.forgetting import forget_person
from server.actions.interviews import InterviewIn, add_interview
from server.actions.reading import read_waiting
from server.actions.sample import SAMPLE_ID, ensure_sample
from server.actions.service import Service
from server.actions.talk import get_talk, write_marks
from server.app import create_app
from server.model import Goal, Interviewee
from server.model.talk import Mark, MarkKind, Talk
from server.store import sheets
from server.web.current import Parts
from server.web.session import Links, Way
from tests.browser.conftest import Site
from tests.browser.pressing import press
from tests.house import ROOT
from tests.web.made import BOB, KEY, NOW

pytestmark = pytest.mark.browser
KIM = "kim"
TALK = f"/interviews/{SAMPLE_ID}/talk"
STATIC = ROOT / "server/web/static"
READY = "caches.open('groundwork-talk-1').then(c => c.match(location.pathname)).then(Boolean)"
LEFT_HERE = """async () => [Object.keys(localStorage).length, (await navigator.serviceWorker.getRegistrations()).length,
  (await caches.keys()).length]"""
ASIDE = "That’s worth its own call"


@dataclass
class House:
    """A service of its own that can go and come back at the same address."""

    service: Service
    port: int = 0
    links: Links = field(default_factory=Links)
    running: list[tuple[BaseWSGIServer, threading.Thread]] = field(default_factory=list)
    app: Any = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def up(self) -> None:
        server = make_server("127.0.0.1", self.port, self._at_the_door, threaded=True)
        self.port = server.server_port
        if self.app is None:
            self.app = create_app(Parts(self.service, lambda: None, self.links, self.port), KEY)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        self.running.append((server, thread))

    def down(self) -> None:
        while self.running:
            server, thread = self.running.pop()
            server.shutdown()
            thread.join()
            server.server_close()

    def enter(self, page: Page, path: str = TALK, user: str = KIM) -> None:
        page.goto(f"{self.address}/enter/{self.links.make(Way(user, path))}")

    def talk(self) -> Talk:
        return get_talk(self.service, KIM, SAMPLE_ID)

    def _at_the_door(self, environ: Any, start: Any) -> Any:
        return self.app(environ, start)


@pytest.fixture
def house(site: Site) -> Iterator[House]:
    ensure_user(site.service, KIM)
    ensure_sample(site.service, KIM)
    read_waiting(site.service)
    with site.service.store.transaction() as tx:
        sheets.put(tx, KIM, SAMPLE_ID, Talk(), NOW)
    made = House(site.service)
    made.up()
    yield made
    made.down()


def ticked(page: Page, number: int) -> None:
    expect(page.locator(".tick button").nth(number)).to_have_attribute("aria-pressed", "true")


def note(page: Page, number: int, text: str) -> None:
    page.locator(".pen").nth(number).click()
    page.keyboard.type(text)


def put_by(page: Page, text: str) -> None:
    page.get_by_label(ASIDE).fill(text)
    page.keyboard.press("Enter")


def all_sent(page: Page) -> None:
    until(page, "Object.keys(localStorage).every(k => !localStorage[k].includes('\"sent\":false'))")


def until(page: Page, holds: str) -> None:
    """Wait for it. (Playwright's own way evaluates text in the page, which our policy forbids.)"""
    for _ in range(400):
        if page.evaluate(holds):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never came true: {holds}")


def test_what_is_ticked_noted_and_put_by_stays_when_the_page_is_loaded_again(house: House, page: Page) -> None:
    house.enter(page)
    page.locator(".tick button").first.click()
    note(page, 1, "Ring Ola.")
    put_by(page, "the peat survey")
    all_sent(page)
    page.reload()
    ticked(page, 0)
    expect(page.locator(".tick [aria-pressed=true]")).to_have_count(1)
    expect(page.locator(".noted").nth(1)).to_have_text("Ring Ola.")
    expect(page.locator(".asides .said").first).to_have_text("the peat survey")
    talk = house.talk()
    assert (len(talk.ticked), [*talk.noted.values()], [*talk.side_tracks.values()]) == (
        1,
        ["Ring Ola."],
        ["the peat survey"],
    )


def test_while_the_service_is_down_everything_works_comes_up_again_and_is_sent_once_it_answers(
    house: House, page: Page
) -> None:
    house.enter(page)
    until(page, READY)
    page.get_by_role("button", name="We began").click()
    all_sent(page)
    house.down()
    page.locator(".tick button").first.click()
    note(page, 1, "Ring Ola.")
    put_by(page, "the peat survey")
    expect(page.locator(".status")).to_contain_text("kept in this browser")
    page.reload()
    ticked(page, 0)
    expect(page.locator(".noted").nth(1)).to_have_text("Ring Ola.")
    expect(page.locator(".left")).to_contain_text("min left")
    put_by(page, "who pays for maintenance")
    assert house.talk().ticked == {}
    house.up()
    page.evaluate("window.dispatchEvent(new Event('online'))")
    all_sent(page)
    expect(page.locator(".status")).to_be_empty()
    talk = house.talk()
    assert len(talk.ticked) == 1
    assert [*talk.noted.values()] == ["Ring Ola."]
    assert [*talk.side_tracks.values()] == ["the peat survey", "who pays for maintenance"]


def test_a_note_says_that_it_is_kept_and_whoever_leaves_while_it_cannot_be_sent_is_asked_and_loses_nothing(
    house: House, context: BrowserContext, page: Page
) -> None:
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    house.enter(page)
    saved = page.locator(".saved").first
    expect(saved).to_be_empty()
    note(page, 0, "Ring Ola")
    expect(saved).to_have_text("Kept")
    assert saved.get_attribute("aria-live") == "polite"
    page.goto(f"{house.address}{TALK}")
    expect(saved).to_have_text("Kept")
    assert asked == []
    house.down()
    page.locator(".pen").first.click()
    page.locator(".cued textarea").first.fill("Ring Ola, he counts")
    expect(saved).to_have_text("Kept in this browser")
    with pytest.raises(Exception, match="ERR_CONNECTION_REFUSED"):
        page.goto(f"{house.address}/")
    assert asked == ["beforeunload"]
    house.up()
    after = context.new_page()  # the page of the error loads itself again, and would be in the way
    house.enter(after, "/")
    all_sent(after)
    assert [*house.talk().noted.values()] == ["Ring Ola, he counts"]


def test_who_leaves_for_good_is_told_what_was_not_sent(house: House, page: Page) -> None:
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept() if dialog.type == "beforeunload" else dialog.dismiss()

    page.on("dialog", answer)
    house.enter(page)
    page.route("**/talk/marks", lambda route: route.abort())
    note(page, 0, "Ring Ola.")
    house.enter(page, "/kept")
    page.get_by_role("button", name="Leave on this browser").click()
    expect(page.locator("h1")).to_have_text("What is kept")
    assert asked[-1] == "confirm"
    page.unroute("**/talk/marks")
    page.reload()
    all_sent(page)
    assert [*house.talk().noted.values()] == ["Ring Ola."]


def test_a_mark_whose_answer_was_lost_is_sent_again_and_is_there_once(house: House, page: Page) -> None:
    house.enter(page)
    lost: list[str] = []

    def arrives_but_is_not_answered(route: Any) -> None:
        if len(lost) < 2 and "aside" in (route.request.post_data or ""):
            lost.append(route.fetch().text())
            route.abort()
        else:
            route.continue_()

    page.route("**/talk/marks", arrives_but_is_not_answered)
    put_by(page, "the peat survey")
    all_sent(page)
    assert len(lost) == 2
    assert [*house.talk().side_tracks.values()] == ["the peat survey"]
    expect(page.locator(".asides li")).to_have_count(1)


def test_two_windows_show_the_same_and_neither_overwrites_the_other(house: House, context: BrowserContext) -> None:
    here, there = context.new_page(), context.new_page()
    for page in (here, there):
        house.enter(page)
    house.down()
    note(here, 0, "from here")
    note(there, 1, "from there")
    there.locator(".tick button").nth(2).click()
    expect(here.locator(".noted").nth(1)).to_have_text("from there")
    expect(there.locator(".noted").nth(0)).to_have_text("from here")
    ticked(here, 2)
    house.up()
    here.evaluate("window.dispatchEvent(new Event('online'))")
    all_sent(here)
    assert sorted(house.talk().noted.values()) == ["from here", "from there"]


def test_of_two_browsers_the_later_word_counts(house: House, chromium: Browser, page: Page) -> None:
    house.enter(page)
    note(page, 0, "first")
    all_sent(page)
    with chromium.new_context() as other:
        phone = other.new_page()
        house.enter(phone)
        expect(phone.locator(".noted").first).to_have_text("first")
        phone.locator(".pen").first.click()
        phone.locator("textarea").first.fill("second")
        all_sent(phone)
    page.reload()
    expect(page.locator(".noted").first).to_have_text("second")


def test_the_clock_counts_through_sleep_says_the_time_and_nudges_only_if_asked(house: House, page: Page) -> None:
    page.clock.install(time=NOW)
    house.enter(page)
    expect(page.locator(".left")).to_have_text("30 min")
    page.get_by_role("button", name="We began").click()
    page.clock.fast_forward(timedelta(minutes=24).total_seconds() * 1000)
    page.clock.run_for(1100)
    expect(page.locator(".left")).to_have_text("6 min left")
    expect(page.locator(".word")).to_be_empty()
    page.clock.fast_forward(70_000)
    page.clock.run_for(1100)
    expect(page.locator(".word")).to_have_text("Say the time")
    expect(page.locator(".bar")).not_to_have_class(re.compile("loud"))
    expect(page).to_have_title(re.compile("^In the talk"))
    page.get_by_role("button", name="Nudge me").click()
    expect(page.locator(".bar")).to_have_class(re.compile("loud"))
    expect(page).to_have_title(re.compile("^5 min left"))


def test_a_cue_is_changed_and_taken_back(house: House, page: Page) -> None:
    house.enter(page)
    words = page.locator(".cued summary .cue-words").first
    ours = words.inner_text()
    page.locator(".cued summary").first.click()
    page.get_by_text("Change the cue").first.click()
    box = page.get_by_label("Three to six words").first
    box.fill("dams: then?")
    expect(words).to_have_text("dams: then?")
    all_sent(page)
    page.reload()
    expect(words).to_have_text("dams: then?")
    page.locator(".cued summary").first.click()
    page.get_by_text("Change the cue").first.click()
    box.fill("")
    expect(words).to_have_text(ours)


def test_the_full_wording_is_one_tap_away_and_the_note_another(house: House, page: Page) -> None:
    house.enter(page)
    full = page.locator(".full").first
    expect(full).to_be_hidden()
    page.locator(".cued summary").first.click()
    expect(full).to_contain_text("312 dams in 2040")
    page.locator(".pen").nth(2).click()
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"


def test_a_talk_goes_on_by_keyboard_alone(house: House, page: Page) -> None:
    house.enter(page)
    page.get_by_role("button", name="We began").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".left")).to_contain_text("min left")
    page.locator(".tick button").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".full").first).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.type("Ring Ola.")
    page.get_by_label(ASIDE).focus()
    page.keyboard.type("the peat survey")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "park"
    all_sent(page)
    talk = house.talk()
    assert (len(talk.ticked), [*talk.noted.values()]) == (1, ["Ring Ola."])


def test_without_a_script_ordinary_forms_do_all_of_it(house: House, chromium: Browser) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        house.enter(page)
        press(page.get_by_role("button", name="We began"))
        press(page.locator(".tick button").first)
        page.locator(".cued > details > summary").nth(1).click()
        page.locator("textarea").nth(1).fill("Ring Ola.")
        press(page.get_by_role("button", name=re.compile("^Keep the note")).first)
        page.get_by_label(ASIDE).fill("the peat survey")
        press(page.get_by_role("button", name="Keep", exact=True).last)
        expect(page.locator(".noted").nth(1)).to_have_text("Ring Ola.")
        expect(page.locator(".asides .said").first).to_have_text("the peat survey")
        ticked(page, 0)
        expect(page.locator(".left")).to_have_text("30 min left")


def test_open_beside_the_call_is_a_narrow_window(house: House, context: BrowserContext) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 1280, "height": 800})
    house.enter(page)
    with context.expect_page() as opened:
        page.get_by_role("link", name="Open beside the call").click()
    expect(opened.value.locator("h1")).to_contain_text("Marit")
    assert opened.value.evaluate("window.innerWidth") == 360


def test_whoever_leaves_leaves_nothing_in_the_browser(house: House, page: Page) -> None:
    house.enter(page)
    until(page, READY)
    note(page, 0, "Ring Ola.")
    all_sent(page)
    page.goto(f"{house.address}/kept")
    press(page.get_by_role("button", name="Leave on this browser"))
    expect(page.locator("h1")).to_have_text("You left")
    until(page, f"({LEFT_HERE})().then(left => String(left) === '0,0,0')")
    house.down()
    with pytest.raises(Exception, match="ERR_CONNECTION_REFUSED"):
        page.goto(f"{house.address}{TALK}")


def test_whoever_comes_in_after_another_finds_nothing_of_theirs(house: House, page: Page) -> None:
    house.enter(page)
    until(page, READY)
    note(page, 0, "Ring Ola.")
    house.enter(page, "/", BOB)
    until(page, f"({LEFT_HERE})().then(left => String(left) === '0,0,0')")
    assert page.goto(f"{house.address}{TALK}").status == 404  # type: ignore[union-attr]


def test_a_person_who_is_forgotten_goes_from_the_browser_too(house: House, page: Page) -> None:
    given = InterviewIn(interviewee=Interviewee(name="Dana Okafor"), goals=(Goal(id="g1", text="Decide by May."),))
    dana = add_interview(house.service, KIM, given).id
    house.enter(page, f"/interviews/{dana}/talk")
    until(page, READY)
    put_by(page, "the peat survey")
    all_sent(page)
    forget_person(house.service, KIM, dana)
    page.goto(f"{house.address}/")
    until(page, "Object.keys(localStorage).every(k => !k.startsWith('groundwork.talk/'))")
    until(
        page, "caches.open('groundwork-talk-1').then(c => c.keys()).then(k => k.every(r => !r.url.endsWith('/talk')))"
    )


def test_whoever_comes_in_anew_keeps_what_was_not_sent(house: House, page: Page) -> None:
    house.enter(page)
    house.down()
    note(page, 0, "Ring Ola.")
    house.up()
    house.enter(page, "/")
    all_sent(page)
    assert [*house.talk().noted.values()] == ["Ring Ola."]


def test_a_session_that_ended_says_so_and_loses_nothing(house: House, context: BrowserContext, page: Page) -> None:
    house.enter(page)
    until(page, READY)
    context.clear_cookies()
    note(page, 0, "Ring Ola.")
    expect(page.locator(".status")).to_contain_text("open Groundwork from its link")
    assert house.talk().noted == {}
    page.reload()
    expect(page.locator("h1")).to_have_text("Open Groundwork from its link")
    assert not page.evaluate(READY)


def test_a_link_on_another_site_meets_the_door_though_the_page_is_kept_here(house: House, page: Page) -> None:
    house.enter(page)
    until(page, READY)
    page.reload()
    assert page.evaluate("Boolean(navigator.serviceWorker.controller)")
    page.goto(f"data:text/html,<a href='{house.address}{TALK}'>to Marit</a>")
    press(page.get_by_role("link"))
    expect(page.locator("main")).not_to_contain_text("312 dams in 2040")
    expect(page.get_by_role("link", name="Open")).to_be_visible()


def test_the_worker_keeps_the_files_a_talk_needs_and_no_others() -> None:
    worker = (STATIC / "talk/worker.js").read_text("utf-8")
    named = set(re.findall(r'"(/static/[^"]+)"', worker))
    ours = {f"/static/talk/{path.name}" for path in (STATIC / "talk").iterdir()}
    ours -= {"/static/talk/worker.js", "/static/talk/left.js"}
    assert named == ours | {"/static/groundwork.css", "/static/icon.svg"}


def test_what_was_written_is_text_wherever_it_comes_from(house: House, page: Page) -> None:
    hostile = "<img src=x onerror=window.ran=1>"
    house.enter(page)
    asked = page.locator(".cued").first.get_attribute("data-id") or ""
    written = [Mark(what=what, of=asked, text=hostile, at=9) for what in (MarkKind.NOTE, MarkKind.CUE)]
    write_marks(house.service, KIM, SAMPLE_ID, [*written, Mark(what=MarkKind.ASIDE, of=hostile, text=hostile, at=9)])
    page.reload()
    put_by(page, hostile)
    expect(page.locator(".asides .said")).to_have_text([hostile, hostile])
    assert page.locator("main img").count() == 0
    assert page.evaluate("window.ran") is None
