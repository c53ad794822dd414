"""Drafts: a move whose conditions hold, with the slots of one candidate filled in. Gates refuse; nothing is mended."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from server.model import SaidBy, Voice
from server.pipeline.questions.bank import Bank, Move
from server.pipeline.questions.conditions import PREDICATES, Candidate

MOST_WORDS = 30
SLOT = re.compile(r"\{(\w+)\}")
ABOUT_NOBODY = frozenset({"always", "seeker_looks_for_people"})  # such a question rests on no passage
SPEAKS_OF_IT = (
    0.30  # cosine below which a passage has nothing to do with the seeker's plan: then it is not cited for it
)
SPOKEN = frozenset({"transcript"})


@dataclass(frozen=True, slots=True)
class Draft:
    """One question that could be asked: wordings in order of preference, the passages and seeker facts each rests on."""

    move: Move
    candidate: Candidate
    wordings: tuple[str, ...]
    evidence: tuple[str, ...]
    user_facts: tuple[str, ...]

    @property
    def key(self) -> str:
        """Stable for the same move on the same passages."""
        return "q" + hashlib.sha256(f"{self.move.id}\n{' '.join(self.evidence)}".encode()).hexdigest()[:10]


def make_drafts(candidates: Sequence[Candidate], bank: Bank) -> tuple[Draft, ...]:
    """Every move on every candidate for which all its conditions hold and at least one wording can be said in one breath."""
    return tuple(
        draft
        for one in candidates
        for move in bank.moves
        if _fires(move, one) and (draft := _draft(move, one)) is not None
    )


def _fires(move: Move, one: Candidate) -> bool:
    return all(PREDICATES[name](one) for name in move.when)


def _draft(move: Move, one: Candidate) -> Draft | None:
    slots = _slots(one)
    wordings = tuple(text for form in move.ask if (text := _filled(form, slots)))
    if not wordings:
        return None
    return Draft(move, one, wordings, _evidence(move, one), _user_facts(move, one))


def _filled(form: str, slots: dict[str, str]) -> str:
    """The wording with its slots filled; "" if one is empty or the whole is too long to say."""
    if not all(slots.get(name) for name in SLOT.findall(form)):
        return ""
    text = unicodedata.normalize("NFKC", SLOT.sub(lambda slot: slots[slot[1]], form))
    text = text[:1].upper() + text[1:]
    return text if len(text.split()) <= MOST_WORDS else ""


def _slots(one: Candidate) -> dict[str, str]:
    evidence, twin = one.found.evidence, one.twin
    return {
        "said": said(one),
        "quote": one.quote,
        "marked": one.marked,
        "turn": one.turn,
        "work": one.work,
        "year": evidence.slots.start[:4] if one.found.evidence.slots.role else one.year,
        "org": evidence.slots.org,
        "role": evidence.slots.role,
        "org_before": one.before.evidence.slots.org if one.before else "",
        "person": evidence.slots.person,
        "fact": one.fact,
        "plan": one.plan,
        "assumption": one.assumption,
        "show": one.show,
        "who": one.who,
        "quote_then": twin.quote if twin else "",
        "year_then": twin.year if twin else "",
        "said_then": said(twin) if twin else "",
    }


def said(one: Candidate) -> str:
    """The verb for their words: written on their own pages, said in a talk or to somebody who quotes them."""
    in_talk = (
        one.found.page.value in SPOKEN and one.found.standing.voice is not Voice.OWN
    )  # a FAQ of their own is written
    spoken = in_talk or one.found.evidence.said_by is SaidBy.QUOTED
    return "said" if spoken else "wrote"


def _evidence(move: Move, one: Candidate) -> tuple[str, ...]:
    if set(move.when) <= ABOUT_NOBODY or ("expert_here" in move.when and one.near_me < SPEAKS_OF_IT):
        return ()
    ids = [one.found.evidence.id]
    if "older_twin" in move.when and one.twin:
        ids.insert(0, one.twin.found.evidence.id)
    if "job_before" in move.when and one.before:
        ids.insert(0, one.before.evidence.id)
    return tuple(ids)


def _user_facts(move: Move, one: Candidate) -> tuple[str, ...]:
    named = {
        "seeker_fact": one.fact,
        "seeker_plan": one.plan,
        "seeker_assumption": one.assumption,
        "seeker_show": one.show,
    }
    return tuple(text for name, text in named.items() if name in move.when and text)
