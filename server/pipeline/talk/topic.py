"""What a question is about, in a few words that stand together in it: the telling ones, and never against their sense."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from server.pipeline.talk.lead_in import stripped
from server.pipeline.talk.words import (
    ACTORS,
    ARTICLES,
    ASKING,
    BEFORE_VERBS,
    BOUNDING,
    CLOSING,
    EMPTY,
    FINITE,
    GENERIC,
    HELPING,
    MONTHS,
    NUMBERS,
    OBJECTS,
    POINTING,
    PREPOSITIONS,
    SPARE,
    SUBORDINATE,
    leads,
    plain,
    turns,
)

CLAUSES = re.compile(r"[,;:.]\s+|\s[–—-]\s|\s(?:and|but)\s(?=(?:you|i|we|they|she|he)\s)", re.IGNORECASE)
UNITS = frozenset("day week month year hour evening".split())
YEAR = re.compile(r"(?:19|20)\d\d\W?")
SPARED, SPARED_POINTER, SPARED_ACTOR = (
    0.35,
    0.15,
    0.9,
)  # what a span is worth less for each word that was left out of it


@dataclass(frozen=True, slots=True)
class Span:
    """Words that stand together; score says how much they tell, cut that a sense hangs on what follows."""

    words: tuple[str, ...]
    score: float
    cut: bool = False

    @property
    def text(self) -> str:
        """As it is read."""
        shown = " ".join(self.words).strip(",;:.…() ")
        return f"{shown}…" if self.cut else shown


def topic(text: str, most: int) -> Span | None:
    """The most telling words of a text, at most so many; None if no words of it can stand alone."""
    clauses = [clause for clause in CLAUSES.split(text) if clause.strip()]
    if clauses and plain(clauses[0].split()[0]) in {"if", "unless"}:
        clauses = clauses[:1]  # what hangs on a condition is no statement
    found = [span for n, clause in enumerate(clauses) if (span := _of_clause(clause, most, first=n == 0))]
    best = max(found, key=lambda span: span.score, default=None)
    year = next((word.strip(",;:.") for word in text.split() if YEAR.fullmatch(word)), "")
    if best and year and year not in best.words and len(best.words) < most and not best.cut and best is found[0]:
        return Span((*best.words, year), best.score)
    return best


def _of_clause(clause: str, most: int, *, first: bool) -> Span | None:
    words = [word for word in stripped(clause).split() if plain(word) and plain(word) not in EMPTY]
    while words and plain(words[0]) in HELPING | {"and", "or", "but"}:
        words.pop(0)
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
        if (not leads(words[end - 1]) or plain(words[end - 1]) in CLOSING or _is_done(words, end - 1))
        and (end == last or leads(words[end]) or plain(words[end]).endswith(("ly", "early")))
    ]


def _is_done(words: Sequence[str], n: int) -> bool:
    """Whether a word that leads on ends here: "how numbers are made" does, "numbers made" does not."""
    return n > 0 and plain(words[n]) in {"made", "taken", "given", "put", "got"} and plain(words[n - 1]) in HELPING


def _span(words: Sequence[str], start: int, end: int, most: int, *, first: bool) -> Span | None:
    chosen = list(words[start:end])
    for is_spare in (_is_article, _is_spare):
        if len(chosen) > most:
            chosen = [word for n, word in enumerate(words[start:end], start=start) if not is_spare(words, n, start)]
    if len(chosen) > most and _is_named(words, start, end):
        chosen = chosen[-most:]
    if not chosen or len(chosen) > most or _is_torn(words, start, end):
        return None
    whole = end == len(words)
    after = "" if whole else plain(words[end])
    score = sum(_weight(word) for word in chosen) - _losses(words, start, end) - _spared(words[start:end], chosen)
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
        + 1.4 * (after in {"of", "per"} or _is_rate(words, end - 1))
        + 1.2 * (after in ASKING)
        + 0.6 * (unfinished and "and" in inner)
        + 0.5 * (unfinished and start == 0 and after not in PREPOSITIONS)
        + 1.2 * (after in OBJECTS)
        + 1.2 * (after == "to" and start == 0 and plain(words[end - 1]) not in CLOSING)
        + 2.0 * (after in {"no", "not", "never", "none", "nothing"})
        + 0.5 * (unfinished and "that" in inner)
        + 0.8 * (unfinished and plain(words[start]) in ASKING)
        + 1.2 * (unfinished and any(word in FINITE for word in inner))
        + 0.5 * sum(word in SUBORDINATE and word != "that" for word in inner)
        + 0.5 * (unfinished and any(word in ASKING for word in inner))
        + 1.0 * (sum(not leads(word) for word in words[start:end]) < 2)
        + 2.5 * all(leads(word) or _is_date(word) for word in words[start:end])
        + 0.6 * any(plain(word) in SUBORDINATE - ASKING for word in words[1:start])
        + 0.6 * (start > 0 and plain(words[start - 1]) in {"and", "or"})
    )


def _is_article(words: Sequence[str], n: int, _: int) -> bool:
    """An article that joins nothing: behind a word that leads on, or behind the clause's verb."""
    return plain(words[n]) in ARTICLES and (n <= 1 or leads(words[n - 1]))


