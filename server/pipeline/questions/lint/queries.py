"""Where in a question something is asked: the words that open a query, told from those that open a mere clause."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, takewhile

WH = frozenset({"who", "whom", "whose", "what", "which", "when", "where", "why", "how"})
BE_HAVE = frozenset({"is", "are", "was", "were", "am", "have", "has", "had"})
DO = frozenset({"do", "does", "did"})
MODAL = frozenset({"can", "could", "would", "will", "should", "shall", "may", "might", "must"})
AUXILIARY = BE_HAVE | DO | MODAL
PRONOUN = frozenset({"i", "you", "he", "she", "we", "they", "it"})
DETERMINER = frozenset(
    {"the", "a", "an", "your", "his", "her", "their", "my", "our", "its", "this", "that", "these", "those", "there"}
)
_MEASURED = frozenset(
    "many much long often far soon big early late well hard old deep close fast large small high low good bad".split()
)
_SUBJECTS = frozenset({"there", "your", "his", "her", "their", "my", "anyone", "anybody", "someone"})
_ALSO_OBJECT = frozenset({"you", "it"})
_AFTER_OBJECT = DETERMINER | frozenset(
    "to into from in on at by for with about of off over out up through back most least first away and or not so".split()
)
_MAKES = frozenset("made makes make let lets helped helps kept keeps got".split())  # "what made you become"
_WELL_DONE = frozenset(
    "well so not all again right alone for with on at by in anyway then yourself himself herself".split()
)
_UNSHORT = {"won": "will", "can": "can", "shan": "shall"}
_ENOUGH = 12  # words of a clause that tell what it is
_TITLE_NAMES = re.compile(r"(?:Will|May) [A-Z]")
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[^\w\s]")
_OPENER = re.compile(
    r"(?:^|(?<=[.!?,;:—–])\s*|\s-\s|(?P<joined>\s(?=(?:and|or|but|so)\s)))"
    r"(?:(?P<conjunction>and|or|but|so|then|now|well|also|plus)[\s,]+(?:also\s|then\s|if so,?\s)?)?"
    r"(?:(?P<preposition>in|at|on|for|from|to|with|by|of|about|under|through|among|until|against)\s+)?"
    r"(?P<word>[a-z]+)(?P<short>'[a-z]+|n't)?(?=\W|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Query:
    """A query's first word: its place in the text, lower case; asks is "wh" or "aux"; joined by and/or/but to what stands before."""

    start: int
    word: str
    asks: str
    joined: bool


@lru_cache(maxsize=1_000)  # a cache: half a dozen rules ask it of one question
def queries(text: str) -> tuple[Query, ...]:
    """All queries of a text, in order. "When you left, what tipped it?" holds one: "when you left" asks nothing."""
    found = [query for match in _OPENER.finditer(text) if (query := _query(text, match))]
    return tuple(_without_tags(text, _without_conditions(text, found)))


def core(text: str) -> Query | None:
    """The query that counts: the last one with a question word, else the last one."""
    found = queries(text)
    open_ones = [query for query in found if query.asks == "wh"] or list(found)
    return open_ones[-1] if open_ones else None


def tokens(text: str) -> list[str]:
    """Words and marks in order, lower case."""
    return [token.lower() for token in _TOKEN.findall(text)]


def _query(text: str, match: re.Match[str]) -> Query | None:
    word, start = match["word"].lower(), match.start("word")
    rest = _clause(text[match.end() :])
    conjoined = (match["conjunction"] or "").lower() in {"and", "or", "but", "plus"}
    if word in WH:
        asks = bool(match["short"]) or _asks(word, rest, prepositional=bool(match["preposition"]))
        return Query(start, word, "wh", conjoined) if asks else None
    if match["short"]:
        word = _UNSHORT.get(word, word.removesuffix("n"))
    if word not in AUXILIARY or match["preposition"] or _TITLE_NAMES.match(text[start:]):
        return None
    named = text[match.end() :].lstrip()[:1].isupper()
    if _inverted(word, rest, first=start == 0, joined=bool(match["joined"]), named=named):
        return Query(start, word, "aux", conjoined)
    return None


def _clause(rest: str) -> list[str]:
    """The words up to the next mark; a dozen say enough."""
    found = (match.group().lower() for match in _TOKEN.finditer(rest))
    return list(takewhile(lambda token: token[0].isalnum(), islice(found, _ENOUGH)))


def _asks(word: str, rest: list[str], *, prepositional: bool) -> bool:
    """Whether the words after a question word put a question ("what tipped it") or open a clause ("what you know")."""
    if not rest or _auxiliary(rest[0]) or rest[0] in {"and", "or"}:
        return True
    if word == "why" and rest[0] in DETERMINER:
        return len(rest) <= 3
    if rest[0] in PRONOUN | DETERMINER or rest[0] == "to":
        return False
    if word in {"when", "where", "how", "why"} and not (word == "how" and _measured(rest[0])):
        return word == "why" or rest[0] in {"come", "about", "else", "next"} or len(rest) == 1
    return _asks_later(word, rest, prepositional=prepositional)


def _asks_later(word: str, rest: list[str], *, prepositional: bool) -> bool:
    """As `_asks`, for a question word with a noun or verb of its own: "which step did you ...", "who paid"."""
    for at, token in enumerate(rest[1:7], 1):
        if _auxiliary(token):
            return True
        if token in PRONOUN:
            object_ = token in _ALSO_OBJECT and (_ends_there(rest[at + 1 :]) or rest[at - 1] in _MAKES)
            return word == "who" or object_
    return not prepositional


def _measured(word: str) -> bool:
    """Whether it says how much of something "how" asks for."""
    return word in _MEASURED or word.endswith("ly")


def _ends_there(rest: list[str]) -> bool:
    """Whether a pronoun before this was an object ("what taught you that"), not a subject ("which talk you gave")."""
    return not rest or rest[0] in _AFTER_OBJECT


def _auxiliary(token: str) -> bool:
    return token in AUXILIARY or (token.endswith("n't") and token[:-3] in AUXILIARY | {"ca", "wo"})


def _inverted(word: str, rest: list[str], *, first: bool, joined: bool, named: bool) -> bool:
    """Whether an auxiliary opens a question ("did you") or goes on telling ("and was the first")."""
    if not rest:
        return False
    if first:
        return not rest[0].isdigit()
    if joined and rest[0] == "it":  # "and did it well" goes on telling, "and did it work" asks
        return len(rest) > 1 and rest[1] not in _WELL_DONE
    if rest[0] in PRONOUN or rest[0] in _SUBJECTS:
        return True
    if joined and word not in MODAL:
        return named and word in DO
    return rest[0] in DETERMINER or named or (word in DO and rest[0] not in _WELL_DONE)


def _without_conditions(text: str, found: list[Query]) -> list[Query]:
    """In "had you known, what ..." the first opens a condition, not a query."""
    if len(found) > 1 and found[0].asks == "aux" and found[0].word in {"had", "were", "should"} and not found[1].joined:
        return found[1:] if "?" not in text[found[0].start : found[1].start] else found
    return found


def _without_tags(text: str, found: list[Query]) -> list[Query]:
    """In "what changed, do you think?" the second is a tag, not a query."""
    kept = found[:1]
    for query in found[1:]:
        tail = _clause(text[query.start :])
        tag = query.asks == "aux" and not query.joined and len(tail) <= 3
        if not tag:
            kept.append(query)
    return kept
