from scrapers.page import Block, Kind, Place
from server.pipeline.brief.timeline import MOST, timeline, turns
from server.pipeline.features.compute import ReadClip
from tests.pipeline.made import PRESS_URL, found, page, pool, row


def told(*pages: ReadClip) -> list[tuple[str, str, str]]:
    return [(turn.start, turn.end, turn.org) for turn in timeline(pool(*pages).found)]


def test_rows_are_turns_in_the_order_of_time() -> None:
    cv = page(
        row("Teacher", "Harbour School", "2016 - present"),
        row("Planner", "Skerry Ferries", "2009 - 2016"),
        kind=Kind.PROFILE,
    )
    assert told(cv) == [("2009", "2016", "Skerry Ferries"), ("2016", "now", "Harbour School")]


def test_two_pages_that_tell_one_turn_make_one_that_cites_both() -> None:
    one = page(row("Planner", "Skerry Ferries", "2009 - 2016"), kind=Kind.PROFILE)
    other = page(row("Route planner", "Skerry Ferries Ltd", "2009 - 2016"), id="c2", kind=Kind.PROFILE)
    [turn] = timeline(pool(one, other).found)
    assert len(turn.evidence) == 2


def test_a_sentence_is_a_turn_only_with_a_year_and_an_act_of_their_own() -> None:
    def is_turn(text: str) -> bool:
        return turns(found(text))

    assert is_turn("In 2016 I left the ward for the night pharmacy.")
    assert not is_turn("I left the ward for the night pharmacy.")
    assert not is_turn("In 2016 the ward was painted green again.")
    assert not is_turn("Why did I leave the ward in 2016?")
    assert not is_turn("That is why I left the ward in 2016.")


def test_what_a_doubtful_page_tells_is_no_turn() -> None:
    cv = page(row("Planner", "Skerry Ferries", "2009 - 2016"), kind=Kind.PROFILE)
    assert timeline(pool(cv, unsure=["c1"]).found) == ()


def test_a_report_of_them_is_a_turn_too() -> None:
    [turn] = timeline(pool(page("Dana Okafor joined Skerry Ferries as a planner in 2009.", url=PRESS_URL)).found)
    assert (turn.start, turn.org) == ("2009", "Skerry Ferries")


def test_a_row_without_years_or_a_hundred_of_them_do_no_harm() -> None:
    rows = [row(f"Planner of line {n}", f"Ferry Number{n}", f"{1980 + n % 40} - {1981 + n % 40}") for n in range(60)]
    assert len(timeline(pool(page(row("Planner", "Skerry Ferries"), *rows, kind=Kind.PROFILE)).found)) <= MOST
    assert timeline(()) == ()


def test_what_a_profile_lists_and_what_they_say_of_it_is_one_turn() -> None:
    cv = page(row("Planner", "Skerry Ferries", "Mar 2009 - Dec 2016 · 7 yrs"), kind=Kind.PROFILE)
    told_by_her = page("In March 2009 I joined the ferries and never slept again.", id="c2")
    [turn] = timeline(pool(cv, told_by_her).found)
    assert turn.what == (
        "Planner, Skerry Ferries, Mar 2009 - Dec 2016: “In March 2009 I joined the ferries and never slept again.”"
    )
    assert len(turn.evidence) == 2


def test_roles_that_stand_under_one_employer_name_it() -> None:
    grouped = page(
        Block("Skerry Ferries", Place.HEADING),
        row("Head of routes", "Full-time", "2012 - present"),
        row("Planner", "2009 - 2012"),
        kind=Kind.PROFILE,
    )
    assert [turn.org for turn in timeline(pool(grouped).found)] == ["Skerry Ferries", "Skerry Ferries"]
    assert timeline(pool(grouped).found)[0].what == "Planner, Skerry Ferries, 2009 - 2012"


def test_a_line_of_a_cv_that_opens_with_its_years_is_listed_and_not_said() -> None:
    cv = page("2009 - 2016 Planner, Skerry Ferries", "2007 BSc in Oceanography, University of Hallam")
    assert [turn.what for turn in timeline(pool(cv).found)] == [
        "BSc in Oceanography, University of Hallam, 2007",
        "Planner, Skerry Ferries, 2009 - 2016",
    ]


def test_a_year_that_dates_something_else_makes_no_turn() -> None:
    assert not turns(found("I left out the record, which begins in 1978, and I moved to the coast."))
    assert turns(found("Since 2015 I've been the head of routes at Skerry Ferries."))
