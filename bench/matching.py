"""When one text counts as speaking of another: by words in order, never by meaning."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

WORD = re.compile(r"[^\W_]+(?:['.,@-][^\W_]+)*")
STRAIGHT = str.maketrans("‘’“”–—", "''\"\"--")
LONGEST_QUOTE = 45  # words; what is longer is no quote but a page
SHARED = 3  # content words a line has in common with a passage of which it speaks
FUNCTION_WORDS = frozenset(
    "a about after all also am an and any are as at be been before but by can could did do does for from had has have he "
    "her him his how i if in into is it its just me more my no not of on one or our out she so some than that the their "
    "them then there these they this to up us was we were what when which who whom whose why will with would you your".split()
)


def words(text: str) -> list[str]:
    """The words of a text in order: one Unicode form, straight quotes, lower case."""
    return WORD.findall(unicodedata.normalize("NFKC", text).translate(STRAIGHT).lower())


def covers(text: str, quote: str, share: float = 0.6) -> bool:
    """Whether text holds at least this share of the quote's words, in their order and close together.

    Close together: within a stretch of text half as long again as the quote.
    """
    wanted, found = words(quote), words(text)
    needed = share * len(wanted)
    if not wanted or (Counter(wanted) & Counter(found)).total() < needed:
        return False
    stretch = len(wanted) * 3 // 2 + 2
    starts = [i for i, word in enumerate(found) if word in wanted]
    return any(_in_order(wanted, found[i : i + stretch]) >= needed for i in starts)


def overlaps(one: str, other: str) -> bool:
    """Whether either text covers the other."""
    return covers(one, other) or covers(other, one)


def speaks_of(line: str, passage: str) -> bool:
    """Whether a line really is about the passage it cites: a quotable passage, three content words in common.

    A passage of fewer than three content words has to be there with all of them.
    """
    content = {word for word in words(passage) if word not in FUNCTION_WORDS}
    shared = content & set(words(line))
    return len(passage.split()) <= LONGEST_QUOTE and len(shared) >= min(SHARED, len(content))


def has_span(text: str, span: str) -> bool:
    """Whether a span stands in text, whatever the punctuation; a long span also when a fifth of its words is missing."""
    wanted = words(span)
    if " ".join(wanted) in " ".join(words(text)):
        return True
    return len(wanted) >= 5 and covers(text, span, 0.8)


def _in_order(one: Sequence[str], other: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(other) + 1)
    for left in one:
        before = 0
        for j, right in enumerate(other, 1):
            before, row[j] = row[j], before + 1 if left == right else max(row[j], row[j - 1])
    return row[-1]
