"""Drafts: a move whose conditions hold, with the slots of one candidate filled in. Gates refuse; nothing is mended."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import islice, product

from server.model import Goal
from server.pipeline.identity.names import Names
from server.pipeline.questions.bank import Bank, Move
from server.pipeline.questions.conditions import PREDICATES, Candidate
from server.pipeline.questions.conditions.signs import DATED
from server.pipeline.questions.material.candidates import said
from server.pipeline.questions.material.facts import is_several, people_sought, shown, wish

MOST_WORDS = 30
SLOT = re.compile(r"\{(\w+)\}")
ABOUT_NOBODY = frozenset(
    "always seeker_wish wish_to_learn wish_to_know seeker_looks_for_people seeker_chooses seeker_wonders".split()
)  # such a question rests on no passage
SPEAKS_OF_IT = (
    0.30  # cosine below which a passage has nothing to do with the seeker's plan: then it is not cited for it
)


@dataclass(frozen=True, slots=True)
class Draft:
    """One question that could be asked: wordings in order of preference, the passages and seeker facts each rests on."""

    move: Move
    candidate: Candidate
    wordings: tuple[str, ...]
    evidence: tuple[str, ...]
    user_facts: tuple[str, ...]
    goal: str = ""  # the one goal it can stand under; "" for any

    @property
    def key(self) -> str:
        """Stable for the same move on the same passages."""
        return "q" + hashlib.sha256(f"{self.move.id}\n{' '.join(self.evidence)}{self.goal}".encode()).hexdigest()[:10]


def make_drafts(candidates: Sequence[Candidate], bank: Bank) -> tuple[Draft, ...]:
    """Every move on every candidate for which all its conditions hold and at least one wording can be said in one breath.

    What rests on no passage is the same on each: it is made once, where most speaks of what the seeker plans.
    """
    made = [draft for one in candidates for draft in _drafts(one, _fired(one, bank))]
    bare: dict[tuple[str, tuple[str, ...]], Draft] = {}
    for draft in made:
        if not draft.evidence:
            known = bare.setdefault((draft.move.id, draft.wordings), draft)
            if draft.candidate.near_me > known.candidate.near_me:
                bare[draft.move.id, draft.wordings] = draft
    return (*(draft for draft in made if draft.evidence), *bare.values())


def drafts_on_goals(
    candidates: Sequence[Candidate], goals: Sequence[Goal], names: Names, bank: Bank
) -> tuple[Draft, ...]:
    """Questions that rest on a goal itself, for goals that no passage serves."""
    if not candidates:
        return ()
    bare = [
        (goal.id, replace(candidates[0], wish=said))
        for goal in goals
        if (said := wish(goal, names)) and not people_sought(goal)
    ]
    on_goals = replace(bank, moves=tuple(move for move in bank.moves if "seeker_wish" in move.when))
    return tuple(replace(draft, goal=goal) for goal, one in bare for draft in _drafts(one, _fired(one, on_goals)))


def _fired(one: Candidate, bank: Bank) -> list[Move]:
    """The moves of which every condition holds."""
    failed: set[str] = set()  # most moves share a condition with one that fell before
    holds = cache(lambda name: PREDICATES[name](one))  # a cache: many moves share a condition

    def fires(move: Move) -> bool:
        if failed.isdisjoint(move.when):
            failed.update(islice((name for name in move.when if not holds(name)), 1))
        return failed.isdisjoint(move.when)

    return [move for move in bank.moves if fires(move)]


def _drafts(one: Candidate, moves: Sequence[Move]) -> list[Draft]:
    """A draft a move, but for those whose slots this candidate cannot fill."""
    if not moves:
        return []
    slots = _slots(one)
    wordings = [dict.fromkeys(text for form in move.ask for text in _filled(form, slots)) for move in moves]
    return [
        Draft(move, one, tuple(texts), _evidence(move, one), _user_facts(move, one))
        for move, texts in zip(moves, wordings, strict=True)
        if texts
    ]


def _filled(form: str, slots: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The wording in every way its slots can be filled; none if one is empty, none that is too long to say."""
    names = _named(form)
    texts = (
        unicodedata.normalize("NFKC", form.format_map(dict(zip(names, values, strict=True))))
        for values in product(*(slots[name] for name in names))
    )
    return [capital(text) for text in texts if len(text.split()) <= MOST_WORDS]


