"""Every view there is, and how a person comes to see it."""

from collections.abc import Callable

from playwright.sync_api import Page

from server.actions.clips import ClipIn, add_clip
from server.actions.sample import SAMPLE_ID
from tests.browser.conftest import MALLORY, Site
from tests.browser.hostile import PAYLOADS
from tests.browser.pressing import press
from tests.web.made import BOB

OWN = "What did you look at before you chose the islands?"
SAVED = b"<html><head><title>Notes</title></head><body><p>Dana Okafor left the harbour board in 2019.</p></body></html>"
TYPED = "Can you get me a job, and why did you leave the ministry?"


def the_list(site: Site, page: Page) -> None:
    site.enter(page, "/")


def no_interview_yet(site: Site, page: Page) -> None:
    site.enter(page, "/", BOB)


def a_list_of_several(site: Site, page: Page) -> None:
    a_whole_debrief(site, page)
    page.goto(f"{page.url.split('/interviews')[0]}/")


def a_page_for_nobody(site: Site, page: Page) -> None:
    add_clip(site.service, BOB, ClipIn(key="for nobody", html=SAVED.decode(), note="She left, too."))
    site.enter(page, "/", BOB)


def a_file_that_is_no_interview(site: Site, page: Page) -> None:
    site.enter(page, "/")
    page.get_by_text("Bring one back from a file").click()
    page.get_by_label("The zip file").set_input_files(
        [{"name": "dana.zip", "mimeType": "application/zip", "buffer": b"PK"}]
    )
    press(page.get_by_role("button", name="Bring it back"))


def a_box_left_empty(site: Site, page: Page) -> None:
    site.enter(page, "/")
    page.eval_on_selector_all("[required]", "boxes => boxes.forEach(box => { box.required = false })")
    press(page.get_by_role("button", name="Begin"))


def a_new_interview(site: Site, page: Page) -> None:
    site.enter(page, "/")
    page.get_by_label("Who").fill("Dana Okafor")
    page.get_by_label("What do you want from them?").fill("Decide by May whether to leave field work.")
    press(page.get_by_role("button", name="Begin"))


def a_brief(site: Site, page: Page) -> None:
    site.enter(page, f"/interviews/{SAMPLE_ID}")


def a_typed_question(site: Site, page: Page) -> None:
    a_brief(site, page)
    page.get_by_label("What are you dying to ask?").fill(TYPED)
    press(page.get_by_role("button", name="Try it"))


def a_question_of_ones_own(site: Site, page: Page) -> None:
    a_brief(site, page)
    page.get_by_label("What are you dying to ask?").fill(OWN)
    press(page.get_by_role("button", name="Try it"))
    press(page.get_by_role("button", name="Add to my questions"))


def a_question_removed(site: Site, page: Page) -> None:
    a_question_of_ones_own(site, page)
    mine = page.locator(".asked > li").filter(has_text=OWN)
    mine.locator(".tap summary").click()
    press(mine.get_by_role("button", name="Remove"))


def a_page_with_the_quote_marked(site: Site, page: Page) -> None:
    a_brief(site, page)
    press(page.locator(".asked blockquote a").first)


def a_profile(site: Site, page: Page) -> None:
    site.enter(page, "/clips/sample-s01")


def a_page_without_text(site: Site, page: Page) -> None:
    site.enter(page, "/clips/sample-s09")


def the_browsers(site: Site, page: Page) -> None:
    site.enter(page, "/browsers")


def a_code_for_a_browser(site: Site, page: Page) -> None:
    the_browsers(site, page)
    press(page.get_by_role("link", name="Show a code"))


def a_want_put_together(site: Site, page: Page) -> None:
    site.enter(page, "/", BOB)
    page.get_by_text("Help me say it").click()
    page.get_by_label("What will you decide or do").fill("Decide by May whether to leave field work.")
    page.get_by_label("What about you matters").fill("six years of field surveys")
    press(page.get_by_role("button", name="Put it together"))


def all_that_can_be_told(site: Site, page: Page) -> None:
    site.enter(page, f"/interviews/{SAMPLE_ID}/about")


