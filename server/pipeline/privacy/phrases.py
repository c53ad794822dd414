"""Phrases as people say them, turned into patterns: the notation of the files in `words/`.

One phrase a line. A space is a space, " .. " up to five words of the same clause, "~" any ending of a word, {name} a group of words,
and parentheses never capture; all else is as in a regular expression. A line that begins with "#" is a comment.
"""

import re
from itertools import pairwise

_GAP = r"\ (?:[\w'’,-]+\ ){0,5}?"
_OPEN = re.compile(r"\((?!\?)")
_LOOKS = re.compile(r"(?:\(\?[=!].*\))?")


def lines_of(phrases: str) -> list[str]:
    """The phrases of a block, without comments and blank lines."""
    return [line.strip() for line in phrases.splitlines() if line.strip() and not line.strip().startswith("#")]


def pattern_of(phrase: str) -> str:
    """A phrase as a verbose regular expression; groups stay in braces for whoever knows them."""
    text = _OPEN.sub("(?:", phrase).replace(" .. ", "\0").replace("~", r"\w*").replace(" ", r"\ ")
    end = "" if phrase.endswith("$") else r"\b"  # "$" is the place of a hit, where no word need end
    return rf"\b(?:{text}){end}".replace("\0", _GAP)


def parts_of(phrase: str) -> list[str]:
    """A phrase that is one list in parentheses, with nothing but looks around it behind, as a phrase for each of its items."""
    if not phrase.startswith("(") or phrase.startswith("(?"):
        return [phrase]
    depth, bounds = 0, [0]
    for at, char in enumerate(phrase):
        depth += {"(": 1, ")": -1}.get(char, 0)
        if char == "|" and depth == 1:
            bounds.append(at)
        if depth == 0:
            rest = phrase[at + 1 :]
            if not _LOOKS.fullmatch(rest):
                return [phrase]
            bounds.append(at)
            return [f"({phrase[start + 1 : end]}){rest}" for start, end in pairwise(bounds)]
    return [phrase]
