"""The names a person goes by, and where they stand in a text, a speaker label or an address.

A name is matched whole words only, without diacritics and in the orders people write it: "Dana Whitlock Okafor",
"D. W. Okafor", "Okafor, Dana". How much a match says is graded: a first name alone proves little.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from server.model import Interviewee
from server.pipeline.folding import fold, folded
from server.pipeline.urls import host, path

_TITLES = frozenset(
    "dr prof professor mr mrs ms miss mx sir dame lord lady rev reverend hon herr frau mag dipl ing".split()
)
_SUFFIXES = frozenset("jr sr ii iii iv phd md msc ma ba bsc mba esq cpa rn pe frs obe mbe cbe".split())
_PARTICLES = frozenset(
    "van von der den de la le los del della di da dos das du af av al el bin ibn ben ter ten zu zur st".split()
)
_WRITTEN_OUT = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "å": "aa", "Å": "Aa"}
_TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_BETWEEN = r"(?:(?-i:[A-Z])[\w'-]*\.?\s+)?"  # a middle name or initial that we were not told of
_LETTER_GAP = r"[\s.]*"


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


@dataclass(frozen=True, slots=True)
class _Parts:
    first: str
    middle: tuple[str, ...]
    surname: str  # with its particles; empty for a single name


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

    @staticmethod
    def of(interviewee: Interviewee) -> "Names":
        """Variants of a person's name and aliases."""
        return _names((interviewee.name, *interviewee.aliases))

    def strength(self, text: str) -> Strength:
        """The best match in a text."""
        plain = folded(text)
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
        bare = _label(re.sub(r"\(.*?\)", " ", plain))
        return bare in self.labels - _short(self.labels) or _label(plain.split(",")[0]) in self.labels - _short(
            self.labels
        )

    def in_url(self, url: str) -> bool:
        """True if the address names them: "/people/dana-okafor", "/@danao", "dokafor.example"."""
        if self.own_host(url):
            return True
        wanted = self.slugs | frozenset(map(_slug, self.handles))
        return any(_slug(part) in wanted or _starts(part, self.slugs) for part in path(url).split("/") if part)

    def own_host(self, url: str) -> bool:
        """True if the host carries their whole name or a handle, or was told as an alias."""
        name = host(url)
        if any(name == domain or name.endswith(f".{domain}") for domain in self.domains):
            return True
        labels = [_slug(label) for label in name.split(".")[:-1]]
        wide = {slug for slug in self.slugs if len(slug) >= 8}
        wanted = self.slugs | frozenset(map(_slug, self.handles))
        return any(label in wanted or any(slug in label for slug in wide) for label in labels)

    def own_account(self, url: str) -> bool:
        """True if the path opens with a handle or the whole name, as on sites that give everyone a page: "/@dana_o/notes"."""
        first = next((part for part in path(url).split("/") if part), "")
        return _slug(first) in self.slugs | frozenset(map(_slug, self.handles))

    def handle_account(self, url: str) -> bool:
        """True if the path opens with a handle that was told as an alias, or with a section and the handle: "/in/danaokafor"."""
        opening = [part for part in path(url).split("/") if part][:2]
        return not frozenset(map(_slug, opening)).isdisjoint(map(_slug, self.handles))

    def surname_host(self, url: str) -> bool:
        """True if a label of the host is the bare surname: it may be theirs, a relative's or a company's."""
        return bool(self.surname) and _slug(self.surname) in host(url).split(".")[:-1]

    def others(self, text: str) -> tuple[str, ...]:
        """First names, other than theirs, that stand before their surname in a text."""
        if not self.bearer:
            return ()
        firsts = (match.group(1) for match in self.bearer.finditer(folded(text)))
        return tuple(first for first in firsts if not self._is_first(first))

    def _is_first(self, first: str) -> bool:
        low = first.lower().rstrip(".")
        return low in _TITLES or low in self.labels or (len(low) == 1 and low == self.first_name[:1].lower())


