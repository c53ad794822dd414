"""One press of the real toolbar button, on a site that no permission of the extension covers, against the real service."""

import pytest
from playwright.sync_api import Page

from tests.extension.chrome import Target, wait_for
from tests.extension.conftest import House
from tests.extension.small import PDF

pytestmark = pytest.mark.browser
SELECT = (
    "document.querySelector('article p').id = 'it'; getSelection().selectAllChildren(document.getElementById('it'))"
)


def test_one_press_saves_the_page_and_it_shows_in_the_brief(house: House) -> None:
    house.visit(house.notes("/brief"))
    popup = house.press("/brief")
    popup.until("/^Saved for Dana\\.$/.test(document.getElementById('title').textContent)")
    popup.until("/quote/.test(document.getElementById('line').textContent)")
    popup.until("/no other page of yours/.test(document.getElementById('told').textContent)")  # what it adds
    clip = house.arrival("/brief")
    assert clip["title"] == "Notes by Dana Whitlock"
    page = house.visit(f"{house.groundwork.address}/interviews/{clip['interview_id']}")
    assert "Notes by Dana Whitlock" in page.inner_text("main")


def test_what_is_selected_leads(house: House) -> None:
    page = house.visit(house.notes("/selected"))
    page.evaluate(SELECT)
    house.press("/selected")
    assert house.arrival("/selected")["selection"].startswith("I left the harbour board")


def test_a_note_and_another_person_amend_the_clip_that_is_there(house: House) -> None:
    house.visit(house.notes("/noted"))
    popup = house.press("/noted")
    _type(popup, "note", "I say that too.")
    wait_for(lambda: house.arrival("/noted")["note"] == "I say that too.", house.chrome.page)
    before = house.arrival("/noted")
    _choose(popup, house.person("Ravi Menon"))
    wait_for(lambda: house.arrival("/noted")["interview_id"] == house.person("Ravi Menon"), house.chrome.page)
    assert [one["id"] for one in house.arrived("/noted")] == [before["id"]]
    _choose(popup, house.person("Dana Whitlock"))
    wait_for(lambda: house.arrival("/noted")["interview_id"] == house.person("Dana Whitlock"), house.chrome.page)


def test_a_note_is_kept_though_the_popup_goes_with_its_last_letter(house: House) -> None:
    house.visit(house.notes("/noted-last"))
    popup = house.press("/noted-last")
    _type(popup, "note", "Me, too.")
    popup.js("setTimeout(() => close())")
    wait_for(lambda: house.arrival("/noted-last")["note"] == "Me, too.", house.chrome.page)


def test_undo_leaves_nothing(house: House) -> None:
    house.visit(house.notes("/undone"))
    popup = house.press("/undone")
    house.arrival("/undone")
    popup.click("[data-act=undo]")
    popup.until("/Taken back/.test(document.body.innerText)")
    wait_for(lambda: not house.arrived("/undone"), house.chrome.page)


def test_a_page_that_is_saved_already_is_not_saved_twice_unless_it_changed(house: House) -> None:
    house.visit(house.notes("/twice"))
    house.press("/twice")
    house.arrival("/twice")
    popup = house.press("/twice")
    wait_for(lambda: "Already saved for Dana." in popup.text(), house.chrome.page)
    assert len(house.arrived("/twice")) == 1
    house.visit(house.notes("/twice", "I have changed my mind about cranes since I saw the new ones."))
    popup = house.press("/twice")
    wait_for(lambda: "Saved again for Dana." in popup.text(), house.chrome.page)
    wait_for(lambda: len(house.arrived("/twice")) == 2, house.chrome.page)


def test_a_page_that_does_not_name_them_asks_and_keeps_it_as_background(house: House) -> None:
    house.site.put("/bread", "<title>Bread</title><p>Bread takes a night and no hurry at all.</p>")
    house.visit(house.site.url("/bread"))
    popup = house.press("/bread")
    wait_for(lambda: "Dana is not named on this page" in popup.text(), house.chrome.page)
    popup.click("[data-act=keep]")
    wait_for(lambda: house.arrival("/bread")["verdict"] == "context", house.chrome.page)


