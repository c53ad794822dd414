"""Choosing and ordering: what the seeker marked first, goal 1 before others, advice on me in time, somebody to meet next, a close.

No tic, no page taking it all; no question at all where nothing near the goals can be asked.
"""

from collections.abc import Callable, Mapping, Sequence

from server.model import GoalKind, Part, Tier
from server.pipeline.features.stems import stems
from server.pipeline.goals.match import GoalMatch
from server.pipeline.plan import ASKED, box_for
from server.pipeline.questions.alike import on_a_mark
from server.pipeline.questions.chosen import Choice, ChosenSet
from server.pipeline.questions.draft_kinds import (
    asks_them,
    in_part,
    invites_a_story,
    on_a_goal,
    on_a_step,
    on_what_is_mine,
    opens,
    opens_with_a_story,
    without_said_better,
    worth_asking,
)
from server.pipeline.questions.drafts import Draft
from server.pipeline.questions.ranks import Bar, Ranks
from server.pipeline.questions.signs import WHEN

LEAST = 4  # questions, below which even a weak one that serves a goal is asked
LEAST_OF_THEM = 2  # questions about them, below which a story may stand a little further from the goals
ENOUGH = 6  # questions, below which more is asked about the seeker
PARKED = 6
LEADING_GOALS = 3  # goals beyond three are parked
# By minutes booked: marks asked about, questions on the seeker.
MARKS: Mapping[int, int] = {15: 1, 20: 2, 30: 3, 45: 4, 60: 5}
ADVICE: Mapping[int, int] = {15: 1, 20: 2, 30: 2, 45: 3, 60: 3}
LEAST_FOR_FIRST = 2  # questions that serve goal 1