def a_zone_that_is_none(site: Site, page: Page) -> None:
    all_that_can_be_told(site, page)
    page.get_by_label("Time zone").fill("Middle Earth")
    press(page.get_by_role("button", name="Keep all of it").last)


def a_line_with_a_hole(site: Site, page: Page) -> None:
    a_brief(site, page)
    page.locator(".ways-to-ask summary").first.click()
    press(page.locator(".ways-to-ask .line button").first)


def something_that_is_not_there(site: Site, page: Page) -> None:
    site.enter(page, "/interviews/nobody")


def a_browser_that_did_not_come_in(site: Site, page: Page) -> None:
    page.goto(site.address)


def a_link_on_another_site(site: Site, page: Page) -> None:
    a_brief(site, page)
    page.goto(f"data:text/html,<a href='{page.url}'>to Marit</a>")
    press(page.get_by_role("link"))


def a_hostile_brief(site: Site, page: Page) -> None:
    site.enter(page, "/", MALLORY)
    press(page.locator(".people a").filter(has_text="Whitlock").first)


def the_pages(site: Site, page: Page) -> None:
    site.enter(page, f"/interviews/{SAMPLE_ID}/pages")


def hostile_pages(site: Site, page: Page) -> None:
    a_hostile_brief(site, page)
    press(page.get_by_role("link", name="Pages", exact=True))


def files_that_are_none(site: Site, page: Page) -> None:
    a_new_interview(site, page)
    press(page.get_by_role("link", name="Pages", exact=True))
    page.get_by_label("Bring files").set_input_files(
        [
            {"name": "notes.html", "mimeType": "text/html", "buffer": SAVED},
            {"name": f"{PAYLOADS[1]}.png", "mimeType": "image/png", "buffer": b"\x89PNG\r\n"},
        ]
    )
    press(page.get_by_role("button", name="Add the files"))


def before_forgetting(site: Site, page: Page) -> None:
    the_pages(site, page)
    press(page.get_by_role("link", name="Forget Marit"))


def somebody_forgotten(site: Site, page: Page) -> None:
    files_that_are_none(site, page)
    press(page.get_by_role("link", name="Forget Dana"))
    press(page.get_by_role("button", name="Forget Dana Okafor"))


def what_can_be_taken(site: Site, page: Page) -> None:
    site.enter(page, f"/interviews/{SAMPLE_ID}/take")


def what_can_be_taken_before_there_is_a_date(site: Site, page: Page) -> None:
    a_new_interview(site, page)
    press(page.get_by_role("link", name="Take with you", exact=True))


def a_link_that_is_none(site: Site, page: Page) -> None:
    the_pages(site, page)
    page.get_by_label("Paste a link").fill("dana.example")
    press(page.get_by_role("button", name="Add the page"))


def a_page_still_to_be_fetched(site: Site, page: Page) -> None:
    a_new_interview(site, page)
    press(page.get_by_role("link", name="Pages", exact=True))
    page.get_by_label("Paste a link").fill("https://dana.example/notes")
    press(page.get_by_role("button", name="Add the page"))


def what_is_kept(site: Site, page: Page) -> None:
    site.enter(page, "/kept", BOB)
    press(page.get_by_role("button", name="Keep them so"))


def having_left(site: Site, page: Page) -> None:
    site.enter(page, "/kept", BOB)
    press(page.get_by_role("button", name="Leave on this browser"))


def before_a_talk(site: Site, page: Page) -> None:
    a_new_interview(site, page)
    page.goto(f"{page.url.split('#')[0].removesuffix('/')}/before")


def after_a_talk(site: Site, page: Page) -> None:
    site.enter(page, f"/interviews/{SAMPLE_ID}/after")


def a_thank_you(site: Site, page: Page) -> None:
    a_new_interview(site, page)
    page.goto(f"{page.url.split('#')[0].removesuffix('/')}/after")
    page.get_by_label("What did Dana say that stuck?").fill("“Never a desk.”")
    page.get_by_label("What will you do?").fill("Call two surveyors, and tell her how it went")
    press(page.get_by_role("button", name="Write my thank-you"))


