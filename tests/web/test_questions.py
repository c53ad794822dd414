"""Questions of the user's own, and what they do to ours: over the API, in a browser's forms, and over time."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from server.actions.briefs import document, drafted
from server.actions.clips import ClipIn, add_clip
from server.actions.interviews import InterviewIn, add_interview
from server.actions.reading import read_waiting
from server.model import Goal, Interviewee
from tests.web.made import ALICE, BASE, BOB, INTERVIEW, OWN_QUESTION, PAGE, House, Program, csrf_of
from tests.web.test_pages import see, send, words

AT = f"/interviews/{INTERVIEW}/questions"
PAGE_OF = f"/interviews/{INTERVIEW}"
TEXT = "What did you look at when you chose the farms?"


@pytest.fixture
def ask(house: House) -> Program:
    return house.program()


def questions(ask: Program, tier: str = "", interview: str = INTERVIEW) -> list[dict[str, Any]]:
    every: list[dict[str, Any]] = ask("GET", f"/interviews/{interview}/export").json["questions"]
    return [one for one in every if tier in {"", one["tier"]}]


def texts(ask: Program, tier: str = "must") -> list[str]:
    return [one["text"] for one in questions(ask, tier)]


def of(ask: Program, ident: str) -> dict[str, Any]:
    return next(one for one in questions(ask) if one["id"] == ident)


def another(house: House) -> str:
    """A second interview of Alice's."""
    given = InterviewIn(interviewee=Interviewee(name="Dana Whitlock"), goals=(Goal(id="g1", text="Decide by May."),))
    return add_interview(house.service, ALICE, given).id