def test_a_page_that_names_somebody_else_of_yours_offers_to_move_it(house: House) -> None:
    house.site.put("/ravi", "<title>Bread</title><p>Ravi Menon bakes bread in a night and no hurry at all.</p>")
    house.visit(house.site.url("/ravi"))
    popup = house.press("/ravi")
    wait_for(lambda: "This page names Ravi, not Dana." in popup.text(), house.chrome.page)
    popup.click("[data-act=move]")
    wait_for(lambda: house.arrival("/ravi")["interview_id"] == house.person("Ravi Menon"), house.chrome.page)
    house.visit(house.notes("/after-ravi"))
    popup = house.press("/after-ravi")
    wait_for(lambda: "Saved for Dana." in popup.text(), house.chrome.page)  # the next page is for her as before


def test_see_what_is_sent_shows_the_text_and_nothing_of_what_was_left_out(house: House) -> None:
    house.visit(house.notes("/sent", around="<aside aria-label='Messaging'>A private chat</aside>"))
    popup = house.press("/sent")
    popup.until("/nobody would say no/.test(document.getElementById('text').textContent)")
    assert "private" not in popup.js("document.getElementById('text').textContent")


def test_pages_of_the_browser_and_of_groundwork_are_refused_politely(house: House) -> None:
    house.visit("chrome://version")
    assert "It belongs to the browser itself." in house.press("chrome://version").text()
    house.visit(house.groundwork.address)
    assert "This is Groundwork itself." in house.press(house.groundwork.address).text()
    house.visit("about:blank")


def test_the_bytes_of_a_pdf_in_a_tab_are_saved(house: House) -> None:
    house.site.put("/cv.pdf", PDF, "application/pdf")
    house.visit(house.site.url("/cv.pdf"))
    popup = house.press("/cv.pdf")
    wait_for(lambda: "Saved for Dana." in popup.text(), house.chrome.page)
    assert house.arrival("/cv.pdf")["raw_sha256"]


def test_the_card_opens_in_a_tab_that_is_logged_in(house: House) -> None:
    house.visit(house.notes("/card"))
    popup = house.press("/card")
    clip = house.arrival("/card")
    house.chrome.context.clear_cookies()
    with house.chrome.context.expect_page() as opened:
        popup.click("[data-act=card]")
    opened.value.wait_for_url(f"**/interviews/{clip['interview_id']}*")
    assert "Dana Whitlock" in opened.value.inner_text("h1")
    opened.value.close()


def test_the_context_menu_saves_page_and_selection_and_hands_links_over(house: House) -> None:
    """No browser without a window opens its menu: what is dispatched here is the event that a chosen line of it raises."""
    url = house.notes("/menu")
    page = house.visit(url)
    _lend_leave(house, "/menu")
    page.bring_to_front()
    _menu(house, "page", url)
    clip = house.arrival("/menu")
    assert clip["raw_sha256"]
    _said(page, "Saved for Dana.")
    _menu(house, "selection", url, selectionText="I left the harbour board")
    wait_for(lambda: len(house.arrived("/menu")) == 2, page)
    assert house.arrived("/menu")[-1]["selection"] == "I left the harbour board"
    _said(page, "Saved for Dana.")
    _menu(house, "page", url)
    _said(page, "Already saved for Dana.")
    _menu(house, "link", url, linkUrl="https://dana.example/talks")
    _said(page, "Groundwork reads this link later, for Dana.")
    assert house.arrival("/talks")["raw_sha256"] is None  # its address alone; the service fetches the page itself


def test_the_context_menu_says_what_waits_and_what_cannot_be_saved(house: House) -> None:
    url = house.notes("/menu-down")
    page = house.visit(url)
    _lend_leave(house, "/menu-down")
    page.bring_to_front()
    house.groundwork.kill()
    try:
        _menu(house, "page", url)
        _said(page, "Kept for Dana. It goes to Groundwork as soon as that answers.")
    finally:
        house.groundwork.start()
    house.chrome.worker("chrome.alarms.onAlarm.dispatch({ name: 'send' })")
    _menu(house, "link", url, linkUrl="mailto:dana@dana.example")
    _said(page, "This link leads to no page that could be read.")


