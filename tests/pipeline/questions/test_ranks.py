"""How drafts are held against goals, on a few real passages."""

from server.model import GoalKind, Part
from server.pipeline.goals.match import GoalMatch, match_goals
from server.pipeline.questions.bank import Bank, Move, RestsOn, load_bank
from server.pipeline.questions.drafts import Draft, make_drafts
from server.pipeline.questions.ranks import Bar, Ranks
from tests.pipeline.made import candidates, interview, language, page, pool

TEXTS = (
    "Keep nine months of rent aside before you buy looms.",
    "A drawing is a promise to a carpenter.",
    "Small courts depend on patient clerks.",
    "Never sign a lease on the day of the flood.",
    "Museums are places to sit among objects.",
    "Good looms need dry harbours.",
    "Small harbours need patient planners.",
    "Night staff are the memory of a ward.",
)


def everything(_: Draft) -> bool:
    return True


def ranks(bank: Bank, *goals: str, selection: str = "", note: str = "") -> tuple[Ranks, tuple[GoalMatch, ...]]:
    about = interview(*goals)
    read = page(*TEXTS, selection=selection, note=note)
    matches = match_goals(about, pool(read, about=about), language())
    return Ranks(make_drafts(candidates(read, about=about), bank), matches), matches


def asking(*kinds: GoalKind, strength: float = 1.0, ident: str = "m") -> Move:
    return Move(ident, Part.CORE, RestsOn.PASSAGE, 4, kinds, ("quote",), ("{they_said} And then?",), (), strength)


def best(made: Ranks, match: GoalMatch | None) -> Draft:
    return made.for_goal(match, everything)[0][0]


def test_the_passage_nearest_to_a_goal_comes_first_under_it() -> None:
    made, (looms, clerks) = ranks(
        Bank((asking(),)), "Learn how to buy looms.", "Learn how patient clerks are in small courts."
    )
    assert best(made, looms).candidate.found.evidence.exact == TEXTS[0]
    assert best(made, clerks).candidate.found.evidence.exact == TEXTS[2]
    served = {
        draft.candidate.found.evidence.exact: match for draft, match in made.anywhere((looms, clerks), everything)
    }
    assert (served[TEXTS[0]], served[TEXTS[2]]) == (looms, clerks)


def test_a_stronger_move_and_one_that_suits_the_goal_come_first() -> None:
    made, (goal,) = ranks(Bank((asking(ident="weak"), asking(ident="strong", strength=2.0))), "Learn how to buy looms.")
    assert best(made, goal).move.id == "strong"
    suited, (decide,) = ranks(
        Bank((asking(GoalKind.MEET, ident="other"), asking(GoalKind.DECIDE, ident="suited"))),
        "Decide whether to buy looms.",
    )
    assert best(suited, decide).move.id == "suited"


def test_what_the_seeker_marked_comes_before_the_like_and_needs_no_nearness() -> None:
    made, (goal,) = ranks(Bank((asking(),)), "Learn how to sail.", selection=TEXTS[1], note="why?")
    first = best(made, goal)
    assert first.candidate.found.evidence.exact == TEXTS[1]
    assert made.serves(first, goal)


def test_without_a_goal_everything_serves() -> None:
    made, _ = ranks(load_bank())
    assert all(made.serves(draft, None) for draft in made.drafts)
    assert len(made.for_goal(None, everything)) == len(made.drafts)


def test_a_looser_bar_keeps_nothing_out_that_a_strict_one_lets_in_and_who_is_not_bound_keeps_all() -> None:
    made, (goal,) = ranks(load_bank(), "Learn how to buy looms.")
    strict, loose = ({draft.key for draft, _ in made.for_goal(goal, everything, bar=bar)} for bar in Bar)
    every = [draft for draft, _ in made.for_goal(goal, everything, bound=False)]
    assert strict <= loose <= {draft.key for draft in every}
    assert len(every) == len(made.drafts)
