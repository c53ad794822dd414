"""The screens before and after a talk, by the real router: what is typed is kept whatever is pressed, and nothing is sent by us."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from server.actions.after import get_after
from server.actions.asked import QuestionIn
from server.actions.interviews import get_interview, list_interviews
from server.actions.questions import add_question
from server.actions.talk import write_down
from server.model.after import NoteKind
from server.model.talk import Mark, MarkKind
from server.store.interviews import InterviewStatus
from tests.actions.test_after import SECRET, TALK, WANT, talk
from tests.web.made import ALICE, BASE, BOB, INTERVIEW, NOW, House
from tests.web.test_pages import see, send, words


@pytest.fixture
def browser(house: House) -> FlaskClient:
    return house.browser()


def at(interview: str, screen: str = "after") -> str:
    return f"/interviews/{interview}/{screen}"


def body(soup: BeautifulSoup, kind: str) -> str:
    box = soup.select_one(f"#words-{kind}")
    assert box
    return box.text.strip()


def mail(soup: BeautifulSoup, ident: str) -> dict[str, list[str]]:
    link = soup.select_one(f"#{ident}")
    assert link
    url = urlsplit(str(link["href"]))
    assert (url.scheme, url.path) == ("mailto", "")
    return parse_qs(url.query)


def test_two_boxes_make_a_thank_you_that_opens_in_the_mail(house: House, browser: FlaskClient) -> None:
    here = talk(house.service)
    first = see(browser, at(here))
    assert words(first, "h1") == "After Dana"
    assert not first.select(".letter")
    assert words(first, "#after .act button") == "Write my thank-you"
    _, seen = send(browser, at(here), stuck="“Never a desk.”", will_do="Call two & ask 50 % more?")
    assert "You said “Never a desk”" in body(seen, "thanks") or "“Never a desk”" in body(seen, "thanks")
    assert mail(seen, "mail-thanks")["body"] == [body(seen, "thanks").replace("\n", "\r\n")]


def test_sent_is_said_by_the_user_and_can_be_taken_back(house: House, browser: FlaskClient) -> None:
    here = talk(house.service)
    send(browser, at(here), stuck="Never a desk")
    _, seen = send(browser, at(here), stuck="Never a desk", press="sent:thanks")
    assert words(seen, "#note-thanks .fate").startswith("Sent on 26 November.")
    assert get_interview(house.service, ALICE, here).facts.status is InterviewStatus.THANKED
    _, seen = send(browser, at(here), stuck="Never a desk", press="not-sent:thanks")
    assert seen.select("#mail-thanks")
    assert get_interview(house.service, ALICE, here).facts.status is InterviewStatus.HELD


def test_whatever_button_is_pressed_all_that_was_typed_is_kept(house: House, browser: FlaskClient) -> None:
    here = talk(house.service)
    form = {
        "stuck": "Never a desk",
        "will_do": "Call two",
        "surprised": "How few",
        "surprised_off": "1",
        "about_me": "That I explain well",
        "want-0": WANT,
        "heard-0": "Not yet.\r\nIn autumn.",
        "heard-0-off": "1",
        "gained": "A name",
        "tried": "I called",
        "promise": "send the report",
        "whose": "theirs",
        "due": "2026-12-04",
        "person": "Ravi Teller",
        "person_why": "left in 2021",
    }
    for press in ("keep", "sent:thanks", "rest", "held"):
        send(browser, at(here), press=press, **form)
        form |= {"promise": "", "person": "", "person_why": ""}
    kept = get_after(house.service, ALICE, here)
    lines = (kept.stuck, kept.will_do, kept.surprised, kept.about_me, kept.gained, kept.tried)
    assert [line.text for line in lines] == [
        form[n] for n in ("stuck", "will_do", "surprised", "about_me", "gained", "tried")
    ]
    assert [line.off_record for line in lines] == [False, False, True, False, False, False]
    assert [(one.want, one.text, one.off_record) for one in kept.heard] == [(WANT, "Not yet.\nIn autumn.", True)]
    assert [(one.text, str(one.due), one.whose) for one in kept.promises] == [
        ("send the report", "2026-12-04", "theirs")
    ]
    assert [(one.name, one.why) for one in kept.people] == [("Ravi Teller", "left in 2021")]


def test_a_letter_that_was_changed_is_theirs_and_one_that_was_not_stays_ours(
    house: House, browser: FlaskClient
) -> None:
    here = talk(house.service)
    _, seen = send(browser, at(here), stuck="Never a desk")
    ours = body(seen, "thanks").replace("\n", "\r\n")
    _, seen = send(browser, at(here), stuck="It was something else", **{"words-thanks": ours})
    assert "omething else" in body(seen, "thanks")
    _, seen = send(
        browser, at(here), stuck="It was something else", **{"words-thanks": "Dear Dana,\r\n\r\nthe winters."}
    )
    assert body(seen, "thanks") == "Dear Dana,\n\nthe winters."
    assert "4 words, yours" in words(seen, "#count-thanks")
    assert mail(seen, "mail-thanks")["body"] == ["Dear Dana,\r\n\r\nthe winters."]
    _, seen = send(
        browser, at(here), stuck="It was something else", press="ours:thanks", **{"words-thanks": "Dear Dana"}
    )
    assert "omething else" in body(seen, "thanks")


def test_what_was_noted_in_the_talk_comes_in_with_one_tap(house: House, browser: FlaskClient) -> None:
    here = talk(house.service, wants=())
    asked = add_question(house.service, ALICE, here, QuestionIn(text="What tipped it?")).edit.question.id
    for mark in (
        Mark(what=MarkKind.NOTE, of=asked, text="Pump trials 2016. It was the winters. Ask Ola."),
        Mark(what=MarkKind.OFF, of=asked, text="yes"),
        Mark(what=MarkKind.ASIDE, of="a1", text="The ferry strike"),
    ):
        write_down(house.service, ALICE, here, mark)
    seen = see(browser, at(here))
    assert "What tipped it? Off the record Pump trials 2016." in words(seen, "#noted")
    assert "The ferry strike" in words(seen, "[aria-labelledby=next-time]")
    _, seen = send(browser, at(here), stuck="Never a desk.", will_do="Call two", press=f"stuck:1:{asked}")
    assert words(seen, "#stuck") == "Never a desk. It was the winters."
    assert [words(one, "span") for one in seen.select("#noted .pick") if "taken" in one.text] == ["It was the winters."]
    kept = get_after(house.service, ALICE, here)
    assert (kept.stuck.off_record, kept.will_do.text) == (True, "Call two")
    send(browser, at(here), stuck="", will_do="", press=f"do:2:{asked}")
    assert get_after(house.service, ALICE, here).will_do.text == "Ask Ola."
    for nothing in ("nothing", "0:nothing", f"3:{asked}", f"-1:{asked}", f"{'9' * 5000}:{asked}"):
        assert send(browser, at(here), press=f"stuck:{nothing}")[0] == 404


def test_right_after_a_talk_the_boxes_come_first_and_nothing_says_that_it_was_not_asked_for(
    house: House, browser: FlaskClient
) -> None:
    here = talk(house.service, wants=(), status=InterviewStatus.WISH, start=None)
    asked = add_question(house.service, ALICE, here, QuestionIn(text="What tipped it?")).edit.question.id
    assert words(see(browser, at(here)), ".lead").startswith("When you come out of it")
    write_down(house.service, ALICE, here, Mark(what=MarkKind.NOTE, of=asked, text="pump trials 2016, 3 villages"))
    seen = see(browser, at(here))
    assert "not asked yet" not in words(seen, "main")
    assert not seen.select(".lead")
    assert order(seen, "#stuck", "#will_do", "#after .act button", "#noted")
    _, seen = send(browser, at(here), press=f"stuck:0:{asked}")
    assert order(seen, "#stuck", "#will_do", "#note-thanks", "#noted")
    assert "[what stuck]" in body(seen, "thanks")
    assert "“pump trials 2016, 3 villages”" in words(seen, ".hinted")
    assert get_interview(house.service, ALICE, here).facts.status is InterviewStatus.HELD


def order(soup: BeautifulSoup, *selectors: str) -> bool:
    """Whether these stand on the page in this order."""
    every = list(soup.descendants)
    places = [next(n for n, one in enumerate(every) if one is soup.select_one(selector)) for selector in selectors]
    return places == sorted(places)


def test_held_is_offered_when_the_time_has_passed(house: House, browser: FlaskClient) -> None:
    here = talk(house.service, status=InterviewStatus.BOOKED, start=NOW + timedelta(hours=1))
    assert not see(browser, at(here)).select("button[value=held]")
    passed = talk(house.service, "Ravi Teller", status=InterviewStatus.BOOKED)
    assert "The time of your talk has passed. Did you talk?" in words(see(browser, at(passed)), ".asks")
    send(browser, at(passed), press="held")
    assert get_interview(house.service, ALICE, passed).facts.status is InterviewStatus.HELD


def test_who_was_named_is_an_interview_with_the_way_back(house: House, browser: FlaskClient) -> None:
    here = talk(house.service)
    _, seen = send(browser, at(here), person="Ravi Teller", person_why="left in 2021", press="person")
    link = seen.select_one("#people a")
    assert link
    ravi = see(browser, str(link["href"]))
    assert words(ravi, ".chain") == "Dana Okafor → led you to Ravi Teller"
    assert "Named for: left in 2021" in words(ravi)
    back = ravi.select_one(".chain a")
    assert back
    assert back["href"] == at(here)
    assert "To Dana Okafor" in words(ravi)


def test_the_ask_and_the_note_go_into_one_mail(house: House, browser: FlaskClient) -> None:
    here = talk(house.service, status=InterviewStatus.WISH, start=None, referrer="Ada Pell, a friend")
    seen = see(browser, at(here, "before"))
    sent = mail(seen, "mail-all")
    assert sent["body"][0].startswith("Hello Ada,")
    assert body(seen, "introduction").replace("\n", "\r\n") in sent["body"][0]
    assert body(seen, "forward").replace("\n", "\r\n") in sent["body"][0]
    assert seen.select_one(".rooms a")
    assert words(seen, ".rooms li:first-child") == "Ask for it"
    _, seen = send(
        browser, at(here, "before"), press="sent:introduction", **{"words-forward": "Dear Dana, in my words."}
    )
    assert "You have asked. Did they say yes?" in words(seen, ".lead")
    assert body(seen, "forward") == "Dear Dana, in my words."
    assert get_interview(house.service, ALICE, here).facts.status is InterviewStatus.ASKED
    send(browser, at(here, "status"), status="booked")
    assert get_interview(house.service, ALICE, here).facts.status is InterviewStatus.BOOKED
    assert "Ask for it" not in words(see(browser, at(here)), ".rooms")


def test_who_sent_them_is_spoken_of_as_they_are_described(house: House, browser: FlaskClient) -> None:
    told = "my supervisor, who took her short course"
    here = talk(house.service, status=InterviewStatus.WISH, start=None, referrer=told)
    seen = see(browser, at(here, "before"))
    assert words(seen, "#ask-title") == "To your supervisor"
    assert words(seen, ".lead") == "Two notes: one to your supervisor, and one to forward."
    assert body(seen, "introduction").startswith("Hello,\n")
    held = talk(house.service, "Ravi Teller", referrer=told)
    assert "A line to your supervisor" in see(browser, at(held)).text
    assert body(see(browser, at(held)), "referrer").startswith("Hello,\n")


def test_without_a_referrer_there_is_one_note(house: House, browser: FlaskClient) -> None:
    here = talk(house.service, status=InterviewStatus.WISH, start=None)
    seen = see(browser, at(here, "before"))
    assert not seen.select("#words-introduction")
    assert mail(seen, "mail-all")["body"] == [body(seen, "forward").replace("\n", "\r\n")]


def test_the_next_interview_begins_with_what_is_owed(house: House, browser: FlaskClient) -> None:
    here = talk(house.service, start=TALK - timedelta(days=30))
    send(browser, at(here), stuck="Never a desk", will_do="Call two", tried="I called two")
    wish = talk(house.service, "Ravi Teller", status=InterviewStatus.WISH, start=None)
    block = see(browser, at(wish, "before")).select_one(".owed")
    assert block
    assert words(block, "h2") == "Did any of this work out?"
    assert "You tried what Dana said, and Dana does not know." in block.text
    assert at(here) + "#note-tried" in [str(link["href"]) for link in block.select("a")]
    assert not see(browser, at(here, "before")).select(".owed")


def test_the_list_says_once_what_is_still_owed_and_leads_to_what_was_heard(house: House, browser: FlaskClient) -> None:
    seen = see(browser, "/")
    assert not seen.select(".owed")
    assert not seen.select("a[href='/heard']")
    here = talk(house.service, referrer="Ada Pell")
    send(browser, at(here), promise="send the report", due="2026-11-20", **{"want-0": WANT, "heard-0": "Not yet."})
    seen = see(browser, "/")
    assert [words(line, "a") for line in seen.select(".owed li")] == [
        "You promised Dana: send the report, by 20 November.",
        "Ada Pell does not know yet that you talked with Dana.",
    ]
    assert seen.select(".owed .late")
    assert seen.select("a[href='/heard']")
    for link in seen.select(".owed a"):
        assert see(browser, str(link["href"]).split("#")[0]).select(f"#{str(link['href']).split('#')[1]}")


def test_answers_to_a_want_stand_side_by_side(house: House, browser: FlaskClient) -> None:
    assert "After a talk you write down" in words(see(browser, "/heard"))
    for days, name, heard in ((5, "Dana Okafor", "Not yet."), (1, "Ravi Teller", "Now.")):
        here = talk(house.service, name, start=TALK - timedelta(days=days))
        send(browser, at(here), **{"want-0": WANT, "heard-0": heard})
    seen = see(browser, "/heard")
    assert [words(one, "h3") for one in seen.select(".answers li")] == ["Dana Okafor", "Ravi Teller"]
    assert len(seen.select(".want")) == 1


@pytest.mark.parametrize(
    "form, wrong",
    [
        ({"press": "fly"}, "That cannot be done here."),
        ({"press": "sent:rocket"}, "There is no such note."),
        ({"promise": "x", "due": "tomorrow"}, "This is no day."),
        ({"person_why": "left in 2021"}, "Who did they name?"),
        ({"person": "R" * 201}, "This is too long"),
        ({"stuck": "s" * 4001}, "This is too long"),
    ],
)
def test_what_will_not_do_is_said(house: House, browser: FlaskClient, form: dict[str, str], wrong: str) -> None:
    status, seen = send(browser, at(talk(house.service)), **form)
    assert status == 422
    assert wrong in words(seen)


def test_what_is_not_there_cannot_be_kept_or_removed(house: House, browser: FlaskClient) -> None:
    here = talk(house.service)
    for press in ("done:nothing", "not-done:nothing", "no-promise:nothing", "unname:nothing"):
        assert send(browser, at(here), press=press)[0] == 404
    assert send(browser, at(here, "status"), status="famous")[0] == 422


def test_another_user_finds_none_of_it(house: House) -> None:
    here, bob = talk(house.service), house.browser(BOB)
    for screen in ("after", "before"):
        assert see(bob, at(here, screen), 404)
        assert send(bob, at(here, screen), stuck="x", press="keep")[0] == 404
    assert send(bob, at(here, "status"), status="booked")[0] == 404
    assert "Dana" not in see(bob, "/heard").text


def test_what_is_off_the_record_is_on_the_screen_and_in_no_letter(house: House, browser: FlaskClient) -> None:
    here = talk(house.service, referrer="Ada Pell")
    _, seen = send(browser, at(here), stuck=SECRET, stuck_off="1", will_do="Wait until March")
    assert SECRET in words(seen, "#stuck")
    assert SECRET not in body(seen, "thanks") + body(seen, "referrer")


@pytest.mark.parametrize("screen", ["after", "before"])
def test_the_sample_can_be_tried_out(house: House, browser: FlaskClient, screen: str) -> None:
    seen = see(browser, at(INTERVIEW, screen))
    assert "Marit" in words(seen, "h1")
    assert len(list_interviews(house.service, ALICE)) == 1


def test_no_screen_has_anything_inline_and_a_note_goes_nowhere_by_itself(house: House, browser: FlaskClient) -> None:
    here = talk(house.service, referrer="Ada Pell")
    send(browser, at(here), stuck="x", tried="y")
    for path in (at(here), at(here, "before"), "/heard"):
        soup = see(browser, path)
        assert not soup.select("style, [style], [onclick], script:not([src])")
        assert {str(form["action"]) for form in soup.select("form")} <= {
            at(here),
            at(here, "before"),
            at(here, "status"),
        }
    assert NoteKind.THANKS not in get_after(house.service, ALICE, here).notes
    answer = browser.get(at(here), base_url=BASE)
    assert answer.headers["Cache-Control"] == "no-store"
