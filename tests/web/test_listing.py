"""The pages of an interview as they are seen: what became of each, new ones, and forgetting whom they are about."""

import io

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from server.actions.interviews import find_interview
from server.actions.reading import read_waiting
from server.store import clips, interviews, pages
from tests.web.made import ALICE, BASE, BOB, CLIP, INTERVIEW, PAGE, House, csrf_of
from tests.web.test_pages import BRIEF, LIST, see, send, words

PAGES = f"{BRIEF}/pages"
NAMESAKE, WALL = "sample-s08", "sample-s09"
PNG = b"\x89PNG\r\n\x1a\n"
SAVED = f"<!-- saved from url=(0026)https://dana.example/notes -->\n{PAGE}".encode()
TEXT = b"Marit Halloran built the sea wall in 2019.\n\nIt holds."


def bring(browser: FlaskClient, *files: tuple[str, bytes]) -> tuple[int, BeautifulSoup]:
    """Send files and go where that leads."""
    given = [(io.BytesIO(content), name) for name, content in files]
    answer = browser.post(
        f"{BRIEF}/files", data={"csrf_token": csrf_of(browser), "files": given}, base_url=BASE, follow_redirects=True
    )
    return answer.status_code, BeautifulSoup(answer.text, "lxml")


def kept(house: House, user: str = ALICE) -> list[clips.StoredClip]:
    with house.service.store.view() as tx:
        return list(clips.of_interview(tx, user, INTERVIEW))


def test_pages_show_what_became_of_them_and_those_that_ask_come_first(house: House) -> None:
    seen = see(house.browser(), PAGES)
    titles = [heading.get_text(" ").split(" ")[0] for heading in seen.select(".group h2")]
    assert titles == ["Is", "In", "Left", "What"]
    assert "Perhaps about somebody else." in words(seen, f"#page-{NAMESAKE}")
    assert seen.select(f"#page-{NAMESAKE} > div > form"), "asked openly"
    assert "Hardly any text." in words(seen, f"#page-{WALL}")
    assert "The same as another page." in words(seen, "#page-sample-s07")
    assert not seen.select("#page-sample-s02 > div > form"), "folded away where nobody doubts"


def test_what_is_private_is_said_to_be_left_out_and_nobody_counts_it(house: House) -> None:
    told = words(see(house.browser(), PAGES), ".care")
    assert "Private life (health, family, belief, addresses) is left out" in told
    assert not [word for word in told.split("Private life")[1].split(".")[0] if word.isdigit()]


def test_what_is_said_of_a_page_counts_and_can_be_taken_back(house: House) -> None:
    browser = house.browser()
    _, seen = send(browser, f"/clips/{NAMESAKE}/verdict", verdict="this_person")
    assert "You said that this is them." in words(seen, f"#page-{NAMESAKE}")
    _, seen = send(browser, f"/clips/{NAMESAKE}/verdict", verdict="")
    assert "Perhaps about somebody else." in words(seen, f"#page-{NAMESAKE}")
    status, seen = send(browser, f"/clips/{NAMESAKE}/verdict", verdict="my cousin")
    assert status == 422
    assert "That cannot be said of a page." in words(seen)


def test_a_pasted_link_stands_among_the_pages_and_waits(house: House) -> None:
    browser = house.browser()
    status, seen = send(browser, f"{BRIEF}/links", url=" https://dana.example/notes ")
    assert status == 200
    assert house.told
    ident = kept(house)[-1].id
    assert "dana.example Not read yet. This link is still to be fetched." in words(seen, f"#page-{ident}")
    assert not seen.select(f"#page-{ident} .verdict")
    assert words(seen, ".who [role=status]") == "1 page is being fetched and read. Look again"
    assert "1 page is being fetched and read." in words(see(browser, BRIEF), ".who")


def test_a_pasted_link_that_is_none_is_told_so(house: House) -> None:
    status, seen = send(house.browser(), f"{BRIEF}/links", url="javascript:alert(1)")
    assert status == 422
    assert words(seen, "#url-wrong") == "This is not the address of a web page. It starts with http:// or https://."
    box = seen.select_one("#url")
    assert box
    assert (box["value"], box["aria-invalid"]) == ("javascript:alert(1)", "true")


def test_files_are_pages_under_the_address_they_were_saved_from(house: House) -> None:
    browser = house.browser()
    before = len(kept(house))
    status, seen = bring(browser, ("notes.html", SAVED), ("papers/wall.txt", TEXT))
    assert status == 200
    saved, text = kept(house)[before:]
    assert (saved.clip.url, saved.clip.file) == ("https://dana.example/notes", "notes.html")
    assert (text.clip.url, text.clip.file) == ("", "wall.txt")
    assert "wall.txt" in words(seen, f"#page-{text.id}")
    assert house.told
    read_waiting(house.service)
    shown = see(browser, f"/clips/{text.id}")
    assert "It holds." in words(shown, ".leaf")


