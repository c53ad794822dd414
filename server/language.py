"""The Language port: meaning and grammar of short English texts, offline.

Meaning comes from wordllama's static embeddings, whose weights and tokenizer lie inside its wheel; where it is not
installed a hashed bag of word stems takes its place. Grammar comes from textblob's pattern tagger, whose lexicon is in its
wheel too. Both are loaded at first use: a child that only scrapes pays for neither.
"""

import hashlib
import importlib.util
import math
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import Stemmer

from server.at_need import at_need
from server.model.ports import Language, Vectors

if TYPE_CHECKING:
    import numpy as np
    import wordllama
    from textblob.en import taggers
else:  # together 1.5 s and 130 MB
    np, wordllama, taggers = at_need("numpy"), at_need("wordllama"), at_need("textblob.en.taggers")

LEXICAL_DIMENSIONS = 512
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


class _Tags:
    """The tagger, loaded at first use."""

    def __init__(self) -> None:
        self._tagger: Any = None
        self._tagged = lru_cache(maxsize=5_000)(
            self._tag
        )  # a cache: a stretch of text is a candidate again on every view

    def tag(self, sentence: str) -> list[tuple[str, str]]:
        return list(self._tagged(sentence))

    def _tag(self, sentence: str) -> tuple[tuple[str, str], ...]:
        if self._tagger is None:
            self._tagger = taggers.PatternTagger()
        straight = sentence.replace("’", "'")  # it cuts "isn't" in two words only at a straight apostrophe
        return tuple((word, tag) for word, tag in self._tagger.tag(straight) if word[:1].isalnum())


class Semantic(_Tags):
    """Static embeddings of 256 dimensions."""

    name = "wordllama-256"

    def __init__(self) -> None:
        super().__init__()
        self._model: Any = None

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text; zeros for a text without words."""
        if not texts:
            return np.zeros((0, 256), np.float32)
        if self._model is None:
            self._model = _wordllama()
        vectors: Vectors = np.asarray(self._model.embed(list(texts), norm=False), np.float32)
        return _unit(np.nan_to_num(vectors))


class Lexical(_Tags):
    """Word stems hashed into 512 dimensions: what is left of meaning where no embeddings are installed."""

    name = f"lexical-{LEXICAL_DIMENSIONS}"

    def __init__(self) -> None:
        super().__init__()
        self._stemmer = Stemmer.Stemmer("english")

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text; zeros for a text without words."""
        vectors = np.zeros((len(texts), LEXICAL_DIMENSIONS), np.float32)
        for row, text in enumerate(texts):
            for stem in self._stemmer.stemWords(WORD.findall(text.lower())):
                vectors[row, _bucket(stem)] += 1.0 / math.sqrt(1 + _commonness(stem))
        return _unit(vectors)


def load(name: str = "") -> Language:
    """The best language there is here, or the one named ("lexical-512", "wordllama-256")."""
    if name == Lexical.name:
        return Lexical()
    if name == Semantic.name or importlib.util.find_spec("wordllama") is not None:
        return Semantic()
    return Lexical()


def _wordllama() -> Any:
    # Its own look-up of the tokenizer ends in a download; its package folder holds both files under the names it wants.
    folder = Path(wordllama.__file__).parent
    return wordllama.WordLlama.load(cache_dir=folder, disable_download=True, dim=256)


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Vectors = (vectors / np.where(lengths == 0, 1, lengths)).astype(np.float32)
    return unit


@lru_cache(maxsize=50_000)  # a cache: the same stems recur on every page
def _bucket(stem: str) -> int:
    return int.from_bytes(hashlib.blake2b(stem.encode(), digest_size=4).digest(), "big") % LEXICAL_DIMENSIONS


def _commonness(stem: str) -> int:
    """A stand-in for document frequency that needs no corpus: short words are common words."""
    return max(0, 7 - len(stem)) ** 2