@lru_cache(maxsize=256)  # a cache: patterns of a name are asked for once a passage
def _names(given: tuple[str, ...]) -> Names:
    parts = [_parts(name) for name in given if not _is_handle(name)]
    main = parts[0] if parts else _parts(given[0])
    people = [main, *(_with_surname(part, main) for part in parts[1:])]
    people += [_parts(_written_out(name)) for name in given if _written_out(name) != name]
    people += [_Parts(nick, (), main.surname) for nick in _nicknames(given[0])]
    handles = frozenset(
        name.lstrip("@").lower() for name in given[1:] if _is_handle(name) and "." not in name.lstrip("@")
    )
    domains = frozenset(
        host(name if "//" in name else f"https://{name}") for name in given[1:] if "." in name and " " not in name
    )
    slugs = frozenset(slug for person in people for slug in _slugs(person))
    surnames = {person.surname for person in people if person.surname}
    firsts = {person.first for person in people if person.surname}
    return Names(
        first_name=main.first,
        surname=main.surname,
        labels=frozenset(label for person in people for label in _labels(person)) | handles,
        handles=handles,
        slugs=slugs,
        domains=domains,
        full=_whole([*(p for person in people for p in _full(person)), *(rf"@?{re.escape(h)}" for h in handles)]),
        last=_cased(surnames),
        first=_cased(firsts),
        bearer=_bearer(surnames),
    )


def _parts(name: str) -> _Parts:
    bare = re.sub(r"\(.*?\)|[\"“”'‘’][^\"“”'‘’]{2,}[\"“”'‘’]", " ", name)
    if "," in bare:
        last, _, rest = bare.partition(",")
        if rest.strip() and rest.strip().lower().rstrip(".") not in _SUFFIXES:
            bare = f"{rest} {last}"
    tokens = [token for token in _tokens(bare) if token.lower() not in _TITLES and token.lower() not in _SUFFIXES]
    if len(tokens) < 2:
        return _Parts(tokens[0] if tokens else folded(name).strip(), (), "")
    at = len(tokens) - 1
    while at > 1 and tokens[at - 1].lower() in _PARTICLES:
        at -= 1
    return _Parts(tokens[0], tuple(tokens[1:at]), " ".join(tokens[at:]))


def _written_out(name: str) -> str:
    """A name such as "Müller" as a keyboard without umlauts writes it."""
    return "".join(_WRITTEN_OUT.get(letter, letter) for letter in unicodedata.normalize("NFC", name))


def _tokens(name: str) -> list[str]:
    return [token.rstrip("'") for token in _TOKEN.findall(folded(name).replace(",", " "))]


def _with_surname(alias: _Parts, main: _Parts) -> _Parts:
    """A one-word alias is a nickname that stands in front of the surname."""
    return _Parts(alias.first, (), main.surname) if not alias.surname else alias


