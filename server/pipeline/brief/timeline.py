"""Turning points, merged over pages: when, what, where, and the passages that say so.

What a profile or CV lists and what somebody tells of the same step become one line: the entry first, their own words after it.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from scrapers.page import Place
from server.model import Turn
from server.pipeline.brief.lines import MAX_WORDS, line_of
from server.pipeline.evidence.found import Found
from server.pipeline.evidence.pool import Pool
from server.pipeline.features.once import once
from server.pipeline.features.slots import EMPLOYED, ENTRY, is_entry
from server.pipeline.features.stems import folded

TURNING = frozenset({"move", "founded", "education", "award"})
NO_TURN = frozenset({"question", "list_lead", "self_reference", "note_line", "furniture"})
MOST = 14
FULL = 3  # passages cited for one turn
ALIKE = 2  # stems that two tellings of one step share
TOLD_WORDS = 45  # of an entry with what they say of it
LASTED = re.compile(
    r"\s*·\s*(?:(?:\d+ (?:yrs?|mos?|years?|months?)\s*)+|full[- ]time|part[- ]time|permanent|contract)$", re.IGNORECASE
)
SINCE = re.compile(
    r"\bsince\b.{0,15}\b(?:19|20)\d\d\b.*\b(?:I|we)(?:['’]ve| have) been\b|\bbeen\b.*\bsince\b.{0,15}\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
DATED = re.compile(r"\bdates?\b|\bpublished\b|\bupdated\b", re.IGNORECASE)  # what a library lists of a document
# A year behind one of these dates something else than the act: "the record, which begins in 1978".
ASIDE = re.compile(r"\b(?:which|who|whose|that|because|than)\b", re.IGNORECASE)


def timeline(found: Sequence[Found]) -> tuple[Turn, ...]:
    """Turns in time order. Rows of profiles count always, sentences only if they name a year and a turn of one's own."""
    told = sorted((one for one in found if one.sure and turns(one)), key=lambda one: (-_weight(one), one.evidence.id))
    groups: list[list[Found]] = []
    begun: dict[str, list[list[Found]]] = defaultdict(list)  # by year: no step begins in two
    for one in told:
        there = begun[one.evidence.slots.start[:4]]
        group = next((group for group in there if any(_same(one, other) for other in group)), None)
        if group is None:
            groups.append([one])
            there.append(groups[-1])
        else:
            group.append(one)
    return tuple(sorted((_turn(group) for group in groups[:MOST]), key=lambda turn: (turn.start, turn.what)))


def turning(pool: Pool) -> list[Found]:
    """The passages of a pool that tell a turn."""
    return pool.having(turns)


@once
def turns(one: Found) -> bool:
    """True where a passage tells a dated turn in their life at work."""
    slots, cues = one.evidence.slots, one.marks.cues
    if not slots.start:
        return False
    if is_listed(one):
        return (
            bool(slots.role)
            and not DATED.search(slots.role)
            and (one.passage.place is Place.ROW or bool(cues & {"role", "education", "award", "founded"}))
        )
    if SINCE.search(one.evidence.exact) and {"first_person", "role"} <= cues and not cues & NO_TURN:
        return True
    if not TURNING & cues or cues & NO_TURN or not _dates_the_act(one):
        return False
    if one.evidence.said_by.theirs:
        return {"first_person", "did"} <= cues and not cues & {"anaphora", "quote_marks"}
    return bool({"did", "have_done", "role"} & cues) and "quote_marks" not in cues and "first_person" not in cues


def is_listed(one: Found) -> bool:
    """True for what a profile or CV lists: nobody says it, so it stands in no quotation marks."""
    return one.passage.place is Place.ROW or is_entry(one.evidence.exact)


def _dates_the_act(one: Found) -> bool:
    year = one.evidence.slots.start[:4]
    return not ASIDE.search(one.evidence.exact.split(year)[0])


def _same(one: Found, other: Found) -> bool:
    """The same step: begun in one month, or in one year at one place."""
    a, b = one.evidence.slots, other.evidence.slots
    if a.start[:4] != b.start[:4]:
        return False
    listed = is_listed(one) + is_listed(other)
    if len(a.start) > 4 and len(b.start) > 4 and a.start[:7] != b.start[:7] and listed == 2:
        return False
    if not listed and len(one.marks.stems & other.marks.stems) >= ALIKE:
        return True
    if len({_key(a.org or a.role), _key(b.org or b.role)} - {""}) == 1:
        return True
    same_month = len(a.start) > 4 and a.start[:7] == b.start[:7]
    return listed == 1 and (same_month or _names(one, b.org) or _names(other, a.org))


def _names(one: Found, org: str) -> bool:
    return bool(_key(org)) and _key(org) in re.split(r"\W+", folded(one.evidence.exact))


def _turn(group: list[Found]) -> Turn:
    best = sorted(group, key=lambda one: (not is_listed(one), -_weight(one), one.evidence.id))
    slots = best[0].evidence.slots
    end = next((one.evidence.slots.end for one in best if one.evidence.slots.end), "")
    telling = next((one for one in best if not is_listed(one) and one.evidence.said_by.theirs), None)
    shown = list(dict.fromkeys([best[0].evidence.id, *([telling.evidence.id] if telling else [])]))
    others = [one.evidence.id for one in best if one.evidence.id not in shown]
    return Turn(
        start=slots.start,
        end=end,
        what=_what(best[0], telling),
        org=slots.org,
        evidence=tuple([*shown, *others][:FULL]),
    )


def _what(first: Found, telling: Found | None) -> str:
    """The entry as listed, then what they say of it; of a sentence alone the sentence."""
    listed = entry_line(first) if is_listed(first) else ""
    said = line_of(telling) if telling else ""
    if not listed:
        return f"“{said}”" if telling is first and not said.startswith(("“", '"')) else line_of(first)
    both = f"{listed}: “{said}”" if said and not said.startswith(("“", '"')) else listed
    return both if len(both.split()) <= TOLD_WORDS else listed


def entry_line(one: Found) -> str:
    """What a profile or CV lists as one line: what, where, when; how long it lasted can be counted."""
    slots, text = one.evidence.slots, one.evidence.exact.strip()
    if one.passage.place is not Place.ROW or "\n" not in text:
        opening = ENTRY.match(text)
        line = line_of(one)
        return f"{line[opening.end() :].rstrip('.')}, {opening.group().strip(' ,:|')}" if opening else line
    lines = [
        LASTED.sub("", line.strip()) for line in text.split("\n") if line.strip() and not EMPLOYED.match(line.strip())
    ]
    parts = [line for line in lines if line]
    if slots.org and not any(slots.org in part for part in parts):
        parts.insert(1, slots.org)
    dated = next((at for at, part in enumerate(parts) if slots.start[:4] and slots.start[:4] in part), len(parts) - 1)
    line = ", ".join(parts[: dated + 1])
    return line if len(line.split()) <= MAX_WORDS else " ".join(line.split()[:MAX_WORDS]) + " …"


def _weight(one: Found) -> float:
    return one.score + (1.0 if is_listed(one) else 0.0)


def _key(org: str) -> str:
    return re.sub(r"(?:['’]s)?\W+", " ", folded(org) + " ").strip().split(" ")[0]
