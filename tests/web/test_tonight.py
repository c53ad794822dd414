"""Tonight: what comes first, what one tap does, what is new, and what can be told besides."""

from datetime import timedelta
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from server.actions.briefs import document
from server.actions.clips import ClipIn, add_clip
from server.actions.interviews import get_interview, get_seeker, list_interviews, put_seeker, set_status
from server.actions.looked import SITTING
from server.actions.reading import read_waiting
from server.model import Seeker, Tier
from server.store import clips
from server.store.interviews import InterviewStatus
from tests.web.made import ALICE, BASE, BOB, INTERVIEW, Clock, House, csrf_of
from tests.web.test_pages import see, send, words

HERE = f"/interviews/{INTERVIEW}"
NOTE = """<html><head><title>Winter</title><meta name="author" content="Marit Halloran"></head><body><article><h1>Winter</h1>
<p>By Marit Halloran</p><p>In 2024 I took eleven dams out again because nobody had asked the farmer below them.</p>
<p>I would rather explain one dam to a farmer than a hundred of them to a minister.</p></article></body></html>"""


def begun(house: House) -> str:
    """Bob's new interview: its path."""
    browser = house.browser(BOB)
    form = {"csrf_token": csrf_of(browser), "name": "Dana Okafor", "want": "Decide by May whether to leave field work."}
    return str(browser.post("/interviews", base_url=BASE, data=form).headers["Location"])


def five(seen: BeautifulSoup) -> list[str]:
    return [one.get_text() for one in seen.select("#questions > div.block > .asked .question")]


def test_five_questions_stand_there_and_the_others_are_folded_away(house: House) -> None:
    seen = see(house.browser(), HERE)
    assert len(five(seen)) == 5
    assert words(seen, "#questions h2").startswith("Five questions")
    folded = [one.get_text() for one in seen.select("details.more-asked .question")]
    assert len(folded) + 5 == len(document(house.service, ALICE, INTERVIEW).questions)


def test_a_question_of_ones_own_comes_first_of_the_five(house: House) -> None:
    browser = house.browser()
    send(browser, f"{HERE}/questions", question="What did the first winter cost you?")
    assert five(see(browser, HERE))[0] == "What did the first winter cost you?"
    assert len(five(see(browser, HERE))) == 5


def test_it_says_that_it_is_enough_and_how_many_minutes_that_takes(house: House) -> None:
    seen = see(house.browser(), HERE)
    made = document(house.service, ALICE, INTERVIEW).questions
    minutes = sum(one.minutes for one in made if one.text in five(seen))
    assert words(seen, ".enough h3") == "That is enough. Go to bed."
    assert f"Five questions, a way to start and a way to close: about {minutes} of your 30 minutes." in words(
        seen, ".enough"
    )


def test_why_a_question_names_what_it_is_for_what_it_rests_on_and_how_long_it_takes(house: House) -> None:
    seen = see(house.browser(), HERE)
    why = words(seen, ".asked .why")
    made = document(house.service, ALICE, INTERVIEW)
    first = made.questions[0]
    assert next(goal.text for goal in made.goals if goal.id == first.goal) in why
    assert "Rests on:" in why
    assert f"Takes {first.minutes} of your 30 minutes" in why


def test_a_question_is_pinned_and_unpinned_by_one_tap(house: House) -> None:
    browser = house.browser()
    first = document(house.service, ALICE, INTERVIEW).questions[0].id
    send(browser, f"{HERE}/questions/{first}", do="pin")
    assert "pinned" in words(see(browser, HERE), f"#q-{first} .why")
    send(browser, f"{HERE}/questions/{first}", do="unpin")
    assert "pinned" not in words(see(browser, HERE), f"#q-{first} .why")


def test_a_line_finished_on_a_card_is_a_question_that_rests_on_its_quote(house: House) -> None:
    browser = house.browser()
    button = see(browser, HERE).select_one(".ways-to-ask button")
    assert button
    take = str(button["value"])
    line = "What would you leave out of it today?"
    status, seen = send(browser, f"{HERE}/cards", **{take: line, "take": take})
    assert status == 200
    assert five(seen)[0] == "What would you leave out of it today?"
    made = document(house.service, ALICE, INTERVIEW)
    assert next(one for one in made.questions if one.text == line).evidence[0] == take.split(".", maxsplit=1)[0]


