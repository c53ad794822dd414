"""The seeker's own question in a note, fit to be asked: its first query only, opened where yes or no would do, beside the case it was written at."""

import re

from server.pipeline.identity.names import Names
from server.pipeline.questions.material.address import to_their_face
from server.pipeline.questions.material.opened import ASKS_CLOSED, opened

MOST, LEAST = 14, 3  # words
SHORT, JOINED_MOST = 6, 22
# People leave question marks out: where "how do you" or "but which" begins, another piece does.
ASKS = (
    r"(?:(?:who|whom|what|how|where|which|when)(?: \w+)? (?:do|does|did|is|are|was|were|would|could|can|should|will|has|have|had)|"
    r"who (?:pays|decides|says|knows|gets|does)|what if|what's)\b"
)
ASKS_IF = r"(?:is|are|am|was|do|does|can|could|would|should) (?:I|we|he|she|it|that|this|they|there)\b"
UNMARKED = re.compile(rf"^{ASKS}", re.IGNORECASE)
WH = re.compile(r"^(?:who|whom|what|how|where|which|when)\b", re.IGNORECASE)
DANGLES = re.compile(r"\b(?:these|those|such)\b", re.IGNORECASE)  # heard, nobody knows what is meant
# What follows the query only hedges it: "how did she notice, only because it went wrong?"
_HEDGE = re.compile(
    r",\s+(?:only|just|not|because|even|maybe|like|if|apart|or|is|isn't|are|aren't|right)\b.*$", re.IGNORECASE
)
_OR = re.compile(r"^(?:or|and|but|so|then)\s+", re.IGNORECASE)
_HANGING = re.compile(
    r"\b(?:this|that) (?:line|sentence|page|post|quote|bit|part|paragraph)\b|\bthe other(?!s? (?:side|way|hand)\b) \w+|\b(?:have|get|need|like|able|used) to$|\bbetween$|\b(?:too|either)$|\b(?:find|get|meet) one$",
    re.IGNORECASE,
)  # to do what?
_NO_QUERY = re.compile(
    r"^(?:what about|which (?:is|was) (?:what|why|how|where|when)\b|which (?:one|of (?:them|these|those)) (?:is|are|was|were)\b|how about|how come|who cares|who knows|what the)\b",
    re.IGNORECASE,
)
_LAST = re.compile(r",? (?:then|though|anyway)$", re.IGNORECASE)
# "What should she have said" scolds.
_WISHED = re.compile(r"^what should (?P<who>s?he|they) have (?P<done>\w+)", re.IGNORECASE)
# "did it burn out or what happened to it": the open half asks more.
_OPEN_HALF = re.compile(r"^.+\bor (?P<open>(?:what|how|why|where|when|who)\b (?!not\b|so\b).{4,})$", re.IGNORECASE)
_IF = re.compile(r"^what if\b", re.IGNORECASE)
_SECOND_QUERY = re.compile(
    r",?\s+(?:and|or)\s+(?:also\s+)?(?:what|how|why|who|which|when|where|did|do|does|is|are|was|were|would|could|can|will|should|have|has)\b.*$",
    re.IGNORECASE,
)
# It points at what was written before it, so it is not asked without that.
_POINTS = re.compile(
    r"\b(?:it|its|that|this|them|they|then|there|want to|the (?:difference|same|other one))\b", re.IGNORECASE
)

_OF_OTHERS = re.compile(r"\b(?:them|they|their)\b", re.IGNORECASE)


def wonder_of(piece: str, names: Names) -> str:
    """The question a piece of a note asks, with its mark; "" where it asks none that could be said."""
    plain = _WISHED.sub(r"what do you wish \g<who> had \g<done>", _LAST.sub("", _OR.sub("", piece.rstrip("?. "))))
    if not (piece.endswith("?") or UNMARKED.match(plain) or ASKS_CLOSED.match(plain)):
        return ""
    half = _OPEN_HALF.match(plain) if ASKS_CLOSED.match(plain) else None
    plain = half["open"] if half else plain
    first = _HEDGE.sub("", _SECOND_QUERY.sub("", plain)) if WH.match(plain) and not _IF.match(plain) else plain
    told = to_their_face(first[:1].lower() + first[1:], names)
    asked = opened(told) or (told if WH.match(told) and not _IF.match(told) else "")
    words = len(asked.split())
    if DANGLES.search(asked) or _NO_QUERY.match(asked) or _HANGING.search(asked) or not LEAST <= words <= MOST:
        return ""
    return f"{asked[:1].upper()}{asked[1:]}?"


def points(wonder: str) -> bool:
    """It points at something written before it."""
    return bool(_POINTS.search(wonder))


def beside_case(wonder: str, before: str, case: str) -> tuple[str, str]:
    """The question after what it points at, or after the case where it is short, and with it as its reason; empty where it stands better alone.

    before is what it was written right after, "" if that cannot be said.
    """
    if not wonder or (len(wonder.split()) > SHORT and not points(wonder)):
        return "", ""
    nearest = (case, before) if _OF_OTHERS.search(wonder) else (before, case)
    for told in nearest:
        if told and len(told.split()) + len(wonder.split()) <= JOINED_MOST:
            return f"{told[:1].upper()}{told[1:]}; {wonder[:1].lower()}{wonder[1:]}", f"{wonder} I ask because {told}."
    return "", ""
