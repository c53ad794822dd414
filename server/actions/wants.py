"""What a person wants: told for one interview, theirs beyond it. The same words are the same want."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from server.actions.service import Service
from server.errors import InputError, NotFoundError
from server.model import Goal, GoalKind
from server.model.base import Frozen
from server.model.words import Named
from server.store import interviews

BLANKS = re.compile(r"\s+")
MOST_HINTS = 12


@dataclass(frozen=True, slots=True)
class Want:
    """One want of a person's, as they said it first, and where: (id of the interview, id of the goal there), oldest first."""

    text: str
    told: tuple[tuple[str, str], ...]


class WantChange(Frozen):
    """What changes about a want; a field that is left out stays as it is.

    kind: what they say it asks for; guess takes that back. hints: words they would use. move: one place up or down.
    """

    text: Named | None = None
    kind: GoalKind | None = None
    guess: bool = False
    hints: tuple[Named, ...] | None = None
    move: Literal["up", "down"] | None = None


def known_wants(service: Service, user_id: str) -> tuple[Want, ...]:
    """All that a user wanted so far, of anybody, the first want first. What the sample's person wants is not theirs."""
    with service.store.view() as tx:
        every = interviews.every(tx, user_id)
    texts, told = dict[str, str](), dict[str, list[tuple[str, str]]]()
    for one in every:
        for goal in () if one.facts.own_seeker else one.facts.goals:
            key = same_want(goal.text)
            texts.setdefault(key, goal.text)
            told.setdefault(key, []).append((one.id, goal.id))
    return tuple(Want(text, tuple(told[key])) for key, text in texts.items())


def same_want(text: str) -> str:
    """A key that is the same for the same want: capitals, blanks and a full stop make no other one of it."""
    return BLANKS.sub(" ", text).strip().rstrip(".").casefold()


def wants_of_others(service: Service, user_id: str, interview_id: str) -> tuple[str, ...]:
    """What they wanted in other interviews and not yet in this one, the newest first. Raises NotFoundError."""
    with service.store.view() as tx:
        here = {same_want(goal.text) for goal in interviews.get(tx, user_id, interview_id).facts.goals}
    known = known_wants(service, user_id)
    return tuple(want.text for want in reversed(known) if same_want(want.text) not in here)


def add_want(service: Service, user_id: str, interview_id: str, text: str) -> Goal:
    """One more want of an interview, after those it has; the one that is there if it says the same.

    Raises NotFoundError, InputError for no words.
    """
    if not text.strip():
        raise InputError("There is no want in it.", where="want", hint="Say in a sentence what you want from them.")

    def added(goals: Sequence[Goal]) -> list[Goal]:
        if any(same_want(goal.text) == same_want(text) for goal in goals):
            return list(goals)
        return [*goals, Goal(id=_free(goals), text=text, priority=len(goals) + 1)]

    kept = _put(service, user_id, interview_id, added)
    return next(goal for goal in kept if same_want(goal.text) == same_want(text))


def change_want(service: Service, user_id: str, interview_id: str, goal_id: str, change: WantChange) -> None:
    """Change what they want from one person. Raises NotFoundError."""

    def changed(goals: Sequence[Goal]) -> list[Goal]:
        at = _place(goals, goal_id)
        every = list(goals)
        every[at] = every[at].model_copy(update=_told(change))
        if change.move:
            to = min(max(at + (-1 if change.move == "up" else 1), 0), len(every) - 1)
            every.insert(to, every.pop(at))
        return every

    _put(service, user_id, interview_id, changed)


def remove_want(service: Service, user_id: str, interview_id: str, goal_id: str) -> None:
    """Want it no more from this person. Raises NotFoundError."""

    def without(goals: Sequence[Goal]) -> list[Goal]:
        at = _place(goals, goal_id)
        return [*goals[:at], *goals[at + 1 :]]

    _put(service, user_id, interview_id, without)


def _told(change: WantChange) -> dict[str, object]:
    told: dict[str, object] = {"text": change.text} if change.text is not None else {}
    if change.guess or change.kind:
        told["kind"] = change.kind
    if change.hints is not None:
        told["hints"] = tuple(dict.fromkeys(change.hints))[:MOST_HINTS]
    return told


def _put(
    service: Service, user_id: str, interview_id: str, change: Callable[[Sequence[Goal]], list[Goal]]
) -> tuple[Goal, ...]:
    """Keep the wants as change leaves them; their order is what comes first."""
    with service.store.transaction() as tx:
        before = interviews.get(tx, user_id, interview_id)
        goals = change(sorted(before.facts.goals, key=lambda goal: goal.priority))
        kept = tuple(goal.model_copy(update={"priority": at}) for at, goal in enumerate(goals, 1))
        interviews.put(tx, user_id, interview_id, replace(before.facts, goals=kept), service.now())
    return kept


def _place(goals: Sequence[Goal], goal_id: str) -> int:
    at = next((at for at, goal in enumerate(goals) if goal.id == goal_id), None)
    if at is None:
        raise NotFoundError("There is no such want here.", where=f"want {goal_id}")
    return at


def _free(goals: Sequence[Goal]) -> str:
    taken = {goal.id for goal in goals}
    return next(ident for n in range(1, len(goals) + 2) if (ident := f"g{n}") not in taken)
