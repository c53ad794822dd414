"""What can be taken: the screen, the files behind its buttons, and the same by the API."""

import io
import json
import zipfile

import pytest
from icalendar import Calendar

from server.actions.exports import Form
from server.store import interviews
from server.store.interviews import InterviewStatus
from tests.web.made import ALICE, BASE, BOB, INTERVIEW, House
from tests.web.test_pages import BRIEF, see, send, words

TAKE = f"{BRIEF}/take"
FILES = {
    "markdown": ("marit-halloran.md", "text/markdown; charset=utf-8", b"---\n"),
    "ics": ("marit-halloran.ics", "text/calendar; charset=utf-8", b"BEGIN:VCALENDAR"),
    "csl": ("marit-halloran-sources.csl.json", "application/vnd.citationstyles.csl+json", b"["),
    "folder": ("marit-halloran-folder.zip", "application/zip", b"PK"),
    "everything": ("marit-halloran-everything.zip", "application/zip", b"PK"),
    "json": ("marit-halloran-brief.json", "application/json", b"{"),
}


def test_each_button_says_what_it_is_good_for_and_gives_a_file(house: House) -> None:
    browser = house.browser()
    seen = see(browser, TAKE)
    assert "Nothing leaves this computer by itself." in words(seen, ".who")
    links = [str(link["href"]) for link in seen.select("a[download]")]
    assert {link.split("?")[0].rsplit("/", 1)[1] for link in links} == set(FILES) - {"ics"}
    assert all(item.select_one(".soft") for item in seen.select(".takings li"))
    for link in links:
        assert browser.get(link, base_url=BASE).status_code == 200


@pytest.mark.parametrize("form", list(Form))
def test_a_file_comes_as_a_download_under_its_name(house: House, form: Form) -> None:
    name, media, begins = FILES[form]
    answer = house.browser().get(f"{TAKE}/{form.value}", base_url=BASE)
    assert (answer.headers["Content-Type"], answer.data.startswith(begins)) == (media, True)
    assert answer.headers["Content-Disposition"] == f"attachment; filename={name}"


def test_reminders_are_switched_off_by_their_boxes(house: House) -> None:
    browser = house.browser()
    boxes = [str(box["name"]) for box in see(browser, TAKE).select("input[type=checkbox][checked]")]
    assert boxes == ["talk", "evening", "thanks", "tried"]
    for chosen, count in ((boxes, 4), (["thanks"], 1), ([], 0), (["talk", "evil"], 1)):
        query = "&".join(["chosen=1", *(f"{name}=on" for name in chosen)])
        made = browser.get(f"{TAKE}/ics?{query}", base_url=BASE).data
        assert len(Calendar.from_ical(made).walk("VEVENT")) == count


def test_links_in_the_calendar_lead_to_screens_that_are_there(house: House) -> None:
    browser = house.browser()
    made = browser.get(f"{TAKE}/ics", base_url=BASE).data
    links = {str(one["description"]).split(": ", 1)[1] for one in Calendar.from_ical(made).walk("VEVENT")}
    assert all(link.startswith(BASE) for link in links)
    assert {browser.get(link.removeprefix(BASE), base_url=BASE).status_code for link in links} == {200}


def test_a_talk_without_a_date_says_what_comes_first(house: House) -> None:
    browser = house.browser(BOB)
    _, begun = send(browser, "/interviews", name="Dana Okafor", want="Decide by May.")
    with house.service.store.view() as tx:
        ident = interviews.every(tx, BOB)[0].id
    seen = see(browser, f"/interviews/{ident}/take")
    assert "Once the talk with Dana has a date" in words(seen)
    answer = browser.get(f"/interviews/{ident}/take/ics", base_url=BASE)
    assert answer.status_code == 422
    assert "The talk has no date yet." in answer.text
    assert begun


def test_data_has_the_texts_of_pages_where_they_are_asked_for(house: House) -> None:
    browser = house.browser()
    plain = json.loads(browser.get(f"{TAKE}/json", base_url=BASE).data)
    full = json.loads(browser.get(f"{TAKE}/json?include=clips", base_url=BASE).data)
    assert [clip for clip in plain["clips"] if "text" in clip] == []
    assert any("leaky" in clip.get("text", "") for clip in full["clips"])


def test_the_api_gives_the_same_files(house: House) -> None:
    program, browser = house.program(), house.browser()
    for form in set(FILES) - {"json"}:
        answer = program("GET", f"/interviews/{INTERVIEW}/export/{form}")
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, FILES[form][1])
        assert f'filename="{FILES[form][0]}"' in answer.headers["Content-Disposition"]
        assert answer.data == browser.get(f"{TAKE}/{form}", base_url=BASE).data
    full = program("GET", f"/interviews/{INTERVIEW}/export?include=clips").json
    assert full
    assert any("text" in clip for clip in full["clips"])
    assert program("GET", f"/interviews/{INTERVIEW}/export/docx").status_code == 422
    assert program("GET", f"/interviews/{INTERVIEW}/export?include=everything").status_code == 422


@pytest.mark.parametrize("path", ["", *(f"/{form.value}" for form in Form)])
def test_another_user_takes_nothing(house: House, path: str) -> None:
    answer = house.browser(BOB).get(f"{TAKE}{path}", base_url=BASE)
    assert (answer.status_code, "Marit" in answer.text) == (404, False)


def test_what_is_no_form_is_not_there(house: House) -> None:
    assert see(house.browser(), f"{TAKE}/docx", status=404)


def test_a_folder_is_a_zip_with_the_status_in_it(house: House) -> None:
    with house.service.store.transaction() as tx:
        interviews.set_status(tx, ALICE, INTERVIEW, InterviewStatus.HELD, house.service.now())
    answer = house.browser().get(f"{TAKE}/folder", base_url=BASE)
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        assert json.loads(archive.read("dossier.json"))["groundwork"]["status"] == "held"
