"""In the talk, over HTTP: forms, the script's own form, and the API write on one sheet, and nothing is lost or doubled."""

import json
import re
from datetime import timedelta
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from server.actions.asked import QuestionChange
from server.actions.questions import change_question
from server.actions.talk import MOST, get_talk
from tests.web.made import ALICE, BASE, BOB, INTERVIEW, NOW, OWN_QUESTION, Clock, House, csrf_of

TALK = f"/interviews/{INTERVIEW}/talk"


def wrote(client: FlaskClient, **fields: str) -> TestResponse:
    return client.post(TALK, base_url=BASE, data={"csrf_token": csrf_of(client)} | fields)


def sent(client: FlaskClient, *marks: dict[str, Any]) -> TestResponse:
    data = {"csrf_token": csrf_of(client), "marks": json.dumps(marks)}
    return client.post(f"{TALK}/marks", base_url=BASE, data=data)


def first_question(client: FlaskClient) -> str:
    found = re.search(r'class="cued" data-id="([^"]+)"', client.get(TALK, base_url=BASE).text)
    assert found
    return found[1]


def test_forms_tick_note_and_put_by_and_return_to_where_one_was(house: House) -> None:
    client = house.browser()
    asked = first_question(client)
    ticked = wrote(client, what="tick", of=asked, text="yes")
    assert (ticked.status_code, ticked.location) == (303, f"{TALK}#q-{asked}")
    wrote(client, what="note", of=asked, text="ring Ola on Friday")
    assert wrote(client, what="aside", of="0001-a", text="the peat survey").location == f"{TALK}#asides"
    page = client.get(TALK, base_url=BASE).text
    assert "ring Ola on Friday" in page
    assert "the peat survey" in page
    assert 'aria-pressed="true"' in page
    wrote(client, what="tick", of=asked, text="")
    wrote(client, what="aside", of="0001-a", text="")
    talk = get_talk(house.service, ALICE, INTERVIEW)
    assert (talk.ticked, talk.side_tracks) == ({}, {})


def test_a_form_that_is_sent_twice_writes_once(house: House) -> None:
    client = house.browser()
    for _ in range(2):
        wrote(client, what="aside", of="0001-a", text="the peat survey")
    assert list(get_talk(house.service, ALICE, INTERVIEW).side_tracks.values()) == ["the peat survey"]


def test_the_clock_counts_the_booked_minutes_from_we_began(house: House) -> None:
    client = house.browser()
    assert "30 min<" in client.get(TALK, base_url=BASE).text
    wrote(client, what="began", text="yes")
    assert get_talk(house.service, ALICE, INTERVIEW).began_at == NOW
    assert isinstance(house.service.now, Clock)
    house.service.now.move(timedelta(minutes=26))
    page = client.get(TALK, base_url=BASE).text
    assert "4 min left" in page
    assert "Say the time" in page
    wrote(client, what="began", text="")
    assert "30 min<" in client.get(TALK, base_url=BASE).text


def test_a_cue_in_the_users_words_takes_the_place_of_ours_until_it_is_emptied(house: House) -> None:
    client = house.browser()
    asked = first_question(client)
    ours = re.search(rf'id="q-{asked}".*?data-ours="([^"]+)"', client.get(TALK, base_url=BASE).text, re.DOTALL)
    assert ours
    wrote(client, what="cue", of=asked, text="dams: then?")
    assert '<span class="cue-words">dams: then?</span>' in client.get(TALK, base_url=BASE).text
    wrote(client, what="cue", of=asked, text="")
    assert f'<span class="cue-words">{ours[1]}</span>' in client.get(TALK, base_url=BASE).text


def test_the_script_sends_marks_and_hears_all_that_is_kept(house: House) -> None:
    client = house.browser()
    late = {"what": "note", "of": "q1", "text": "ring", "at": 4}
    answer = sent(client, {"what": "note", "of": "q1", "text": "ring Ola", "at": 5}, late)
    assert answer.json["notes"] == {"q1": {"text": "ring Ola", "at": 5}}
    again = sent(client, late)
    assert again.json == answer.json


def test_marks_that_make_no_sense_change_nothing(house: House) -> None:
    client = house.browser()
    good = {"what": "note", "of": "q1", "text": "ring Ola", "at": 5}
    assert sent(client, good, {"what": "note", "at": 5}).status_code == 422
    assert client.post(f"{TALK}/marks", base_url=BASE, data={"csrf_token": csrf_of(client)}).status_code == 422
    assert wrote(client, what="shout", of="q1", text="x").status_code == 422
    assert get_talk(house.service, ALICE, INTERVIEW).notes == {}


def test_no_talk_grows_without_end(house: House) -> None:
    many = [{"what": "aside", "of": f"{n:05d}", "text": "x", "at": 1} for n in range(MOST + 1)]
    client = house.browser()
    assert sent(client, *many[:MOST]).status_code == 200
    assert sent(client, many[-1]).status_code == 422
    assert len(get_talk(house.service, ALICE, INTERVIEW).asides) == MOST


def test_what_was_written_to_a_question_stays_when_the_question_goes(house: House) -> None:
    client = house.browser()
    text = "What did the first winter on the wall teach you?"
    wrote(client, what="note", of=OWN_QUESTION, text="Ice in the sluice.")
    change_question(house.service, ALICE, INTERVIEW, OWN_QUESTION, QuestionChange(removed=True))
    page = client.get(TALK, base_url=BASE).text
    assert "No longer on your list" in page
    assert "Ice in the sluice." in page
    assert text in page


def test_a_program_reads_cues_and_writes_marks(house: House) -> None:
    program = house.program()
    before = program("GET", f"/interviews/{INTERVIEW}/talk").json
    first = before["questions"][0]
    assert (before["minutes"], first["tier"]) == (30, "must")
    assert "312 dams" in first["cue"]
    mark = {"what": "tick", "of": first["id"], "text": "yes", "at": 7}
    written = program("POST", f"/interviews/{INTERVIEW}/talk", {"marks": [mark]}).json
    assert written["ticks"] == {first["id"]: {"text": "yes", "at": 7}}
    assert written["wordings"][first["id"]] == first["text"]
    assert program("GET", f"/interviews/{INTERVIEW}/talk").json["written"] == written


def test_the_talk_of_somebody_else_is_not_there(house: House) -> None:
    client = house.browser(BOB)
    assert client.get(TALK, base_url=BASE).status_code == 404
    assert client.get(f"{TALK}/card", base_url=BASE).status_code == 404
    assert wrote(client, what="note", of="q1", text="x").status_code == 404
    assert sent(client, {"what": "note", "of": "q1", "text": "x", "at": 1}).status_code == 404
    assert get_talk(house.service, ALICE, INTERVIEW).notes == {}


def test_must_questions_come_first_in_the_users_order_and_those_about_the_user_are_marked(house: House) -> None:
    page = house.browser().get(TALK, base_url=BASE).text
    titles = re.findall(r'<h2 id="group-\d">([^<]+)', page)
    assert [title.strip() for title in titles] == ["Ask first", "If time"]
    assert page.count("<small>you</small>") >= 2
    assert (
        page.index("looks after 312 dams")
        < page.index("gave yourself a date: what then")
        < page.index("nobody says no")
    )
