"""Words of private life in a text, whoever it is about: looked for once, when a page is read.

Whether a hit is private hangs on whom the text tells of; that is asked in `spans`, once somebody is to be met.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from server.pipeline.features.stems import STOP
from server.pipeline.features.values import PrivateHit
from server.pipeline.privacy.lexicon import lexicon

_CAPITALISED = re.compile(
    r"(?!I\b)(?:[A-Z][\w'&-]*)(?:\s+(?:(?:of|for|and|the|&|de|la|in|on|to|a)\s+)*(?!I\b|I')[A-Z][\w'&-]*)+"
)
# A hit that begins so tells of somebody, or of how and when they did it, and not of what they work on.
_OWN = re.compile(
    r"(?:I|my|he|she|his|her|we|our|me|him|as|in|on|at|by|with|without|from|under|since|after|before|during|through|because|until|when|while)\b",
    re.IGNORECASE,
)
# What somebody can work on. A sum or a street is theirs, whatever they do with it.
TOPICS = frozenset(
    {"family", "romance", "health", "death", "religion", "ethnicity", "orientation", "politics", "court"}
)
_STRAIGHT = (
    ("’", "'"),
    ("‘", "'"),
    ("\u00a0", " "),
    ("\u202f", " "),
    ("\u2009", " "),
    ("\u2010", "-"),
    ("\u2011", "-"),
)
_SMALL_WORDS = re.compile(r"(?!(?:my|our|his|her|their)\b)(?:[a-z]+\s+)+")


def straightened(text: str) -> str:
    """The text as the patterns know it, character for character: straight apostrophes, plain spaces and hyphens."""
    if text.isascii():
        return text
    for odd, known in _STRAIGHT:
        text = text.replace(odd, known)
    return text


@lru_cache(maxsize=20_000)  # a cache: titles, headings and typed questions are asked for again and again
def private_hits(text: str) -> tuple[PrivateHit, ...]:
    """All hits of one text, in the order of the rules of the lexicon."""
    words, plain = lexicon(), straightened(text)
    hits = [
        (rule, match.start(), match.end())
        for rule in words.possible(plain)
        for match in rule.pattern.finditer(plain)
        if match.end() > match.start()
    ]
    if not hits:  # most passages: what could excuse a hit is not looked for
        return ()
    innocent = words.excuses(plain)
    brands = _brands(plain)
    found = []
    for rule, start, end in hits:
        if _touches(start, end, innocent) or (rule.brand and _is_brand(plain, start, end, brands)):
            continue
        if rule.topic and (words.topic.search(plain, 0, start) or words.topic_after.match(plain, end)):
            continue
        if rule.category in TOPICS and not _OWN.match(plain, start) and words.worked_on(plain, start):
            continue
        if not rule.excused(plain):
            found.append(PrivateHit(start, end, rule.category, rule.needs))
    return tuple(found)


def tactless(text: str) -> bool:
    """True if a sentence must not be turned into "you ..." speech: kin, grief, health, an insult, somebody's worst day."""
    return bool(lexicon().tactless.search(text.replace("’", "'")))


def _touches(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in spans)


def _is_brand(text: str, start: int, end: int, brands: Iterable[tuple[int, int]]) -> bool:
    """A hit that lies in a capitalised name, small words before it left aside: "the Widow's Walk Theatre", never "my Aunt May"."""
    small = _SMALL_WORDS.match(text[start:end])
    at = start + small.end() if small else start
    return any(brand_start <= at and end <= brand_end for brand_start, brand_end in brands)


def _brands(text: str) -> list[tuple[int, int]]:
    """Capitalised names of two words or more. A line that is capitalised throughout is a heading, no name."""
    spans = []
    for match in _CAPITALISED.finditer(text):
        start, end = match.span()
        first = match.group().split()[0]
        opens = not text[:start].rstrip(" \"'“(") or text[:start].rstrip(" \"'“(")[-1] in ".!?:\n"
        if opens and first.lower() in STOP:
            start += len(first)
        if len(text[start:end].split()) > 1 and not (start < 3 and end > len(text) - 3 and len(text.split()) > 3):
            spans.append((start, end))
    return spans
