"""The names a person goes by, and where they stand in a text, a speaker label or an address.

A name is matched whole words only, without diacritics and in the orders people write it: "Dana Whitlock Okafor",
"D. W. Okafor", "Okafor, Dana". How much a match says is graded: a first name alone proves little.
"""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from server.model import Interviewee
from server.pipeline.clip.urls import host, path
from server.pipeline.identity import variants
from server.pipeline.identity.folding import fold, folded

LONGEST_SHORT = 5  # letters of a title or an initial with its stop: "Prof."


class Strength(IntEnum):
    """How much a match says: a first name alone is weak, a surname alone medium, name and surname or a handle full."""

    NONE = 0
    WEAK = 1
    MEDIUM = 2
    FULL = 3


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Where a variant stands in a text: [start, end) in code points."""

    start: int
    end: int
    strength: Strength


@dataclass(frozen=True)
class Names:
    """All variants of one person's name. Made by `Names.of`; cheap to keep, patterns are compiled once a name."""

    first_name: str
    surname: str
    labels: frozenset[str]  # what a speaker label may be, folded and lower case
    handles: frozenset[str]  # lower case, without @
    slugs: frozenset[str]  # name as one word of an address: "danaokafor"
    domains: frozenset[str]  # own hosts told as aliases
    full: re.Pattern[str]
    last: re.Pattern[str] | None
    first: re.Pattern[str] | None
    bearer: re.Pattern[str] | None  # any word before the surname
    marks: frozenset[str]  # a text in which none of these stands, in small letters, fits none of the patterns

    @staticmethod
    def of(interviewee: Interviewee) -> "Names":
        """Variants of a person's name and aliases."""
        return _names((interviewee.name, *interviewee.aliases))

    def strength(self, text: str) -> Strength:
        """The best match in a text."""
        plain = folded(text)
        if not self._may_name(plain):
            return Strength.NONE
        if self.full.search(plain):
            return Strength.FULL
        if self.last and self.last.search(plain):
            return Strength.MEDIUM
        return Strength.WEAK if self.first and self.first.search(plain) else Strength.NONE

    def mentions(self, text: str, at_least: Strength = Strength.MEDIUM) -> bool:
        """True if the text names them (a first name alone is not enough unless `at_least` says so)."""
        return self.strength(text) >= at_least

    def spans(self, text: str) -> tuple[NameSpan, ...]:
        """Every match in reading order, none overlapping, the strongest reading of each place."""
        if not self._may_name(folded(text)):
            return ()
        plain = fold(text)
        found: list[NameSpan] = []
        graded = ((self.full, Strength.FULL), (self.last, Strength.MEDIUM), (self.first, Strength.WEAK))
        for pattern, strength in graded:
            for match in pattern.finditer(plain.text) if pattern else ():
                start, end = plain.back(match.start(), match.end())
                if all(end <= other.start or start >= other.end for other in found):
                    found.append(NameSpan(start, end, strength))
        return tuple(sorted(found, key=lambda span: span.start))

    def is_name(self, label: str) -> bool:
        """True if a speaker label is theirs: "Dana", "D. Okafor", "Okafor:", "DO", "@dana_o", "Dana Okafor, editor"."""
        plain = folded(label).strip(" \t:*-[]")
        initials = re.sub(r"[\s.]", "", plain)
        if initials.isupper() and initials.lower() in self.labels and 1 < len(initials) <= 4:
            return True
        bare = variants.label(re.sub(r"\(.*?\)", " ", plain))
        return bare in self.labels - variants.short(self.labels) or variants.label(
            plain.split(",")[0]
        ) in self.labels - variants.short(self.labels)

    def in_url(self, url: str) -> bool:
        """True if the address names them: "/people/dana-okafor", "/@danao", "dokafor.example"."""
        if self.own_host(url):
            return True
        wanted = self.slugs | frozenset(map(variants.slug, self.handles))
        return any(
            variants.slug(part) in wanted or variants.starts(part, self.slugs) for part in path(url).split("/") if part
        )

    def own_host(self, url: str) -> bool:
        """True if the host carries their whole name or a handle, or was told as an alias."""
        name = host(url)
        if any(name == domain or name.endswith(f".{domain}") for domain in self.domains):
            return True
        labels = [variants.slug(label) for label in name.split(".")[:-1]]
        wide = {slug for slug in self.slugs if len(slug) >= 8}
        wanted = self.slugs | frozenset(map(variants.slug, self.handles))
        return any(label in wanted or any(slug in label for slug in wide) for label in labels)

    def own_account(self, url: str) -> bool:
        """True if the path opens with a handle or the whole name, as on sites that give everyone a page: "/@dana_o/notes"."""
        first = next((part for part in path(url).split("/") if part), "")
        return variants.slug(first) in self.slugs | frozenset(map(variants.slug, self.handles))

    def handle_account(self, url: str) -> bool:
        """True if the path opens with a handle that was told as an alias, or with a section and the handle: "/in/danaokafor"."""
        opening = [part for part in path(url).split("/") if part][:2]
        return not frozenset(map(variants.slug, opening)).isdisjoint(map(variants.slug, self.handles))

    def surname_host(self, url: str) -> bool:
        """True if a label of the host is the bare surname: it may be theirs, a relative's or a company's."""
        return bool(self.surname) and variants.slug(self.surname) in host(url).split(".")[:-1]

    def others(self, text: str) -> tuple[str, ...]:
        """First names, other than theirs, that stand before their surname in a text."""
        plain = folded(text)
        if not self.bearer or not self._may_name(plain):
            return ()
        firsts = (match.group(1) for match in self.bearer.finditer(plain))
        return tuple(first for first in firsts if not (self._is_first(first) or _ends_a_sentence(first)))

    def _may_name(self, plain: str) -> bool:
        """Whether it is worth while to look for a name in a folded text: most texts name nobody, and patterns are slow."""
        small = plain.casefold()
        return any(mark in small for mark in self.marks)

    def _is_first(self, first: str) -> bool:
        low = first.lower().rstrip(".")
        return low in variants.TITLES or low in self.labels or (len(low) == 1 and low == self.first_name[:1].lower())