@lru_cache(maxsize=1_000)  # a cache: the bank has some hundred forms, and each is filled for many passages
def _named(form: str) -> tuple[str, ...]:
    """The slots of a form, each once."""
    return tuple(dict.fromkeys(SLOT.findall(form)))


def capital(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]


def _slots(one: Candidate) -> Mapping[str, tuple[str, ...]]:
    """All ways to fill each slot, the best first; an empty one has none."""
    evidence, twin, noted = one.found.evidence, one.twin, one.noted
    single = {
        "quote": one.quote,
        "work": one.work,
        "year": evidence.slots.start[:4] if evidence.slots.role else one.year,
        "org": evidence.slots.org,
        "org_before": one.before.evidence.slots.org if one.before else "",
        "person": evidence.slots.person,
        "fact": one.fact,
        "plan": one.plan,
        "plan_short": one.plan_short,
        "assumption": one.assumption,
        "show": one.show,
        "plan_act": one.plan_short.removeprefix("to ") if one.plan_short.startswith("to ") else "",
        "shown": shown(one.show) if is_several(one.show) else "",
        "shown_one": "" if is_several(one.show) else shown(one.show),
        "who": one.who,
        "choice": one.choice,
        "wish": one.wish,
        "topic": one.topic,
        "said": said(one.found),
        "quote_then": twin.quote if twin else "",
        "year_then": twin.year if twin else "",
        "said_then": said(twin.found) if twin else "",
        "act_after": _later_act(one.act_after),
        "unknown": one.unknown,
        "unit": one.unit,
        "wonder": noted.wonder,
        "reading": noted.reading,
        "case": capital(noted.case),
        "objection": capital(noted.objection),
        "doubt": noted.doubt,
    }
    several = {"did": one.act_leads, "they_said": one.mark_leads or one.quote_leads, "marked": one.mark_leads}
    return {name: (text,) if text else () for name, text in single.items()} | several


def _later_act(act: Candidate | None) -> str:
    """The act as the second half of a sentence, with its year unless it says when itself."""
    if act is None:
        return ""
    small = act.turn[:1].lower() + act.turn[1:]
    return small if DATED.search(act.turn) or not small.startswith("you ") else f"in {act.year} {small}"


def _evidence(move: Move, one: Candidate) -> tuple[str, ...]:
    if set(move.when) <= ABOUT_NOBODY or ("expert_here" in move.when and one.near_me < SPEAKS_OF_IT):
        return ()
    ids = [one.found.evidence.id]
    if "older_twin" in move.when and one.twin:
        ids.insert(0, one.twin.found.evidence.id)
    if "act_after" in move.when and one.act_after:
        ids.append(one.act_after.found.evidence.id)
    if "job_before" in move.when and one.before:
        ids.insert(0, one.before.evidence.id)
    return tuple(ids)


def _user_facts(move: Move, one: Candidate) -> tuple[str, ...]:
    named = {
        "seeker_fact": one.fact,
        "seeker_wish": one.wish,
        "note_tells_a_case": one.noted.case,
        "note_asks": one.noted.wonder,
        "note_reads": one.noted.reading,
        "note_objects": one.noted.objection,
        "note_doubts": one.noted.doubt,
        "seeker_plan": one.plan_short.removeprefix("to ") or one.plan,
        "seeker_assumption": one.assumption,
        "seeker_show": one.show,
    }
    return tuple(text for name, text in named.items() if name in move.when and text)
