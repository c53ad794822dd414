import pytest

from scrapers.page import Passage, Place
from server.model import Slots
from server.pipeline.features.slots import iso, read_slots, years


def slots(text: str, place: Place = Place.PARAGRAPH) -> Slots:
    return read_slots(Passage(text, 0, len(text), place))


@pytest.mark.parametrize(
    "text, told",
    [
        ("2014 - 2019", ("2014", "2019")),
        ("Aug 2018 – present", ("2018-08", "now")),
        ("von 2009 bis heute", ("2009", "now")),
        ("from June 2011 to March 2013", ("2011-06", "2013-03")),
        ("on 5 August 2024", ("2024-08-05", "")),
        ("on March 2nd, 2019", ("2019-03-02", "")),
        ("in 2016", ("2016", "")),
        ("room 2016%", ("", "")),
        ("a fee of €2016", ("", "")),
        ("nothing dated", ("", "")),
    ],
)
def test_years_are_read_as_precisely_as_they_stand(text: str, told: tuple[str, str]) -> None:
    assert years(text) == told


def test_a_month_is_written_with_two_digits_and_an_open_end_is_now() -> None:
    assert [iso(text) for text in ("May 2019", "Present", "9 Sept 2020", "2008", "")] == [
        "2019-05",
        "now",
        "2020-09-09",
        "2008",
        "",
    ]


def test_a_row_tells_role_organisation_and_years_by_its_lines() -> None:
    told = slots("Ward sister\nHallam Infirmary · Full-time\nSep 2015 - present", Place.ROW)
    assert told == Slots(role="Ward sister", org="Hallam Infirmary", start="2015-09", end="now")


def test_a_row_of_one_line_or_without_years_does_no_harm() -> None:
    assert slots("Ward sister\nHallam Infirmary", Place.ROW).start == ""
    assert slots("2014", Place.ROW).start == "2014"
    assert slots("Ward sister\n", Place.ROW).role == "Ward sister"


def test_a_sentence_tells_where_what_number_and_who() -> None:
    told = slots("In 2016 I joined Norrland Freight with Oddny Brekke and moved 40 crates.")
    assert (told.start, told.org, told.person, told.number, told.verb) == (
        "2016", "Norrland Freight", "Oddny Brekke", "40", "joined",
    )  # fmt: skip


def test_a_place_of_work_is_nobody() -> None:
    assert slots("I learned at Norrland Freight how to read a rota.").person == ""
    assert slots("I learned from Oddny Brekke at Norrland Freight.").person == "Oddny Brekke"


def test_a_title_in_quotation_marks_is_a_work() -> None:
    assert slots("My talk “Promises on paper” ran an hour.").work == "Promises on paper"
    assert slots("She called it 'quite good' that day.").work == ""


def test_a_year_is_no_number() -> None:
    assert slots("It was 1998.").number == ""
