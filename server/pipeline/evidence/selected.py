"""Which passages of a page the seeker marked on it."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from server.pipeline.features.stems import words


def selected(selection: str, texts: Sequence[str]) -> tuple[bool, ...]:
    """Of each text, whether the seeker's selection shares at least four neighbouring words with it and most of the shorter one."""
    picked = words(selection)
    if not picked:
        return (False,) * len(texts)
    pairs = Counter(pairwise(picked))
    return tuple(_shared(len(picked), pairs, words(text)) for text in texts)


def _shared(count: int, pairs: Counter[tuple[str, str]], here: Sequence[str]) -> bool:
    alike = [pair for pair in pairwise(here) if pair in pairs]
    shared = (pairs & Counter(alike)).total() if alike else 0
    shorter = min(count, len(here))
    return shared >= max(min(3, shorter - 1), 0.6 * (shorter - 1)) and shared > 0
