"""Whether a page that carries the name is about the person or about somebody who shares it.

Nothing here decides for good: a namesake is asked, and until the seeker says "this is them" the page is not used. A page is
compared with the pages that are surely theirs (their host, their account, their byline, the seeker's word) by what it is
about and by anchors: employers, own domain, handle, titles of works, words of the headline.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from scrapers.page import Extract, Kind
from server.model import Interview
from server.model import Verdict as Said
from server.pipeline.clip.urls import host
from server.pipeline.features.compute import ReadClip
from server.pipeline.features.stems import STOP, stem_list, stems, words
from server.pipeline.identity.names import Names, Strength
from server.pipeline.identity.naming import named_on, on_own_account, on_own_host, speakers_on

FAR = 0.40  # cosine of page vectors; pages of one person on other hosts were at 0.41 and more, namesakes below
NEAR = 0.50  # from here a page is about the same things even without a shared anchor
FAR_WORDS = (
    0.12  # the same with word overlap, where there are no embeddings: share of a page's frequent words that theirs know
)
NEAR_WORDS = 0.30
FITS = 0.5  # share of the headline's words on a page that is about the same field: a namesake's river is a river too
FREQUENT = 40  # words of a page that say what it is about
LABEL = 5  # letters of a host's label that can be a name
ENGLISH = 0.12  # share of the commonest small words in any English prose
SUBJECT = 3  # words named in the reason, at most
TOLD = 2  # times a word is on a page that is about it
IN_TITLE = 2  # times more that a word counts for standing in the title
LETTERS = 4  # of a word that says something
_LEXICAL = "lexical"
_SMALL = frozenset("the and of to in a is for that with on as was it by at from".split())
PLATFORMS = frozenset(
    """medium substack github gitlab linkedin twitter facebook instagram youtube vimeo wordpress blogspot blogger tumblr
    google reddit notion behance dribbble patreon mastodon bluesky goodreads wikipedia amazon spotify apple""".split()
)
_EVERYDAY = frozenset(
    """year years month months week weeks today yesterday tomorrow time times first last next best better good great long little
    later early late thought think thinking feel felt know known take took taken give gave given find found keep kept left look
    looking used work working people person someone life home world part kind sort lots okay yeah well going come came start
    started call called tell told talk talks talking said asked want wanted need needed play hello please thank thanks page site
    home menu read more contact email share follow here click subscribe newsletter cookie cookies privacy""".split()
)
_PROPER = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][\w'&-]+(?:\s+(?:(?:of|for|and|the|&)\s+)?[A-Z][\w'&-]+)*")
_EMPLOYER = re.compile(r"\b(?:at|joined|left|founded|for|with)\s+([A-Z][\w&-]{3,})\b(?=[\s,.;])(?!\s+[A-Z])")
# Words of trades that namesakes share as often as not.
_GENERIC = stems(
    """work works working job career business company consultant consulting consultancy manager management lead leader head
    director founder writer writing author speaker independent freelance freelancer professional expert specialist senior
    owner team people help helps based currently former previously experience years new write writes about projects"""
)


@dataclass(frozen=True, slots=True)
class Anchors:
    """What ties a page to the person: strong ones (names of places of work, works, domain, handle), words of the headline."""

    strong: frozenset[str]
    field: frozenset[str]


class Likeness(Enum):
    """What the comparison says."""

    SAME = "same"
    OTHER = "other"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the comparison says, why in words, and flags."""

    likeness: Likeness
    reason: str = ""
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Signs:
    """What speaks for a page: how it names them, anchors it shares, how near it is to their pages."""

    strength: Strength
    shared: tuple[str, ...]
    near: float
    tied: bool  # by a strong anchor, or by enough words of the headline
    comparable: bool  # False for lists of people and other languages, where vectors say nothing


_SAME = Verdict(Likeness.SAME)


def compare(interview: Interview, names: Names, page: ReadClip, sure: Sequence[ReadClip]) -> Verdict:
    """Compare one page that names them with the pages that are surely theirs."""
    if not (page.extract and page.features):
        return Verdict(Likeness.UNSURE)
    strength, others = named_on(page, names)
    if others and strength < Strength.FULL:
        reason = f"This page is about {others[0]} {names.surname}; it never says {names.first_name}. {_ASK}"
        return Verdict(Likeness.OTHER, reason, ("namesake",))
    anchors = anchors_of(interview, names, sure)
    theirs = [one for one in sure if one.clip.id != page.clip.id and one.features]
    if not theirs and not anchors.field:
        return _alone(names, strength)
    shared = shared_anchors(names, page, anchors) + _host_anchor(page, theirs)
    field = anchors.field.intersection(shared)
    signs = _Signs(
        strength=strength,
        shared=shared,
        tied=len(field) < len(shared) or len(field) >= FITS * len(anchors.field),
        near=_likeness(page, theirs, interview.interviewee.headline),
        comparable=page.extract.kind is not Kind.TEAM and _english(page.extract.text),
    )
    return _weighed(names, page, signs, theirs)


