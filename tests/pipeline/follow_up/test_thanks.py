"""The thank-you as somebody would send it: short, in their words, with nothing asked, praised or made up."""

import re
from datetime import timedelta
from email.message import EmailMessage
from urllib.parse import parse_qs, urlsplit

import pytest

from server.model.after import After, Line
from server.pipeline.follow_up.draft import Draft, mailto
from server.pipeline.follow_up.later import referrer_note, tried_note
from server.pipeline.follow_up.thanks import MOST, Talk, thank_you
from tests.pipeline.follow_up.said import EVENING, TALK, TYPED, after, talk

PRAISE = re.compile(
    r"\b(amazing|wonderful|great|fantastic|inspir\w+|invaluable|insight\w*|generous\w*|brilliant|incredible|excellent|"
    r"fascinating|honou?r\w*|privilege\w*|lovely|awesome|impress\w+|truly|really|so much|very)\b",
    re.IGNORECASE,
)
CLICHE = re.compile(
    r"pick your brain|reach(ing)? out|touch base|look(ing)? forward|taking the time|took the time|enjoyed (our|talking)|"
    r"hope (this|you)|valuable|grateful|appreciate|connect|stay in touch|in touch soon|pleasure|journey|don.t hesitate|follow up",
    re.IGNORECASE,
)
ASKS = re.compile(r"\b(could|can|would|will) you\b|\bplease\b|\blet me know\b|\bmay i\b|\bany chance\b", re.IGNORECASE)


def draft(typed: After, turn: int = 0) -> Draft:
    made = thank_you(talk(turn), typed)
    assert made
    return made


def frame(made: Draft, typed: tuple[str, str, tuple[str, ...]]) -> str:
    """Our own words of a draft: those of the user's are taken out."""
    theirs = {word.lower() for part in (typed[0], typed[1], *typed[2]) for word in re.findall(r"[^\W\d_]+", part)}
    return " ".join(word for word in re.findall(r"[^\W\d_]+", made.body) if word.lower() not in theirs)


@pytest.mark.parametrize("typed", TYPED, ids=lambda typed: (typed[0] or typed[1])[:20])
def test_it_is_short_asks_for_nothing_and_praises_nobody(typed: tuple[str, str, tuple[str, ...]]) -> None:
    for turn in range(12):
        made = draft(after(*typed), turn)
        assert made.words <= MOST
        ours = frame(made, typed)
        assert not PRAISE.search(ours)
        assert not CLICHE.search(ours)
        assert not ASKS.search(made.body)
        assert "?" not in made.body.replace("ho would miss you?", "")
        assert not re.search(r"[{}]|\.\.|\s[.,;:]|[.,;:][.,;]|\bI I\b|“\s|\s”", made.body), made.body


def test_nothing_is_made_up() -> None:
    """All that is not of our few wordings was typed, and what was typed stays as it was."""
    made = draft(after("“Never a desk.”", "Call two surveyors by Friday"))
    assert made.body == (
        "Dear Dana,\n\nThank you for talking with me today. You said “Never a desk”, and it has stayed with me.\n\n"
        "I am going to call two surveyors by Friday.\n\nThank you again,"
    )


@pytest.mark.parametrize(
    "stuck, told",
    [
        ("She said that nobody reads the CV", "that nobody reads the CV"),
        ("Dana told me: “ask what they stopped doing”", "“ask what they stopped doing”"),
        ("you don't need permission", ": you don’t need permission"),
        ("An apprentice, not a graduate.", ": an apprentice, not a graduate."),
        ("Arup never reads it", ": Arup never reads it"),
        ("Who would miss you?", ": who would miss you?"),
    ],
)
def test_what_they_said_stands_as_it_can_be_said_to_them(stuck: str, told: str) -> None:
    bodies = [draft(after(stuck, ""), turn).body for turn in range(4)]
    assert all(told in body for body in bodies), bodies