def test_a_file_that_is_no_page_is_told_by_its_name_and_costs_only_itself(house: House) -> None:
    before = len(kept(house))
    status, seen = bring(house.browser(), ("cat.png", PNG), ("notes.html", SAVED), ("nothing.txt", b" "))
    assert (status, len(kept(house)) - before) == (422, 1)
    assert words(seen, ".given p") == "Added: 1 file."
    told = [" ".join(one.text.split()) for one in seen.select(".given .wrong")]
    assert [one.split(":")[0] for one in told] == ["cat.png", "nothing.txt"]
    assert "The page is a PNG picture, not a web page or PDF." in told[0]


def test_a_file_that_is_here_already_is_told_and_not_kept_twice(house: House) -> None:
    browser = house.browser()
    bring(browser, ("notes.html", SAVED))
    count = len(kept(house))
    status, seen = bring(browser, ("again.html", SAVED))
    assert (status, len(kept(house)), words(seen, ".given p")) == (200, count, "Here already: again.html.")


def test_no_file_at_all_is_told(house: House) -> None:
    browser = house.browser()
    answer = browser.post(f"{BRIEF}/files", data={"csrf_token": csrf_of(browser)}, base_url=BASE)
    assert answer.status_code == 422
    assert "Choose a file first." in answer.text


@pytest.mark.parametrize("name", ["<img src=x onerror=window.ran=1>.html", "../../etc/passwd", "a" * 400 + ".html", ""])
def test_a_name_of_a_file_is_only_a_name(house: House, name: str) -> None:
    before = len(kept(house))
    status, seen = bring(house.browser(), (name or "/", SAVED))
    assert status == 200
    assert not seen.select("main img")
    named = kept(house)[before].clip.file
    assert "/" not in named
    assert 0 < len(named) <= 120


def test_a_page_is_read_again_and_its_brief_stands_meanwhile(house: House) -> None:
    browser, told = house.browser(), len(house.told)
    status, seen = send(browser, f"/clips/{CLIP}/reread")
    assert (status, len(house.told)) == (200, told + 1)
    assert f"page-{CLIP}" in str(seen.select_one(".group:nth-of-type(2) .pages"))
    assert read_waiting(house.service) == 1


def test_a_page_that_is_stored_no_more_cannot_be_read_again(house: House) -> None:
    with house.service.store.transaction() as tx:
        pages.remove(tx, ALICE, [clips.get(tx, ALICE, CLIP).raw_sha256 or ""])
    status, seen = send(house.browser(), f"/clips/{CLIP}/reread")
    assert status == 422
    assert "This page is not stored any more. Clip it again." in words(seen)


def test_a_page_is_taken_out(house: House) -> None:
    status, seen = send(house.browser(), f"/clips/{CLIP}/remove")
    assert status == 200
    assert not seen.select(f"#page-{CLIP}")
    assert CLIP not in [one.id for one in kept(house)]


def test_what_would_go_is_told_before_somebody_is_forgotten_and_nothing_has_gone(house: House) -> None:
    seen = see(house.browser(), f"{BRIEF}/forget")
    assert words(seen, "h1") == "Forget Marit Halloran?"
    told = words(seen, ".lines")
    assert "1 interview with Marit Halloran" in told
    assert "9 pages, as you clipped them and what was read in them." in told
    assert "1 question that you wrote or changed." in told
    assert len(kept(house)) == 9


def test_somebody_is_forgotten_and_the_account_is_shown_once(house: House) -> None:
    browser = house.browser()
    see(browser, BRIEF)
    status, seen = send(browser, f"{BRIEF}/forget")
    assert (status, words(seen, "h1")) == (200, "Marit Halloran is forgotten")
    assert "9 pages you clipped" in words(seen, ".lines")
    with house.service.store.view() as tx:
        assert interviews.every(tx, ALICE) == ()
    assert see(browser, BRIEF, status=404)
    assert "Marit" not in words(see(browser, LIST))


@pytest.mark.parametrize("path", ["pages", "forget"])
def test_another_user_sees_none_of_it(house: House, path: str) -> None:
    assert "Marit" not in see(house.browser(BOB), f"{BRIEF}/{path}", status=404).text


@pytest.mark.parametrize(
    "path", [f"{BRIEF}/files", f"{BRIEF}/forget", f"/clips/{CLIP}/remove", f"/clips/{CLIP}/reread"]
)
def test_another_user_changes_none_of_it(house: House, path: str) -> None:
    status, _ = send(house.browser(BOB), path)
    assert (status, len(kept(house))) == (404, 9)
    assert find_interview(house.service, ALICE, "Marit Halloran").id == INTERVIEW