def _is_spare(words: Sequence[str], n: int, start: int) -> bool:
    """What a note leaves out: "five years is too short" is "five years too short"."""
    word, before = plain(words[n]), plain(words[n - 1])
    return n > start and (word in SPARE | ARTICLES or (word == "to" and before in HELPING))


def _spared(words: Sequence[str], chosen: Sequence[str]) -> float:
    gone = Counter(map(plain, words)) - Counter(map(plain, chosen))
    return sum(
        (SPARED_POINTER if word in POINTING else SPARED_ACTOR if word in ACTORS else SPARED) * n
        for word, n in gone.items()
    )


def _is_torn(words: Sequence[str], start: int, end: int) -> bool:
    """Whether it begins with the end of one thing and goes on to another: "COO a short report"."""
    joins = [n for n in range(start + 1, end - 1) if plain(words[n]) in ARTICLES and not leads(words[n - 1])]
    acts = start == 0 or plain(words[start - 1]) in BEFORE_VERBS  # then the first word may be a verb
    return any(
        plain(words[n + 1]) not in GENERIC
        and (plain(words[start]) in PREPOSITIONS or (not (acts and n == start + 1) and _is_placed(words, start, n)))
        for n in joins
    )


def _is_placed(words: Sequence[str], start: int, n: int) -> bool:
    """Whether what stands before a place ends a thing: the span began amid a clause, or with a word that has a place itself."""
    return start > 0 or any(plain(word) in PREPOSITIONS for word in words[start:n])


def _is_date(word: str) -> bool:
    return plain(word) in MONTHS or plain(word).isdigit()


def _is_rate(words: Sequence[str], n: int) -> bool:
    """Whether it is the end of "so many a week"."""
    return n > 1 and plain(words[n]) in UNITS and plain(words[n - 1]) in ARTICLES and not leads(words[n - 2])


def _is_named(words: Sequence[str], start: int, end: int) -> bool:
    """Whether it is one thing, whose last words name it: then it stands without the first."""
    verb = start > 0 and plain(words[start - 1]) in BEFORE_VERBS
    return start > 0 and not verb and not any(leads(word) for word in words[start:end])


def _weight(word: str) -> float:
    if turns(word):
        return 0.4
    if leads(word):
        return 0.0
    if any(char.isdigit() for char in word) or word[:1].isupper():
        return 1.3
    if plain(word) in NUMBERS:
        return 0.7
    if plain(word) in GENERIC:
        return 0.4
    return 1.0 + 0.02 * min(len(plain(word)), 10)
