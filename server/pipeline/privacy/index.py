"""Which rules can match a text at all, looked up by the beginnings of their words: most texts have none, and looking is cheap."""

import re
from collections import defaultdict
from collections.abc import Sequence

from server.pipeline.features.stems import STOP
from server.pipeline.privacy.keys import ANYWHERE, AROUND, keys_of, plain

_ESCAPE = re.compile(r"\\[A-Za-z]")
_ENDING = re.compile(r"(?<=[a-z])\(\?:[^()]*\)")  # "(?:y|ied)" after "marr": the letters before it say enough
_SYNTAX = re.compile(r"\[[^\]]*\]|\(\?-i:|\(\?:|.[?*]")
_LITERAL = re.compile(r"[a-z]{2,}")
_BEGINNING = re.compile(r"\b[a-z]{2,4}")
_SMALL = STOP - {"back"}  # which somebody may have a bad one of
_DIGIT, _AT = "#", "@"


def wanted(patterns: Sequence[str]) -> dict[str, frozenset[int]]:
    """Beginnings of words, each with the places of the patterns that a text with it may match.

    A pattern of which no match surely has a certain word is looked up by any of its words, by its small ones where it has no others.
    """
    found: defaultdict[str, set[int]] = defaultdict(set)
    for place, pattern in enumerate(patterns):
        if keys := keys_of(pattern):
            for key in keys:
                found[key].add(place)
            continue
        if r"\d" in pattern:
            found[_DIGIT].add(place)
        if "@" in pattern:
            found[_AT].add(place)
        letters = plain(pattern)
        for noise in (_ESCAPE, AROUND, _ENDING, _SYNTAX):
            letters = noise.sub("~", letters)
        words = _LITERAL.findall(letters)
        for word in [word for word in words if word not in _SMALL] or words:
            found[word[:ANYWHERE]].add(place)
    return {gram: frozenset(places) for gram, places in found.items()}


def grams(text: str) -> set[str]:
    """What can be looked up of a text: runs of five letters anywhere, fewer where a word begins, a digit, an @."""
    low = plain(text)
    grams = {low[at : at + ANYWHERE] for at in range(len(low) - ANYWHERE + 1)}
    for word in _BEGINNING.findall(low):
        grams.update((word[:3], word))
    grams.update(sign for sign, there in ((_DIGIT, re.search(r"\d", low)), (_AT, "@" in low)) if there)
    return grams