def test_a_line_with_a_hole_is_looked_at_before_it_is_kept(house: House) -> None:
    browser = house.browser()
    button = see(browser, HERE).select_one(".ways-to-ask button")
    assert button
    take, before = str(button["value"]), len(document(house.service, ALICE, INTERVIEW).questions)
    _, seen = send(browser, f"{HERE}/cards", **{take: "In 2019 you said “a …”. What about …?", "take": take})
    assert "put your own words where the three dots stand" in words(seen, ".answer")
    assert len(document(house.service, ALICE, INTERVIEW).questions) == before
    send(browser, f"{HERE}/cards", **{take: "In 2019 you said “a …”. What about money?", "take": take})
    assert len(document(house.service, ALICE, INTERVIEW).questions) == before + 1


@pytest.mark.parametrize("take", ["", "e1", "e1.9", "e1.0"])
def test_a_line_that_is_none_leads_back_to_the_quotes(house: House, take: str) -> None:
    browser = house.browser()
    form = {"csrf_token": csrf_of(browser), "take": take, "e1.0": "  "}
    answer = browser.post(f"{HERE}/cards", base_url=BASE, data=form)
    assert answer.headers["Location"].endswith("#quotes")


def test_one_hint_is_given_while_typing_and_none_for_a_good_question(house: House) -> None:
    browser = house.browser()

    def hint(question: str) -> str:
        form = {"csrf_token": csrf_of(browser), "question": question}
        return str(browser.post(f"{HERE}/hint", base_url=BASE, data=form).json["hint"])

    assert "job" in hint("Can you get me a job?")
    assert hint("What did you look at when you chose the islands?") == ""
    assert hint("") == ""


def test_what_came_since_they_looked_last_is_marked_until_the_sitting_ends(house: House) -> None:
    browser = house.browser()
    assert not see(browser, HERE).select(".new")
    assert isinstance(house.service.now, Clock)
    house.service.now.move(SITTING)
    add_clip(
        house.service, ALICE, ClipIn(key="new", interview_id=INTERVIEW, url="https://slowwater.example/w", html=NOTE)
    )
    read_waiting(house.service)
    assert see(browser, HERE).select(".new")
    house.service.now.move(timedelta(minutes=1))
    assert see(browser, HERE).select(".new")
    house.service.now.move(SITTING)
    see(browser, HERE)
    house.service.now.move(SITTING)
    assert not see(browser, HERE).select(".new")


def test_two_tellings_stand_side_by_side_folded(house: House) -> None:
    pairs = see(house.browser(), HERE).select("details.pair")
    assert pairs
    assert all(len(pair.select("blockquote")) >= 2 and not pair.has_attr("open") for pair in pairs)


def test_turning_points_are_a_list_and_each_has_its_bar_on_one_axis(house: House) -> None:
    turns = see(house.browser(), HERE).select(".turns > li")
    assert len(turns) > 3
    bars = [
        (float(str(bar["x"]).rstrip("%")), float(str(bar["width"]).rstrip("%")))
        for bar in (one.select_one(".bar") for one in turns)
        if bar
    ]
    assert len(bars) == len(turns)
    assert all(left >= 0 and left + width <= 100.1 for left, width in bars)
    assert [left for left, _ in bars] == sorted(left for left, _ in bars)


def test_a_new_interview_leads_to_its_first_page(house: House) -> None:
    path = begun(house)
    seen = see(house.browser(BOB), path)
    assert words(seen, ".next h2") == "Next: a first page about Dana"
    assert [str(form["action"]).split("#")[0] for form in seen.select(".next form")] == [
        f"{path}/links",
        f"{path}/files",
    ]
    assert not seen.select(".enough, #homework, .asked")


def test_a_want_is_changed_where_it_stands(house: House) -> None:
    path, browser = begun(house), house.browser(BOB)
    _, seen = send(browser, f"{path}/wants/g1", want=" Decide by June. ")
    assert words(seen, ".want") == "Decide by June."
    assert send(browser, f"{path}/wants/g1", want=" ")[0] == 422
    assert send(browser, f"{path}/wants/g9", want="More.")[0] == 404