@pytest.mark.parametrize(
    "will_do, told",
    [
        ("Call two surveyors", "I am going to call two surveyors."),
        ("I'll call two surveyors.", "I’ll call two surveyors."),
        ("I'm going to call two", "I am going to call two."),
        ("to call two", "I am going to call two."),
        ("Calling two on Monday", "My next step is calling two on Monday."),
        ("called my bank", "I called my bank."),
        ("a call with Ravi", "My next step: a call with Ravi."),
        ("By Monday I write to the school", "By Monday I write to the school."),
        ("- redraw the map\n- show it to one\n- write it up", "redraw the map, show it to one and write it up."),
        ("tell her how it went", "tell you how it went."),
        ("Find her report", "find her report."),
        ("Bring the minutes", "I am going to bring the minutes."),
        ("write down what I see", "I am going to write down what I see."),
        ("Ask Ola. Read the trial.", "I am going to ask Ola and read the trial."),
        ("sign up for it; tell my manager", "I am going to sign up for it and tell my manager."),
        ("One-page version of the plan", "My next step: one-page version of the plan."),
    ],
)
def test_what_they_will_do_becomes_a_sentence(will_do: str, told: str) -> None:
    assert told in draft(after("", will_do)).body


@pytest.mark.parametrize(
    "promise, told",
    [
        ("send her the report", "I’ll send you the report by 8 December."),
        ("I'd send Dana the report by Monday", "I’ll send you the report by Monday."),
        ("that I would introduce him to Ada", "I’ll introduce you to Ada by 8 December."),
        ("give her book back", "I’ll give her book back by 8 December."),
    ],
)
def test_what_was_promised_is_said_with_its_day(promise: str, told: str) -> None:
    assert told in draft(after("x", "", (promise,))).body


@pytest.mark.parametrize(
    "note",
    [
        "pump trials 2016, 3 villages",
        "hates dashboards -> nobody looks",
        "left bc pay, came back bc people",
        "Ravi T, 2021, likes walks",
        "said no CV b4 portfolio",
        "Wer nie verliert, hat nie gespielt",
    ],
)
def test_what_was_noted_in_haste_leaves_a_gap_and_stands_beside_it(note: str) -> None:
    for turn in range(12):
        made = draft(after(note, ""), turn)
        assert "[what stuck]" in made.body
        assert note not in made.body
        assert note in " ".join(made.hints)


@pytest.mark.parametrize("note", ["call Ola re dams", "winter budget", "3 drawings one page", "walk w/ Ravi"])
def test_so_does_a_step_that_is_no_sentence_and_the_referrer_does_not_hear_of_it(note: str) -> None:
    made = draft(after("", note))
    assert "My next step: [your next step]." in made.body
    assert note in " ".join(made.hints)
    assert "[" not in referrer_note(talk(), "Dana Okafor", "Ada", after("", note)).body


def test_so_does_a_promise() -> None:
    made = draft(after("x", "", ("send flood report", "intro to Ada")))
    assert "[what you promised]" in made.body
    assert "intro to Ada" in " ".join(made.hints)


@pytest.mark.parametrize(
    "stuck, told",
    [
        ("her boss nearly fired her over the map", "your boss nearly fired you over the map"),
        ("she never reads a CV before the portfolio", "you never read a CV before the portfolio"),
        ("She said she left because nobody asked her what she saw", "that you left because nobody asked you what you saw"),
        ("he told me to stop apologising", ": stop apologising"),
        ("he sleeps on it, then rings the one who loses", "he sleeps on it, then rings the one who loses"),
    ],
)  # fmt: skip
def test_what_was_noted_about_them_is_said_to_them_where_that_can_be_done_whole(stuck: str, told: str) -> None:
    assert told in draft(after(stuck, "")).body


def test_of_several_notes_the_first_sentence_that_can_be_said_goes_in() -> None:
    made = draft(after("61 meetings, 9 yrs\nIt was the winters, not the money. Ask Ola.\n“Never a desk.”", ""))
    assert "it was the winters, not the money." in made.body
    assert "Ola" not in made.body
    assert "One sentence of what stuck" in " ".join(made.hints)


def test_what_speaks_about_them_is_told() -> None:
    assert "“she”" in " ".join(draft(after("the mornings were why she left", "")).hints)
    assert draft(after("“Never a desk.”", "call two surveyors", ("send her the report",))).hints == ()


def test_what_asks_for_something_new_is_left_out_and_told() -> None:
    made = draft(after("", "Apply to the course. Could you put in a word for me?"))
    assert "word for me" not in made.body
    assert "apply to the course" in made.body
    assert "asks for nothing new" in " ".join(made.hints)


