import pytest

from scrapers.page import Passage, Place
from server.model import Slots
from server.pipeline.features.slots import is_entry, read_slots


def slots(text: str, place: Place = Place.PARAGRAPH, heading: str = "") -> Slots:
    return read_slots(Passage(text, 0, len(text), place, heading))


def test_a_line_of_a_cv_tells_years_role_and_place() -> None:
    assert slots("2011 – 2017 Ferry planner, Skerry Ferries, Hallam") == Slots(
        role="Ferry planner", org="Skerry Ferries", start="2011", end="2017"
    )
    assert slots("Mar 2009 - present Deputy head at Hallam Pier").org == "Hallam Pier"


@pytest.mark.parametrize(
    "text", ["2016 was my best year.", "2014 I left the pier.", "2022;9:41-50.", "1978 boats were sold"]
)
def test_a_sentence_that_opens_with_a_year_is_no_entry(text: str) -> None:
    assert not is_entry(text)


def test_a_role_under_the_name_of_an_employer_was_there_and_under_the_name_of_a_section_it_was_not() -> None:
    role = "Head of routes\nFull-time\nJan 2012 - Present · 4 yrs"
    assert slots(role, Place.ROW, "Skerry Ferries").org == "Skerry Ferries"
    assert slots(role, Place.ROW, "Work experience").org == ""


def test_what_stands_below_the_years_belongs_to_the_next_entry() -> None:
    told = slots("University of Hallam\nMEng\n2005 - 2009\nPier College", Place.ROW, "Education")
    assert (told.role, told.org) == ("University of Hallam", "MEng")
