from server.pipeline.brief.gaps import find_gaps
from server.pipeline.goals.match import match_goals
from tests.pipeline.made import interview, language, page, pool

PAGE = page("I left the night ward to run the pharmacy of the harbour hospital.")


def gaps(*goals: str, pages: bool = True) -> list[str]:
    made = pool(PAGE) if pages else pool()
    return [gap.goal for gap in find_gaps(match_goals(interview(*goals), made, language()), made)]


def test_a_goal_the_pages_speak_of_is_no_gap() -> None:
    assert gaps("Decide whether to leave the night ward for the pharmacy.") == []


def test_a_goal_no_page_speaks_of_is_one() -> None:
    assert gaps("Learn how violins are restrung.", "Decide about the night ward and the pharmacy.") == ["g1"]


def test_without_a_page_every_goal_is_a_gap_and_without_a_goal_there_is_none() -> None:
    assert gaps("Learn this.", "Decide that.", pages=False) == ["g1", "g2"]
    assert gaps() == []


def test_a_gap_names_the_goal_and_what_to_do() -> None:
    made = pool(PAGE)
    [gap] = find_gaps(match_goals(interview("Learn how violins are restrung."), made, language()), made)
    assert "“Learn how violins are restrung”" in gap.text
    assert "ask, or clip" in gap.text
