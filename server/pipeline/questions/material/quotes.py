"""Short verbatim quotes that stand on their own. Most passages give none: no quote is better than a dangling one."""

import re

from server.model import Language
from server.pipeline.features.stems import STOP, stems, words
from server.pipeline.questions.material.cuts import (
    BAD_END,
    BAD_START,
    BEGINS,
    ELLIPSIS,
    GOES_ON,
    HANGS,
    LEAD,
    LEANS,
    LONGEST_END,
    TURNS,
    broken_off,
    may_start,
    may_stop,
    parts,
    stretches,
)
from server.pipeline.questions.material.statement import finite, half_told, has_subject, has_verb, is_order, is_rule

MOST, LEAST = 16, 4
MARKED_MOST, ENTIRE_MOST, ENTIRE_LEAST, EASY = 16, 18, 4, 8
CONTENT = 3
# A word that points at something outside the quote.
POINTS_AWAY = re.compile(
    r"\b(?:it|it's|its|this|these|those|they|they're|their|them|he|she|his|her|him|one|ones|such|here|there's a|above|below|"
    r"latter|former|same|another|other|others|else|both|either|neither|too|also|so)\b|\bthat(?:'s| is| was| will| would| makes?)\b|^that\b",
    re.IGNORECASE,
)
# The same near the start, where nothing it could stand for has been heard.
LOOSE = re.compile(
    r"^(?:\S+ ){0,2}?(?:it|it's|its|this|these|those|they|they're|their|them|he|she|she's|he's|his|her|him|such|here|both|either|neither)\b|"
    r"^(?!.*\b(?:two|three|four|five|six|one|half)\b).*\b(?:other|others|another|same|such) \w+",
    re.IGNORECASE,
)
MARKS = re.compile(r"[:()\[\]{}…\"“”*_/\\|@#<>=]|\.\.\.|\bhttps?\b")
ASKS = re.compile(
    r"(?:should|could|would|can|will|do|does|did|is|are|was|were|have|has|shall|may|might) (?:I|we|you|they|it|he|she|there|the|my|our|this|that)\b",
    re.IGNORECASE,
)
POINTS_AT_LAST = re.compile(
    r"\b(?:this|that|these|those|them|him|her|both)$|^(?:\S+ ){1,5}it$", re.IGNORECASE
)  # at what, nobody hears
THOUGHT = re.compile(r"that (?:I|we)\b")  # "..., but that I was careless": what was thought is not so
GLUED = re.compile(r"[a-z][.!?][A-Z]")
TWO_HEADS = re.compile(r"^(?:[A-Z][\w'’-]+\s){2,}[A-Z]")
ABOUT_THE_PAGE = re.compile(
    r"\b(?:post|article|essay|blog|newsletter|episode|read|subscribe|click|link|photo|image|video|slide|chapter|section|comment|"
    r"page|list|update|thanks|thank)\b",
    re.IGNORECASE,
)
# Words that say nothing of a matter by themselves.
HOLLOW = frozenset(
    "think believe suspect guess hope know one two three four five six first second third lot bit way ok thing".split()
)


def quote_of(text: str, language: Language) -> str:
    """The best short quote a passage holds, without its final stop; "" if none stands alone."""
    plain = LEAD.sub("", text.strip())
    for start, end in stretches(plain):
        cut = plain[start:end].strip().rstrip(".!;, ")
        torn = end < len(plain) and (TURNS.match(plain[end:]) or HANGS.search(cut))
        if not torn and stands_alone(cut) and finite(cut, language):
            return cut
    return ""


def stands_alone(cut: str) -> bool:
    """The strict gate: short, no mark, no word that points away, three content words, a clean start and end."""
    count = len(cut.split())
    if not LEAST <= count <= MOST or not cut[:1].isalnum():
        return False
    # What is quick to see, or common, first.
    refused = (BAD_START, TWO_HEADS, POINTS_AWAY, MARKS, ABOUT_THE_PAGE, GLUED)
    if cut.endswith("?") or BAD_END.search(cut, max(0, len(cut) - LONGEST_END)) or any(p.search(cut) for p in refused):
        return False
    return sum(word not in STOP and word not in HOLLOW for word in words(cut)) >= CONTENT


def marked_quotes(text: str, wanted: frozenset[str], language: Language) -> tuple[str, ...]:
    """Quotes out of a passage the seeker marked, what says most of `wanted` (stems of their note) first, then the easiest to say.

    Less strict than `quote_of`: a longer one will do, and a word may point away after the start, for they have read the page.
    """
    plain = LEAD.sub("", text.strip())
    cuts = {
        LEAD.sub("", plain[start:end].strip().strip('"“”').rstrip(".!;, ")): bool(GOES_ON.match(plain[end:]))
        for start, end in (*stretches(plain), *parts(plain))
        if may_start(plain[:start]) and not THOUGHT.match(plain[start:]) and may_stop(plain[start:end], plain[end:])
    }
    whole = plain.rstrip(".!;, ")
    orders = is_order(whole, language)
    fits = [
        cut
        for cut in cuts
        if _fits_marked(cut, whole=whole.endswith(cut), entire=cut == whole)
        and (finite(cut, language) or (cut == whole and has_verb(cut, language)))
        and (cut == whole or has_subject(cut, language, orders or is_rule(plain, cut)))
        and not POINTS_AT_LAST.search(cut)
        and not half_told(cut, language)
        and (cut == whole or not broken_off(cut))
    ]
    return tuple(
        sorted(
            fits,
            key=lambda cut: (
                cut != whole or bool(BEGINS.search(whole)),  # one whole statement
                hollow(cut),
                cuts[cut],
                -len(stems(cut) & wanted),
                abs(len(cut.split()) - EASY),
                cut,
            ),
        )
    )


def hollow(cut: str) -> bool:
    """Heard by itself it says little: it points away, or holds hardly a word of the matter."""
    return bool(LOOSE.search(cut)) or len({word for word in stems(cut) if word not in HOLLOW}) < CONTENT


def _fits_marked(cut: str, *, whole: bool, entire: bool) -> bool:
    """whole: it goes on to the end of the sentence; entire: it is the sentence, and who marked that knows what it points at."""
    torn = not entire and (
        BAD_START.match(cut)
        or ELLIPSIS.search(cut)
        or LEANS.match(cut)
        or ASKS.match(cut)
        or (BAD_END.search(cut) and not whole)
    )
    marks = any(pattern.search(cut) for pattern in (MARKS, GLUED)) or cut.endswith("?") or not cut[:1].isalnum()
    return (
        not torn
        and not marks
        and (ENTIRE_LEAST if entire else LEAST + 1) <= len(cut.split()) <= (ENTIRE_MOST if entire else MARKED_MOST)
    )
