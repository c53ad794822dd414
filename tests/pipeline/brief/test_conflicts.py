from scrapers.page import Kind
from server.model import Conflict, ConflictKind
from server.pipeline.brief.conflicts import conflicts
from server.pipeline.features.compute import ReadClip
from server.pipeline.goals.match import match_goals
from tests.pipeline.made import PRESS_URL, interview, language, page, pool, row


def found(*pages: ReadClip, goal: str = "Learn how apprentices learn to make chairs.") -> list[Conflict]:
    made = pool(*pages)
    return list(conflicts(made, match_goals(interview(goal), made, language())))


def test_two_numbers_of_one_thing_on_two_pages_stand_side_by_side() -> None:
    [told] = found(
        page("We carried 40 crates over the border in the winter."),
        page("Dana Okafor carried 65 crates over the border that winter.", id="c2", url=PRESS_URL),
    )
    assert (told.kind, told.about, len(told.evidence)) == (ConflictKind.DISAGREEMENT, "crates", 2)


def test_the_same_number_or_numbers_of_two_things_do_not() -> None:
    one = page("We carried 40 crates over the border in the winter.")
    assert found(one, page("Dana Okafor carried 40 crates over the border.", id="c2", url=PRESS_URL)) == []
    assert found(one, page("Dana Okafor mended 12 looms for the museum.", id="c2", url=PRESS_URL)) == []


def test_what_they_counted_themselves_at_two_dates_has_grown_and_is_no_disagreement() -> None:
    one, other = "We carried 40 crates over the border.", "We carried 65 crates over the border."
    dates = (("2019-03", "2024-05", 0), ("2019-03", "", 1), ("2019-03", "2019-03", 1))
    for before, after, disagreements in dates:
        told = found(page(one, published=before), page(other, id="c2", published=after))
        assert [conflict.kind for conflict in told] == [ConflictKind.DISAGREEMENT] * disagreements


def test_two_numbers_on_one_page_are_no_disagreement() -> None:
    assert found(page("We carried 40 crates over the border.", "In spring we carried 65 crates over the border.")) == []


def test_a_job_that_begins_in_two_years_is_two_tellings() -> None:
    [told] = found(
        page(row("Planner", "Skerry Ferries", "2009 - 2016"), kind=Kind.PROFILE),
        page(row("Planner", "Skerry Ferries", "2011 - 2016"), id="c2", kind=Kind.PROFILE),
    )
    assert told.about == "planner skerry ferries"


def test_then_and_now_are_two_dated_views_on_one_matter_the_older_first() -> None:
    old = page("Apprentices always learn chairs by copying old chairs.", id="c1", published="2014-03")
    new = page("Apprentices should learn chairs slowly by making many bad chairs.", id="c2", published="2022")
    [told] = found(new, old)
    assert told.kind is ConflictKind.THEN_AND_NOW
    by_id = {one.evidence.id: one.evidence.when for one in pool(new, old).found}
    assert [by_id[ident] for ident in told.evidence] == ["2014-03", "2022"]


def test_without_dates_or_years_between_them_nothing_is_then_and_now() -> None:
    text = (
        "Apprentices always learn chairs by copying old chairs.",
        "Apprentices should learn chairs slowly by making many bad chairs.",
    )
    for dates in (("", "2022"), ("2022-01", "2022-12"), ("2021", "2022")):
        assert found(*(page(t, id=f"c{at}", published=when) for at, (t, when) in enumerate(zip(text, dates, strict=True)))) == []  # fmt: skip


def test_without_goals_or_pages_there_is_nothing_to_compare() -> None:
    assert found() == []
    assert conflicts(pool(page("We carried 40 crates over the border.")), ()) == ()


def test_a_doubtful_page_disagrees_with_nobody() -> None:
    one, other = page("We carried 40 crates over the border."), page("We carried 65 crates over the border.", id="c2")
    assert conflicts(pool(one, other, unsure=["c2"]), ()) == ()
