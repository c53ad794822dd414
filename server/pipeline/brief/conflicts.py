"""Passages to be read side by side: two tellings of one fact, a change of mind told as such, then and now.

Opposite opinions cannot be found by likeness of meaning (it was tried: none of 17); so nothing here claims that two opinions
clash. Numbers and years of the same thing can be compared, and an old and a new page can stand beside each other.
"""

import re
from collections.abc import Sequence
from itertools import combinations

from scrapers.page import Place
from server.model import Conflict, ConflictKind, SaidBy
from server.pipeline.evidence.gather import Found, Pool
from server.pipeline.features.stems import folded, stem_list
from server.pipeline.goals.match import GoalMatch

COUNTED = re.compile(
    r"(?:(?:over|more than|around|about|nearly|almost|some)\s+)?(\d[\d,.]*)\+?\s+(\w+)(?:\s+(\w{4,}))?", re.IGNORECASE
)
# Everybody counts these all the time; two numbers of them are rarely about one thing.
UNITS = frozenset("year month week day hour minut second time percent cent mile kilomet page word thing peopl".split())
YEAR = re.compile(r"^(?:19|20)\d\d$")
OWN = frozenset({SaidBy.OWN, SaidBy.QUOTED})
HOLDS = frozenset({"opinion", "advice", "change", "prediction", "claim", "practice"})
YEARS_APART = 2
NEAR, SAME = 0.42, 0.85  # cosine: about one matter, but not the same sentence again
MOST_TOLD = 3


def conflicts(pool: Pool, matches: Sequence[GoalMatch]) -> tuple[Conflict, ...]:
    """Disagreements of numbers and dates first, then one then-and-now a goal."""
    told = [*_numbers(pool), *_dates(pool)][:MOST_TOLD]
    return (*told, *_then_and_now(pool, matches))


def _numbers(pool: Pool) -> list[Conflict]:
    seen: dict[str, list[tuple[str, Found]]] = {}
    for found in pool.found:
        for number, near, next_ in COUNTED.findall(folded(found.evidence.exact)):
            value, stem = number.rstrip(".,"), _counted(near, next_)
            if stem and stem not in UNITS and not YEAR.match(value) and found.sure:
                seen.setdefault(stem, []).append((value, found))
    return [
        Conflict(about=noun, kind=ConflictKind.DISAGREEMENT, evidence=_ids(pair))
        for noun, told in sorted(seen.items())
        if (pair := _disagreeing(told)) and len({value for value, _ in told}) <= 3
    ]


def _counted(near: str, next_: str) -> str:
    """The stem of what is counted: "12 leaky dams" and "12 dams along the brook" both count dams."""
    stems = stem_list(next_) or (stem_list(near) if len(near) > 3 else [])
    return stems[0] if stems else ""


def _disagreeing(told: list[tuple[str, Found]]) -> tuple[Found, ...]:
    for (value_a, a), (value_b, b) in combinations(told, 2):
        if value_a != value_b and a.clip.id != b.clip.id and len(a.marks.stems & b.marks.stems) >= 2:
            return a, b
    return ()


def _dates(pool: Pool) -> list[Conflict]:
    rows: dict[str, list[Found]] = {}
    for found in pool.found:
        if found.passage.place is Place.ROW and found.evidence.slots.org and found.evidence.slots.start and found.sure:
            rows.setdefault(folded(found.evidence.slots.org), []).append(found)
    clashing = []
    for org, found_rows in sorted(rows.items()):
        for a, b in combinations(found_rows, 2):
            same_role = folded(a.evidence.slots.role) == folded(b.evidence.slots.role)
            if same_role and a.clip.id != b.clip.id and a.evidence.slots.start[:4] != b.evidence.slots.start[:4]:
                clashing.append(Conflict(about=org, kind=ConflictKind.DISAGREEMENT, evidence=_ids((a, b))))
    return clashing


def _then_and_now(pool: Pool, matches: Sequence[GoalMatch]) -> list[Conflict]:
    pairs: list[Conflict] = []
    used: set[str] = set()
    for match in matches:
        dated = [at for at in match.ranked[:60] if _dated_own(pool.found[at])]
        if not dated:
            continue
        pair = _far_apart(pool, dated)
        if pair and not used & {found.evidence.id for found in pair}:
            used |= {found.evidence.id for found in pair}
            pairs.append(Conflict(about=match.goal.id, kind=ConflictKind.THEN_AND_NOW, evidence=_ids(pair)))
    return pairs


def _far_apart(pool: Pool, dated: Sequence[int]) -> tuple[Found, ...]:
    """The nearest pair in meaning among well-placed passages that lie years apart, older first."""
    best: tuple[float, tuple[Found, ...]] = (NEAR, ())
    for i, j in combinations(dated[:30], 2):
        a, b = pool.found[i], pool.found[j]
        if abs(int(a.evidence.when[:4]) - int(b.evidence.when[:4])) < YEARS_APART:
            continue
        near = float(pool.vectors[i] @ pool.vectors[j])
        if best[0] < near < SAME:
            best = (near, tuple(sorted((a, b), key=lambda found: found.evidence.when)))
    return best[1]


def _dated_own(found: Found) -> bool:
    signs = found.marks.cues
    tells = bool(signs & HOLDS) and not signs & {"question", "anaphora", "self_reference", "list_lead"}
    return (
        found.sure and bool(found.evidence.when) and found.evidence.said_by in OWN and found.marks.words >= 5 and tells
    )


def _ids(found: Sequence[Found]) -> tuple[str, ...]:
    return tuple(one.evidence.id for one in found)
