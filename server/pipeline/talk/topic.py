"""What a question is about, in a few words that stand together in it: the telling ones, and never against their sense."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from server.pipeline.talk.words import (
    ARTICLES,
    ASKING,
    BEFORE_VERBS,
    BOUNDING,
    CLOSING,
    EMPTY,
    FINITE,
    GENERIC,
    NUMBERS,
    OBJECTS,
    SUBORDINATE,
    leads,
    plain,
    turns,
)

YEAR = re.compile(r"(?:19|20)\d\d\W?")
# What brings a matter in without being it.
LEAD_INS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:in|since|by|on) (?:\w+ )?(?:19|20)\d\d,? (?=\w)",
        r"(?:you|they|he|she)(?:'ve|’ve| have)? (?:once |also |still )?(?:wrote|written|said|say|write|thought|told \w+|argue|argued|believe)(?: that)?,? ",
        r"you (?:don't|don’t|do not) know (?=(?:who|what|where|when|how|why|which)\b)",
        r"i keep thinking |i(?:'m|’m| am) (?:going on the idea|assuming|guessing|deciding|choosing|wondering|torn|looking for|trying to (?:understand|find out|learn))(?: that)?(?: by (?:\d+ )?\w+)? ",
        r"(?:whether to|whether|between) ",
        r"my (?:first |next )?(?:step|plan|idea) is (?:to )?",
        r"here(?:'s|’s| is| are) ",
        r"i(?:'d|’d| would) like to (?:learn|know|understand|hear) ",
        r"i (?:have|think|believe) (?:that )?",
        r"i(?:'m|’m| am) going to (?:be )?",
        r"(?:the|what|one|all|my|a) [^,.]{1,34}? (?:is|was|meant|means|says?) that ",
        r"what [^,.]{1,34}? is (?=(?:how|where|who|what|when)\b)",
        r"(?:two|three|some|a few|other)? ?(?:people|somebody|someone|others|a person|persons) who (?:lately )?(?:had to choose whether to )?",
        r"in (?:ten|twenty|\d+|all|these|those|the last) [^,]{0,12}years?(?: of (?:this|that|it))? ",
        r"(?:went|moved|switched|changed) from .{1,60}? (?=to [A-Z])",
        r"[\w-]+ (?:hours|days|weeks|months|years) of ",
        r"(?:which|what) (?=\w+ (?:of|on|in|for)\b)",
        r"(?:you(?:'re|’re|'ve|’ve| are| have)?|i(?:'m|’m|'ve|’ve| am| will)?|people|we|one) (?=[a-z])",
    )
)


@dataclass(frozen=True, slots=True)
class Span:
    """Words that stand together; score says how much they tell, cut that a sense hangs on what follows."""

    words: tuple[str, ...]
    score: float
    cut: bool = False

    @property
    def text(self) -> str:
        """As it is read."""
        shown = " ".join(self.words).strip(",;:.… ")
        return f"{shown}…" if self.cut else shown


def topic(text: str, most: int) -> Span | None:
    """The most telling words of a text, at most so many; None if no words of it can stand alone."""
    clauses = [clause for clause in re.split(r"[,;:.]\s+|\s[–—-]\s", text) if clause.strip()]
    if clauses and plain(clauses[0].split()[0]) in {"if", "unless"}:
        clauses = clauses[:1]  # what hangs on a condition is no statement
    found = [span for n, clause in enumerate(clauses) if (span := _of_clause(clause, most, first=n == 0))]
    best = max(found, key=lambda span: span.score, default=None)
    year = next((word.strip(",;:.") for word in text.split() if YEAR.fullmatch(word)), "")
    if best and year and year not in best.words and len(best.words) < most and not best.cut and best is found[0]:
        return Span((*best.words, year), best.score)
    return best


def stripped(text: str) -> str:
    """A text without what only brings it in."""
    before = ""
    while text != before and len(text.split()) > 1:
        before = text
        for lead in LEAD_INS:
            rest = text[found.end() :] if (found := lead.match(text)) else ""
            text = rest if rest.strip() else text
    return text.strip()


def _of_clause(clause: str, most: int, *, first: bool) -> Span | None:
    words = [word for word in stripped(clause).split() if plain(word) and plain(word) not in EMPTY]
    spans = [_span(words, start, end, most, first=first) for start in _starts(words) for end in _ends(words, start)]
    return max((span for span in spans if span), key=lambda span: span.score, default=None)


def _starts(words: Sequence[str]) -> list[int]:
    """Where a span may begin: at the clause's own start, at a word that turns it, and where telling words begin."""
    begins = {n for n, word in enumerate(words) if not leads(word) and (n == 0 or leads(words[n - 1]))}
    return sorted({0} | begins | {n for n, word in enumerate(words) if turns(word)}) if words else []