def test_what_is_told_of_a_talk_and_of_oneself_is_kept(house: House) -> None:
    path, browser = begun(house), house.browser(BOB)
    talk = {"name": "Dana Okafor-Lind", "day": "2026-12-03", "time": "10:00", "zone": "UTC+2", "minutes": "45"}
    _, seen = send(browser, f"{path}/about", **talk, aliases="dana, d.okafor", referrer="Ada Pell")
    assert words(seen, "[role=status]").startswith("Kept.")
    facts = get_interview(house.service, BOB, path.rsplit("/", 1)[1]).facts
    assert (facts.interviewee.name, facts.interviewee.aliases) == ("Dana Okafor-Lind", ("dana", "d.okafor"))
    assert facts.meeting.start
    assert (facts.meeting.start.isoformat(), facts.meeting.minutes) == ("2026-12-03T10:00:00+02:00", 45)
    send(
        browser,
        f"{path}/about",
        background="Surveys.",
        assumptions="Desks are dull\r\n\r\nPay is fine",
        plan="",
        show="",
    )
    kept = get_seeker(house.service, BOB)
    assert (kept.background, kept.assumptions) == ("Surveys.", ("Desks are dull", "Pay is fine"))


def test_a_date_that_is_none_loses_nothing_that_was_told_of_oneself(house: House) -> None:
    form = {"name": "Dana Okafor", "day": "soon", "background": "Surveys.", "plan": "", "assumptions": "", "show": ""}
    assert send(house.browser(BOB), f"{begun(house)}/about", **form)[0] == 422
    assert get_seeker(house.service, BOB).background == "Surveys."


@pytest.mark.parametrize("press", ["keep", "want:g1", "up:g1", "down:g1", "remove:g2", "more:", "more:Find a crew."])
def test_whatever_is_pressed_keeps_what_stands_in_the_other_boxes(house: House, press: str) -> None:
    path, browser = begun(house), house.browser(BOB)
    send(browser, f"{path}/about", want="Find a crew for the survey.")
    form = {
        "want-g1": "Decide by June.",
        "want": "Meet two surveyors.",
        "name": "Dana Okafor",
        "format": "café",
        "plan": "Leave.",
    }
    send(browser, f"{path}/about", **form, background="Surveys.", press=press)
    facts = get_interview(house.service, BOB, path.rsplit("/", 1)[1]).facts
    assert {"Decide by June.", "Meet two surveyors."} <= {goal.text for goal in facts.goals}
    assert (facts.meeting.format, get_seeker(house.service, BOB).plan) == ("café", "Leave.")


def test_what_will_not_do_costs_its_own_box_alone(house: House) -> None:
    path, browser = begun(house), house.browser(BOB)
    form = {
        "name": "",
        "day": "2026-12-03",
        "zone": "Middle Earth",
        "minutes": "4",
        "referrer": "Ada Pell",
        "want-g1": " ",
    }
    status, seen = send(browser, f"{path}/about", **form)
    facts = get_interview(house.service, BOB, path.rsplit("/", 1)[1]).facts
    assert (status, facts.referrer, facts.interviewee.name, facts.meeting.minutes) == (
        422,
        "Ada Pell",
        "Dana Okafor",
        30,
    )
    assert facts.goals[0].text
    told = words(seen, "[role=alert]")
    assert [name for name in ("time zone", "Their name", "Minutes", "Want 1") if name not in told] == []
    assert [box["value"] for box in seen.select("#zone")] == ["Middle Earth"]


def test_a_want_from_somebody_else_is_offered_where_wants_stand(house: House) -> None:
    browser = house.browser(BOB)
    path = begun(house)
    other = {"csrf_token": csrf_of(browser), "name": "Ines Falk", "want": "Find a crew."}
    browser.post("/interviews", base_url=BASE, data=other)
    [box] = see(browser, path).select('input[name="want"][value="Find a crew."]')
    assert box.find_parent("form")["action"] == f"{path}/wants"
    [button] = see(browser, f"{path}/about").select('button[value="more:Find a crew."]')
    send(browser, f"{path}/about", press=button["value"])
    goals = get_interview(house.service, BOB, path.rsplit("/", 1)[1]).facts.goals
    assert [goal.text for goal in goals][-1] == "Find a crew."


def test_a_wants_kind_and_words_are_picked_and_the_guess_taken_back(house: House) -> None:
    browser = house.browser()
    form = {"want-g1": "Decide.", "kind-g1": "skill", "hint-g1[]": "water", "press": "want:g1"}
    send(browser, f"{HERE}/about", **form)
    first = get_interview(house.service, ALICE, INTERVIEW).facts.goals[0]
    assert (first.text, first.kind, first.hints) == ("Decide.", "skill", ("water",))
    _, seen = send(browser, f"{HERE}/about", **form | {"kind-g1": ""})
    assert get_interview(house.service, ALICE, INTERVIEW).facts.goals[0].kind is None
    assert [one.get_text() for one in seen.select("#kind-g1 option[selected]")] == ["Our guess: decide something"]
    send(browser, f"{HERE}/about", press="down:g1")
    assert [goal.id for goal in get_interview(house.service, ALICE, INTERVIEW).facts.goals] == ["g2", "g1", "g3"]
    send(browser, f"{HERE}/about", press="remove:g1")
    assert [goal.id for goal in get_interview(house.service, ALICE, INTERVIEW).facts.goals] == ["g2", "g3"]


