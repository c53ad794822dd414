import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.model import Interviewee
from server.pipeline.identity.names import Names, Strength


def of(name: str, *aliases: str) -> Names:
    return Names.of(Interviewee(name=name, aliases=aliases))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Dana Okafor", "a talk by Dana Okafor in May"),
        ("Dana Okafor", "DANA OKAFOR: the long way round"),
        ("Dana Okafor", "a paper by D. Okafor and others"),
        ("Dana Okafor", "Okafor, Dana (2019)"),
        ("Dana Okafor", "Okafor, D. (2019)"),
        ("Dana Okafor", "Okafor, D.W. and Lind, P."),
        ("Dana Okafor", "DW Okafor"),
        ("Dana Okafor", "Dana W. Okafor spoke first"),
        ("Dana Okafor", "Dana Whitlock Okafor spoke first"),
        ("Dana Okafor", "Dana\u00a0Okafor"),
        ("Dana Okafor", "Dana Okafor’s first book"),
        ("Dana Whitlock Okafor", "Dana Okafor spoke first"),
        ("Dana Whitlock Okafor", "D. W. Okafor"),
        ("Dana Whitlock Okafor", "D. Whitlock Okafor"),
        ("Okafor, Dana", "Dana Okafor"),
        ("Dr. Dana Okafor, PhD", "Dana Okafor"),
        ("José Núñez", "Jose Nunez opened the day"),
        ("Jose Nunez", "José Núñez opened the day"),
        ("Jürgen Müller", "Juergen Mueller"),
        ("Jürgen Müller", "Jurgen Muller"),
        ("Juergen Mueller", "Jürgen Müller"),
        ("Søren Åkesson", "Soren Akesson"),
        ("Anne-Marie Dubois", "Anne Marie Dubois"),
        ("Anne Smith-Jones", "Anne Smith Jones"),
        ("Anne Smith-Jones", "Anne Smith\u2011Jones"),
        ("Sean O'Neill", "Sean O’Neill"),
        ("Maria van der Berg", "van der Berg, Maria"),
        ("Maria van der Berg", "M. van der Berg"),
        ("Robert (Bob) Lane", "Bob Lane"),
        ("Robert “Bob” Lane", "Robert Lane"),
        ("田中太郎", "昨日は田中太郎が話しました"),
        ("Мария Иванова", "Мария Иванова написала книгу"),
        ("Νίκη Παππά", "η Νίκη Παππά μίλησε"),
    ],
)
def test_a_name_is_found_in_the_ways_people_write_it(name: str, text: str) -> None:
    assert of(name).strength(text) is Strength.FULL


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ann Lee", "the Annual Leek Fair"),
        ("Ann Lee", "an annoyed leech"),
        ("Dana Okafor", "Danae Okafors"),
        ("Dana Okafor", "a dana is a gift"),
        ("May Young", "they may be young at heart"),
        ("Will Page", "it will fill a page"),
        ("Dana Okafor", ""),
    ],
)
def test_a_part_of_a_word_or_a_common_word_is_no_name(name: str, text: str) -> None:
    assert of(name).strength(text) is Strength.NONE


def test_a_first_name_alone_is_weak_and_a_surname_alone_is_medium() -> None:
    names = of("Dana Okafor")
    assert names.strength("Dana said so") is Strength.WEAK
    assert names.strength("Okafor said so") is Strength.MEDIUM
    assert not names.mentions("Dana said so")
    assert names.mentions("Dana said so", Strength.WEAK)


def test_a_handle_is_as_good_as_the_whole_name() -> None:
    names = of("Dana Okafor", "@dana_o", "danao")
    assert names.strength("as @dana_o wrote") is Strength.FULL
    assert names.strength("thanks, danao!") is Strength.FULL
    assert names.strength("danaos of Argos") is Strength.NONE


def test_a_nickname_stands_in_front_of_the_surname() -> None:
    names = of("Margaret Okafor", "Peg")
    assert names.strength("Peg Okafor") is Strength.FULL
    assert names.strength("Peg came late") is Strength.WEAK
    assert names.is_name("Peg")


def test_a_former_name_is_a_whole_name_too() -> None:
    assert of("Dana Okafor", "Dana Whitlock").strength("Dana Whitlock joined in 2009") is Strength.FULL