def test_what_is_too_long_is_left_out_in_whole_sentences_and_told() -> None:
    made = draft(
        after("A first sentence. " + "And many words more of it. " * 30, "call two. " + "Then another thing. " * 50)
    )
    assert ": a first sentence." in made.body
    assert "And many" not in made.body
    assert "One sentence of what stuck" in " ".join(made.hints)
    assert "call two" in made.body
    assert "left out is still here" in " ".join(made.hints)
    endless = draft(after("the word and " * 100, ""))
    assert "too long" in " ".join(endless.hints)


def test_there_is_no_draft_before_there_is_something_to_say() -> None:
    assert thank_you(talk(), After()) is None
    assert thank_you(talk(), After(surprised=Line(text="How small it is"))) is None


def test_what_is_off_the_record_is_in_no_draft() -> None:
    secret = After(stuck=Line(text="the trust may close", off_record=True), will_do=Line(text="Wait until March"))
    tried = secret.model_copy(update={"tried": Line(text="I waited")})
    for made in (
        thank_you(talk(), secret),
        tried_note(talk(), tried),
        referrer_note(talk(), "Dana Okafor", "Ada", secret),
    ):
        assert made
        assert "close" not in made.body


def test_no_two_of_twenty_interviews_get_the_same_letter() -> None:
    bodies = {draft(after("“Never a desk.”", "Call two surveyors"), turn).body for turn in range(20)}
    assert len(bodies) == 20


@pytest.mark.parametrize(
    "days, told", [(0, " today"), (1, " yesterday"), (4, " on Thursday"), (7, " on 3 December"), (-1, ".")]
)
def test_the_day_is_said_as_people_say_it(days: int, told: str) -> None:
    made = thank_you(Talk("Dana", TALK, EVENING + timedelta(days=days)), after("x", ""))
    assert made
    assert f"Thank you for talking with me{told}" in made.body


def test_a_talk_without_a_date_has_none_in_its_letter() -> None:
    made = thank_you(Talk("Dana", None, EVENING), after("x", ""))
    assert made
    assert "Thank you for talking with me." in made.body


def test_the_link_opens_it_in_a_mail_program_as_it_is() -> None:
    made = Draft("Our talk & “more”", "Dear Dana,\n\n50 % of it: a=b&c #1 + “ä” ?\nYours")
    url = urlsplit(made.mailto)
    assert (url.scheme, url.path) == ("mailto", "")
    assert parse_qs(url.query) == {"subject": [made.subject], "body": [made.body.replace("\n", "\r\n")]}
    assert re.fullmatch(r"mailto:\?subject=[\w.~%-]+&body=[\w.~%-]+", made.mailto, re.ASCII)
    message = EmailMessage()
    message.set_content(parse_qs(url.query)["body"][0])


def test_a_subject_cannot_bring_a_header_of_its_own() -> None:
    assert "%0A" not in mailto("Thanks\nBcc: everyone@example.org", "x").split("&body=")[0]
    assert mailto("\ud800", "\ud800").isascii()


def test_the_referrer_hears_that_we_talked_and_nothing_of_what_was_said() -> None:
    for turn in range(6):
        made = referrer_note(talk(turn), "Dana Okafor", "Sunniva", after("the trust may close", "Call two surveyors"))
        assert "Dana Okafor" in made.body
        assert "call two surveyors" in made.body
        assert "close" not in made.body
        assert "?" not in made.body
        assert made.words < 60
    silent = referrer_note(talk(), "Dana Okafor", "Sunniva", after("", "Send Dana the report"))
    assert "report" not in silent.body


@pytest.mark.parametrize("tried", ["I called two. One said yes.", "called two; one said yes", "A pond, 40 metres long"])
def test_what_was_tried_is_told_without_a_question(tried: str) -> None:
    told = after("“Never a desk.”", "").model_copy(update={"tried": Line(text=tried)})
    for turn in range(6):
        made = tried_note(talk(turn, EVENING + timedelta(days=21)), told)
        assert made
        assert "3 December" in made.body
        assert "“Never a desk”" in made.body
        assert "?" not in made.body
        assert made.words <= MOST
        assert not PRAISE.search(made.body)
    assert tried_note(talk(), after("x", "y")) is None


def test_what_begins_with_what_was_done_is_told_as_done_by_me() -> None:
    told = after("“Never a desk.”", "").model_copy(update={"tried": Line(text="dug two ponds by hand")})
    made = tried_note(talk(), told)
    assert made
    assert "I dug two ponds by hand." in made.body