def sure_pages(interview: Interview, names: Names, pages: Sequence[ReadClip]) -> list[ReadClip]:
    """Pages that are theirs without a comparison: the seeker's word, their host, their account; else those that fit the headline.

    A byline proves nothing: namesakes write too. Of several hosts that carry the name, the one told as an alias counts, else
    the one that fits the headline best.
    """
    told = [one for one in pages if interview.verdicts.get(one.clip.id) is Said.THIS_PERSON]
    hosts = {host(one.clip.url) for one in pages if on_own_host(one, names)}
    field = anchors_of(interview, names, ()).field
    if hosts:
        main = max(sorted(hosts), key=lambda name: _host_rank(names, name, field, pages))
        told += [one for one in pages if host(one.clip.url) == main or on_own_account(one, names)]
    else:
        told += [one for one in pages if on_own_account(one, names)]
    if told:
        return list({one.clip.id: one for one in told}.values())
    fits = max(min(2, len(field) or 2), math.ceil(FITS * len(field)))
    return [one for one in pages if one.extract and len(field & stems(one.extract.text)) >= fits]


def _host_rank(names: Names, name: str, field: frozenset[str], pages: Sequence[ReadClip]) -> tuple[bool, int, int]:
    there = [one for one in pages if host(one.clip.url) == name]
    texts = " ".join(one.extract.text for one in there if one.extract)
    is_told = any(name == domain or name.endswith(f".{domain}") for domain in names.domains)
    return is_told, len(field & stems(texts)), len(there)


_ASK = "Is it the person you are meeting? It is left out until you say so."


def anchors_of(interview: Interview, names: Names, sure: Sequence[ReadClip]) -> Anchors:
    """Anchors from the headline and the sure pages."""
    person = interview.interviewee
    strong = {*_proper(f". {person.headline}", names), *names.handles, *names.domains}
    strong |= {host(one.clip.url) for one in sure if on_own_host(one, names)}
    for one in sure:
        if one.extract:
            strong |= _told_on(one.extract.meta.title, one.extract.text, names)
    field = frozenset(
        stem for stem in stems(person.headline) - _GENERIC if not stem.isdigit() and not names.mentions(stem.title())
    )
    return Anchors(frozenset(word for word in strong if len(word) > 2), field)


@lru_cache(maxsize=2_000)  # a cache: every page in doubt is compared with the same sure pages
def _told_on(title: str, text: str, names: Names) -> frozenset[str]:
    """Strong anchors of one page: its title, names that it says twice, employers."""
    strong = {title.lower()} if len(title.split()) >= 3 and not names.mentions(title) else set()
    counted = Counter(_proper(text, names))
    strong |= {name for name, count in counted.items() if count >= 2 and " " in name}
    strong |= {name.lower() for name in _EMPLOYER.findall(text) if not names.mentions(name, Strength.WEAK)}
    return frozenset(strong)


def shared_anchors(names: Names, page: ReadClip, anchors: Anchors) -> tuple[str, ...]:
    """Strong anchors that stand on a page, then the words of the headline that do. Of a list of people only their entry counts."""
    if not page.extract:
        return ()
    told = f"{speakers_on(page.extract)}\n{_about_them(names, page.extract)}"
    text = f"{page.clip.url}\n{page.extract.meta.title}\n{told}".lower()
    strong = sorted(anchor for anchor in anchors.strong if re.search(rf"(?<!\w){re.escape(anchor)}(?!\w)", text))
    return (*strong, *sorted(anchors.field & stems(text)))


