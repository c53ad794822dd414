"""What the pipeline is given from outside, so that it stays pure."""

from collections.abc import Sequence
from typing import Protocol

from server.model.vectors import Vectors

__all__ = ["Language", "Vectors"]


class Language(Protocol):
    """Meaning and grammar of short English texts, offline."""

    name: str  # names the vectors too: vectors of two languages are never compared

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text, shape (len(texts), dimensions); zeros for a text without words."""
        ...

    def tag(self, sentence: str) -> list[tuple[str, str]]:
        """(word, Penn Treebank tag) in order, punctuation left out."""
        ...
