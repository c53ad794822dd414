"""What a question out of a note points at: at the passage, at what was written before it, or at nothing that could be heard."""

import re

from server.pipeline.questions.letters import capital, small_first
from server.pipeline.questions.pronouns import BEGINS_WITH_ME, FIRST_PERSON

TOLD = 3  # words before a question above which "it" at its end is what they tell of
SHORT, BRIEF, JOINED_MOST = 6, 3, 22
# It points at what was written before it, so it is not asked without that.
_POINTS = re.compile(
    r"\b(?:it|its|that|this|them|they|then|there|want to|the (?:difference|same|other one))\b", re.IGNORECASE
)
_CLEFT = re.compile(r"\b(?:made|makes) it (?:that|this|the|so|\w+er)\b|\bit (?=was (?:that|the|so)\b)", re.IGNORECASE)
_UNTOLD = re.compile(
    r"\b(?:then|there|want to|in between|which one|the (?:difference|same|other one)|(?:that|this) (?!(?:summer|winter|spring|autumn|year|month|week|day|time|moment|is|was|were|would|will|can|could|has|had|when|if|before|after|to|in|on|at|for|with)\b)[a-z]{3,})\b|^which (?:is|was) it\b",
    re.IGNORECASE,
)
# "Rent doesn't just happen", "you had shares" comes across as a reproach.
_REPROACHES = re.compile(
    r"^(?:(?:this|that)(?: is|'s) (?:so )?me$|you|there|somebody|someone|everybody|everyone)\b|\b(?:just|must|should|of course)\b",
    re.IGNORECASE,
)
_OF_YOU = re.compile(r"you\b", re.IGNORECASE)
_THAT = re.compile(r"\b(?:that|this)(?=\?|$| (?:honestly|now|today|really)\b)")
# Somebody in a passage whom "they" can stand for.
SEVERAL_PEOPLE = re.compile(
    r"\b(?:people|they|them|everyone|everybody|others|team|staff|crew|students|kids|children|women|men|folks|friends|clients|companies|police|parents|\w{2,}(?:ers|ors|ists|ants|ees|ians|mates|ents))\b",
    re.IGNORECASE,
)
# Who was there is plain: "what did they say to you".
_THIS_THING = re.compile(r"\b(?:between|in|from|to|with|after|before|of) (?:this|these) [a-z]{3,}\b", re.IGNORECASE)
_SAID_TO_YOU = re.compile(
    r"\bthey (?=(?:say|tell|said|told|offer|offered|ask|asked|give|gave)\b.*\byou\b)", re.IGNORECASE
)
_ENDS_ON_IT = re.compile(r"\b(?!is\b|was\b)\w+ it\?$", re.IGNORECASE)
_THEY = re.compile(r"\b(?:they|them)\b")
_SEVERAL = re.compile(
    r"^(?!(?:this|that|it|I|we|my|our|mine)\b)(?:\w+ ){0,2}(?:[a-z]{3,}s|people|women|men|children)$", re.IGNORECASE
)
_ALSO = re.compile(r"^(?:also|and|plus|now)\s+", re.IGNORECASE)
_OF_OTHERS = re.compile(r"\b(?:them|they|their)\b", re.IGNORECASE)


def points(wonder: str) -> bool:
    """It points at something written before it."""
    return bool(_POINTS.search(_CLEFT.sub("", wonder)))


def of_those(wonder: str, named: str) -> str:
    """The question with whom it asks of by name, where they were named right before it: "40 contributors!! what did they get out of it"."""
    plain = _ALSO.sub("", named)
    return _THEY.sub(f"the {plain}", wonder, count=1) if _SEVERAL.match(plain) else wonder


def beside_case(wonder: str, before: str, case: str) -> tuple[str, str]:
    """The question after what it points at, or after the case where it is short, and with it as its reason; empty where it stands better alone.

    before is what it was written right after, "" if that cannot be said.
    """
    if not wonder or (len(wonder.split()) > SHORT and not points(wonder)):
        return "", ""
    others = _OF_OTHERS.search(wonder)  # whom it asks of stands right before it, and nowhere else
    nearest = (before,) if others else (before, case)
    nearest = nearest[:1] if len(wonder.split()) <= BRIEF else nearest
    for told in nearest:
        if told and _leads_kindly(told) and len(told.split()) + len(wonder.split()) <= JOINED_MOST:
            reason = f"{wonder} I ask because {told}." if BEGINS_WITH_ME.match(told) else ""
            return f"{capital(told)}; {small_first(wonder)}", reason
    return "", ""


def _leads_kindly(told: str) -> bool:
    """It may be said before a question: it reproaches nobody, and points at nothing itself."""
    of_me = FIRST_PERSON.search(told) and not told.endswith(" me")
    of_you = _OF_YOU.match(told)  # a note on what they did is not for their ears
    return not (_THIS_THING.search(told) or of_you) and bool(of_me or not _REPROACHES.search(told))


def is_loose(wonder: str, beside: str, before: str, *, in_case: bool) -> bool:
    """It points at what would not be heard with it: then it is asked after what it points at, or not at all.

    beside is the passage it was written at, before what stands before it in the note ("" if it begins the note, and so points at the
    passage), in_case whether it can be asked after what it points at.
    """
    if in_case:
        return points(wonder) or bool(_OF_OTHERS.search(wonder) or _UNTOLD.search(wonder))
    nobody = bool(_THEY.search(_SAID_TO_YOU.sub("", wonder))) and bool(beside) and not SEVERAL_PEOPLE.search(beside)
    plain = _CLEFT.sub("", wonder)
    elsewhere = bool(_REPROACHES.search(before)) and points(wonder)  # what it points at cannot be said
    elsewhere = elsewhere or bool(_ENDS_ON_IT.search(wonder) and len(before.split()) > TOLD)
    return nobody or elsewhere or bool(before and _THAT.search(plain))
