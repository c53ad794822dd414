"""Their own sentence turned to "you": "I left the bank in 2014" -> "You left the bank in 2014".

Safe grammar only: a sentence with another person's pronoun, a quotation mark, or no plain past or present is left alone.
"""

import re

_SWAPS = (
    (r"\bI am\b", "you are"),
    (r"\bI'm\b", "you're"),
    (r"\bI was\b", "you were"),
    (r"\bI've\b", "you've"),
    (r"\bI'd\b", "you'd"),
    (r"\bI'll\b", "you'll"),
    (r"\b[Mm]yself\b", "yourself"),
    (r"\b[Mm]ine\b", "yours"),
    (r"\b[Mm]y\b", "your"),
    (r"\bme\b", "you"),
    (r"\bI\b", "you"),
)
_SWAP = tuple((re.compile(pattern), swap) for pattern, swap in _SWAPS)
# "we" is they and others: who "you" would then be is unclear; "you" would become two people.
_OTHERS = re.compile(
    r"\b(?:you|your|yours|we|us|our|ours|let's|he|she|him|her|his|hers|they|them|their|it|its)\b|[\"“”]", re.IGNORECASE
)
_PARTNER = re.compile(r"\band I\b|\bI and\b|\bme and\b|\band me\b", re.IGNORECASE)
_LEAD = re.compile(r"^(?:and|but|so|also|then|well|ok|okay|yes|now|anyway|still|plus|again)\b,?\s+", re.IGNORECASE)
_DATE = re.compile(r"^(?:On )?((?:[A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th)?|\d{1,2} [A-Z][a-z]+)(?:,? \d{4})?,?) (?=I\b)")
_STARTS = re.compile(
    # "On the talk I gave" is a heading, not a lead; nor is "Every nurse I met".
    r"^(?:(?:(?:In|By|After|Before|Since|During|At|For|On(?! (?:the|a|an|my|what|how)\b)|Around|Until|Over) [^,]{2,40}(?:, \d{4})?,?|"
    r"(?:On|Every|Each) [^,]{2,40},|(?:Every|Each) [A-Z]\w+) )?I\b(?!'(?:d|ll)\b)",
)


def to_you(text: str) -> str:
    """The sentence addressed to its speaker, without its final stop; "" where that would not be safe."""
    plain = _LEAD.sub("", text.replace("’", "'").replace("‘", "'").strip()).rstrip(" .!")
    plain = _DATE.sub(r"On \1 ", plain[:1].upper() + plain[1:])
    if not _STARTS.match(plain) or _OTHERS.search(plain) or _PARTNER.search(plain):
        return ""
    for pattern, swap in _SWAP:
        plain = pattern.sub(swap, plain)
    return plain[:1].upper() + plain[1:]
