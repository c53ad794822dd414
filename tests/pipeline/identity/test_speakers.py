from collections.abc import Sequence

from scrapers.page import Block, Extract, Kind, Metadata, Place
from server.model import ClipStatus, Interviewee, SaidBy, Standing, Voice
from server.pipeline.identity.names import Names
from server.pipeline.identity.speakers import speeches
from server.pipeline.identity.speech import Speech
from tests.making import extract, heading, turn

DANA = Names.of(Interviewee(name="Dana Okafor", aliases=("@dana_o",)))
OWN, HOST, UNKNOWN = SaidBy.OWN, SaidBy.HOST, SaidBy.UNKNOWN
QUOTED, REPORTED = SaidBy.QUOTED, SaidBy.REPORTED


def spoken(page: Extract, voice: Voice) -> Sequence[Speech]:
    found = speeches(DANA, page, Standing(clip_id="c1", status=ClipStatus.USED, voice=voice))
    assert len(found) == len(page.passages)
    return found


def said(page: Extract, voice: Voice) -> list[SaidBy]:
    return [speech.said_by for speech in spoken(page, voice)]


def test_in_an_interview_their_turns_are_theirs_and_the_questions_are_not() -> None:
    page = extract(
        turn("Marek Lind", "I left my own paper after eleven months. When did you leave yours?"),
        turn("Dana Okafor", "In the ninth year. I had stopped learning."),
        turn("DO", "And I was tired."),
        kind=Kind.TRANSCRIPT,
    )
    assert said(page, Voice.INTERVIEW) == [HOST, HOST, OWN, OWN, OWN]


def test_what_a_host_says_of_himself_is_never_about_them() -> None:
    page = extract(turn("Host", "I sold my firm in 2011."), turn("Dana", "I kept mine."), kind=Kind.TRANSCRIPT)
    assert [speech.about for speech in spoken(page, Voice.INTERVIEW)] == [False, True]


def test_q_and_a_are_host_and_interviewee() -> None:
    page = extract(
        turn("Q", "Which machine would you keep?"), turn("A", "The old one, I know its moods."), kind=Kind.TRANSCRIPT
    )
    assert said(page, Voice.INTERVIEW) == [HOST, OWN]


def test_a_without_a_name_is_nobodys_on_a_page_that_is_no_interview_with_them() -> None:
    page = extract(turn("Q", "What is it?"), turn("A", "I have no idea."), kind=Kind.TRANSCRIPT)
    assert said(page, Voice.ABOUT) == [HOST, HOST]


def test_plain_text_of_their_own_site_is_theirs() -> None:
    page = extract("I moved the night desk to the harbour. It took a year. Most desks never move.")
    assert said(page, Voice.OWN) == [OWN, OWN, OWN]


def test_prose_without_i_on_their_own_site_is_theirs_too() -> None:
    page = extract("Night desks are not archives. They forget by noon. Nobody plans for that.")
    assert said(page, Voice.OWN) == [OWN, OWN, OWN]


def test_a_block_quotation_on_their_own_site_is_somebody_elses() -> None:
    page = extract("I keep coming back to this line.", Block("Nothing is as late as yesterday.", Place.QUOTE))
    assert said(page, Voice.OWN) == [OWN, HOST]


def test_a_wholly_quoted_sentence_on_their_own_site_is_somebody_elses() -> None:
    page = extract(
        "I asked my first editor.", "“You will never finish on time.”", "My editor said “go home” and I went."
    )
    assert said(page, Voice.OWN) == [OWN, HOST, OWN]


def test_comments_belong_to_whoever_wrote_them() -> None:
    page = extract(
        "I closed the desk in May and I have not looked back.",
        Block("I did the same in 2003.", Place.COMMENT, "nightowl"),
        Block("Thank you, I had no idea.", Place.COMMENT, "Dana Okafor"),
    )
    assert said(page, Voice.OWN) == [OWN, HOST, OWN]


def test_their_own_about_page_in_the_third_person_is_reported_and_about_them() -> None:
    page = extract("Dana Okafor runs the night desk. She trained in Ghent. She has edited two books.")
    assert spoken(page, Voice.OWN) == (Speech(REPORTED, about=True),) * 3


def test_on_somebody_elses_page_their_words_are_what_stands_in_quotation_marks() -> None:
    page = extract(
        "Dana Okafor moved the night desk in 2019. “We forgot the cables twice,” Okafor said.",
        "The harbour was built in 1890.",
        meta=Metadata(title="The desk by the water"),
    )
    assert said(page, Voice.ABOUT) == [REPORTED, QUOTED, UNKNOWN]


def test_a_pronoun_counts_while_they_were_the_last_person_named() -> None:
    page = extract(
        "Dana Okafor runs the desk. She sleeps at noon. Peter Lind leads the morning team. He sleeps at night."
    )
    assert said(page, Voice.ABOUT) == [REPORTED, REPORTED, UNKNOWN, UNKNOWN]


