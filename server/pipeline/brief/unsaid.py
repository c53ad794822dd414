"""A step that the pages date and do not explain: nobody says why they left. Never claimed where any words of leaving stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from server.model import Turn
from server.pipeline.evidence.gather import Pool

LEFT = re.compile(
    r"\b(?:left|leav(?:e|es|ing)|quit|resign\w*|gave (?:it )?up|mov(?:ed|ing) (?:on|away|to)|walked (?:away|out)|changed jobs?|"
    r"pay cut|redundan\w+|laid off|joined|why i (?:am|went|came|chose))\b",
    re.IGNORECASE,
)
STUDY = re.compile(
    r"\b(?:universit\w+|college|school|degree|b\.?sc|m\.?sc|m\.?eng|b\.?a|m\.?a|ph\.?d|certificate|diploma)\b",
    re.IGNORECASE,
)
YEAR = 4  # letters of an ISO date that say the year


@dataclass(frozen=True, slots=True)
class Step:
    """From one place to the next, in a year. evidence: ids of where the pages date it."""

    left: str
    joined: str
    year: str
    evidence: tuple[str, ...]


def unexplained(timeline: Sequence[Turn], pool: Pool) -> Step | None:
    """The newest step from one employer to another, if no passage of any page tells of leaving at all."""
    if any(LEFT.search(found.evidence.exact) for found in pool.found):
        return None
    jobs = [turn for turn in timeline if turn.org and not STUDY.search(turn.what)]
    steps = [
        Step(before.org, after.org, after.start[:YEAR], (*before.evidence[:1], *after.evidence[:1]))
        for before, after in pairwise(jobs)
        if before.end not in {"", "now"} and before.org.casefold() != after.org.casefold() and _next(before, after)
    ]
    return steps[-1] if steps else None


def _next(before: Turn, after: Turn) -> bool:
    """Whether one begins about when the other ends: a job kept beside it is no step."""
    return before.end[:YEAR].isdigit() and abs(int(after.start[:YEAR]) - int(before.end[:YEAR])) <= 1
