"""What is written about somebody, said to them: "she left after her second winter" is "you left after your second winter"."""

import re

from server.pipeline.follow_up.aloud import is_past
from server.pipeline.questions.material.plain_form import without_s

_BE = {"was": "were", "is": "are", "has": "have", "does": "do"}
_BETWEEN = r"(?:never|always|only|still|once|often|just|also|nearly|almost|really|even)"
_HELPING = frozenset("had did would could will should might must can may".split())
_TWO_VERBS = re.compile(r"\b(?:and|then|but|or) (?:then )?\w+s\b")  # the second would have to be turned, too
_SAME = frozenset("this us perhaps always sometimes as its".split())
_POSSESSED = (
    r"(?!(?:to|for|in|on|at|by|with|from|and|or|but|that|when|if|because|as|the|a|an|not|no|so|then|about|after|before|was|is|had|"
    r"over|under|into|out|off|up|down|back|away|there|here|today|twice|once|until|since|during|against|did|how|why|what|who|it|more|again|too|all)\b)"
)


def toward(text: str, pronoun: str) -> str:
    """A text about "she" or "he" as it is said to that person; what cannot be turned safely stays."""
    if _TWO_VERBS.search(text):
        return text
    told = re.sub(rf"\b{pronoun} ((?:{_BETWEEN} )?)(\w+)\b", _verb, text, flags=re.IGNORECASE)
    told = re.sub(rf"\b{pronoun}(['’](?:d|ll))\b", r"you\1", told, flags=re.IGNORECASE)
    own, whom = ("her", "her") if pronoun == "she" else ("his", "him")
    told = re.sub(rf"\b{own} (?=[a-z]){_POSSESSED}", "your ", told, flags=re.IGNORECASE)
    told = re.sub(
        rf"\b{whom}(?: |$|(?=[.,;:!?]))", lambda found: "you" + found[0][len(whom) :], told, flags=re.IGNORECASE
    )
    return re.sub(rf"\b{whom}self\b", "yourself", told, flags=re.IGNORECASE)


def _verb(found: re.Match[str]) -> str:
    between, word = found[1], found[2]
    if word in _BE:
        return f"you {between}{_BE[word]}"
    if word in _HELPING or is_past(word):
        return f"you {between}{word}"
    if word.endswith("s") and word not in _SAME:
        return f"you {between}{without_s(word)}"
    return found[0]