def test_the_menu_has_a_line_for_page_passage_and_link(house: House) -> None:
    """Its lines cannot be asked for; but making one that is there fails, and it is made by that name."""
    made = """(async () => Promise.all(['page', 'selection', 'link'].map((id) => new Promise((done) =>
      chrome.contextMenus.update(id, { contexts: [id] }, () => done(chrome.runtime.lastError?.message ?? id))))))()"""
    assert house.chrome.worker(made) == ["page", "selection", "link"]


def test_the_browser_kept_the_shortcut(house: House) -> None:
    commands = house.chrome.worker("chrome.commands.getAll()")
    assert [(one["name"], one["shortcut"]) for one in commands] == [("_execute_action", "Alt+Shift+G")]
    options = house.chrome.open("options/options.html")
    assert options.inner_text("#shortcut kbd") == "Alt+Shift+G"
    options.add_init_script("chrome.commands.getAll = async () => [{ name: '_execute_action', shortcut: '' }]")
    options.reload()
    options.wait_for_selector("body[data-ready]")
    assert "No key is set" in options.inner_text("#shortcut")
    options.close()


def test_nothing_is_asked_of_the_service_about_a_page_that_is_only_looked_at(house: House) -> None:
    house.visit(house.notes("/looked-at"))
    house.visit(house.notes("/pressed-after"))
    house.press("/pressed-after")
    assert house.arrival("/pressed-after")
    assert "looked-at" not in str(house.chrome.worker("chrome.storage.local.get()"))


@pytest.mark.parametrize("path", ["popup/popup.html", "options/options.html", "tabs/tabs.html"])
def test_axe_finds_nothing_by_day_and_by_night(house: House, axe: str, path: str) -> None:
    page = house.chrome.open(path)
    page.evaluate(
        "document.querySelectorAll('details, [hidden]').forEach(one => { one.open = true; one.hidden = false })"
    )
    _axe(page, axe)
    page.close()


def test_axe_finds_nothing_in_the_real_popup(house: House, axe: str) -> None:
    house.visit(house.notes("/axe"))
    popup = house.press("/axe")
    popup.js("document.querySelectorAll('details').forEach(one => { one.open = true })")
    popup.js(f"{axe}; undefined")
    for scheme in ("light", "dark"):
        popup.wear(scheme)
        found = popup.js("axe.run().then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html)]))")
        assert found == [], scheme


def _axe(page: Page, axe: str) -> None:
    page.evaluate(axe)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found = page.evaluate("async () => (await axe.run()).violations.map(v => [v.id, v.nodes.map(n => n.html)])")
        assert found == [], scheme


def _type(popup: Target, where: str, text: str) -> None:
    _set(popup, where, text, "input")


def _choose(popup: Target, interview_id: str) -> None:
    popup.until(f"[...document.getElementById('who').options].some(one => one.value === '{interview_id}')")
    _set(popup, "who", interview_id, "change")


def _set(popup: Target, where: str, value: str, event: str) -> None:
    set_ = f"box.value = {value!r}; box.dispatchEvent(new Event('{event}'))"
    popup.js(f"(box => {{ {set_} }})(document.getElementById('{where}'))")


def _lend_leave(house: House, path: str) -> None:
    """A chosen line of the menu lends its leave for the page; where none is chosen, a press does, taken back."""
    popup = house.press(path)
    popup.click("[data-act=undo]")
    popup.until("/Taken back/.test(document.body.innerText)")
    wait_for(lambda: not house.arrived(path), house.chrome.page)


def _said(page: Page, told: str) -> None:
    """Wait until the page shows this of ours: in a closed shadow root, since the page itself must not read it."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("DOM.enable")

    def shown() -> bool:
        nodes = devtools.send("DOM.getFlattenedDocument", {"depth": -1, "pierce": True})["nodes"]
        return any(told in one["nodeValue"] for one in nodes)

    wait_for(shown, page)
    devtools.detach()
    assert told not in page.content()


def _menu(house: House, line: str, url: str, **more: str) -> None:
    """As the browser tells of a line that was chosen."""
    tab = f"(await chrome.tabs.query({{active: true}})).find(one => one.url === {url!r} || !one.url)"
    told = {"menuItemId": line, **more}
    house.chrome.worker(f"(async () => chrome.contextMenus.onClicked.dispatch({told!r}, {tab}))()")
