"""Turning points, merged over pages: when, what, where, and the passages that say so."""

import re
from collections.abc import Sequence

from scrapers.page import Place
from server.model import SaidBy, Turn
from server.pipeline.brief.lines import line_of
from server.pipeline.evidence.gather import Found
from server.pipeline.features.stems import folded

TURNING = frozenset({"move", "founded", "education", "award"})
MOST = 14
FULL = 3  # passages cited for one turn


def timeline(found: Sequence[Found]) -> tuple[Turn, ...]:
    """Turns in time order. Rows of profiles count always, sentences only if they name a year and a turn of one's own."""
    groups: dict[tuple[str, str], list[Found]] = {}
    for one in found:
        if not one.sure or not turns(one):
            continue
        slots = one.evidence.slots
        org = slots.org or slots.role
        groups.setdefault((slots.start[:4], _key(org)), []).append(one)
    ranked = sorted(groups.values(), key=lambda group: (-max(_weight(one) for one in group), group[0].evidence.id))
    return tuple(sorted((_turn(group) for group in ranked[:MOST]), key=lambda turn: (turn.start, turn.what)))


def turns(one: Found) -> bool:
    """True where a passage tells a dated turn in their life at work."""
    slots = one.evidence.slots
    if not slots.start:
        return False
    cues = one.marks.cues
    if one.passage.place is Place.ROW:
        return bool(slots.role)
    if not TURNING & cues or cues & {"question", "list_lead", "self_reference", "note_line", "furniture"}:
        return False
    if one.evidence.said_by is SaidBy.OWN:
        return {"first_person", "did"} <= cues and "anaphora" not in cues
    return bool({"did", "have_done", "role"} & cues)


def _turn(group: list[Found]) -> Turn:
    best = sorted(group, key=lambda one: (-_weight(one), one.evidence.id))
    first = best[0].evidence
    end = next((one.evidence.slots.end for one in best if one.evidence.slots.end), "")
    return Turn(
        start=first.slots.start,
        end=end,
        what=line_of(best[0]),
        org=first.slots.org,
        evidence=tuple(one.evidence.id for one in best[:FULL]),
    )


def _weight(one: Found) -> float:
    return one.score + (1.0 if one.passage.place is Place.ROW else 0.0)


def _key(org: str) -> str:
    return re.sub(r"\W+", " ", folded(org)).strip().split(" ")[0]
