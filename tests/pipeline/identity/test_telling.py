"""Pages of somebody else: which sentences tell of them, whose the quotations are, who wrote the text."""

import pytest

from scrapers.page import Block, Extract, Kind, Metadata, Place
from server.model import Clip, ClipStatus, Interviewee, SaidBy, Standing, Voice
from server.pipeline.identity.names import Names
from server.pipeline.identity.speakers import speeches
from server.pipeline.identity.voice import voice
from tests.making import extract, heading, turn

DANA = Names.of(Interviewee(name="Dana Okafor", aliases=("@dana_o",)))
OWN, HOST, UNKNOWN = SaidBy.OWN, SaidBy.HOST, SaidBy.UNKNOWN
QUOTED, REPORTED = SaidBy.QUOTED, SaidBy.REPORTED
PRESS = "https://harbour-times.example/news/4711"


def said(page: Extract, kind: Voice = Voice.ABOUT) -> list[SaidBy]:
    standing = Standing(clip_id="c1", status=ClipStatus.USED, voice=kind)
    return [speech.said_by for speech in speeches(DANA, page, standing)]


def voice_of(page: Extract, url: str = PRESS) -> Voice:
    return voice(DANA, Clip(id="c1", url=url), page)


def test_a_quotation_of_several_sentences_is_theirs_to_its_last_one() -> None:
    page = extract("Okafor said: “The crane was late. We had no rope. Nobody asked me.” The pier was closed by noon.")
    assert said(page) == [QUOTED, QUOTED, QUOTED, UNKNOWN]


def test_a_quotation_that_goes_on_in_the_same_paragraph_is_theirs() -> None:
    page = extract("“I count ropes,” Okafor said. “Every Monday. It is dull.”")
    assert said(page) == [QUOTED, QUOTED, QUOTED]


def test_the_quotation_of_somebody_named_in_between_is_not_theirs() -> None:
    page = extract(
        "Dana Okafor runs the desk.",
        "Volunteer Ilse Brandt, 71, has been to every shift. “I left the mill in 1998,” she said. “I have a list now.”",
    )
    assert said(page) == [REPORTED, UNKNOWN, UNKNOWN, UNKNOWN]


def test_after_a_woman_is_quoted_he_is_the_interviewee_again() -> None:
    page = extract(
        "Mr Okafor says that he counts ropes.",
        "Ilse Brandt, another of the founders, builds sets. “Okafor talks to papers,” she said.",
        "What would he tell the young? “Wait a year,” he says.",
    )
    assert said(page)[-2:] == [REPORTED, QUOTED]


def test_a_letter_below_a_page_about_them_is_nobodys() -> None:
    page = extract("Dana Okafor made the programme. She lives by the harbour.", "“I had to stop the tractor.”")
    assert said(page) == [REPORTED, REPORTED, UNKNOWN]


def test_they_are_also_named_by_the_role_that_the_page_gives_them() -> None:
    page = extract(
        "Dana Okafor, who took over as Head of Night Desks, came in 2014.",
        "“We had a test and no roof,” the Head of Night Desks told the assembly. “Nobody could say no to the lorry.”",
    )
    assert said(page) == [REPORTED, QUOTED, QUOTED]


def test_plural_pronouns_do_not_mean_them() -> None:
    page = extract("Dana Okafor runs the desk. Forty households were not found, and the money is held for them.")
    assert said(page) == [REPORTED, UNKNOWN]


def test_plural_pronouns_mean_them_where_the_page_says_so() -> None:
    page = extract("Dana Okafor (they/them) runs the desk. They sleep at noon.")
    assert said(page) == [REPORTED, REPORTED]


def test_lines_on_the_career_of_others_are_not_about_them() -> None:
    page = extract(
        "Dana Okafor, Head of Night Desks, was elected in June. We said goodbye to Mr Peter Lind, who built the first desk "
        "with his own hands. Three young graduates joined us, one of them on a new post."
    )
    assert said(page) == [REPORTED, UNKNOWN, UNKNOWN]


