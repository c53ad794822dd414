"""Passages that are true and verbatim and still no line of a brief: they tell of the page or of how to write to somebody."""

from server.pipeline.evidence.gather import Found
from server.pipeline.features.cues import cues

_NOTHING = frozenset({"post_head", "contact", "about_itself"})


def tells_nothing(found: Found) -> bool:
    """True for heads of posts, ways to reach somebody, and a text about itself."""
    signs = found.marks.cues if found.whole else cues(found.evidence.exact)
    return not signs.isdisjoint(_NOTHING)


def balanced(line: str) -> str:
    """A line without a quotation mark that has no partner in it: the other one stands in the sentence before or after."""
    for opening, closing in (("“", "”"), ('"', '"')):
        if opening != closing and line.count(opening) != line.count(closing):
            line = line.replace(opening, "").replace(closing, "")
        elif opening == closing and line.count(opening) % 2:
            line = (
                line.strip(opening) if line.startswith(opening) != line.endswith(opening) else line.replace(opening, "")
            )
    return line.strip()
