"""Whether a sentence sounds of private life though no word of the lexicon stands in it: a guess, by weighed words.

Every stem has a weight, by what it means and by where sentences of life and of work use it, and so have stems side by side or with one
word between them. A sentence weighs their sum over the root of its length; above the bar all of it counts as private. The weights
are made by `python -m bench.privacy --write` from the sentences that lie there, and hold without any embeddings installed.
"""

import json
import math
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise

import Stemmer

GUESSED = "life"  # the category of what is guessed: which part of a life it tells of is not known
LEAST_WORDS, EVEN = 4, 4  # a shorter line says too little; and the length from which on length counts
_WORD = re.compile(r"[a-z']+|\d+")
_STEMMER = Stemmer.Stemmer("english")


@dataclass(frozen=True, slots=True)
class Weights:
    """What a sentence is weighed with; made_from is a digest of the sentences that the weights come from."""

    made_from: str
    bias: float
    bar: float
    parts: dict[str, float]


@cache  # a cache: the file is read once
def weights() -> Weights:
    """The weights. Raises KeyError or ValueError if the file is damaged."""
    data = json.loads(resources.files(__package__).joinpath("private_weights.json").read_text(encoding="utf-8"))
    parts = {part: float(weight) for weight, line in data["parts"].items() for part in line.split(",")}
    return Weights(data["made_from"], data["bias"], data["bar"], parts)


def stems_in_order(text: str) -> list[str]:
    """The stems of a text, small words too; every number is "#"."""
    words = _WORD.findall(text.lower().replace("’", "'"))
    stems: list[str] = _STEMMER.stemWords(["#" if word[0].isdigit() else word for word in words])
    return stems


def parts_of(stems: list[str]) -> list[str]:
    """What is weighed: each stem, each two neighbours ("my back") and each two with a word between ("lost_dad")."""
    beside = [f"{one} {two}" for one, two in pairwise(stems)]
    apart = [f"{one}_{two}" for one, two in zip(stems, stems[2:], strict=False)]
    return [*stems, *beside, *apart]


def sounds_private(text: str) -> bool:
    """True if a sentence weighs more than the bar."""
    known, stems = weights(), stems_in_order(text)
    if len(stems) < LEAST_WORDS:
        return False
    weigh = known.parts.get
    total = sum(weigh(part, 0.0) for part in parts_of(stems))
    return known.bias + total / math.sqrt(max(len(stems), EVEN)) > known.bar


def telling(text: str, most: int = 3) -> tuple[str, ...]:
    """The parts of a sentence that weigh most for its being private, heaviest first: why it was guessed."""
    known = weights().parts
    found = sorted(set(parts_of(stems_in_order(text))), key=lambda part: (-known.get(part, 0.0), part))
    return tuple(part for part in found[:most] if known.get(part, 0.0) > 0)
