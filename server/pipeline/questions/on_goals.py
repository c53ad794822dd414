"""Drafts that rest on a goal itself: alone, and beside a piece they wrote on it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from server.model import Goal, Language
from server.pipeline.features.stems import stems
from server.pipeline.goals.match import GoalMatch
from server.pipeline.identity.names import Names
from server.pipeline.questions.bank import Bank, RestsOn
from server.pipeline.questions.beside_goals import beside_goal
from server.pipeline.questions.conditions import Candidate
from server.pipeline.questions.drafts import Draft, drafts_of
from server.pipeline.questions.firing import fired, tree_of
from server.pipeline.questions.material.address import speaks_of_them
from server.pipeline.questions.material.candidates import said as said_or_wrote
from server.pipeline.questions.material.facts import my_thing, people_sought
from server.pipeline.questions.material.feedback import asked_of_it
from server.pipeline.questions.material.goal_asks import asked_besides, asked_in_goal, asked_of_theirs
from server.pipeline.questions.material.steps import named_by_page, particulars, steps_ahead
from server.pipeline.questions.material.straight import NOTHING_STRAIGHT, asked_straight
from server.pipeline.questions.material.typed import whole_words
from server.pipeline.questions.material.wishes import wishes
from server.pipeline.questions.pronouns import FIRST_PERSON
from server.pipeline.questions.signs import UNDECIDED, WHEN

INTO = frozenset(
    {"new_work", "new_post"}
)  # likened only where both go into the same: who became a journalist is no help to one who leaves it
# What a goal wants to know of something theirs, which a page may tell: "how the choir went from two people to a team".
HOW_IT_WENT = re.compile(
    r"how the [\w'-]+(?: [\w'-]+){0,2} (?:went|grew|got|came|became|changed|moved|began|started|turned|survived|\w+ed)\b"
)
# What came after what a page tells, it does not tell: "the customers after the first ten".
BEYOND = re.compile(r"\b(?:after|beyond|since) (?:the |those |these |his |her )?(?:first|that|then)\b", re.IGNORECASE)
ANY_POST = stems("job post position role work offer place start take begin new first year contract")


@dataclass(frozen=True, slots=True)
class Means:
    """What goals are put into words with. told gives the passage that answers a question already, if one does."""

    names: Names
    bank: Bank
    language: Language
    shows: tuple[str, ...] = ()  # what the seeker could show
    told: Callable[[str], Candidate | None] = lambda _: None


def drafts_on_goals(candidates: Sequence[Candidate], matches: Sequence[GoalMatch], means: Means) -> tuple[Draft, ...]:
    """Questions that rest on a goal, each for that goal alone."""
    if not candidates:
        return ()
    both = tuple(move for move in means.bank.moves if move.rests_on is RestsOn.BOTH)
    of_goals = tuple(move for move in means.bank.moves if move.rests_on in {RestsOn.GOAL, RestsOn.BOTH})
    # Those on both are tried on what was made for a goal alone, too: it is there that a page tells what the goal asks.
    on_goal, on_both = tree_of(of_goals), tree_of(both)
    plan, made = candidates[0].plan, list[Draft]()
    for match in matches:
        if people_sought(match.goal):
            continue
        said = wishes(match.goal, means.names)
        bare = _on_goal(candidates[0], match.goal, said, means)
        on_it = [(bare, on_goal)]
        on_it += [(replace(candidates[0], goal_question=asked), on_goal) for asked in _besides(match.goal, means)]
        on_it += [(one, on_both) for one in _same_steps(candidates, match, plan if match is matches[0] else "")]
        on_it += [(one, on_both) for one in beside_goal(candidates, match, bare)]
        drafts = (draft for one, tree in on_it for draft in drafts_of(one, fired(one, tree)))
        made += [replace(draft, goal=match.goal.id) for draft in drafts]
    return tuple(made)


def _shown_in(question: str, shows: Sequence[str]) -> str:
    """What the seeker could show that the question is about: "what should I change in lesson 1", "what is wrong in how I practise"; "" for none."""
    if not (question and FIRST_PERSON.search(question)):
        return ""
    matter = stems(question) - WHEN
    return next((show for show in shows if matter & stems(re.split(r"[,(]", show)[0])), "")


def _without(shown: str, question: str) -> str:
    """The question without the thing itself, which has just been laid on the table."""
    thing = re.split(r"[,(]", my_thing(whole_words(shown)))[0].strip()
    return re.sub(rf" (?:in|on|with|of|about) (?:my |our |the )?{re.escape(thing)}(?=\?)", "", question)


def _besides(goal: Goal, means: Means) -> tuple[str, ...]:
    """What a goal asks besides, and no page tells."""
    return tuple(asked for asked in asked_besides(goal, means.names) if not means.told(asked))


def _same_steps(candidates: Sequence[Candidate], match: GoalMatch, plan: str) -> tuple[Candidate, ...]:
    """For each step that the goal speaks of, else the plan with it: the passage that tells best that they took it."""
    weighed = bool(UNDECIDED.search(match.goal.text))
    aims = stems(f"{match.goal.text} {plan}") - ANY_POST
    by_goal, by_plan = (
        _tellers(candidates, steps_ahead((text,)), aims, weighed=weighed) for text in (match.goal.text, plan)
    )
    return by_goal or by_plan


def _tellers(
    candidates: Sequence[Candidate], ahead: frozenset[str], aims: frozenset[str], *, weighed: bool
) -> tuple[Candidate, ...]:
    """aims: content words of what the seeker wants, without what any post is called."""
    told = {
        step: [
            (said, one)
            for one in candidates
            for name, said in one.steps
            if name == step and (step not in INTO or aims & stems(said))
        ]
        for step in ahead
    }
    best = {step: max(pairs, key=_tells_most) for step, pairs in sorted(told.items()) if pairs}
    return tuple(
        replace(one, step=step, step_told=named_by_page(said, said_or_wrote(one.found), one.year), step_weighed=weighed)
        for step, (said, one) in best.items()
    )


def _tells_most(pair: tuple[str, Candidate]) -> tuple[int, str, int]:
    said, one = pair
    return particulars(said), one.found.evidence.when, -one.at


def _on_goal(bare: Candidate, goal: Goal, said: tuple[str, ...], means: Means) -> Candidate:
    """What a question on this goal alone is made of: what it asks of them, or, where a page tells that, the passage that does; else what it asks of anybody."""
    asks = asked_in_goal(goal, means.names)
    asks = asks if asks.question else asked_of_theirs(goal, means.names, means.language)
    theirs = speaks_of_them(goal.text, means.names) and not BEYOND.search(asks.clause)  # "how you see" may be anybody
    teller = means.told(asks.question) if asks.question and theirs else None
    if teller:
        return replace(teller, wishes=said, goal_read=asks.clause)
    thing, of_it = asked_of_it(goal, means.shows, means.names, means.language)
    if thing:
        return replace(bare, show=my_thing(whole_words(thing)), page_asked=of_it)
    own = asks.question and " would you " not in asks.question
    straight = NOTHING_STRAIGHT if own else asked_straight(goal, means.names, means.language)
    went = straight.clause and HOW_IT_WENT.match(straight.clause)
    read = means.told(straight.question) if went else None
    if read:
        return replace(read, wishes=said, goal_read=straight.clause)
    shown = _shown_in(straight.question, means.shows)
    if shown:
        return replace(
            bare, wishes=said, show=my_thing(whole_words(shown)), page_asked=_without(shown, straight.question)
        )
    question = asks.question if own or straight == NOTHING_STRAIGHT else ""
    return replace(bare, wishes=said, goal_question=question, goal_straight=straight.question, goal_act=straight.act)