def test_an_organisation_that_acts_is_not_the_last_person_named() -> None:
    page = extract("Western Sound Harbour Board has appointed Dana Okafor. She takes up the post in May.")
    assert said(page) == [REPORTED, REPORTED]


def test_minutes_name_them_by_their_initials() -> None:
    page = extract(
        "Present: D. Okafor (chair, DO), F. Tynan (FT).",
        "FT said that she had been waiting since May.",
        "DO did not agree.",
    )
    assert said(page)[-2:] == [UNKNOWN, REPORTED]


def test_on_a_page_of_several_people_only_what_stands_under_their_name_is_theirs() -> None:
    page = extract(
        heading("Ilse Brandt, sales"), "I sell at night. I like the cake.",
        heading("Dana Okafor, night editor"), "By whoever is named on it. I keep the tally.",
        heading("Peter Lind, pilot"), "We have a rota.",
    )  # fmt: skip
    assert said(page) == [UNKNOWN, UNKNOWN, OWN, OWN, UNKNOWN]


def test_in_a_directory_the_lines_under_their_name_tell_of_them() -> None:
    page = extract(
        heading("Brandt, Ilse"), "Sales.",
        heading("Okafor, Dana"), "Night editor, Harbour Post, since 2017.",
        heading("Lind, Peter"), "Pilot.",
    )  # fmt: skip
    assert said(page) == [UNKNOWN, REPORTED, UNKNOWN]


@pytest.mark.parametrize(
    "line",
    [
        "Dana Okafor, night editor",
        "By Dana Okafor, Harbour Post · 24 August 2016",
        "Remarks by Dr Dana Okafor",
        "Dana Okafor, data analyst, City of Varn · Track 2 · 25 minutes",
    ],
)
def test_a_text_that_they_signed_is_their_own_on_any_page(line: str) -> None:
    page = extract(line, "I timed it on three wards. It takes four minutes. If I am slow, ring me.")
    assert voice_of(page) is Voice.OWN
    assert said(page, Voice.OWN)[-3:] == [OWN] * 3


def test_a_text_that_they_signed_with_others_is_their_own_with_we() -> None:
    page = extract("Ada Wynne and Dana Okafor", "Uptake is low. We asked 310 households. The mean is 57 per cent.")
    assert voice_of(page) is Voice.OWN
    assert said(page, Voice.OWN)[-3:] == [OWN] * 3


@pytest.mark.parametrize(
    "line",
    [
        "By Peter Lind",
        "Dana Okafor is tired of roofs.",
        "An interview with Dana Okafor",
        "Photograph of Dana Okafor by Ada Wynne",
    ],
)
def test_a_line_that_only_names_them_signs_nothing(line: str) -> None:
    page = extract(line, "I met her in the rain. I had lost my hat. She laughed at me.")
    assert voice_of(page) is Voice.ABOUT
    assert OWN not in said(page)


def test_a_printed_speech_makes_the_page_theirs() -> None:
    page = extract(
        "The guest of honour was Dr Dana Okafor. We print her speech.",
        "I was refused at this gate. I hoed beans. My uncle kept the letter.",
        "After the speech 184 papers were handed out. Lunch was provided.",
    )
    assert voice_of(page) is Voice.OWN
    assert said(page, Voice.OWN) == [REPORTED, REPORTED, QUOTED, QUOTED, QUOTED, UNKNOWN, UNKNOWN]


def test_what_they_wrote_of_somebody_else_is_their_own_text() -> None:
    page = extract(
        "Ada Wynne did not like to be thanked.",
        "She ran features for nineteen years. She kept no archive. No programme of mine was finished alone.",
        meta=Metadata(author="Dana Okafor"),
    )
    assert said(page, Voice.OWN) == [OWN] * 4


def test_a_quotation_from_a_book_on_their_own_page_is_not_theirs() -> None:
    page = extract(
        "I threw it at the taps.",
        "“I fired my three best friends in one afternoon,” says Dannevig on page two.",
        "As Calvino once said: “One should be light like a bird. And not like a feather.”",
    )
    assert said(page, Voice.OWN) == [OWN, HOST, HOST, HOST]