def test_somebody_elses_quotation_is_not_theirs() -> None:
    page = extract("Dana Okafor runs the desk.", "“I would never do that at night,” said Peter Lind.")
    assert said(page, Voice.ABOUT) == [REPORTED, UNKNOWN]


def test_i_on_a_page_by_somebody_else_is_not_them_and_tells_of_the_writer() -> None:
    page = extract(
        "I met Dana Okafor in the rain. I had lost my notes and my hat.",
        meta=Metadata(author="Peter Lind", title="A day with Dana Okafor"),
    )
    assert [speech.said_by for speech in spoken(page, Voice.ABOUT)] == [UNKNOWN, UNKNOWN]


def test_an_article_with_their_byline_is_their_own_words() -> None:
    page = extract(
        "I learned to read tide tables. I was wrong for years.", meta=Metadata(author="By Dana Okafor and Peter Lind")
    )
    assert said(page, Voice.ABOUT) == [OWN, OWN]


def test_a_sentence_about_a_namesake_with_another_first_name_is_not_about_them() -> None:
    page = extract("Dana Okafor runs the desk.", "Peter Okafor won the regatta.")
    assert [speech.about for speech in spoken(page, Voice.ABOUT)] == [True, False]


def test_on_a_team_page_only_their_own_entry_is_about_them() -> None:
    page = extract(
        heading("Our people"),
        Block("Ilse Brandt\nSales, sold a company in 2016", Place.ROW),
        Block("Dana Okafor\nNight editor since 2014", Place.ROW),
        Block("Peter Okafor\nHarbour pilot", Place.ROW),
        kind=Kind.TEAM,
    )
    assert [speech.about for speech in spoken(page, Voice.EMPLOYER)] == [False, True, False]


def test_on_a_team_page_what_stands_under_their_name_is_about_them() -> None:
    page = extract(
        heading("Ilse Brandt"), "Ilse sells. She wrote a thesis on eels.", heading("Dana Okafor"), "Edits at night.",
        "Came in 2014.", kind=Kind.TEAM,
    )  # fmt: skip
    assert [speech.about for speech in spoken(page, Voice.DIRECTORY)] == [False, False, True, True]


def test_what_stands_in_their_own_profile_is_theirs() -> None:
    page = extract(Block("Night editor\nHarbour Post\n2014 – today", Place.ROW), "I like slow news.", kind=Kind.PROFILE)
    assert spoken(page, Voice.OWN) == (Speech(OWN, about=True),) * 2


def test_a_profile_in_the_third_person_is_reported() -> None:
    page = extract(
        Block("Night editor\nHarbour Post\n2014 – today", Place.ROW), "She likes slow news.", kind=Kind.PROFILE
    )
    assert spoken(page, Voice.ABOUT) == (Speech(REPORTED, about=True),) * 2


def test_a_section_about_somebody_else_is_not_about_them() -> None:
    page = extract(
        heading("Dana Okafor"), "Dana edits at night. She came in 2014.", heading("Ilse Brandt"), "She sells."
    )
    assert [speech.about for speech in spoken(page, Voice.ABOUT)] == [True, True, False]


def test_the_card_of_a_speaker_is_about_them_without_naming_them_in_every_line() -> None:
    page = extract(
        heading("Dana Okafor"), "Night editor, Harbour Post.", "Writes a letter on tides.",
        meta=Metadata(title="Dana Okafor – speakers"),
    )  # fmt: skip
    assert [speech.about for speech in spoken(page, Voice.ABOUT)] == [True, True]


def test_a_speech_that_somebody_prints_is_in_their_words_and_what_stands_around_it_is_not() -> None:
    page = extract(
        "The guest of honour was Dr Dana Okafor. We print her speech in full.",
        "I was refused at this gate in 1997. I hoed beans for two seasons. My uncle kept the letter.",
        "Then I went home, and I counted the boats.",
        "After the speech Dana Okafor handed out the papers.",
    )
    assert said(page, Voice.ABOUT) == [REPORTED, REPORTED, QUOTED, QUOTED, QUOTED, QUOTED, REPORTED]


def test_a_report_of_a_speech_is_not_the_speech() -> None:
    page = extract(
        "Dana Okafor gave her speech here on Friday, printed below the photo.",
        "The hall was full by nine. Coffee was free. The lights failed twice and nobody minded. I left early.",
        "The river rose. Buses ran. The band played. Nobody danced.",
    )
    assert QUOTED not in said(page, Voice.ABOUT)


def test_the_same_words_under_another_name_are_another_page() -> None:
    told = "I left the quay in 2015 and I kept my boat."
    theirs, other = (extract(told, meta=Metadata(author=author)) for author in ("Dana Okafor", "Marek Lind"))
    assert hash(theirs) == hash(other)  # looked up by its text, and told apart by all of it
    assert said(theirs, Voice.ABOUT) == [OWN]
    assert said(other, Voice.ABOUT) != [OWN]
