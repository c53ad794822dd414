"""The pages as they are served: a real app over a real SQLite, read as a person's browser would."""

import re
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from server.actions.briefs import document
from tests.web.made import ALICE, BASE, BOB, CLIP, INTERVIEW, House, csrf_of

WALL, LIST, BRIEF = "sample-s09", "/", f"/interviews/{INTERVIEW}"
SERVED = ("groundwork.css", "tonight.js", "icon.svg")
NEVER_SAID = re.compile(r"\b(evidence|seeker|interviewee|withheld|clip_id|goal id|tier)\b", re.IGNORECASE)


def see(browser: FlaskClient, path: str, status: int = 200) -> BeautifulSoup:
    answer = browser.get(path, base_url=BASE)
    assert answer.status_code == status
    return BeautifulSoup(answer.text, "lxml")


def send(browser: FlaskClient, path: str, **form: str) -> tuple[int, BeautifulSoup]:
    """Send a form of ours and go where it leads."""
    given = {"csrf_token": csrf_of(browser), **form}
    answer = browser.post(path, data=given, base_url=BASE, follow_redirects=True)
    return answer.status_code, BeautifulSoup(answer.text, "lxml")


def words(soup: BeautifulSoup, selector: str = "main") -> str:
    found = soup.select_one(selector)
    assert found, selector
    return " ".join(found.get_text(" ").split())


def test_somebody_without_an_interview_is_asked_who_and_what_for(house: House) -> None:
    seen = see(house.browser(BOB), LIST)
    assert words(seen, "h1") == "Who will you talk to?"
    boxes = seen.select("input[required], textarea[required]")
    assert [box["name"] for box in boxes] == ["name", "want"]


def test_the_list_shows_with_whom_when_and_how_many_pages(house: House) -> None:
    seen = see(house.browser(), LIST)
    assert "Marit Halloran" in words(seen, ".people")
    assert "Thursday 3 December 2026, 10:00 · 9 pages" in words(seen, ".people")


def test_two_boxes_make_an_interview(house: House) -> None:
    browser = house.browser(BOB)
    status, seen = send(browser, "/interviews", name=" Dana Okafor ", want="Decide by May whether to leave field work.")
    assert status == 200
    assert words(seen, "h1") == "Dana Okafor"
    assert words(seen, ".want") == "Decide by May whether to leave field work."
    assert "Next: a first page about Dana" in words(seen, ".next")
    assert "Dana Okafor" in words(see(browser, LIST), ".people")


@pytest.mark.parametrize(
    "form, wrong",
    [
        ({"name": "", "want": "See."}, "Who is it?"),
        ({"name": "  ", "want": "See."}, "Who is it?"),
        ({"name": "Dana", "want": ""}, "Say in a sentence what you want from them."),
        ({"name": "D" * 201, "want": "See."}, "Please say it in 200 characters."),
    ],
)
def test_a_box_that_will_not_do_is_sent_back_with_what_was_typed(
    house: House, form: dict[str, str], wrong: str
) -> None:
    status, seen = send(house.browser(BOB), "/interviews", **form)
    assert status == 422
    assert words(seen, ".wrong") == wrong
    assert [box.get("value", box.text) for box in seen.select("#name, #want")] == [v.strip() for v in form.values()]


def test_what_to_want_and_to_ask_comes_first_then_homework_and_quotes(house: House) -> None:
    seen = see(house.browser(), BRIEF)
    assert [part["id"] for part in seen.select("section")] == ["tonight", "questions", "homework", "quotes"]
    assert "How you might start" in words(seen, "#tonight")
    assert "How you might close" in words(seen, "#questions")


def test_every_line_that_rests_on_a_quote_leads_to_it_in_one_tap(house: House) -> None:
    browser = house.browser()
    links = {link["href"] for link in see(browser, BRIEF).select("main a[href*='quote=']")}
    made = document(house.service, ALICE, INTERVIEW)
    rests_on = {ident for section in made.brief.sections for item in section.items for ident in item.evidence}
    rests_on |= {ident for question in made.questions for ident in question.evidence}
    assert rests_on <= {link.split("quote=")[1].split("#")[0] for link in links}
    for link in sorted(links)[::5]:
        marked = see(browser, link).select("mark")
        assert marked
        assert marked[0].get("id") == "marked"


def test_the_marked_quote_is_the_one_that_was_followed(house: House) -> None:
    browser = house.browser()
    quote = see(browser, BRIEF).select_one("#questions blockquote")
    assert quote
    link, shown = quote.select_one("a"), words(quote, ".words").strip("“”")
    assert link
    page = see(browser, str(link["href"]))
    assert " ".join(mark.text for mark in page.select("mark")).replace("\n", ", ") == shown
    assert "Marit, in their own words" in words(page, ".told")
    live = page.select_one(".ways a[rel]")
    assert live
    assert str(live["href"]).startswith("https://")


def test_headings_of_a_page_stand_above_what_they_head_once(house: House) -> None:
    told = [heading.text for heading in see(house.browser(), "/clips/sample-s05").select(".leaf h2")]
    assert len(told) > 1
    assert all(before != after for before, after in pairwise(told))


def test_a_quote_that_is_not_there_is_told(house: House) -> None:
    seen = see(house.browser(), f"/clips/{CLIP}?quote=enothing")
    assert "The quote you followed is on this page no more" in words(seen)
    assert not seen.select("mark")


def test_a_page_without_text_says_so_and_why(house: House) -> None:
    assert "Only a sign-in or subscribe screen was saved." in words(see(house.browser(), f"/clips/{WALL}"), ".told")


def test_a_typed_question_is_answered_with_a_wording_and_with_quotes_that_speak_of_it(house: House) -> None:
    _, seen = send(house.browser(), f"{BRIEF}/ask", question="  Can you get me\n a job? ")
    assert words(seen, ".answer h3") == "“Can you get me a job?”"
    assert "This asks for a job." in words(seen, ".findings")
    assert "How do people from outside usually come into work like yours?" in words(seen, ".answer .lines")
    assert "No page of yours speaks of this." in words(seen, ".answer")
    box = seen.select_one("#typed")
    assert box
    assert box.text == "Can you get me a job?"


def test_an_empty_question_leads_back_to_the_questions(house: House) -> None:
    status, seen = send(house.browser(), f"{BRIEF}/ask", question=" ")
    assert status == 200
    assert not seen.select(".answer")


@pytest.mark.parametrize("path", [BRIEF, f"/clips/{CLIP}"])
def test_what_is_not_theirs_is_not_there(house: House, path: str) -> None:
    seen = see(house.browser(BOB), path, status=404)
    assert "Marit" not in seen.text


@pytest.mark.parametrize("path", [LIST, BRIEF, f"/clips/{CLIP}", "/nowhere"])
def test_screens_use_the_words_people_use_and_nothing_inline(house: House, path: str) -> None:
    answer = house.browser().get(path, base_url=BASE)
    soup = BeautifulSoup(answer.text, "lxml")
    assert not NEVER_SAID.search(soup.get_text(" "))
    assert not soup.select("script:not([src]), style, [style], [onclick]")
    assert {str(link["href"]) for link in soup.select("link")} == {"/static/icon.svg", "/static/groundwork.css"}


def test_a_page_is_light_without_the_words_of_the_brief(house: House) -> None:
    answer = house.browser().get(BRIEF, base_url=BASE)
    served = [house.browser().get(f"/static/{name}", base_url=BASE, buffered=True) for name in SERVED]
    of_brief = len(BeautifulSoup(answer.text, "lxml").get_text().encode())
    assert len(answer.data) - of_brief + sum(len(one.data) for one in served) < 60_000
