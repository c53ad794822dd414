"""Hosts that are theirs though the address does not carry their name.

Either the seeker told what they write ("writes Harbour Notes") and the host or its pages bear that name: as good as a domain
told as an alias. Or a page there says "I'm Dana Okafor", begins with their name or is called by it: then the host speaks in their voice, and whether it is the right
bearer of the name is still asked of the page that says it.
"""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from scrapers.page import Extract, Kind, Place
from server.model import Interview
from server.pipeline.clip.urls import host
from server.pipeline.features.compute import ReadClip
from server.pipeline.features.once import once
from server.pipeline.features.stems import stems
from server.pipeline.identity import variants
from server.pipeline.identity.folding import folded
from server.pipeline.identity.names import Names, Strength
from server.pipeline.identity.namesake import PLATFORMS
from server.pipeline.identity.signed import author_is, first_person

_I_AM = re.compile(r"\b(?:I['’]m|I am|[Mm]y name(?:['’]s| is)|[Tt]his is) (?=[^\W\d_a-z])")
_SOMEBODY = re.compile(r"[^\W\d_a-z][\w'’.-]+(?: [^\W\d_a-z][\w'’.-]+)+")
_WRITES = re.compile(
    r"\b(?:writes|blogs (?:at|as|on)|keeps|publishes|newsletter|notebook|blog|podcast|hosts)(?: (?:the|called|named|at|is|newsletter|notebook|blog|podcast))* "
    r"[\"“‘']?((?:[^\W\d_a-z][\w'’&-]*(?: (?:of|for|and|the|&|a|in|on) (?=[^\W\d_a-z]))?[ ]?){1,6})"
)
# A page on which people say who writes the site, by its title or address.
FIELD_SHARED = 2  # stems of the headline on a page that is called by their name
_ABOUT = re.compile(r"\b(?:about|who|hello|hi|bio|biography|colophon|contact|me)\b", re.IGNORECASE)
_STOPS = frozenset(".,:;–—-")
_PARTS = re.compile(r"\s+[|·•–—:»-]+\s+")


def told_sites(interview: Interview, read: Sequence[ReadClip]) -> frozenset[str]:
    """Hosts that bear the name of what they write, as the seeker's headline or an alias tells it."""
    person = interview.interviewee
    written = frozenset(_plain(title) for title in (*_WRITES.findall(person.headline), *person.aliases))
    return frozenset(host(one.clip.url) for one in read if _bears(one, written))


def introduced_sites(names: Names, read: Sequence[ReadClip], field: frozenset[str]) -> frozenset[str]:
    """Hosts on which a page introduces itself as theirs. field: stems of what the seeker's headline speaks of."""
    return frozenset(host(one.clip.url) for one in read if _says_whose(one, names, field))


def same_site(names: Names, one: ReadClip, other: ReadClip, sites: frozenset[str]) -> bool:
    """True where two pages must be of one person: both on a site of theirs, or both signed by the name in one place."""
    if host(one.clip.url) != host(other.clip.url) or not _of_one_person(one) or not (one.extract and other.extract):
        return False
    signed = author_is(names, one.extract.meta.author) and author_is(names, other.extract.meta.author)
    return signed or host(one.clip.url) in sites


def _of_one_person(one: ReadClip) -> bool:
    """Not a platform on which everybody has a page, and no list of people."""
    shared = PLATFORMS & set(host(one.clip.url).split("."))
    return bool(host(one.clip.url)) and not shared and one.extract is not None and one.extract.kind is Kind.ARTICLE


@once
def _says_whose(one: ReadClip, names: Names, field: frozenset[str]) -> bool:
    if not (one.extract and _of_one_person(one)):
        return False
    return _introduces(names, one.extract) or _begins_with(names, one) or _is_called(names, one, field)


def _introduces(names: Names, extract: Extract) -> bool:
    """Its text says "I'm" and their whole name, and nobody else's."""
    told = [passage.text[m.end() :] for passage in extract.passages for m in _I_AM.finditer(passage.text)]
    named = [text for text in told if _SOMEBODY.match(text) or names.spans(text)[:1]]
    theirs = [any(s.start == 0 and s.strength is Strength.FULL for s in names.spans(text)) for text in named]
    return bool(theirs) and all(theirs) and first_person(extract.passages)


def _begins_with(names: Names, one: ReadClip) -> bool:
    """A page on who writes a site, told by "I", whose first words are their whole name: "Dana Okafor. I plan ferries."."""
    if not one.extract or not _ABOUT.search(f"{one.extract.meta.title} {one.clip.url.replace('-', ' ')}"):
        return False
    text = next((passage.text.strip() for passage in one.extract.passages if passage.place is not Place.HEADING), "")
    first = next(iter(names.spans(text)), None)
    if first is None or first.start or first.strength is not Strength.FULL:
        return False
    return (text[first.end :].strip()[:1] or ".") in _STOPS and first_person(one.extract.passages)


def _is_called(names: Names, one: ReadClip, field: frozenset[str]) -> bool:
    """A page told by "I" that is called by their name alone, and speaks of what the headline speaks of (field: its stems)."""
    if not one.extract:
        return False
    called = {variants.slug(names.first_name), variants.slug(f"{names.first_name} {names.surname}")}
    told = {variants.slug(_PARTS.split(one.extract.meta.title)[0]), variants.slug(_last_step(one.clip.url))}
    if called.isdisjoint(told) or not first_person(one.extract.passages):
        return False
    return len(field & stems(one.extract.text)) >= FIELD_SHARED


def _last_step(url: str) -> str:
    return urlsplit(url).path.rstrip("/").rsplit("/", 1)[-1]


def _plain(title: str) -> str:
    """A title as titles are compared."""
    return folded(title.strip()).lower().replace("&", "and")


@once
def _bears(one: ReadClip, written: frozenset[str]) -> bool:
    if not (one.extract and written and _of_one_person(one)):
        return False
    meta = one.extract.meta
    if any(variants.slug(title) in host(one.clip.url).split(".")[:-1] for title in written):
        return True
    titles = [meta.site, *_PARTS.split(meta.title)[1:], *_PARTS.split(one.clip.title)[1:]]
    return any(_plain(title) in written for title in titles) and first_person(one.extract.passages)