def _weighed(names: Names, page: ReadClip, signs: _Signs, theirs: Sequence[ReadClip]) -> Verdict:
    far, near = _thresholds(page)
    rest = "your other pages" if theirs else "what you wrote about them"
    if not signs.comparable:
        return _SAME if len(signs.shared) >= 1 else _cannot_tell(names)
    if signs.near < far and (len(signs.shared) < 2 or not signs.tied):
        about = _subject(names, page, theirs)
        what = f"this page speaks of {about}, and " if about else ""
        reason = f"Same name, but {what}nothing on it is known from {rest}. {_ASK}"
        return Verdict(Likeness.OTHER, reason, ("namesake",))
    if signs.strength < Strength.MEDIUM and (signs.near < near or not signs.shared):
        reason = f"It only says “{names.first_name}”, which may be anybody. {_ASK}"
        return Verdict(Likeness.UNSURE, reason, ("first-name-only",))
    if signs.near < near and not signs.shared and signs.strength < Strength.FULL:
        about = _subject(names, page, theirs)
        what = f"speaks of {about}, unlike {rest}" if about else f"is about something else than {rest}"
        reason = f"It names them, but it {what}. {_ASK}"
        return Verdict(Likeness.UNSURE, reason, ("unlike",))
    return _SAME


def _cannot_tell(names: Names) -> Verdict:
    reason = f"It names {names.first_name}, but nothing else on it is known from your other pages. {_ASK}"
    return Verdict(Likeness.UNSURE, reason, ("unlike",))


def _alone(names: Names, strength: Strength) -> Verdict:
    """No page is surely theirs and nothing is known of them: the name alone has to do."""
    if strength is Strength.FULL:
        return _SAME
    return Verdict(
        Likeness.UNSURE, f"It never gives the whole name of {names.first_name}. {_ASK}", ("first-name-only",)
    )


def _about_them(names: Names, extract: Extract) -> str:
    if extract.kind is not Kind.TEAM:
        return extract.text
    blocks = {p.block for p in extract.passages if names.mentions(f"{p.heading}\n{p.text}")}
    return "\n".join(p.text for p in extract.passages if p.block in blocks)


def _host_anchor(page: ReadClip, theirs: Sequence[ReadClip]) -> tuple[str, ...]:
    """The name in a page's host, where their own pages speak of it: an employer, a client, a magazine they write for."""
    labels = [label for label in host(page.clip.url).split(".")[:-1] if len(label) >= LABEL and label not in PLATFORMS]
    known = " ".join(one.extract.text for one in theirs if one.extract).lower()
    return tuple(label for label in labels if re.search(rf"(?<!\w){re.escape(label)}(?!\w)", known))


def _english(text: str) -> bool:
    every = words(text)
    return sum(word in _SMALL for word in every) > ENGLISH * len(every)


def _likeness(page: ReadClip, theirs: Sequence[ReadClip], headline: str) -> float:
    """Nearness to the nearest sure page: cosine of page vectors, or overlap of frequent words without embeddings."""
    if not page.features or not page.extract:
        return 0.0
    if theirs and not page.features.language.startswith(_LEXICAL):
        return max(float(page.features.page_vector @ one.features.page_vector) for one in theirs if one.features)
    mine = _frequent(page)
    known = stems(headline).union(*(_frequent(one) for one in theirs))
    return len(mine & known) / len(mine) if mine else 0.0


def _thresholds(page: ReadClip) -> tuple[float, float]:
    lexical = page.features is None or page.features.language.startswith(_LEXICAL)
    return (FAR_WORDS, NEAR_WORDS) if lexical else (FAR, NEAR)


def _frequent(one: ReadClip) -> frozenset[str]:
    if not one.extract:
        return frozenset()
    counted = Counter(stem for stem in stem_list(one.extract.text) if stem not in _GENERIC and not stem.isdigit())
    return frozenset(stem for stem, _ in counted.most_common(FREQUENT))


def _subject(names: Names, page: ReadClip, theirs: Sequence[ReadClip]) -> str:
    """What a page is about, in words of its own that none of their pages has; "" if it has too few.

    Small words and everyday ones say nothing about anybody, so that they would look like a reason and be none.
    """
    if not page.extract:
        return ""
    known = frozenset().union(*(words(one.extract.text) for one in theirs if one.extract))
    title = _content(page.extract.meta.title)
    counted = Counter([*_content(page.extract.text), *title * IN_TITLE])
    own = {word: count for word, count in counted.items() if count >= TOLD and word not in known}
    top = [word for word in sorted(own, key=lambda word: -own[word]) if not names.mentions(word.title(), Strength.WEAK)]
    told = top[:SUBJECT]
    return f"{', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else ""


def _content(text: str) -> list[str]:
    """The words that can say what a text is about."""
    return [word for word in words(text) if len(word) >= LETTERS and word.isalpha() and word not in STOP | _EVERYDAY]


def _proper(text: str, names: Names) -> list[str]:
    """Capitalised names inside sentences, lower case, without the person's own."""
    found = (match.group() for match in _PROPER.finditer(text))
    return [name.lower() for name in found if not names.mentions(name, Strength.WEAK) and len(name) > 3]
