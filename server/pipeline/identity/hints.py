"""How a page that is not theirs speaks of them: by name, by role, by initials, as "he" or "she"; and whom else it names."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scrapers.page import Extract, Passage
from server.pipeline.identity.names import Names, Strength
from server.pipeline.identity.quotations import FIRST, parted
from server.pipeline.identity.signed import is_presented

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
_HEADED = re.compile(
    rf"(?:Dr\.? |Prof\.? )?{_CAP}(?: (?:[A-Z]\. )?{_CAP}){{1,2}}(?:$|[,:–—|])|{_CAP}, (?:Dr\.? |Prof\.? )?{_CAP}$"
)
_ROLE = re.compile(rf"(?:\bas|\bis|,)\s+(?:the\s+|our\s+)?({_CAP}(?:\s+(?:of|for|and)\s+(?:the\s+)?{_CAP}|\s+{_CAP})+)")
_A_POST = re.compile(
    r"\b(?:Head|Director|Chief|Lead|Leader|Manager|Officer|President|Editor|Professor|Lecturer|Chair|Founder|Secretary|Minister|"
    r"Captain|Engineer|Producer|Curator|Coordinator|Principal|Dean|Partner|Owner|Chairman|Chairwoman|Analyst|Designer|Developer|Consultant)\b"
)
_PRESENTED_AS = ("the speaker", "the author", "the presenter", "the tutor")
CARD_WORDS = 200  # of a speaker's card or a short biography; news runs longer
DESKS = 2  # other people's headings that make a page one of several people


@dataclass(frozen=True, slots=True)
class PageView:
    """One page and how it speaks of them. gender is "he" or "she", "" where the page does not say.

    desks are the headings under which people speak, on a page of several; own_desks theirs; personal those whose text says
    "I" or "we". told_by_me are blocks that say "I" outside quotation marks, signed those that end with their name. presented: the page gives their talk, course or text, so its "I"
    is theirs.
    """

    names: Names
    is_card: bool
    says_they: bool
    gender: str
    told_full: bool
    presented: bool
    roles: tuple[str, ...]
    initials: str
    desks: frozenset[str]
    own_desks: frozenset[str]
    personal: frozenset[str]
    told_by_me: frozenset[int]
    signed: frozenset[int]

    def theirs(self, rest: str) -> int | None:
        """Where the text names them first; None where it does not. A surname after another first name is somebody else."""
        least = Strength.WEAK if self.told_full else Strength.MEDIUM
        spans = [span for span in self.names.spans(rest) if span.strength >= least]
        if self.names.others(rest):
            spans = [span for span in spans if span.strength is Strength.FULL]
        starts = [span.start for span in spans]
        starts += [at for role in self.roles if (at := rest.lower().find(role.lower())) >= 0]
        if self.initials and (found := re.search(rf"\b{self.initials}\b", rest)):
            starts.append(found.start())
        return min(starts, default=None)

    def others(self, rest: str) -> Iterator[int]:
        """Where the text names other people."""
        for role in self.roles:
            rest = re.sub(re.escape(role), lambda match: " " * len(match.group()), rest, flags=re.IGNORECASE)
        for found in (*_SOMEBODY.finditer(rest), *_INITIALS.finditer(rest)):
            is_them = self.names.strength(found.group()) is not Strength.NONE or found.group() == self.initials
            if not is_them and not _ORGANISATION.search(found.group()):
                yield found.start()
        if self.names.others(rest):
            yield 0

    def pronoun(self, rest: str) -> re.Match[str] | None:
        """The first pronoun that can mean one person."""
        found = _PRONOUN.search(_GERMAN_THEY.sub(lambda match: " " * len(match.group()), rest))
        return _THEY.search(rest) if found is None and self.says_they else found


def view(names: Names, extract: Extract) -> PageView:
    """What can be told of a page before it is read sentence by sentence."""
    text = extract.text
    headings = tuple(dict.fromkeys(p.heading for p in extract.passages if p.heading))
    people = frozenset(h for h in headings if _HEADED.match(h))
    own = frozenset(h for h in people if names.is_name(h) or names.strength(h) is Strength.FULL)
    presented = is_presented(names, extract)
    several = bool(own) and len(people - own) >= DESKS
    return PageView(
        names=names,
        is_card=len(text.split()) < CARD_WORDS and names.strength(extract.meta.title) is Strength.FULL,
        says_they=bool(_THEY_THEM.search(text)),
        gender=_gender_on(names, extract.passages),
        told_full=names.strength(f"{extract.meta.title}\n{text}") is Strength.FULL,
        presented=presented,
        roles=_roles(names, extract.passages) + (_PRESENTED_AS if presented else ()),
        initials=_initials(names, text),
        desks=people if several else frozenset(),
        own_desks=own if several else frozenset(),
        personal=frozenset(p.heading for p in extract.passages if FIRST.search(p.text) or _WE.search(p.text)),
        told_by_me=frozenset(
            p.block
            for p, part in zip(extract.passages, parted(extract.passages), strict=True)
            if FIRST.search(part.rest)
        ),
        signed=_signed_blocks(names, extract.passages),
    )


def _roles(names: Names, passages: Sequence[Passage]) -> tuple[str, ...]:
    """What the page calls them besides their name: "the Head of Seed Programmes"."""
    naming = [p.text for p in passages if names.strength(p.text) is Strength.FULL]
    return tuple(f"the {role}" for text in naming for role in _ROLE.findall(text) if _A_POST.search(role))


def _initials(names: Names, text: str) -> str:
    """The letters by which minutes name them, where the page says so in brackets behind the name."""
    short = f"{names.first_name[:1]}{names.surname[:1]}"
    said = rf"{re.escape(names.surname)}\s*\((?:[^()]*,\s*)?{re.escape(short)}\)"
    return short if len(short) > 1 and re.search(said, text) else ""


def _signed_blocks(names: Names, passages: Sequence[Passage]) -> frozenset[int]:
    """Paragraphs told by "I" that end with their name or the first letters of it."""
    ends = {p.block: p.text.strip(" –—-()[]") for p in passages}
    told = {p.block for p in passages if FIRST.search(p.text)}
    dotted = rf"{re.escape(names.first_name[:1])}\. ?{re.escape(names.surname[:1])}\.?"
    return frozenset(block for block in told if re.fullmatch(dotted, ends[block]) or names.is_name(ends[block]))


def gender_of(word: str) -> str:
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
        counts[gender_of((titled[1] if found is titled and titled else found.group()) if found else "")] += 1
    del counts[""]
    best = counts.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] >= 2 * best[1][1]) else ""
