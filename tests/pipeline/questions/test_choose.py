from collections import Counter

from server.model import Part, Tier
from server.pipeline.evidence.gather import Pool
from server.pipeline.goals.match import GoalMatch, match_goals
from server.pipeline.questions.bank import load_bank
from server.pipeline.questions.candidates import Workshop, make_candidates
from server.pipeline.questions.choose import Choice, choose, score
from server.pipeline.questions.drafts import Draft, make_drafts
from tests.pipeline.made import NOW, interview, language, page, pool

TEXTS = [
    "I left the ferry office in 2016 to teach evening classes.",
    "In 2019 I moved twelve looms across the border.",
    "I underestimated how long the customs papers take.",
    "Never cut the second board from the first.",
    "A drawing is a promise to a carpenter.",
    "I spend a day a week in the seed store.",
    "I founded a repair bench for string instruments.",
    "I still don't know how to teach bowing to adults.",
    "I noticed that new nurses stopped asking questions.",
    "I became head of the textile museum in 2018.",
]
PAGES = [page(*TEXTS[at : at + 2], id=f"c{at}", published="2019-03", title=f"Essay on {w}") for at, w in zip(range(0, 10, 2), ("ropes", "tides", "looms", "chairs", "beans"), strict=True)]  # fmt: skip
GOALS = ("Decide whether to leave the ferries.", "Get advice on my plan.", "Find two people who run a harbour school.")
ABOUT = interview(*GOALS, plan="Two winters ashore.", background="I have built two chairs.", show=("A chart.",))


def drafts() -> tuple[Pool, tuple[Draft, ...], tuple[GoalMatch, ...]]:
    made = pool(*PAGES, about=ABOUT)
    shop = Workshop(ABOUT, made, language(), NOW, range(len(made.found)))
    return made, make_drafts(make_candidates(shop), load_bank()), match_goals(ABOUT, made, language())


POOL, DRAFTS, MATCHES = drafts()


def chosen(
    minutes: int = 30, matches: tuple[GoalMatch, ...] = MATCHES, *, given: tuple[Draft, ...] = DRAFTS
) -> tuple[Choice, ...]:
    return choose(given, matches, minutes, lambda *_: True)


def test_nothing_to_choose_from_is_nothing_chosen() -> None:
    assert choose((), (), 30, lambda *_: True) == ()
    assert choose((), MATCHES, 30, lambda *_: True) == ()


def test_a_gate_that_refuses_all_leaves_nothing() -> None:
    assert choose(DRAFTS, MATCHES, 30, lambda *_: False) == ()


def test_without_goals_there_is_an_opener_a_core_and_a_close() -> None:
    parts = [choice.part for choice in chosen(matches=()) if choice.tier is not Tier.PARKED]
    assert {Part.OPENER, Part.CORE, Part.CLOSE} <= set(parts)
    assert {choice.match for choice in chosen(matches=())} == {None}


def test_a_longer_talk_has_more_questions() -> None:
    asked = [sum(choice.tier is not Tier.PARKED for choice in chosen(minutes)) for minutes in (15, 30, 60)]
    assert asked == sorted(asked)
    assert asked[0] < asked[2]


def test_one_opener_stands_first_and_one_close_last() -> None:
    parts = [choice.part for choice in chosen() if choice.tier is not Tier.PARKED]
    assert (parts[0], parts[-1]) == (Part.OPENER, Part.CLOSE)
    assert (parts.count(Part.OPENER), parts.count(Part.CLOSE)) == (1, 1)


def test_the_first_goal_has_two_and_advice_on_me_is_a_must() -> None:
    asked = [choice for choice in chosen() if choice.tier is not Tier.PARKED]
    assert sum(choice.match is MATCHES[0] for choice in asked) >= 2
    me = [choice.tier for choice in asked if choice.part is Part.ME]
    assert me[0] is Tier.MUST


def test_no_opening_words_and_no_passage_come_twice_in_one_part() -> None:
    every = [" ".join(choice.text.lower().split()[:3]) for choice in chosen(60)]
    assert max(Counter(every).values()) == 1
    for part in Part:
        used = [ident for choice in chosen(60) if choice.draft.move.part is part for ident in choice.draft.evidence]
        assert len(used) == len(set(used))


def test_no_move_comes_more_than_twice() -> None:
    assert max(Counter(choice.draft.move.id for choice in chosen(60)).values()) <= 2


def test_the_order_in_which_drafts_come_does_not_show() -> None:
    told, turned = ([(c.text, c.part, c.tier) for c in chosen(given=g)] for g in (DRAFTS, tuple(reversed(DRAFTS))))
    assert told == turned


def test_what_the_seeker_marked_goes_before_the_like() -> None:
    def best(selection: str) -> float:
        made = pool(page(TEXTS[0], selection=selection), about=ABOUT)
        shop = Workshop(ABOUT, made, language(), NOW, range(1))
        return max(score(draft, None) for draft in make_drafts(make_candidates(shop), load_bank()))

    assert best(TEXTS[0]) > best("")
