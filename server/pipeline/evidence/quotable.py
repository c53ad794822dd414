"""What may be quoted of a passage: nothing private, a whole clause, no more words than a quote has."""

import re
from collections.abc import Sequence

from server.pipeline.privacy.spans import PrivateSpan, public_part

MAX_WORDS = 45  # a quote longer than this is not a quote
CLAUSE_END = re.compile(r"[,;:—–](?=\s)|\s[-–—]\s")


def public_words(text: str, spans: Sequence[PrivateSpan], marked: str = "") -> tuple[int, int] | None:
    """[start, end) of what may be quoted of a passage: none of its private spans, at most 45 words; None if no whole clause is left.

    marked is what the seeker marked: of a passage too long to quote, that is what is quoted.
    """
    start, end = 0, len(text)
    if spans:
        part = public_part(text, spans)
        if part is None:
            return None
        start, end = part
    shown = start + _short_enough(text[start:end])
    at = text.find(marked, start, end) if marked else -1
    if at >= 0 and at + len(marked) > shown:
        start = at
    return start, start + _short_enough(text[start:end])


def _short_enough(text: str) -> int:
    """Length of the longest start of a text that has at most 45 words, cut at a clause's end where there is one."""
    if len(text.split()) <= MAX_WORDS:
        return len(text)
    tokens = list(re.finditer(r"\S+", text))
    limit = tokens[MAX_WORDS - 1].end()
    cuts = [cut.start() for cut in CLAUSE_END.finditer(text, 0, limit) if cut.start() > limit // 3]
    return cuts[-1] if cuts else limit
