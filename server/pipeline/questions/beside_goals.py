"""What of theirs a goal can be said beside: something they did that is much like it, a step they took."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from server.pipeline.features.stems import stems
from server.pipeline.goals.match import GoalMatch
from server.pipeline.questions.conditions import Candidate
from server.pipeline.questions.material.act import tells_what_was_done
from server.pipeline.questions.material.candidates import POST
from server.pipeline.questions.pronouns import OURS
from server.pipeline.questions.signs import WHEN

EVERYWHERE = 0.12  # part of their passages: a word that they hold tells nothing
STOOD_THERE = 0.32  # cosine from which a step they tell of is one like that of the goal
LIKE_IT, VERY_LIKE_IT = (
    0.36,
    0.42,
)  # the same of something they did that shares a telling word with the goal, and any word
AHEAD = re.compile(
    r"\b(?:I'll|I will|we'll|we will|going to|plan to|would like to|hope to)\b"
)  # no step that was taken
SHORT = 16  # words of what they did, to be heard beside a question
MOST = 3  # passages of a kind: one may be asked about already


def beside_goal(candidates: Sequence[Candidate], match: GoalMatch, asked: Candidate) -> Iterator[Candidate]:
    """The passages of theirs that the goal can be said beside. asked holds the goal put into words."""
    said, straight = asked.wishes, asked.goal_straight
    if not (said or straight):
        return
    telling = _telling_words(candidates, match)
    for step in _steps(candidates, match):
        yield replace(step, wishes=said, decided_too=True)
    for act in _acts(candidates, match, telling):
        yield replace(act, wishes=said, goal_straight=straight, did_alike=True)


def _telling_words(candidates: Sequence[Candidate], match: GoalMatch) -> frozenset[str]:
    """Content words of the goal that few of their passages hold."""
    held = Counter(stem for one in candidates for stem in one.found.marks.stems)
    most = max(2, EVERYWHERE * len(candidates))
    return frozenset(stem for stem in stems(match.goal.text) - WHEN if held[stem] <= most)


def _steps(candidates: Sequence[Candidate], match: GoalMatch) -> Sequence[Candidate]:
    """Steps of theirs, in their own words, that have much to do with a goal that is the seeker's alone to decide: where to work."""
    if OURS.search(match.goal.text) or not POST.search(match.goal.text):
        return ()
    moves = (one for one in candidates if one.found.in_their_words and "move" in one.found.marks.cues)
    told = (one for one in moves if not AHEAD.search(one.found.evidence.exact))
    words = stems(match.goal.text) - WHEN
    alike = (one for one in told if float(match.near[one.at]) >= STOOD_THERE and words & one.found.marks.stems)
    return _nearest(alike, match)


def _acts(candidates: Sequence[Candidate], match: GoalMatch, telling: frozenset[str]) -> Sequence[Candidate]:
    """What they did that is much like the goal, in their own words."""
    words = stems(match.goal.text) - WHEN
    short = (one for one in candidates if any(len(lead.split()) <= SHORT for lead in one.act_leads))
    told = (one for one in short if one.found.in_their_words and not one.found.picked and tells_what_was_done(one.turn))
    alike = (
        one
        for one in told
        for near, shared in [(float(match.near[one.at]), words & stems(one.turn))]
        if (near >= LIKE_IT and telling & shared) or (near >= VERY_LIKE_IT and shared)
    )
    return _nearest(alike, match)


def _nearest(told: Iterable[Candidate], match: GoalMatch) -> Sequence[Candidate]:
    return sorted(told, key=lambda one: (-float(match.near[one.at]), one.at))[:MOST]
