"""Somebody else's page: which sentences tell of the interviewee, and which quotations are theirs.

A sentence is about them if it names them, or if its first pronoun follows them as the last person named. A quotation is theirs
if the words that introduce it are, or if it goes on with one that is. Everything else is nobody's we know.
"""

import re
from dataclasses import dataclass
from enum import Enum

from scrapers.page import Extract, Passage, Place
from server.pipeline.identity.hints import PageView, gender_of, view
from server.pipeline.identity.names import Names, Strength
from server.pipeline.identity.quotations import FIRST, SAID, Parted, parted
from server.pipeline.identity.speech import HOST, OWN, QUOTED, REPORTED, UNKNOWN, Speech

_NAME_ONLY = re.compile(r"(?:[A-Z][\w'-]+\.? ){1,3}[A-Z][\w'-]+$")
SAYS_MORE = 0.5  # share of a sentence in somebody else's quotation marks, from which it is theirs


class Who(Enum):
    """The last person named, as far as we care."""

    THEM = "them"
    OTHER = "other"
    NOBODY = "nobody"


@dataclass
class _State:
    """What has been read so far of one page. Never leaves this module."""

    heading: str = ""
    block: int = -1
    who: Who = Who.NOBODY
    quoting: Who = Who.NOBODY
    differs: bool = False  # the other one is a "she" and they are a "he", or the other way round
    told_of: bool = False  # the passage before, in the same block


def told_on(names: Names, extract: Extract, most: int | None = None) -> tuple[Speech, ...]:
    """One Speech a passage of a page that is not theirs; of its first passages alone, if told how many."""
    if most == 0:
        return ()
    page, state = view(names, extract), _State()
    return tuple(
        _tell(page, state, passage, part)
        for passage, part in zip(extract.passages[:most], parted(extract.passages), strict=False)
    )


def _tell(page: PageView, state: _State, passage: Passage, part: Parted) -> Speech:
    if passage.place is Place.COMMENT:
        return OWN if passage.speaker and page.names.is_name(passage.speaker) else HOST
    _open(page, state, passage)
    before, followed = state.who, state.told_of
    told_of = state.told_of = _read(page, state, part.rest)
    if part.quoted and (part.goes_on or SAID.search(part.rest) or part.share >= 1 or _introduces(part.rest)):
        state.quoting = _speaker(page, part, before if followed else Who.OTHER, state, told_of=told_of)
        state.told_of = told_of or state.quoting is Who.THEM
        return QUOTED if state.quoting is Who.THEM else (REPORTED if told_of and part.share < SAYS_MORE else UNKNOWN)
    if passage.heading in page.desks:
        return _at_desk(page, passage, told_of=told_of)
    if passage.place is Place.QUOTE:
        return QUOTED if told_of else HOST
    if told_of:  # who says "I" while telling of them tells of themselves
        return UNKNOWN if FIRST.search(part.rest) else REPORTED
    return _untold(page, state, passage, part)


def _untold(page: PageView, state: _State, passage: Passage, part: Parted) -> Speech:
    """A sentence that neither names them nor points at them: theirs where they sign, about them on a card of theirs."""
    if passage.block in page.signed or (page.presented and passage.block in page.told_by_me):
        return OWN
    on_card = page.is_card and state.who is Who.THEM and not FIRST.search(part.rest) and not part.quoted
    return REPORTED if on_card else UNKNOWN


def _open(page: PageView, state: _State, passage: Passage) -> None:
    """What a new heading or a new paragraph changes."""
    if passage.heading != state.heading:
        state.heading = passage.heading
        if page.names.mentions(passage.heading, Strength.WEAK):
            state.who = Who.THEM
        elif _NAME_ONLY.match(passage.heading) or passage.heading in page.desks:
            state.who = Who.OTHER
    if passage.block != state.block:
        state.block, state.quoting, state.told_of = passage.block, Who.NOBODY, False


def _read(page: PageView, state: _State, rest: str) -> bool:
    """True if what stands outside quotation marks tells of them; moves on who was named last."""
    named = page.theirs(rest)
    other = min(page.others(rest), default=None)
    pronoun = _refers(page, state, rest)
    if named is not None:
        state.who = Who.THEM if other is None or named <= other else Who.OTHER
        return True
    told_of = pronoun is not None and (other is None or pronoun < other)
    if told_of:  # who a sentence opens with is who the next one goes on about
        state.who = Who.THEM
    elif other is not None:
        state.who, state.differs = Who.OTHER, False
    return told_of


def _refers(page: PageView, state: _State, rest: str) -> int | None:
    """Where a pronoun first means them: they were named last, or the one named since is a "she" and they are a "he"."""
    found = page.pronoun(rest)
    if found is None:
        return None
    if page.gender and gender_of(found.group()) not in ("", page.gender):
        state.differs = state.who is Who.OTHER
        return None
    is_them = state.who is Who.THEM or (state.who is Who.OTHER and state.differs and bool(page.gender))
    return found.start() if is_them else None


def _introduces(rest: str) -> bool:
    """A colon says it as well as a verb: "He laughs:"."""
    return rest.endswith(":")


def _speaker(page: PageView, part: Parted, before: Who, state: _State, *, told_of: bool) -> Who:
    """Whose the quotation is: of whoever stands nearest to the verb of saying, else of whoever was being quoted or told of."""
    said = SAID.search(part.rest)
    if said is None:
        if part.rest.strip(" ,.;:-–—()"):
            return state.who if _introduces(part.rest) else state.quoting
        return state.quoting if state.quoting is not Who.NOBODY else before
    named = page.theirs(part.rest)
    near = [(abs(at - said.start()), Who.OTHER) for at in page.others(part.rest)]
    near += [(abs(named - said.start()), Who.THEM)] if named is not None else []
    if near:
        return min(near, key=lambda pair: pair[0])[1]
    return Who.THEM if told_of else Who.OTHER


def _at_desk(page: PageView, passage: Passage, *, told_of: bool) -> Speech:
    """Under a person's heading, on a page of several: told by "I" it is theirs, else it tells of them."""
    if passage.heading not in page.own_desks:
        return UNKNOWN
    if passage.heading in page.personal:
        return OWN
    return REPORTED if told_of or page.pronoun(passage.text) is None else UNKNOWN