def _nicknames(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[(\"“'‘]\s*(?!née|nee|born|formerly|he|she|they)([^\W\d_]{2,})\s*[)\"”'’]", name))


def _is_handle(name: str) -> bool:
    """A word nobody is called by: with @, digit, underscore or dot, or all lower case."""
    word = name.strip()
    if " " in word:
        return False
    return word.startswith("@") or bool(re.search(r"[\d_.]", word)) or (word.islower() and word.isascii())


def _full(person: _Parts) -> list[str]:
    if not person.surname:
        return [_word(person.first)]
    last, first = _last(person.surname), _word(person.first)
    middles = "".join(rf"(?:(?:{_word(m)}|{re.escape(m[0])}\.?)\s+)?" for m in person.middle)
    initial = re.escape(person.first[0])
    trailing = r"(?:\s+(?-i:[A-Z])\b\.?)?"
    forms = [
        rf"{first}\s+{middles}{_BETWEEN}{last}",
        rf"{last},\s*{first}{trailing}",
        rf"{last},\s*{initial}\.(?:{_LETTER_GAP}(?-i:[A-Z])\.)?",
        rf"(?-i:{initial.upper()})\.{_LETTER_GAP}(?:(?-i:[A-Z])\b{_LETTER_GAP})?{last}",
        rf"(?-i:{initial.upper()}(?:\s?[A-Z])?)\s+{last}",
    ]
    if person.middle:
        forms.append(rf"{re.escape(person.first[0])}\.?\s+{_word(person.middle[0])}\s+{last}")
    return forms


def _word(token: str) -> str:
    """A token of a name; a hyphen may be a space and an umlaut may be written out."""
    return r"[\s-]+".join(_umlauts(part) for part in token.split("-"))


def _last(surname: str) -> str:
    return r"\s+".join(_word(token) for token in surname.split())


def _umlauts(token: str) -> str:
    """Folding has made "ü" a "u"; "ue" and "u" are the same letter in a surname written without it."""
    return (
        re.sub(r"(?<![aeoquAEOQU])([aouAOU])e(?![aeiou])", r"\1e?", re.escape(token))
        if len(token) > 4
        else re.escape(token)
    )


def _whole(given: list[str]) -> re.Pattern[str]:
    forms = [form for form in given if form] or [r"(?!)"]  # a name of invisible letters is in no text
    return re.compile("|".join(_bounded(form) for form in sorted(forms, key=len, reverse=True)), re.IGNORECASE)


def _bounded(form: str) -> str:
    """Whole words only, except in scripts that write no spaces."""
    if re.search(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]", form):
        return form
    return rf"(?<![\w@])(?:{form})(?![\w])" if not form.startswith("@") else rf"(?<!\w){form}(?!\w)"


def _cased(words: set[str]) -> re.Pattern[str] | None:
    """A single name as it is written: "May" and never "may"; capitals throughout are the same name."""
    forms = [form for word in words for form in (_last(word), _last(word.upper())) if word]
    return re.compile("|".join(map(_bounded, sorted(forms, key=len, reverse=True)))) if forms else None


def _bearer(surnames: set[str]) -> re.Pattern[str] | None:
    if not surnames:
        return None
    lasts = "|".join(_last(word) for word in surnames)
    return re.compile(rf"(?<![\w'-])([A-Z][\w'-]*\.?)\s+(?:[A-Z]\.\s+)?(?:{lasts})(?!\w)")


def _labels(person: _Parts) -> set[str]:
    first, last = person.first, person.surname
    if not last:
        return {_label(first)}
    every = [first, *person.middle, *last.split()]
    outer = [first, last.split()[-1]]
    forms = [
        first,
        last,
        f"{first} {last}",
        f"{first[0]} {last}",
        f"{last} {first}",
        f"{last} {first[0]}",
        f"{first} {last[0]}",
    ]
    forms += [" ".join(every), "".join(word[0] for word in every), "".join(word[0] for word in outer)]
    return {label for label in map(_label, forms) if label}


def _label(text: str) -> str:
    words = [word for word in _TOKEN.findall(folded(text).lower().replace("_", " ")) if word not in _TITLES | _SUFFIXES]
    return " ".join(words)


def _short(labels: frozenset[str]) -> frozenset[str]:
    """Initials count only in capitals."""
    return frozenset(
        label for label in labels if len(label) <= 3 and " " not in label and not _says_name(label, labels)
    )


def _says_name(label: str, labels: frozenset[str]) -> bool:
    """A short label that is a name ("Ann", "Li"), since it also stands as a word of a longer one."""
    return any(label in other.split() for other in labels if other != label and len(other.split()) > 1)


def _slugs(person: _Parts) -> set[str]:
    first, last = _slug(person.first), _slug(person.surname)
    if not last:
        return {first} if len(first) > 5 else set()
    middle = "".join(map(_slug, person.middle))
    initials = "".join(m[0] for m in map(_slug, person.middle) if m)
    slugs = {
        first + last,
        last + first,
        first[:1] + last,
        first + middle + last,
        first[:1] + initials + last,
        first + initials + last,
    }
    return {slug for slug in slugs if len(slug) >= 4}


def _slug(text: str) -> str:
    return re.sub(r"[^\w]|_", "", folded(text).lower())


def _starts(part: str, slugs: frozenset[str]) -> bool:
    """A part of a path such as "dana-okafor-92b1" or "interview-with-dana-okafor"."""
    words = re.split(r"[-_.+ ]+", folded(part).lower())
    runs = ("".join(words[at : at + size]) for size in (2, 3) for at in range(len(words) - size + 1))
    return any(run in slugs for run in runs)
