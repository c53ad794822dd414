"""Somebody else's page: which sentences tell of the interviewee, and which quotations are theirs.

A sentence is about them if it names them, or if its first pronoun follows them as the last person named. A quotation is theirs
if the words that introduce it are, or if it goes on with one that is. Everything else is nobody's we know.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from scrapers.page import Extract, Passage, Place
from server.pipeline.identity.names import Names, Strength
from server.pipeline.identity.quotations import Parted, parted
from server.pipeline.identity.speech import HOST, OWN, QUOTED, REPORTED, UNKNOWN, Speech

FIRST = re.compile(r"\b(?:I|I'm|I've|I'd|I'll|me|my|mine|myself)\b")
_WE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:he|she|his|her|hers|him|er|sie|ihr|ihm|ihn)\b", re.IGNORECASE)
_GERMAN_THEY = re.compile(r"\b(?:Sie(?! \w+t\b)|Ihr|sie (?:sind|haben|waren|hatten|werden))\b")
_HE, _SHE = (
    frozenset("he his him er ihm ihn mr herr".split()),
    frozenset("she her hers sie ihr mrs ms miss frau".split()),
)
_TITLED = re.compile(r"\b(Mr|Mrs|Ms|Miss|Frau|Herr)\.? (?:[A-Z][\w'’-]+ ?){1,3}")
_THEY = re.compile(r"\b(?:they|their|them)\b", re.IGNORECASE)
_THEY_THEM = re.compile(r"\bthey\s*/\s*them\b", re.IGNORECASE)
SAID = re.compile(
    r"\b(?:said|says|saying|told|tells|explain(?:s|ed)|add(?:s|ed)|recall(?:s|ed)|argue[sd]|write[s]?|wrote|ask(?:s|ed)|"
    r"repl(?:ies|ied)|answer(?:s|ed)|remember(?:s|ed)|note[sd]|admit(?:s|ted)|joke[sd]|laugh(?:s|ed)|insist(?:s|ed)|"
    r"believe[sd]|warn(?:s|ed)|put it|puts it|according to|in (?:his|her|their) words|call(?:s|ed)|describe[sd]|"
    r"recommend(?:s|ed)|suggest(?:s|ed)|conclude[sd]|think[s]?|thought|mention(?:s|ed)|stress(?:es|ed)|reflect(?:s|ed)|sagt|sagte|erzählt|erklärt|meint|schreibt|erinnert)\b",
    re.IGNORECASE,
)
_CAP = r"[A-Z][\w'’-]*[a-z][\w'’-]*"
# Another person: after a title, or a pair of names that a verb of being or saying, an age or a description follows.
_SOMEBODY = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Sister|Frau|Herr)\.? {_CAP}(?: {_CAP})?|"
    rf"(?<!the )(?<!at )\b{_CAP} (?:[A-Z]\. )?{_CAP}(?=, (?:\d\d|an?|the|who|whose|one|another|his|her|then|now|[a-z]+ (?:of|at|for|in|and))\b|"
    r" (?:is|was|has|had|said|says|adds|added|told|joined|leads|led|works|runs|ran|won|wrote|writes|left|retired|who)\b)|"
    rf"(?:said|says|adds|added|by) (?:the )?{_CAP} {_CAP}"
)
_ORGANISATION = re.compile(
    r"\b(?:Board|Trust|Union|University|College|Council|Group|Institute|Agency|Bank|Party|Society|Foundation|Company|Department|"
    r"Ministry|Times|News|Press|Radio|Hospital|School|Museum|Theatre|Church|Association|Service|Programme|Team|Office|Ltd|Inc)\b"
)
_INITIALS = re.compile(
    r"^[A-Z]{2,3}(?= (?:said|says|asked|reported|was|told|presented|considered|agreed|did|to|noted)\b)"
)
_NAME_ONLY = re.compile(r"(?:[A-Z][\w'-]+\.? ){1,3}[A-Z][\w'-]+$")
_HEADED = re.compile(
    rf"(?:Dr\.? |Prof\.? )?{_CAP}(?: (?:[A-Z]\. )?{_CAP}){{1,2}}(?:$|[,:–—|])|{_CAP}, (?:Dr\.? |Prof\.? )?{_CAP}$"
)
_ROLE = re.compile(rf"(?:\bas|\bis|,)\s+(?:the\s+|our\s+)?({_CAP}(?:\s+(?:of|for|and)\s+(?:the\s+)?{_CAP}|\s+{_CAP})+)")
CARD_WORDS = 200  # of a speaker's card or a short biography; news runs longer
SAYS_MORE = 0.5  # share of a sentence in somebody else's quotation marks, from which it is theirs
DESKS = 2  # other people's headings that make a page one of several people


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


@dataclass(frozen=True, slots=True)
class _Page:
    """One page and how it speaks of them."""

    names: Names
    is_card: bool
    says_they: bool
    gender: str  # "he" or "she"; "" where the page does not say
    told_full: bool
    roles: tuple[str, ...]
    initials: str
    desks: frozenset[str]  # headings under which they speak, on a page of several people
    own_desks: frozenset[str]
    personal: frozenset[str]  # headings whose text says "I" or "we"


def told_on(names: Names, extract: Extract) -> tuple[Speech, ...]:
    """One Speech a passage of a page that is not theirs."""
    page, state = _page(names, extract), _State()
    return tuple(
        _tell(page, state, passage, part)
        for passage, part in zip(extract.passages, parted(extract.passages), strict=True)
    )


def _page(names: Names, extract: Extract) -> _Page:
    text = extract.text
    headings = tuple(dict.fromkeys(p.heading for p in extract.passages if p.heading))
    people = frozenset(h for h in headings if _HEADED.match(h))
    own = frozenset(h for h in people if names.is_name(h) or names.strength(h) is Strength.FULL)
    several = bool(own) and len(people - own) >= DESKS
    return _Page(
        names=names,
        is_card=len(text.split()) < CARD_WORDS and names.strength(extract.meta.title) is Strength.FULL,
        says_they=bool(_THEY_THEM.search(text)),
        gender=_gender_on(names, extract.passages),
        told_full=names.strength(f"{extract.meta.title}\n{text}") is Strength.FULL,
        roles=_roles(names, extract.passages),
        initials=_initials(names, text),
        desks=people if several else frozenset(),
        own_desks=own if several else frozenset(),
        personal=frozenset(p.heading for p in extract.passages if FIRST.search(p.text) or _WE.search(p.text)),
    )


def _roles(names: Names, passages: Sequence[Passage]) -> tuple[str, ...]:
    """What the page calls them besides their name: "the Head of Seed Programmes"."""
    naming = [p.text for p in passages if names.strength(p.text) is Strength.FULL]
    return tuple(f"the {role}" for text in naming for role in _ROLE.findall(text) if not names.mentions(role))


def _initials(names: Names, text: str) -> str:
    """The letters by which minutes name them, where the page says so in brackets behind the name."""
    short = f"{names.first_name[:1]}{names.surname[:1]}"
    said = rf"{re.escape(names.surname)}\s*\((?:[^()]*,\s*)?{re.escape(short)}\)"
    return short if len(short) > 1 and re.search(said, text) else ""


def _tell(page: _Page, state: _State, passage: Passage, part: Parted) -> Speech:
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
    if told_of:
        return REPORTED
    on_card = page.is_card and state.who is Who.THEM and not FIRST.search(part.rest) and not part.quoted
    return REPORTED if on_card else UNKNOWN


def _open(page: _Page, state: _State, passage: Passage) -> None:
    """What a new heading or a new paragraph changes."""
    if passage.heading != state.heading:
        state.heading = passage.heading
        if page.names.mentions(passage.heading, Strength.WEAK):
            state.who = Who.THEM
        elif _NAME_ONLY.match(passage.heading) or passage.heading in page.desks:
            state.who = Who.OTHER
    if passage.block != state.block:
        state.block, state.quoting, state.told_of = passage.block, Who.NOBODY, False


def _read(page: _Page, state: _State, rest: str) -> bool:
    """True if what stands outside quotation marks tells of them; moves on who was named last."""
    named = _theirs(page, rest)
    other = min(_others(page, rest), default=None)
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


def _refers(page: _Page, state: _State, rest: str) -> int | None:
    """Where a pronoun first means them: they were named last, or the one named since is a "she" and they are a "he"."""
    found = _pronoun(page, rest)
    if found is None:
        return None
    if page.gender and _gender(found.group()) not in ("", page.gender):
        state.differs = state.who is Who.OTHER
        return None
    is_them = state.who is Who.THEM or (state.who is Who.OTHER and state.differs and bool(page.gender))
    return found.start() if is_them else None


def _theirs(page: _Page, rest: str) -> int | None:
    """Where the text names them first; None where it does not. A surname after another first name is somebody else."""
    least = Strength.WEAK if page.told_full else Strength.MEDIUM
    spans = [span for span in page.names.spans(rest) if span.strength >= least]
    if page.names.others(rest):
        spans = [span for span in spans if span.strength is Strength.FULL]
    starts = [span.start for span in spans]
    starts += [at for role in page.roles if (at := rest.lower().find(role.lower())) >= 0]
    if page.initials and (found := re.search(rf"\b{page.initials}\b", rest)):
        starts.append(found.start())
    return min(starts, default=None)


def _others(page: _Page, rest: str) -> Iterator[int]:
    for role in page.roles:
        rest = re.sub(re.escape(role), lambda match: " " * len(match.group()), rest, flags=re.IGNORECASE)
    for found in (*_SOMEBODY.finditer(rest), *_INITIALS.finditer(rest)):
        is_them = page.names.strength(found.group()) is not Strength.NONE or found.group() == page.initials
        if not is_them and not _ORGANISATION.search(found.group()):
            yield found.start()
    if page.names.others(rest):
        yield 0


def _pronoun(page: _Page, rest: str) -> re.Match[str] | None:
    found = _PRONOUN.search(_GERMAN_THEY.sub(lambda match: " " * len(match.group()), rest))
    return _THEY.search(rest) if found is None and page.says_they else found


def _gender(word: str) -> str:
    """What a pronoun or a title says: "he", "she" or nothing."""
    low = word.lower().rstrip(".")
    return "he" if low in _HE else "she" if low in _SHE else ""


def _gender_on(names: Names, passages: Sequence[Passage]) -> str:
    """What the page calls them, by the title before their name or the first pronoun of sentences that name them."""
    counts: Counter[str] = Counter()
    for passage, part in zip(passages, parted(passages), strict=True):
        if passage.speaker or not names.mentions(part.rest) or names.others(part.rest):
            continue
        titled = _TITLED.search(part.rest)
        found = titled if titled and names.strength(titled.group()) is not Strength.NONE else _PRONOUN.search(part.rest)
        counts[_gender((titled[1] if found is titled and titled else found.group()) if found else "")] += 1
    del counts[""]
    best = counts.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] >= 2 * best[1][1]) else ""


def _introduces(rest: str) -> bool:
    """A colon says it as well as a verb: "He laughs:"."""
    return rest.endswith(":")


def _speaker(page: _Page, part: Parted, before: Who, state: _State, *, told_of: bool) -> Who:
    """Whose the quotation is: of whoever stands nearest to the verb of saying, else of whoever was being quoted or told of."""
    said = SAID.search(part.rest)
    if said is None:
        if part.rest.strip(" ,.;:-–—()"):
            return state.who if _introduces(part.rest) else state.quoting
        return state.quoting if state.quoting is not Who.NOBODY else before
    named = _theirs(page, part.rest)
    near = [(abs(at - said.start()), Who.OTHER) for at in _others(page, part.rest)]
    near += [(abs(named - said.start()), Who.THEM)] if named is not None else []
    if near:
        return min(near, key=lambda pair: pair[0])[1]
    return Who.THEM if told_of else Who.OTHER


def _at_desk(page: _Page, passage: Passage, *, told_of: bool) -> Speech:
    """Under a person's heading, on a page of several: told by "I" it is theirs, else it tells of them."""
    if passage.heading not in page.own_desks:
        return UNKNOWN
    if passage.heading in page.personal:
        return OWN
    return REPORTED if told_of or not _PRONOUN.search(passage.text) else UNKNOWN