def test_spans_are_verbatim_in_a_text_with_diacritics_and_never_overlap() -> None:
    text = "Čapek met José Núñez; Núñez, J. and José left."
    spans = of("Jose Nunez").spans(text)
    assert [text[span.start : span.end] for span in spans] == ["José Núñez", "Núñez, J.", "José"]


@pytest.mark.parametrize(
    "label",
    ["Dana", "Dana:", "DANA", "Okafor", "D. Okafor", "Dana O.", "DO", "D.O.", "Dana Okafor", "Dana Okafor, editor",
     "Dana (she/her)", "Dr. Okafor", "@dana_o", "dana okafor", "Okafor, Dana"],
)  # fmt: skip
def test_a_speaker_label_is_theirs(label: str) -> None:
    assert of("Dana Okafor", "@dana_o").is_name(label)


@pytest.mark.parametrize(
    "label", ["", "Host", "Q", "A", "do", "Do", "Danae", "Dana Whitlock", "Peter Okafor", "Interviewer"]
)
def test_a_speaker_label_is_somebody_elses(label: str) -> None:
    assert not of("Dana Okafor", "@dana_o").is_name(label)


def test_a_short_name_is_a_label_although_initials_need_capitals() -> None:
    assert of("Li Na").is_name("Li")
    assert of("Ann Lee").is_name("ann")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://danaokafor.example/about", True),
        ("https://dana-okafor.example", True),
        ("https://notes.danaokafor.example", True),
        ("https://dokafor.example", True),
        ("https://writing.example/@dana_o/first", True),
        ("https://club.example/people/dana-okafor-92b1", True),
        ("https://club.example/interview-with-dana-okafor", True),
        ("https://club.example/okafor-dana.html", True),
        ("https://club.example/people/danae-okaforson", False),
        ("https://club.example/okafor", False),
        ("https://club.example/annual-report", False),
        ("", False),
    ],
)
def test_an_address_names_them_or_not(url: str, expected: bool) -> None:  # noqa: FBT001  a table
    assert of("Dana Okafor", "@dana_o").in_url(url) is expected


def test_an_own_host_carries_the_whole_name_a_handle_or_was_told() -> None:
    names = of("Dana Okafor", "@dana_o", "nightdesk.example")
    assert names.own_host("https://www.danaokafor.example/x")
    assert names.own_host("https://danao.pages.example")
    assert names.own_host("https://blog.nightdesk.example/x")
    assert not names.own_host("https://club.example/dana-okafor")
    assert not names.own_host("https://okafor.example")
    assert names.surname_host("https://okafor.example")


def test_other_people_with_the_surname_are_told_apart() -> None:
    names = of("Dana Okafor")
    assert names.others("Peter Okafor met Ms Okafor, D. Okafor and Dana Okafor") == ("Peter",)


@given(st.text(min_size=1, max_size=40).filter(str.strip), st.text(max_size=80))
def test_no_name_and_no_text_break_the_matching(name: str, text: str) -> None:
    names = of(name)
    for span in names.spans(text):
        assert 0 <= span.start < span.end <= len(text)
    assert isinstance(names.is_name(text), bool)
    assert isinstance(names.in_url(f"https://{text}.example/{text}"), bool)


@given(st.from_regex(r"[A-Z][a-z]{2,9} [A-Z][a-z]{3,9}", fullmatch=True))
def test_every_name_matches_itself(name: str) -> None:
    assert of(name).strength(f"by {name}.") is Strength.FULL


def test_a_handle_with_an_underscore_is_a_label() -> None:
    names = Names.of(Interviewee(name="Dana Okafor", aliases=("dana_boats",)))
    assert names.is_name("dana_boats")
    assert names.is_name("@dana_boats")
    assert not names.is_name("boats")


def test_the_name_of_a_site_told_as_an_alias_makes_no_article_a_first_name() -> None:
    names = of("Dana Okafor", "the tidal clerk", "salt and ledger")
    assert not names.spans("Begin with the clerk who keeps the ledger, and with salt.")
    assert names.mentions("She writes as The Tidal Clerk.")
    assert names.mentions("More on salt and ledger next week.")
    assert names.in_url("https://the-tidal-clerk.example/about") or names.own_host("https://thetidalclerk.example")
