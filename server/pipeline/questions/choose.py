"""Choosing and ordering: what the seeker marked first, goal 1 before others, advice on me in time, somebody to meet next, a close.

No tic, no page taking it all; no question at all where nothing near the goals can be asked.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from server.model import GoalKind, Part, Tier
from server.pipeline.evidence.gather import Found
from server.pipeline.features.stems import stems
from server.pipeline.goals.match import GoalMatch
from server.pipeline.plan import ASKED, box_for
from server.pipeline.questions.conditions.acts import light
from server.pipeline.questions.conditions.signs import WHEN
from server.pipeline.questions.drafts import Draft

KIND_FIRST, KIND_SECOND, KIND_ANY, KIND_NONE = 1.2, 0.6, 0.8, -2.0
STRENGTH, PICKED = 3.5, 2.5
NEAR_GOAL = 8.0  # a question that has nothing to do with the goal it stands under is worse than none
# Of all passages, the part that is further from the goal than what may be asked for it: acts, words.
NEAR_ACT, NEAR_WORDS = 0.7, 0.85
NEAR_ACT_LOOSE, NEAR_WORDS_LOOSE = 0.4, 0.7
ENOUGH = 6  # questions, below which a looser bar is tried
QUOTED_MOST = 3  # of what is asked, not counting marks: more sounds like a recital
SAME_THING = 1.5  # a goal that names what the seeker plans or shows is the goal that question serves
NEAR_ME = 10.0  # advice on my plan rests on what they say about such plans
MOVE_TWICE = 2
PARKED = 6
LEADING_GOALS = 3  # goals beyond three are parked
MARKS_ASKED = 3
ADVICE_ASKED = 2
QUOTED = re.compile(r"“[^”]*”")

Ranked = Sequence[tuple[Draft, GoalMatch | None]]


@dataclass(frozen=True, slots=True)
class Choice:
    """A draft chosen: its wording, the goal it serves, where it stands."""

    draft: Draft
    text: str
    match: GoalMatch | None
    part: Part
    tier: Tier


@dataclass
class _Set:
    """What has been chosen so far and what that forbids. Grows while one set is made; never leaves this module."""

    gate: Callable[[str, Draft, GoalMatch | None, Part], bool]
    limit: int
    turn: int = 0
    choices: list[Choice] = field(default_factory=list)

    def take(self, drafts: Iterable[tuple[Draft, GoalMatch | None]], tier: Tier, part: Part | None = None) -> bool:
        """Take the first draft that may still be taken, in its move's part unless another is given; False if none may."""
        for draft, match in drafts:
            place = part or draft.move.part
            text = self._wording(draft, match, place)
            if text:
                self.choices.append(Choice(draft, text, match, place, tier))
                return True
        return False

    def raise_first(self, part: Part) -> None:
        """The first of a part is to be asked first."""
        at = next((at for at, choice in enumerate(self.choices) if choice.part is part), None)
        if at is not None:
            self.choices[at] = replace(self.choices[at], tier=Tier.MUST)

    def count(self, part: Part) -> int:
        """How many stand in a part so far."""
        return sum(choice.part is part for choice in self.choices)

    def _wording(self, draft: Draft, match: GoalMatch | None, part: Part) -> str:
        if self._forbids(draft):
            return ""
        openings = {_opening(choice.text) for choice in self.choices}
        shapes = Counter(_shape(choice.text) for choice in self.choices)
        tails = {_tail(choice.text) for choice in self.choices}
        fresh = [
            text for text in _rotated(draft, self.turn) if _opening(text) not in openings and _tail(text) not in tails
        ]
        in_turn = sorted(fresh, key=lambda text: shapes[_shape(text)])
        return next((text for text in in_turn if self.gate(text, draft, match, part)), "")

    def _forbids(self, draft: Draft) -> bool:
        chosen = [choice.draft for choice in self.choices]
        most = MOVE_TWICE if draft.move.part is Part.CORE else 1
        here = draft.candidate.found
        return (
            any(set(draft.evidence) & set(other.evidence) for other in chosen)
            or any(set(draft.user_facts) & set(other.user_facts) for other in chosen)
            or sum(other.move.id == draft.move.id for other in chosen) >= most
            or (
                bool(draft.evidence)
                and sum(other.candidate.found.clip.id == here.clip.id for other in chosen) >= self.limit
            )
            or (here.picked and any(_same_mark(here, other.candidate.found) for other in chosen))
            or (_quotes(draft) and sum(_quotes(other) for other in chosen) >= QUOTED_MOST)
            or (_on_a_title(draft) and any(_on_a_title(other) for other in chosen))
        )


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
    musts, shoulds = ASKED[box_for(minutes)]
    asked = musts + shoulds
    found = _Set(gate, limit=max(2, (asked + 1) // 2), turn=turn)
    leading = [match for match in matches if match.goal.priority <= LEADING_GOALS or match in matches[:LEADING_GOALS]]
    first = leading[0] if leading else None
    _take_marks(found, drafts, leading, min(MARKS_ASKED, musts - 1))
    openers = [
        draft for draft in drafts if draft.move.opener and not draft.candidate.found.picked and light(draft.candidate)
    ]
    for ranked in (_ranked(openers, first), _ranked(openers, first, strict=False), _ranked(openers, None)):
        if found.take(ranked, Tier.MUST, Part.OPENER):
            break
    if not any(choice.match is first for choice in found.choices if choice.part is Part.CORE):
        strictly = found.take(_ranked(drafts, first, Part.CORE), Tier.MUST)
        _ = strictly or found.take(_ranked(drafts, first, Part.CORE, strict=False), Tier.MUST)
    while found.count(Part.ME) < ADVICE_ASKED:
        tier = Tier.SHOULD if found.count(Part.ME) else Tier.MUST
        if not found.take(_best_anywhere(drafts, leading, Part.ME), tier):
            break
    for match in leading[1:]:
        if match.kinds[0] is not GoalKind.MEET and not _serves(found, match):
            found.take(_ranked(drafts, match, Part.CORE), Tier.SHOULD)
    found.take(_ranked(drafts, _for_meeting(matches), Part.NEXT), Tier.SHOULD)
    _fill(found, drafts, leading, asked)
    found.take(_ranked(drafts, first, Part.CLOSE), Tier.SHOULD)
    for _ in range(PARKED):
        found.take(_best_anywhere(drafts, matches), Tier.PARKED)
    return _in_order(found.choices)


def score(draft: Draft, match: GoalMatch | None) -> float:
    """How good a draft is for a goal: the fit of its passage, the strength of its move, whether the move suits the goal."""
    fit = draft.candidate.found.score
    if match:
        fit = float(match.fit[draft.candidate.at]) + NEAR_GOAL * float(match.near[draft.candidate.at])
        fit += SAME_THING * _shared(draft, match)
    if draft.move.part is Part.ME and not draft.candidate.found.picked:
        fit += NEAR_ME * draft.candidate.near_me
    return (
        fit + STRENGTH * draft.move.strength + _suits(draft, match) + (PICKED if draft.candidate.found.picked else 0.0)
    )


def _suits(draft: Draft, match: GoalMatch | None) -> float:
    kinds = match.kinds if match else ()
    if not draft.move.kinds:
        return KIND_ANY
    if kinds and kinds[0] in draft.move.kinds:
        return KIND_FIRST
    return KIND_SECOND if set(kinds[1:3]) & set(draft.move.kinds) else KIND_NONE


def _shared(draft: Draft, match: GoalMatch) -> int:
    """Content words that a goal shares with what the draft and the seeker's note say of the seeker, at most three."""
    mine = " ".join((*draft.user_facts, draft.candidate.found.note))
    return min(3, len(stems(mine) & stems(match.goal.text)))


def _serves_at_all(draft: Draft, match: GoalMatch | None, strict: bool = True) -> bool:  # noqa: FBT001, FBT002 (one switch)
    """What is not marked has to have something to do with the goal: words of theirs more than acts, which tell of a life.

    Not strict: where too few questions would be left, half as near will do.
    """
    if (
        match is None
        or draft.candidate.found.picked
        or not draft.evidence
        or draft.move.part not in {Part.CORE, Part.NEXT}
    ):
        return True
    common = (stems(match.goal.text) | stems(" ".join(match.goal.hints))) - WHEN
    acts = "turn" in draft.move.when
    bars = (NEAR_ACT, NEAR_WORDS) if strict else (NEAR_ACT_LOOSE, NEAR_WORDS_LOOSE)
    least, most = (float(value) for value in np.quantile(match.near, bars))
    near = float(match.near[draft.candidate.at])
    return near >= (least if acts or common & draft.candidate.found.marks.stems else most)


def _ranked(
    drafts: Sequence[Draft], match: GoalMatch | None, part: Part | None = None, *, strict: bool = True
) -> Ranked:
    """Drafts (of one part, if told) that serve a goal, best first."""
    kept = [draft for draft in drafts if part in {None, draft.move.part} and _serves_at_all(draft, match, strict)]
    return [(draft, match) for draft in sorted(kept, key=lambda draft: (-score(draft, match), draft.key))]


def _best_anywhere(drafts: Sequence[Draft], matches: Sequence[GoalMatch], *parts: Part, strict: bool = True) -> Ranked:
    """Drafts of these parts (core and me unless told), each under the goal it serves best."""
    wanted = parts or (Part.CORE, Part.ME)
    pairs = [(draft, _best_goal(draft, matches)) for draft in drafts if draft.move.part in wanted]
    kept = [pair for pair in pairs if _serves_at_all(*pair, strict)]
    return sorted(kept, key=lambda pair: (-score(*pair), pair[0].key))


def _best_goal(draft: Draft, matches: Sequence[GoalMatch]) -> GoalMatch | None:
    return max(matches, key=lambda match: score(draft, match), default=None)


def _take_marks(found: _Set, drafts: Sequence[Draft], leading: Sequence[GoalMatch], most: int) -> None:
    """One question a mark of the seeker's, those with a note of their own first; two at most are asked about the seeker."""
    marked = _best_anywhere([draft for draft in drafts if _on_a_mark(draft)], leading)
    for _ in range(most):
        open_ = [pair for pair in marked if pair[0].move.part is Part.CORE or found.count(Part.ME) < ADVICE_ASKED]
        if not found.take(open_, Tier.SHOULD):
            break
    for part in (Part.CORE, Part.ME):
        found.raise_first(part)


def _fill(found: _Set, drafts: Sequence[Draft], leading: Sequence[GoalMatch], asked: int) -> None:
    """Up to the number of questions: goal 1 has at least two, then the best that is left."""
    if leading and sum(choice.match is leading[0] for choice in found.choices) < 2:
        found.take(_ranked(drafts, leading[0], Part.CORE), Tier.SHOULD)
    while len(found.choices) < asked and found.take(_best_anywhere(drafts, leading, Part.CORE), Tier.SHOULD):
        pass
    loosely = _best_anywhere(drafts, leading, Part.CORE, strict=False)
    while len(found.choices) < min(asked, ENOUGH) and found.take(loosely, Tier.SHOULD):
        pass


def _serves(found: _Set, match: GoalMatch) -> bool:
    return any(choice.match is match for choice in found.choices)


def _for_meeting(matches: Sequence[GoalMatch]) -> GoalMatch | None:
    """The goal that looks for people, wherever it stands; else the last of the leading ones."""
    meeting = next((match for match in matches if match.kinds[0] is GoalKind.MEET), None)
    return meeting or (matches[-1] if matches else None)


def _same_mark(one: Found, other: Found) -> bool:
    """A mark may span two passages; it is asked about once."""
    return other.picked and one.clip.id == other.clip.id


def _on_a_mark(draft: Draft) -> bool:
    """It starts from what the seeker marked."""
    return draft.candidate.found.picked and bool({"marked_by_me", "turn", "quote"} & set(draft.move.when))


def _rotated(draft: Draft, turn: int) -> tuple[str, ...]:
    """The wordings, starting with another form of the move each turn."""
    forms = len(draft.move.ask)
    start = (turn % forms) * (len(draft.wordings) // forms)
    return (*draft.wordings[start:], *draft.wordings[:start])


def _quotes(draft: Draft) -> bool:
    """It starts from a quotation that the seeker did not mark."""
    return not draft.candidate.found.picked and draft.move.part is Part.CORE and "quote" in draft.move.when


def _on_a_title(draft: Draft) -> bool:
    return "own_work" in draft.move.when


def _opening(text: str) -> str:
    return " ".join(text.lower().split()[:3])


def _shape(text: str) -> str:
    """How it starts, whatever is quoted: "you wrote", "“” you"."""
    return " ".join(QUOTED.sub("“”", text).lower().split()[:2])


def _tail(text: str) -> str:
    """The last clause: no two questions of a set end alike."""
    return re.split(r"[.;:?]\s", QUOTED.sub("“”", text.lower()))[-1]


def _in_order(choices: Sequence[Choice]) -> tuple[Choice, ...]:
    parts = list(Part)
    asked = [choice for choice in choices if choice.tier is not Tier.PARKED]
    parked = [choice for choice in choices if choice.tier is Tier.PARKED]
    musts_first = sorted(asked, key=lambda choice: (parts.index(choice.part), choice.tier is not Tier.MUST))
    return (*musts_first, *parked)
