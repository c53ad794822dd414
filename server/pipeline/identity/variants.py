"""The ways a name is written, as patterns, labels and words of an address. What a match says is graded in `names`."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from server.pipeline.identity.folding import folded

TITLES = frozenset(
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


@dataclass(frozen=True, slots=True)
class Parts:
    """A name taken apart, letters folded: "Maria", ("Ana",), "van der Berg"."""

    first: str
    middle: tuple[str, ...]
    surname: str  # with its particles; empty for a single name


def parts(name: str) -> Parts:
    """A name taken apart; titles, suffixes and what stands in brackets or quotation marks left out."""
    bare = re.sub(r"\(.*?\)|[\"“”'‘’][^\"“”'‘’]{2,}[\"“”'‘’]", " ", name)
    if "," in bare:
        last, _, rest = bare.partition(",")
        if rest.strip() and rest.strip().lower().rstrip(".") not in _SUFFIXES:
            bare = f"{rest} {last}"
    tokens = [token for token in _tokens(bare) if token.lower() not in TITLES and token.lower() not in _SUFFIXES]
    if len(tokens) < 2:
        return Parts(tokens[0] if tokens else folded(name).strip(), (), "")
    at = len(tokens) - 1
    while at > 1 and tokens[at - 1].lower() in _PARTICLES:
        at -= 1
    return Parts(tokens[0], tuple(tokens[1:at]), " ".join(tokens[at:]))


def written_out(name: str) -> str:
    """A name such as "Müller" as a keyboard without umlauts writes it."""
    return "".join(_WRITTEN_OUT.get(letter, letter) for letter in unicodedata.normalize("NFC", name))


def _tokens(name: str) -> list[str]:
    return [token.rstrip("'") for token in _TOKEN.findall(folded(name).replace(",", " "))]


def with_surname(alias: Parts, main: Parts) -> Parts:
    """A one-word alias is a nickname that stands in front of the surname."""
    return Parts(alias.first, (), main.surname) if not alias.surname else alias


def nicknames(name: str) -> tuple[str, ...]:
    """What stands in brackets or quotation marks within a name: "Robert (Bob) Lane"."""
    return tuple(re.findall(r"[(\"“'‘]\s*(?!née|nee|born|formerly|he|she|they)([^\W\d_]{2,})\s*[)\"”'’]", name))


def is_handle(name: str) -> bool:
    """A word nobody is called by: with @, digit, underscore or dot, or all lower case."""
    word = name.strip()
    if " " in word:
        return False
    return word.startswith("@") or bool(re.search(r"[\d_.]", word)) or (word.islower() and word.isascii())


def is_phrase(name: str) -> bool:
    """Several words that are nobody's first and last name, as of a site: "the misfit manager". It counts only whole."""
    words = name.split()
    return len(words) > 1 and (words[0].lower() in {"the", "a", "an"} or name.islower())


def full(person: Parts) -> list[str]:
    """Patterns of the whole name in every order it is written in."""
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


def mark(name: str) -> str:
    """The longest run of letters, small, that stands in a text wherever a pattern of this name fits it."""
    return max(re.split(r"[\s-]+|(?<=[aou])e", name.casefold()), key=len)


def _umlauts(token: str) -> str:
    """Folding has made "ü" a "u"; "ue" and "u" are the same letter in a surname written without it."""
    return (
        re.sub(r"(?<![aeoquAEOQU])([aouAOU])e(?![aeiou])", r"\1e?", re.escape(token))
        if len(token) > 4
        else re.escape(token)
    )


def whole(given: list[str]) -> re.Pattern[str]:
    """Any of some patterns, as whole words, in any case."""
    forms = [form for form in given if form] or [r"(?!)"]  # a name of invisible letters is in no text
    return re.compile("|".join(_bounded(form) for form in sorted(forms, key=len, reverse=True)), re.IGNORECASE)


def _bounded(form: str) -> str:
    """Whole words only, except in scripts that write no spaces."""
    if re.search(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]", form):
        return form
    return rf"(?<![\w@])(?:{form})(?![\w])" if not form.startswith("@") else rf"(?<!\w){form}(?!\w)"


def cased(words: set[str]) -> re.Pattern[str] | None:
    """A single name as it is written: "May" and never "may"; capitals throughout are the same name."""
    forms = [form for word in words for form in (_last(word), _last(word.upper())) if word]
    return re.compile("|".join(map(_bounded, sorted(forms, key=len, reverse=True)))) if forms else None


def bearer(surnames: set[str]) -> re.Pattern[str] | None:
    """The word before one of the surnames; None where there is no surname."""
    if not surnames:
        return None
    lasts = "|".join(_last(word) for word in surnames)
    return re.compile(rf"(?<![\w'-])([A-Z][\w'-]*\.?)\s+(?:[A-Z]\.\s+)?(?:{lasts})(?!\w)")


def labels(person: Parts) -> set[str]:
    """What a speaker label may be for this person, lower case."""
    first, last = person.first, person.surname
    if not last:
        return {label(first)}
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
    return {label for label in map(label, forms) if label}


def label(text: str) -> str:
    """A label as it is compared: folded, lower case, without titles and signs."""
    words = [word for word in _TOKEN.findall(folded(text).lower().replace("_", " ")) if word not in TITLES | _SUFFIXES]
    return " ".join(words)


@lru_cache(maxsize=256)  # a cache: asked of the same name once a speaker
def short(labels: frozenset[str]) -> frozenset[str]:
    """Initials count only in capitals."""
    return frozenset(
        label for label in labels if len(label) <= 3 and " " not in label and not _says_name(label, labels)
    )


def _says_name(label: str, labels: frozenset[str]) -> bool:
    """A short label that is a name ("Ann", "Li"), since it also stands as a word of a longer one."""
    return any(label in other.split() for other in labels if other != label and len(other.split()) > 1)


def slugs(person: Parts) -> set[str]:
    """The name as one word of an address: "danaokafor", "dokafor"."""
    first, last = slug(person.first), slug(person.surname)
    if not last:
        return {first} if len(first) > 5 else set()
    middle = "".join(map(slug, person.middle))
    initials = "".join(m[0] for m in map(slug, person.middle) if m)
    slugs = {
        first + last,
        last + first,
        first[:1] + last,
        first + middle + last,
        first[:1] + initials + last,
        first + initials + last,
    }
    return {slug for slug in slugs if len(slug) >= 4}


def slug(text: str) -> str:
    """A part of an address or name as it is compared: folded letters and digits only."""
    return re.sub(r"[^\w]|_", "", folded(text).lower())


def starts(part: str, slugs: frozenset[str]) -> bool:
    """A part of a path such as "dana-okafor-92b1" or "interview-with-dana-okafor"."""
    words = re.split(r"[-_.+ ]+", folded(part).lower())
    runs = ("".join(words[at : at + size]) for size in (2, 3) for at in range(len(words) - size + 1))
    return any(run in slugs for run in runs)