def _ends_a_sentence(word: str) -> bool:
    """A stop after more letters than an initial or a title has: "at Christmas. Okafor says" names nobody of that name."""
    return word.endswith(".") and len(word) > LONGEST_SHORT


@lru_cache(maxsize=256)  # a cache: patterns of a name are asked for once a passage
def _names(given: tuple[str, ...]) -> Names:
    phrases = [name for name in given[1:] if variants.is_phrase(name)]
    parts = [variants.parts(name) for name in given if not variants.is_handle(name) and name not in phrases]
    main = parts[0] if parts else variants.parts(given[0])
    people = [main, *(variants.with_surname(part, main) for part in parts[1:])]
    people += [variants.parts(variants.written_out(name)) for name in given if variants.written_out(name) != name]
    people += [variants.Parts(" ".join(phrase.split()), (), "") for phrase in phrases]
    people += [variants.Parts(nick, (), main.surname) for nick in variants.nicknames(given[0])]
    handles = frozenset(
        name.lstrip("@").lower() for name in given[1:] if variants.is_handle(name) and "." not in name.lstrip("@")
    )
    domains = frozenset(
        host(name if "//" in name else f"https://{name}") for name in given[1:] if "." in name and " " not in name
    )
    slugs = frozenset(slug for person in people for slug in variants.slugs(person))
    surnames = {person.surname for person in people if person.surname}
    firsts = {person.first for person in people if person.surname}
    return Names(
        first_name=main.first,
        surname=main.surname,
        labels=frozenset(label for person in people for label in variants.labels(person))
        | handles
        | frozenset(map(variants.label, handles)),
        handles=handles,
        slugs=slugs,
        domains=domains,
        full=variants.whole(
            [*(p for person in people for p in variants.full(person)), *(rf"@?{re.escape(h)}" for h in handles)]
        ),
        last=variants.cased(surnames),
        first=variants.cased(firsts),
        bearer=variants.bearer(surnames),
        marks=frozenset(map(variants.mark, (*handles, *firsts, *surnames, *(person.first for person in people)))),
    )
