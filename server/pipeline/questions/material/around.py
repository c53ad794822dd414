"""What other passages tell of the same matter: an older twin, a later act, a later word on it, the job before."""

from collections.abc import Sequence

import numpy as np

from scrapers.page import Place
from server.pipeline.evidence.gather import Found, Pool
from server.pipeline.features.stems import folded
from server.pipeline.questions.material.candidate import Candidate
from server.pipeline.questions.signs import (
    BEGINNING,
    CHOOSING,
    CHOSE,
    FORECAST,
    LEAVING,
    MAIN_VERB,
    PAST,
    QUITTING,
    RULE,
    STANCE,
    UNKNOWN,
)

TOUCHES, SETTLED_NEAR, SETTLED_STEMS = 0.30, 0.55, 4
ACT_NEAR, ACT_QUOTE, ACT_WORDS = 0.30, 12, 11
HELD_LEAST = 6  # words: shorter ones are headings and steps of a list
TWIN_NEAR, TWIN_YEARS, TWIN_QUOTE = 0.45, 2, 10


def older_twin(one: Candidate, others: Sequence[Candidate], pool: Pool) -> Candidate | None:
    """The nearest older quote of theirs on the same matter, from another page, years before."""
    if not one.year or len(one.quote.split()) > TWIN_QUOTE or not _held(one):
        return None
    older = [
        (float(pool.vectors[one.at] @ pool.vectors[other.at]), other)
        for other in others
        if other.year
        and int(one.year) - int(other.year) >= TWIN_YEARS
        and not one.found.marks.stems.isdisjoint(other.found.marks.stems)
        and len(other.quote.split()) <= TWIN_QUOTE
        and _held(other)
    ]
    near, twin = max(older, key=lambda pair: pair[0], default=(0.0, None))
    return twin if near >= TWIN_NEAR else None


def act_after(one: Candidate, others: Sequence[Candidate], pool: Pool) -> Candidate | None:
    """What they did, told on a later page, that has to do with words of theirs: nearest first."""
    if not one.year or len(one.quote.split()) > ACT_QUOTE or not _held(one):
        return None
    later = [
        (float(pool.vectors[one.at] @ pool.vectors[other.at]), other)
        for other in others
        if other.turn and _is_later(other.found, one.found) and len(other.turn.split()) <= ACT_WORDS and _an_act(other)
    ]
    near, act = max(later, key=lambda pair: pair[0], default=(0.0, None))
    return act if near >= ACT_NEAR else None


def _an_act(one: Candidate) -> bool:
    found = MAIN_VERB.match(one.turn)
    verb = found["verb"].lower() if found else ""
    return verb in LEAVING | CHOOSING | BEGINNING or bool(CHOSE.search(one.turn) or QUITTING.search(one.turn))


def _held(one: Candidate) -> bool:
    """Their words hold a view, a rule or a forecast that an act can be set against."""
    said = FORECAST.match(one.quote) or STANCE.match(one.quote) or RULE.search(one.quote)
    return bool(said) and len(one.quote.split()) >= HELD_LEAST and not PAST.search(one.quote)


def settled(one: Candidate, pool: Pool) -> bool:
    """A later page of theirs comes back to what they foresaw or did not know: how it went is on the pages."""
    if not one.year or not (FORECAST.match(one.quote) or UNKNOWN.match(one.quote)):
        return False
    near = pool.vectors @ pool.vectors[one.at]
    later = [at for at in np.flatnonzero(near >= TOUCHES) if _is_later(pool.found[at], one.found)]
    shared = (len(pool.found[at].marks.stems & one.found.marks.stems) for at in later)
    return any(near[at] >= SETTLED_NEAR or stems >= SETTLED_STEMS for at, stems in zip(later, shared, strict=True))


def _is_later(found: Found, than: Found) -> bool:
    return found.evidence.when > than.evidence.when and found.clip.id != than.clip.id


def job_before(one: Candidate, others: Sequence[Candidate]) -> Found | None:
    """The job line that ended when this one began, elsewhere."""
    slots = one.found.evidence.slots
    if one.found.passage.place is not Place.ROW or not slots.start or not slots.org:
        return None
    return next(
        (
            other.found
            for other in others
            if other.found.passage.place is Place.ROW
            and other.found.evidence.slots.end[:4] == slots.start[:4]
            and other.found.evidence.slots.start < slots.start
            and folded(other.found.evidence.slots.org) != folded(slots.org)
            and other.found.evidence.slots.org[:1].isupper()
        ),
        None,
    )