def test_what_they_say_that_somebody_else_holds_is_not_theirs() -> None:
    page = extract(
        "He believes that kindness is a tax. I believe that I’d like my water back.",
        "Her advice is to write down the date. My editor said I’d be back in May.",
    )
    assert said(page, Voice.OWN) == [HOST, OWN, HOST, OWN]


def test_whom_they_let_speak_without_quotation_marks_is_not_them() -> None:
    page = extract("My supervisor Professor Lind said, that one you do in your own time. My boss said I was late.")
    assert said(page, Voice.OWN) == [HOST, OWN]


def test_an_interviewer_who_speaks_of_himself_is_no_evidence_though_he_names_them() -> None:
    page = extract("Dana Okafor is 49. I grew up on her programmes, and my father parked the car to hear them.")
    assert said(page) == [REPORTED, UNKNOWN]


def test_in_a_section_on_somebody_elses_work_what_tells_of_its_author_is_not_theirs() -> None:
    page = extract(
        heading("The Tin Boat, Ada Wynne"), "Wynne was a clerk for 26 years.", "I agreed before I opened it.",
        "The boats are the best thing in it.",
    )  # fmt: skip
    assert said(page, Voice.OWN) == [HOST, OWN, OWN]


def test_they_may_quote_themselves() -> None:
    page = extract(
        "At the end of my last letter I wrote:",
        Block("I will never go back to a desk.", Place.QUOTE),
        "Then I went back. “Never say never,” I said to my boss, and took the key.",
    )
    assert said(page, Voice.OWN) == [OWN, OWN, OWN, OWN]


def test_words_in_quotation_marks_that_nobody_says_are_their_own_sentence() -> None:
    page = extract('I dread it. It looks odd to write "I\'ll get back to you with my day rate". Ask 12" of me.')
    assert said(page, Voice.OWN) == [OWN] * 3


def test_whom_they_quote_in_an_interview_is_not_them() -> None:
    page = extract(
        turn("Host", "What then?"),
        turn(
            "Dana Okafor", "I asked the driver. And then he said: “You are the ones with the tickets, no? You know it.”"
        ),
        kind=Kind.TRANSCRIPT,
    )
    assert said(page, Voice.INTERVIEW) == [HOST, OWN, HOST, HOST]


def test_a_page_that_gives_their_course_says_i_for_them_and_quotes_others() -> None:
    page = extract(
        "9–14 June · Tutor: Dana Okafor · 8 places",
        "I have taught this week since 2013. About twenty live by it.",
        "The fee covers a single room.",
        "“I came with a boat and left with a rope.”",
    )
    assert said(page)[1:] == [OWN, OWN, UNKNOWN, UNKNOWN]


def test_i_on_the_page_of_somebody_who_met_them_is_not_theirs() -> None:
    page = extract("Speaker: Dana Okafor", "I met Okafor in May.", "I had lost my hat.")
    assert OWN not in said(page)


def test_a_paragraph_that_ends_with_their_initials_is_theirs() -> None:
    page = extract(
        heading("The year in ropes"),
        "The desk sent 40 ropes. Dana Okafor leads it. All of them held.",
        "We promised 60. I set this target and I take it back. D.O.",
        "The desk thanks the harbour.",
    )
    assert said(page)[3:5] == [OWN, OWN]
    assert said(page)[-1] is UNKNOWN


def test_a_curriculum_vitae_is_their_own() -> None:
    page = extract(
        heading("Curriculum vitae"), "Dana Okafor, MPharm", "2014 - 2019 Night editor, Harbour Post. Set up the rope list.",
        kind=Kind.PDF,
    )  # fmt: skip
    assert voice_of(page) is Voice.OWN
    assert said(page, Voice.OWN)[-1] in {OWN, REPORTED}


def test_the_name_of_an_employer_is_no_role() -> None:
    page = extract("Dana Okafor, Harbour Post, came in 2014.", "“We never said so,” the Harbour Post told the court.")
    assert said(page) == [REPORTED, UNKNOWN]