def test_what_is_told_of_oneself_leaves_what_one_wants_beyond_this_talk(house: House) -> None:
    put_seeker(house.service, BOB, Seeker(wants="Work I can stand next to."))
    send(house.browser(BOB), f"{begun(house)}/about", background="Surveys.")
    assert get_seeker(house.service, BOB).wants == "Work I can stand next to."


@pytest.mark.parametrize(
    "form",
    [
        {"name": ""},
        {"name": "D", "minutes": "4"},
        {"name": "D", "day": "soon"},
        {"name": "D", "zone": "x", "day": "2026-12-03"},
    ],
)
def test_what_will_not_do_is_said_above_the_boxes(house: House, form: dict[str, str]) -> None:
    status, seen = send(house.browser(BOB), f"{begun(house)}/about", **form)
    assert status == 422
    assert seen.select("[role=alert]")


def test_five_answers_become_a_want_to_look_at_and_a_belief_to_test(house: House) -> None:
    path, browser = begun(house), house.browser(BOB)
    _, seen = send(browser, f"{path}/about", press="say", decide="Choose a course by May", believe="SQL is enough")
    box = seen.select_one("#want-new")
    assert box
    assert box.text == "Choose a course by May; I believe SQL is enough, and may be wrong."
    assert get_seeker(house.service, BOB).assumptions == ("SQL is enough",)
    assert len(get_interview(house.service, BOB, path.rsplit("/", 1)[1]).facts.goals) == 1


def test_the_two_boxes_come_back_with_a_want_put_together(house: House) -> None:
    _, seen = send(house.browser(BOB), "/interviews/say", name="Dana", want="", decide="Choose a course by May")
    assert [box.get("value", box.text) for box in seen.select("#name, #want")] == ["Dana", "Choose a course by May."]
    assert not seen.select(".wrong")


@pytest.mark.parametrize(
    "status, after, step",
    [
        (InterviewStatus.BOOKED, -1, "Look at tonight’s page"),
        (InterviewStatus.BOOKED, 8, "How was it?"),
        (InterviewStatus.HELD, 8, "Thank Marit"),
        (InterviewStatus.THANKED, 8, ""),
    ],
)
def test_the_list_says_what_is_next(house: House, status: InterviewStatus, after: int, step: str) -> None:
    set_status(house.service, ALICE, INTERVIEW, status)
    assert isinstance(house.service.now, Clock)
    house.service.now.move(timedelta(days=max(after, 0)))
    found = see(house.browser(), "/").select(".next-step")
    assert [one.get_text(" ", strip=True).split(" : ")[0] for one in found] == ([step] if step else [])


def test_a_new_interview_in_the_list_says_that_nobody_asked_yet_and_what_is_next(house: House) -> None:
    begun(house)
    seen = see(house.browser(BOB), "/")
    assert words(seen, ".people .status") == "not asked yet"
    assert words(seen, ".next-step").startswith("Bring a first page")


@pytest.mark.parametrize(
    "later, status, step",
    [
        (timedelta(minutes=20), "going on", "Back into the talk"),
        (timedelta(hours=2), "you talked", "How was it?"),
    ],
)
def test_a_talk_that_began_is_told_so_in_the_list_whatever_was_said_before(
    house: House, later: timedelta, status: str, step: str
) -> None:
    path, browser = begun(house), house.browser(BOB)
    send(browser, f"{path}/talk", what="began", text="yes")
    assert isinstance(house.service.now, Clock)
    house.service.now.move(later)
    seen = see(browser, "/")
    assert (words(seen, ".people .status"), words(seen, ".next-step").split(" :")[0]) == (status, step)
    asked = words(see(browser, f"{path}/after"))
    assert ("Did you talk?" in asked) is (step == "How was it?")


