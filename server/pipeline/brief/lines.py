"""A passage as a line of the brief: whole if short, else its first whole clauses, else whole if not too long.

What the seeker marked is never cut: they know it whole.
"""

import re

from server.pipeline.evidence.found import Found
from server.pipeline.features.once import once

MAX_WORDS = 25
MOST_WHOLE = 34  # words of a line that no clause's end cuts; a little long beats a little wrong
LEAST_WORDS = 6
CLAUSE = re.compile(r"[,;:](?=\s)|\s[-–—](?=\s)|(?<=\w)—(?=\w)|\s(?=\((?!\())")
BAD_START_AFTER = re.compile(r"^\W*(?:that|to|of|than|for|by|who|which|whose|where|when|as)\b", re.IGNORECASE)
SUBORDINATE = re.compile(
    r"^(?:if|when|while|as|because|although|though|after|before|since|once|unless|until|whether)\b", re.IGNORECASE
)
# Words after which a label must not break off.
HANGING = frozenset(
    "a an the of to in on at for from by with as and or but if whether that which who what how my our their his her its this between into than i".split()
)
ROW_BREAK = re.compile(r"\s*\n\s*")


@once
def line_of(found: Found) -> str:
    """The words shown for a passage: verbatim, but that the cells of a row are parted by commas and a cut ends in an ellipsis."""
    text = ROW_BREAK.sub(", ", found.evidence.exact.strip())
    if found.picked or len(text.split()) <= MAX_WORDS:
        return text
    if cut := first_clauses(text, MAX_WORDS):
        return cut
    return text if len(text.split()) <= MOST_WHOLE else " ".join(text.split()[: MAX_WORDS - 1]) + " …"


@once
def words_shown(found: Found) -> int:
    """How many words its line has."""
    return len(line_of(found).split())


def reads_whole(found: Found) -> bool:
    """True where the line needs no cut, or can be cut at a clause's end."""
    text = found.evidence.exact.strip()
    return found.picked or len(text.split()) <= MOST_WHOLE or bool(first_clauses(text, MAX_WORDS))


def first_clauses(text: str, most: int) -> str:
    """The longest start of a sentence, at most so many words, that ends where a clause ends; "" if there is none."""
    if SUBORDINATE.match(text):
        return ""
    best = ""
    for cut in CLAUSE.finditer(text):
        head, tail = text[: cut.start()].rstrip(), text[cut.end() :]
        if len(head.split()) > most - 1:
            break
        if len(head.split()) >= LEAST_WORDS and not BAD_START_AFTER.match(tail):
            best = head + " …"
    return best


def short_goal(text: str, most: int = 9) -> str:
    """The first words of a goal, or of something else that was typed, as a label."""
    words = text.rstrip(".!? ").split()
    if len(words) <= most:
        return " ".join(words).rstrip(",;:")
    kept = words[:most]
    while len(kept) > 1 and kept[-1].lower() in HANGING:
        kept.pop()
    return " ".join(kept).rstrip(",;:") + " …"
