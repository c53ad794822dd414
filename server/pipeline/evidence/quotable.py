"""What may be quoted of a passage: nothing private, a whole clause, no more words than a quote has."""

import re
from collections.abc import Iterable, Sequence

from server.pipeline.features.values import PrivateHit
from server.pipeline.identity.names import Names
from server.pipeline.privacy.spans import PrivateSpan, private_spans, public_part

MAX_WORDS = 45  # a quote longer than this is not a quote
CLAUSE_END = re.compile(r"[,;:—–](?=\s)|\s[-–—]\s")


def quotable(
    text: str, names: Names, exempt: frozenset[str], hits: Iterable[PrivateHit] | None = None
) -> tuple[int, int] | None:
    """[start, end) of what may be quoted of a passage: nothing private, at most 45 words; None if no whole clause is left.

    hits: what was noticed in it when its page was read, if it was.
    """
    return public_words(text, private_spans(text, names, exempt, hits))


def public_words(text: str, spans: Sequence[PrivateSpan]) -> tuple[int, int] | None:
    """As `quotable`, where the private spans of the text are known."""
    start, end = 0, len(text)
    if spans:
        part = public_part(text, spans)
        if part is None:
            return None
        start, end = part
    return start, start + _short_enough(text[start:end])


def _short_enough(text: str) -> int:
    """Length of the longest start of a text that has at most 45 words, cut at a clause's end where there is one."""
    if len(text.split()) <= MAX_WORDS:
        return len(text)
    tokens = list(re.finditer(r"\S+", text))
    limit = tokens[MAX_WORDS - 1].end()
    cuts = [cut.start() for cut in CLAUSE_END.finditer(text, 0, limit) if cut.start() > limit // 3]
    return cuts[-1] if cuts else limit