def test_a_question_of_ones_own_stands_first_with_its_passages_however_often_it_is_sent(ask: Program) -> None:
    answers = [ask("POST", AT, {"text": f"  {TEXT}\n"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    assert answers[0].json == answers[1].json
    first = questions(ask)[0]
    assert (first["text"], first["tier"], first["origin"], first["rank"]) == (TEXT, "must", "seeker", 1)
    assert first["evidence"]
    ask("POST", AT, {"text": "And what would you ask me?"})
    assert texts(ask)[:2] == [TEXT, "And what would you ask me?"]


@pytest.mark.parametrize("text", ["", "  ", "\x1c", "Why\x00 so?", "x" * 501, None, 7])
def test_what_is_no_question_is_refused(ask: Program, text: Any) -> None:
    assert ask("POST", AT, {"text": text}).status_code == 422


def test_words_that_were_changed_stay_when_pages_come(house: House, ask: Program) -> None:
    ident = questions(ask, "must")[0]["id"]
    before = of(ask, ident)
    assert ask("PATCH", f"{AT}/{ident}", {"text": "What tipped it?"}).json["question"]["edited"]
    add_clip(house.service, ALICE, ClipIn(key="more", interview_id=INTERVIEW, title="More", html=PAGE))
    read_waiting(house.service)
    after = of(ask, ident)
    assert (after["text"], after["evidence"], after["edited"]) == ("What tipped it?", before["evidence"], True)


def test_a_question_moves_up_and_down_among_those_of_its_tier(ask: Program) -> None:
    order = [one["id"] for one in questions(ask, "must")]
    ask("PATCH", f"{AT}/{order[1]}", {"move": "up"})
    assert [one["id"] for one in questions(ask, "must")] == [order[1], order[0], *order[2:]]
    ask("PATCH", f"{AT}/{order[1]}", {"move": "up"})
    ask("PATCH", f"{AT}/{order[1]}", {"move": "down"})
    assert [one["id"] for one in questions(ask, "must")] == order
    for _ in order:
        ask("PATCH", f"{AT}/{order[0]}", {"move": "down"})
    assert [one["id"] for one in questions(ask, "must")] == [*order[1:], order[0]]


def test_two_that_were_moved_change_places(ask: Program) -> None:
    order = [one["id"] for one in questions(ask, "must")]
    ask("PATCH", f"{AT}/{order[2]}", {"move": "up"})
    ask("PATCH", f"{AT}/{order[1]}", {"move": "up"})
    assert [one["id"] for one in questions(ask, "must")] == order


def test_a_question_is_put_off_removed_and_put_back(ask: Program) -> None:
    ident = questions(ask, "must")[1]["id"]
    ask("PATCH", f"{AT}/{ident}", {"tier": "parked"})
    assert of(ask, ident)["tier"] == "parked"
    assert ident not in [
        one for box in ask("GET", f"/interviews/{INTERVIEW}/export").json["plan"]["boxes"] for one in box["questions"]
    ]
    assert [ask("DELETE", f"{AT}/{ident}").status_code for _ in range(2)] == [204, 404]
    assert ident not in [one["id"] for one in questions(ask)]
    ask("PATCH", f"{AT}/{ident}", {"removed": False})
    assert of(ask, ident)["tier"] == "parked"


def test_what_is_typed_again_after_it_was_removed_is_back(ask: Program) -> None:
    ident = ask("POST", AT, {"text": TEXT}).json["question"]["id"]
    ask("DELETE", f"{AT}/{ident}")
    assert ask("POST", AT, {"text": TEXT}).json["question"]["id"] == ident
    assert texts(ask)[0] == TEXT


def test_what_one_asks_everyone_stands_in_each_interview_until_one_no_longer_does(house: House, ask: Program) -> None:
    there = another(house)
    ident = ask("POST", AT, {"text": TEXT}).json["question"]["id"]
    assert ask("PATCH", f"{AT}/{ident}", {"everyone": True}).json["everyone"]
    assert [one["text"] for one in questions(ask, interview=there)] == [TEXT]
    ask("PATCH", f"{AT}/{ident}", {"text": "What do you look at first?"})
    assert [one["text"] for one in questions(ask, interview=there)] == ["What do you look at first?"]
    ask("DELETE", f"/interviews/{there}/questions/{ident}")
    assert questions(ask, interview=there) == []
    assert texts(ask)[0] == "What do you look at first?"
    ask("PATCH", f"{AT}/{ident}", {"everyone": False})
    assert questions(ask, interview=another(house)) == []
    assert texts(ask)[0] == "What do you look at first?"


def test_a_question_on_what_one_person_wrote_is_not_for_everyone(house: House, ask: Program) -> None:
    ours = next(one for one in questions(ask) if one["evidence"] and one["origin"] == "embedded")
    answer = ask("PATCH", f"{AT}/{ours['id']}", {"everyone": True})
    assert answer.status_code == 409
    assert questions(ask, interview=another(house)) == []


def test_a_question_of_ours_that_was_kept_outlives_the_page_it_came_from(ask: Program) -> None:
    made = ask("GET", f"/interviews/{INTERVIEW}/export").json
    ours = next(one for one in made["questions"] if one["evidence"])
    clip = next(one["clip_id"] for one in made["evidence"] if one["id"] == ours["evidence"][-1])
    ask("PATCH", f"{AT}/{ours['id']}", {"pinned": True})
    ask("DELETE", f"/clips/{clip}")
    assert of(ask, ours["id"])["text"] == ours["text"]
    assert {one["clip_id"] for one in ask("GET", f"/interviews/{INTERVIEW}/export").json["evidence"]}.isdisjoint({clip})


@pytest.mark.parametrize("path", [f"{AT}/nothing", f"/interviews/nobody/questions/{OWN_QUESTION}"])
def test_a_question_that_is_not_there_is_not_there(ask: Program, path: str) -> None:
    assert ask("PATCH", path, {"tier": "must"}).status_code == 404
    assert ask("DELETE", path).status_code == 404


def test_what_bob_asks_everyone_is_not_asked_by_alice_and_what_she_wrote_is_not_his(house: House, ask: Program) -> None:
    bob = house.program(BOB)
    his = bob("POST", "/interviews", {"interviewee": {"name": "Dana Whitlock"}}).json["id"]
    ident = bob("POST", f"/interviews/{his}/questions", {"text": TEXT}).json["question"]["id"]
    bob("PATCH", f"/interviews/{his}/questions/{ident}", {"everyone": True})
    assert TEXT not in texts(ask)
    assert bob("PATCH", f"/interviews/{his}/questions/{OWN_QUESTION}", {"tier": "must"}).status_code == 404
    assert bob("PATCH", f"{AT}/{OWN_QUESTION}", {"tier": "must"}).status_code == 404
    assert of(ask, OWN_QUESTION)["tier"] == "parked"


def test_what_costs_most_is_not_made_again_for_a_question(house: House, ask: Program) -> None:
    document(house.service, ALICE, INTERVIEW)
    before = drafted(house.service, ALICE, INTERVIEW)
    ask("POST", AT, {"text": TEXT})
    assert texts(ask)[0] == TEXT
    assert drafted(house.service, ALICE, INTERVIEW) is before


def rows(soup: BeautifulSoup, block: int = 0) -> list[str]:
    return [str(one["id"]) for one in soup.select(".asked")[block].select("li[id]")]


def lands(browser: FlaskClient, path: str, **form: str) -> str:
    """Where a form of ours leads: the part after the #."""
    answer = browser.post(path, data={"csrf_token": csrf_of(browser), **form}, base_url=BASE)
    assert answer.status_code == 303
    return str(answer.headers["Location"]).partition("#")[2]


def test_a_typed_question_becomes_ones_own_by_a_button(house: House) -> None:
    browser = house.browser()
    _, seen = send(browser, f"{PAGE_OF}/ask", question=TEXT)
    form = seen.select_one(".answer form")
    assert form
    assert form["action"] == f"{PAGE_OF}/questions"
    at = lands(browser, str(form["action"]), question=str(form.select("input[name=question]")[0]["value"]))
    first = see(browser, PAGE_OF).select_one(f"#{at}")
    assert first
    assert words(first, ".question") == TEXT
    assert words(first, ".why").startswith("yours · ")
    assert "farms" in words(first, "blockquote")


def test_buttons_do_what_they_say_and_lead_back_to_the_question(house: House) -> None:
    browser = house.browser()
    order = rows(see(browser, PAGE_OF))
    ident = order[1].removeprefix("q-")
    assert lands(browser, f"{PAGE_OF}/questions/{ident}", do="up") == order[1]
    assert rows(see(browser, PAGE_OF))[:2] == [order[1], order[0]]
    lands(browser, f"{PAGE_OF}/questions/{ident}", do="words", words="What tipped it?")
    changed = see(browser, PAGE_OF).select_one(f"#{order[1]}")
    assert changed
    assert (words(changed, ".question"), words(changed, ".why")[:13]) == ("What tipped it?", "in your words")
    assert lands(browser, f"{PAGE_OF}/questions/{ident}", do="remove") == order[0]
    seen = see(browser, PAGE_OF)
    assert order[1] not in rows(seen)
    assert "What tipped it?" in words(seen, ".gone")
    assert lands(browser, f"{PAGE_OF}/questions/{ident}", do="back") == order[1]
    assert order[1] in rows(see(browser, PAGE_OF))


def test_only_what_anybody_could_answer_is_offered_for_everyone(house: House) -> None:
    browser = house.browser()
    seen = see(browser, PAGE_OF)
    offered = {str(row["id"]) for row in seen.select(".asked li[id]") if row.select("button[value=everyone]")}
    made = document(house.service, ALICE, INTERVIEW).questions
    assert offered == {f"q-{one.id}" for one in made if one.origin == "seeker" or not one.evidence}
    lands(browser, f"{PAGE_OF}/questions/{OWN_QUESTION}", do="everyone")
    mine = see(browser, PAGE_OF).select_one(f"#q-{OWN_QUESTION}")
    assert mine
    assert "you ask everyone" in words(mine, ".why")
    assert "Not everyone" in words(mine, ".hand")


@pytest.mark.parametrize(
    "form", [{"do": "fly"}, {"do": "words", "words": " "}, {"do": "words", "words": "x" * 501}, {}]
)
def test_what_cannot_be_done_to_a_question_is_said(house: House, form: dict[str, str]) -> None:
    status, seen = send(house.browser(), f"{PAGE_OF}/questions/{OWN_QUESTION}", **form)
    assert status == 422
    assert words(seen, "h1") == "Something is not right yet"


def test_an_empty_box_adds_nothing(house: House) -> None:
    assert send(house.browser(), f"{PAGE_OF}/questions", question=" ")[0] == 422
