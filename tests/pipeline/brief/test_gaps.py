from server.model import ClipStatus, Standing, Voice
from server.pipeline.brief.gaps import clip_next, find_gaps, find_untold
from server.pipeline.goals.match import match_goals
from tests.pipeline.made import NOW, interview, language, page, pool

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


def untold(goal: str, *texts: str) -> list[str]:
    made = pool(page(*texts))
    matches = match_goals(interview(goal), made, language())
    return [gap.text for gap in find_untold(matches, made, find_gaps(matches, made))]


def test_a_decision_of_which_no_page_tells_what_went_wrong_is_told_so() -> None:
    goal = "Decide whether to leave the night ward for the pharmacy."
    [line] = untold(goal, "The night ward has nine beds and a pharmacy beside it.")
    assert "went wrong" in line
    assert untold(goal, "I left the night ward for the pharmacy, and it was a mistake.") == []


def test_a_goal_of_which_no_page_speaks_is_not_told_twice() -> None:
    assert untold("Decide whether to restring violins.", "The night ward has nine beds.") == []


def standing(voice: Voice) -> Standing:
    return Standing(clip_id="c1", status=ClipStatus.USED, voice=voice)


def test_what_to_clip_next_is_the_kind_of_page_that_is_missing() -> None:
    assert clip_next([standing(Voice.OWN), standing(Voice.INTERVIEW)], ["2026-09-01"], NOW) == ""
    assert "an interview or a podcast" in clip_next([standing(Voice.OWN)], ["2026-09-01"], NOW)
    assert "from the last year" in clip_next([standing(Voice.OWN), standing(Voice.INTERVIEW)], ["2019"], NOW)
    assert "something they wrote" in clip_next([standing(Voice.ABOUT)], [], NOW)
