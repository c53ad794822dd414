"""What one passage says of how somebody works: for themselves, hired, at a place today, or gone from one.

A step is one only where its sentence says no more than that: "I took a job", "I left Marram College last spring". "I took the position
that chairs should last" and "I left Marram College at noon" end nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from server.model import SaidBy
from server.pipeline.brief.claims import ROLE, YEAR
from server.pipeline.brief.posts import place_stems
from server.pipeline.evidence.found import Found
from server.pipeline.features.months import MONTH
from server.pipeline.features.once import once
from server.pipeline.features.stems import folded

_ALONE_NOW = re.compile(
    r"^(?:an? )?(?:independent|freelance|self-employed) (?:[\w-]+ ){0,2}[\w-]+(?:,|\.?$)"
    r"|\b(?:works|working|has worked|(?:have|'ve) worked) for (?:him|her|them|my)sel(?:f|ves)\b(?! (?:until|till|before|from|in (?:19|20)))"
    r"|\b(?:is|i am|i'm) (?:now |currently |still )?(?:an? )?(?:independent|freelance|freelancer|self-employed)\b"
)
# What a step may be followed by: its end, its time, its reason, where it led.
_TIME = (
    r"(?:(?:in|on|this|last|by|since|at the (?:end|beginning|start) of|early in|late in) (?:the |early |late |mid-?|last )*"
    rf"(?:(?:19|20)\d\d|spring|summer|autumn|fall|winter|week|month|year|{MONTH.lower()})"
    r"|(?:an?|two|three|four|five|six|\d+|a few|some|many) (?:\w+ )?(?:days|weeks|months|years?) ago|after (?:\w+ ){1,4}years|for good|today|yesterday|recently|again)\b"
)
_SO_THAT = r"(?:because|when|and (?:joined|started|moved|became|went|took|set up)|to (?:join|start|found|become|set up|work|go))\b"
_NO_MORE = rf"(?=[,.;:!?()]|$| {_TIME}| {_SO_THAT})"
_HIRED = re.compile(
    r"\bi (?:took|accepted|have taken|'ve taken|started(?! (?:this|the|a|my)(?: new)? post\b)) (?:a|my|(?:this|the)(?! post\b))(?: new| full-time| permanent| salaried)* (?:job|post|position|role)"
    rf"(?:{_NO_MORE}| (?:at|with) | as (?:an? |the )?(?:\w+ ){{0,3}}?{ROLE.pattern}| (?:of )(?:an? |the )?(?:\w+ ){{0,2}}?{ROLE.pattern}| here\b| there\b)"
    r"|\bi (?:went|am going|'m going) (?:back )?full-time\b|\bi am (?:now )?an employee again\b"
)
_NAME = r"[A-Z][\w&'’-]*(?:\.\w+)*(?: (?:(?:of|the|and|for|&) )*[A-Z][\w&'’-]*(?:\.\w+)*){0,5}"
_FROM_HERE = rf"(?=[,.;:!?()]|$| (?i:{_TIME}|{_SO_THAT}))"
_LEFT = re.compile(
    r"\b[Ii] (?:left|quit|resigned from|have left|'ve left|am leaving|'m leaving)(?: my (?:job|post|position|role)(?: as [^,.;:()]{2,40}?)?(?: at| with| in))?"
    rf"(?: the)? (?P<left>{_NAME}){_FROM_HERE}"
    rf"|\b(?:(?:[Mm]y )?[Ll]ast day|[Mm]y last week) (?:at|with)(?: the)? (?P<last>{_NAME})(?:{_FROM_HERE}| (?:was|is)\b)"
)
_UNREAL = re.compile(r"\b(?:if|when|before|after|nearly|almost|never|not|until|since)\b[^,.;]{0,25}$")
_AT = re.compile(
    r"\b(?:at|with|for|of) (?:the )?(?P<org>[A-Z][\w&'’.-]+(?: (?:of |the |and |for )*[A-Z][\w&'’.-]+){0,4})"
)
# A post and where it is held; a graduate of the place, or who studied there, holds none.
_HOLDS = re.compile(
    r"(?:^(?:he|she|[\w'-]+(?: [\w'-]+){0,2}) is (?:now |currently )?|^i(?:'m| am) (?:currently |now )?)(?:an?|the) "
    rf"(?:(?!of\b|for\b|with\b|at\b|who\b)[\w&'-]+ ){{0,5}}?{ROLE.pattern}"
    r"|^(?:he|she|[\w'-]+(?: [\w'-]+){0,2}) (?:works|teaches|leads|heads|runs|directs|manages)\b|^i (?:currently |now )?(?:work|teach|lead|run) "
)
_LEARNED = re.compile(r"\b(?:who|which|stud\w+|train\w+|graduate\w*|educated|alumn\w+|learn\w+|met|born|degree)\b")
_OVER = re.compile(r"\b(?:was|former\w*|previously|until|ex-|used to|retired)\b")


class Kind(StrEnum):
    """How somebody works, or the step that changes it."""

    ALONE = "alone"
    HIRED = "hired"
    HELD = "held"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class State:
    """What a passage says of how they work: for themselves now, hired, at a place now, or gone from one; where by its stems."""

    kind: Kind
    where: frozenset[str] = frozenset()


@once
def states(found: Found) -> tuple[State, ...]:
    """All that a passage says of it: steps by their own words alone, what holds today by others' as well."""
    text, exact = folded(found.evidence.exact), found.evidence.exact
    if found.evidence.said_by is SaidBy.OWN:
        return (*_steps(exact, text), *_held(found, exact, text))
    return tuple(_held(found, exact, text)) if found.evidence.said_by is SaidBy.REPORTED else ()


def _steps(exact: str, text: str) -> Iterator[State]:
    if (hired := _HIRED.search(text)) and not _UNREAL.search(text[: hired.start()]):
        yield State(Kind.HIRED)
    left = _LEFT.search(exact)
    where = place_stems(left["left"] or left["last"]) if left else frozenset()
    if left and where and not _UNREAL.search(text[: left.start()]):
        yield State(Kind.LEFT, where)


def _held(found: Found, exact: str, text: str) -> Iterator[State]:
    slots = found.evidence.slots
    if slots.end == "now" and slots.org:
        yield State(Kind.HELD, place_stems(slots.org))
    elif _OVER.search(text):
        return
    elif _ALONE_NOW.search(text):
        yield State(Kind.ALONE)
    elif not YEAR.search(text) and (place := _held_at(exact, text)):
        yield State(Kind.HELD, place_stems(place))


def _held_at(exact: str, text: str) -> str:
    """The place at which a sentence of today has them hold a post; "" for none."""
    holds = _HOLDS.search(text)
    at = _AT.search(exact, holds.end() - 1) if holds else None
    return at["org"] if holds and at and not _LEARNED.search(text[holds.end() : at.start()]) else ""
