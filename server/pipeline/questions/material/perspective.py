"""Their own sentence turned to "you": "I left the bank in 2014" -> "You left the bank in 2014".

Safe grammar only. "We" is turned where it tells what was done: then "you" is they and theirs, as people say it. A sentence with a
third person whose name stands outside it, a quotation mark, or no plain past or present of the first person is left alone.
"""

import re

from server.pipeline.features.verbs import PAST
from server.pipeline.questions.letters import capital

_SWAPS = (
    (r"\b(?:I am|we are)\b", "you are"),
    (r"\b(?:I'm|we're)\b", "you're"),
    (r"\b(?:I was|we were)\b", "you were"),
    (r"\b(?:I wasn't|we weren't)\b", "you weren't"),
    (r"\b(?:I've|we've)\b", "you've"),
    (r"\b(?:I'd|we'd)\b(?= (?:an?|the|no|some|\d+|two|three|four|five|six|seven|eight|nine|ten) )", "you had"),
    (r"\b(?:I'd|we'd)\b", "you'd"),
    (r"\b(?:I'll|we'll)\b", "you'll"),
    (r"\b(?:[Mm]yself)\b", "yourself"),
    (r"\b(?:[Oo]urselves)\b", "yourselves"),
    (r"\b(?:[Mm]ine|[Oo]urs)\b", "yours"),
    (r"\b(?:[Mm]y|[Oo]ur)\b", "your"),
    (r"\b(?:me|us)\b", "you"),
    (r"\b(?:I|[Ww]e)\b", "you"),
)
_SWAP = tuple((re.compile(pattern), swap) for pattern, swap in _SWAPS)
_OTHERS = re.compile(r"\b(?:you|your|yours|let's|he|she|him|her|his|hers)\b|[\"“”]", re.IGNORECASE)
_FAR = re.compile(
    r"\b(?:it|its|they|them|their|theirs)\b", re.IGNORECASE
)  # fine where what they stand for comes before
_HANGS = re.compile(r"\b(?:of|for|to|with|about|on|in|from|by|at) (?:it|them|that|this)$", re.IGNORECASE)
_FAR_ENOUGH = 7  # words
_PARTNER = re.compile(
    r"^(?:\W*(?:In|By|At) [^,]{2,30}, )?(?:(?:[Mm]y|[Oo]ur|[Tt]he|[Aa]n?) )?(?:[\w'-]+ ){1,3}and I\b|\bI and\b|\bme and\b|\band me\b"
)
_LEAD = re.compile(
    r"^(?:(?:one|two|three|first|second|third), (?:that )?(?=I\b)|(?:and|but|so|also|then|well|ok|okay|yes|now|anyway|still|plus|again)\b,?\s+)",
    re.IGNORECASE,
)
# What may be left out before "I": it turns or colours the sentence and bounds nothing.
_ADVERBIAL = re.compile(
    r"^(?:however|instead|eventually|finally|later(?: on)?|over time|at the time|at first|initially|sure enough|to be (?:honest|fair)|(?:quite |more )?honestly|in hindsight|looking back|in retrospect|"
    r"ultimately|of course|after all|for some reason|to my (?:own )?(?:surprise|shame|horror|relief)|in fact|actually|admittedly|somehow|still|meanwhile|then|thankfully|luckily|unfortunately|fortunately|"
    r"long story short|let's face it|as an? [\w-]+(?: [\w-]+)?|in the end|along the way|early on|deep down|except|as it turns out|it turns out(?: that)?|ironically|slowly|gradually|recently|"
    r"(?:keen|eager|desperate|unable|curious|tired|determined|hoping|wanting|feeling|knowing|being) [^,]{3,40}|in another (?:angle|way|sense)|as (?:I|we) [^,]{4,40})(?:,|\.\.\.|…|:)?,? (?:though, )?(?=I\b|as (?:I|we)\b)",
    re.IGNORECASE,
)
_DATE = re.compile(r"^(?:On )?((?:[A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th)?|\d{1,2} [A-Z][a-z]+)(?:,? \d{4})?,?) (?=I\b)")
_BEFORE = (
    # "On the talk I gave" is a heading, not a lead; nor is "Every nurse I met".
    r"(?:(?:In|By|After|Before|Since|During|At|For|From|On(?! (?:the|a|an|my|what|how)\b)|Around|Until|Over|Within|Two|Three|Ten) "
    r"[^,]{2,40}(?:, \d{4})?,?|(?:On|Every|Each) [^,]{2,40},|(?:Every|Each) [A-Z]\w+|Over the \w+ \w+|When I [^,]{4,50},) "
)
_STARTS = re.compile(
    rf"^(?:{_BEFORE})?(?:I\b(?!'(?:d(?! been\b)|ll)\b)|(?:[Ww]e|[Ww]e've) (?:\w+ly |also |then |first |never |once |only )?(?:{PAST}|cut|put|set)\b|"
    r"[Ii]t (?:\w+ly )?(?:took|cost) (?:me|us)\b)"
)
_SECOND_VERB = re.compile(
    r"\b(?:and|but|or) (?:\w+ly |then |also |so )?(?:was|am)\b"
)  # "I applied and was refused": "was" of whom?
_TO_OURSELVES = re.compile(r"\bI\b.*\b(?:us|ourselves)\b|\b[Ww]e\b.*\b(?:me|myself)\b")  # "You let you lose the lease"
_TODAY = re.compile(
    r"\b(?:ago today|today|yesterday|tomorrow|tonight|ago|last (?:week|month|year)|this (?:week|month|year|morning)|right now)\b",
    re.IGNORECASE,
)


# Some write small all through.
_SMALL_I = re.compile(r"(?<![\w.])i(?=\s|'(?:m|ve|d|ll)\b)")


def to_you(text: str, known: bool = False) -> str:  # noqa: FBT001, FBT002 (one switch, named where it is used)
    """The sentence addressed to its speaker, without its final stop; "" where that would not be safe.

    known: the one who asks has read the page, so that a pronoun may point away.
    """
    plain = _LEAD.sub("", _SMALL_I.sub("I", text.replace("’", "'").replace("‘", "'").strip())).rstrip(" .!")
    plain = _ADVERBIAL.sub("", _ADVERBIAL.sub("", plain))
    plain = _DATE.sub(r"On \1 ", capital(plain))
    if not _STARTS.match(plain):  # most sentences
        return ""
    refused = (
        _OTHERS.search(plain)
        or _PARTNER.search(plain)
        or _TODAY.search(plain)
        or _TO_OURSELVES.search(plain)
        or _SECOND_VERB.search(plain)
    )
    if refused or (not known and _stands_too_near(plain)):
        return ""
    plain = _swapped(plain)
    return capital(plain)


def mine_to_yours(clause: str) -> str:
    """A clause of theirs with "I" and "my" as "you" and "your"; "" where it quotes or speaks of others as "you" or "he"."""
    return "" if _OTHERS.search(clause) or _PARTNER.search(clause) else _swapped(clause)


def _swapped(plain: str) -> str:
    plain = _SMALL_I.sub("I", plain)
    for pattern, swap in _SWAP:
        plain = pattern.sub(swap, plain)
    return plain


def _stands_too_near(plain: str) -> bool:
    """A pronoun after a preposition at the end, or so early that what it stands for was told before; the "it" of "it took me" stands for nothing."""
    return bool(_HANGS.search(plain)) or any(
        len(plain[: found.start()].split()) < _FAR_ENOUGH
        for found in _FAR.finditer(plain)
        if not re.match(r"it (?:\w+ly )?(?:took|cost) (?:me|us)\b", plain[found.start() :], re.IGNORECASE)
    )
