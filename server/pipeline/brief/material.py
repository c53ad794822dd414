"""All that a brief is made of, and when a passage can stand as a line of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from server.model import Answered, BriefItem, Conflict, Gap, Interview, Standing, Turn
from server.pipeline.brief.hollow import balanced, tells_nothing
from server.pipeline.brief.lines import line_of, reads_whole
from server.pipeline.brief.timeline import is_listed
from server.pipeline.evidence.found import Found
from server.pipeline.evidence.gather import Pool
from server.pipeline.features.once import once
from server.pipeline.features.stems import stems
from server.pipeline.goals.match import GoalMatch

NO_LINE = frozenset({"question", "note_line", "code", "list_lead", "self_reference", "furniture"})
LEAST_STEMS = 3  # content words: "I want to tell you what I heard" says nothing
LEAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Material:
    """All that a brief is made of."""

    interview: Interview
    pool: Pool
    matches: tuple[GoalMatch, ...]
    standings: Mapping[str, Standing]
    turns: tuple[Turn, ...]
    conflicts: tuple[Conflict, ...]
    answered: tuple[Answered, ...]
    gaps: tuple[Gap, ...]
    now: datetime


@once
def readable(found: Found) -> bool:
    """It can stand as a line: nothing asked, no pointer to the page around it, no heading of a list, no torn-off end."""
    return (
        found.sure
        and found.evidence.start == found.passage.start
        and reads_whole(found)
        and not found.marks.cues & NO_LINE
        and not tells_nothing(found)
        and not is_listed(found)
        and found.marks.words >= LEAST_WORDS
        and len(stems(line_of(found))) >= LEAST_STEMS
    )


@once
def leans(found: Found) -> int:
    """How much a line leans on others: on the sentence before it, on what was cut off (0 to 2)."""
    return ("anaphora" in found.marks.cues) + line_of(found).endswith("…")


def quote_line(found: Found, lead: str = "") -> BriefItem:
    """The line of a passage, their own words in quotation marks."""
    line = balanced(line_of(found))
    is_bare = found.evidence.said_by.theirs and not line.startswith(("“", '"'))
    text = f"“{line}”" if is_bare else line
    return BriefItem(text=lead + text, evidence=(found.evidence.id,), when=found.evidence.when)
