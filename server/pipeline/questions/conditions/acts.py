"""What they did, by its main verb and what is counted in it."""

import re

from scrapers.page import Place
from server.pipeline.questions.material.candidate import Candidate
from server.pipeline.questions.signs import (
    BESIDE_WORK,
    DARK,
    DATED,
    ENDED_NOTHING,
    GREW,
    LAPSE,
    LEAVING,
    LONG,
    MAIN_VERB,
    MOVING,
    PARTING,
    PROMISING,
    QUITTING,
    SORE,
)

NO_ORG = re.compile(r"(?:various|several|freelance|self[- ]employed|independent|contract)\b", re.IGNORECASE)

BELIEVING = re.compile(
    r"\b(?:thinking|believing|convinced|sure|certain|expecting|assuming) (?:that )?(?!about\b|of\b|it over\b|to\b|how\b)[\w'-]+ [\w'-]+",
    re.IGNORECASE,
)


def turn(one: Candidate) -> bool:
    """It tells what they did, can be said to their face safely, and is short enough to say."""
    return bool(one.turn)


def verb_of_leaving(one: Candidate) -> bool:
    """Its main verb leaves or ends something with a name, a date or a place of work."""
    if ENDED_NOTHING.search(one.turn):
        return False
    plain = bool(MOVING.search(one.turn[3:])) and bool(QUITTING.search(one.turn) or DATED.search(one.turn))
    return bool(PARTING.search(one.turn)) or (_verb_of(one, LEAVING) and plain)


def left_believing(one: Candidate) -> bool:
    """It tells with what belief they left or began something: "thinking research was easy"."""
    return bool(BELIEVING.search(one.turn))


def left_without_a_belief(one: Candidate) -> bool:
    """It tells of none."""
    return not BELIEVING.search(one.turn)


def verb_of_promising(one: Candidate) -> bool:
    """Its main verb says yes to something to come, and no later page of theirs comes back to it."""
    return bool(PROMISING.search(one.turn)) and not one.settled


def light(one: Candidate) -> bool:
    """Fit to open with: no mishap, no money, no unpaid work."""
    exact = one.found.evidence.exact
    sore = one.found.marks.cues & {"setback", "money"} or SORE.search(one.turn)
    return not (sore or LAPSE.search(exact) or DARK.search(exact))


def grew(one: Candidate) -> bool:
    """It tells a growth: from so many to so many."""
    return bool(GREW.search(one.turn))


def job_row(one: Candidate) -> bool:
    """It is a job line with a role, an organisation and a start; no course of study, nothing done beside the work."""
    slots = one.found.evidence.slots
    filled = bool(slots.role and slots.org and slots.start) and _named(slots.org)
    studied = "education" in one.found.marks.cues or (one.before and "education" in one.before.marks.cues)
    roles = f"{slots.role}, {one.before.evidence.slots.role if one.before else ''}"
    at_work = filled and not studied and not BESIDE_WORK.search(roles)
    return one.found.passage.place is Place.ROW and at_work


def job_before(one: Candidate) -> bool:
    """Another job line ends in the year this one starts, at another organisation."""
    return one.before is not None


def eight_years_there(one: Candidate) -> bool:
    """They have been there for eight years and still are."""
    slots = one.found.evidence.slots
    return slots.end == "now" and slots.start[:4].isdigit() and one.now_year - int(slots.start[:4]) >= LONG


PREDICATES = (
    turn,
    verb_of_leaving,
    left_believing,
    left_without_a_belief,
    verb_of_promising,
    grew,
    job_row,
    job_before,
    eight_years_there,
)


def _verb_of(one: Candidate, verbs: frozenset[str]) -> bool:
    found = MAIN_VERB.match(one.turn)
    return found is not None and found["verb"].lower() in verbs


def _named(org: str) -> bool:
    return org[:1].isupper() and len(org.split()) <= 6 and "(" not in org and not NO_ORG.match(org)
