"""Whether they work for somebody or for themselves, and whether they are still where a page has them.

An old card or profile that calls somebody independent, or has them at a place they have left, is the mistake that is heard first in a
conversation. Both sides are read by what is written: a line that holds today, and their own account of the step that ends it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from server.model import SaidBy
from server.pipeline.brief.claims import YEAR
from server.pipeline.brief.posts import place_stems
from server.pipeline.brief.tellings import Telling, Told, one_each
from server.pipeline.evidence.found import Found
from server.pipeline.features.once import once
from server.pipeline.features.stems import folded

_ALONE_NOW = re.compile(
    r"^(?:an? )?(?:independent|freelance|self-employed) (?:[\w-]+ ){0,2}[\w-]+(?:,|\.?$)"
    r"|\b(?:works|working|has worked|(?:have|'ve) worked) for (?:him|her|them|my)sel(?:f|ves)\b(?! (?:until|till|before|from|in (?:19|20)))"
    r"|\b(?:is|i am|i'm) (?:now |currently |still )?(?:an? )?(?:independent|freelance|freelancer|self-employed)\b"
)
_HIRED = re.compile(
    r"\bi (?:took|accepted|started|have taken|'ve taken) (?:a|my|this|the)(?: new| full-time| permanent| salaried)* (?:job|post|position|role)\b"
    r"|\bi (?:went|am going|'m going) (?:back )?full-time\b|\bi am (?:now )?an employee again\b"
)
_LEFT = re.compile(
    r"\bi (?:left|quit|resigned from|have left|'ve left|am leaving|'m leaving)(?: my (?:job|post|position|role)(?: at| with| in)?)?(?: the)? (?P<left>[^,.;:()]{2,60})"
    r"|\b(?:my )?last (?:day|week) (?:at|with)(?: the)? (?P<last>[^,.;:()]{2,60})",
    re.IGNORECASE,
)
_UNREAL = re.compile(r"\b(?:if|when|before|after|nearly|almost|never|not|until|since)\b[^,.;]{0,25}$")
_AT = re.compile(
    r"\b(?:at|with|for|of) (?:the )?(?P<org>[A-Z][\w&'’.-]+(?: (?:of |the |and |for )*[A-Z][\w&'’.-]+){0,4})"
)
_HOLDS = re.compile(
    r"^(?:he|she|[\w'-]+(?: [\w'-]+){0,2}) (?:is (?:now |currently )?(?:an?|the) |(?:works|teaches|leads|heads|runs|directs|manages)\b)|^i(?:'m| am) (?:currently |now )?(?:an?|the) |^i (?:currently |now )?(?:work|teach|lead|run) "
)
_OVER = re.compile(r"\b(?:was|former\w*|previously|until|ex-|used to|retired)\b")


class _Kind(StrEnum):
    ALONE = "alone"
    HIRED = "hired"
    HELD = "held"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class _State:
    """What a passage says of how they work: for themselves now, hired, at a place now, or gone from one; where by its stems."""

    kind: _Kind
    where: frozenset[str] = frozenset()


def work_told(told: Told) -> list[Telling]:
    """A page that has them as they no longer are, and their own account of the step, each passage once."""
    states = [(found, state) for found, of in told.each(_states) for state in of]
    plainest = sorted(_ended(states), key=lambda pair: (not YEAR.search(pair[2].evidence.exact), pair[1].marks.words))
    of = {about: (then, step) for about, then, step in reversed(plainest)}  # the plainest comes last and stays
    return one_each([Telling(about, pair) for about, pair in of.items()])


def _ended(states: list[tuple[Found, _State]]) -> Iterator[tuple[str, Found, Found]]:
    """Pairs of a state that a page gives as today's and the later step that ended it, with what it is about."""
    for step, to in states:
        if to.kind not in {_Kind.HIRED, _Kind.LEFT} or not _is_last(step, to, states):
            continue
        for then, was in states:
            if then.clip.id == step.clip.id or not _may_be_today(then, step):
                continue
            if to.kind is _Kind.HIRED and was.kind is _Kind.ALONE:
                yield "independent", then, step
            elif to.kind is _Kind.LEFT and was.kind is _Kind.HELD and was.where & to.where:
                yield " ".join(sorted(was.where & to.where)), then, step


def _may_be_today(then: Found, step: Found) -> bool:
    """A page without a date is read as today's; a dated one is wrong only from the step on."""
    return not then.evidence.when or then.evidence.when[:4] > _year(step)


def _is_last(step: Found, to: _State, states: list[tuple[Found, _State]]) -> bool:
    """No later page of theirs undoes it: who was hired and has left since may well be independent again."""
    if to.kind is _Kind.LEFT:
        return True
    return not any(other.kind is _Kind.LEFT and found.evidence.when > step.evidence.when for found, other in states)


def _year(found: Found) -> str:
    """The year a step is told for: the one it names, else that of its page; "9999" where nothing says."""
    named = YEAR.findall(found.evidence.exact)
    return max(named) if named else found.evidence.when[:4] or "9999"


@once
def _states(found: Found) -> tuple[_State, ...]:
    text, exact = folded(found.evidence.exact), found.evidence.exact
    if found.evidence.said_by is SaidBy.OWN:
        return (*_steps(exact, text), *_held(found, exact, text))
    return tuple(_held(found, exact, text)) if found.evidence.said_by is SaidBy.REPORTED else ()


def _steps(exact: str, text: str) -> Iterator[_State]:
    if (hired := _HIRED.search(text)) and not _UNREAL.search(text[: hired.start()]):
        yield _State(_Kind.HIRED)
    left = _LEFT.search(exact)
    where = place_stems(left["left"] or left["last"]) if left else frozenset()
    if left and where and not _UNREAL.search(text[: left.start()]):
        yield _State(_Kind.LEFT, where)


def _held(found: Found, exact: str, text: str) -> Iterator[_State]:
    slots = found.evidence.slots
    if slots.end == "now" and slots.org:
        yield _State(_Kind.HELD, place_stems(slots.org))
    elif _OVER.search(text):
        return
    elif _ALONE_NOW.search(text):
        yield _State(_Kind.ALONE)
    elif _HOLDS.search(text) and not YEAR.search(text) and (at := _AT.search(exact)):
        yield _State(_Kind.HELD, place_stems(at["org"]))
