"""What the name of a person looks like in print. By shape only: no list of names, so that no culture's is missing."""

import re
from collections.abc import Iterable

PARTICLES = "van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten|zu|zur|y|e|af|av"
_PARTICLES = frozenset(PARTICLES.split("|"))
_WORD = r"(?:[^\W\d_a-z][^\W\d_]*(?:['’.-][^\W\d_]+)*\.?)"
_NAME = re.compile(rf"{_WORD}(?: (?:{_WORD}|(?:{PARTICLES})))*")
_TITLE = re.compile(r"^(?:(?:Prof|Dr|Mr|Mrs|Ms|Mx|Dipl|Ing|Sir|Dame|Rev|Herr|Frau|Mme)\b\.?(?:-Ing\.)?\s+)+")
_AFTER = re.compile(r"(?:,? (?:Ph\.?D\.?|M\.?D\.?|MBA|MSc|MA|BSc|CFA|Jr\.?|Sr\.?|II|III))+$|\s*\([^()]{1,30}\)$")
MAX_WORDS = 5


def is_name(text: str) -> bool:
    """True for two to five words that could be a person's name ("Dana Whitlock", "Prof. A. van der Berg, PhD")."""
    bare = bare_name(text)
    words = bare.split()
    if not 2 <= len(words) <= MAX_WORDS or len(bare) > 60:
        return False
    return (
        _NAME.fullmatch(bare) is not None
        and begins_capital(words)
        and not bare.isupper() | (len(words) > 1 and bare == bare.lower())
    )


def begins_capital(words: Iterable[str]) -> bool:
    """True if no word but a particle begins with a small letter, in any script that has them."""
    return not any(word[:1].islower() and word not in _PARTICLES for word in words)


def is_listed_name(text: str) -> bool:
    """The same, also in the order of directories ("Whitlock, Dana")."""
    family, comma, given = bare_name(text).partition(", ")
    return is_name(f"{given} {family}" if comma else text)


def bare_name(text: str) -> str:
    """The name without titles before it and degrees or pronouns after it."""
    return _AFTER.sub("", _TITLE.sub("", text.strip())).strip(" ,")
