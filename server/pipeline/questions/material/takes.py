"""How a note takes the line it was written at: a reading put up for correction, or what the seeker would have thought instead."""

import re

from server.pipeline.features.stems import stems
from server.pipeline.identity.names import Names
from server.pipeline.questions.letters import small
from server.pipeline.questions.material.address import note_to_their_face, speaks_of_them
from server.pipeline.questions.material.scribbled import DENIES, HALF, HEDGED, SENTENCE, STATES, TAIL, bare
from server.pipeline.questions.material.wonders import DANGLES, WH

READING_MOST, READING_LEAST, READING_CONTENT = 14, 4, 2
_HEADLESS = re.compile(
    r"^(?:(?:that|this|it)(?:'s| is| was)|said|wrote|told|meant|thought|still|true)\b", re.IGNORECASE
)  # no subject of its own
_AGAINST = re.compile(
    r"(?:but|though|yet|still|maybe)\b", re.IGNORECASE
)  # what one holds against a line is no reading of it
_DO_THIS = re.compile(
    r"\b(?:do|does|did) (?:this|that|it)\b", re.IGNORECASE
)  # "students do this in one hour": do what?
# How long ago it was is no reading of a line.
_LATER = re.compile(
    r"(?:(?:\w+ ){1,2}(?:years?|months?|weeks?) (?:later|on|after)\b|even now\b|after all\b)", re.IGNORECASE
)
_EITHER = re.compile(r"\b(?:or|who|why)\b|^(?:if|when)\b", re.IGNORECASE)  # what asks, or leaves it open, is no reading
_OF_MYSELF = re.compile(
    r"(?:I|I'm|I've|I'd|we|we're|we've|my|our)\b|\w+ (?:for|with|in|at) ", re.IGNORECASE
)  # no reading of their line
# "I think she's wrong here, readmissions land on the same hospital": what follows is what they would have thought.
_DOUBTS = re.compile(
    r"^(?:(?:hm+|but|i think|i'd say|no|really)[\s,:]*)*(?:(?:s?he|they|this|that)(?:'s| is| are|'re) (?:wrong|mistaken|not right|not true|too simple)(?: here| there)?|"
    r"(?:i )?(?:disagree|don't buy (?:it|this|that)|don't believe (?:it|this|that))|not true|(?:i(?:'m| am) )?not (?:so )?sure(?: (?:about|of) (?:it|this|that))?)[,:;.]\s*(?P<doubt>.+)$",
    re.IGNORECASE,
)


def reading_of(piece: str, names: Names) -> str:
    """What looks like a question and is a statement put up for correction: "so the cleaning is the job?"."""
    if not piece.endswith("?") or _AGAINST.match(piece):
        return ""
    plain = bare(piece)
    asks = (
        WH.match(plain)
        or DENIES.match(plain)
        or speaks_of_them(plain, names)
        or HEDGED.search(plain)
        or _HEADLESS.match(plain)
        or HALF.match(plain)
        or DANGLES.search(plain)
        or _OF_MYSELF.match(plain)
        or _EITHER.search(plain)
        or _LATER.match(plain)
    )
    if (
        asks
        or len(stems(plain)) < READING_CONTENT
        or _DO_THIS.search(plain)
        or not STATES.search(plain)
        or not READING_LEAST <= len(plain.split()) <= READING_MOST
    ):
        return ""
    return small(plain)


def doubt_of(piece: str, names: Names) -> str:
    """What the seeker would have thought, where they doubt the line."""
    found = _DOUBTS.match(piece)
    first = SENTENCE.split(found["doubt"], maxsplit=1)[0] if found else ""
    plain = TAIL.sub("", first)
    if not READING_LEAST <= len(plain.split()) <= READING_MOST or DENIES.match(plain) or WH.match(plain):
        return ""
    return small(note_to_their_face(plain, names))