def _ends(words: Sequence[str], start: int) -> list[int]:
    """Where it may end: never on a word that leads on, and not amid telling words that belong together."""
    last = len(words)
    return [
        end
        for end in range(start + 1, last + 1)
        if (not leads(words[end - 1]) or plain(words[end - 1]) in CLOSING)
        and (end == last or leads(words[end]) or plain(words[end]).endswith(("ly", "early")))
    ]


def _span(words: Sequence[str], start: int, end: int, most: int, *, first: bool) -> Span | None:
    chosen = list(words[start:end])
    if len(chosen) > most:
        chosen = _without_articles(words, start, end)
    if len(chosen) > most and _is_named(words, start, end):
        chosen = chosen[-most:]
    if not chosen or len(chosen) > most or _is_torn(words, start, end):
        return None
    whole = end == len(words)
    after = "" if whole else plain(words[end])
    score = sum(_weight(word) for word in chosen) - _losses(words, start, end)
    score += (0.6 if first else 0.3) if start == 0 else -0.12 * start
    opened = not whole and (turns(chosen[0]) or plain(chosen[0]) in SUBORDINATE) and after not in {"and", "or", "to"}
    return Span(tuple(chosen), score, cut=after in BOUNDING or opened) if score > 0 else None


def _losses(words: Sequence[str], start: int, end: int) -> float:
    """What speaks against a span: a sense that is turned before it or bounded after it, a predicate or an object that is lost."""
    after = "" if end == len(words) else plain(words[end])
    inner = [plain(word) for word in words[start + 1 : end]]
    unfinished = bool(after) and after not in {"and", "or"}
    return (
        2.5 * any(turns(word) for word in words[:start])
        + 0.6 * (after in BOUNDING)
        + 1.2 * (after in OBJECTS)
        + 1.2 * (after == "to" and start == 0 and plain(words[end - 1]) not in CLOSING)
        + 2.0 * (after in {"no", "not", "never", "none", "nothing"})
        + 0.5 * (unfinished and "that" in inner)
        + 0.8 * (unfinished and plain(words[start]) in ASKING)
        + 1.2 * (unfinished and any(word in FINITE for word in inner))
        + 0.5 * sum(word in SUBORDINATE and word != "that" for word in inner)
        + 0.5 * (unfinished and any(word in ASKING for word in inner))
        + 1.0 * (sum(not leads(word) for word in words[start:end]) < 2)
        + 0.6 * any(plain(word) in SUBORDINATE - ASKING for word in words[1:start])
        + 0.6 * (start > 0 and plain(words[start - 1]) in {"and", "or"})
    )


def _without_articles(words: Sequence[str], start: int, end: int) -> list[str]:
    """An article is left out where that joins nothing: behind a word that leads on, or behind the clause's verb."""
    return [
        word
        for n, word in enumerate(words[start:end], start=start)
        if plain(word) not in ARTICLES or not (n <= 1 or leads(words[n - 1]))
    ]


def _is_torn(words: Sequence[str], start: int, end: int) -> bool:
    """Whether it begins with the end of one thing and goes on to another: "COO a short report"."""
    return start > 0 and any(plain(words[n]) in ARTICLES and not leads(words[n - 1]) for n in range(start + 1, end))


def _is_named(words: Sequence[str], start: int, end: int) -> bool:
    """Whether it is one thing, whose last words name it: then it stands without the first."""
    verb = start > 0 and plain(words[start - 1]) in BEFORE_VERBS
    return start > 0 and not verb and not any(leads(word) for word in words[start:end])


def _weight(word: str) -> float:
    if turns(word):
        return 0.4
    if leads(word):
        return 0.0
    if any(char.isdigit() for char in word) or word[:1].isupper() or plain(word) in NUMBERS:
        return 1.3
    return 0.4 if plain(word) in GENERIC else 1.0