def test_a_talk_with_a_date_is_booked_in_the_list_and_nobody_is_to_be_asked_for_it(house: House) -> None:
    path, browser = begun(house), house.browser(BOB)
    send(browser, f"{path}/about", name="Dana Okafor", day="2026-12-03", time="10:00")
    add_clip(house.service, BOB, ClipIn(key="k1", interview_id=path.rsplit("/", 1)[1], html=NOTE))
    seen = see(browser, "/")
    assert words(seen, ".people .status") == "booked"
    assert words(seen, ".next-step").startswith("Look at tonight’s page")


def test_the_list_counts_pages_without_looking_at_them(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("the list loaded a page to count it")

    there = len(see(house.browser(), f"{HERE}/pages").select(".pages > li"))
    monkeypatch.setattr(clips, "of_interview", never)
    monkeypatch.setattr(clips, "every", never)
    assert [one.clips for one in list_interviews(house.service, ALICE)] == [there]


def test_what_is_not_there_is_said_kindly_with_a_way_back(house: House) -> None:
    seen = see(house.browser(), "/nowhere", 404)
    assert words(seen, "h1") == "There is nothing here"
    assert "This address leads nowhere." in words(seen)
    assert [link["href"] for link in seen.select("main a")] == ["/"]


def leads(browser: FlaskClient, path: str, do: str) -> str:
    """Where a button leads."""
    answer = browser.post(path, base_url=BASE, data={"csrf_token": csrf_of(browser), "do": do})
    return str(answer.headers["Location"])


def test_a_question_goes_over_the_border_between_ask_first_and_if_time_and_that_is_said(house: House) -> None:
    browser = house.browser()
    tiers = {
        tier: [one.id for one in document(house.service, ALICE, INTERVIEW).questions if one.tier is tier]
        for tier in Tier
    }
    last, first = tiers[Tier.MUST][-1], tiers[Tier.SHOULD][0]
    at = leads(browser, f"{HERE}/questions/{last}", "down")
    assert at.endswith(f"?moved={last}#q-{last}")
    moved = [one.id for one in document(house.service, ALICE, INTERVIEW).questions if one.tier is Tier.SHOULD]
    assert moved[:2] == [last, first]
    assert "is now under “If time”." in words(see(browser, at.partition("#")[0]), ".moved")
    leads(browser, f"{HERE}/questions/{last}", "up")
    assert [one.id for one in document(house.service, ALICE, INTERVIEW).questions if one.tier is Tier.MUST] == tiers[
        Tier.MUST
    ]


def test_a_question_put_off_leaves_the_page_where_it_was(house: House) -> None:
    browser = house.browser()
    order = [one.id for one in document(house.service, ALICE, INTERVIEW).questions if one.tier is Tier.MUST]
    at = leads(browser, f"{HERE}/questions/{order[0]}", "parked")
    assert at.endswith(f"#q-{order[1]}")
    assert "is now under “Another day”." in words(see(browser, at.partition("#")[0]), ".moved")


def test_an_interview_begins_with_its_pages_and_says_that_they_are_being_read(house: House) -> None:
    browser = house.browser(BOB)
    form = {
        "csrf_token": csrf_of(browser),
        "name": "Marit Halloran",
        "want": "Decide by May whether to leave field work.",
        "links": "https://marit.example/notes\nhttps://marit.example/talk",
        "files": (BytesIO(NOTE.encode()), "winter.html"),
    }
    answer = browser.post("/interviews", base_url=BASE, data=form, content_type="multipart/form-data")
    seen = see(browser, answer.headers["Location"])
    assert "3 pages are being fetched and read." in words(seen, ".who [role=status]")
    assert not seen.select(".unsaid, .thin")


def test_what_is_no_link_is_said_and_the_interview_is_there(house: House) -> None:
    browser = house.browser(BOB)
    form = {"csrf_token": csrf_of(browser), "name": "Marit Halloran", "want": "Decide by May.", "links": "marit notes"}
    answer = browser.post("/interviews", base_url=BASE, data=form)
    assert answer.status_code == 422
    assert "This is not the address of a web page." in answer.text
    assert "Marit Halloran" in words(see(browser, "/"), ".people")


def test_a_thin_brief_says_why_and_what_to_bring_next(house: House) -> None:
    browser, path = house.browser(BOB), begun(house)
    ident = path.rsplit("/", 1)[-1]
    add_clip(house.service, BOB, ClipIn(key="n", interview_id=ident, title="Winter", html=NOTE))
    read_waiting(house.service)
    told = words(see(browser, path), ".thin")
    assert told.startswith("No page of yours tells of Dana yet; of the others, 1 ")
    assert "Worth clipping next: something they wrote" in told