def choose(
    drafts: Sequence[Draft],
    matches: Sequence[GoalMatch],
    minutes: int,
    gate: Callable[[str, Draft, GoalMatch | None, Part], bool],
    turn: int = 0,
) -> tuple[Choice, ...]:
    """The set for one talk, in the order to ask: opener, core, me, next, close; then what is parked.

    gate refuses a wording (the linter, what the pages already answer). turn is how many interviews the same person prepared before:
    wordings take turns, so that nobody asks everybody the same.
    """
    length = box_for(minutes)
    asked, advice = sum(ASKED[length]), ADVICE[length]
    found = ChosenSet(gate, limit=max(2, asked * 3 // 7), turn=turn)
    leading = [match for match in matches if match.goal.priority <= LEADING_GOALS or match in matches[:LEADING_GOALS]]
    first = leading[0] if leading else None
    ranks = Ranks(without_said_better(drafts), matches)
    _take_marks(found, ranks, leading, length)
    _take_steps(found, ranks, leading)
    _take_opener(found, ranks, first)
    if not any(choice.match is first for choice in found.choices if choice.part is Part.CORE):
        _ = found.take(ranks.for_goal(first, worth_asking), Tier.MUST)
    found.raise_first(Part.CORE, first)
    if first and first.kinds[0] is not GoalKind.MEET:
        tier = Tier.SHOULD if found.count(Part.ME) else Tier.MUST
        _ = found.take(ranks.for_goal(first, on_a_goal), tier) or found.take(
            ranks.for_goal(first, on_what_is_mine(first)), tier
        )
    _take_goals(found, ranks, leading[1:], asked, (asks_them,))
    while found.count(Part.ME) < advice:
        tier = Tier.SHOULD if found.count(Part.ME) else Tier.MUST
        if not found.take(ranks.anywhere(leading, in_part(Part.ME)), tier):
            break
    _take_goals(found, ranks, leading[1:], asked, (worth_asking, on_a_goal))
    found.take(ranks.for_goal(_for_meeting(matches), in_part(Part.NEXT)), Tier.SHOULD)
    _fill(found, ranks, leading, asked)
    _take_goals(found, ranks, matches[len(leading) :], min(asked, ENOUGH), (asks_them, on_a_goal))
    _ = found.count(Part.OPENER) or found.begin_with_core()
    found.take(ranks.for_goal(first, in_part(Part.CLOSE)), Tier.SHOULD)
    _raise_musts(found, first)
    parked = ranks.anywhere(matches, in_part(Part.CORE, Part.ME))
    for _ in range(PARKED):
        found.take(parked, Tier.PARKED)
    return _in_order(found.choices)


def _take_marks(found: ChosenSet, ranks: Ranks, leading: Sequence[GoalMatch], length: int) -> None:
    """One question a mark of the seeker's; hardly more on the seeker than the length of the talk has room for."""
    marked = ranks.anywhere(leading, lambda draft: on_a_mark(draft) and not draft.move.filler)
    for _ in range(MARKS[length]):
        open_ = [pair for pair in marked if pair[0].move.part is Part.CORE or found.count(Part.ME) <= ADVICE[length]]
        if not found.take(open_, Tier.SHOULD):
            break
    for part in (Part.CORE, Part.ME):
        found.raise_first(part)


def _take_steps(found: ChosenSet, ranks: Ranks, leading: Sequence[GoalMatch]) -> None:
    """The step they took that the seeker has ahead of them: nobody else can be asked that."""
    for match in leading:
        _ = found.take(ranks.for_goal(match, on_a_step), Tier.SHOULD)


def _take_opener(found: ChosenSet, ranks: Ranks, first: GoalMatch | None) -> None:
    """Something light to begin with: an act near goal 1. Else one of the questions asked about them anyway will open the talk.

    Nothing where neither is: a step of their career that serves no goal opens no talk.
    """
    near, nearly = ranks.for_goal(first, opens), ranks.for_goal(first, opens_with_a_story, bar=Bar.LOOSE)
    _ = (
        found.take(near, Tier.MUST, Part.OPENER)
        or found.begin_with_core()
        or found.take(nearly, Tier.MUST, Part.OPENER)
    )


def _take_goals(
    found: ChosenSet,
    ranks: Ranks,
    matches: Sequence[GoalMatch],
    asked: int,
    kinds: Sequence[Callable[[Draft], bool]],
) -> None:
    """One question for each of these goals that has none, of the first of these kinds, or on what of the seeker's the goal speaks of."""
    for match in matches:
        open_ = len(found.choices) < asked and not _serves(found, match)
        if open_ and match.kinds[0] is not GoalKind.MEET:
            _ = any(found.take(ranks.for_goal(match, keep), Tier.SHOULD) for keep in (*kinds, on_what_is_mine(match)))


def _fill(found: ChosenSet, ranks: Ranks, leading: Sequence[GoalMatch], asked: int) -> None:
    """Up to the number of questions: goal 1 has at least two, then the best that is left that serves a goal; a goal itself rather than what serves none."""
    if leading and sum(choice.match is leading[0] for choice in found.choices) < LEAST_FOR_FIRST:
        found.take(ranks.for_goal(leading[0], worth_asking), Tier.SHOULD)
    strong = ranks.anywhere(leading, worth_asking)
    while len(found.choices) < asked and found.take(strong, Tier.SHOULD):
        pass
    stories = ranks.anywhere(leading, invites_a_story, bar=Bar.LOOSE)
    while found.count(Part.OPENER) + found.count(Part.CORE) < LEAST_OF_THEM and found.take(stories, Tier.SHOULD):
        pass
    for most, keep in ((min(asked, ENOUGH), in_part(Part.ME)), (min(asked, LEAST), in_part(Part.CORE))):
        pairs = ranks.anywhere(leading, keep)
        while len(found.choices) < most and found.take(pairs, Tier.SHOULD):
            pass


def _raise_musts(found: ChosenSet, first: GoalMatch | None) -> None:
    """One question about them and one about the seeker are asked first, on goal 1 where there is one."""
    for part in (Part.CORE, Part.ME):
        if not any(choice.part is part and choice.tier is Tier.MUST for choice in found.choices):
            _ = found.raise_first(part, first) or found.raise_first(part)


def _serves(found: ChosenSet, match: GoalMatch) -> bool:
    """A question was made for the goal, or stands under it and speaks of it."""
    wanted = stems(match.goal.text) - WHEN
    return any(
        choice.draft.goal == match.goal.id or (choice.match is match and stems(choice.text) & wanted)
        for choice in found.choices
    )


def _for_meeting(matches: Sequence[GoalMatch]) -> GoalMatch | None:
    """The goal that looks for people, wherever it stands; else the first."""
    meeting = next((match for match in matches if match.kinds[0] is GoalKind.MEET), None)
    return meeting or (matches[0] if matches else None)


def _in_order(choices: Sequence[Choice]) -> tuple[Choice, ...]:
    parts = list(Part)
    asked = [choice for choice in choices if choice.tier is not Tier.PARKED]
    parked = [choice for choice in choices if choice.tier is Tier.PARKED]
    asked.sort(key=lambda choice: (parts.index(choice.part), choice.tier is not Tier.MUST, _priority(choice)))
    return (*asked, *parked)


def _priority(choice: Choice) -> int:
    """Goal 1 before the others, in each part: a talk may end early."""
    return choice.match.goal.priority if choice.match else LEADING_GOALS