def a_whole_debrief(site: Site, page: Page) -> None:
    a_thank_you(site, page)
    page.get_by_text("The rest, when you like").click()
    page.get_by_label("What surprised you?").fill("How few of them had planned it.")
    page.get_by_label("What changed about this?").fill("Not before the money for one winter is there.")
    page.get_by_label("What", exact=True).fill("send her the flood report")
    page.get_by_label("By", exact=True).fill("2026-12-04")
    page.get_by_label("Who", exact=True).fill("Ravi Teller")
    page.get_by_label("What for").fill("left surveys for software in 2021")
    page.get_by_text("Three weeks later").click()
    page.get_by_label("What did you try, and what came of it?").fill("I called two surveyors. One said yes.")
    press(page.get_by_role("button", name="I have sent it").first)


def somebody_who_was_named(site: Site, page: Page) -> None:
    a_whole_debrief(site, page)
    page.get_by_text("The rest, when you like").click()
    press(page.get_by_role("link", name="Ravi Teller"))


def what_was_heard(site: Site, page: Page) -> None:
    a_whole_debrief(site, page)
    page.goto(f"{site.address}/heard")


def the_talk(site: Site, page: Page) -> None:
    site.enter(page, f"/interviews/{SAMPLE_ID}/talk")


def a_talk_going_on(site: Site, page: Page) -> None:
    """By forms alone, so that it can be come to without a script."""
    the_talk(site, page)
    for name in ("We began", "Nudge me when time is short"):
        if page.get_by_role("button", name=name).is_visible():
            page.get_by_role("button", name=name).click()
    page.get_by_label("That’s worth its own call").fill("The peat survey of 2016, and who paid for it")
    page.get_by_role("button", name="Keep", exact=True).last.click()
    page.locator(".cued details summary").first.click()
    page.locator(".cued textarea").first.fill("Ring Ola: he counts the dams.")
    page.locator(".cued .tick button").first.click()
    page.locator(".cued details summary").nth(2).click()


def a_talk_about_nothing_yet(site: Site, page: Page) -> None:
    a_new_interview(site, page)
    page.goto(f"{page.url.split('?')[0]}/talk")


def a_hostile_talk(site: Site, page: Page) -> None:
    a_hostile_brief(site, page)
    press(page.get_by_role("link", name="In the talk"))


def a_card(site: Site, page: Page) -> None:
    site.enter(page, f"/interviews/{SAMPLE_ID}/talk/card")


def a_card_for_a_phone(site: Site, page: Page) -> None:
    site.enter(page, f"/interviews/{SAMPLE_ID}/talk/card?size=phone")


VIEWS: tuple[Callable[[Site, Page], None], ...] = (
    the_list,
    a_list_of_several,
    no_interview_yet,
    a_page_for_nobody,
    a_file_that_is_no_interview,
    a_box_left_empty,
    a_new_interview,
    a_want_put_together,
    all_that_can_be_told,
    a_zone_that_is_none,
    a_brief,
    a_line_with_a_hole,
    a_typed_question,
    a_question_of_ones_own,
    a_question_removed,
    a_page_with_the_quote_marked,
    a_profile,
    a_page_without_text,
    the_browsers,
    a_code_for_a_browser,
    something_that_is_not_there,
    a_browser_that_did_not_come_in,
    a_link_on_another_site,
    a_hostile_brief,
    the_pages,
    hostile_pages,
    files_that_are_none,
    before_forgetting,
    somebody_forgotten,
    what_can_be_taken,
    what_can_be_taken_before_there_is_a_date,
    a_link_that_is_none,
    a_page_still_to_be_fetched,
    what_is_kept,
    having_left,
    before_a_talk,
    after_a_talk,
    a_thank_you,
    a_whole_debrief,
    somebody_who_was_named,
    what_was_heard,
    the_talk,
    a_talk_going_on,
    a_talk_about_nothing_yet,
    a_hostile_talk,
    a_card,
    a_card_for_a_phone,
)
