import pytest

from server.model import Goal
from server.pipeline.evidence.gather import Pool
from server.pipeline.goals.match import AFFINITY, GoalMatch, match_goals, share_minutes
from tests.pipeline.made import interview, language, page, pool

PAGES = page(
    "I left the ward in 2016 to run the night pharmacy.",
    "Violins need new strings before the winter concert.",
    "The seed library lends beans to farmers.",
)


def matches(*goals: str, evidence: Pool | None = None, **parts: object) -> tuple[GoalMatch, ...]:
    return match_goals(interview(*goals, **parts), pool(PAGES) if evidence is None else evidence, language())


def test_without_goals_there_is_nothing_to_match() -> None:
    assert matches() == ()


def test_without_evidence_a_goal_has_none_and_no_error() -> None:
    [match] = matches("Decide whether to leave.", evidence=pool())
    assert (match.ranked, len(match.fit), len(match.near)) == ((), 0, 0)
    assert match.kinds


def test_every_piece_of_evidence_is_ranked_for_every_goal() -> None:
    for match in matches("Learn how violins are strung.", "Decide whether to leave the ward."):
        assert sorted(match.ranked) == [0, 1, 2]


def test_what_speaks_of_a_goal_is_nearer_to_it() -> None:
    made = pool(PAGES)
    [match] = matches("Learn how to string a violin before a concert.", evidence=made)
    nearest = max(range(3), key=lambda at: match.near[at])
    assert "Violins" in made.found[nearest].evidence.exact


def test_a_hint_lifts_what_it_names() -> None:
    made = pool(PAGES)
    hinted = Goal(id="g1", text="Decide what to do next.", hints=("beans", "farmers"))
    about = interview()
    seeker = about.seeker.model_copy(update={"goals": (hinted,)})
    [match] = match_goals(about.model_copy(update={"seeker": seeker}), made, language())
    at = next(i for i, one in enumerate(made.found) if "beans" in one.evidence.exact)
    [plain] = matches("Decide what to do next.", evidence=made)
    assert match.ranked.index(at) <= plain.ranked.index(at)
    assert match.fit[at] > plain.fit[at]


def test_goals_come_by_priority() -> None:
    goals = (Goal(id="b", text="Learn it.", priority=2), Goal(id="a", text="Decide it.", priority=1))
    about = interview()
    told = about.model_copy(update={"seeker": about.seeker.model_copy(update={"goals": goals})})
    assert [match.goal.id for match in match_goals(told, pool(), language())] == ["a", "b"]


@pytest.mark.parametrize("weights", [(14, 9, 4), (None, None), (0, 0, 5), (200,), (None, 3.5)])
def test_minutes_are_weights_that_fill_the_booking(weights: tuple[float | None, ...]) -> None:
    goals = [Goal(id=f"g{at}", text="Learn it.", minutes=minutes) for at, minutes in enumerate(weights)]
    shared = share_minutes(goals, 30)
    assert sum(shared) == pytest.approx(30, abs=0.2)
    assert min(shared) >= 0


def test_every_kind_of_goal_has_signs_that_serve_it() -> None:
    assert {match.kinds[0] for match in matches("Decide.", "Meet two people.")} <= set(AFFINITY)


def test_to_meet_people_a_passage_that_names_somebody_serves_more() -> None:
    made = pool(page("I asked Ines Falk about the tide tables.", "I asked the pilot about the tide tables."))
    [match] = match_goals(interview("Meet two people who read tide tables."), made, language())
    assert "Ines Falk" in made.found[match.ranked[0]].evidence.exact
